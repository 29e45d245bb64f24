"""Who may open what: each route × visitor. EXPECTED gives the letters of each route of the program.

One letter for each of nobody, petra (whose records these are), mallory (another patient), weber (who treats her),
okafor (a colleague), dora (the desk), ada (admin), dina (account closed since):

    +  may: any answer but those below        F  403, not this role
    L  is sent to sign in (API: 401)          N  404, as if there were no such record
"""

import re

from app import routes  # noqa: F401
from app.web.app import app

TABLE = '''
GET  /                                                          ++++++++
GET  /static/<name>                                             ++++++++
POST /theme                                                     ++++++++
GET  /healthz                                                   ++++++++
GET  /healthz/ready                                             ++++++++
GET  /privacy                                                   ++++++++
GET  /imprint                                                   ++++++++
GET  /register                                                  ++++++++
POST /register                                                  ++++++++
GET  /login                                                     ++++++++
POST /login                                                     ++++++++
POST /logout                                                    L++++++L
GET  /login/code                                                L++++++L
POST /login/code                                                ++++++++
GET  /reset-password/<token:token>                              ++++++++
POST /reset-password/<token:token>                              ++++++++
GET  /forgot-password                                           ++++++++
POST /forgot-password                                           ++++++++
GET  /confirm-address/<token:token>                             ++++++++
POST /confirm-address/<token:token>                             ++++++++

GET  /profile                                                   L++++++L
POST /profile                                                   L++++++L
POST /profile/password                                          L++++++L
GET  /profile/sign-ins                                          L++++++L
POST /profile/sign-ins/<session_id:id>/end                      L++++++L
POST /profile/sign-ins/end-others                               L++++++L
GET  /profile/second-factor                                     L++++++L
POST /profile/second-factor                                     L++++++L
GET  /profile/second-factor/key                                 L++++++L
POST /profile/second-factor/key                                 L++++++L
GET  /profile/second-factor/recovery-codes                      L++++++L
POST /profile/second-factor/recovery-codes                      L++++++L
GET  /profile/second-factor/off                                 L++++++L
POST /profile/second-factor/off                                 L++++++L
GET  /profile/relatives                                            L++FFFFL
POST /profile/relatives                                            L++FFFFL
GET  /profile/relatives/<patient_id:id>                            L+NFFFFL
POST /profile/relatives/<patient_id:id>                            L+NFFFFL
GET  /profile/records                                              L++FFFFL
GET  /profile/records/<patient_id:id>                              L+NFFFFL
POST /profile/records/<patient_id:id>                              L+NFFFFL
POST /profile/records/<patient_id:id>/not-me                       L+NFFFFL
GET  /profile/email                                             L++++++L
POST /profile/email                                             L++++++L
POST /profile/email/send-link                                   L++++++L
GET  /profile/data                                              L++++++L
GET  /profile/close                                             L++FFFFL
POST /profile/close                                             L++FFFFL

GET  /staff/<staff_id:id>                                      ++++++++
GET  /book                                                      ++++++++
GET  /book/<staff_id:id>                                        ++++++++
GET  /book/<staff_id:id>/confirm                                L++++++L
POST /appointments                                              L++FFFFL
GET  /appointments                                              L++FFFFL
GET  /appointments/<appointment_id:id>                          L+N+N++L
GET  /appointments/<appointment_id:id>/calendar.ics             L+N+N++L
GET  /appointments/<appointment_id:id>/cancel                   L+N+N++L
POST /appointments/<appointment_id:id>/cancel                   L+N+N++L
GET  /appointments/<appointment_id:id>/reschedule               L+N+N++L
POST /appointments/<appointment_id:id>/reschedule               L+N+N++L
GET  /appointments/<appointment_id:id>/reassign                 LFF+N++L
POST /appointments/<appointment_id:id>/reassign                 LFF+N++L
GET  /appointments/<appointment_id:id>/change                   LFF+N++L
POST /appointments/<appointment_id:id>/change                   LFF+N++L
POST /appointments/<appointment_id:id>/status                   LFF+N++L
POST /appointments/<appointment_id:id>/late                     LFF+N++L
POST /appointments/<appointment_id:id>/note                     LFF+N++L

GET  /mail/see/<appointment_id:id>/<minute:id>/<signature:token>       ++++++++
GET  /mail/cancel/<appointment_id:id>/<minute:id>/<signature:token>    ++++++++
POST /mail/cancel/<appointment_id:id>/<minute:id>/<signature:token>    ++++++++
GET  /mail/move/<appointment_id:id>/<minute:id>/<signature:token>      ++++++++
POST /mail/move/<appointment_id:id>/<minute:id>/<signature:token>      ++++++++

GET  /staff                                                     LFF++++L
GET  /staff/upcoming                                            LFF++++L
GET  /staff/week                                                LFF++++L
GET  /staff/month                                               LFF++++L
GET  /staff/patients/<patient_id:id>                            LFF+N++L
GET  /staff/patients/<patient_id:id>/edit                       LFFNN++L
POST /staff/patients/<patient_id:id>/edit                       LFFNN++L
GET  /staff/patients/<patient_id:id>/merge                      LFFNN++L
POST /staff/patients/<patient_id:id>/merge                      LFFNN++L
POST /staff/patients/<patient_id:id>/apart                      LFFNN++L
POST /staff/patients/<patient_id:id>/known-address              LFFNN++L
POST /staff/patients/<patient_id:id>/online                     LFFNN++L
POST /staff/patients/<patient_id:id>/alert                      LFF+N++L
GET  /staff/profile                                             LFF+++NL
POST /staff/profile                                             LFF+++NL
GET  /staff/hours                                        LFF++++L
GET  /staff/hours/week                                  LFF+N++L
POST /staff/hours/week                                  LFF+N++L
POST /staff/hours/week/remove                           LFF+N++L
GET  /staff/hours/extra                                  LFF+N++L
POST /staff/hours/extra                                  LFF+N++L
POST /staff/hours/extra/<working_hours_id:id>/remove     LFF+N++L
POST /staff/hours/slots                                  LFF+N++L
GET  /staff/hours/visits                                 LFF+N++L
POST /staff/hours/visits/apply                           LFF+N++L
POST /staff/hours/visits/give                            LFF+N++L
POST /staff/hours/visits/cancel                          LFF+N++L
GET  /staff/hours/time-off                               LFF+N++L
POST /staff/hours/time-off                               LFF+N++L
POST /staff/hours/time-off/<time_off_id:id>/remove       LFF+N++L
GET  /staff/away                                                LFF+N++L
POST /staff/away                                                LFF+N++L
GET  /staff/calls                                               LFF++++L
POST /staff/calls/<appointment_id:id>/done                      LFF+N++L
POST /staff/calls/<appointment_id:id>/undo                      LFF+N++L
GET  /staff/new-accounts                                        LFFNN++L
POST /staff/new-accounts/cancel                                 LFFNN++L
GET  /staff/patients                                             LFF++++L
GET  /staff/book                                                LFF++++L
POST /staff/book                                                LFF++++L
GET  /staff/book/patient                                        LFF++++L
POST /staff/book/patient                                        LFF++++L
GET  /staff/book/confirm                                        LFF++++L
GET  /staff/why-not                                             LFF++++L

GET  /api/openapi.json                                          ++++++++
GET  /api/staff                                                 ++++++++
GET  /api/services                                              ++++++++
GET  /api/slots                                                 ++++++++
GET  /api/appointments                                          L++++++L
'''
ADMIN = 'LFFFFF+L'          # everything below /admin
LEARN = 'NNNNNNNN'          # everything below /learn, where the course is off, as it is in these tests


def table() -> dict[str, str]:
    """'GET /path' → the letters."""
    rows = dict(re.fullmatch(r'(\S+ +\S+)\s+(\S+)', line).groups() for line in TABLE.split('\n') if line.strip())
    rows = {re.sub(' +', ' ', route): letters for route, letters in rows.items()}
    below = {'/admin': ADMIN, '/learn': LEARN}
    return rows | {route: below[path] for route in ROUTES for path in below if route.split(' ')[1].startswith(path)}


ROUTES = [f'{route.method} {route.rule}' for route in app.routes]
EXPECTED = table()
