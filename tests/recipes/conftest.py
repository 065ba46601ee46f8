"""Nothing here is a test: it is what `tests/site/test_recipes.py` adds to a copy of the guide."""

collect_ignore_glob = ["*"]
