# make：装好所需，把 plans/ 里的文稿全部印到 out/。make test：全部检查。make bench：量快慢。make clean：只留下源文件。
PYTHON := $(shell test -x /usr/bin/python3 && echo /usr/bin/python3 || echo python3)
PIP := PIP_CONSTRAINT=requirements.lock PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/pip install --quiet
BIN := .venv/bin

# Sources newer than the start of the last build, or folders of out/ from which a file was taken since its end.
CHANGED = $(shell test -f .make/started && test -f .make/ended && test -d out || echo first; \
	find plans templates generator .make/python -name __pycache__ -prune -o -newer .make/started -exec echo yes \; -quit 2>&1; \
	find out -type d -newer .make/ended -exec echo yes \; -quit 2>&1)

.PHONY: all test bench format lock schema clean
all: .make/python
	@if [ -z "$(CHANGED)" ]; then echo '没有改动，out/ 里都是新的。要重印：xiaowen build plans'; else \
	touch .make/start && $(BIN)/xiaowen build plans -o out && mv .make/start .make/started && touch .make/ended; fi

test: .make/tools
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --cov

bench: .make/bench
	$(BIN)/python benchmarks/bench.py --write

format: .make/tools
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .make/tools
	$(BIN)/pip freeze --exclude-editable | sed -E 's/ @ .*//' > requirements.lock

schema: .make/python
	$(BIN)/xiaowen schema > docs/plan.schema.json
	$(BIN)/xiaowen schema --school > docs/school.schema.json

.make/system: .setup/system
	@.setup/system

.venv/bin/pip: | .make/system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' && $(PYTHON) -m venv .venv || { rm -rf .venv; \
	echo '没有建成 .venv：要有 Python 3.11 以上和它的 venv（Debian：apt-get install python3-venv）' >&2; exit 1; }

.make/python: pyproject.toml requirements.lock | .venv/bin/pip
	@echo '正在安装 Python 组件' >&2
	@$(PIP) --editable .
	@mkdir -p .make && touch $@

.make/tools: .make/python
	@echo '正在安装开发工具' >&2
	@$(PIP) --editable '.[dev]'
	@touch $@

.make/bench: .make/python
	@echo '正在安装用来比较的程序' >&2
	@$(PIP) --editable '.[bench]'
	@touch $@

clean:
	rm -rf out .venv .make .mypy_cache .pytest_cache .ruff_cache .coverage
