# What people do with this project. `make` lists it.

PYTHON ?= python3
IN_VENV := .venv/bin/python
export PATH := $(PATH):/usr/local/sbin:/usr/sbin

# A stamp names what it was installed from, so that nothing is done twice and nothing is forgotten.
RUN_STAMP := .venv/run-$(shell cat requirements.txt | cksum | tr ' ' -)
DEV_STAMP := .venv/dev-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' -)
INSTALL := $(IN_VENV) -m pip install -q --disable-pip-version-check
FAILED = { echo '$(1): is there room on the disk, and is this machine online?' >&2; exit 1; }
# Half a virtual environment is made anew the next time.
.DELETE_ON_ERROR:

# Where the system can, the app is told when make was killed, and stops too.
WITH_MAKE := $(shell setpriv --help 2>/dev/null | grep -q pdeathsig && echo setpriv --pdeathsig TERM)

.PHONY: help run test lint bench reset learn-big check-compose check-processes check-faults check-upgrade server browser driver backups mail-server

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

run: $(RUN_STAMP) server ## start the clinic; on a new machine, everything it needs first
	@exec $(WITH_MAKE) $(IN_VENV) clinic.py serve

test: $(DEV_STAMP) server browser driver backups mail-server ## the whole suite (ARGS='tests/test_config.py -k port' for a part)
	@$(IN_VENV) -m tests $(ARGS)

lint: $(DEV_STAMP) ## look for mistakes without running anything
	@$(IN_VENV) -m ruff check .

bench: $(DEV_STAMP) server ## how fast it is, beside what limits it
	@$(IN_VENV) -m bench $(ARGS)

check-processes: $(DEV_STAMP) server ## several web processes behind nginx: killed, restarted, under load
	@NGINX_PROGRAM=$$(tools/nginx-program) $(IN_VENV) -m tests -q -rP tests/faults/check_many_processes.py $(ARGS)

check-faults: $(DEV_STAMP) server ## the database killed, cut off, out of room; floods and slow clients (as root: it mounts)
	@$(IN_VENV) -m tests -q tests/faults/check_faults.py tests/faults/check_strain.py $(ARGS)

check-compose: ## docker-compose.yml, started and walked through (on podman with stand-ins where there is no Docker)
	@tools/check-compose

check-upgrade: $(DEV_STAMP) server ## the first release and all migrations are today's schema, with data in it
	@$(IN_VENV) -m tests -q tests/test_migrations.py $(ARGS)

reset: $(RUN_STAMP) backups ## throw the private database away, keeping a copy (ARGS=--yes: without a question)
	@$(IN_VENV) clinic.py reset $(ARGS)

learn-big: $(RUN_STAMP) server ## make the course's clinic with 100,000 visits (about ten seconds)
	@$(IN_VENV) clinic.py learn-big

$(IN_VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or newer is needed.")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tools/bring 'The Python module venv' python3-venv
	@test -e /usr/share/zoneinfo/UTC || tools/bring 'Time zone data' tzdata
	@$(PYTHON) -m venv .venv || $(call FAILED,The virtual environment .venv could not be made)

$(RUN_STAMP): | $(IN_VENV)
	@$(INSTALL) -r requirements.txt || $(call FAILED,The Python packages could not be installed)
	@touch $@

$(DEV_STAMP): | $(IN_VENV)
	@$(INSTALL) -r requirements.txt -r requirements-dev.txt || \
	    $(call FAILED,The Python packages could not be installed)
	@touch $@

# A package with the server program alone: it brings no service that would start with the machine.
server:
	@test -n "$$CLINIC_SERVER_BINARY$$DB_HOST$$DB_SOCKET" || \
	    grep -qsE '^(CLINIC_SERVER_BINARY|DB_HOST|DB_SOCKET)=.' .env || \
	    command -v mariadbd >/dev/null || command -v mysqld >/dev/null || \
	    tools/bring 'A database server (MariaDB)' mariadb-server-core mariadb-server-core-10.6

# What drives the browser brings its own node, which a bare machine lacks a library for.
driver: $(DEV_STAMP)
	@$$(.venv/bin/python -c 'from playwright._impl._driver import compute_driver_executable as of; print(of()[0])') \
	    --version >/dev/null 2>&1 || tools/bring 'The library libatomic, for the tests,' libatomic1

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	    tools/bring 'The browser Chromium, for the tests,' chromium chromium-browser

# Unpacked beside the system, so that no service is installed.
mail-server:
	@tools/exim-program >/dev/null

backups: server
	@tools/dump-program
