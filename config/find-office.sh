#!/bin/sh
# LibreOffice Writer, through which the audit sends every form. Installs Debian's package where that can be done, else says so.
set -u
if ! command -v soffice >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing LibreOffice for the audit (Debian's package) …" >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-liberation >/dev/null 2>&1
fi
command -v soffice >/dev/null || echo "Not installed: LibreOffice. The tests that need it are left out. Install it, and run make again." >&2
exit 0
