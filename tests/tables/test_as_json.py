"""``tally --format json``: the contract that programs depend on."""

import json
from collections.abc import Sequence

import pytest

from brukarrevision.errors import Refused, WrongUsage
from brukarrevision.model.instrument import Instrument
from brukarrevision.results import Result
from brukarrevision.tables import as_json, split, view

from ..protect.attacker import World  # noqa: TID252 - one level up
from ..protect.surveys import (  # noqa: TID252
    Survey,
    ask,
    audit,
    choices,
    instrument,
    plan,
)

LISTS = {"q": choices("jn"), "alder": choices("uv"), "m": choices("ab")}
BACKGROUND = [{**ask("alder"), "observable": True}]
PROFILES = (("=j",), ("=n",), ("",))

KEYS = [
    "instrument",
    "question",
    "label",
    "type",
    "round",
    "unit",
    "group",
    "by",
    "columns",
    "asked",
    "n",
    "missing",
    "shown",
    "counts",
    "phrase",
]

Told = dict[str, object]


def yes_no(**more: object) -> Instrument:
    """Return an instrument of one question."""
    return instrument([ask("q")], {"q": choices("jn")}, **more)


def results(
    of: Instrument, world: World, profiles: Sequence[tuple[str, ...]]
) -> list[Result]:
    """Return what may be shown where ``u0``, ``u1``, ``u2`` answered so."""
    shown = Survey(of, tuple(profiles)).protected(world)
    return [
        Result(of, question, None, one)
        for question, one in zip(of.questions(), shown, strict=True)
    ]


def document(*world: tuple[int, ...], by: tuple[str, ...] = ()) -> list[Told]:
    """Return the tables of a yes/no question: yes, no and blank of each unit."""
    of = yes_no()
    views = split.views(audit(plan(), of), results(of, world, PROFILES), by)
    columns = {("enkat", "q"): (5, 7)}
    data = as_json.document(audit(plan(), of), views, columns, protected=True)
    read = json.loads(as_json.text(data))
    assert [read[key] for key in ("format", "audit", "protected")] == [1, "prov", True]
    found: list[Told] = read["tables"]
    return found


def test_an_exact_table() -> None:
    """Numbers as numbers, percent from ten, the number missing as one."""
    (table,) = document((7, 4, 2))
    assert list(table) == KEYS
    assert table == {
        "instrument": "enkat",
        "question": "q",
        "label": "Fråga q",
        "type": "select_one",
        "round": None,
        "unit": None,
        "group": None,
        "by": {},
        "columns": [5, 7],
        "asked": 13,
        "n": 11,
        "missing": {"total": 2},
        "shown": "exact",
        "counts": [
            {"id": "j", "label": "Svar j", "n": 7, "percent": 64},
            {"id": "n", "label": "Svar n", "n": 4, "percent": 36},
        ],
        "phrase": None,
    }


def test_below_ten_there_is_no_percent() -> None:
    """Absent, not null."""
    (table,) = document((4, 4, 0))
    assert table["counts"] == [
        {"id": "j", "label": "Svar j", "n": 4},
        {"id": "n", "label": "Svar n", "n": 4},
    ]


def test_a_bounded_table() -> None:
    """From so many to so many, never a number of its own; and words."""
    (table,) = document((11, 1, 0))
    assert table["shown"] == "bounded"
    assert table["counts"] == [
        {"id": "j", "label": "Svar j", "from": 10, "to": 12},
        {"id": "n", "label": "Svar n", "from": 0, "to": 2},
    ]
    assert table["phrase"] == "Alla eller nästan alla svarade: Svar j."


def test_a_hidden_table_has_no_number() -> None:
    """Null or absent, never zero."""
    (table,) = document((2, 2, 9))
    assert table["shown"] == "hidden"
    assert [table[key] for key in ("asked", "n", "missing", "phrase")] == [None] * 4
    assert table["counts"] == []
    assert table["columns"] == [5, 7]
    assert not any(type(value) is int for value in table.values())


def test_a_table_for_each_leaf() -> None:
    """``--by unit``: one a leaf, in the plan's order, hidden ones with their unit."""
    one, two, three = document((4, 4, 0), (2, 2, 6), (6, 0, 0), by=("unit",))
    assert [t["unit"] for t in (one, two, three)] == ["u0", "u1", "u2"]
    assert [t["by"] for t in (one, two)] == [{"unit": ["u0"]}, {"unit": ["u1"]}]
    assert [t["shown"] for t in (one, two, three)] == ["exact", "hidden", "bounded"]
    assert "left_out" not in two


def test_a_merged_leaf_is_one_table() -> None:
    """It names its units, and gives no number of either."""
    one, two = document((2, 1, 0), (4, 4, 0), (1, 2, 0), by=("unit",))
    assert (one["unit"], two["unit"]) == ("u1", "u0+u2")
    assert two["by"] == {"unit": ["u0", "u2"]}
    assert two["n"] == 6


def test_the_total_names_those_it_leaves_out() -> None:
    """Too few, or hidden: labels, and no number."""
    (table,) = document((4, 4, 0), (2, 2, 6), (1, 1, 0))
    assert (table["asked"], table["n"], table["unit"]) == (8, 8, None)
    assert table["left_out"] == ["Enhet u2", "Enhet u1"]


def test_nobody_large_enough_by_unit() -> None:
    """Where there is no leaf the one table says so."""
    (table,) = document((2, 1, 0), by=("unit",))
    assert (table["shown"], table["unit"], table["left_out"]) == (
        "hidden",
        None,
        ["Enhet u0"],
    )


def test_a_side_told_as_one() -> None:
    """Ids of answers told together are joined with a plus."""
    lists = {"q": choices("abc", a="negative", b="negative")}
    of = instrument([ask("q")], lists)
    given = results(of, ((3, 3, 0),), [("=a",), ("=b",), ("=c",)])
    (shown,) = split.views(audit(plan(), of), given, ())
    data = as_json.document(audit(plan(), of), [shown], {}, protected=True)
    (table,) = json.loads(as_json.text(data))["tables"]
    assert table["counts"] == [
        {"id": "a+b", "label": "Svar a eller Svar b", "from": 4, "to": 6},
        {"id": "c", "label": "Svar c", "from": 0, "to": 2},
    ]
    assert table["columns"] == []


@pytest.mark.parametrize("known", ["group", "alder"])
def test_what_is_outside_the_partition_is_refused(known: str) -> None:
    """Exit code 3, and which partition would allow it (R1)."""
    of = instrument([ask("q")], LISTS, background=BACKGROUND)
    given = results(of, ((4, 4),), [("=u", "=j"), ("=v", "=n")])
    with pytest.raises(Refused) as stop:
        split.views(audit(plan(), of), given, ("unit", known))
    (found,) = stop.value.problems
    assert stop.value.exit_code == 3
    assert found.code == "by-not-in-partition"
    assert found.facts["wanted"] == f"unit, {known}"


@pytest.mark.parametrize("known", ["q", "kon"])
def test_what_staff_do_not_know_is_refused_and_no_partition_proposed(
    known: str,
) -> None:
    """A question of an area, or a background question that is not observable."""
    lists = {**LISTS, "kon": choices("uv")}
    of = instrument([ask("q")], lists, background=[*BACKGROUND, ask("kon")])
    given = results(of, ((4, 4),), [("=u", "=u", "=j"), ("=v", "=v", "=n")])
    with pytest.raises(Refused) as stop:
        split.views(audit(plan(), of), given, ("unit", known))
    (found,) = stop.value.problems
    assert found.code == "by-not-observable"
    assert "partition: [" not in found.remedy


def test_what_there_is_not_is_wrong_usage() -> None:
    """Exit code 2, and the nearest name there is."""
    of = instrument([ask("q")], LISTS, background=BACKGROUND)
    given = results(of, ((4, 4),), [("=u", "=j"), ("=v", "=n")])
    with pytest.raises(WrongUsage) as stop:
        split.views(audit(plan(), of), given, ("untt",))
    assert stop.value.exit_code == 2
    assert stop.value.problems[0].remedy == "Menade du unit?"


def test_by_an_attribute_that_only_some_questions_have() -> None:
    """Questions with another partition are shown in total."""
    areas = [
        {"id": "a", "label": "A", "questions": [ask("q")]},
        {"id": "b", "label": "B", "partition": ["group"], "questions": [ask("m")]},
    ]
    of = instrument([], LISTS, areas=areas)
    by_unit, by_group = results(of, ((4, 4),), [("=j", "=a"), ("=n", "=b")])
    turned = _by_group(by_group)
    views = split.views(audit(plan(), of), [by_unit, turned], ("group",))
    assert [(v.question.id, dict(v.values)) for v in views] == [
        ("q", {}),
        ("m", {"group": ("g0",)}),
    ]
    data = as_json.document(audit(plan(), of), views, {}, protected=True)
    told = json.loads(as_json.text(data))["tables"]
    assert [t["group"] for t in told] == [None, "g0"]


def _by_group(result: Result) -> Result:
    """Return a result as it is where the partition is by group."""
    from dataclasses import replace

    (leaf,) = result.protected.leaves
    turned = replace(leaf, partition=("group",), keys=(("g0",),))
    return replace(result, protected=replace(result.protected, leaves=(turned,)))


def test_leaves_of_two_attributes_summed_by_one() -> None:
    """``--by unit`` of leaves by unit and age: a unit's leaves are one table."""
    from dataclasses import replace

    of = instrument([ask("q")], LISTS, background=BACKGROUND)
    _, given = results(
        of,
        ((4, 4, 0), (6, 2, 0), (0, 1, 9)),
        [("=u", "=j"), ("=u", "=n"), ("=u", "")],
    )
    keys = [(("u0", "u"),), (("u0", "v"),), (("u1", "u"), ("u1", "v"))]
    leaves = tuple(
        replace(leaf, partition=("unit", "alder"), keys=key)
        for leaf, key in zip(given.protected.leaves, keys, strict=True)
    )
    split_twice = replace(given, protected=replace(given.protected, leaves=leaves))
    one, two = split.views(audit(plan(), of), [split_twice], ("unit",))
    assert (one.values, one.n) == ({"unit": ("u0",)}, 16)
    assert (two.values, two.n, two.shown) == ({"unit": ("u1",)}, None, "hidden")
    three = split.views(audit(plan(), of), [split_twice], ("alder", "unit"))
    assert [v.values for v in three] == [
        {"alder": ("u",), "unit": ("u0",)},
        {"alder": ("v",), "unit": ("u0",)},
        {"alder": ("u", "v"), "unit": ("u1",)},
    ]


def test_raw_tables_have_reasons() -> None:
    """``--unprotected``: all counts, and why there is no answer."""
    of = yes_no()
    profiles = (*PROFILES, ("!dont_know",))
    (tally,) = Survey(of, profiles).tallies(((3, 0, 2, 1),))
    data = as_json.document(
        audit(plan(), of), [view.of_raw(tally)], {}, protected=False
    )
    assert data["protected"] is False
    (table,) = json.loads(as_json.text(data))["tables"]
    assert table["missing"] == {"blank": 2, "not_asked": 0, "dont_know": 1}
    assert table["counts"][1] == {"id": "n", "label": "Svar n", "n": 0, "percent": 0}


def test_a_raw_table_of_nobody() -> None:
    """No answer has no share."""
    (tally,) = Survey(yes_no(), PROFILES).tallies(((0, 0, 2),))
    assert [line.percent for line in view.of_raw(tally).lines] == [None, None]


def test_protected_tables_have_no_reasons() -> None:
    """Reasons are counts of few people, so only their sum is told."""
    of = yes_no()
    profiles = (*PROFILES, ("!declined",))
    outputs = set()
    for blank in range(4):
        given = results(of, ((4, 4, blank, 3 - blank),), profiles)
        views = split.views(audit(plan(), of), given, ("unit",))
        outputs.add(
            as_json.text(as_json.document(audit(plan(), of), views, {}, protected=True))
        )
    assert len(outputs) == 1
    assert '"missing": {\n    "total": 3\n   }' in outputs.pop()


def test_the_same_tables_give_the_same_text() -> None:
    """In Swedish letters, ending in a line feed."""
    (table,) = document((4, 4, 0))
    text = as_json.text({"tables": [table]})
    assert "Fråga" in text
    assert text.endswith("\n")
    assert text == as_json.text({"tables": document((4, 4, 0))})
