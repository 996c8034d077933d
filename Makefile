# Hudna in two commands: `make run` serves the page, `make test` proves it. `make` alone lists the rest.
#
# Everything is installed below this folder (.venv, node_modules, dashboard/static/vendor). A stamp in .venv is named after
# the checksum of the requirement files: a changed file is installed again, anything else is not.

PORT ?= 8501
# another folder of articles; without it the setting HUDNA_SEEDS says which (docs/settings.md)
SEEDS ?=
# a GeoJSON zip, GeoPackage or shapefile with official boundaries: `make boundaries FILE=path`
FILE ?=
# which Python makes .venv: the first of these that fits; `make run PYTHON=/path/to/python3` names another
PYTHON = python3 python3.14 python3.13 python3.12 python3.11 python
# more words for pytest or the benchmarks: `make test ARGS="-k journey"`, `make bench ARGS="viewers --viewers 200"`
ARGS ?=

VENV := .venv
IN_VENV := $(VENV)/bin/python
# -qq keeps pip's notices from a newcomer; its errors are still shown
PIP_INSTALL := $(IN_VENV) -m pip install -qq --disable-pip-version-check
PIP_FAILED := echo "Hudna: pip could not install the packages. Check the network and the index that pip is set to, then try again." >&2; exit 1
checksum = $(firstword $(shell cat $(1) | cksum))
RUN_FILES := constraints.txt requirements.txt
TEST_FILES := $(RUN_FILES) requirements-test.txt
RUN_STAMP := $(VENV)/installed-run-$(call checksum,$(RUN_FILES))
TEST_STAMP := $(VENV)/installed-test-$(call checksum,$(TEST_FILES))

# an environment whose Python has gone (an upgrade of the system, say) is no environment
$(shell test -x $(IN_VENV) || rm -f $(VENV)/installed-*)

.DEFAULT_GOAL := help
.PHONY: help run setup assets boundaries ingest test setup-test browser lint bench evaluate learn evaluate-geometry clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

run: setup ## read the articles in seeds/ and serve the page on 127.0.0.1 (PORT=8501)
	@$(IN_VENV) -m dashboard --port $(PORT) --check
	@$(IN_VENV) -m data boundaries --if-missing
	@$(IN_VENV) -m data ingest $(if $(SEEDS),"$(SEEDS)") || echo "The page shows what was stored before."
	@$(IN_VENV) -m dashboard --port $(PORT)

setup: $(RUN_STAMP) assets ## install what the page needs, without starting it

assets: $(RUN_STAMP) ## fetch Leaflet, the fonts and the country outlines, if they have changed
	@$(IN_VENV) -m data assets

boundaries: $(RUN_STAMP) ## fetch official boundaries from their publisher (FILE=path reads a file instead)
	@$(IN_VENV) -m data boundaries $(if $(FILE),--file "$(FILE)")

ingest: setup ## read the articles in seeds/ (or SEEDS=folder) into the store
	@$(IN_VENV) -m data ingest $(if $(SEEDS),"$(SEEDS)")

test: setup-test browser ## run every test, those in a browser too (ARGS="-k word" for some)
	@$(IN_VENV) -m pytest --numprocesses auto --maxprocesses 4 --no-loadscope-reorder $(ARGS)

setup-test: $(TEST_STAMP) assets

browser: $(TEST_STAMP)
	@$(IN_VENV) -m tests.chromium

lint: $(TEST_STAMP) ## check style and types
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m ruff format --check .
	@$(IN_VENV) -m mypy

bench: setup-test browser ## measure reading and painting on this machine (ARGS="page --zones 3000" for a part)
	@$(IN_VENV) -m tests.benchmarks $(ARGS)

evaluate: setup ## score the reading of articles against the gold sets
	@$(IN_VENV) -m data evaluate

learn: $(TEST_STAMP) ## learn from annotated sentences which words speak for which status (ARGS=--check says how well)
	@$(IN_VENV) -m tests.learning $(ARGS)

evaluate-geometry: setup ## score the polygons against published boundaries, if a file of them lies beside the project
	@$(IN_VENV) -m data evaluate-geometry

clean: ## remove all that was installed or drawn; the store and the articles stay
	rm -rf $(VENV) node_modules dashboard/static/vendor dashboard/static/drawn var/drawn .mypy_cache .pytest_cache .ruff_cache .hypothesis

# no prerequisites but the checksum in the name: a file that was only touched is not installed again
$(RUN_STAMP):
	@python=; without_venv=; \
	for candidate in $(PYTHON); do \
		"$$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null || continue; \
		if "$$candidate" -c 'import ensurepip, venv' 2>/dev/null; then python=$$candidate; break; fi; \
		without_venv=$$candidate; \
	done; \
	if [ -n "$$python" ]; then \
		echo "Setting up Hudna in this folder, once; a few minutes on a slow line."; \
		echo "Installing the Python packages into $(VENV) …"; \
		"$$python" -m venv --clear $(VENV); \
	elif [ -n "$$without_venv" ]; then \
		echo "Hudna: $$without_venv has no venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; \
	else \
		echo "Hudna needs Python 3.11 to 3.14 and found none (looked for: $(PYTHON)). Install one, or name it: make run PYTHON=/path/to/python3" >&2; exit 1; \
	fi
	@$(PIP_INSTALL) -r requirements.txt || { $(PIP_FAILED); }
	@touch $@

$(TEST_STAMP): $(RUN_STAMP)
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP_INSTALL) -r requirements-test.txt || { $(PIP_FAILED); }
	@touch $@
