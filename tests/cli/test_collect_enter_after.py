"""What becomes of keyed forms once they are responses, by the commands for files."""

import json
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision.keying.desk import Desk
from brukarrevision.keying.settling import decide, finish, twice
from brukarrevision.keying.taking import take_in
from brukarrevision.store import Store, keyed
from tests import fakeaudit
from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box
from tests.keying.audits import key_in

NAMES = fakeaudit.HEADER.split(";")


def desk(box: Box, *, second: bool = False) -> Desk:
    """Sit down at the form of the small audit."""
    audit = audits.require(str(box.audit), box.root)
    return Desk.of(audit, audit.instruments["enkat"], {}, second=second)


def forms() -> list[dict[str, str]]:
    """Return what the people of the small audit answered, as if on paper."""
    return [dict(zip(NAMES, row.split(";"), strict=True)) for row in fakeaudit.rows()]


def key_all(box: Box, count: int = 99) -> None:
    """Key in the papers, and read them."""
    for number, form in enumerate(forms()[:count], start=1):
        key_in(desk(box), number, form)
    take_in(desk(box))


def tables(br: Runner, *words: str) -> list[dict[str, object]]:
    """Return the tables, without where the answers stood in a file."""
    ran = br("tally", "prov", "--format", "json", *words)
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)["tables"]
    return [{k: v for k, v in one.items() if k != "columns"} for one in found]


def test_the_tables_are_those_of_a_file_with_the_same_answers(
    box: Box, br: Runner, tmp_path: Path
) -> None:
    """Protected and not."""
    key_all(box)
    typed = [tables(br), tables(br, "--by", "unit"), tables(br, "--unprotected")]
    assert br("data", "purge", "prov", "--yes").code == 0
    other = fakeaudit.make(tmp_path / "annan")
    read = other.audit
    assert br("collect", read, other.source).code == 0
    again = [
        json.loads(br("tally", read, "--format", "json", *words).out)["tables"]
        for words in ((), ("--by", "unit"), ("--unprotected",))
    ]
    plain = [[{k: v for k, v in t.items() if k != "columns"} for t in a] for a in again]
    assert typed == plain


def test_a_person_withdraws_from_papers_too(box: Box, br: Runner) -> None:
    """By the number on the paper; the words are nowhere any more."""
    key_all(box)
    stored = box.private / "responses.sqlite"
    assert CANARY.encode() in stored.read_bytes()
    assert br("data", "withdraw", "prov", "P3", "--yes").code == 0
    assert CANARY.encode() not in stored.read_bytes()
    assert desk(box).numbers().is_withdrawn(3)


def test_a_file_without_ids_does_not_bring_a_withdrawn_form_back(
    box: Box, br: Runner, tmp_path: Path
) -> None:
    """Known by the answers alone (R8)."""
    key_all(box)
    assert br("data", "withdraw", "prov", "P3", "--yes").code == 0
    form = forms()[2] | {"mode": "paper"}
    del form["respondent"]
    path = tmp_path / "utan.csv"
    path.write_text("\n".join([";".join(form), ";".join(form.values())]), "utf-8")
    ran = br("collect", "prov", path, "--format", "json")
    assert ran.code == 0, ran.err
    (log,) = json.loads(ran.out)["imports"]
    assert (log["rows_used"], log["refused"]) == (0, {"withdrawn": [2]})


def test_a_form_that_waits_can_be_withdrawn(box: Box, br: Runner) -> None:
    """Half or done, first entry or second."""
    key_in(desk(box), 3, forms()[2])
    stored = box.private / "responses.sqlite"
    assert CANARY.encode() in stored.read_bytes()
    ran = br("data", "withdraw", "prov", "P3", "--yes")
    assert ran.code == 0
    assert CANARY not in ran.all
    assert CANARY.encode() not in stored.read_bytes()
    again = br("data", "withdraw", "prov", "P3", "--yes")
    assert again.code == 0
    assert "redan borttagna" in again.all


def test_an_import_of_forms_is_logged_and_taken_back(box: Box, br: Runner) -> None:
    """The forms are kept as keyed in; taken in again they are the same."""
    key_all(box, 6)
    before = tables(br, "--unprotected")
    log = json.loads(br("collect", "prov", "--log", "--format", "json").out)
    (one,) = log["imports"]
    assert (one["file"], one["mapping"], one["rows_used"]) == (
        "enkat (inmatning)",
        None,
        6,
    )
    ran = br("collect", "prov", "--undo", "--yes")
    assert ran.code == 0
    assert "De är kvar som inmatade" in ran.err
    assert len(desk(box).numbers().of_entry(keyed.FIRST, done=True)) == 6
    take_in(desk(box))
    assert tables(br, "--unprotected") == before


def test_a_settled_form_taken_back_is_compared_again(box: Box, br: Runner) -> None:
    """The first entry counts meanwhile."""
    key_all(box, 6)
    before = tables(br, "--unprotected")
    again = desk(box, second=True)
    key_in(again, 2, forms()[1] | {"s2": "Annat"})
    (form,) = twice(again)
    decide(again, form, "s2", "Annat")
    assert finish(again).changed == [2]
    assert tables(br, "--unprotected") != before
    assert br("collect", "prov", "--undo", "--yes").code == 0
    assert tables(br, "--unprotected") == before
    assert take_in(desk(box)).again == (2,)
    (form,) = twice(again)
    assert [one.item.id for one in form.left(again.items)] == ["s2"]


def test_a_form_settled_after_a_release_changes_no_released_number(
    box: Box, br: Runner
) -> None:
    """Whoever was counted stays counted as then, and cannot be made unknown (R9)."""
    key_all(box)
    assert br("publish", "prov", "v1").code == 0
    before = tables(br)
    form = forms()[4]
    other = "helt" if form["s1"] != "helt" else "inte"
    again = desk(box, second=True)
    key_in(again, 5, form | {"s1": other})
    (twofold,) = twice(again)
    decide(again, twofold, "s1", other)
    assert finish(again).changed == [5]
    assert tables(br) == before
    undone = br("collect", "prov", "--undo", "--yes")
    assert (undone.code, undone.codes) == (3, ["undo-released"])
    assert desk(box).numbers().stored == set(range(1, len(forms()) + 1))


def test_the_same_papers_on_two_computers_are_counted_once(box: Box) -> None:
    """Equal ones need no deciding."""
    key_all(box, 3)
    for number, form in enumerate(forms()[:3], start=1):
        key_in(desk(box), number, form)
    assert take_in(desk(box)).again == (1, 2, 3)
    assert finish(desk(box, second=True)).changed == []
    with Store.open(box.private / "responses.sqlite") as store:
        assert len(store.frame("enkat")) == 3


def test_check_tells_of_forms_that_wait(box: Box, br: Runner) -> None:
    """Otherwise a report could be made without them."""
    key_all(box, 6)
    key_in(desk(box), 7, forms()[6])
    ran = br("check", "prov")
    assert "forms-waiting" in ran.codes
    assert "1 formulär" in ran.err
    take_in(desk(box))
    assert "forms-waiting" not in br("check", "prov").codes
