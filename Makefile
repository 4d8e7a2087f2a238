# The two commands a person needs are `make run` and `make test`; `make help` lists the others.
# Recipes longer than a few words are small POSIX shell scripts in .ci/.
#
#   make run FILE=scan.jpg            opens (or, without a display, reads) that file
#   make test PYTHON=python3.13       works in .venv-py3.13, beside the usual .venv

.DEFAULT_GOAL := help
.PHONY: help run test acceptance bench package clean distclean

PYTHON ?=
FILE ?= resources/samples/welcome.jpg
ifeq ($(strip $(PYTHON)),)
VENV := .venv
else
VENV := .venv-py$(shell "$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
endif

export FILE PYTHON
# Packages of other programs (ROS sets PYTHONPATH, for one) have no place in this environment.
unexport PYTHONPATH PYTHONHOME PIP_USER

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: ## open the window on a sample page, or on FILE=scan.jpg
	@.ci/environment $(VENV)
	@.ci/open $(VENV) "$$FILE"

test: ## ruff, mypy, import-linter and the tests, without a display
	@.ci/environment $(VENV) test
	@.ci/system-libraries $(VENV)
	@.ci/checks $(VENV)

acceptance: ## figures on real pages, hundreds of kills, scenes, the package: tests that take longer
	@.ci/environment $(VENV) test
	@.ci/system-libraries $(VENV)
	@.ci/tests $(VENV) acceptance

bench: ## measure speed against PyTorch and scikit-learn, in .venv-bench
	@.ci/environment .venv-bench bench
	@.ci/system-libraries .venv-bench
	@.ci/benchmarks .venv-bench

package: ## build the program as a folder that needs no Python: dist/ocrdesk
	@.ci/environment $(VENV) package
	@.ci/system-libraries $(VENV)
	@.ci/package $(VENV)

clean: ## remove what was built and all caches
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
	find ocrdesk tests resources -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## also remove the virtual environments
	rm -rf .venv .venv-*
