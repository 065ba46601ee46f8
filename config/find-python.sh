#!/bin/sh
# Print the path of a Python 3.13 that really runs. Finds one, or has uv install it; else says how to get one.
set -u
runs() { "$1" -c 'import sys, venv; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1; }

for candidate in python3.13 python3 "$HOME"/.pyenv/versions/3.13*/bin/python; do
  found=$(command -v "$candidate" 2>/dev/null) || continue
  if runs "$found"; then echo "$found"; exit 0; fi
done

uv=$(command -v uv) || {
  any=$(command -v python3) && "$any" -m venv .cache/uv >/dev/null 2>&1 && .cache/uv/bin/pip install -q uv >/dev/null 2>&1
  uv=.cache/uv/bin/uv
}
if [ -x "$uv" ] && "$uv" python install -q 3.13 >/dev/null 2>&1; then
  found=$("$uv" python find 3.13 2>/dev/null)
  if runs "$found"; then echo "$found"; exit 0; fi
fi

cat >&2 <<'WORDS'
Python 3.13 is missing, and could not be installed from here.
The project runs on the Python that its browser has. Get it in one of these ways, and run make again:
  Debian, Ubuntu:  apt-get install python3.13 python3.13-venv
  macOS:           brew install python@3.13
  anywhere:        pyenv install 3.13, or uv python install 3.13, or www.python.org/downloads
WORDS
exit 1
