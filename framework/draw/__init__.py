"""Pictures as SVG: elements, labels that don't collide, lines of text. Standard library only."""
