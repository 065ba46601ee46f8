"""Results as files that other programs open, and lists that people already have, read in. Standard library only."""
