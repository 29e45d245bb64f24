"""The limit for any page of ours: Bottle and waitress with a template of the same size, and no application.

    python -m bench.bare_page PORT BYTES
"""

import sys

import bottle
import waitress

app = bottle.Bottle()
text = 'x' * int(sys.argv[2])


@app.get('/')
def show():
    return bottle.template('<p>{{text}}</p>\n', text=text)


waitress.serve(app, host='127.0.0.1', port=int(sys.argv[1]), threads=8, ident=None, _quiet=True)
