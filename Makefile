# The one way to run, test and check. Needs only make and Python 3.11 or newer with its venv module.
#   make run [ARGS="check"]    set up what is missing, then start the program
#   make test [ARGS="-k dates"]
#   make team-demo [ARGS="--rows 1000"]  a table over three throw-away PostgreSQL servers, on the screen
#   make check                 format, lint, types, import contracts, then the tests
#   make nightly               what make test tries a selection of: every size, long storms of keys, many examples
#   make bench                 what starts, keys and big tables cost, here and over a slow SSH connection
#   make format  make lock  make clean

PYTHON ?= python3
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install

# Standard output belongs to the program: `make run | cat` prints the timeline and nothing else.
MAKEFLAGS += --no-print-directory

.PHONY: run team-demo test nightly bench check format lock screenshots clean

run: $(READY)
	@$(BIN)/dprk-tui $(ARGS)

team-demo: $(READY)
	@$(BIN)/python -m tests.team.demo $(ARGS)

# Side by side, one process a core; `ARGS="-n 0"` is one after the other.
test: $(READY)
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadgroup $(ARGS)

nightly: $(READY)
	@DPRK_TUI_NIGHTLY=1 $(BIN)/python -m pytest --numprocesses=auto --dist=loadgroup -m "hypothesis or tireless" $(ARGS)

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(MAKE) test

bench: $(READY)
	@status=0; for part in start screen keys table server time changes finding curating support check growth ssh serve; do \
	  $(BIN)/python -m tests.benchmarks.bench_$$part || status=1; done; exit $$status

format: $(READY)
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

# Universal, so that one lock serves every platform and Python; without a host, so that it serves every mirror.
lock:
	@uv=$$(command -v uv || command -v $(BIN)/uv) || \
	  { echo "make lock needs uv on the PATH or in $(VENV): $(BIN)/python -m pip install uv" >&2; exit 1; }; \
	"$$uv" pip compile pyproject.toml --group dev --extra parquet --extra postgres --extra serve --extra sources --extra tables --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet --output-file requirements.lock $(ARGS)

# All that the README shows: pictures of the bundled corpus, and the table of keys.
screenshots: $(READY)
	@$(BIN)/python screenshots/draw.py

clean:
	@rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find model tui seeds tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -f snapshot_report.html

# The stamp is written last, so that a set-up cut short is done again.
$(READY): requirements.lock pyproject.toml tui/__init__.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "dprk-tui needs Python 3.11 or newer as $(PYTHON); name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) has no venv module; install it (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	@echo "Setting up $(VENV): once, and again when requirements.lock changes. This takes about a minute." >&2
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) >&2
	@$(PIP) --require-hashes -r requirements.lock >&2
	@$(PIP) --no-deps --no-build-isolation -e . >&2
	@touch $@
