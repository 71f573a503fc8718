"""Routing in words: whoever follows it answers just what the routing asks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.exchange.paper.routes import Routes
from brukarrevision.exchange.paper.tongues import tongue
from brukarrevision.exchange.paper.words import Phrases
from brukarrevision.model.instrument import Question

CHOICES = ("a", "b", "c")
GO = re.compile(r"Svarade du (.*)\? (?:Gå till fråga (\d+)|Då är du klar)\.")


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    """Return questions with routing by questions before them."""
    found: list[Question] = []
    for at in range(draw(st.integers(1, 8))):
        by = draw(st.lists(st.sampled_from(found), max_size=2)) if found else []
        some = st.lists(st.sampled_from(CHOICES), min_size=1, max_size=2, unique=True)
        relevant = {one.id: tuple(draw(some)) for one in by}
        found.append(
            Question(
                id=f"q{at}",
                type="select_one",
                label=f"Fråga {at}",
                choices="abc",
                relevant=relevant or None,
            )
        )
    return found


def routes(every: list[Question]) -> Routes:
    """Return the routing of questions that share three choices."""
    labels = {(q.id, choice): choice.upper() for q in every for choice in CHOICES}
    swedish = tongue("sv")
    return Routes(every, labels, Phrases({}, swedish, swedish))


@given(questions())
def test_nobody_is_led_past_a_question_that_is_put_to_them(
    every: list[Question],
) -> None:
    """Every question that a leap passes needs an answer that was not given."""
    said = routes(every)
    for at, question in enumerate(every):
        after = said.after(question)
        if after is None:
            continue
        leap = GO.fullmatch(after.text)
        assert leap
        given = {one.lower() for one in re.findall("”(.)”", leap[1])}
        end = int(leap[2]) - 1 if leap[2] else len(every)
        assert end > at + 1
        for passed in every[at + 1 : end]:
            assert given.isdisjoint(passed.routing[question.id])


@given(questions())
def test_every_condition_is_said(every: list[Question]) -> None:
    """With the number of the question it is about, and the answers."""
    said = routes(every)
    for question in every:
        when = said.when(question)
        assert (when is None) == (not question.routing)
        if when:
            numbers = [int(n) - 1 for n in re.findall(r"fråga (\d+)", when.text)]
            assert [every[n].id for n in numbers] == list(question.routing)
            assert re.findall("”(.)”", when.text) == [
                choice.upper()
                for wanted in question.routing.values()
                for choice in wanted
            ]
