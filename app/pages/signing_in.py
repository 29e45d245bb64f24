"""The sign-in page: asked for, or in place of a form whose session has ended, which it then keeps."""

from urllib.parse import urlencode

from app import clock
from app.web import next_page, page


def show(status: int = 200, **form: str) -> str:
    """The page. form: next (where to go afterwards), and what it keeps of another form, as hidden fields."""
    return page('accounts/login.tpl', status, form=form, **beside(form))


def beside(asked: dict[str, str]) -> dict:
    """What the forms for strangers need besides: today, and the links to each other, which keep the next page."""
    next_one = next_page(asked)
    kept = '?' + urlencode({'next': next_one}) if next_one else ''
    return {'today': clock.today(), 'login_link': '/login' + kept, 'register_link': '/register' + kept,
            'forgot_link': next_page({'next': '/forgot-password'})}
