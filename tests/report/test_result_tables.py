"""Tables of a report: every number has its base, and what is not shown a dash."""

from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.report.blocks import Table
from brukarrevision.report.result_tables import matrix, question_table
from brukarrevision.report.scope import Scope
from brukarrevision.results import Result
from tests.protect.surveys import choices, plan

from .shown import shown

ALL = Scope("alla")
OWN = Scope("u0", ("u0",))
EXACT = (("a", 3, 3), ("b", 4, 4), ("c", 5, 5), ("d", 8, 8))


def english() -> Plan:
    """Return the plan in English."""
    return plan().model_copy(update={"language": "en"})


def table(result: Result, scope: Scope = ALL, given: Plan | None = None) -> Table:
    """Return a question's table."""
    return question_table(result, scope, given or plan())


def test_counts_and_shares_with_their_base() -> None:
    """How many answered of those who were asked stands under the table."""
    found = table(shown(*EXACT, n=20))
    assert found.caption == "Fråga q"
    assert found.header == ("Svar", "Antal", "Andel")
    assert found.rows[0] == ("Svar a", "3", "15 %")
    assert found.align == ("left", "right", "right")
    assert found.note == "20 av 22 som fick frågan svarade."
    assert table(shown(*EXACT, n=20), given=english()).note == (
        "20 of 22 who were asked answered."
    )


def test_few_answers_have_no_shares() -> None:
    """Below ten there is no column of them (R4)."""
    found = table(shown(("a", 3, 3), ("b", 2, 2), ("c", 2, 2), ("d", 2, 2), n=9))
    assert found.header == ("Svar", "Antal")
    assert found.rows[0] == ("Svar a", "3")


def test_bounded_answers_are_told_together_in_the_order_of_the_scale() -> None:
    """The favourable side stands where it stands in the question."""
    found = table(shown(("cd", 10, 12), ("ab", 0, 2), n=12))
    assert found.rows == (
        ("Svar a eller Svar b (tillsammans)", "0–2", "0–17 %"),
        ("Svar c eller Svar d (tillsammans)", "10–12", "83–100 %"),
    )


def test_a_hidden_question_has_dashes_and_no_number() -> None:
    """Each answer has the same mark; the base is not told (R7)."""
    found = table(shown(n=7, left_out=(("u1",),)))
    assert [row[1:] for row in found.rows] == [("–",)] * 4
    assert found.note == ""
    nothing = table(shown(n=7, kind="integer", rows=[]))
    assert nothing.rows == (("Svaren visas inte", "–"),)


def test_what_the_numbers_stand_for_is_told() -> None:
    """Several answers, first places, and the round."""
    several = table(shown(("a", 5, 5), ("b", 4, 4), n=9, kind="select_multiple"))
    assert several.note.endswith("svarade. Flera svar kunde väljas.")
    first = table(shown(("a", 5, 5), ("b", 4, 4), n=9, kind="rank"))
    assert first.note.endswith("Tabellen visar vad som sattes först.")
    assert table(shown(*EXACT, n=20, round="r2")).caption == "Fråga q (Hösten)"


def test_those_left_out_are_named() -> None:
    """In the table for all; in a unit's report only if they are its own."""
    result = shown(*EXACT, n=20, left_out=(("u2",), ("u1",)))
    assert table(result).note.endswith("Ingår inte: Enhet u2 och Enhet u1.")
    assert "Ingår inte" not in table(result, OWN).note
    assert "Not included" in table(result, given=english()).note


def pairs(*results: Result) -> list[tuple[Result, ProtectedTable]]:
    """Return results with their tables."""
    return [(result, result.protected.leaves[0]) for result in results]


def test_questions_on_one_scale_share_a_table() -> None:
    """A row for each, a column for each answer, and how many answered."""
    results = (shown(*EXACT, n=20), shown(n=9, name="p"))
    found = matrix(pairs(*results), "Stöd", plan())
    assert found.header == ("Fråga", "Svar a", "Svar b", "Svar c", "Svar d", "Svarade")
    assert found.rows == (
        ("Fråga q", "3", "4", "5", "8", "20"),
        ("Fråga p", "–", "–", "–", "–", "–"),
    )
    assert found.note == ""


def test_answers_told_together_have_a_star() -> None:
    """Each has the interval of both, and the note says so; else there is none."""
    result = shown(("ab", 10, 12), ("c", 0, 1), ("d", 0, 1), n=12)
    found = matrix(pairs(result), "Stöd", plan())
    assert found.rows == (("Fråga q", "10–12*", "10–12*", "0–1", "0–1", "12"),)
    assert found.note.startswith("* Gäller tillsammans")
    yes_no = shown(("a", 10, 12), ("b", 0, 2), n=12, rows=choices("ab"))
    found = matrix(pairs(yes_no), "Stöd", plan())
    assert found.note == ""
