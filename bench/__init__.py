"""Measurements, side by side in one run: `make bench`. They are never part of a test, for machines are noisy."""
