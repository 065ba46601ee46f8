#!/bin/sh
# Print the path of a Java that really runs, for the checker of HTML. Finds one, or installs Debian's package as root.
set -u
find() {
  for candidate in "${JAVA:-}" "${JAVA_HOME:+$JAVA_HOME/bin/java}" java; do
    found=$(command -v "$candidate" 2>/dev/null) || continue
    if "$found" -version >/dev/null 2>&1; then echo "$found"; exit 0; fi
  done
}

find
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Java for the audit (Debian's package) …" >&2
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null 2>&1
  find
fi

cat >&2 <<'WORDS'
Java is missing, and could not be installed from here. The audit checks the site's HTML with it (17 or newer).
Get it in one of these ways, or set JAVA to the path of one, and run make again:
  Debian, Ubuntu:  apt-get install default-jre-headless
  macOS:           brew install openjdk
  anywhere:        adoptium.net
WORDS
exit 1
