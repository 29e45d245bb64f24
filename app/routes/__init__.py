"""The pages: a module for each noun, in a folder for those who open them. views/ has the same folders.

home, texts, api   for everybody
account     signing in, passwords, the own profile
patient     booking and visits
staff       the day, hours, the desk, patients
admin       all that runs the clinic

Importing this package puts every route on the application (app.web.app.app).
"""

import importlib
import pkgutil

for _module in pkgutil.walk_packages(__path__, f'{__name__}.'):
    importlib.import_module(_module.name)
