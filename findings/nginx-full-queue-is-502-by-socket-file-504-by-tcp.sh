#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12, Linux), 2026-11-30
#
# Setting:  an application server (PHP-FPM, uWSGI, gunicorn …) is overloaded: its listen queue is full.
# Guess:    the same answer however nginx reaches it, 504 Gateway Timeout after proxy_connect_timeout.
# Reality:  over TCP it is 504 after the time-out. Over a Unix socket it is 502 Bad Gateway at once, logged as
#           "connect() … failed (11: Resource temporarily unavailable)". No time-out of nginx takes part.
# On call:  a burst of 502 within milliseconds looks like a dead application server. With error 11 it is alive and
#           full: what helps is more workers, or a longer queue.
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
read -r front tcp < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in taken))')

cat > busy.py <<'PY'
"""Listens on both kinds of socket, accepts nobody, and stands in its own queue until that is full."""
import os, signal, socket, sys
tcp, path = int(sys.argv[1]), sys.argv[2]
by_tcp = socket.create_server(("127.0.0.1", tcp), backlog=0)
by_file = socket.socket(socket.AF_UNIX)
by_file.bind(path)
os.chmod(path, 0o666)
by_file.listen(0)
waiting = []
for family, address in [(socket.AF_INET, ("127.0.0.1", tcp))] * 4 + [(socket.AF_UNIX, path)] * 4:
    client = socket.socket(family)
    client.setblocking(False)
    client.connect_ex(address)
    waiting.append(client)
print("full", flush=True)
signal.pause()
PY
mkfifo queue
python3 busy.py "$tcp" "$work/app.sock" > queue & pids+=($!)
read -r -t 120 state < queue
[ "$state" = full ]

mkdir temp
chmod 755 .
cat > nginx.conf <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/temp;
  proxy_connect_timeout 3s;
  server {
    listen 127.0.0.1:$front;
    location /tcp { proxy_pass http://127.0.0.1:$tcp; }
    location /file { proxy_pass http://unix:$work/app.sock:; }
  }
}
CONF
unpacked/usr/sbin/nginx -e error.log -c "$work/nginx.conf" & pids+=($!)
ready "$front"
unpacked/usr/sbin/nginx -v

ask() { curl -sS -m 120 -o /dev/null -w '%{http_code} after %{time_total} s' "http://127.0.0.1:$front$1"; }
by_tcp=$(ask /tcp); echo "TCP:         $by_tcp"
by_file=$(ask /file); echo "Unix socket: $by_file"
cat error.log

[[ $by_tcp = 504* ]] || changed "a full queue over TCP was 504, now $by_tcp"
[[ $by_file = 502* ]] || changed "a full queue over a Unix socket was 502, now $by_file"
grep -q '11: Resource temporarily unavailable' error.log || changed "the error log no longer names error 11"
echo "as described"
