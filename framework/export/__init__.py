"""What a group takes away as files, and lists that people already have, read in. Standard library only."""
