# Digitalradar. "make" lists what there is.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test quick fmt messages requirements css measures bench setup setup-dev

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## install, prepare and serve the portal on HOST and PORT
	@$(BIN)/digitalradar init
	@exec $(BIN)/digitalradar serve

test: setup-dev ## everything the server checks: lint, contracts, both databases, browser
	@$(BIN)/python scripts/check.py

quick: setup-dev ## the fast part of the tests: lint and the suite on SQLite without browser
	@$(BIN)/python scripts/check.py --quick

fmt: setup-dev ## format Python and templates
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .
	@git ls-files 'digitalradar/**/*.html' | xargs --no-run-if-empty $(BIN)/djhtml

messages: setup-dev ## collect the texts to translate and compile the catalogue (needs gettext)
	@$(BIN)/python scripts/messages.py

requirements: setup-dev ## pin the requirements anew from pyproject.toml
	@$(BIN)/python scripts/pin_requirements.py

css: setup-dev ## put the style sheets together after a change
	@$(BIN)/python scripts/build_css.py

measures: setup-dev ## build the measures of the catalogues from content/guide-plan.yaml
	@$(BIN)/python scripts/build_measures.py

bench: setup-dev ## measure what pages and the check cost (bench/README.md)
	@$(BIN)/python -m bench

setup: # make .venv complete for running
	@$(PYTHON) scripts/setup.py

setup-dev: # make .venv complete for testing
	@$(PYTHON) scripts/setup.py --dev
