"""The namespaces of a Word file, and how its elements are called in lxml."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"

# The prefixes that the report's own XML uses.
PREFIXES = {"w": W, "r": R, "wp": WP, "a": A, "c": C}


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return the name of an attribute that refers to a relationship."""
    return f"{{{R}}}{name}"
