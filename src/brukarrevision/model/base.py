"""What all models share: strict, frozen, and codes instead of sentences when wrong.

The wording of a fault is ours (``messages/yaml.py``); a model only names its code, as
the type of a ``PydanticCustomError``.
"""

import datetime as dt
from typing import Annotated, Literal, LiteralString

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

Text = Annotated[str, Strict(), Field(min_length=1)]
"""Text that is not empty; ``012`` or ``2026-01-01`` without quotes is not text."""

Whole = Annotated[int, Strict()]
Number = Annotated[int, Strict()] | Annotated[float, Strict()]
Truth = Annotated[bool, Strict()]

Id = Annotated[str, Strict(), Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
"""An id of a unit, group, round, choice or area."""

QuestionId = Annotated[str, Strict(), Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,19}$")]
"""An id that LimeSurvey, ODK and REDCap all keep (DESIGN.md section 3)."""


Format = Literal[1]
Language = Literal["sv", "en"]


def _not_date() -> PydanticCustomError:
    code: LiteralString = "yaml-not-date"
    return PydanticCustomError(code, code)


def _only_date(value: object) -> object:
    """Let a date, or text as ``2026-02-01``, through; a number is not a date."""
    if isinstance(value, dt.datetime) or not isinstance(value, (dt.date, str)):
        raise _not_date()
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise _not_date() from None
    return value


Date = Annotated[dt.date, BeforeValidator(_only_date)]


class Model(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Translations = dict[str, Text]
"""The same text in other languages, by language code (``en``, ``so``, ``ar``)."""
