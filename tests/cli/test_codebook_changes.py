"""``codebook rename``, ``merge`` and ``move``: a theme changed in all files at once."""

from pathlib import Path

import pytest

from brukarrevision import files
from brukarrevision.errors import MachineFault, problem
from tests.cli.quoting import AFRAID, approved
from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import HEAD, NOTE, SAID, guided, put

CODEBOOK = """\
format: 1
# Våra teman
themes:
  - id: tillgang # i hela länet
    label: Tillgång
  # om väntan
  - {id: vantan, label: Väntan, parent: tillgang}
  - {id: bemotande, label: Bemötande, definition: Hur en blir bemött.}
"""
ANSWERS = f"""\
{{#f1 row=abc}}

{SAID}, .tillgang och `[x]{{.tillgang}}`. [Ja]{{.tillgang}}{{.bemotande}}
"""


@pytest.fixture
def coded(box: Box) -> Box:
    """Return an audit with notes of two coders and open answers."""
    guided(box).write("codebook.yaml", CODEBOOK)
    put(box)
    put(box, NOTE.replace("{.tillgang", "{.vantan .tillgang"), "I-03.coder-R2.md")
    put(box, ANSWERS, "answers/enkat.f1.md")
    return box


def said(box: Box) -> dict[str, str]:
    """Return every file that may have a code in it."""
    notes = box.private / "interviews"
    paths = [box.audit / "codebook.yaml", *sorted(notes.rglob("*.md"))]
    return {path.name: path.read_text("utf-8") for path in paths}


def unknown(br: Runner) -> list[str]:
    """Return what ``interview check`` says of codes."""
    return [code for code in br("interview", "check", "prov").codes if "code" in code]


def test_another_id_is_shown_and_then_stands_everywhere(coded: Box, br: Runner) -> None:
    """File, line and codes are shown, and no word of what was said."""
    before = said(coded)
    tried = br("codebook", "rename", "prov", "tillgang", "narhet", "--dry-run")
    assert tried.code == 0
    assert said(coded) == before
    done = br("codebook", "rename", "prov", "tillgang", "narhet", "--yes")
    assert done.code == 0
    assert done.out == tried.out
    assert done.out.splitlines() == [
        "- codebook.yaml:4: - id: tillgang # i hela länet",
        "+ codebook.yaml:4: - id: narhet # i hela länet",
        "- codebook.yaml:7: - {id: vantan, label: Väntan, parent: tillgang}",
        "+ codebook.yaml:7: - {id: vantan, label: Väntan, parent: narhet}",
        "- I-03.coder-R2.md:12: {.vantan .tillgang .quote}",
        "+ I-03.coder-R2.md:12: {.vantan .narhet .quote}",
        "- I-03.md:12: {.tillgang .quote}",
        "+ I-03.md:12: {.narhet .quote}",
        "- answers/enkat.f1.md:3: {.tillgang .bemotande}",
        "+ answers/enkat.f1.md:3: {.narhet .bemotande}",
    ]
    assert SAID not in done.all
    after = said(coded)
    assert ", .tillgang och `[x]{.tillgang}`. [Ja]{.narhet}" in after["enkat.f1.md"]
    assert unknown(br) == []
    br("codebook", "rename", "prov", "narhet", "tillgang", "--yes")
    assert said(coded) == before


def test_two_themes_become_one(coded: Box, br: Runner) -> None:
    """What was under the one is under the other; of two codes on words one is left."""
    done = br("codebook", "merge", "prov", "tillgang", "vantan", "--yes", lang="en")
    assert done.code == 0
    assert "Files changed: 4." in done.err
    after = said(coded)
    assert after["codebook.yaml"] == (
        "format: 1\n"
        "# Våra teman\n"
        "themes:\n"
        "  # om väntan\n"
        "  - {id: vantan, label: Väntan}\n"
        "  - {id: bemotande, label: Bemötande, definition: Hur en blir bemött.}\n"
    )
    assert "{.vantan .quote}" in after["I-03.md"]
    assert "{.vantan .quote}" in after["I-03.coder-R2.md"]
    done = br("codebook", "merge", "prov", "bemotande", "vantan", "--yes")
    assert "[Ja]{.vantan}\n" in said(coded)["enkat.f1.md"]
    assert unknown(br) == []


def test_a_theme_is_moved_in_the_tree(coded: Box, br: Runner) -> None:
    """The notes are as they were."""
    before = said(coded)
    assert br("codebook", "list", "prov").out.splitlines() == [
        "tillgang: Tillgång",
        "  vantan: Väntan",
        "bemotande: Bemötande - Hur en blir bemött.",
    ]
    words = ("codebook", "move", "prov")
    assert br(*words, "tillgang", "--under", "bemotande", "--yes").code == 0
    assert br(*words, "vantan", "--under", "bemotande", "--yes").code == 0
    done = br(*words, "vantan", "--under", "bemotande")
    assert (done.code, done.out) == (0, "")
    assert br("codebook", "list", "prov").out.splitlines() == [
        "bemotande: Bemötande - Hur en blir bemött.",
        "  tillgang: Tillgång",
        "  vantan: Väntan",
    ]
    assert br(*words, "tillgang", "--top", "--yes").code == 0
    assert br(*words, "vantan", "--under", "tillgang", "--yes").code == 0
    assert said(coded) == before


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("rename", "prov", "tilgang", "a"), ["code-unknown"]),
        (("rename", "prov", "vantan", "tillgang"), ["code-exists"]),
        (("rename", "prov", "vantan", "väntan"), ["code-id"]),
        (("rename", "prov", "vantan", "Quote"), ["code-id"]),
        (("rename", "prov"), ["code-words"]),
        (("merge", "prov", "vantan", "tilgang"), ["code-unknown"]),
        (("merge", "prov", "tilgang", "vantan"), ["code-unknown"]),
        (("merge", "prov", "vantan", "vantan"), ["code-same"]),
        (("move", "prov", "vantan"), ["code-where"]),
        (("move", "prov", "vantan", "--top", "--under", "a"), ["code-where"]),
        (("move", "prov", "tillgang", "--under", "vantan"), ["code-ring"]),
        (("move", "prov", "tillgang", "--under", "tillgang"), ["code-ring"]),
        (("move", "prov", "vantan", "--under", "bemotand"), ["code-unknown"]),
        (("rename", "prov", "vantan", "ko"), ["confirm-missing"]),
    ],
)
def test_what_cannot_be_is_told(
    coded: Box, br: Runner, words: tuple[str, ...], codes: list[str]
) -> None:
    """With what to do, and nothing is changed."""
    before = said(coded)
    done = br("codebook", *words)
    assert (done.code, done.codes) == (2, codes)
    assert said(coded) == before


def test_a_fault_in_any_note_stops_it(coded: Box, br: Runner) -> None:
    """A code might be lost there."""
    put(coded, NOTE.replace("]{.", "] {."), "I-03.coder-R2.md")
    before = said(coded)
    done = br("codebook", "rename", "prov", "vantan", "ko", "--yes")
    assert (done.code, done.codes) == (1, ["note-span-space"])
    assert "I-03.coder-R2.md:12" in done.err
    assert said(coded) == before


def test_an_id_that_stands_in_notes_already_is_not_taken(
    coded: Box, br: Runner
) -> None:
    """Two codes would become one without a word."""
    put(coded, f"{HEAD}\n{{#g1}}\n\n[{SAID}]{{.ko}}\n", "I-03.md")
    done = br("codebook", "rename", "prov", "vantan", "ko", "--yes")
    assert (done.code, done.codes) == (1, ["code-in-notes"])
    assert "I-03.md:11:1" in done.err
    assert SAID not in done.all


def test_a_codebook_that_was_changed_elsewhere_is_followed(
    coded: Box, br: Runner
) -> None:
    """The codebook came by git; the notes on this computer have the old code."""
    coded.swap("codebook.yaml", "id: vantan", "id: ko")
    assert unknown(br) == ["note-code-unknown"]
    assert br("codebook", "rename", "prov", "vantan", "ko", "--yes").code == 0
    assert "{.ko .tillgang .quote}" in said(coded)["I-03.coder-R2.md"]
    assert unknown(br) == []
    done = br("codebook", "rename", "prov", "vantan", "ko", "--yes")
    assert (done.code, done.codes) == (2, ["code-unknown"])


def test_without_raw_data_the_codebook_is_changed_alone(box: Box, br: Runner) -> None:
    """On a computer that has no notes nothing private is made."""
    box.write("codebook.yaml", CODEBOOK)
    assert br("codebook", "rename", "prov", "vantan", "ko", "--yes").code == 0
    assert "{id: ko, label: Väntan" in (box.audit / "codebook.yaml").read_text("utf-8")
    assert not box.private.exists()


def test_approved_quotes_stay_approved_under_another_id(desk: Box, br: Runner) -> None:
    """In the file of quotes and in the private log; they may be shown as before."""
    quote = approved(br, "r5", AFRAID, "--theme", "trygg")
    done = br("codebook", "rename", "prov", "trygg", "respekt", "--yes")
    assert done.code == 0
    assert f"+ citatloggen: {quote}: theme: respekt" in done.out.splitlines()
    assert AFRAID not in done.all
    assert "theme: respekt" in (desk.audit / "quotes.yaml").read_text("utf-8")
    checked = br("check", "prov")
    assert not [code for code in checked.codes if code.startswith("quote")]
    assert quote in br("quotes", "list", "prov", "--theme", "respekt").out


def test_what_was_cut_off_is_done_by_the_next_command(
    coded: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where somebody has written in a file since."""
    real, left = files.write_atomic, [2]

    def tired(path: Path, data: bytes, *, was: bytes, private: bool) -> None:
        if path.suffix == ".md":
            left[0] -= 1
        if not left[0]:
            raise MachineFault(problem("disk-full"))
        real(path, data, was=was, private=private)

    with monkeypatch.context() as patched:
        patched.setattr("brukarrevision.themes.recoding.write_atomic", tired)
        stopped = br("codebook", "rename", "prov", "tillgang", "narhet", "--yes")
    assert (stopped.code, stopped.codes) == (4, ["disk-full"])
    assert unknown(br)
    put(coded, said(coded)["I-03.md"] + "\nEn rad till.\n")
    told = br("themes", "prov", "--agreement")
    assert told.codes[0] == "code-cut-off"
    after = said(coded)
    assert "{.narhet .quote}" in after["I-03.md"]
    assert after["I-03.md"].endswith("\nEn rad till.\n")
    assert unknown(br) == []
    assert "code-cut-off" not in br("themes", "prov", "--agreement").codes


def test_a_file_that_changes_meanwhile_stops_it(
    coded: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is changed then, in any file."""

    def slow(*_: object, **__: object) -> bool:
        put(coded, NOTE + "\nEn rad till.\n")
        return True

    monkeypatch.setattr("brukarrevision.cli.codebook.changing_steps.agreed", slow)
    done = br("codebook", "rename", "prov", "tillgang", "narhet")
    assert (done.code, done.codes) == (1, ["file-changed"])
    after = said(coded)
    assert after["codebook.yaml"] == CODEBOOK
    assert "{.tillgang .quote}" in after["I-03.md"]


RELEASE = """\
format: 1
release: v1
published: 2026-05-04
coalition: 1
themes: {tillgang: tillgang, vantan: tillgang/vantan}
splits: []
"""


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "prov", "vantan", "ko"),
        ("merge", "prov", "vantan", "bemotande"),
        ("merge", "prov", "bemotande", "vantan"),
        ("move", "prov", "vantan", "--top"),
    ],
)
def test_a_theme_whose_numbers_are_out_stays(
    coded: Box, br: Runner, words: tuple[str, ...]
) -> None:
    """They are frozen under its id and its place; what it is called may change."""
    coded.write("published/v1.yaml", RELEASE)
    before = said(coded)
    done = br("codebook", *words, "--yes", lang="en")
    assert (done.code, done.codes) == (3, ["code-out"])
    assert "the release v1" in done.err
    assert "(label)" in done.err
    assert said(coded) == before
    assert br("codebook", "rename", "prov", "bemotande", "ny", "--yes").code == 0
