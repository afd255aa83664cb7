# `make demo` shows Deelwijs to a newcomer, `make test` tests it, `make proof` does the long rest. Only python3 (3.11 or later) and make are assumed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test proof check messages lock sbom bench tour clean

help: ## show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

demo: $(VENV)/.run ## build a demo board in an SQLite file and serve it at http://127.0.0.1:8000
	$(BIN)/deelwijs demo

test: $(VENV)/.dev ## set up everything that the tests need, a browser included, and run what takes no more than some minutes
	$(BIN)/python tools/ready.py
	$(BIN)/python -m tools.checks
	$(BIN)/python -m pytest -n 2 -q --dist loadgroup -m "not bench and not proof and not postgres" --cov --cov-report=
	$(BIN)/python -m tools.coverage_report

proof: $(VENV)/.dev ## run the rest: all on PostgreSQL, every journey in a browser, killed workers, long chains of events
	$(BIN)/python tools/ready.py
	$(BIN)/python -m pytest -n 2 -q --dist loadgroup -m "not bench and (proof or postgres)"

check: $(VENV)/.dev ## only the style, type, import and content checks
	$(BIN)/python -m tools.checks

bench: $(VENV)/.dev ## measure, asserts no times; BENCH="--fsync-ms 2" slows the disk, "--modules 40" adds content
	$(BIN)/python -m pytest tests/bench -q -s -m bench $(BENCH)

messages: $(VENV)/.dev ## collect the texts of the interface into the catalogs
	PYTHONPATH=. $(BIN)/pybabel -q extract --ignore-dirs=".* __pycache__" -F web/translations/babel.cfg -k _l -k lazy_gettext -k told -k told_number:1,2 --no-location --project=Deelwijs --version=1 -o $(VENV)/messages.pot .
	$(BIN)/pybabel -q update -N --no-wrap -i $(VENV)/messages.pot -d web/translations
	$(BIN)/pybabel -q compile -d web/translations

tour: $(VENV)/.dev ## take the pictures of README's tour again
	$(BIN)/python -m tools.tour

lock: $(VENV)/.dev ## lock the dependencies with hashes and without addresses
	$(BIN)/python -m pip install -q pip-tools
	$(BIN)/pip-compile -q --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe --no-header --extra build -o requirements.txt pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe --no-header --extra build --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

sbom: $(VENV)/.dev ## make a bill of materials of what runs, var/sbom.json, with cyclonedx-bom in a venv of its own
	$(PYTHON) -m venv $(VENV)/sbom
	$(VENV)/sbom/bin/python -m pip install -q --disable-pip-version-check cyclonedx-bom
	$(BIN)/python -m tools.sbom $(VENV)/sbom/bin/cyclonedx-py var/sbom.json

clean: ## remove what was made; the demo's data in var/ too
	rm -rf $(VENV) var

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Deelwijs needs Python 3.11 or later; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.txt pyproject.toml $(wildcard web/translations/*/LC_MESSAGES/*.po)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
