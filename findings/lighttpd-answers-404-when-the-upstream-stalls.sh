#!/usr/bin/env bash
# lighttpd 1.4.69 (Debian 12), 2026-11-30
#
# Setting:  mod_proxy; the upstream sends its header and 10 of 100 bytes, then says nothing more.
# Guess:    a 200 that is cut short, or 504 Gateway Timeout.
# Reality:  404 Not Found, once read-timeout is over. An upstream silent from the start is a 504.
# On call:  404s whose time is the read-timeout are a slow upstream, not a missing page. An alert on 5xx
#           stays quiet. Look in the error log for "read timeout", and at the upstream.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(lighttpd=1.4.69-1)

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
read -r front upstream < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in taken))')

cat > upstream.py <<'PY'
import socket, sys
server = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=16)
kept = []  # an open connection that stays silent
while True:
    client, _ = server.accept()
    kept.append(client)
    if b"/stalls" in client.recv(65536):
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n0123456789")
PY
python3 upstream.py "$upstream" & pids+=($!)
ready "$upstream"

cat > lighttpd.conf <<CONF
server.modules = ("mod_proxy")
server.document-root = "$work"
server.bind = "127.0.0.1"
server.port = $front
server.errorlog = "$work/error.log"
proxy.server = ("" => (("host" => "127.0.0.1", "port" => $upstream, "read-timeout" => 3)))
CONF
unpacked/usr/sbin/lighttpd -v
unpacked/usr/sbin/lighttpd -D -m unpacked/usr/lib/lighttpd -f lighttpd.conf & pids+=($!)
ready "$front"

ask() { curl -sS -m 120 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$front$1"; }
silent=$(ask /silent)
stalls=$(ask /stalls)
echo "silent from the start:     $silent"
echo "stalls after 10 bytes:     $stalls"
cat error.log

[ "$silent" = 504 ] || changed "an upstream silent from the start was 504, now $silent"
[ "$stalls" = 404 ] || changed "an upstream that stalls in the body was 404, now $stalls"
echo "as described"
