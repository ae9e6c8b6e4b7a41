# `make` alone lists the commands. Each builds what it needs; a second time it finds it ready.
#
# Empty files whose names start with "have-" remember what has been done. To start afresh: make clean.

PYTHON  ?= python3
PORT    ?= 8000
VAR_DIR ?= var
HTTPS   ?= off
export HTTPS

PY       := .venv/bin/python
PIP      := $(PY) -m pip install --quiet --disable-pip-version-check
KEY      := $(VAR_DIR)/secret-key
WITH_KEY := SECRET_KEY="$${SECRET_KEY:-$$(cat "$(KEY)")}"
FOR_TEST := SECRET_KEY=for-tests-only
# tests/conftest.py says which tests stay on one core.
PARALLEL := -n auto --dist loadfile
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
STATIC   := $(shell find static -type f 2>/dev/null)
TOOLS    := .venv-tools
PINNED   := pip-tools==7.6.2
# For the newest Django, which asks for a newer Python than the one that Debian 12 has.
NEWEST_PYTHON := $(shell for one in python3.14 python3.13 python3.12 $(wildcard $(HOME)/.pyenv/versions/3.1[234]*/bin/python); do \
                   "$$one" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo "$$one" && break; done)
MUTMUT   := mutmut==3.8.1
COMPILE  := CUSTOM_COMPILE_COMMAND="make requirements" $(TOOLS)/bin/python -m piptools compile --quiet --generate-hashes \
            --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(UPGRADE)

.PHONY: help run test slow lint bench finding weights newest superuser manage messages requirements mutants clean
.DELETE_ON_ERROR:

help:
	@echo "make run           the site with its content, on http://127.0.0.1:8000 (PORT=8001 changes the port)"
	@echo "make test          every test (ARGS='-k hours' chooses some)"
	@echo "make slow          the tests that take longer than they are worth at every change"
	@echo "make lint          style, imports, migrations, and Django's checks for production"
	@echo "make bench         what answers about hours cost, how well the search finds and what it costs"
	@echo "make finding       how well the search finds, alone; fails below the limits"
	@echo "make weights       learn anew what words weigh for danger, after the lists of phrases have changed"
	@echo "make newest        the tests on the newest Django, where Python 3.12 or newer is found"
	@echo "make superuser     the first staff account; asks for its name and password"
	@echo "make manage DO=…   a management command, such as DO='export_content /tmp/content'"
	@echo "make requirements  pin requirements/*.in again (UPGRADE=--upgrade takes newer versions)"
	@echo "make mutants       change the arithmetic of hours in every small way: does a test fail? Takes minutes"
	@echo "make clean         delete what the commands built; the database in $(VAR_DIR)/ stays"

# --- Commands

run: .venv/have-runtime $(VAR_DIR)/have-static $(MESSAGES) $(KEY)
	@$(WITH_KEY) exec $(PY) manage.py serve --prepare --port "$(PORT)"

test: .venv/have-test $(MESSAGES)
	@command -v "$${CHROMIUM:-chromium}" >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  echo "Chromium is missing, so the browser tests are skipped. To run them: apt-get install chromium"
	@$(FOR_TEST) $(PY) -m pytest $(PARALLEL) -m "not slow" -rs $(ARGS)

slow: .venv/have-test $(MESSAGES)
	@$(FOR_TEST) $(PY) -m pytest $(PARALLEL) -m slow $(ARGS)

lint: .venv/have-test
	@$(PY) -m ruff check --quiet . && $(PY) -m ruff format --quiet --check .
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/mypy --no-error-summary
	@$(FOR_TEST) DATABASE_URL=sqlite://:memory: $(PY) manage.py makemigrations --check --dry-run
	@HTTPS=on DEBUG=off ALLOWED_HOSTS=example.org SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
	  $(PY) manage.py check --deploy --fail-level WARNING

bench: .venv/have-test
	@$(PY) -m bench.hours
	@$(PY) -m bench.search $(ARGS)
	@$(PY) -m bench.pages

finding: .venv/have-test
	@$(PY) -m bench.search --finding

weights: .venv/have-test
	@$(PY) -m bench.danger --write

newest: $(MESSAGES)
	@if [ -z "$(NEWEST_PYTHON)" ]; then echo "Left out: no Python 3.12 or newer is found, so the newest Django was not tried."; else $(MAKE) --no-print-directory newest-tests; fi

newest-tests: .venv-newest/have-newest $(MESSAGES)
	@$(FOR_TEST) .venv-newest/bin/python -m pytest $(PARALLEL) -m "not slow and not browser" -p no:cacheprovider $(ARGS) && \
	  says="All passed" || { failed=1; says="Some FAILED"; }; \
	  .venv-newest/bin/python -c 'import sys, platform, django; print(sys.argv[1] + ": the quick tests without a browser, on Django", \
	    django.get_version(), "and Python", platform.python_version() + ".")' "$$says"; exit $${failed:-0}

superuser: .venv/have-runtime $(KEY)
	@$(WITH_KEY) $(PY) manage.py migrate --verbosity 0
	@$(WITH_KEY) $(PY) manage.py createsuperuser

manage: .venv/have-runtime $(MESSAGES) $(KEY)
	@$(WITH_KEY) $(PY) manage.py $(DO)

requirements: $(TOOLS)/have-tools
	@$(COMPILE) --output-file requirements/runtime.txt requirements/runtime.in
	@$(COMPILE) --output-file requirements/test.txt requirements/test.in
	@[ -z "$(NEWEST_PYTHON)" ] || { "$(NEWEST_PYTHON)" -m venv .venv-newest-tools && \
	  .venv-newest-tools/bin/python -m pip install --quiet --disable-pip-version-check "$(PINNED)" && \
	  $(subst $(TOOLS),.venv-newest-tools,$(COMPILE)) --output-file requirements/newest.txt requirements/newest.in; }

mutants: $(TOOLS)/have-mutmut
	@$(TOOLS)/bin/python .ci/mutants.py "$(VAR_DIR)/mutants"

clean:
	rm -rf .venv .venv-newest .venv-newest-tools $(TOOLS) $(MESSAGES) "$(VAR_DIR)/static" "$(VAR_DIR)/have-static" .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What they need

.venv/have-python:
	@command -v "$(PYTHON)" >/dev/null || { echo "Python is missing. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). A newer one: make PYTHON=python3.13 …"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@: > $@

.venv/have-runtime: requirements/runtime.txt .venv/have-python
	@echo "Installing the packages of requirements/runtime.txt …"
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@: > $@

.venv/have-test: requirements/test.txt .venv/have-runtime
	@echo "Installing the packages of requirements/test.txt …"
	@$(PIP) --require-hashes -r requirements/test.txt
	@: > $@

.venv-newest/have-newest: requirements/newest.txt
	@"$(NEWEST_PYTHON)" -m venv .venv-newest
	@.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/newest.txt
	@: > $@

$(VAR_DIR)/have-static: $(STATIC) ops_site/static_files.py .venv/have-runtime $(KEY)
	@echo "Collecting the static files …"
	@$(WITH_KEY) $(PY) manage.py collectstatic --no-input --verbosity 0
	@: > $@

%.mo: %.po | .venv/have-runtime
	@$(PY) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

messages: $(MESSAGES)

$(KEY): | .venv/have-python
	@mkdir -p "$(VAR_DIR)" || { echo "The folder $(VAR_DIR) cannot be made. Another one: VAR_DIR=/path make run"; exit 1; }
	@umask 077 && $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > "$@"

$(TOOLS)/have-tools:
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check "$(PINNED)"
	@: > $@

# With the packages that the tables of hours need, in the versions that the tests have.
$(TOOLS)/have-mutmut: $(TOOLS)/have-tools requirements/test.txt requirements/runtime.txt
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check "$(MUTMUT)" \
	  $$(grep -Eoh '^(pytest|holidays|tzdata)==[^ ]+' requirements/test.txt requirements/runtime.txt | sort -u)
	@: > $@
