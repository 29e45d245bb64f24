"""The API: what it answers, to whom, and that static/openapi.json says the same."""

import json
import re
from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest

from app.visitor import Visitor
from app.web.assets import STATIC
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.statements import statements
from tests.support.visits import book

SLOTS = '/api/slots?staff_id=1&service_id=1&day=2026-06-02'
OPENAPI = json.loads((STATIC / 'openapi.json').read_text(encoding='utf-8'))

pytestmark = pytest.mark.usefixtures('cast')


def ask(path, browser=None):
    """The status and the JSON of an answer."""
    page = (browser or Browser()).get(path, follow=False)
    assert page.headers['content-type'] == 'application/json; charset=utf-8', page.body
    return page.status, json.loads(page.body)


@pytest.fixture
def visits(cast, at):
    """Visits on Tuesday: Petra and her child with Dr. Weber at 10 and 11, Paul with Dr. Okafor at 10."""
    for user_id, patient_id, staff_id, time in ((6, 1, 1, '10:00'), (6, 2, 1, '11:00'), (7, 3, 2, '10:00')):
        book(Visitor(user_id, 'patient'), at(time, 1), patient_id=patient_id, staff_id=staff_id, reason='Knee')


def test_slots_are_what_the_booking_page_shows(visits):
    status, found = ask(SLOTS)
    page = Browser().get('/book/1?service_id=1&day=2026-06-02')

    assert status == 200
    assert found['slots'][0] == {'starts_at': '2026-06-02T09:00:00+02:00', 'ends_at': '2026-06-02T09:30:00+02:00'}
    assert [slot['starts_at'][11:16] for slot in found['slots']] == re.findall(r'class="slot"[^>]*>([^<]+)<', page.text)
    assert '10:00' not in [slot['starts_at'][11:16] for slot in found['slots']]


def test_slots_take_one_statement(cast):
    assert statements(lambda: ask(SLOTS)) == ['availability/list_starts']


def test_a_day_without_slots_is_an_empty_list(cast):
    for day in ('2026-06-07', '2025-01-01', '2099-01-01'):
        assert ask(f'/api/slots?staff_id=1&service_id=1&day={day}')[1]['slots'] == []


@pytest.mark.parametrize(('asked', 'status', 'field'), [
    ('staff_id=9&service_id=1&day=2026-06-02', 404, 'staff_id'),
    ('staff_id=4&service_id=1&day=2026-06-02', 404, 'staff_id'),
    ('staff_id=1&service_id=3&day=2026-06-02', 404, 'service_id'),
    ('staff_id=1&service_id=1', 422, 'day'), ('staff_id=1&day=2026-06-02', 422, 'service_id'), ('', 422, 'staff_id'),
    ('staff_id=x&service_id=1&day=2026-06-02', 422, 'staff_id'),
    ('staff_id=-1&service_id=1&day=2026-06-02', 422, 'staff_id'),
    ('staff_id=1&service_id=1&day=9999-99-99', 422, 'day'), ('staff_id=1&service_id=1&day=9999-12-31', 422, 'day'),
    ('staff_id=1&service_id=1&day=2026-02-30', 422, 'day'), ('staff_id=1&service_id=1&day=today', 422, 'day'),
    ('staff_id=1&service_id=1&day=2026-06-02&day=2026-06-03', 400, None), ('staff_id=%FF', 400, None),
    ('staff_id=99999999999999999999&service_id=1&day=2026-06-02', 422, 'staff_id')])
def test_errors_name_the_field(asked, status, field):
    answered, found = ask('/api/slots?' + asked)

    assert (answered, found['error']['field']) == (status, field)
    assert set(found) == {'error'} and set(found['error']) == {'code', 'message', 'field'}


def test_staff_and_services_that_can_be_booked_are_listed(cast):
    found = ask('/api/staff')[1]
    assert [(person['full_name'], person['service_ids']) for person in found['staff']] == [
        ('Dr. Anna Weber', [1, 2]), ('Dr. Ben Okafor', [1, 2]), ('Nurse Lind', [3])]
    assert [person['full_name'] for person in ask('/api/staff?service_id=3')[1]['staff']] == ['Nurse Lind']
    assert [(row['name'], row['minutes']) for row in ask('/api/services')[1]['services']] == [
        ('Blood test', 15), ('Check-up', 60), ('Consultation', 30)]


def test_visits_need_signing_in(cast):
    assert ask('/api/appointments') == (401, {'error': {
        'code': 'unauthorized', 'message': 'You must sign in to see this page.', 'field': None}})


@pytest.mark.parametrize(('email', 'asked', 'seen'), [
    ('petra@mail.test', '', ['Petra Patient', 'Pia Patient']),
    ('petra@mail.test', '?day=2026-06-03', []),
    ('paul@mail.test', '', ['Paul Patient']),
    ('mallory@mail.test', '', []),
    ('weber@clinic.test', '', []),
    ('weber@clinic.test', '?day=2026-06-02', ['Petra Patient', 'Pia Patient']),
    ('okafor@clinic.test', '?day=2026-06-02', ['Paul Patient']),
    ('dora@clinic.test', '?day=2026-06-02', ['Petra Patient', 'Paul Patient', 'Pia Patient']),
    ('ada@clinic.test', '', ['Petra Patient', 'Paul Patient', 'Pia Patient']),
    ('ada@clinic.test', '?day=2026-06-01', [])])
def test_everybody_sees_the_visits_that_are_theirs_to_see(visits, email, asked, seen):
    status, found = ask('/api/appointments' + asked, signed_in(email))

    assert status == 200 and [visit['patient']['full_name'] for visit in found['appointments']] == seen


def test_somebody_with_the_role_of_staff_but_no_staff_record_sees_nothing(visits, shell):
    browser = signed_in('dora@clinic.test')
    shell('DELETE FROM staff WHERE staff_id = 4')

    assert ask('/api/appointments?day=2026-06-02', browser)[0] == 404


def test_visits_come_in_pages(shell, at):
    for number in range(60):
        starts_at = at('00:00') + timedelta(hours=number)
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) "
              "VALUES (1, 1, 1, 1, %s, %s, '2026-01-01')", starts_at, starts_at + timedelta(minutes=30))
    ada = signed_in('ada@clinic.test')

    first = ask('/api/appointments', ada)[1]
    assert len(first['appointments']) == 50 and first['next'] == '/api/appointments?page=2'
    second = ask(first['next'], ada)[1]
    assert len(second['appointments']) == 10 and second['next'] is None
    assert ask('/api/appointments?page=9', ada)[1] == {'appointments': [], 'next': None}


@pytest.mark.parametrize('asked', ['?page=0', '?page=x', '?page=99999999', '?day=x', '?page=-1'])
def test_what_cannot_be_read_is_told(cast, asked):
    assert ask('/api/appointments' + asked, signed_in('ada@clinic.test'))[0] == 422


def test_an_unknown_address_answers_as_json(cast):
    assert ask('/api/nothing')[1]['error']['code'] == 'not_found'


# The description

def test_every_route_is_described_and_every_path_is_a_route():
    from app import routes  # noqa: F401
    from app.web.app import app

    served = {(route.rule, route.method.lower()) for route in app.routes if route.rule.startswith('/api/')}
    assert served == {(path, method) for path, methods in OPENAPI['paths'].items() for method in methods}
    assert json.loads(Browser().get('/api/openapi.json').body) == OPENAPI


def check(value, schema, where):
    """Whether a value is what a schema of the description says: types, required and additional properties, formats."""
    if '$ref' in schema:
        schema = OPENAPI['components']['schemas'][schema['$ref'].rpartition('/')[2]]
    if 'anyOf' in schema:
        schema = next(one for one in schema['anyOf'] if (one.get('type') == 'null') == (value is None))
        return check(value, schema, where)
    kinds = [schema['type']] if isinstance(schema['type'], str) else schema['type']
    python = {'object': dict, 'array': list, 'string': str, 'integer': int, 'null': type(None)}
    assert isinstance(value, tuple(python[kind] for kind in kinds)), where
    if schema.get('format') == 'date-time':
        assert datetime.fromisoformat(value).tzinfo, where
    if 'enum' in schema:
        assert value in schema['enum'], where
    if isinstance(value, dict) and 'properties' in schema:
        assert set(value) == set(schema['properties']) == set(schema['required']), where
        for name, part in value.items():
            check(part, schema['properties'][name], f'{where}.{name}')
    if isinstance(value, list):
        assert value, f'{where}: nothing to compare with'
        for part in value:
            check(part, schema['items'], f'{where}[]')


def schema_of(path, status='200'):
    return OPENAPI['paths'][path.partition('?')[0]]['get']['responses'][status]['content']['application/json']['schema']


@pytest.mark.parametrize('path', ['/api/staff', '/api/services', SLOTS, '/api/appointments'])
def test_answers_are_what_the_description_says(visits, path):
    status, found = ask(path, signed_in('ada@clinic.test'))

    assert status == 200
    check(found, schema_of(path), path)


@pytest.mark.parametrize('path', ['/api/staff?page=x', '/api/services?page=x', '/api/slots?staff_id=x',
                                  '/api/slots?staff_id=9&service_id=1&day=2026-06-02', '/api/appointments'])
def test_errors_are_what_the_description_says(path):
    status, found = ask(path)

    check(found, schema_of(path, str(status)), path)


@pytest.mark.parametrize('path', list(OPENAPI['paths']))
def test_parameters_are_read_as_described(path):
    """Each described parameter is one that the code reads: given nonsense, it is refused and named."""
    browser = signed_in('ada@clinic.test')
    described = OPENAPI['paths'][path]['get']['parameters']
    right = {'staff_id': 1, 'service_id': 1, 'day': '2026-06-02', 'page': 1}
    for parameter in described:
        asked = {one['name']: right[one['name']] for one in described if one['required']} | {parameter['name']: '?'}
        status, found = ask(f'{path}?{urlencode(asked)}', browser)
        assert (status, found['error']['field']) == (422, parameter['name'])
    missing = [parameter['name'] for parameter in described if parameter['required']]
    if missing:
        assert ask(path, browser)[1]['error']['field'] in missing
