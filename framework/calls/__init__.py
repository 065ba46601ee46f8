"""What a page may ask of Python: one module for each call, with `answer(opened, asked)`.

In: what is open, and the request as plain data, checked nowhere yet. Out: plain data for the page. What cannot be used
raises `framework.assessment.BadInput`.
"""
