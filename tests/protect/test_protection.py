"""The door as a whole: what is hidden where, and the attacks it has to withstand.

The attacks are from our own list of what small reports have let out: A01 to A04, A06
and A08 to A12. Answers are invented.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import product

import pytest

from brukarrevision import wording
from brukarrevision.errors import Refused
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion, protect
from brukarrevision.results import Result
from brukarrevision.tables import as_json, as_sheet, as_text, split
from brukarrevision.tally import Counts, Key, QuestionTally, tally
from tests.test_tally import frame

from .surveys import Profile, Survey, ask, audit, choices, instrument, options, plan

MARKERS = re.compile(r"[*†•…]|<\s?\d|xx|\bn/a\b|\.\.", re.IGNORECASE)


def door(
    of: Instrument,
    people: Mapping[str, Sequence[Profile]],
    policy: Policy | None = None,
) -> tuple[ProtectedQuestion, ...]:
    """Return what may be shown where these people of ``u0``, ``u1`` answered so."""
    profiles = tuple(dict.fromkeys(p for some in people.values() for p in some))
    survey = Survey(of, profiles, policy=policy or Policy())
    world = tuple(
        tuple(people.get(unit, ()).count(profile) for profile in profiles)
        for unit in ("u0", "u1", "u2")
    )
    return survey.protected(world)


def many(**answers: int) -> list[Profile]:
    """Return people by what they answered to one question."""
    return [
        (f"={answer}",) for answer, number in answers.items() for _ in range(number)
    ]


def yes_no(kind: str = "select_one", **more: object) -> Instrument:
    """Return an instrument of one question with two answers."""
    return instrument([ask("q", kind, **more)], {"q": choices("jn")})


def printed(of: Instrument, found: ProtectedQuestion, *by: str) -> str:
    """Return everything that ``tally`` prints of one question."""
    result = Result(of, next(of.questions()), None, found)
    views = split.views(audit(plan(), of), [result], by)
    data = as_json.document(audit(plan()), views, {}, protected=True)
    return as_json.text(data) + as_sheet.as_csv(views) + as_text.plain(views)


# -- what is hidden ----------------------------------------------------------------


def test_a_question_that_fewer_than_five_answered_is_hidden() -> None:
    """Four of nine answered: no n, no asked, no missing, no count (R5, R7)."""
    (found,) = door(yes_no(), {"u0": [*many(j=2, n=2), *[("",)] * 5]})
    (table,) = found.leaves
    assert (table.shown, table.cells) == ("hidden", ())
    assert (table.asked, table.n, table.missing) == (None, None, None)
    assert table.keys == (("u0",),)


def test_a_question_that_five_answered_is_shown() -> None:
    """Five of nine answered: how many did not is one number."""
    people = {"u0": [*many(j=2, n=3), *[("",)] * 3, ("!dont_know",)]}
    (found,) = door(yes_no(), people)
    (table,) = found.leaves
    assert (table.shown, table.asked, table.n, table.missing) == ("bounded", 9, 5, 4)


@pytest.mark.parametrize("kind", ["date", "text"])
def test_dates_and_texts_are_never_tabulated(kind: str) -> None:
    """Not even how many answered."""
    (found,) = door(instrument([ask("q", kind)], {}), {"u0": many(abc=9)})
    assert {table.shown for table in found.leaves} == {"hidden"}
    assert found.total().n is None


@pytest.mark.parametrize("kind", ["integer", "decimal", "range"])
def test_numbers_without_bands_are_hidden(kind: str) -> None:
    """There is nothing to count them in."""
    (found,) = door(instrument([ask("q", kind)], {}), {"u0": [("=3",)] * 9})
    assert {table.shown for table in found.leaves} == {"hidden"}


def test_nobody_at_all_is_a_hidden_table() -> None:
    """Without a leaf there is one table that shows nothing and names those left out."""
    (found,) = door(yes_no(), {"u0": many(j=2)})
    (table,) = found.leaves
    assert (table.shown, table.keys, table.left_out) == ("hidden", (), (("u0",),))
    assert found.total() == table


def test_bands_on_a_question_with_choices_change_no_side() -> None:
    """Bands that stand there by mistake do not put the unfavourable side away."""
    bands = [{"id": "b", "label": "Band", "from": 1, "to": 2}]
    lists = {"q": choices("abc", a="negative", b="negative")}
    of = instrument([ask("q", bands=bands)], lists)
    (found,) = door(of, {"u0": many(a=3, b=3)})
    assert found.leaves[0].shown == "bounded"


@pytest.mark.parametrize(("n", "row"), [(9, (1, 1)), (5, (3, 3))])
def test_counts_that_do_not_add_up_are_hidden(n: int, row: tuple[int, int]) -> None:
    """Where answers are counted twice or not at all, no rule holds (R10)."""
    of = yes_no()
    (question,) = of.questions()
    key: Key = ("u0",)
    parts = {key: Counts(9, n, _nobody(), row)}
    tally = QuestionTally(
        of, question, None, options(of, "q"), ("unit",), parts, {key: 9}
    )
    (found,) = protect((tally,), plan(), Policy())
    assert found.leaves[0].shown == "hidden"


# -- routing -----------------------------------------------------------------------


def follow(**parent: object) -> Instrument:
    """Return an instrument with ``q`` for those who answered ``j`` to ``p``."""
    lists = {"p": choices("jn"), "q": choices("xz")}
    first = {**ask("p"), **parent}
    return instrument([first, ask("q", relevant={"p": ["j"]})], lists)


def people(led: int, other: int) -> Sequence[Profile]:
    """Return people of whom some were led on, and answered half and half."""
    return [("=j", f"={'xz'[at % 2]}") for at in range(led)] + [("=n", "")] * other


def test_a_routed_question_is_shown_where_the_first_one_is_exact() -> None:
    """Ten of fifteen were led on: their own n is the base."""
    _, found = door(follow(), {"u0": people(10, 5)})
    (table,) = found.leaves
    assert (table.shown, table.asked, table.n) == ("exact", 10, 10)


@pytest.mark.parametrize("other", [0, 1, 2])
def test_a_routed_question_is_hidden_where_the_first_one_is_bounded(other: int) -> None:
    """A routed question shows no n, asked or missing either (R6)."""
    _, found = door(follow(), {"u0": people(10, other)})
    (table,) = found.leaves
    assert (table.shown, table.asked, table.n) == ("hidden", None, None)


def test_a_routed_question_with_another_partition_is_hidden() -> None:
    """Leaves that are not the same people cannot be compared, so nothing is shown."""
    lists = {"p": choices("jn"), "q": choices("xz")}
    area = {"id": "b", "label": "B", "partition": [], "questions": [ask("q")]}
    first = {"id": "a", "label": "A", "questions": [ask("p")]}
    area["questions"] = [ask("q", relevant={"p": ["j"]})]
    of = instrument([], lists, areas=[first, area])
    survey = Survey(of, tuple(dict.fromkeys(people(10, 5))))
    one, two = survey.tallies(((5, 5, 5),))
    whole: dict[Key, Counts] = {(): two.parts[("u0",)]}
    other = QuestionTally(
        of, two.question, None, two.options, (), parts=whole, sizes={(): 15}
    )
    assert protect((one, two), plan(), Policy())[1].leaves[0].shown == "exact"
    assert protect((one, other), plan(), Policy())[1].leaves[0].shown == "hidden"


def test_a_routed_question_whose_first_one_is_not_there_is_hidden() -> None:
    """Such as where it was asked in another round."""
    survey = Survey(follow(), tuple(dict.fromkeys(people(10, 5))))
    _, alone = survey.tallies(((5, 5, 5),))
    (found,) = protect((alone,), plan(), Policy())
    assert found.leaves[0].shown == "hidden"


def test_questions_that_lead_to_each_other_are_hidden() -> None:
    """A circle never ends in something shown."""
    lists = {"p": choices("jn"), "q": choices("jn")}
    circle = [ask("p", relevant={"q": ["j"]}), ask("q", relevant={"p": ["j"]})]
    of = instrument(circle, lists)
    found = door(
        of, {"u0": [("=j", "=j")] * 5 + [("=j", "=n")] * 5 + [("=n", "=j")] * 5}
    )
    assert {question.leaves[0].shown for question in found} == {"hidden"}


@pytest.mark.parametrize(
    ("kind", "cell"), [("select_multiple", "=j n"), ("rank", "=j n")]
)
def test_a_question_led_to_by_several_ticks_or_a_rank_is_hidden(
    kind: str, cell: str
) -> None:
    """How many ticked one or the other is a number of its own, and may be all."""
    lists = {"p": choices("jnv"), "q": choices("xz")}
    wanted = ["j"] if kind == "rank" else ["j", "n"]
    of = instrument([ask("p", kind), ask("q", relevant={"p": wanted})], lists)
    some = [(cell, "=x")] * 3 + [("=n j", "=z")] * 3 + [("=v", "")] * 6
    first, second = door(of, {"u0": some})
    assert first.leaves[0].shown != "hidden"
    assert second.leaves[0].shown == "hidden"


def test_a_question_led_to_by_one_tick_is_shown() -> None:
    """One option's own number is exact, and says how many were led on."""
    lists = {"p": choices("jn"), "q": choices("xz")}
    of = instrument(
        [ask("p", "select_multiple"), ask("q", relevant={"p": ["j"]})], lists
    )
    some = [("=j", "=x")] * 4 + [("=j n", "=z")] * 4 + [("=n", "")] * 4
    _, found = door(of, {"u0": some})
    assert (found.leaves[0].shown, found.leaves[0].n) == ("exact", 8)


def test_rounds_are_decided_each_on_its_own() -> None:
    """The first question of one round says nothing of the second one of another."""
    survey = Survey(follow(), tuple(dict.fromkeys(people(10, 5))))
    spring = survey.tallies(((5, 5, 5),))
    autumn = survey.tallies(((8, 7, 0),))
    tallies = [
        QuestionTally(
            t.instrument, t.question, name, t.options, t.partition, t.parts, t.sizes
        )
        for name, given in (("r1", spring), ("r2", autumn))
        for t in given
    ]
    shown = [found.leaves[0].shown for found in protect(tallies, plan(), Policy())]
    assert shown == ["exact", "exact", "bounded", "hidden"]


# -- attacks -----------------------------------------------------------------------


def by_sex(**more: object) -> Instrument:
    """Return an instrument that asks for sex, which staff know anyway."""
    lists = {"q": choices("jn"), "kon": choices("mk")}
    background = [{**ask("kon"), "observable": True}]
    return instrument([ask("q")], lists, background=background, **more)


def test_a01_no_number_depends_on_sex() -> None:
    """Two men and four women: there is no way to ask for them apart."""
    of = by_sex()
    sex, found = door(
        of, {"u0": [("=m", "=j")] * 2 + [("=k", "=j")] * 3 + [("=k", "=n")]}
    )
    results = [
        Result(of, question, None, one)
        for question, one in zip(of.questions(), (sex, found), strict=True)
    ]
    with pytest.raises(Refused):
        split.views(audit(plan(), of), results, ("kon",))
    assert [(c.low, c.high) for c in found.total().cells] == [(4, 6), (0, 2)]


def test_a01_two_men_are_no_leaf() -> None:
    """Even with sex in the partition, two are too few to be in any number."""
    of = by_sex(partition=["kon"])
    outputs = set()
    for men in ((2, 0), (1, 1), (0, 2)):
        parts: dict[Key, Counts] = {
            ("m",): Counts(2, 2, _nobody(), men),
            ("k",): Counts(6, 6, _nobody(), (3, 3)),
        }
        question = of.question("q")
        assert question is not None
        tally = QuestionTally(
            of,
            question,
            None,
            options(of, "q"),
            ("kon",),
            parts,
            {("m",): 2, ("k",): 6},
        )
        outputs.add(protect((tally,), plan(), Policy()))
    ((only,),) = outputs
    assert only.left_out == (("m",),)
    assert only.total().n == 6


def _nobody() -> dict[str, int]:
    return {
        "blank": 0,
        "not_asked": 0,
        "dont_know": 0,
        "declined": 0,
        "not_applicable": 0,
    }


def test_a02_seven_of_seven_unsafe() -> None:
    """7, 6 and 5 of 7 unsafe are the same bytes."""
    of = instrument([ask("q")], {"q": choices("to", t="positive", o="negative")})
    prints = {
        printed(of, door(of, {"u0": many(t=7 - unsafe, o=unsafe)})[0])
        for unsafe in (7, 6, 5)
    }
    assert len(prints) == 1
    assert "Alla eller nästan alla svarade: Svar o." in prints.pop()


def test_a03_one_who_deviates_and_knows() -> None:
    """With one insider 6, 5 and 4 of 6 look the same."""
    of = yes_no()
    prints = {printed(of, door(of, {"u0": many(j=j, n=6 - j)})[0]) for j in (6, 5, 4)}
    assert len(prints) == 1


def test_a04_subtracting_from_a_total() -> None:
    """9 and 3, 10 and 8: both leaves are exact, so their sum tells nothing new.

    Where a leaf is bounded its total is bounded too, as wide as the leaf.
    """
    of = yes_no()
    (found,) = door(of, {"u0": many(j=9, n=3), "u1": many(j=10, n=8)})
    assert [cell.low for cell in found.total().cells] == [19, 11]
    (found,) = door(of, {"u0": many(j=10, n=2), "u1": many(j=10, n=8)})
    widths = [[c.high - c.low for c in t.cells] for t in (*found.leaves, found.total())]
    assert widths == [[2, 2], [0, 0], [2, 2]]


def test_a06_a_unit_left_out_is_in_no_number() -> None:
    """12 of 18 beside four who are too few: nothing changes however the four answer."""
    of = yes_no()
    outputs = set()
    for four in product("jn", repeat=4):
        some = [(f"={answer}",) for answer in four]
        (found,) = door(of, {"u0": many(j=12, n=6), "u1": some})
        outputs.add((found, printed(of, found), printed(of, found, "unit")))
    ((found, text, _),) = outputs
    assert found.left_out == (("u1",),)
    assert [cell.low for cell in found.total().cells] == [12, 6]
    assert "Ingår inte: Enhet u1" in text


@pytest.mark.parametrize("by", ["alder", "q"])
def test_a08_no_filter_by_what_is_not_in_the_partition(by: str) -> None:
    """A split by age is refused with exit code 3, and names what may be asked for."""
    of = instrument(
        [ask("q")],
        {"q": choices("jn"), "alder": choices("uv")},
        background=[{**ask("alder"), "observable": True}],
    )
    found = Survey(of, (("=u", "=j"), ("=v", "=n"))).protected(((7, 7),))
    results = [
        Result(of, question, None, one)
        for question, one in zip(of.questions(), found, strict=True)
    ]
    with pytest.raises(Refused) as stop:
        split.views(audit(plan(), of), results, (by,))
    assert stop.value.exit_code == 3


@pytest.mark.parametrize("yes", range(5, 9))
def test_a09_no_percentage_of_fewer_than_ten(yes: int) -> None:
    """6 of 7 is said as a number of seven or in words, never in percent."""
    of = yes_no()
    (found,) = door(of, {"u0": many(j=yes, n=9 - yes)})
    for table in found.leaves:
        assert {wording.share(cell, table.n or 0) for cell in table.cells} == {"–"}
    assert '"percent"' not in printed(of, found)


def test_a09_percentages_are_whole() -> None:
    """Of eleven, seven is 64 percent."""
    of = yes_no()
    (found,) = door(of, {"u0": many(j=7, n=4)})
    assert '"percent": 64' in printed(of, found)
    assert not re.search(r"\d[.,]\d", printed(of, found))


def test_a10_no_mean_is_printed() -> None:
    """Four fives and a four of five: no mean, deviation, median, least or most."""
    rows = [{"id": str(i), "label": f"Betyg {i}", "score": i} for i in range(1, 6)]
    of = instrument([ask("q", indicator="mean")], {"q": rows})
    (found,) = door(of, {"u0": [("=5",)] * 4 + [("=4",)]})
    text = printed(of, found)
    assert "4,8" not in text
    assert "4.8" not in text
    other = printed(of, door(of, {"u0": [("=5",)] * 5})[0])
    assert text == other


def test_a11_one_marker_for_all_that_is_hidden() -> None:
    """Hidden for whatever reason: the same marker, and no other sign."""
    of = follow()
    text = ""
    for some in (people(10, 1), people(4, 0), people(2, 9), [("", "")] * 9):
        for at, found in enumerate(door(of, {"u0": some})):
            question = list(of.questions())[at]
            (shown,) = split.views(
                audit(plan(), of), [Result(of, question, None, found)], ("unit",)
            )
            grid = as_text.grid(shown)
            if shown.shown == "hidden":
                assert grid.rows == [("–", "–", "–")]
                assert grid.note.startswith("Visas inte")
            text += " ".join(cell for row in grid.rows for cell in row)
    assert not MARKERS.search(text)


@pytest.mark.parametrize("yes", [0, 1, 2, 9, 10, 11])
def test_a12_how_many_were_asked_a_follow_up_is_hidden_with_its_question(
    yes: int,
) -> None:
    """2 of 11 said yes to question 7: question 8 shows no n for 0, 1 or 2, 9 to 11."""
    first, second = door(follow(), {"u0": people(yes, 11 - yes)})
    assert first.leaves[0].shown == "bounded"
    assert second.leaves[0].shown == "hidden"
    assert second.total().n is None
    assert second.total().asked is None


def test_a12_hidden_follow_ups_look_the_same() -> None:
    """Whether one or two said yes changes nothing anywhere."""
    assert len({door(follow(), {"u0": people(n, 11 - n)}) for n in (0, 1, 2)}) == 1


def test_the_smallest_group_holds_for_answers_too() -> None:
    """Where a plan asks for ten, a question that nine of twelve answered is hidden."""
    some = [*many(j=5, n=4), *[("",)] * 3]
    (found,) = door(yes_no(), {"u0": some}, Policy(min_group=10))
    assert found.leaves[0].shown == "hidden"


def test_a_question_with_two_conditions_is_hidden() -> None:
    """Who meets both would tell one condition of those whose other is known.

    Five women all said ja, five men nej; how many women said ja is in no other table.
    """
    lists = {"sex": choices("km"), "p": choices("jn"), "q": choices("xz")}
    both = ask("q", relevant={"sex": ["k"], "p": ["j"]})
    of = instrument([ask("sex"), ask("p"), both], lists)
    women = [("=k", "=j", f"={'xz'[at % 2]}") for at in range(5)]
    men = [("=m", "=n", "")] * 5
    *_, found = door(of, {"u0": [*women, *men]})
    (table,) = found.leaves
    assert (table.shown, table.asked, table.n) == ("hidden", None, None)


def test_an_attribute_of_the_partition_is_told_by_its_leaves_alone() -> None:
    """A table of it would bound what the sizes of the leaves say exactly."""
    sex = {**ask("sex", observable=True), "choices": "sex"}
    of = instrument([ask("q")], {"sex": choices("km"), "q": choices("xz")})
    background = instrument([sex], {"sex": choices("km")}).areas[0].questions
    split = of.model_copy(update={"background": background, "partition": ("sex",)})
    data = frame(*({"unit": "u0", "sex": f"={s}", "q": "=x"} for s in "kkkkkkmmmmmm"))
    shown = protect(tally(data, split, plan()), plan(), Policy())
    assert [leaf.shown for leaf in shown[0].leaves] == ["hidden", "hidden"]
