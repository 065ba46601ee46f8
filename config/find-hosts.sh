#!/bin/sh
# The web servers that the tests run: nginx and Apache. Installs Debian's packages where that can be done, else says so.
set -u
missing() {
  for server in nginx apache2; do
    PATH="$PATH:/usr/sbin" command -v "$server" >/dev/null || printf '%s ' "$server"
  done
}

wanted=$(missing)
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing web servers for the tests (Debian's packages: $wanted) …" >&2
  # Debian starts a server that it installs. Here only the tests start one, each on a port of its own.
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d; made=yes; }
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1
  [ "${made:-}" = yes ] && rm -f /usr/sbin/policy-rc.d
fi
wanted=$(missing)
[ -z "$wanted" ] || echo "Not installed: $wanted. The tests that serve the site with them are left out. Install them, and run make again." >&2
exit 0
