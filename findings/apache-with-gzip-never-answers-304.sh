#!/usr/bin/env bash
# Apache 2.4.71 (Debian 12), 2026-11-30
#
# Setting:  mod_deflate compresses a static file. A browser that has the file asks again with the ETag it was given.
# Guess:    304 Not Modified, as without compression.
# Reality:  200 with the whole content, every time. mod_deflate hands out the ETag with "-gzip" at its end, and does
#           not know it again when it comes back. If-Modified-Since would match, but If-None-Match goes before it.
# On call:  after compression was switched on, traffic of returning visitors goes up and the 304s vanish from the
#           access log. "DeflateAlterETag NoChange" brings them back.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(apache2-bin=2.4.71-1~deb12u1 libapr1=1.7.2-3+deb12u1 libaprutil1=1.6.3-1+deb12u1)

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
read -r front unchanged < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in taken))')

mkdir -p pages/plain pages/gzip
chmod 755 . pages pages/*
for folder in plain gzip; do seq 10000 > "pages/$folder/numbers.txt"; done
modules=unpacked/usr/lib/apache2/modules
cat > apache.conf <<CONF
ServerRoot $work
ServerName localhost
Listen 127.0.0.1:$front
Listen 127.0.0.1:$unchanged
PidFile $work/apache.pid
ErrorLog $work/error.log
DefaultRuntimeDir $work
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule filter_module $modules/mod_filter.so
LoadModule deflate_module $modules/mod_deflate.so
User nobody
Group nogroup
DocumentRoot $work/pages
<Location /gzip/>
  SetOutputFilter DEFLATE
</Location>
<VirtualHost 127.0.0.1:$unchanged>
  DeflateAlterETag NoChange
</VirtualHost>
CONF
unpacked/usr/sbin/apache2 -f "$work/apache.conf" -D FOREGROUND & pids+=($!)
for port in "$front" "$unchanged"; do ready "$port"; done
unpacked/usr/sbin/apache2 -v | head -n 1

ask() { curl -sS -m 120 -H 'Accept-Encoding: gzip' -o /dev/null -D head "$@"; }
field() { tr -d '\r' < head | sed -n "s/^$1: //p"; }
again() { # PORT FOLDER: asks twice, as a browser does, and says what the second answer was
  local url=http://127.0.0.1:$1/$2/numbers.txt
  ask "$url"
  echo "$2: first answer has ETag $(field ETag), Content-Encoding $(field Content-Encoding)" >&2
  ask -H "If-None-Match: $(field ETag)" -H "If-Modified-Since: $(field Last-Modified)" \
    -w '%{http_code} with %{size_download} bytes' "$url"
}
plain=$(again "$front" plain); echo "plain, asked again: $plain"
gzip=$(again "$front" gzip); echo "gzip, asked again: $gzip"
nochange=$(again "$unchanged" gzip); echo "gzip with NoChange, asked again: $nochange"

[[ $plain = 304* ]] || changed "without compression it was 304, now $plain"
[[ $gzip = 200* ]] || changed "with compression it was 200, now $gzip"
[[ $nochange = 304* ]] || changed "with DeflateAlterETag NoChange it was 304, now $nochange"
echo "as described"
