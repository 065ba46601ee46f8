"""The power map: who holds power over a decision, whom it affects, who is missing, and what moved between phases.

Pure functions, standard library only, for the browser runs them. `read` checks what comes from outside; `findings`,
`moves`, `views` and `describe` say what a map shows; `redact` makes the copy that may be shared.
"""
