"""The plan: what is required, and what units and groups are called."""

import pytest
from pydantic import ValidationError

from brukarrevision.model.plan import Plan

from ..protect.surveys import plan  # noqa: TID252 - one level up


@pytest.mark.parametrize(
    ("attribute", "value", "label"),
    [
        ("unit", "u1", "Enhet u1"),
        ("group", "g0", "Brukare"),
        ("round", "r2", "Hösten"),
        ("unit", "okand", "okand"),
        ("alder", "u1", "u1"),
    ],
)
def test_what_a_unit_group_or_round_is_called(
    attribute: str, value: str, label: str
) -> None:
    """Its label in the plan; its id where the plan does not know it."""
    assert plan().label(attribute, value) == label


def test_protection_has_the_defaults_of_the_rules() -> None:
    """Five, one insider, and the few are left out."""
    given = plan().anonymity
    assert (given.min_group, given.coalition, given.too_few) == (5, 1, "leave_out")


@pytest.mark.parametrize(
    "key", ["id", "title", "commission", "instruments", "anonymity"]
)
def test_a_plan_lacks_nothing_it_needs(key: str) -> None:
    """Each of these is required."""
    data = plan().model_dump()
    del data[key]
    with pytest.raises(ValidationError):
        Plan.model_validate(data)


@pytest.mark.parametrize("limit", [-1, 101])
def test_a_word_for_a_share_begins_between_0_and_100(limit: int) -> None:
    """A limit is a percentage."""
    data = {**plan().model_dump(), "words": [{"at_least": limit, "word": "många"}]}
    with pytest.raises(ValidationError):
        Plan.model_validate(data)
