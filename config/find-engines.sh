#!/bin/sh
# Firefox and WebKit, in which the audit goes through the main journeys beside Chromium. Installs Debian's packages where
# that can be done, else says so: WebKit's driver with a screen to show it on, the bindings by which WebKit prints, and
# what tells where a word lies on paper.
set -u
missing() {
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null || printf 'firefox-esr '
  command -v WebKitWebDriver >/dev/null || printf 'webkit2gtk-driver '
  command -v Xvfb >/dev/null || printf 'xvfb '
  command -v pdftotext >/dev/null || printf 'poppler-utils '
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || printf 'python3-gi gir1.2-webkit2-4.1 '
}

wanted=$(missing)
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Firefox and WebKit for the audit (Debian's packages: $wanted) …" >&2
  apt-get update -qq >&2
  for package in $wanted; do  # each by itself: where one can't be had, the others still come
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1
  done
fi
wanted=$(missing)
[ -z "$wanted" ] || echo "Not installed: $wanted. The journeys that need them are left out. Install them, and run make again." >&2
exit 0
