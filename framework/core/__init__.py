"""What everything stands on. Standard library only: the browser runs all of it."""
