"""The application. Importing the package loads the database driver's C extension before anything else.

The extension brings an OpenSSL of its own. Where the system's is older (Debian 12) it loads only if nothing
has imported `ssl` yet, and the driver would fall back to pure Python without a word.
"""

try:
    import _mysql_connector  # noqa: F401
except ImportError:  # a wheel without the extension: the driver works in pure Python
    pass

VERSION = '0.2.0-dev'       # the one place; a release has the number that heads CHANGELOG.md
