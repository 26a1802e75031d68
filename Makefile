# The report book. `make` alone lists what can be done.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help book pdf test mutate reproduce bench execute lab lock licences clean

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
PIP := python -m pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras --upgrade \
  --no-header --no-annotate --quiet
BUILD = SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 0)} \
  $(BIN)/python -m reportbook.build . --path-output _build/work --warningiserror --nitpick --keep-going

help:  ## list what can be done
	@sed -n 's/^\([a-z]*\):[^#]*## */  make \1\t/p' Makefile | expand -t 17

book: $(READY)  ## build the book, in HTML and as PDF; ends with the paths of both
	@PDF_EDITION=1 $(BUILD) \
	  || { echo 'The book was not built: see the error above. What stood in _build/html still stands.' >&2; exit 1; }
	@# Only a book that was built without a warning takes the place of the last one. It stands
	@# without the PDF where that can't be made, but then says nothing of it and make fails.
	@# Sphinx's note to itself stays behind: a hash of settings, this folder's name among them.
	@pdf=yes; $(MAKE) --no-print-directory pdf || pdf=no; \
	  test $$pdf = yes || $(BUILD) >/dev/null; \
	  rm -rf _build/next && cp -a _build/work/_build/html _build/next; \
	  test $$pdf = no || cp _build/pdf/*.pdf _build/next; \
	  rm -f _build/next/.buildinfo; \
	  rm -rf _build/last && { test ! -e _build/html || mv _build/html _build/last; }; \
	  mv _build/next _build/html && rm -rf _build/last; \
	  echo '$(CURDIR)/_build/html/index.html'; \
	  test $$pdf = yes || { echo 'The HTML edition stands alone: the PDF edition was not built, see above.' >&2; exit 1; }; \
	  ls '$(CURDIR)'/_build/html/*.pdf

pdf: $(READY)  ## build the PDF edition alone; ends with its path
	@$(BIN)/python -m reportbook.pdf
	@rm -f _build/work/_build/pdf/*.pdf
	@$(BUILD) --builder custom --custom-builder pdf \
	  || { echo 'The PDF was not built: see the error above. What stood in _build/pdf still stands.' >&2; exit 1; }
	@rm -rf _build/next && mkdir _build/next && cp _build/work/_build/pdf/*.pdf _build/next
	@rm -rf _build/pdf && mv _build/next _build/pdf
	@ls '$(CURDIR)'/_build/pdf/*.pdf

test: $(READY)  ## run every test, and the chapters against their stored outputs
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/python -m reportbook.pdf
	JUPYTER_DEFAULT_PROVISIONER_NAME=warm \
	  $(BIN)/pytest tests chapters --nbval --numprocesses auto --dist loadscope \
	  --no-loadscope-reorder --durations=10 -rs

mutate: $(READY)  ## change every cell of the data and the arithmetic in turn; all must be noticed
	$(BIN)/python tests/mutate.py
	$(BIN)/python tests/mutate_code.py

reproduce: book  ## build the book again from nothing, elsewhere and later; every byte must be the same
	.ci/reproduce

bench: $(READY)  ## measure build, tests and growth beside a stock build; takes its time
	$(BIN)/python benchmarks/bench.py

execute: $(READY)  ## run the chapters in place and store their outputs
	$(BIN)/python -m reportbook.execute

lab: $(READY) .venv-lab/ready  ## open the chapters in JupyterLab
	.venv-lab/bin/jupyter lab chapters

lock: $(READY)  ## resolve the requirements anew into the lock files
	$(LOCK) requirements.txt --no-emit-package reportbook --output-file requirements.lock
	$(LOCK) requirements-lab.txt --output-file requirements-lab.lock

licences: $(READY) .venv-lab/ready  ## print the licence of every locked dependency
	@$(BIN)/python tests/licences.py && .venv-lab/bin/python tests/licences.py

clean:  ## remove the environment and everything built
	rm -rf .venv .venv-lab _build mutants

# The environment: exactly the lock, and the package itself. A half-made one is never ready.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo 'Python 3.11 or newer is needed: apt install python3, or set PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo 'The module venv of Python is needed: apt install python3-venv' >&2; exit 1; }
	@rm -f $(READY)
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/$(PIP) --require-hashes -r requirements.lock
	$(BIN)/$(PIP) --no-build-isolation --no-deps -e .
	@touch $(READY)

# JupyterLab beside it, with the chapters' own environment as its kernel
.venv-lab/ready: requirements-lab.lock $(READY)
	@rm -f $@
	@test -x .venv-lab/bin/python || $(PYTHON) -m venv .venv-lab
	.venv-lab/bin/$(PIP) --require-hashes -r requirements-lab.lock
	$(BIN)/python -m ipykernel install --prefix .venv-lab --name python3 >/dev/null
	@touch $@
