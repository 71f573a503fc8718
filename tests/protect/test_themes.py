"""Proof by enumeration that no tables of themes tell what somebody mentioned.

Every way in which a few people can mention a theme and its part at two questions goes
through the real counting and protection (decision 0032).
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import product

import pandas as pd
import pytest

from brukarrevision.model.codebook import Codebook, Theme
from brukarrevision.model.instrument import Instrument
from brukarrevision.results import themes
from brukarrevision.store import Origin
from brukarrevision.themes.mentions import Mentions, Said

from .attacker import Secret
from .surveys import Survey, answer, ask, choices, instrument, option
from .test_enumeration import holds

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

TREE = (Theme(id="w", label="Helhet"), Theme(id="p", label="Del", parent="w"))
FLAT = (Theme(id="w", label="Ett"), Theme(id="p", label="Annat"))
NOTHING: Said = {}
AT_A = ("themes", "themes.a")
"""Where nobody mentions anything elsewhere; the other tables tell nothing new."""


def guide() -> Instrument:
    """Return a guide of two questions, a and b."""
    return instrument([ask("a", "text"), ask("b", "text")], {}, kind="interview")


def counted(said: Sequence[Said], tree: Sequence[Theme]) -> Survey:
    """Return a survey whose questions are the tables of themes.

    Args:
        said: everything that one person can have mentioned, at each question.
        tree: the themes.
    """
    own, codebook = guide(), Codebook(format=1, themes=tuple(tree))
    names = themes.tables(own)
    who = range(len(said))
    origins = [Origin("enkat", 1, at, "", None, "", str(at), None) for at in who]
    mentions = Mentions({str(at): said[at] for at in who})
    nobody = pd.DataFrame(index=who)
    frame = themes.coded(nobody, origins, own, codebook, mentions)
    bare = Instrument.model_construct(**{**dict(own), "areas": ()})
    profiles = [tuple(row) for row in frame[list(names)].itertuples(index=False)]
    once = tuple(dict.fromkeys(profiles))
    return Survey(themes.with_themes(bare, own, codebook, "sv"), once)


def beside(
    closed: Sequence[Mapping[str, object]],
    lists: Mapping[str, object],
    people: Sequence[tuple[Mapping[str, str], Said]],
) -> Survey:
    """Return a survey of closed questions, with what is mentioned beside them.

    Args:
        closed: questions put beside a, which all are asked, and is free to answer.
        lists: their choices.
        people: what one person can have answered, as cells, and mentioned.
    """
    own = instrument([ask("a", "text"), *closed], lists, kind="interview")
    codebook = Codebook(format=1, themes=TREE[:1])
    who = range(len(people))
    origins = [Origin("enkat", 1, at, "", None, "", str(at), None) for at in who]
    mentions = Mentions({str(at): people[at][1] for at in who})
    blank = dict.fromkeys((one.id for one in own.questions()), "")
    frame = pd.DataFrame([{**blank, **cells} for cells, _ in people])
    frame = themes.coded(frame, origins, own, codebook, mentions)
    whole = themes.with_themes(own, own, codebook, "sv")
    names = [one.id for one in whole.questions()]
    profiles = [tuple(row) for row in frame[names].itertuples(index=False)]
    return Survey(whole, tuple(dict.fromkeys(profiles)))


def mentioned(*at_each: str) -> tuple[Said, ...]:
    """Return every way to mention some codes, or none, at each of two questions."""
    return tuple(
        {"a": frozenset(a), "b": frozenset(b)} for a, b in product(at_each, repeat=2)
    )


def every(_: str) -> bool:
    """Want the tables of every question."""
    return True


def secrets(survey: Survey, wanted: Callable[[str], bool] = every) -> list[Secret]:
    """Return whether somebody mentions each theme, at all and at each question."""
    return [
        option(survey, question.id, of.id)
        for question in survey.questions
        if wanted(question.id)
        for of in survey.instrument.answers(question)
    ]


@pytest.mark.parametrize("size", [5, 6, 7])
def test_a_theme_and_its_part_at_two_questions(size: int) -> None:
    """Shown at all and by question, nobody learns what another person mentioned."""
    survey = counted(mentioned("", "w", "p"), TREE)
    assert holds(survey, [(size,)], secrets(survey))


@pytest.mark.parametrize("size", [5, 6, 8])
def test_where_of_some_nothing_was_noted(size: int) -> None:
    """Those of whom nothing was noted are in no number."""
    survey = counted((NOTHING, *mentioned("", "w")), TREE[:1])
    assert holds(survey, [(size,)], secrets(survey))


@pytest.mark.parametrize("size", [9, 10])
def test_one_theme_at_two_questions_in_larger_leaves(size: int) -> None:
    """Where exact numbers by question add up to the exact number of all."""
    survey = counted(mentioned("", "w"), TREE[:1])
    assert holds(survey, [(size,)], secrets(survey))


def test_two_themes_that_are_no_part_of_each_other() -> None:
    survey = counted(mentioned("", "w", "p", "wp"), FLAT)
    assert holds(survey, [(5,)], secrets(survey))


def test_with_fewer_in_the_numbers_of_a_question_the_attacker_finds_the_leak(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So all tables are of everybody of whom anything was noted."""
    real = themes.cell

    def of_those_asked(
        mentioned: Said, questions: list[str], line: Mapping[str, tuple[str, ...]]
    ) -> str:
        noted = any(name in mentioned for name in questions)
        return real(mentioned, questions, line) if noted else ""

    only_a = tuple({"a": one["a"]} for one in mentioned("", "w"))
    monkeypatch.setattr(themes, "cell", of_those_asked)
    survey = counted((*only_a, *mentioned("", "w")), TREE[:1])
    assert not holds(survey, [(8,), (9,)], secrets(survey))


def followed_up() -> Survey:
    """Return a survey where b is asked of those who say x, and d of those who say y."""
    closed = [
        ask("c"),
        ask("b", "text", relevant={"c": ["x"]}),
        ask("d", "text", relevant={"c": ["y"]}),
    ]
    people = [
        ({"c": f"={c}"}, {"a": frozenset(a), at: frozenset(then)})
        for c, at in (("x", "b"), ("y", "d"))
        for a, then in product(("", "w"), repeat=2)
    ]
    return beside(closed, {"c": choices("xy")}, people)


@pytest.mark.parametrize("size", [6, 8])
def test_questions_that_only_some_are_asked(size: int) -> None:
    """They count in the whole alone, so nothing adds up to that all mention it."""
    survey = followed_up()
    own = [*secrets(survey, AT_A.__contains__), answer(survey, "c")]
    assert holds(survey, [(size,)], own)


def test_with_tables_of_such_questions_the_attacker_finds_the_leak(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(themes, "_apart", lambda of: [*of.questions()])
    survey = followed_up()
    assert not holds(survey, [(8,)], secrets(survey, AT_A.__contains__))


@pytest.mark.parametrize("size", [6, 7])
def test_beside_a_question_with_several_answers(size: int) -> None:
    several = ask("m", "select_multiple")
    people = [
        ({"m": cell}, {"a": frozenset(a), "m": frozenset(m)})
        for cell in ("=", "=x")
        for a, m in product(("", "w"), repeat=2)
    ]
    survey = beside([several], {"m": choices("xy")}, people)
    own = [*secrets(survey, themes.is_theme), option(survey, "m", "x")]
    assert holds(survey, [(size,)], own)


@pytest.mark.parametrize("size", [6, 7])
def test_one_theme_at_three_questions(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an exact number at one leaves the rest of nearly all to two bounded."""
    three = instrument([ask(one, "text") for one in "abc"], {}, kind="interview")
    monkeypatch.setitem(globals(), "guide", lambda: three)
    said = [
        {name: frozenset(code) for name, code in zip("abc", codes, strict=True)}
        for codes in product(("", "w"), repeat=3)
    ]
    survey = counted(said, TREE[:1])
    assert len(survey.questions) == 4
    assert holds(survey, [(size,)], secrets(survey))


@pytest.mark.parametrize("size", [5, 6])
def test_a_theme_with_two_parts(size: int) -> None:
    """Their numbers say no more of the whole than its own, nor the whole of them."""
    tree = (*TREE, Theme(id="q", label="Del", parent="w"))
    said = [{"a": frozenset(codes)} for codes in ("", "w", "p", "q", "pq")]
    survey = counted(said, tree)
    assert holds(survey, [(size,)], secrets(survey, AT_A.__contains__))
