"""What the guide says: YAML in, a model out, every rule of the data, addresses, and the guide's own pictures."""
