"""Requests that no browser sends, byte by byte: what parsers, proxies and attackers disagree about.

WHOLE are finished and must be answered; OPEN never end, so the server may wait a while and then hang up. PATH stands
for the path, HOST for the header that names us.
"""

FORM = 'Content-Type: application/x-www-form-urlencoded'


def _get(header='', path='PATH', method='GET', version='HTTP/1.1', host='HOST'):
    lines = [f'{method} {path} {version}', host, header, 'Connection: close']
    return ('\r\n'.join(filter(None, lines)) + '\r\n\r\n').encode('latin1')


def _post(headers, body=b'a=b', path='PATH'):
    return _get(f'{FORM}\r\n{headers}', path, 'POST') + body


CHUNKED = 'Transfer-Encoding: chunked'
PART = b'--x\r\nContent-Disposition: form-data\r\n\r\n'
HEADERS = (
    'X-A: \0', 'X\0A: b', 'X-A : b', 'no colon at all', ': no name', 'X-A: b\r\n folded', 'X-A: b\rX-B: c', 'X_A: b',
    'X-A: ' + 'x' * 20_000, '\r\n'.join(f'X-{n}: {n}' for n in range(1500)), 'X-A: \xff\xfe', 'X-A: \x1b[31m',
    'Host: evil.example', 'Host: ', 'HOST', 'X-Forwarded-For: \'"<script>', 'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: gopher', 'Forwarded: for=;;;', 'Expect: 100-continue', 'Expect: miracles',
    'Upgrade: websocket\r\nConnection: Upgrade', 'Range: bytes=0-0,5-2,-9', 'If-None-Match: "',
    'If-Modified-Since: yesterday', 'Accept-Encoding: gzip;q=x', 'Accept-Language: ' + 'a,' * 3000,
    'Authorization: Basic ////', 'Content-Type: \0', 'Content-Length: 0', 'Referer: javascript:0',
    'User-Agent: ' + '%n%s' * 500, 'Sec-Fetch-Site: \xe9',
)
COOKIES = ('(x)=1', 'x[y]=1', 'a,b=1', 'session', 'session=', 'session=' + 'A' * 43, 'session="' + '\\' * 6000 + '"',
           'session=\0', 'session=\xff', '; ' * 4000, 'session={"a":"b"}', 'theme=../../x; visit=; theme=dark',
           'session=A; session=B', '=;=;=', 'visit=' + '\\"' * 3000)
LINES = (
    _get(method='get'), _get(method='A' * 5000), _get(method='G\xcbT'), _get(method='BREW'), _get(method='TRACE'),
    _get(method='OPTIONS', path='*'), _get(method='CONNECT', path='evil.example:443'), _get(version='HTTP/9.9'),
    _get(version='HTTP/1.0', host=''), _get(version='HTTQ/1.1'), _get(version=''), _get(host=''), b'GET PATH\r\n\r\n',
    _get(path='http://evil.example/PATH'), _get(path='http://127.0.0.1PATH'), _get(path='https://user:x@PATH'),
    _get(path='//evil.examplePATH'), _get(path='PATH%00'), _get(path='PATH\0'), _get(path='PATH%ff'),
    _get(path='PATH\xff'), _get(path='PATH?%'), _get(path='PATH?a=%ff&a=%00'), _get(path='PATH?' + 'q' * 12_000),
    _get(path='PATH?' + '&'.join(f'{n}=' for n in range(2000))), _get(path='PATH/%2e%2e/%2e%2e/etc/passwd'),
    _get(path='PATH/../../etc/passwd'), _get(path='PATH;x=y#z'), _get(path='PATH' + '/x' * 5000),
    _get(path='no-slash'), b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + b'\r\n\r\n',
    b'\0' * 100 + b'\r\n\r\n', b'SSH-2.0-x\r\n\r\n', b'a' * 40_000 + b'\r\n\r\n',
)
BODIES = (
    _post('Content-Length: 3\r\nContent-Length: 3'), _post('Content-Length: 3\r\nContent-Length: 4'),
    _post('Content-Length: +3'), _post('Content-Length: -3'), _post('Content-Length: abc'),
    _post('Content-Length: 3 3'), _post('Content-Length: 0x3'), _post('Content-Length: ' + '9' * 30),
    _post('Content-Length: \u00b3'), _post('Content-Length: 1'), _post(''), _post('Content-Length: 0', b''),
    _post(f'Content-Length: 3\r\n{CHUNKED}', b'0\r\n\r\n'), _post(f'{CHUNKED}\r\nContent-Length: 99', b'0\r\n\r\n'),
    _post(CHUNKED, b'3\r\na=b\r\n0\r\n\r\n'), _post(CHUNKED, b'zz\r\na=b\r\n0\r\n\r\n'), _post(CHUNKED, b'-1\r\n\r\n'),
    _post(CHUNKED, b'3;x=y\r\na=b\r\n0\r\nX: y\r\n\r\n'),
    _post('Transfer-Encoding: gzip', b'0\r\n\r\n'), _post('Transfer-Encoding: chunked, chunked', b'0\r\n\r\n'),
    _post('Transfer-Encoding: xchunked', b'0\r\n\r\n'), _post(f'{CHUNKED}\r\n{CHUNKED}', b'0\r\n\r\n'),
    _post('Content-Length: 200000', b'a' * 200_000), _post('Content-Length: 3\r\nContent-Type: text/plain'),
    _get('Content-Type: multipart/form-data\r\nContent-Length: 3', method='POST') + b'a=b',
    _get(f'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(PART)}', method='POST') + PART,
    _get(f'{FORM}; charset=utf-7\r\nContent-Length: 3', method='POST') + b'a=b',
    _post('Content-Length: 9', b'a=%ff%00%'), _post('Content-Length: 11', b'a=1&a=2&a=3'),
    _post('Content-Length: 3') * 3, _get().replace(b'close', b'keep-alive') * 20 + _get(),
    _get() + b'garbage\0\r\n\r\n', _get() + _post('x'),
)
WHOLE = (*(_get(header) for header in HEADERS), *(_get(f'Cookie: {cookie}') for cookie in COOKIES), *LINES, *BODIES)
OPEN = (b'GET PATH HTTP/1.1\nHost: localhost\n\n', b'GET PATH HTTP/1.1\r\nHOST', b'', b'G', b'GET PATH HTTP/1.1\r\n',
        _post('Content-Length: 50'), _post(CHUNKED, b'3\r\na'), _post(CHUNKED, b''),
        _post(CHUNKED, b'ffffffffffffffffff\r\n'), _get('Content-Length: 5'), b'\r\n\r\n' * 50,
        _post('Expect: 100-continue\r\nContent-Length: 9', b''))
