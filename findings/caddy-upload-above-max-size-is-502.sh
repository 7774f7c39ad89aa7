#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12), 2026-11-30
#
# Setting:  request_body { max_size } in front of reverse_proxy; a client uploads more than that.
# Guess:    413 Content Too Large.
# Reality:  502 Bad Gateway, although the upstream is well. Caddy counts its own limit as an error of the
#           upstream: its error log holds "HTTP 413: http: request body too large" beside "status":502.
# On call:  502s for one route or a few people, upstream healthy: compare the Content-Length of the request with
#           max_size, and look in Caddy's error log for those words.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(caddy=2.6.2-5)

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
import http.server, sys
class Upload(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *_): pass
    def handle(self):
        try: super().handle()
        except ConnectionError: pass  # Caddy hangs up in the middle of what is too large
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Upload).serve_forever()
PY
python3 upstream.py "$upstream" & pids+=($!)

cat > Caddyfile <<CONF
{
	admin off
	auto_https off
	storage file_system $work/storage
}
http://127.0.0.1:$front {
	bind 127.0.0.1
	request_body {
		max_size 1000
	}
	reverse_proxy 127.0.0.1:$upstream
}
CONF
HOME=$work unpacked/usr/bin/caddy run --config Caddyfile --adapter caddyfile 2> caddy.log & pids+=($!)
for port in "$upstream" "$front"; do ready "$port"; done
unpacked/usr/bin/caddy version

upload() { # BYTES
  head -c "$1" /dev/zero | curl -sS -m 120 -o /dev/null -w '%{http_code}' --data-binary @- "http://127.0.0.1:$front/"
}
small=$(upload 1000); echo "1000 bytes: $small"
large=$(upload 1001); echo "1001 bytes: $large"
after=$(upload 1000); echo "1000 bytes: $after"
grep -oE '"msg":"[^"]*too large"|"status":[0-9]+' caddy.log

[ "$small/$after" = 200/200 ] || changed "what is within the limit no longer reaches the upstream: $small, $after"
[ "$large" = 502 ] || changed "what is above max_size was 502, now $large"
echo "as described"
