# Two commands: `make run` opens the app, `make test` runs the tests. Each sets up what it needs from uv.lock.
PYTHON ?= python3
BIN := .venv/bin
# The tests start dozens of programs, each of which compiles all it imports where the environment forbids to keep that.
export PYTHONDONTWRITEBYTECODE :=
UV := $(or $(shell command -v uv || true),$(BIN)/uv)

run: .venv/ready ; @$(BIN)/timeline app

test: .venv/ready ; @$(BIN)/python tests/programs.py && $(BIN)/python -m pytest -m "not bench and not sweep" -q -n 2 --dist worksteal --ignore tests/test_docs.py

check: .venv/ready ; @$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/python -m pytest -q --doctest-modules timeline tests/test_docs.py && $(BIN)/python tools/check_scripts.py

docs: .venv/ready ; @$(BIN)/python tools/build_docs.py

container: .venv/ready ; @$(BIN)/python tools/check_container.py

bench: .venv/ready ; @$(BIN)/python -m pytest -m "bench or sweep" -q -s tests

widths: .venv/ready ; @$(BIN)/python tools/measure_typeface.py

weights: .venv/ready ; @$(BIN)/python weights/fit_merge.py && $(BIN)/python weights/fit_importance.py

.venv/ready: pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@command -v $(UV) >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(UV) sync --quiet --locked --inexact --all-extras
	@touch $@

.PHONY: run test check docs container bench widths weights
