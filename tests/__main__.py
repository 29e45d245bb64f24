"""`python -m tests`: pytest, with the database driver loaded as clinic.py loads it.

pytest alone imports the system's OpenSSL first, and where that is old the driver falls back to pure Python. The suite
must pass in both: CLINIC_TEST_DRIVER=pure asks for pure Python.
"""

import os
import sys

if os.environ.get('CLINIC_TEST_DRIVER') == 'pure':
    sys.modules['_mysql_connector'] = None  # importing it now fails

import app  # noqa: F401, I001  loads the extension, so it comes first
import mysql.connector
import pytest

print(f'database driver: {"C extension" if mysql.connector.HAVE_CEXT else "pure Python"}', flush=True)
sys.exit(pytest.main())
