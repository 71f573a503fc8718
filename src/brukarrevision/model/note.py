"""The head of an interview's notes: when, where and with whose consent."""

from typing import Annotated, LiteralString

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from brukarrevision.model.base import Date, Id, Model

_SAID: dict[object, bool] = {"yes": True, True: True, "no": False, False: False}


def _yes_or_no(value: object) -> object:
    """Read ``yes`` and ``no``, which are words or truths by the version of YAML."""
    if isinstance(value, (str, bool)) and value in _SAID:
        return _SAID[value]
    code: LiteralString = "yaml-not-truth"
    raise PydanticCustomError(code, code)


def _several(value: object) -> object:
    """Read a key that nothing follows as an empty list."""
    return () if value is None else value


Consent = Annotated[bool, BeforeValidator(_yes_or_no)]


class Head(Model):
    """What is known of an interview; what is not known yet is None.

    ``id`` is the respondent's in the store too. ``auditors`` are aliases of the team;
    ``unit``, ``group`` and ``round`` are ids of the plan. Without ``consent: yes``
    nothing of what was said may be used.
    """

    id: Id
    date: Date | None = None
    auditors: Annotated[tuple[Id, ...], BeforeValidator(_several)] = ()
    unit: Id | None = None
    group: Id | None = None
    round: Id | None = None
    consent: Consent | None = None
