"""The published values of agreement between coders, to the printed digit."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from brukarrevision.themes.agreement import (
    Agreement,
    Ratings,
    alpha,
    brennan_prediger,
    cohen,
    conger,
    fleiss,
    fleiss_of_counts,
    gwet,
    ratings_of_table,
    scott,
)
from tests.conformance.data import DATA

CASES = DATA / "irr" / "cases.json"

MEASURES: dict[str, Callable[[Ratings], Agreement]] = {
    "alpha_nominal": alpha,
    "alpha_ordinal": lambda given: alpha(given, "ordinal"),
    "alpha_interval": lambda given: alpha(given, "interval"),
    "alpha_ratio": lambda given: alpha(given, "ratio"),
    "gwet_ac1": gwet,
    "fleiss_irrCAC": fleiss,
    "conger": conger,
    "brennan_prediger": brennan_prediger,
    "cohen_kappa": cohen,
    "scott_pi": scott,
}


def cases() -> list[tuple[dict[str, Any], str]]:
    """Return every case with the name of each value that is published of it."""
    if not CASES.is_file():
        return []
    every = json.loads(CASES.read_text(encoding="utf-8"))
    return [(one, name) for one in every for name in one["expect"]]


def measured(case: dict[str, Any], name: str) -> Agreement:
    """Return one measure of a case."""
    if "counts" in case:
        return fleiss_of_counts(case["counts"])
    if "table" in case:
        return MEASURES[name](ratings_of_table(case["table"]))
    ratings = [list(row) for row in case["ratings"]]
    if name == "conger":
        # Its figure is of the table that comes with irrCAC. There the one rating of
        # the last unit is by the third coder; Krippendorff's own table has it by the
        # second. No other measure minds who it is by.
        ratings[1][-1], ratings[2][-1] = ratings[2][-1], ratings[1][-1]
    return MEASURES[name](ratings)


@pytest.mark.skipif(not CASES.is_file(), reason="needs the published cases")
@pytest.mark.parametrize(
    ("case", "name"),
    cases(),
    ids=lambda one: one if isinstance(one, str) else one["id"],
)
def test_a_published_value_comes_out_to_its_last_digit(
    case: dict[str, Any], name: str
) -> None:
    """Every value of every case."""
    published = case["expect"][name]
    found = measured(case, name).value
    assert found is not None
    digits = len(str(published).partition(".")[2])
    assert round(found, digits) == published


@pytest.mark.skipif(not CASES.is_file(), reason="needs the published cases")
def test_no_published_value_is_passed_over() -> None:
    """Eight cases, seventeen values."""
    assert len({case["id"] for case, _ in cases()}) == 8
    assert len(cases()) == 17
