"""From the project's files to what a browser gets: the Python runtime, the security policy, and a preview of both."""
