"""What all models share: what counts as text, a date, a number, an id."""

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from brukarrevision.model.base import (
    Date,
    Id,
    Model,
    Number,
    QuestionId,
    Text,
    Truth,
    Whole,
)


class Thing(Model):
    """A model to try the rules on."""

    name: Text = "namn"


def fits(kind: type[object], value: object) -> bool:
    """Tell whether a value is of a kind."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Text, "å", ["", 12, None, True]),
        (Whole, 5, [5.0, "5", True]),
        (Number, 2.5, ["2,5", None]),
        (Truth, False, [0, "nej"]),
        (Id, "a-B_9", ["", "-a", "å", "a b", "x" * 41, 7]),
        (QuestionId, "q1", ["1q", "q_1", "q-1", "q" * 21]),
    ],
)
def test_kinds_take_what_they_should(
    kind: type[object], good: object, bad: list[object]
) -> None:
    """A value that YAML reads as something else is not let through."""
    assert fits(kind, good)
    assert not any(fits(kind, value) for value in bad)


@pytest.mark.parametrize("value", [dt.date(2026, 2, 1), "2026-02-01"])
def test_a_date_is_a_day(value: object) -> None:
    """As YAML reads it, or as text."""
    assert TypeAdapter(Date).validate_python(value) == dt.date(2026, 2, 1)


@pytest.mark.parametrize(
    "value",
    [20260201, "1 feb 2026", "2026-02-30", None, dt.datetime(2026, 2, 1)],  # noqa: DTZ001
)
def test_what_is_no_date_has_its_own_code(value: object) -> None:
    """The code is ours, so that the message can be too."""
    with pytest.raises(ValidationError) as fault:
        TypeAdapter(Date).validate_python(value)
    assert fault.value.errors()[0]["type"] == "yaml-not-date"


def test_unknown_keys_are_faults() -> None:
    """A key that is misspelt is not passed over."""
    with pytest.raises(ValidationError):
        Thing.model_validate({"namn": "x"})


def test_models_are_frozen() -> None:
    """What has been read is not changed."""
    with pytest.raises(ValidationError):
        Thing().name = "annat"  # type: ignore[misc]
