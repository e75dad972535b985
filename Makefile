# Everything runs in .venv, which each target sets up by itself: Python 3.11+ and make are all it needs.

PYTHON ?= python3
BIN := .venv/bin
PACKAGES := $(patsubst %/pyproject.toml,%,$(wildcard generated/*/pyproject.toml))
CODE := generator templates/runtime tests
BASE ?= origin/main
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help setup generate check test test-packages prove lint types contracts regenerate lint-specs goldens corpus diff diff-cases bench format clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/.generator: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[fast]"
	@touch $@

.venv/.dev: .venv/.generator
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

setup: .venv/.dev  ## Set up the environment in .venv

generate: .venv/.generator  ## Write generated/ from specs/
	@$(BIN)/specloom generate

test: .venv/.dev test-packages  ## Run every test
	$(BIN)/python -m pytest -n 2

test-packages: .venv/.dev
	@for package in $(PACKAGES); do \
		test -d $$package/tests || continue; \
		echo "$$package"; \
		(cd $$package && $(CURDIR)/$(BIN)/python -m pytest -q -p no:cacheprovider) || exit 1; \
	done

prove: .venv/.dev  ## Break each package in every way, and see its own tests fail
	@for package in $(PACKAGES); do $(BIN)/specloom prove $$package || failed=1; done; exit $${failed:-0}

check: lint types contracts regenerate test  ## What CI runs: lint, types, contracts, regeneration, tests

lint: .venv/.dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/black --check --quiet .

types: .venv/.dev
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python -m tests.house.types

contracts: .venv/.dev
	$(BIN)/lint-imports --no-logo

regenerate: generate
	git diff --exit-code --stat -- generated
	@test -z "$$(git status --porcelain -- generated)" || (git status --short -- generated; exit 1)

lint-specs: .venv/.dev  ## Lint specs/ with openapi-spec-validator, redocly and spectral (npm)
	$(BIN)/specloom lint
	npx --yes @redocly/cli@2 lint --extends=recommended specs/*.yaml
	npx --yes @stoplight/spectral-cli@6 lint --ruleset .spectral.yaml --fail-severity=error specs/*.yaml

goldens: .venv/.dev  ## Write the expected texts of the tests anew; look at their diff
	SPECLOOM_GOLDENS=1 $(BIN)/python -m pytest -q tests/diagnostics

corpus: .venv/.dev  ## Generate every document of ../shared/corpus and measure it
	@for set in real multi features; do \
		$(BIN)/python -m tests.corpus --set $$set --json .cache/corpus-$$set.json || exit 1; \
	done

diff: .venv/.generator  ## Say what specs/ do since BASE; fail on what breaks and nobody accepted
	@$(BIN)/specloom diff "git:$(BASE):specs" specs

diff-cases: .venv/.dev  ## Compare our verdicts of ../shared/diff with oasdiff's
	$(BIN)/python -m tests.compare.cases

bench: .venv/.dev  ## Print the ratios of tests/bench
	@for name in decode call imports leaks diff peers; do echo "$$name"; $(BIN)/python -m tests.bench.$$name || exit 1; done

format: .venv/.dev  ## Format what is written by hand
	$(BIN)/ruff check --fix --quiet $(CODE)
	$(BIN)/black --quiet $(CODE)

clean:  ## Remove the environment and caches
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache
