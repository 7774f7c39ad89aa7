#!/usr/bin/env bash
# Squid 5.7 as accelerator (Debian 12), 2026-11-30
#
# Setting:  Squid in front of one backend; the backend dies.
# Guess:    503 Service Unavailable for as long as it is dead.
# Reality:  503 (ERR_CONNECT_FAIL) exactly ten times, and 502 Bad Gateway (ERR_READ_ERROR) from the eleventh request:
#           after ten failures Squid marks the peer dead and no longer tries, but the page speaks of a read error.
#           A backend that was dead when Squid started is 502 from the first request.
# On call:  503 turning into 502 is no second fault. Do not look for "Connection reset": HIER_NONE in the access log
#           says that nobody was asked. In cache.log: "Detected DEAD Parent".
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(
  squid=5.7-2+deb12u6 squid-common=5.7-2+deb12u6 libecap3=1.0.1-3.4 libltdl7=2.4.7-7~deb12u1 libmnl0=1.0.4-3
  libnetfilter-conntrack3=1.0.9-3 libnfnetlink0=1.0.2-2 libtdb1=1.4.8-2 squid-langpack=20220130-1
)

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
export LD_LIBRARY_PATH=$work/unpacked/usr/lib/x86_64-linux-gnu
read -r backend dies absent < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
print(*(s.getsockname()[1] for s in taken))')

chmod 755 .
cat > backend.py <<'PY'
import http.server, sys
class Backend(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *_): pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Backend).serve_forever()
PY
start_backend() { python3 backend.py "$backend" & pids+=($!); ready "$backend"; }
start_squid() { # NAME PORT
  mkdir -p "$1"
  cat > "$1/squid.conf" <<CONF
http_port 127.0.0.1:$2 accel defaultsite=shop.example no-vhost
cache_peer 127.0.0.1 parent $backend 0 no-query no-digest originserver
http_access allow all
cache deny all
visible_hostname proxy.example
cache_effective_user proxy
pinger_enable off
access_log stdio:$work/$1/access.log
cache_log $work/$1/cache.log
pid_filename $work/$1/squid.pid
coredump_dir $work/$1
mime_table $work/unpacked/usr/share/squid/mime.conf
icon_directory $work/unpacked/usr/share/squid/icons
error_directory $work/unpacked/usr/share/squid-langpack/en
CONF
  chmod 777 "$1"
  unpacked/usr/sbin/squid -N -f "$1/squid.conf" & pids+=($!)
  ready "$2"
}
ask() { curl -sS -m 120 -o /dev/null -D "$work/head" -w '%{http_code}' "http://127.0.0.1:$1/"; }
reason() { tr -d '\r' < head | sed -n 's/^X-Squid-Error: //p'; }

unpacked/usr/sbin/squid -v | head -n 1
start_backend
start_squid dies "$dies"
first=$(ask "$dies")
echo "backend alive: $first"
kill "${pids[0]}"; wait "${pids[0]}" || true
seen=()
for request in {1..12}; do
  seen+=("$(ask "$dies")")
  echo "dead, request $request: ${seen[-1]} $(reason)"
done
grep -oE 'Detected DEAD Parent.*' dies/cache.log
tail -n 1 dies/access.log

start_squid absent "$absent"
never=$(ask "$absent")
echo "dead before Squid started: $never $(reason)"

[ "$first" = 200 ] || changed "the living backend was not reached: $first"
[ "${seen[*]}" = "503 503 503 503 503 503 503 503 503 503 502 502" ] || changed "ten times 503 and then 502, now ${seen[*]}"
[ "$never" = 502 ] || changed "a backend dead from the start was 502, now $never"
echo "as described"
