# Two commands do everything on a machine with Python and make:
#   make demo   the example audit, from plan to Word reports
#   make test   all tests

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test soak check lint types docs bench conformance lock wheel clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable .
	touch $(READY)

demo: $(READY)
	rm -rf demo
	$(BIN)/brukarrevision demo demo

# Tracing nearly doubles the time, so only those tests are traced that have to cover
# what protects and tallies completely; the gate tells if they do not.
TRACED := tests/model tests/protect tests/results tests/test_tally.py

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TRACED:%=--ignore=%)
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report= $(TRACED)
	$(BIN)/python scripts/coverage_gate.py

# A thousand kills, two writers, canaries, tampered files, ten thousand histories,
# and the words and files of every table that the enumeration comes to.
# About an hour; SOAK=0.1 runs a tenth.
SOAK ?= 1

soak: $(READY)
	SOAK=$(SOAK) $(BIN)/python -m pytest -n 2 --dist worksteal --durations=0 \
	    tests/soak tests/protect/test_histories.py \
	    tests/protect/test_enumeration.py

check: lint types docs test

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

docs: $(READY)
	$(BIN)/python scripts/make_docs.py --check

bench: $(READY)
	$(BIN)/python benchmarks/run.py

conformance: $(READY)
	$(BIN)/python -m pytest -n 2 tests/conformance
	$(BIN)/python -m tests.conformance.ner

# Writes today's versions down, from an environment of its own.
lock: pyproject.toml
	$(PYTHON) scripts/make_constraints.py

wheel: $(READY)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) dist build demo .mypy_cache .ruff_cache .coverage*
