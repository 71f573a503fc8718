"""A question's result in one sentence: true of every table that looks the same."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from brukarrevision import wording
from brukarrevision.report.sentences import sentence
from brukarrevision.results import Result
from tests.protect.surveys import Row, Survey, ask, choices, instrument, plan

from .shown import FOUR, Given, shown

SIDES = {
    "one of each": choices("abc", a="negative", b="neutral", c="positive"),
    "two against": FOUR,
    "none": choices("abc"),
}


def told(kind: str, *cells: Given, n: int, leaves: int = 1, **more: object) -> str:
    """Return the sentence of a table with these cells; ``ab`` are two together."""
    result = shown(*cells, n=n, kind=kind, leaves=leaves, **more)  # type: ignore[arg-type]
    return sentence(result, result.protected.leaves[0], plan())


EXACT = (("a", 3, 3), ("b", 4, 4), ("c", 5, 5), ("d", 8, 8))


def test_a_side_is_told_with_its_share() -> None:
    """The favourable one, as a word and a number."""
    assert (
        told("select_one", *EXACT, n=20) == "En mindre del (5 av 20) svarade: Svar c."
    )


def test_a_hidden_question_says_nothing() -> None:
    """Not even that it is hidden."""
    assert told("select_one", n=0) == ""


def test_a_bounded_side_is_told_in_words() -> None:
    """Of one leaf without a number."""
    cells = (("ab", 10, 12), ("cd", 0, 2))
    assert told("select_one", *cells, n=12) == (
        "Alla eller nästan alla svarade: Svar a eller Svar b."
    )


def test_a_side_of_a_sum_has_the_tightest_bounds_that_are_shown() -> None:
    """What the rest leave over counts too."""
    cells = (("ab", 13, 15), ("c", 5, 9), ("d", 0, 2))
    said = told("select_one", *cells, n=20, leaves=2)
    assert said == "En mindre del (5–7 av 20) svarade: Svar c."


@pytest.mark.parametrize(
    ("cells", "n", "said"),
    [
        (EXACT, 20, "Svar d (8 av 20), Svar c (5 av 20) och Svar b (4 av 20)."),
        (
            (("a", 10, 12), ("b", 6, 6)),
            12,
            "Svar a (alla eller nästan alla).",
        ),
        ((("a", 8, 8), ("b", 8, 8)), 12, ""),
        ((("a", 34, 38), ("b", 25, 25), ("c", 0, 4)), 38, "Svar a (34–38 av 38)"),
        ((("a", 0, 2), ("b", 0, 2), ("c", 0, 2), ("d", 0, 2)), 9, ""),
        ((("a", 5, 5), ("b", 5, 5), ("c", 5, 5), ("d", 5, 5)), 9, ""),
        (
            (("a", 3, 7), ("b", 5, 5), ("c", 0, 2)),
            14,
            "Svar b (5 av 14) och Svar a (3–7",
        ),
        ((("a", 3, 7), ("b", 5, 5), ("c", 0, 4)), 14, ""),
    ],
)
def test_the_options_that_most_chose(
    cells: tuple[Given, ...], n: int, said: str
) -> None:
    """Up to three that are certain to be before the rest; bounded ones too."""
    leaves = 2 if n in (14, 38) else 1
    found = told("select_multiple", *cells, n=n, leaves=leaves)
    assert said in found if said else found == ""


def test_a_bounded_option_is_not_passed_over() -> None:
    """Once the commonest of all went unnamed, because its number is an interval."""
    cells = (("a", 34, 38), ("b", 25, 25), ("c", 19, 19), ("d", 0, 4))
    assert told("select_multiple", *cells, n=38, leaves=2) == (
        "Flest valde: Svar a (34–38 av 38), Svar b (25 av 38) och Svar c (19 av 38)."
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (EXACT, "Flest satte först: Svar d (8 av 20)."),
        (
            (("b", 18, 20), ("acd", 0, 2)),
            "Flest satte först: Svar b (alla eller nästan alla).",
        ),
        ((("a", 8, 8), ("b", 8, 8), ("c", 4, 4), ("d", 0, 0)), "Svar a (8 av 20) och"),
        ((("a", 6, 6), ("b", 6, 6), ("c", 6, 6), ("d", 2, 2)), ""),
    ],
)
def test_what_most_put_first(cells: tuple[Given, ...], said: str) -> None:
    """Of a ranking only the first place is counted (R5)."""
    found = told("rank", *cells, n=20)
    assert said in found if said else found == ""


def test_a_sensitive_question_names_no_single_answer() -> None:
    """Its sides alone; nothing, where the other side is not one."""
    cells = (("ab", 7, 7), ("cd", 13, 13))
    assert told("select_one", *cells, n=20, sensitive=True) == ""


def survey(name: str, kind: str) -> Survey:
    """Return a survey of one question with these answers."""
    rows: list[Row] = SIDES[name]
    ids = [str(row["id"]) for row in rows]
    of = instrument([ask("q", kind)], {"q": rows}, partition=["unit"])
    if kind == "select_one":
        return Survey(of, tuple((f"={i}",) for i in ids))
    return Survey(of, tuple((f"={some}",) for some in ("a", "b", "a b", "c")))


def leaves(size: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Yield every way that so many people can give so many answers."""
    if kinds == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in leaves(size - first, kinds - 1):
            yield (first, *rest)


def counts(
    survey: Survey, world: tuple[tuple[int, ...], ...]
) -> tuple[dict[str, int], int]:
    """Return how many really chose each answer, and how many answered."""
    found = dict.fromkeys("abcd", 0)
    for leaf in world:
        for (cell,), number in zip(survey.profiles, leaf, strict=True):
            for option in cell[1:].split(" "):
                found[option] += number
    return found, sum(sum(leaf) for leaf in world)


NUMBER = r"(?:(\d+)(?:–(\d+))? av \d+|alla eller nästan alla)"


def is_true(said: str, real: dict[str, int], n: int, leaf_count: int) -> bool:
    """Tell whether a sentence holds of what people really answered."""
    start, _, rest = said.partition(": ")
    if start.endswith("svarade"):
        together = sum(real[i] for i in re.findall(r"Svar (\w)", rest))
        return numbers_hold(start, together, n) and word_holds(
            start, together, n, leaf_count
        )
    named = {m[1]: m[0] for m in re.finditer(rf"Svar (\w) \({NUMBER}\)", rest)}
    others = [real[i] for i in real if i not in named]
    return all(
        numbers_hold(text, real[i], n) and real[i] > max(others, default=-1)
        for i, text in named.items()
    )


def numbers_hold(text: str, real: int, n: int) -> bool:
    """Tell whether a number or an interval is about so many of n."""
    found = re.search(rf"(\d+)(?:–(\d+))? av {n}\b", text)
    if found is None:
        return "lla eller nästan alla" in text
    return int(found[1]) <= real <= int(found[2] or found[1])


def word_holds(start: str, real: int, n: int, leaf_count: int) -> bool:
    """Tell whether the word for a share is right for so many of n."""
    word = re.sub(r" \(.*| svarade", "", start).lower()
    if re.match(r"\d", word):
        return True
    sure = {"alla": real == n, "ingen": real == 0}
    if word in sure:
        return sure[word]
    if word == "alla eller nästan alla":
        return real >= n - 2 if leaf_count == 1 else wording.percent(real, n) >= 90
    limits = {w.word: w.at_least for w in wording.band_words(plan())} | {"få": 0}
    above = [limit for limit in limits.values() if limit > limits[word]]
    return limits[word] <= wording.percent(real, n) < min(above, default=101)


@pytest.mark.parametrize("kind", ["select_one", "select_multiple"])
@pytest.mark.parametrize("name", SIDES)
@pytest.mark.parametrize("sizes", [(5,), (9,), (12,), (5, 5), (5, 6)])
def test_every_sentence_is_true_of_every_table(
    name: str, kind: str, sizes: tuple[int, ...]
) -> None:
    """All worlds of one and two leaves: one all against, one all in favour, too."""
    of = survey(name, kind)
    if len(of.profiles) > 3 and sum(sizes) > 10:
        sizes = sizes[:1]
    parts = [list(leaves(size, len(of.profiles))) for size in sizes]
    spoken = 0
    for world in product(*parts):
        (found,) = of.protected(world)
        result = Result(of.instrument, of.questions[0], None, found)
        said = sentence(result, found.total(), of.plan)
        real, n = counts(of, world)
        assert not said or is_true(said, real, n, len(sizes)), (said, world)
        spoken += bool(said)
    assert spoken


def test_the_test_would_find_a_lie() -> None:
    """What is told of other numbers is not true."""
    real = {"a": 1, "b": 5, "c": 4, "d": 0}
    assert is_true("Hälften (5 av 10) svarade: Svar b.", real, 10, 1)
    for said in (
        "Hälften (5 av 10) svarade: Svar c.",
        "De flesta (5 av 10) svarade: Svar b.",
        "Vanligast: Svar c (4 av 10).",
        "Flest valde: Svar b (6–8 av 10).",
        "Alla eller nästan alla svarade: Svar b eller Svar a.",
    ):
        assert not is_true(said, real, 10, 1)


def test_what_looks_the_same_is_told_the_same() -> None:
    """The sentence is a function of what is shown."""
    of = survey("two against", "select_one")
    seen: dict[object, str] = {}
    for world in product(leaves(5, 4), leaves(5, 4)):
        (found,) = of.protected(world)
        result = Result(of.instrument, of.questions[0], None, found)
        said = sentence(result, found.total(), of.plan)
        assert seen.setdefault(found.total(), said) == said
