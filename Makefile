# What can be done here. Each target sets up what it needs, once.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PORT ?= 8000
BIN := .venv/bin
WORKERS ?= auto
SHARED_OUT = -n $(WORKERS) --dist worksteal --durations=20
export PYTHONDONTWRITEBYTECODE := 1
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help set-up brand tool case page serve build publish preview book verify words check test audit papers chance screenshots bench format lock

help: ## What can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

set-up: .venv/ready node_modules/ready ## Install what the project needs, into .venv and node_modules

.venv/ready: requirements.txt config/find-python.sh
	@[ ! -L .venv ] || { echo ".venv is a link, and would be emptied where it leads to. Take the link away." >&2; exit 1; }
	@python=$$(sh config/find-python.sh) && echo "Setting up Python ($$python) …" && "$$python" -m venv --clear .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

node_modules/ready: package-lock.json
	@command -v npm >/dev/null || { echo "Node.js 20 or newer is missing: get it from nodejs.org, or 'apt-get install nodejs npm'." >&2; exit 1; }
	@node -e 'if (Number(process.versions.node.split(".")[0]) < 20) { console.error("Node.js " + process.versions.node + " is too old: get 20 or newer from nodejs.org."); process.exit(1); }'
	@echo "Setting up Node's packages …"
	@npm ci --ignore-scripts --loglevel=error
	@touch $@

.cache/chromium: .venv/ready config/find-chromium.sh
	@mkdir -p .cache && path=$$(sh config/find-chromium.sh) && echo "$$path" > $@

.cache/engines: config/find-engines.sh
	@mkdir -p .cache && sh config/find-engines.sh && touch $@

.cache/office: config/find-office.sh
	@mkdir -p .cache && sh config/find-office.sh && touch $@

.cache/java:
	@mkdir -p .cache && path=$$(sh config/find-java.sh) && echo "$$path" > $@
brand: set-up ## Make it yours: answer a few questions, or see what to mend
	@$(BIN)/python -m publish.brand

tool: set-up ## Begin a tool of your own: NAME='Repairs panel'
	@$(BIN)/python -m publish.begin_file tool "$$NAME"

case: set-up ## Begin a case study of your own: NAME='Larkfield Court'
	@$(BIN)/python -m publish.begin_file case "$$NAME"

page: set-up ## Begin a page of your own: NAME='Who decides'
	@$(BIN)/python -m publish.begin_file page "$$NAME"

serve: set-up ## The site, live: a change to a file shows at once
	@$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: set-up ## Build the site into site/
	@$(BIN)/python -m mkdocs build --quiet
	@$(BIN)/python -m publish.compress site
	@echo "The site is in site/."

publish: set-up ## Build the site to be published: contacts and the web address have to be there
	@PUBLISH=1 $(BIN)/python -m mkdocs build --quiet
	@$(BIN)/python -m publish.compress site
	@echo "The site is in site/. Put it on your host."

preview: build ## Build, and serve site/ as a good host would
	@PORT=$(PORT) $(BIN)/python -m publish.preview site

book: build .cache/chromium ## Print the whole guide as a PDF, into site/book/guide.pdf
	@$(BIN)/python -m publish.print_book site

verify: set-up ## Check what a copy of the guide tells of its changes: WHAT=https://… or a folder
	@$(BIN)/python -m publish.verify "$(WHAT)"

words: set-up ## All that the site says, as a gettext catalogue for translators: TO=file.pot says where
	@$(BIN)/python -m framework.content.catalogue $(TO)

check: set-up ## Rules of the data, lint, formatting, types
	@echo "The data …" && $(BIN)/python -m framework.content.check
	@echo "Python …" && $(BIN)/ruff check -q . && $(BIN)/ruff format -q --check . && $(BIN)/mypy
	@echo "Script and style …" && npx --no-install biome check --error-on-warnings && npx --no-install tsc -p config/tsconfig.json

.cache/hosts: config/find-hosts.sh
	@mkdir -p .cache && sh config/find-hosts.sh && touch $@

test: set-up .cache/chromium .cache/hosts ## Every test, in a real browser with real Python too
	@$(BIN)/python -m pytest $(SHARED_OUT)

audit: set-up .cache/chromium .cache/engines .cache/office .cache/java ## What takes longer: every page and state, for everyone; Lighthouse; HTML; other engines
	@$(BIN)/python -m pytest $(SHARED_OUT) -rs -m "not alone" tests/audit
	@$(BIN)/python -m pytest -s -m alone tests/audit

papers: set-up .cache/chromium .cache/engines ## Print every form in every engine, and read what is on paper: twenty minutes, before a release
	@EVERY_PAPER=1 $(BIN)/python -m pytest $(SHARED_OUT) -rs tests/audit/test_paper.py

chance: set-up ## The tests that try many examples, with examples drawn by chance: before a release
	@EXAMPLES=chance $(BIN)/python -m pytest $(SHARED_OUT) tests/framework

screenshots: set-up .cache/chromium ## Pictures of each kind of page, into .cache/screenshots/, to look at
	@$(BIN)/python -m tests.screenshots

bench: build .cache/chromium ## Measure start-up and build, side by side, into bench/results.json: PART=serve measures one part
	@$(BIN)/python -m bench $(PART)

format: set-up ## Put Python, script and style in shape
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q . ; npx --no-install biome check --write

lock: .venv/ready ## Lock anew what pyproject.toml asks for
	@$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.13 \
		--group site --group test --group bench --group check pyproject.toml -o requirements.txt
