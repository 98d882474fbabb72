# make demo   judge all bundled scenarios, print a summary, write reports to build/demo
# make test   lint, types, layers and most tests (a quarter of an hour on two cores)
# make wide   what of it is left out there: the rest of what sweeps over every scenario, mistake and sentence
# make slow   the tests that take longer: other engines on all scenarios, 5,000 examples a property (over an hour)
# make generated  of these, generated scenarios in other engines, as continuous integration does
# make lint   the first three of these alone
# make mutants change every rule and norm, one at a time, and see whether a test notices (hours; goes on where it stopped)
# make format rewrite Python and Turtle in the house style
# make lock   resolve the dependencies anew into requirements.lock
# make clean  remove the environment and everything built
#
# Needs Python 3.11 or newer and nothing else. Every target makes the environment it runs in, .venv, from the lock.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv demo test wide slow generated lint format lock clean worked docs mutants

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name))))
BIN    := .venv/bin
STAMP  := .venv/.installed
UV     := uv==0.13.8

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | sed -n '1,11p'

venv: $(STAMP)

# Hashes hold the lock to the very files that were tested; the project itself is built with the locked hatchling, and compiled
# as an installed package is: else each run compiles it anew where Python may write no bytecode.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python found. Install Python 3.11 or newer, or: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than 3.11. Choose another: make PYTHON=/path/to/python" >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

demo: $(STAMP)
	$(BIN)/hiaat demo --output build/demo

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy src tests $(wildcard benchmarks/*.py)
	$(BIN)/lint-imports --no-logo

test: lint
	$(BIN)/pytest -n 2 --dist worksteal -m 'not slow and not wide'

# The rest of what sweeps over every scenario, mistake and sentence; continuous integration runs it after `make test`.
wide: $(STAMP)
	$(BIN)/pytest -n 2 --dist worksteal -m 'wide and not slow'

# HIAAT_EXAMPLES=1000 make slow: so many examples a property.
slow: $(STAMP)
	$(BIN)/pytest -n 2 --dist worksteal -m slow
	HIAAT_WITNESS=all $(BIN)/pytest -n 2 tests/toy

# The part of the slow set that continuous integration runs: hundreds of generated scenarios in other engines.
generated: $(STAMP)
	$(BIN)/pytest -n 2 --dist worksteal -m slow tests/generated

# The table of every row of the worked situations; a test holds that it is up to date.
worked: $(STAMP)
	$(BIN)/python -m tests.worked

# What is kept in build/mutants is used as long as nothing changed that it rests on.
mutants: $(STAMP)
	$(BIN)/python -m tests.mutants

# One page a kind of finding, from the header of its shape.
docs: $(STAMP)
	$(BIN)/python tools/finding_pages.py build/docs/findings

format: $(STAMP)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python tools/format_turtle.py

# uv, because it locks for every Python >= 3.11 and every platform in one file; it is needed here alone.
lock:
	"$(PYTHON)" -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check $(UV)
	build/lock/bin/uv pip compile pyproject.toml --upgrade --extra reference --group dev \
	  --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" --quiet --output-file requirements.lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
