"""The cast of tests/support/cast.sql as visitors: whom a rule works for, and by `.email` who signs in."""

from app.visitor import Visitor

ADA = Visitor(1, 'admin', 'Ada Admin', 'ada@clinic.test')
WEBER = Visitor(2, 'staff', 'Dr. Anna Weber', 'weber@clinic.test', staff_id=1)
OKAFOR = Visitor(3, 'staff', 'Dr. Ben Okafor', 'okafor@clinic.test', staff_id=2)
LIND = Visitor(4, 'staff', 'Nurse Lind', 'lind@clinic.test', staff_id=3)
DORA = Visitor(5, 'staff', 'Dora Desk', 'dora@clinic.test', staff_id=4)             # who books for everybody
PETRA = Visitor(6, 'patient', 'Petra Patient', 'petra@mail.test', patient_id=1)
PAUL = Visitor(7, 'patient', 'Paul Patient', 'paul@mail.test', patient_id=3)
MALLORY = Visitor(8, 'patient', 'Mallory Mallet', 'mallory@mail.test', patient_id=4)
DINA = Visitor(9, 'patient', 'Dina Deactivated', 'dina@mail.test')
STRANGER = Visitor(ip='127.0.0.1', device='test')
