"""The pages, a module for each family. Importing this package puts every route on app.web.app."""

from app.routes import accounts, pages  # noqa: F401
