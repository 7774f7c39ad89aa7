#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12), 2026-11-30
#
# Setting:  "return 503" while the site is under maintenance, with a page from error_page 503.
# Guess:    every request gets the page with 503. If the page itself is missing: a plain 503.
# Reality:  with a named location (error_page 503 @maintenance) GET is 503 and POST is 405 Not Allowed: the method
#           stays POST, and a static file refuses it. If the page is missing, everybody gets 404.
# On call:  405 or 404 "from the API" at the hour of the maintenance is nginx's own error page. Clients that
#           would retry a 503 give up on a 405 or 404. Try the page with POST as well as GET; the missing page
#           is in the error log ("open() … failed"), the 405 is not.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(nginx=1.22.1-9+deb12u11)

work=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" && wait "$pid"; done 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
changed() { echo "CHANGED: $*" >&2; exit 1; }
ready() {
  timeout 120 bash -c "until (: >/dev/tcp/127.0.0.1/$1) 2>/dev/null; do sleep 0.1; done" ||
    { echo "not ready within 120 s: port $1" >&2; exit 1; }
}

cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "${packages[@]}"
for deb in *.deb; do dpkg -x "$deb" unpacked; done
read -r front < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(1)]
print(*(s.getsockname()[1] for s in taken))')

mkdir pages temp
chmod 755 . pages
echo 'Back at noon.' > pages/maintenance.html
cat > nginx.conf <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/temp;
  root $work/pages;
  server {
    listen 127.0.0.1:$front;
    location /named/ { error_page 503 @maintenance; return 503; }
    location @maintenance { rewrite ^ /maintenance.html break; }
    location /path/ { error_page 503 /maintenance.html; return 503; }
    location /missing/ { error_page 503 /renamed.html; return 503; }
  }
}
CONF
unpacked/usr/sbin/nginx -e error.log -c "$work/nginx.conf" & pids+=($!)
ready "$front"
unpacked/usr/sbin/nginx -v

ask() { curl -sS -m 120 -X "$1" -o /dev/null -w '%{http_code}' "http://127.0.0.1:$front/$2/orders"; }
expect() { # METHOD WHERE STATUS
  local status
  status=$(ask "$1" "$2")
  echo "$1 with the error page at $2: $status"
  [ "$status" = "$3" ] || changed "$1, error page at $2: was $3, now $status"
}
expect GET path 503
expect POST path 503
expect GET named 503
expect POST named 405
expect GET missing 404
expect POST missing 404
cat error.log
echo "as described"
