"""A second opinion on every build: an attacker who has what is shown, and HiGHS.

Imports nothing of the protection and shares no function or class with it
(ANONYMITY.md 5.2). It is told numbers, never rules: whatever made them, it looks for
one person whose answer follows from them. What follows from *why* something is hidden
is for the enumeration in the tests.

- ``shown``: what it is given and gives back.
- ``statements``: tables as plain statements, question by question.
- ``sums``: drops the statements that follow from others by addition.
- ``blocks``: the systems of inequalities that are left, alike ones once.
- ``solver``: the one module that knows scipy.
- ``search``: asks the solver only what no known way of answering has shown yet.
"""

from brukarrevision.protect.attacker.search import certain, interval
from brukarrevision.protect.attacker.shown import (
    Certain,
    Contradiction,
    Numbers,
    Shown,
    Unsolved,
)

__all__ = [
    "Certain",
    "Contradiction",
    "Numbers",
    "Shown",
    "Unsolved",
    "certain",
    "interval",
]
