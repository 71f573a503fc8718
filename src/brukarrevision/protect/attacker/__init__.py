"""A second opinion on every build: an attacker who has what is shown, and HiGHS.

Imports nothing of the protection and shares no function or class with it
(ANONYMITY.md 5.2). It is told numbers, never rules: whatever made them, it looks for
one person whose answer follows from them.
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
