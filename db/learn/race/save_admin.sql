-- Save the whole form: phone and room, whichever of them was changed.

UPDATE lab_admins
SET phone = %(phone)s,
    room = %(room)s
WHERE lab = %(lab)s
  AND name = %(name)s;
