"""Pictures as SVG text: the same function draws the example when the site is built and the live one in the browser.

Colours and type come from the page's style sheet, by class. Sides differ by shape: a resident is a circle, an
organisation a square, another partner a triangle.
"""
