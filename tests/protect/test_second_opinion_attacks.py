"""Published tables that give somebody away, each as the second opinion sees it.

The numbers are those of the attacks that the rules were made from; A10, A13 and A14 are
about means, quotes and files and have no table of counts.
"""

from itertools import product

from brukarrevision.protect.attacker import Certain, Numbers, Shown, certain, interval

from .oracle import exactly, table


def outcome(
    tables: list[Shown], sizes: dict[str, int], coalition: int = 1
) -> set[tuple[str, str, int]]:
    """Return what is certain: the groups, the answers, and how many must be inside."""
    return {
        ("".join(sorted(one.groups)), "".join(sorted(one.about)), one.coalition)
        for one in certain(tables, sizes, coalition)
    }


def test_a01_a_subgroup_that_all_say_the_same() -> None:
    """Both men are satisfied; nobody knows of one woman."""
    tables = [exactly("mk", "nd", 5, 1), exactly("m", "nd", 2, 0)]
    sizes = {"m": 2, "k": 4}
    assert outcome(tables, sizes, 0) == {("m", "n", 0)}
    assert outcome(tables, sizes) == {("m", "n", 0), ("k", "n", 1)}


def test_a02_all_seven() -> None:
    """7 of 7 unsafe is everybody's answer, though no number is small."""
    assert certain([exactly("x", "to", 0, 7)], {"x": 7}) == (
        Certain("q", frozenset("x"), frozenset("o"), 0),
    )


def test_a03_one_who_deviates_knows_the_others() -> None:
    """Of five and one, the one knows the five; of four and two, the two do."""
    assert outcome([exactly("x", "jn", 5, 1)], {"x": 6}) == {("x", "j", 1)}
    two = [exactly("x", "jn", 4, 2)]
    assert outcome(two, {"x": 6}) == set()
    assert outcome(two, {"x": 6}, 2) == {("x", "j", 2)}
    kept = [table("x", 6, ("j", 4, 6), ("n", 0, 2), of="jn")]
    assert outcome(kept, {"x": 6}) == set()


def test_a04_a_number_hidden_beside_its_sums() -> None:
    """The hidden three is what is left of the row, and of the column."""
    tables = [
        table("e", 12, ("b", 9, 9), of="bd"),
        exactly("l", "bd", 10, 8),
        exactly("el", "bd", 19, 11),
    ]
    assert interval(tables, {"e": 12, "l": 18}, "q", "e", ("d",)) == (3, 3)


ROWS = {
    "w": (2, 3, 4, 12),
    "x": (4, 11, 1, 8),
    "y": (9, 2, 7, 3),
    "z": (14, 4, 10, 1),
}
"""Four units and four answers; numbers below five are hidden."""


def margins(*hidden: str) -> list[Shown]:
    """Return the sums of rows and columns, and the numbers that are not hidden."""
    tables = []
    for row, counts in ROWS.items():
        pairs = zip("abcd", counts, strict=True)
        shown = [(a, n, n) for a, n in pairs if n >= 5 and row + a not in hidden]
        tables.append(table(row, sum(counts), *shown, of="abcd"))
    columns = map(sum, zip(*ROWS.values(), strict=True))
    return [*tables, exactly("wxyz", "abcd", *columns)]


def test_a05_two_hidden_in_every_line_are_not_enough() -> None:
    """One number follows all the same; with one more hidden none is nearer than 5."""
    sizes = {row: sum(counts) for row, counts in ROWS.items()}
    assert interval(margins(), sizes, "q", "w", ("b",)) == (3, 3)
    more = margins("xd")
    assert interval(more, sizes, "q", "w", ("b",)) == (0, 9)
    hidden = [
        (row, a)
        for row, counts in ROWS.items()
        for a, n in zip("abcd", counts, strict=True)
        if n < 5 or row + a == "xd"
    ]
    ends = [interval(more, sizes, "q", row, (a,)) for row, a in hidden]
    assert min(high - low for low, high in ends) == 5


def test_a06_one_unit_beside_both() -> None:
    """What the report on both says more than that on one is the other, too small."""
    tables = [exactly("a", "nm", 12, 6), exactly("ab", "nm", 13, 9)]
    sizes = {"a": 18, "b": 4}
    assert interval(tables, sizes, "q", "b", ("n",)) == (1, 1)
    assert outcome(tables, sizes) == {("b", "m", 1)}
    assert outcome(tables[:1], {"a": 18}) == set()


def test_a07_a_version_after_somebody_withdrew() -> None:
    """Whoever withdrew is the difference of the two versions."""
    tables = [exactly("sv", "jn", 8, 4), exactly("s", "jn", 8, 3)]
    assert outcome(tables, {"s": 11, "v": 1}) == {("v", "n", 0)}


def test_a08_filters_that_overlap() -> None:
    """The one who is under 25 is the difference of two large groups."""
    tables = [exactly("ou", "jn", 7, 7), exactly("o", "jn", 7, 6)]
    assert outcome(tables, {"o": 13, "u": 1}) == {("u", "n", 0)}


def test_a09_percentages_with_decimals() -> None:
    """85.7 per cent of fewer than ten is six of seven, which one of them knows."""
    fitting = [
        (yes, n)
        for n, yes in product(range(1, 10), repeat=2)
        if yes <= n and round(100 * yes / n, 1) == 85.7
    ]
    ((yes, n),) = fitting
    assert outcome([exactly("x", "jn", yes, n - yes)], {"x": n}) == {("x", "j", 1)}


def test_a11_two_markers() -> None:
    """A marker "<5" beside another tells more than one marker for both."""
    apart = [table("x", 20, ("a", 1, 4), ("c", 11, 11), of="abc")]
    alike = [table("x", 20, ("c", 11, 11), of="abc")]
    assert interval(apart, {"x": 20}, "q", "x", ("b",)) == (5, 8)
    for hidden in "ab":
        assert interval(alike, {"x": 20}, "q", "x", (hidden,)) == (0, 9)


def test_a12_a_question_for_those_who_said_yes() -> None:
    """How many got question 8 is how many said yes to question 7, which is hidden."""
    eight = Shown(
        "8", frozenset("x"), 2, ("a", "b"), (), asked=2, routed=("7", ("ja",))
    )
    assert interval([eight], {"x": 11}, "7", "x", ("ja",)) == (2, 2)
    assert interval([], {"x": 11}, "7", "x", ("ja",)) == (0, 11)
    told = Shown("8", frozenset("x"), 2, ("a", "b"), (Numbers(("a",), 1, 1),))
    assert {(c.question, c.coalition) for c in certain([told], {"x": 11})} == {("8", 1)}
