#!/bin/sh
# Print the path of a Chromium. Finds one, or installs it: Debian's package as root, else Playwright's.
set -u
find() {
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null && exit 0
  done
  .venv/bin/python - <<'PYTHON' 2>/dev/null && exit 0
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
print(path) if pathlib.Path(path).exists() else sys.exit(1)
PYTHON
}

find
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the tests (Debian's package) …" >&2
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1
else
  echo "Installing Chromium for the tests (Playwright's) …" >&2
  .venv/bin/playwright install chromium >&2
fi
find

cat >&2 <<'WORDS'
Chromium is missing, and could not be installed from here. The tests need a real browser.
Install Chromium or Chrome, or set CHROMIUM to the path of one, and run make again.
WORDS
exit 1
