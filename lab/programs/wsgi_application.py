# Answers everything with 200, sends what /sends/<status> asks for, sleeps at /sleep, fails at /throws.
import time


def application(environ, start_response):
    path = environ.get('PATH_INFO', '')
    length = environ.get('CONTENT_LENGTH', '')
    if length.isdigit():
        environ['wsgi.input'].read(int(length))
    elif 'HTTP_TRANSFER_ENCODING' in environ:
        environ['wsgi.input'].read()
    if path == '/throws':
        raise RuntimeError('lab')
    if path == '/sleep':
        time.sleep(4.5)
    status = path[7:] + ' Lab' if path.startswith('/sends/') else '200 OK'
    start_response(status, [('Content-Type', 'text/plain'), ('Content-Length', '5')])
    return [b'hello']
