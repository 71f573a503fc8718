"""Proof by enumeration that no shown table tells what somebody answered.

Every way in which a few people can answer goes through the real protection; see
``attacker.py`` for what is then looked for, and ``surveys.py`` for what is shown. With
one insider or none nobody is certain of another's answer, that all others are on the
unfavourable side, or of who was led to a question.
"""

from collections.abc import Sequence
from itertools import combinations_with_replacement, product

import pytest

from brukarrevision.protect.policy import Policy

from .attacker import Fact, Secret, facts, worlds
from .surveys import (
    Row,
    Survey,
    against,
    answer,
    ask,
    choices,
    instrument,
    led,
    option,
    plan,
    scored,
)

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

CAREFUL = Policy(min_group=7, coalition=2)
"""What a plan may ask for: two who share their answers."""


def certain(
    survey: Survey, sizes: Sequence[int], secrets: Sequence[Secret], coalition: int = 1
) -> set[Fact]:
    """Return what so many insiders, or fewer, know of others in these leaves."""
    every = worlds(len(survey.profiles), sizes)
    shown = [(world, survey.output(world)) for world in every]
    inside = range(coalition + 1)
    return set().union(*(facts(shown, survey.profiles, secrets, n) for n in inside))


def holds(
    survey: Survey,
    sizes: Sequence[Sequence[int]],
    secrets: Sequence[Secret],
    coalition: int = 1,
) -> bool:
    """Tell whether nothing is certain in leaves of any of these sizes."""
    return not any(certain(survey, some, secrets, coalition) for some in sizes)


def beyond_parent(survey: Survey, sizes: Sequence[int], secret: Secret) -> set[Fact]:
    """Return what is certain only because the questions after the first are shown too.

    That nobody chose an answer may be known, and with it that nobody went that way.
    """
    every = list(worlds(len(survey.profiles), sizes))
    outputs = [survey.output(world) for world in every]
    parents = [survey.protected(world)[0] for world in every]
    of = dict(zip(outputs, parents, strict=True))
    found: set[Fact] = set()
    for inside in (0, 1):
        shown = (zip(every, given, strict=True) for given in (parents, outputs))
        alone, both = (facts(one, survey.profiles, [secret], inside) for one in shown)
        known = {(f.output, f.insiders, f.leaf, f.value) for f in alone}
        found |= {
            f for f in both if (of[f.output], f.insiders, f.leaf, f.value) not in known
        }
    return found


def single(sizes: range) -> list[tuple[int]]:
    """Return sizes of one leaf alone."""
    return [(size,) for size in sizes]


def pairs(sizes: range) -> list[tuple[int, int]]:
    """Return sizes of two leaves; their order is their names alone."""
    return list(combinations_with_replacement(sizes, 2))


def alone(ids: str, rows: Sequence[Row], **more: object) -> Survey:
    """Return a survey of one question with one answer each."""
    question: Row = {**ask("q"), **more}
    profiles = tuple((f"={i}",) for i in ids)
    return Survey(instrument([question], {"q": rows}), profiles)


def secrets_of(survey: Survey, bad: str = "") -> list[Secret]:
    """Return what to look for in a survey of one question."""
    return [answer(survey, "q"), *([against(survey, "q", bad)] if bad else [])]


# -- one leaf ------------------------------------------------------------------

SHAPES = {
    "two": (alone("ab", choices("ab")), ""),
    "two, first bad": (alone("ab", choices("ab", a="negative", b="positive")), "a"),
    "two, last bad": (alone("ab", choices("ab", b="negative")), "b"),
    "three": (alone("abc", choices("abc")), ""),
    "three, one bad": (alone("abc", choices("abc", a="negative")), "a"),
    "three, two bad": (alone("abc", choices("abc", a="negative", b="negative")), "ab"),
    "three, split bad": (
        alone("abc", choices("abc", a="negative", c="negative")),
        "ac",
    ),
    "three, neutral": (
        alone("abc", choices("abc", a="negative", b="neutral", c="positive")),
        "a",
    ),
    "three, all bad": (
        alone("abc", choices("abc", a="negative", b="negative", c="negative")),
        "",
    ),
    "three by score": (alone("abc", scored("abc")), "a"),
    "three reversed": (alone("abc", scored("abc"), reversed=True), "c"),
    "four": (alone("abcd", choices("abcd")), ""),
    "four, one bad": (alone("abcd", choices("abcd", d="negative")), "d"),
    "four, two bad": (alone("abcd", choices("abcd", a="negative", b="negative")), "ab"),
    "four, apart": (
        alone("abcd", choices("abcd", b="negative", d="negative")),
        "bd",
    ),
    "four, three bad": (
        alone("abcd", choices("abcd", a="negative", b="negative", c="negative")),
        "abc",
    ),
    "four by score": (alone("abcd", scored("abcd")), "ab"),
    "four reversed": (alone("abcd", scored("abcd"), reversed=True), "cd"),
    "four, good reversed": (
        alone("abcd", choices("abcd", a="positive", b="positive"), reversed=True),
        "ab",
    ),
    "sensitive two": (alone("ab", choices("ab", a="negative"), sensitive=True), "a"),
    "sensitive three": (
        alone("abc", choices("abc", a="negative"), sensitive=True),
        "a",
    ),
    "sensitive four": (
        alone("abcd", choices("abcd", a="negative", d="negative"), sensitive=True),
        "ad",
    ),
    "sensitive by score": (alone("abcd", scored("abcd"), sensitive=True), "ab"),
    "sensitive without sides": (alone("abc", choices("abc"), sensitive=True), ""),
}
"""Surveys of one question, and which of its answers are on the unfavourable side."""


@pytest.mark.parametrize("shape", SHAPES)
def test_one_leaf_of_5_to_12(shape: str) -> None:
    """No table of one leaf makes an answer certain."""
    survey, bad = SHAPES[shape]
    assert holds(survey, single(range(5, 13)), secrets_of(survey, bad))


@pytest.mark.parametrize(
    "shape", ["sensitive two", "sensitive three", "sensitive four"]
)
def test_the_better_side_of_a_sensitive_question_is_kept_too(
    shape: str,
) -> None:
    """Of a sensitive question nobody knows that all others are on the better side."""
    survey, bad = SHAPES[shape]
    bad = bad or "a"
    both = against(survey, "q", bad)
    strict = Secret(both.name, both.of)
    assert holds(survey, single(range(5, 13)), [strict])


@pytest.mark.parametrize(
    "shape", ["two, first bad", "three, two bad", "three by score"]
)
def test_two_insiders_learn_nothing_where_the_plan_says_two(shape: str) -> None:
    """A plan's coalition of two is protected against two."""
    survey, bad = SHAPES[shape]
    careful = Survey(survey.instrument, survey.profiles, policy=CAREFUL)
    assert holds(careful, single(range(7, 11)), secrets_of(careful, bad), coalition=2)


@pytest.mark.parametrize("bad", ["a", "ab"])
def test_a_question_that_says_the_same_thing_adds_nothing(bad: str) -> None:
    """Yes or no beside a scale, where yes is the scale's unfavourable half (R2b)."""
    marks = dict.fromkeys(bad, "negative")
    profiles = [(f"={i}", "=j" if i in bad else "=n") for i in "abcd"]
    survey = Survey(
        instrument(
            [ask("q"), ask("r")],
            {"q": choices("abcd", **marks), "r": choices("jn", j="negative")},
        ),
        tuple(profiles),
    )
    secrets = [*secrets_of(survey, bad), against(survey, "r", "j")]
    assert holds(survey, single(range(5, 13)), secrets)


# -- some did not answer ---------------------------------------------------------


@pytest.mark.parametrize("ids", ["ab", "abc", "abcd"])
@pytest.mark.parametrize("bad", ["", "a"])
def test_blanks_tell_nothing(ids: str, bad: str) -> None:
    """Who answered may be known; how many did is shown, and no answer is certain."""
    rows = choices(ids, **dict.fromkeys(bad, "negative"))
    profiles = [*((f"={i}",) for i in ids), ("",)]
    survey = Survey(instrument([ask("q")], {"q": rows}), tuple(profiles))
    assert holds(survey, single(range(5, 9)), secrets_of(survey, bad))


def test_reasons_for_no_answer_tell_nothing() -> None:
    """Don't know and blank are one number together; neither is certain of anybody."""
    profiles = (("=a",), ("=b",), ("!dont_know",), ("",))
    survey = Survey(instrument([ask("q")], {"q": choices("ab")}), profiles)
    doubt = Secret("doubt", lambda p: str(p[0] == "!dont_know"), frozenset({"False"}))
    assert holds(survey, single(range(5, 10)), [answer(survey, "q"), doubt])


# -- several leaves ----------------------------------------------------------------

ACROSS = ["two", "two, first bad", "three", "three, one bad", "three, two bad"]


@pytest.mark.parametrize("shape", ACROSS)
def test_two_leaves_of_5_to_7(shape: str) -> None:
    """Two leaves, their total and every view of them together tell nothing."""
    survey, bad = SHAPES[shape]
    assert holds(survey, pairs(range(5, 8)), secrets_of(survey, bad))


@pytest.mark.parametrize("shape", ["two", "two, first bad", "sensitive two"])
def test_three_leaves(shape: str) -> None:
    """Three leaves, their total and the sums of any two together tell nothing."""
    survey, bad = SHAPES[shape]
    assert holds(survey, [(5, 5, 5), (5, 5, 6)], secrets_of(survey, bad))


@pytest.mark.parametrize(
    "sizes", [(3, 4, 6), (4, 7, 2), (2, 2, 6), (2, 7), (4,), (3, 4)]
)
@pytest.mark.parametrize("shape", ["two", "two, first bad"])
@pytest.mark.parametrize("too_few", ["leave_out", "merge"])
def test_units_that_are_too_small(
    sizes: tuple[int, ...], shape: str, too_few: str
) -> None:
    """Merged or left out, the people of a small unit are as safe as the others."""
    given, bad = SHAPES[shape]
    policy = Policy(too_few="merge" if too_few == "merge" else "leave_out")
    survey = Survey(given.instrument, given.profiles, policy=policy)
    assert holds(survey, [sizes], secrets_of(survey, bad))


# -- other types of answers --------------------------------------------------------


def ticks(ids: str, *, none: bool) -> Survey:
    """Return a survey of one question with several answers each."""
    every = [
        " ".join(i for i, chosen in zip(ids, some, strict=True) if chosen)
        for some in product((True, False), repeat=len(ids))
    ]
    profiles = tuple((f"={cell}",) for cell in every if cell or none)
    return Survey(
        instrument([ask("q", "select_multiple")], {"q": choices(ids)}), profiles
    )


@pytest.mark.parametrize("ids", ["ab", "abc"])
@pytest.mark.parametrize("none", [True, False])
def test_several_answers_each(ids: str, none: bool) -> None:
    """Neither an option nor the whole set of ticks of somebody is certain."""
    survey = ticks(ids, none=none)
    secrets = [answer(survey, "q"), *(option(survey, "q", i) for i in ids)]
    assert holds(survey, single(range(5, 8)), secrets)


def test_several_answers_each_in_two_leaves() -> None:
    """The total over leaves of ticks tells nothing more."""
    survey = ticks("ab", none=True)
    secrets = [answer(survey, "q"), *(option(survey, "q", i) for i in "ab")]
    assert holds(survey, pairs(range(5, 7)), secrets)


BANDS = [
    {"id": "lag", "label": "Låg", "from": 0, "to": 2, "side": "negative"},
    {"id": "mellan", "label": "Mellan", "from": 3, "to": 5},
    {"id": "hog", "label": "Hög", "from": 6, "to": 9, "side": "positive"},
]


@pytest.mark.parametrize("kind", ["integer", "decimal", "range"])
def test_numbers_in_bands(kind: str) -> None:
    """Neither a number nor its band is certain, nor that all others are low."""
    profiles = (("=1",), ("=2",), ("=4",), ("=7",), ("=99",))
    survey = Survey(instrument([ask("q", kind, bands=BANDS)], {}), profiles)
    band = {"1": "lag", "2": "lag", "4": "mellan", "7": "hog", "99": "outside"}
    secrets = [
        answer(survey, "q"),
        Secret("band", lambda p: band.get(p[0][1:])),
        Secret("low", lambda p: str(p[0] in ("=1", "=2")), frozenset({"False"})),
    ]
    assert holds(survey, single(range(5, 9)), secrets)


def test_rank_shows_the_first_choice() -> None:
    """Neither a first choice nor an order is certain."""
    profiles = [(f"={a} {b}",) for a in "abc" for b in "abc" if a != b]
    of = instrument([ask("q", "rank")], {"q": choices("abc")})
    survey = Survey(of, (*profiles, ("=",)))
    first = Secret("first", lambda profile: profile[0][1:2] or None)
    assert holds(survey, single(range(5, 9)), [answer(survey, "q"), first])


# -- routing -----------------------------------------------------------------------


def routed(
    profiles: Sequence[tuple[str, ...]],
    parent: Sequence[Row],
    wanted: str = "y",
    child: Sequence[Row] = (),
    **more: object,
) -> Survey:
    """Return a survey of ``p``, and ``q`` for those who gave a wanted answer to it."""
    first: Row = {**ask("p"), **more}
    questions = [first, ask("q", relevant={"p": list(wanted)})]
    lists = {"p": parent, "q": child or choices("xz")}
    return Survey(instrument(questions, lists), tuple(profiles))


SIZES = [(5,), (6,), (7,), (8,), (12,)]

STRAY = [(p, q) for p in ("=y", "=n") for q in ("=x", "=z", "")]
"""Some led on leave it blank, some not led on answer all the same."""


@pytest.mark.parametrize("bad", ["", "y", "n"])
def test_routing_with_blanks_and_stray_answers(bad: str) -> None:
    """A routed question tells neither its answers nor those to the one before."""
    survey = routed(STRAY, choices("yn", **dict.fromkeys(bad, "negative")))
    secrets = [answer(survey, "p"), answer(survey, "q"), led(survey, "q")]
    assert holds(survey, SIZES, secrets)


def test_routing_where_the_first_question_is_blank_too() -> None:
    """Whoever left the first question blank was not led on, and that is not told."""
    survey = routed([*STRAY, ("", "=x"), ("", "=z"), ("", "")], choices("yn"))
    secrets = [answer(survey, "p"), answer(survey, "q"), led(survey, "q")]
    assert holds(survey, [(5,), (8,)], secrets)


def test_routing_by_an_answer_that_means_missing() -> None:
    """A question led to by "don't know" is hidden, for that is never counted."""
    rows: list[Row] = [
        *choices("yn"),
        {"id": "v", "label": "Vet ej", "missing": "dont_know"},
    ]
    doubt = [("=y", ""), ("=n", ""), *(("!dont_know", q) for q in ("=x", "=z", ""))]
    survey = routed(doubt, rows, "v")
    assert all(
        survey.protected(world)[1].leaves[0].shown == "hidden"
        for world in worlds(len(doubt), (8,))
    )


@pytest.mark.parametrize("bad", ["", "a", "c", "ab"])
@pytest.mark.parametrize("wanted", ["a", "ab"])
def test_routing_by_one_or_two_of_three_answers(bad: str, wanted: str) -> None:
    """The routed question tells no more than the table of the first one does."""
    profiles = [
        (f"={p}", q)
        for p in "abc"
        for q in (("=x", "=z", "") if p in wanted else ("",))
    ]
    rows = choices("abc", **dict.fromkeys(bad, "negative"))
    survey = routed(profiles, rows, wanted)
    secrets = [answer(survey, "p"), answer(survey, "q")]
    secrets += [against(survey, "p", bad)] if bad else []
    assert holds(survey, [(5,), (8,)], secrets)
    shorter = routed(
        [p for p in profiles if p[1] or p[0][1] not in wanted], rows, wanted
    )
    assert holds(shorter, SIZES, [answer(shorter, "p"), answer(shorter, "q")])
    for size in (5, 6, 7, 8):
        assert not beyond_parent(shorter, (size,), led(shorter, "q"))


@pytest.mark.parametrize("bad", ["y", "n"])
def test_routing_by_a_sensitive_question(bad: str) -> None:
    """The split of a sensitive question leads on only where it is exact."""
    survey = routed(STRAY, choices("yn", **{bad: "negative"}), sensitive=True)
    secrets = [answer(survey, "p"), answer(survey, "q"), led(survey, "q")]
    assert holds(survey, SIZES, secrets)


@pytest.mark.parametrize("bad", ["", "x", "xw"])
def test_routed_questions_of_three_answers(bad: str) -> None:
    """A routed question that is exact is safe among those led to it."""
    profiles = [("=n", ""), *(("=y", f"={i}") for i in "xwz"), ("=y", "")]
    child = choices("xwz", **dict.fromkeys(bad, "negative"))
    survey = routed(profiles, choices("yn"), child=child)
    secrets = [answer(survey, "p"), answer(survey, "q"), led(survey, "q")]
    secrets += [against(survey, "q", bad)] if bad else []
    assert holds(survey, SIZES, secrets)


def test_a_chain_of_two_routed_questions() -> None:
    """What leads to what leads to a question is protected all the way."""
    no, yes = "=n", "=y"
    profiles = [
        (no, "", ""),
        (yes, "", ""),
        (yes, no, ""),
        (yes, yes, ""),
        (yes, yes, "=x"),
        (yes, yes, "=z"),
    ]
    questions = [
        ask("p"),
        ask("q", relevant={"p": ["y"]}),
        ask("r", relevant={"q": ["y"]}),
    ]
    lists = {"p": choices("yn"), "q": choices("yn"), "r": choices("xz")}
    survey = Survey(instrument(questions, lists), tuple(profiles))
    secrets = [answer(survey, name) for name in "pqr"]
    assert holds(survey, SIZES, [*secrets, led(survey, "q"), led(survey, "r")])


def test_two_questions_that_must_both_hold() -> None:
    """How many answered yes to both is shown, and tells nothing of anybody."""
    profiles = [(p, q, "") for p in ("=y", "=n") for q in ("=y", "=n")]
    profiles += [("=y", "=y", "=x"), ("=y", "=y", "=z")]
    questions = [ask("p"), ask("q"), ask("r", relevant={"p": ["y"], "q": ["y"]})]
    lists = {"p": choices("yn"), "q": choices("yn"), "r": choices("xz")}
    survey = Survey(instrument(questions, lists), tuple(profiles))
    secrets = [*(answer(survey, name) for name in "pqr"), led(survey, "r")]
    assert holds(survey, [(8,), (11,)], secrets)


def test_one_question_for_yes_and_another_for_no() -> None:
    """Questions that divide people between them tell nothing together."""
    profiles = [("=y", q, "") for q in ("=x", "=z", "")]
    profiles += [("=n", "", r) for r in ("=x", "=z", "")]
    questions = [
        ask("p"),
        ask("q", relevant={"p": ["y"]}),
        ask("r", relevant={"p": ["n"]}),
    ]
    lists = {"p": choices("yn"), "q": choices("xz"), "r": choices("xz")}
    survey = Survey(instrument(questions, lists), tuple(profiles))
    assert holds(survey, SIZES, [answer(survey, name) for name in "pqr"])


def test_routing_by_one_of_several_ticks() -> None:
    """An option leads on only where its own number is exact."""
    profiles = [(p, q) for p in ("=a", "=a b") for q in ("=x", "=z", "")]
    profiles += [("=", ""), ("=b", "")]
    survey = routed(profiles, choices("ab"), "a", type="select_multiple")
    secrets = [option(survey, "p", "a"), option(survey, "p", "b"), answer(survey, "q")]
    assert holds(survey, [(5,), (6,), (8,)], [*secrets, led(survey, "q")])


def test_routing_by_any_of_several_ticks() -> None:
    """That everybody ticked one option or another is told by no routed question."""
    profiles = [(p, q) for p in ("=a", "=b", "=a b") for q in ("=x", "=z")]
    survey = routed([*profiles, ("=", "")], choices("ab"), "ab", type="select_multiple")
    secrets = [option(survey, "p", "a"), option(survey, "p", "b"), answer(survey, "q")]
    assert holds(survey, [(5,), (6,), (8,)], [*secrets, led(survey, "q")])


def test_routing_by_a_place_in_a_ranking() -> None:
    """Whoever ranked an option anywhere is led on; how many that were is not told."""
    profiles = [(p, q) for p in ("=a", "=a b", "=b a") for q in ("=x", "=z")]
    survey = routed([*profiles, ("=b", "")], choices("ab"), "a", type="rank")
    first = Secret("first", lambda profile: profile[0][1])
    secrets = [first, answer(survey, "q"), led(survey, "q")]
    assert holds(survey, [(5,), (6,), (8,)], secrets)


@pytest.mark.parametrize("sizes", [(5, 8), (8, 8), (3, 4, 8)])
def test_routing_in_several_leaves(sizes: tuple[int, ...]) -> None:
    """A routed question may be shown in one leaf and hidden in another."""
    survey = routed([("=y", "=x"), ("=y", "=z"), ("=n", "")], choices("yn"))
    secrets = [answer(survey, "p"), answer(survey, "q"), led(survey, "q")]
    assert holds(survey, [sizes], secrets)


def test_the_words_and_files_are_in_what_the_attacker_sees() -> None:
    """An output holds the leaves, the total, sentences, words, JSON, CSV and text."""
    given = Survey(SHAPES["two"][0].instrument, (("=a",), ("=b",)))
    assert given.output(((6, 1), (3, 4))) == (0,)
    text = "\n".join(map(str, given.read[0]))
    for part in ("ProtectedTable(", '"shown": "bounded"', "instrument;question"):
        assert part in text
    assert "Alla eller nästan alla svarade: Svar a." in text


def test_a_plan_in_english_shows_the_same_numbers() -> None:
    """The language changes no decision."""
    survey, _ = SHAPES["three by score"]
    english = plan().model_copy(update={"language": "en"})
    other = Survey(survey.instrument, survey.profiles, plan=english)
    for world in worlds(3, (6,)):
        assert other.protected(world) == survey.protected(world)
