"""LimeSurvey's conditions said in the words that routing is read from."""

import pytest

from brukarrevision.exchange.conditions import parse
from brukarrevision.exchange.limesurvey.relevance import Names, condition

NAMES_KNOWN = Names(
    single={"q1": "q1", "arr_SQ1": "SQ1", "q4": "q4"},
    ticked={"q2_a": ("q2", "a")},
    ranked={"q3_1": ("q3", 1), "q3_2": ("q3", 2)},
    places={"q3": 2},
    aliases={"421X1X5": "q1", "421X1X55": "arr"},
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1", ""),
        ('((q1.NAOK == "A1"))', "((${q1} = 'A1'))"),
        ("q1 == 'A1' or q1 eq 2", "${q1} = 'A1' or ${q1} = '2'"),
        ('q1.NAOK != "A1" && q4 == "B"', "${q1} != 'A1'  and  ${q4} = 'B'"),
        (
            '(q2_a.NAOK == "Y") AND (q4 == "N")',
            "(selected(${q2}, 'a')) and (${q4} = 'N')",
        ),
        ('arr_SQ1 == "3"', "${SQ1} = '3'"),
        ('421X1X5.NAOK == "A1"', "${q1} = 'A1'"),
        ('421X1X55SQ1.NAOK == "A1"', "${SQ1} = 'A1'"),
        (
            'q3_1 == "x" or q3_2 == "x"',
            "selected(${q3}, 'x') or selected(${q3}, 'x')",
        ),
    ],
)
def test_conditions_are_said_again(text: str, wanted: str) -> None:
    found = condition(text, NAMES_KNOWN)
    assert found == wanted
    assert not wanted or parse(found) is not None


@pytest.mark.parametrize(
    "text",
    [
        'q3_1 == "x"',
        'q2_a.NAOK == ""',
        'q9 == "A1"',
        "q1 > 2",
        "is_empty(q1)",
        "((q1 == 'a')",
        "q1 == \"a' or ${q4} = 'b\"",
        "1 == 1",
        "x" * 5_000,
    ],
)
def test_other_conditions_are_not_kept(text: str) -> None:
    assert parse(condition(text, NAMES_KNOWN)) is None
