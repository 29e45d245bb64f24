"""What travels with a request in its WSGI environ, beside the server's and Bottle's own keys: each key once."""

REQUEST_ID = 'clinic.request_id'        # wsgi.py sets it; the log line, the log of failures and error pages name it
VISITOR = 'clinic.visitor'              # a stranger from wsgi.py, who asks from guard.py; read by web.visitor()
CLINIC = 'clinic.settings'              # guard.py sets it where a page needs the database; read by web.clinic()
SESSION = 'clinic.session'              # the token of a session that was found, or None: guard.py; read for csrf
QUERY = 'clinic.query'                  # the query string, decoded by guard.py; read by web.query()
FORM = 'clinic.form'                    # what was posted, decoded by guard.py; read by web.form()
GIVEN_TOKEN = 'clinic.given_token'      # the token that came with a form: guard.py takes it out, and looks at it
NEW_VISIT = 'clinic.new_visit'          # csrf.py keeps the cookie that it gave a stranger with this answer
