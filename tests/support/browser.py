"""A browser without a window: it drives the application in this process, keeps cookies and follows redirects.

    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', email='…', password='…')     # the form with that action, filled in
    assert page.status == 200 and 'Sign out' in page.text
"""

import io
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit
from wsgiref.util import setup_testing_defaults


class Page:
    """An answer: status, headers (lower-case names; a list of all cookies set), body, text, path, forms."""

    def __init__(self, path, status, headers, body):
        self.path, self.status, self.body = path, int(status[:3]), body
        self.headers = {name.lower(): value for name, value in headers}
        self.cookies = [value for name, value in headers if name.lower() == 'set-cookie']
        self.text = body.decode(errors='replace') if self.headers.get('content-type', '').startswith('text/') else ''
        self.forms = _Forms(self.text).found


class Browser:
    """One visitor. address: where the visitor's requests come from."""

    def __init__(self, address='127.0.0.1', application=None):
        if application is None:
            from app import routes  # noqa: F401
            from app.web.app import application
        self.application, self.address, self.cookies, self.page = application, address, {}, None

    def get(self, path, follow=True, **headers):
        """Open a page."""
        return self.send('GET', path, follow=follow, **headers)

    def post(self, path, fields=None, follow=True, **headers):
        """Send fields as they are; the token of the page shown is added where fields name none."""
        shown = self.page.forms if self.page else []
        token = next((form['csrf_token'] for _, form in shown if 'csrf_token' in form), '')
        body = urlencode({'csrf_token': token, **(fields or {})}).encode()
        return self.send('POST', path, body, follow=follow, **headers)

    def submit(self, action, follow=True, **fields):
        """Fill in the form with this action on the page shown, and post it."""
        found = [form for where, form in self.page.forms
                 if urlsplit(where or self.page.path).path == action and 'csrf_token' in form]
        assert found, f'no form for {action} on {self.page.path}: {[where for where, _ in self.page.forms]}'
        return self.post(action, {**found[0], **fields}, follow)

    def send(self, method, path, body=b'', follow=True, **headers):
        """One request; headers as WSGI names, such as HTTP_ORIGIN='…'. Redirects are followed with GET."""
        path, _, query = urljoin(self.page.path if self.page else '/', path).partition('?')
        environ = {'REQUEST_METHOD': method, 'PATH_INFO': path.encode().decode('latin1'), 'QUERY_STRING': query,
                   'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': str(len(body)),
                   'wsgi.input': io.BytesIO(body), 'REMOTE_ADDR': self.address, 'HTTP_HOST': '127.0.0.1:8080',
                   'HTTP_COOKIE': '; '.join(f'{name}={value}' for name, value in self.cookies.items()), **headers}
        setup_testing_defaults(environ)
        answer = []
        chunks = self.application(environ, lambda *args: answer.extend(args))
        self.page = Page(path, answer[0], answer[1], b''.join(chunks))
        for line in self.page.cookies:
            for name, morsel in SimpleCookie(line).items():
                gone = not morsel.value or morsel['max-age'] in ('-1', '0')
                self.cookies.pop(name, None) if gone else self.cookies.update({name: morsel.value})
        if follow and self.page.status in (302, 303):
            return self.get(self.page.headers['location'])
        return self.page


class _Forms(HTMLParser):
    """found: (action, {name: value}) of every form on a page, as a browser would send it untouched."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open, self.textarea, self.select = [], None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name, kind = given.get('name'), given.get('type', 'text')
        if tag == 'form':
            self.open = {}
            self.found.append((given.get('action'), self.open))
        elif self.open is None:
            return
        elif tag == 'input' and name and (kind not in ('checkbox', 'radio', 'submit') or 'checked' in given):
            self.open[name] = given.get('value') or ('on' if kind == 'checkbox' else '')
        elif tag == 'textarea':
            self.textarea, self.open[name] = name, ''
        elif tag == 'select':
            self.select = name
        elif tag == 'option' and ('selected' in given or self.select not in self.open):
            self.open[self.select] = given.get('value', '')

    def handle_endtag(self, tag):
        if tag == 'form':
            self.open = None
        elif tag == 'textarea':
            self.textarea = None

    def handle_data(self, text):
        if self.textarea and self.open is not None:
            self.open[self.textarea] += text
