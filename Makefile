# The report book. `make` alone lists what can be done.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help book pdf html execute messages survival test words mutate reproduce bench lab lock fonts \
  licences clean environment test-environment lab-environment

PYTHON ?= python3
BIN := .venv/bin
LAB ?=
ENVIRONMENT ?= .ci/environment
export UV_LINK_MODE ?= copy

help:  ## list what can be done
	@sed -n 's/^\([a-z]*\):[^#]*## */  make \1\t/p' Makefile | expand -t 17

book: environment  ## build the book in both languages, in HTML and as PDF; LANGUAGES=en in one
	@$(BIN)/python -m reportbook.book

html: environment  ## build the HTML edition alone; ends with its path
	@$(BIN)/python -m reportbook.book html

pdf: environment  ## build the PDF edition alone; ends with its path
	@$(BIN)/python -m reportbook.book pdf

execute: environment  ## run the chapters that are stale, and store their outputs in them
	@$(BIN)/python -m reportbook.running

messages: environment  ## find what the Chinese edition has to translate, and merge it into locale/
	@$(BIN)/python -m reportbook.translation

survival: environment  ## run the chapters under each assumption, and store which findings hold
	@$(BIN)/python -m reportbook.running.survival

# Twice as many workers as processors, since a test of a page waits for its browser
test: test-environment  ## run every test, and the chapters against their stored outputs
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	cd heshu && ../$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry src
	cd heshu && ../$(BIN)/pytest --numprocesses auto --dist worksteal
	JUPYTER_DEFAULT_PROVISIONER_NAME=warm $(BIN)/pytest tests chapters --nbval \
	  --numprocesses $$((2 * $$(nproc))) --no-loadscope-reorder --durations=10 -rs

words: test-environment  ## check that the words of the book keep faith with its numbers, and nothing else
	$(BIN)/pytest -q tests/test_words.py

mutate: test-environment  ## change each cell of the data, the arithmetic and the words; all must be noticed
	$(BIN)/python tests/mutate.py
	$(BIN)/python tests/mutate_words.py
	$(BIN)/python tests/mutate_chains.py
	cd heshu && ../$(BIN)/python tests/mutate_code.py

reproduce: book  ## build the book again from nothing, elsewhere and later; every byte must be the same
	.ci/reproduce

bench: test-environment  ## measure build and tests beside a stock build; BENCH=growth the book grown, BENCH=reading what a reader waits for
	$(BIN)/python benchmarks/bench.py $(BENCH)

lab: lab-environment  ## open the chapters in JupyterLab; LAB=… gives it options
	@.venv-lab/bin/jupyter trust --log-level=ERROR chapters/*.ipynb
	@root=; [ "$$(id -u)" != 0 ] || root=--allow-root; \
	  exec .venv-lab/bin/jupyter lab chapters $$root $(LAB)

lock: test-environment  ## resolve the requirements anew into the lock files
	$(BIN)/python .ci/lock.py

fonts: environment  ## cut the fonts anew, for the characters of the book; needs the network
	@.ci/faces

licences: test-environment lab-environment  ## print the licence of every locked dependency
	@$(BIN)/python tests/licences.py && .venv-lab/bin/python tests/licences.py

clean:  ## remove the environments and everything built
	rm -rf .venv .venv-lab _build mutants heshu/mutants

# The environments: exactly their locks, and the two packages themselves. A state that names this
# folder and the locks says that one is ready: one that was copied, moved or linked is made anew,
# and so is a half-made one.
environment:
	@$(ENVIRONMENT) .venv requirements.lock "$(PYTHON)"

test-environment:
	@$(ENVIRONMENT) .venv requirements-test.lock "$(PYTHON)"

# JupyterLab beside it, with the chapters' own environment as its kernel
lab-environment: environment
	@$(ENVIRONMENT) .venv-lab requirements-lab.lock "$(PYTHON)"
