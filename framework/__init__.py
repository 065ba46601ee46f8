"""What the coproduction framework says, and how its tools reckon.

The words live in `framework/data`, as YAML. Everything here that runs in the browser uses the standard library only.
"""

__version__ = "0.1.0"
