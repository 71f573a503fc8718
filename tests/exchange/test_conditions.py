"""Conditions of forms: which are simple enough to keep, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.exchange.conditions import Term, parse


def term(question: str, *codes: str, but: bool = False, ticked: bool = False) -> Term:
    return Term(question, frozenset(codes), but, ticked)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("${q} = 'a'", [term("q", "a")]),
        ("${ q }='a'", [term("q", "a")]),
        ('${q} = "a"', [term("q", "a")]),
        ("${q} = ‘a’", [term("q", "a")]),
        ("'a' = ${q}", [term("q", "a")]),
        ("${q} = 1", [term("q", "1")]),
        ("${q} = -99", [term("q", "-99")]),
        ("${q} != 'a'", [term("q", "a", but=True)]),
        ("not(${q} = 'a')", [term("q", "a", but=True)]),
        ("not(${q} != 'a')", [term("q", "a")]),
        ("selected(${q}, 'a')", [term("q", "a", ticked=True)]),
        ("${q} = 'a' or ${q} = 'b'", [term("q", "a", "b")]),
        (
            "(${q} = 'a' or ${q} = 'b') and ${r} = 'c'",
            [term("q", "a", "b"), term("r", "c")],
        ),
        ("${q} = 'a' and (${r} = 'c')", [term("q", "a"), term("r", "c")]),
        ("${q} = 'or'", [term("q", "or")]),
    ],
)
def test_simple_conditions_are_kept(text: str, terms: list[Term]) -> None:
    assert parse(text) == tuple(terms)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "${q} > 1",
        "${q} = 1.5",
        "${q} = 'a' or ${r} = 'a'",
        "${q} = 'a' or selected(${q}, 'b')",
        "${q} != 'a' or ${q} != 'b'",
        "${q} = 'a' or ${q} = 'b' and ${r} = 'c'",
        "not(${q} = 'a' and ${r} = 'b')",
        "${q} = ${r}",
        "'a' = 'a'",
        "${q} = 'a",
        "${q}",
        "${q} = 'a' ${r} = 'b'",
        "(${q} = 'a'",
        "count-selected(${q}) = 1",
        "regex(${q}, 'a')",
        "${q} = 'a' and",
        "(" * 10_000,
        "not" * 2_000,
    ],
)
def test_other_conditions_are_not_guessed_at(text: str) -> None:
    assert parse(text) is None


@given(st.text(alphabet="${}q'a=!()nortandselected, 1", max_size=60))
def test_no_condition_breaks_the_reader(text: str) -> None:
    assert parse(text) is None or all(term.codes for term in parse(text) or ())
