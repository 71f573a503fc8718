"""The keys that mean something everywhere; any other key is its own character."""

ENTER, TAB, BACKSPACE, ESCAPE = "\r", "\t", "\x7f", "\x1b"
LEFT, RIGHT, OTHER = "left", "right", "other"
SPACE, MINUS, HELP = " ", "-", "?"

NAMES = {"\n": ENTER, "\b": BACKSPACE}
"""Other ways in which terminals send the same keys."""
