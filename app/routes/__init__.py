"""The pages, a module for each family. Importing this package puts every route on app.web.app."""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f'{__name__}.{_module.name}')
