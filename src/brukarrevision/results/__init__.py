"""From the store to results: raw for the auditors' own eyes, protected for all else."""

from brukarrevision.results.counting import is_aside, policy
from brukarrevision.results.gather import Gathered, gather, protected
from brukarrevision.results.how import HOW
from brukarrevision.results.raw import columns, raw, raw_themes, together, uncoded
from brukarrevision.results.shown import NewSplit, Responses, Result, Results

__all__ = [
    "HOW",
    "Gathered",
    "NewSplit",
    "Responses",
    "Result",
    "Results",
    "columns",
    "gather",
    "is_aside",
    "policy",
    "protected",
    "raw",
    "raw_themes",
    "together",
    "uncoded",
]
