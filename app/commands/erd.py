"""`python clinic.py erd`"""

from app.learn import picture


def arguments(parser):
    parser.add_argument('--core', action='store_true', help='only the tables that a visit is made of, with columns')


def run(_settings, given):
    """Print the picture of the tables, as SVG."""
    print(picture.core(links=False) if given.core else picture.all_tables(links=False), end='')
