"""A tool's form as a Word file: filled in, and read when it comes back. Standard library only.

The blank file is made at build (`publish/word/`). Each answer has a content control in it, whose tag is the answer's
name; and the form is in it as data, so that nothing of it need be sent beside it.
"""
