#!/usr/bin/env bash
# PHP-FPM 8.2.36 behind nginx 1.22.1 (Debian 12), 2026-11-30
#
# Setting:  a script ends with a fatal error before it has written anything.
# Guess:    500, whether or not the error is shown on the page.
# Reality:  500 only while display_errors is off. With display_errors on, the same crash is 200 OK. On is also what PHP
#           does with no php.ini at all. And once output has begun, it is a 200 that curl takes for complete.
# On call:  somebody switches display_errors on to look into the 500s, and the alert goes green. Health checks and
#           caches take the error page for a good one. Count "PHP Fatal error" in FPM's log, not only 500s.
#
# Needs Debian 12 with curl and python3; writes only to a temporary folder.
set -euo pipefail
packages=(
  php8.2-fpm=8.2.36-1~deb12u1 libargon2-1=0~20171227-0.3+deb12u1 libicu72=72.1-3+deb12u1 libsodium23=1.0.18-1+deb12u1
  libxml2 libapparmor1=3.0.8-3 nginx=1.22.1-9+deb12u11
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
read -r front fpm < <(python3 -c '
import socket
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in taken))')

mkdir temp site
chmod 755 . site
echo '<?php missing_function();' > site/crash.php
echo '<?php echo "<p>Total: "; flush(); missing_function();' > site/late.php
cat > fpm.conf <<CONF
[global]
error_log = $work/fpm.log
[www]
user = nobody
group = nogroup
listen = 127.0.0.1:$fpm
pm = static
pm.max_children = 1
catch_workers_output = yes
CONF
# -n: no php.ini
unpacked/usr/sbin/php-fpm8.2 -n --nodaemonize --prefix "$work" --fpm-config "$work/fpm.conf" & pids+=($!)

cat > nginx.conf <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/temp;
  fastcgi_temp_path $work/temp;
  server {
    listen 127.0.0.1:$front;
    fastcgi_param REQUEST_METHOD \$request_method;
    fastcgi_param SCRIPT_FILENAME $work/site\$fastcgi_script_name;
    fastcgi_param PHP_VALUE "log_errors=1\n\$arg_ini";
    location / { fastcgi_pass 127.0.0.1:$fpm; }
  }
}
CONF
unpacked/usr/sbin/nginx -e nginx.log -c "$work/nginx.conf" & pids+=($!)
for port in "$fpm" "$front"; do ready "$port"; done
unpacked/usr/sbin/php-fpm8.2 -n -v | head -n 1
unpacked/usr/sbin/nginx -v

ask() { # SCRIPT INI
  local status exit=0
  status=$(curl -s -m 120 -o body -w '%{http_code}' "http://127.0.0.1:$front/$1.php?ini=$2") || exit=$?
  echo "$status, curl exit $exit"
}
expect() { # SCRIPT INI RESULT
  local result
  result=$(ask "$1" "$2")
  echo "$1.php, ${2:-no php.ini}: $result, $(tail -n 1 body)"
  [ "$result" = "$3" ] || changed "$1.php with ${2:-no php.ini} was $3, now $result"
}
expect crash display_errors=0 "500, curl exit 0"
expect crash display_errors=1 "200, curl exit 0"
expect crash "" "200, curl exit 0"
expect late display_errors=0 "200, curl exit 0"
echo "\"PHP Fatal error\" in FPM's log: $(grep -c 'PHP Fatal error' fpm.log)"
echo "as described"
