"""Who answered and who did not, leaf by leaf."""

from brukarrevision import results
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.report.blocks import Table
from brukarrevision.report.participants import participants
from tests.protect.surveys import ask, choices, instrument, plan

from .audits import People, answered, every, people


def invited(language: str = "sv", **numbers: int) -> Plan:
    """Return the plan with how many were invited to each unit or group."""
    data = {**plan().model_dump(), "language": language}
    for item in (*data["units"], *data["groups"]):
        item["invited"] = numbers.get(item["id"])
    return Plan.model_validate(data)


def survey(name: str = "enkat", **more: object) -> Instrument:
    """Return a survey of one question."""
    given = {"partition": ["unit"], **more, "id": name}
    lists = {"q": choices("jn"), "alder": choices("xy")}
    if not more.get("background"):
        del lists["alder"]
    question = {**ask(f"q{name}"), "choices": "q"}
    return instrument([question], lists, **given)


def of_units(**numbers: int) -> People:
    """Return so many people of each unit."""
    cells = {"qenkat": "=j|=n", "qandra": "=j|=n"}
    return [
        {**one, "unit": unit}
        for unit, number in numbers.items()
        for one in people(number, **cells)
    ]


def tables(*parts: tuple[Instrument, People], given: Plan) -> dict[str, Table]:
    """Return the first instrument's table in each report."""
    audit = answered(*parts, given=given)
    found = results.protected(audit)
    first = parts[0][0]
    told = found.responses[first.id]
    return {s.name: participants(audit, first, told, s) for s in every(audit, found)}


def test_invited_and_answered_by_unit() -> None:
    """With the share; those too few have dashes, and are in the report for all."""
    parts = (survey(), of_units(u0=12, u1=9, u2=3))
    made = tables(parts, given=invited(u0=20, u1=12, u2=9))
    assert made["alla"].rows == (
        ("Enhet u0", "20", "12", "60 %"),
        ("Enhet u1", "12", "9", "75 %"),
        ("Enhet u2", "–", "–", "–"),
    )
    assert made["u0"].rows == (("Enhet u0", "20", "12", "60 %"),)
    assert made["u0"].note == ""


def test_what_is_not_known_is_a_dash() -> None:
    """Invited not told, fewer than those who answered, or too few for a share."""
    parts = (survey(), of_units(u0=12, u1=9, u2=6))
    made = tables(parts, given=invited(u1=8, u2=9))
    assert made["alla"].rows == (
        ("Enhet u0", "–", "12", "–"),
        ("Enhet u1", "–", "9", "–"),
        ("Enhet u2", "9", "6", "–"),
    )


def test_merged_units_are_one_row() -> None:
    """Invited are summed, where it is told of each."""
    parts = (survey(), of_units(u0=9, u1=4, u2=3))
    rows = tables(parts, given=invited(u1=10, u2=6))["alla"].rows
    assert rows[1] == ("Enhet u1 och Enhet u2", "16", "7", "44 %")
    rows = tables(parts, given=invited(u1=10))["u1+u2"].rows
    assert rows == (("Enhet u1 och Enhet u2", "–", "7", "–"),)


def test_a_group_is_one_row_for_all_units() -> None:
    """In a unit's report it says so."""
    group = survey(partition=[], group="g1")
    units = (survey("andra"), of_units(u0=9, u1=9))
    made = tables((group, of_units(u0=7, u1=4)), units, given=invited(g1=22))
    row = ("Närstående", "22", "11", "50 %")
    assert made["alla"].rows == made["u0"].rows == (row,)
    assert made["u0"].note == "Gäller alla enheter tillsammans."
    assert made["alla"].note == ""


def test_units_invited_are_not_those_of_one_group_among_several() -> None:
    """Two groups, each split by unit, share the plan's one number."""
    parts = (survey(group="g0"), of_units(u0=12))
    other = (survey("andra", group="g1"), of_units(u0=9))
    assert tables(parts, given=invited(u0=20))["alla"].rows[0][1] == "20"
    rows = tables(parts, other, given=invited(u0=20))["alla"].rows
    assert rows == (("Enhet u0", "–", "12", "–"),)


def test_rounds_are_told_apart() -> None:
    """Those too few in a round are named with it."""
    first = [{**one, "round": "r1"} for one in of_units(u0=12, u1=8)]
    second = [{**one, "round": "r2"} for one in of_units(u0=9, u1=2)]
    made = tables((survey(), [*first, *second]), given=plan())
    assert [row[0] for row in made["alla"].rows] == [
        "Enhet u0, Våren",
        "Enhet u1, Våren",
        "Enhet u0, Hösten",
        "Enhet u1, Hösten",
    ]
    assert made["alla"].rows[-1][1:] == ("–", "–", "–")
    assert made["u1"].rows[-1] == ("Enhet u1, Hösten", "–", "–", "–")


def test_a_finer_partition_has_no_number_of_invited() -> None:
    """The plan tells it by unit or by group alone."""
    age = {**ask("alder"), "observable": True}
    of = survey(partition=["unit", "alder"], background=[age])
    some = [{**one, "alder": "=x"} for one in of_units(u0=9)]
    rows = tables((of, some), given=invited(u0=20))["alla"].rows
    assert rows == (("Enhet u0 / Svar x", "–", "9", "–"),)


def test_the_words_are_the_plans() -> None:
    """English for an English plan."""
    parts = (survey(), of_units(u0=12))
    made = tables(parts, given=invited("en", u0=20))["alla"]
    assert made.header == ("Respondents", "Invited", "Answered", "Share")
    assert made.caption == "Enkät: respondents"
