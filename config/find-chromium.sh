#!/bin/sh
# Print the path of a Chromium. Finds one, or installs it: Debian's package as root, else Playwright's.
# The headless shell comes first: it is the same browser without the window about it, which nobody sees here, and which
# takes a third of the time and more.
set -u
first() {
  for candidate in "$@"; do
    [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null && exit 0
  done
}
from_playwright() {
  .venv/bin/python - <<'PYTHON' 2>/dev/null && exit 0
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
print(path) if pathlib.Path(path).exists() else sys.exit(1)
PYTHON
}
can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1; }

first "${CHROMIUM:-}" chromium-headless-shell
if can_install; then
  echo "Installing Chromium for the tests (Debian's package) …" >&2
  apt-get update -qq >&2 && install chromium-headless-shell && first chromium-headless-shell
fi
first chromium chromium-browser google-chrome
from_playwright
if can_install; then
  install chromium
else
  echo "Installing Chromium for the tests (Playwright's) …" >&2
  .venv/bin/playwright install chromium >&2
fi
first chromium
from_playwright

cat >&2 <<'WORDS'
Chromium is missing, and could not be installed from here. The tests need a real browser.
Install Chromium or Chrome, or set CHROMIUM to the path of one, and run make again.
WORDS
exit 1
