# The report book. `make` alone lists what can be done.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help book test execute lab lock clean

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

help:  ## list what can be done
	@sed -n 's/^\([a-z]*\):[^#]*## */  make \1\t/p' Makefile | expand -t 16

book: $(READY)  ## build the book; ends with the path of its first page
	@SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 0)} \
	  $(BIN)/jupyter-book build . --path-output _build/work --warningiserror --nitpick --keep-going \
	  || { echo 'The book was not built: see the error above. What stood in _build/html still stands.' >&2; exit 1; }
	@# Only a book that was built without a warning takes the place of the last one.
	@rm -rf _build/next && cp -a _build/work/_build/html _build/next
	@rm -rf _build/html && mv _build/next _build/html
	@echo "$(CURDIR)/_build/html/index.html"

test: $(READY)  ## run every test, and the chapters against their stored outputs
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/pytest tests chapters --nbval --numprocesses auto --dist loadscope

execute: $(READY)  ## run the chapters in place and store their outputs
	$(BIN)/python -m reportbook.execute

lab: $(READY)  ## open the chapters in JupyterLab
	$(BIN)/jupyter lab chapters

lock: $(READY)  ## resolve requirements.txt anew into requirements.lock
	$(BIN)/uv pip compile requirements.txt --universal --python-version 3.11 --generate-hashes \
	  --no-emit-package reportbook --no-header --no-annotate --upgrade --output-file requirements.lock

clean:  ## remove the environment and everything built
	rm -rf .venv _build

# The environment: exactly the lock, and the package itself. A half-made one is never ready.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo 'Python 3.11 or newer is needed: apt install python3, or set PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo 'The module venv of Python is needed: apt install python3-venv' >&2; exit 1; }
	@rm -f $(READY)
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(READY)
