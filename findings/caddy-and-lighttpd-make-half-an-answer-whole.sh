#!/usr/bin/env bash
# Caddy 2.6.2 and lighttpd 1.4.69 (Debian 12), 2026-11-30
#
# Setting:  the upstream sends its answer in chunks and dies in the middle: the last chunk never comes.
# Guess:    the proxy breaks off its own answer too, so that the client sees an error, as nginx 1.22 does.
# Reality:  the client gets a whole, valid 200 that holds half of the content. curl exits 0.
# On call:  "the JSON ends in the middle, but every status is 200 and no client reports an error." Caches keep
#           the half, retries never start. Compare with the upstream asked directly: there curl exits 18.
#           Caddy writes "aborting with incomplete response" to its log, lighttpd nothing. A megabyte behaves alike.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(caddy=2.6.2-5 lighttpd=1.4.69-1 nginx=1.22.1-9+deb12u11)

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
read -r upstream caddy lighttpd nginx < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(4)]
print(*(s.getsockname()[1] for s in taken))')

cat > upstream.py <<'PY'
import socket, sys
server = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=16)
while True:
    client, _ = server.accept()
    if client.recv(65536):
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                       b"e\r\n[\"first half\",\r\n")
    client.close()
PY
python3 upstream.py "$upstream" & pids+=($!)

cat > Caddyfile <<CONF
{
	admin off
	auto_https off
	storage file_system $work/storage
}
http://127.0.0.1:$caddy {
	bind 127.0.0.1
	reverse_proxy 127.0.0.1:$upstream
}
CONF
HOME=$work unpacked/usr/bin/caddy run --config Caddyfile --adapter caddyfile 2> caddy.log & pids+=($!)

cat > lighttpd.conf <<CONF
server.modules = ("mod_proxy")
server.document-root = "$work"
server.bind = "127.0.0.1"
server.port = $lighttpd
server.errorlog = "$work/lighttpd.log"
proxy.server = ("" => (("host" => "127.0.0.1", "port" => $upstream)))
CONF
unpacked/usr/sbin/lighttpd -D -m unpacked/usr/lib/lighttpd -f lighttpd.conf & pids+=($!)

mkdir temp
cat > nginx.conf <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/temp;
  proxy_temp_path $work/temp;
  server { listen 127.0.0.1:$nginx; location / { proxy_pass http://127.0.0.1:$upstream; proxy_http_version 1.1; } }
}
CONF
unpacked/usr/sbin/nginx -e nginx.log -c "$work/nginx.conf" & pids+=($!)

for port in "$upstream" "$caddy" "$lighttpd" "$nginx"; do ready "$port"; done
unpacked/usr/bin/caddy version
unpacked/usr/sbin/lighttpd -v
unpacked/usr/sbin/nginx -v

ask() {
  local status exit=0
  status=$(curl -s -m 120 -o body -w '%{http_code}' "http://127.0.0.1:$1/") || exit=$?
  echo "status $status, curl exit $exit, content: $(cat body)"
}
half='content: ["first half",'
direct=$(ask "$upstream"); echo "upstream directly: $direct"
by_nginx=$(ask "$nginx"); echo "through nginx:     $by_nginx"
by_caddy=$(ask "$caddy"); echo "through Caddy:     $by_caddy"
by_lighttpd=$(ask "$lighttpd"); echo "through lighttpd:  $by_lighttpd"
tail -n 1 caddy.log; echo "lighttpd's log:"; cat lighttpd.log

[ "$direct" = "status 200, curl exit 18, $half" ] || changed "the upstream was not seen to break off"
[ "$by_nginx" = "status 200, curl exit 18, $half" ] || changed "nginx no longer passes the break on"
[ "$by_caddy" = "status 200, curl exit 0, $half" ] || changed "Caddy no longer completes the half answer"
[ "$by_lighttpd" = "status 200, curl exit 0, $half" ] || changed "lighttpd no longer completes the half answer"
echo "as described"
