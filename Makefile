# The report book: `make` lists what can be done.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
WORK := _build/work
export PYTHONHASHSEED := 0

.PHONY: help book test execute lab lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

book: $(READY)  ## build the book; prints where it is
	@$(BIN)/jupyter-book build . --path-output $(WORK) --all=false
