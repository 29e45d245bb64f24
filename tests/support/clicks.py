"""What a task costs: somebody at a browser without JavaScript, whose clicks and Enter keys are counted."""

import re

from tests.support import world


class Clicks:
    """A browser's page (tab, of playwright), with count: how often something was clicked or Enter pressed.

    Typing is not counted, nor is a page that is opened by its address (clicks.tab.goto()).
    """

    def __init__(self, tab):
        self.tab, self.count = tab, 0

    def click(self, name: str):
        """Click the first link or button of this name (a pattern), wherever that leads."""
        pattern = re.compile(name)
        found = self.tab.get_by_role('link', name=pattern).or_(self.tab.get_by_role('button', name=pattern))
        self.count += 1
        found.first.click(timeout=3000)

    def enter(self, label: str, text: str):
        """Type a text into a field and press Enter."""
        self.count += 1
        field = self.tab.get_by_label(label, exact=True)
        field.fill(text)
        with self.tab.expect_navigation():
            field.press('Enter')


def clicks_of(tab, site: str, name: str) -> Clicks:
    """The Clicks of a browser's page that is signed in to a site as one of the cast: a name of world.visit_as()."""
    tab.context.add_cookies([{'name': cookie, 'value': value, 'url': site}
                             for cookie, value in world.visit_as(name).cookies.items()])
    return Clicks(tab)
