"""A group's work: copies of it, checked, compared and put together."""
