# Answers everything with 200, sends what /sends/<status> asks for, sleeps at /sleep, fails at /throws.
import time


def application(environ, start_response):
    path = environ.get('PATH_INFO', '')
    environ['wsgi.input'].read(int(environ.get('CONTENT_LENGTH') or 0))
    if path == '/throws':
        raise RuntimeError('lab')
    if path == '/sleep':
        time.sleep(2)
    status = path[7:] + ' Lab' if path.startswith('/sends/') else '200 OK'
    start_response(status, [('Content-Type', 'text/plain'), ('Content-Length', '5')])
    return [b'hello']
