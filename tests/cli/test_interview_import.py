"""``interview import``: interviews become responses, and are counted like any other."""

import json

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import GUIDE, SAID, guided

HEAD = "---\nid: {id}\nunit: {unit}\nconsent: {consent}\n---\n"


def note(
    box: Box,
    name: str,
    answer: str = "ibland",
    *,
    unit: str = "norr",
    consent: str = "yes",
) -> None:
    """Write the notes of an interview: what was said, and two closed answers."""
    text = HEAD.format(id=name, unit=unit, consent=consent)
    text += f"\n{{#g1}}\n## Hur?\n\n[{SAID}.]{{.tillgang}}\n"
    text += f'\n{{#g2 answer={answer}}}\n## Läkaren?\n\n{{#g3 answer="aldrig,ofta"}}\n'
    text += "\n{#g4 answer=3}\n## Hur många?\n"
    path = box.private / "interviews" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def talked(box: Box) -> Box:
    """Return an audit with notes of eight interviews."""
    guided(box)
    for at, answer in enumerate(["aldrig"] * 3 + ["ibland"] * 4 + ["vetej"], start=1):
        note(box, f"I-{at:02}", answer)
    return box


def raw(br: Runner) -> dict[str, dict[str, int]]:
    """Return what was answered, by question: raw counts."""
    done = br("tally", "prov", "--unprotected", "--format", "json")
    assert done.code == 0
    return {
        one["question"]: {line["id"]: line["n"] for line in one["counts"] if line["n"]}
        for one in json.loads(done.out)["tables"]
        if one["question"].startswith("g")
    }


def test_closed_answers_are_counted_like_any_others(talked: Box, br: Runner) -> None:
    assert talked.private.is_dir()
    done = br("interview", "import", "prov")
    assert (done.code, done.codes) == (0, [])
    assert "I-01, I-02, I-03, I-04, I-05, I-06, I-07, I-08" in done.err
    assert raw(br) == {
        "g1": {},
        "g2": {"aldrig": 3, "ibland": 4},
        "g3": {"aldrig": 8, "ofta": 8},
        "g4": {"3": 8},
        "g5": {},
    }
    assert SAID not in done.all


def test_twice_changes_nothing(talked: Box, br: Runner) -> None:
    assert br("interview", "import", "prov").code == 0
    store = (talked.private / "responses.sqlite").read_bytes()
    done = br("interview", "import", "prov", "--format", "json")
    assert (talked.private / "responses.sqlite").read_bytes() == store
    told = json.loads(done.out)
    assert (told["new"], told["changed"], len(told["same"])) == ([], [], 8)


def test_changed_answers_take_the_place_of_earlier_ones(
    talked: Box, br: Runner
) -> None:
    """Also when they come back to what they were."""
    assert br("interview", "import", "prov").code == 0
    for answer, ibland in (("ibland", 5), ("aldrig", 4), ("ibland", 5)):
        note(talked, "I-01", answer)
        done = br("interview", "import", "prov", "--format", "json")
        assert json.loads(done.out)["changed"] == ["I-01"]
        assert raw(br)["g2"]["ibland"] == ibland
    note(talked, "I-09")
    done = br("interview", "import", "prov", "--format", "json")
    assert json.loads(done.out)["new"] == ["I-09"]
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 6}


def test_another_id_is_told_and_can_be_taken_back(talked: Box, br: Runner) -> None:
    """Else whoever was interviewed would count twice, and nobody know."""
    assert br("interview", "import", "prov").codes == []
    old, new = (talked.private / "interviews" / f"I-{at}.md" for at in ("01", "41"))
    new.write_text(old.read_text("utf-8").replace("I-01", "I-41"), "utf-8")
    old.unlink()
    done = br("interview", "import", "prov")
    assert (done.code, done.codes) == (0, ["interview-notes-gone"])
    assert "I-01" in done.err
    done = br("collect", "prov", "--undo", "--yes")
    assert done.code == 0
    assert "interview import" in done.err
    assert "collect --enter" not in done.err
    new.unlink()
    note(talked, "I-01", "aldrig")
    assert br("interview", "import", "prov").codes == []
    assert raw(br)["g2"] == {"aldrig": 3, "ibland": 4}


def test_without_consent_nothing_is_read_in(talked: Box, br: Runner) -> None:
    note(talked, "I-01", consent="no")
    done = br("interview", "import", "prov")
    assert (done.code, done.codes) == (0, ["interview-left-consent"])
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 4}
    note(talked, "I-02", consent="no")
    done = br("interview", "import", "prov")
    assert done.codes == ["interview-left-consent", "interview-consent-gone"]


@pytest.mark.parametrize("codebook", [True, False])
def test_nobody_is_counted_whose_consent_is_gone(
    talked: Box, br: Runner, *, codebook: bool
) -> None:
    """Once published, it could not be taken back; withdrawing the person is."""
    if not codebook:
        talked.write("codebook.yaml", "format: 1\n")
        for path in (talked.private / "interviews").iterdir():
            path.write_text(path.read_text("utf-8").replace("{.tillgang}", ""), "utf-8")
    assert br("interview", "import", "prov").code == 0
    path = talked.private / "interviews" / "I-02.md"
    path.write_text(
        path.read_text("utf-8").replace("consent: yes", "consent: no"), "utf-8"
    )
    for words in (("report", "prov"), ("publish", "prov", "v1", "--yes")):
        done = br(*words)
        assert (done.code, done.codes) == (1, ["interview-consent-counted"])
        assert "I-02" in done.err
    assert not (talked.audit / "published").exists()
    assert br("data", "withdraw", "prov", "I-02", "--yes").code == 0
    assert br("publish", "prov", "v1", "--yes").code == 0


def test_a_no_in_any_coders_file_is_a_no(talked: Box, br: Runner) -> None:
    """The other files may be older than it."""
    note(talked, "I-01.coder-R2", consent="no")
    path = talked.private / "interviews" / "I-01.coder-R2.md"
    text = path.read_text("utf-8").replace("id: I-01.coder-R2", "id: I-01")
    path.write_text(text, encoding="utf-8")
    assert br("interview", "import", "prov").codes == ["interview-left-consent"]
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 4}


def test_one_with_errors_waits_and_the_others_do_not(talked: Box, br: Runner) -> None:
    note(talked, "I-01", "aldirg")
    done = br("interview", "import", "prov")
    assert (done.code, done.codes) == (0, ["interview-left-faulty"])
    assert "I-01" in done.err
    assert "aldirg" not in done.all
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 4}


def test_a_second_coder_is_no_second_person(talked: Box, br: Runner) -> None:
    folder = talked.private / "interviews"
    text = (folder / "I-01.md").read_text("utf-8")
    (folder / "I-01.coder-R2.md").write_text(text.replace("aldrig", "ofta"), "utf-8")
    assert br("interview", "import", "prov").code == 0
    assert raw(br)["g2"] == {"aldrig": 3, "ibland": 4}


def test_where_the_guide_has_a_new_choice_all_are_read_again(
    talked: Box, br: Runner
) -> None:
    assert br("interview", "import", "prov").code == 0
    new = "    - {id: jamt, label: Jämt}\n    - {id: vetej"
    talked.swap("instruments/intervju.yaml", "    - {id: vetej", new)
    assert br("interview", "import", "prov").code == 0
    assert raw(br)["g2"] == {"aldrig": 3, "ibland": 4}


def test_whoever_withdraws_leaves_nothing(talked: Box, br: Runner) -> None:
    """The row, the notes of all coders and what they said; and never comes back."""
    folder = talked.private / "interviews"
    text = (folder / "I-01.md").read_text("utf-8").replace(SAID, "Bara-I-01-sade-detta")
    for name in ("I-01.md", "I-01.coder-R2.md"):
        (folder / name).write_text(text, "utf-8")
    assert br("interview", "import", "prov").code == 0
    done = br("data", "withdraw", "prov", "I-01", "--yes")
    assert (done.code, done.codes) == (0, [])
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 4}
    left = b"".join(
        path.read_bytes() for path in talked.data.rglob("*") if path.is_file()
    )
    assert b"Bara-I-01-sade-detta" not in left
    (folder / "I-01.md").write_text(text, "utf-8")
    done = br("interview", "import", "prov")
    assert done.codes == ["interview-left-faulty"]
    assert raw(br)["g2"] == {"aldrig": 2, "ibland": 4}


def test_an_interview_by_two_guides_is_one_person(talked: Box, br: Runner) -> None:
    """Counted once among those who mention two themes, and withdrawn by one id."""
    other = GUIDE.replace("id: intervju", "id: forum").replace("{id: g", "{id: h")
    talked.write("instruments/forum.yaml", other)
    talked.swap("plan.yaml", "[enkat, intervju]", "[enkat, intervju, forum]")
    more = f"\n{{#h1}}\n## Mer?\n\n[{SAID}.]{{.bemotande}}\n\n{{#h2 answer=ofta}}\n"
    for path in (talked.private / "interviews").iterdir():
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    assert br("interview", "import", "prov").code == 0
    pairs = ("themes", "prov", "--together", "--unprotected")
    assert "Tillgång\tBemötande\t8" in br(*pairs).out
    assert br("data", "withdraw", "prov", "I-03", "--yes").code == 0
    assert "Tillgång\tBemötande\t7" in br(*pairs).out
    assert sum(raw(br)["g2"].values()) == 6
    left = (path for path in talked.data.rglob("*") if path.is_file())
    assert not any(b"I-03" in path.read_bytes() for path in left)


def test_whose_notes_are_on_another_computer_withdraws_too(
    talked: Box, br: Runner
) -> None:
    """When they come from there, they are known as those of somebody withdrawn."""
    assert br("interview", "import", "prov").code == 0
    (talked.private / "interviews" / "I-02.md").unlink()
    assert br("data", "withdraw", "prov", "I-02", "--yes").code == 0
    note(talked, "I-02")
    assert "note-withdrawn" in br("interview", "check", "prov").codes


def test_nothing_is_read_in_where_raw_data_is_erased(talked: Box, br: Runner) -> None:
    assert br("interview", "import", "prov").code == 0
    assert br("data", "purge", "prov", "--yes").code == 0
    note(talked, "I-01")
    assert br("interview", "import", "prov").code == 1


def test_what_is_not_read_in_is_the_next_thing_to_do(
    talked: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talked.audit)
    done = br()
    assert "intervjuer som inte är inlästa: 8" in done.out
    assert "brukarrevision interview import prov" in done.err
    assert br("interview", "import", "prov").code == 0
    assert "interview import" not in br().all


def test_nobody_is_asked_for_what_consent_forbids(
    talked: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next thing to do would never change."""
    note(talked, "I-08", consent="no")
    assert br("interview", "import", "prov").code == 0
    monkeypatch.chdir(talked.audit)
    assert "interview import" not in br().all
