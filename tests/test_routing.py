"""Which question leads to which; synthetic answers."""

import time

from brukarrevision.routing import Route, routes

EATS = ["=ja"] * 6 + ["=nej"] * 4
HOW = ["=rå"] * 6 + [""] * 4


def test_blanks_after_one_answer_make_a_route() -> None:
    """Exact where nobody did otherwise."""
    found = routes({"eats": EATS, "how": HOW}, ["eats"])
    assert found == {"how": Route("eats", ("=ja",), ("=nej",), exact=True)}


def test_a_few_exceptions_are_allowed_but_not_exact() -> None:
    """One blank of ten among those who were led there, one of ten blanks."""
    eats = ["=ja"] * 20 + ["=nej"] * 20
    how = [""] + ["=rå"] * 19 + [""] * 19 + ["=rå"]
    assert routes({"eats": eats, "how": how}, ["eats"])["how"].exact is False


def test_blanks_everywhere_make_no_route() -> None:
    """Nor does an answer that leads both ways."""
    assert not routes({"eats": EATS, "how": ["", "=x"] * 5}, ["eats"])
    assert not routes({"eats": EATS, "how": ["=x"] * 9 + [""]}, ["eats"])
    assert not routes({"eats": EATS, "how": [""] * 10}, ["eats"])


def test_the_nearest_exact_question_is_preferred() -> None:
    """To a nearer one that explains less, and to one further away."""
    exact = {"far": EATS, "near": EATS, "how": HOW}
    assert routes(exact, ["far", "near"])["how"].by == "near"
    rough = ["=ja"] * 20 + ["=nej"] * 20
    blank = ["=x"] * 20 + [""] * 20
    inexact = ["=ja"] * 20 + ["=nej"] * 19 + [""]
    inexact[20] = "=ja"
    found = routes({"far": rough, "near": inexact, "how": blank}, ["far", "near"])
    assert found["how"].by == "far"


def test_only_questions_before_and_only_the_leading_ones() -> None:
    """A later question explains nothing; nor does one of free text."""
    assert not routes({"how": HOW, "eats": EATS}, ["eats"])
    assert not routes({"eats": EATS, "how": HOW}, [])
    assert routes({"gone": None, "eats": EATS, "how": HOW}, ["eats", "gone"])


def test_who_did_not_answer_the_leading_question_does_not_count() -> None:
    """People drop out in the middle of a questionnaire."""
    found = routes({"eats": [*EATS, "", None], "how": [*HOW, "", None]}, ["eats"])
    assert found["how"].exact


def test_several_answers_may_lead_there() -> None:
    """Missing reasons are answers here."""
    eats = ["=ja", "=ibland", "!dont_know", "!dont_know", "=nej", "=nej"]
    how = ["=x", "=y", "", "", "", ""]
    route = routes({"eats": eats, "how": how}, ["eats"])["how"]
    assert (route.open, route.shut) == (("=ja", "=ibland"), ("!dont_know", "=nej"))


def test_many_questions_are_quick() -> None:
    """As many as the widest real export has."""
    columns = {f"q{n}": [f"={(n * row) % 5}" for row in range(500)] for n in range(277)}
    columns["last"] = ["=x" if row % 7 else "" for row in range(500)]
    started = time.perf_counter()
    routes(columns, columns)
    assert time.perf_counter() - started < 5
