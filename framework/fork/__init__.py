"""What a copy of the guide changes: its brand, its words, its items, its pages."""
