"""E-mail addresses as people type them: in other letters, and what is said where one cannot be taken."""

import pytest

from app.forms import fields


def read(typed):
    reader = fields.Reader({'email': typed})
    return reader.email('email'), reader.errors


@pytest.mark.parametrize(('typed', 'kept'), [
    ('Zoe@Müller.example', 'zoe@xn--mller-kva.example'),
    ('info@faß.example', 'info@xn--fa-hia.example'),
    ('a@bücher.co.пример', 'a@xn--bcher-kva.co.xn--e1afmkfd'),
    ('a@xn--mller-kva.example', 'a@xn--mller-kva.example'),
    ('a@ｅxample.test', 'a@example.test'),
])
def test_a_domain_in_other_letters_becomes_what_mail_knows_it_by(typed, kept):
    assert read(typed) == (kept, {})
    assert read(kept) == (kept, {})


@pytest.mark.parametrize('typed', ['zoë@example.test', 'иван@пример.test'])
def test_an_accent_before_the_at_is_refused_with_its_reason(typed):
    found, errors = read(typed)

    assert found is None
    assert 'before the @' in errors['email']


@pytest.mark.parametrize('typed', ['a@ü ü.test', 'a@\u2764.test', 'a@' + 'ü' * 80 + '.test', 'ü', 'a@.ü', 'a@ü..test'])
def test_what_is_no_domain_is_refused(typed):
    found, errors = read(typed)

    assert found is None and errors
