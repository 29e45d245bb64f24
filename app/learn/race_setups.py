"""The scenes of the race lab: what each of two connections does, step by step.

A step is a file of db/queries or of db/learn/race, with its values, or a command such as COMMIT. Values in brackets are
those of the lab: its person, day, time and patients, so that labs do not meet.
"""

from typing import NamedTuple

BEGIN, COMMIT, ROLLBACK = 'START TRANSACTION', 'COMMIT', 'ROLLBACK'


class Step(NamedTuple):
    """file: its name, '' for a command. values: by parameter; a text such as '{staff_id}' stands for the lab's own.

    columns: those that are shown, none for all.
    """

    what: str
    file: str = ''
    values: dict = {}
    command: str = ''
    columns: tuple[str, ...] = ()


class Setup(NamedTuple):
    """One scene. isolation: of both transactions. shows: the file with the rows that both fight for, and its values.

    learn: what it teaches, for the page's end.
    """

    name: str
    title: str
    about: str
    isolation: str
    left: tuple[Step, ...]
    right: tuple[Step, ...]
    shows: tuple[str, dict]
    learn: str


SLOT = {'staff_id': '{staff_id}', 'starts_at': '{starts_at}'}
START = Step('Begin a transaction', command=BEGIN)
END = Step('Commit: make it so', command=COMMIT)
COUNT = Step('How many admins are there?', 'race/count_admins', {'lab': '{lab}'})
READ = Step('Is this time still free? Count', 'race/count_unprotected', SLOT)
LOCK = Step('Lock the member of staff', 'staff/lock', {'staff_id': '{staff_id}'})
UNPROTECTED = ('race/list_unprotected', {'staff_id': '{staff_id}'})
CLAIMS = ('race/list_claims', {'staff_id': '{staff_id}', 'day': '{day}'})


def _write(patient):
    return Step(f'Book {patient}', 'race/book_unprotected', {**SLOT, 'patient': patient})


def _insert(patient_id):
    return Step('Book the visit', 'appointments/insert', {
        'patient_id': patient_id, 'staff_id': '{staff_id}', 'room_id': '{room_id}', 'service_id': 1,
        'starts_at': '{starts_at}', 'ends_at': '{ends_at}', 'pause_minutes': 0, 'status': 'booked', 'reason': '',
        'booked_by': None, 'now_utc': '{now}', 'request_key': None})


def _check(patient_id):
    return Step('Who or what is taken then?', 'availability/check_taken', {
        'staff_id': '{staff_id}', 'service_id': 1, 'patient_id': patient_id, 'appointment_id': 0, 'room_id': 0,
        'starts_at': '{starts_at}', 'ends_at': '{ends_at}', 'free_at': '{ends_at}', 'now': '{now}'},
        columns=('person_taken', 'patient_taken'))


def _lock_patient(patient_id):
    return Step('Lock a patient', 'patients/lock', {'patient_id': patient_id})


def _leave(name):
    return (START, COUNT, Step(f'{name} leaves', 'race/leave', {'lab': '{lab}', 'name': name}), END)


def _both(patient_id):
    return (START, Step('Lock the patient and the member of staff', 'patients/lock_with_staff', {
        'patient_id': patient_id, 'staff_id': '{staff_id}', 'user_id': None, 'role': 'staff'},
        columns=('patient_id', 'staff_id')),
        _check(patient_id), _insert(patient_id), END)


def _save(what, phone, room):
    helen = {'lab': '{lab}', 'name': 'Helen'}
    return (START, Step('Open the form: read', 'race/find_admin', helen),
            Step(what, 'race/save_admin', {**helen, 'phone': phone, 'room': room}), END)


def _claim(worker):
    return (START, Step('Take the mail', 'notifications/claim', {
        'notification_id': '{mail}', 'now_utc': '{now}', 'lease_until_utc': '{soon}',
        'message_id': f'<{worker}@example.com>'}), END)


HELEN = ('race/find_admin', {'lab': '{lab}', 'name': 'Helen'})
SETUPS = (
    Setup('visible', 'What does the other see, and when?',
          'Left changes a row. Right looks before, meanwhile and after.',
          'READ COMMITTED', (START, Step('Helen leaves', 'race/leave', {'lab': '{lab}', 'name': 'Helen'}), END),
          (START, COUNT, COUNT, COUNT, END), ('race/list_admins', {'lab': '{lab}'}),
          'Until the COMMIT nobody else sees the change. After it, at READ COMMITTED, the very next look sees it. A '
          'look is not held up by a change that is still open.'),
    Setup('lost-update', 'The lost phone number',
          'Two people have the same form open: one changes the phone, the other the room. The form saves both fields.',
          'READ COMMITTED', _save('Save the form with a new phone', '222', 'Room 1'),
          _save('Save the form with a new room', '111', 'Room 2'), HELEN,
          'The second form brought the old phone back: it saved what it had read, not what was changed. Either save '
          'only what was changed, or lock the row before reading it, or compare it first (a version).'),
    Setup('read-then-write', 'Both read, then both write',
          'Two people want the same time. Each looks whether it is free, and books. No key refuses anything: the table '
          'is one that a beginner might have made.',
          'READ COMMITTED', (START, READ, _write('Ana'), END), (START, READ, _write('Ben'), END), UNPROTECTED,
          'Between the look and the booking the other one can look, too. Both see a free time, and both are right at '
          'that moment. To look first protects nothing by itself.'),
    Setup('lock-then-read', 'Lock, then read and write',
          'The same table. But first each locks the row of the member of staff, which both need.',
          'READ COMMITTED', (START, LOCK, READ, _write('Ana'), END), (START, LOCK, READ, _write('Ben'), END),
          UNPROTECTED,
          'Who comes second waits at the lock. When the first has committed, the second reads, and sees that the time '
          'is taken: now it would give up (ROLLBACK). A lock helps only if everybody takes it.'),
    Setup('keys-only', 'Keys only',
          'The clinic\'s own table. Nobody looks first, nobody locks. Both book.',
          'READ COMMITTED', (START, _insert('{first}'), END), (START, _insert('{second}'), END), CLAIMS,
          'A visit takes a row of claims for every 5 minutes, and unique keys refuse the second row. Who comes second '
          'waits until the first has committed, and then gets error 1062, with the key\'s name: staff_is_free.'),
    Setup('both', 'Locks and keys, as the program does it',
          'First the locks, then a look, then the booking. The keys are still there, for whoever forgets the lock.',
          'READ COMMITTED', _both('{first}'), _both('{second}'), CLAIMS,
          'The lock gives a kind answer: the second sees a visit under person_taken and can say so. The keys stay '
          'true if a program has a mistake, or writes through another server.'),
    Setup('frozen', 'A look before the lock, at REPEATABLE READ',
          'Each looks once before it locks. At REPEATABLE READ the first look freezes what a transaction sees.',
          'REPEATABLE READ', (START, READ, LOCK, READ, _write('Ana'), END),
          (START, READ, LOCK, READ, _write('Ben'), END),
          UNPROTECTED,
          'The second has waited for the lock, and looks again. It still sees the clinic as it was at its first look, '
          'and books. The lock was right and the look was old. So the program uses READ COMMITTED, and locks first.'),
    Setup('write-skew', 'Two rows, one rule',
          'The clinic has two admins. Each sees that there is another one, and leaves.',
          'REPEATABLE READ', _leave('Helen'), _leave('Marco'), ('race/list_admins', {'lab': '{lab}'}),
          'Each changed a row of their own, so no lock and no key was in the way, and no admin is left. This is called '
          'write skew. The program locks all rows that the rule is about (users/lock_admins) before it counts them.'),
    Setup('crosswise', 'Two locks, crosswise',
          'Left locks one patient and then the other. Right does it the other way round.',
          'READ COMMITTED', (START, _lock_patient('{first}'), _lock_patient('{second}'), END),
          (START, _lock_patient('{second}'), _lock_patient('{first}'), END),
          ('race/list_patients', {'first': '{first}', 'second': '{second}'}),
          'Each holds what the other wants. Neither would ever go on, so the server ends one of them: error 1213, a '
          'deadlock. Whoever locks several rows takes them in one order, lower numbers first, and tries again after '
          '1213.'),
    Setup('two-workers', 'Two workers, one mail',
          'Two programs send mail. Both have read that one waits, and both want to take it.',
          'READ COMMITTED', _claim('left'), _claim('right'), ('race/list_mail', {'mail': '{mail}'}),
          'Look and change are one statement: UPDATE … WHERE state = \'pending\'. The second waits for a moment, then '
          'finds that the state is another one, and changes no row. The count says who has the mail.'),
)


def find(name: str) -> Setup | None:
    """The scene of a name."""
    return next((setup for setup in SETUPS if setup.name == name), None)
