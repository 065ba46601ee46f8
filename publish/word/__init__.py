"""Each tool's form as a blank Word file, made while the site is built, so that it downloads without script."""
