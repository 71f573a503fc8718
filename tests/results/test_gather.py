"""From the store to results: what is refused, split alike, and kept apart."""

from pathlib import Path

import pytest

from brukarrevision import results
from brukarrevision.errors import FaultyFiles
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.partition import Leaf
from tests.protect.surveys import ask, audit, choices, instrument, plan
from tests.stored import collected

AGES = [*choices("uv"), {"id": "vill", "label": "Vill ej säga", "missing": "declined"}]


def survey(*partition: str) -> Instrument:
    """Return an instrument whose results are split by these attributes."""
    return instrument(
        [ask("q"), ask("t", "text")],
        {"q": choices("jn"), "alder": AGES},
        background=[{**ask("alder"), "observable": True}],
        partition=list(partition),
    )


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep raw data in a folder of the test's own."""
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path))
    return tmp_path


def people(number: int, **cells: str) -> list[dict[str, str]]:
    """Return people of ``u0`` of whom every other said yes, and the rest no."""
    return [
        {"unit": "u0", "q": "=j" if at % 2 else "=n", "mode": "web", **cells}
        for at in range(number)
    ]


def test_protected_results_of_all_questions() -> None:
    """In the instrument's order, then how the responses came about."""
    found = results.protected(collected(survey("unit"), people(12)))
    assert [r.question.id for r in found.questions] == [
        "alder",
        "q",
        "t",
        "mode",
        "help",
    ]
    shown = {r.question.id: r.protected.leaves[0] for r in found.questions}
    assert [cell.low for cell in shown["q"].cells] == [6, 6]
    assert {shown[name].shown for name in ("alder", "t", "help")} == {"hidden"}


def test_who_responded_is_told_by_leaf() -> None:
    """Sizes of leaves alone; those too few are named without a number."""
    few = [{**one, "unit": "u1"} for one in people(3)]
    found = results.protected(collected(survey("unit"), [*people(12), *few]))
    (answered,) = found.responses["enkat"]
    assert answered.leaves == (Leaf((("u0",),), 12),)
    assert answered.left_out == (("u1",),)
    assert all(r.protected.left_out == (("u1",),) for r in found.questions)


def test_how_responses_came_about_is_split_as_all_else() -> None:
    """By background too: the same leaves and names, blank and declined as one."""
    of = survey("unit", "alder")
    some = [
        *people(8, alder="=u"),
        *people(6, alder=""),
        *people(5, alder="!declined"),
        *people(2, alder="=v"),
    ]
    found = results.protected(collected(of, some))
    leaves = {
        tuple((leaf.keys, leaf.left_out) for leaf in r.protected.leaves)
        for r in found.questions
    }
    assert len(leaves) == 1
    (own,) = found.responses["enkat"]
    assert own.leaves == (Leaf((("u0", "u"),), 8), Leaf((("u0", None),), 11))
    assert own.left_out == (("u0", "v"),)


def test_how_responses_came_about_has_words_in_the_plans_language() -> None:
    """Labels in Swedish or English, even if the instrument has a list of that name."""
    of = instrument(
        [{**ask("q"), "choices": "help"}], {"help": choices("jn")}, partition=["unit"]
    )
    for language, label in (("sv", "På webben"), ("en", "On the web")):
        given = plan().model_copy(update={"language": language})
        found = results.protected(collected(of, people(9), given))
        by_id = {r.question.id: r.protected.leaves[0] for r in found.questions}
        assert label in [option.label for option in by_id["mode"].options]
        assert [option.id for option in by_id["q"].options] == ["j", "n"]


def test_help_and_mode_are_protected_like_answers() -> None:
    """That all nine had help from staff is not told from seven."""
    found = []
    for helped in (9, 8, 7):
        some = people(9)
        with_help = [
            {**one, "help": "staff" if at < helped else "none"}
            for at, one in enumerate(some)
        ]
        audit_ = collected(survey("unit"), with_help)
        found.append(results.protected(audit_).questions[-1].protected)
        audit_.store_path.unlink()
    assert found[0] == found[1] == found[2]
    assert found[0].leaves[0].shown == "bounded"


def test_nothing_collected_is_said() -> None:
    """Without a store there is nothing to protect."""
    with pytest.raises(FaultyFiles) as stop:
        results.protected(audit(plan(), survey("unit")))
    assert "responses-missing" in [p.code for p in stop.value.problems]


def test_an_empty_store_is_as_none() -> None:
    """An instrument without a response has no results."""
    empty = collected(survey("unit"), [])
    assert results.raw(empty) == ()
    with pytest.raises(FaultyFiles):
        results.protected(empty)


@pytest.mark.parametrize("anonymity", [{"min_group": 4}, {"coalition": 0}])
def test_what_check_finds_stops_protection(anonymity: dict[str, int]) -> None:
    """A plan that asks for less protection than the rules gives no results (R10)."""
    weak = plan(**anonymity)
    with pytest.raises(FaultyFiles):
        results.protected(collected(survey("unit"), people(12), weak))


def test_undeclared_routing_stops_protection() -> None:
    """A question that only some were asked must say so first (R6)."""
    of = instrument([ask("p"), ask("q")], {"p": choices("jn"), "q": choices("xz")})
    some = [{"unit": "u0", "p": "=j", "q": "=x"}] * 6 + [{"unit": "u0", "p": "=n"}] * 6
    with pytest.raises(FaultyFiles) as stop:
        results.protected(collected(of, some))
    assert "routing-undeclared" in [p.code for p in stop.value.problems]


def test_the_policy_is_the_plans() -> None:
    """Not under the workspace's floor."""
    given = plan(min_group=7, coalition=2, too_few="merge")
    found = results.policy(audit(given, survey("unit")))
    assert (found.min_group, found.coalition, found.too_few) == (7, 2, "merge")
    assert results.policy(audit(plan(min_group=3), survey("unit"))).min_group == 5


def test_raw_tallies_count_texts_as_they_stood() -> None:
    """For the auditors' own eyes, and without how the responses came about."""
    audit_ = collected(survey("unit"), people(3, t="=eget ord"))
    found = {t.question.id: t for t in results.raw(audit_)}
    assert set(found) == {"alder", "q", "t"}
    assert [o.label for o in found["t"].options] == ["eget ord"]


def test_no_result_holds_a_persons_own_words() -> None:
    """Texts are in raw tallies alone."""
    audit_ = collected(survey("unit"), people(12, t="=eget ord"))
    assert "eget ord" not in repr(results.protected(audit_))


def test_where_questions_stood_in_the_newest_file() -> None:
    """By instrument and question; nothing without a store."""
    assert results.columns(audit(plan(), survey("unit"))) == {}
    found = results.columns(collected(survey("unit"), people(3)))
    assert found == {("enkat", "q"): (4,), ("enkat", "alder"): (2, 3)}
