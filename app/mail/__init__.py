"""Mail: everything after a row of notifications was committed (app/mail/outbox.py puts it there).

words          what each kind of mail says
letter         the message with its HTML twin and its calendar part
links          the signed links that mail carries, and one-time links while they wait
smtp           one conversation with the mail server, bounded in time
outcomes       what a reply means: sent, tried again later, given up, or the whole queue pauses
reminders      queueing what is due
calendar_file  the calendar part of a letter
addresses      to which e-mail address a mail goes, asked when it is sent
try_out        whether the server takes mail from us, asked without sending any
worker         the loop that claims, looks again, sends and writes down what came of it
notifications  what admins do at /admin/notifications: send again, cancel, resume, a test mail
"""
