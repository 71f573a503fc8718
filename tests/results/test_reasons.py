"""Which rule is at work where: the rule and the group, never a value."""

from collections.abc import Mapping, Sequence

import pytest

from brukarrevision import audit as audits
from brukarrevision import results
from brukarrevision.model.plan import Plan
from brukarrevision.results.reasons import Reason, reasons
from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.protect.surveys import ask, choices, instrument, plan
from tests.report.audits import answered

People = Sequence[Mapping[str, str]]
SCALE = choices("abc", a="negative")


def of(
    questions: list[dict[str, object]],
    people: People,
    given: Plan | None = None,
    **more: object,
) -> list[Reason]:
    """Return the rules at work in one survey."""
    one = instrument(questions, {"q": SCALE, "p": SCALE}, **more)
    return list(reasons(results.protected(answered((one, people), given=given))))


def said(found: list[Reason]) -> set[tuple[str, str, str | None]]:
    """Return rule, reason and question of each."""
    return {(one.rule, one.why, one.question) for one in found}


def many(count: int, **cells: str) -> People:
    """Return so many people who answered alike."""
    return [cells] * count


MIXED = [*many(4, q="=a"), *many(4, q="=b"), *many(4, q="=c")]


def test_nothing_to_say_where_everything_is_exact() -> None:
    """Mode and help, which nobody gave, are not spoken of."""
    assert of([ask("q")], MIXED) == []


@pytest.mark.parametrize(
    ("question", "people", "rule"),
    [
        (ask("q"), [*many(6, q="=b"), *many(1, q="=c")], ("R2", "top", "q")),
        (ask("q"), [*many(6, q="=a"), *many(1, q="=c")], ("R2b", "side", "q")),
        (ask("q"), [*many(3, q="=a"), *many(4, q="")], ("R5", "few", "q")),
        (ask("q", "text"), many(7, q="=ord"), ("R5", "own_words", "q")),
        (ask("q", "integer"), many(7, q="=7"), ("R5", "no_bands", "q")),
        (
            ask("q", "select_multiple"),
            [*many(6, q="=a b"), *many(1, q="=c")],
            ("R5", "option", "q"),
        ),
        (
            {**ask("q"), "sensitive": True},
            [*many(6, q="=a"), *many(1, q="=c")],
            ("R5", "split", "q"),
        ),
    ],
)
def test_what_hides_or_bounds_a_question(
    question: dict[str, object], people: People, rule: tuple[str, str, str]
) -> None:
    """One question, nothing else."""
    assert said(of([question], people)) == {rule}


def test_a_routed_question() -> None:
    """Hidden with what leads to it; several conditions always."""
    parent = [*many(6, q="=b", p="=a"), *many(1, q="=c", p="")]
    routed = {**ask("p"), "relevant": {"q": ["b"]}}
    assert ("R6", "routed", "p") in said(of([ask("q"), routed], parent))
    few = [*many(4, q="=b", p="=a"), *many(4, q="=c", p=""), *many(4, q="=a", p="")]
    assert said(of([ask("q"), routed], few)) == {("R5", "few", "p")}


def test_groups_that_are_too_few() -> None:
    """Merged or left out, said once and not for each question."""
    given = plan()
    big = [{**one, "unit": "u0"} for one in MIXED]
    small = [{"unit": "u1", "q": "=a"}] * 3
    other = [{"unit": "u2", "q": "=b"}] * 3
    found = of([ask("q")], [*big, *small], given, partition=["unit"])
    assert [(one.why, one.keys) for one in found] == [("left_out", (("u1",),))]
    found = of([ask("q")], [*big, *small, *other], given, partition=["unit"])
    assert found[0].why == "merged"
    assert found[0].keys == (("u1",), ("u2",))


def test_a_question_that_came_after_a_release(full: Box, br: Runner) -> None:
    """Those who are counted answered it perhaps, but are not counted again."""
    full.write("text/metod.md", "Vi delade ut enkäten.\n")
    assert br("publish", "prov", "v1", "--yes").code == 0
    asked = "      - {id: m1, type: select_one"
    new = "      - {id: m2, type: select_one, label: Nytt?, choices: stammer}\n"
    full.swap("instruments/enkat.yaml", asked, new + asked)
    audit = audits.require(str(full.audit), full.root)
    found = [one for one in reasons(results.protected(audit)) if one.question == "m2"]
    assert [(one.rule, one.why, one.keys) for one in found] == [
        ("R9", "unasked", (("norr",), ("soder",)))
    ]
