# The checks, one target each. CI calls the same targets; PYTHON names the environment's interpreter.
PYTHON ?= .venv/bin/python

# The tests are to find the installed raci: with a safe path Python does not look in this folder first.
export PYTHONSAFEPATH = 1

.PHONY: check format lint types imports tests hostile reliability fuzz mutants docs package fix golden bench bench-answers bench-thin bench-overlaps

check: format lint types imports tests

format:
	$(PYTHON) -m ruff format --check .

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as run; run()" --no-cache

tests:
	$(PYTHON) -m pytest -n auto --cov --cov-report=term

# What CI tries of it on the wheel: 500 mutants of valid files, texts, surroundings, and no surprises.
hostile:
	$(PYTHON) -m pytest -n auto -o addopts="--strict-markers --strict-config -ra" $(HOSTILE)
HOSTILE = $(addprefix tests/reliability/test_,fuzz.py nasty_texts.py no_surprises.py properties.py surroundings.py)

# Some thousand hostile files, texts, targets and surroundings, through every command in every format.
reliability:
	$(PYTHON) -m pytest -n auto -o addopts="--strict-markers --strict-config -ra" tests/reliability

# Valid files broken at random, and every command on them; SEED gives the same ones again.
MUTANTS ?= 10000
SEED ?= 1
fuzz:
	PYTHONPATH=tests/reliability $(PYTHON) -m fuzz --mutants $(MUTANTS) --seed $(SEED)

# What no test notices when it is changed. All of it takes hours: ONLY='raci.graph.*' tries a part of it.
ONLY ?= raci.*
mutants:
	$(PYTHON) -c "from mutmut.__main__ import cli; cli()" run '$(ONLY)'

# Parts of the tests, for when only these have changed.
docs:
	$(PYTHON) -m pytest tests/test_docs.py

package:
	$(PYTHON) -m pytest tests/test_package.py

# Format the sources and mend what the linter can mend by itself.
fix:
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

# Write the golden files anew; read the difference before you commit it.
golden:
	$(PYTHON) -m pytest --update

# How fast raci is, against the goals of docs/performance.md. SCALE=10000 ROUNDS=1 is a quick look.
SCALE ?= 100000
ROUNDS ?= 3
bench:
	$(PYTHON) benchmarks/speed/run.py --scale $(SCALE) --rounds $(ROUNDS)

# Who is right about who owns what: raci and two baselines on the questions of benchmarks/answers, to the
# model that ships with raci. `benchmarks/answers/run.py --write` puts this and the next into docs/answers.md.
bench-answers:
	$(PYTHON) benchmarks/answers/run.py shipped

# The same of registers that raci has never seen, with names and areas and no aliases.
bench-thin:
	$(PYTHON) benchmarks/answers/run.py thin

# Which names stand for one thing: raci and two baselines on the registers of benchmarks/overlaps.
bench-overlaps:
	$(PYTHON) benchmarks/overlaps/run.py
