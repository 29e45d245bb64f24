"""Forms: strings in, typed values out, or Refused with a sentence beside each field. A route imports the file it means.

decoding   bytes → {name: text}, strictly; app/web/guard.py does this for every request
fields     the Reader of a form's fields: text, email, phone, whole_number, identity, choice, ticked, day, moment
days       days as people and programs write them, read one way; imports read with it too
times      times of day and stretches of a day as people write them
overruling the ticks and the reason with which staff override rules
sign_in    registering, signing in, passwords        profile    the own account, relatives, the page of staff
booking    choosing and booking a time               desk       booking for patients, and why not
visits     cancelling, moving, marking; their list   patients   finding and adding a patient at the desk
hours      the week, slot length, time off           closures   closed days
rooms, services, settings, users, audit, reports     the pages of admins
api        the query strings of programs
"""
