"""``erasure.yaml``: that the raw data of an audit is erased, and nothing about it."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from brukarrevision.model.base import Date, Format, Model

Kind = Literal["responses", "copies", "notes", "drafts", "other"]
"""What raw data consists of: the store, older copies of it, interview notes, drafts."""

Count = Annotated[int, Strict(), Field(ge=1)]


class ErasedKind(Model):
    """How many files of a kind were erased."""

    kind: Kind
    files: Count


class Erasure(Model):
    """The record of an erasure; it holds no personal data.

    Attributes:
        erased: the day it was done.
        due: the day the plan named (``erase_raw_by``).
        reason: ``due``, or ``on_demand`` where it was done before that day.
        what: what was erased.
    """

    format: Format
    erased: Date
    due: Date
    reason: Literal["due", "on_demand"]
    what: tuple[ErasedKind, ...] = ()
