"""``check``: faults of the files' text and keys, all of them, with their places."""

import json
import re
import time
from pathlib import Path

import pytest

from brukarrevision.messages import yaml as messages
from tests.conftest import Runner, outside
from tests.fakeaudit import CANARY, PLAN, SETTINGS, Box

FOREIGN = re.compile(
    "Input should|Field required|[Vv]alidation error|Extra inputs|pydantic|ruamel|"
    "while parsing|while scanning|could not find|expected <|mapping values|Traceback|"
    "[a-z]Error|found character|type=|unacceptable|<unicode|input_value|valid string"
)
"""Words of the libraries that no user should meet."""

ALIASES = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n"
    for a, b in zip("abcdef", "bcdefg", strict=True)
)


def faults(br: Runner, *words: str) -> list[str]:
    """Return ``place code`` of every error, and see that no library speaks."""
    done = br("check", "prov", *words)
    english = br("check", "prov", *words, lang="en")
    assert done.code == english.code == 1
    assert FOREIGN.findall(done.all + english.all) == []
    assert english.codes == done.codes
    lines = [line for line in done.err.splitlines() if ": fel: " in line]
    return [
        f"{line.partition(': fel: ')[0]} {line.rpartition('[')[2][:-1]}"
        for line in lines
    ]


# -- what is wrong with a text --------------------------------------------------

TEXTS = {
    "yaml-nbsp": ("title: Brukar", "title:\u00a0Brukar", "3:7"),
    "yaml-tab": ("  commissioner", "\tcommissioner", "6:1"),
    "yaml-colon-in-text": ("title: Brukar", "title: Brukar: x", "3:14"),
    "yaml-open-quote": ("title: Brukar", 'title: "Brukar', "17:1"),
    "yaml-two-documents": ("title: Brukar", "---\ntitle: Brukar", "3:1"),
    "yaml-control": ("title: Brukar", "title: Bruk\u0007ar", "3:12"),
    "yaml-anchor": ("title: Brukar", "title: &x Brukar", "3:8"),
    "yaml-tag": ("title: Brukar", "title: !!str Brukar", "3:8"),
    "yaml-bad-key": ("title: Brukar", "[title]: Brukar", "3:1"),
    "yaml-duplicate-key": ("title: Brukar", "id: Brukar", "3:1"),
    "yaml-syntax": ("title: Brukar", "title: }Brukar", "3:8"),
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_fault_of_the_text_has_its_place(box: Box, br: Runner, code: str) -> None:
    """Line and column, in both languages, in none of the library's words."""
    old, new, place = TEXTS[code]
    box.swap("plan.yaml", old, new)
    assert faults(br) == [f"plan.yaml:{place} {code}"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 5000, "yaml-too-deep"),
        ("a: [" * 3000 + "]" * 3000, "yaml-too-deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(900)), "yaml-too-deep"),
        ("a: " + "x" * 4_000_000, "yaml-too-large"),
        (" " * 900_000 + "a:", "yaml-no-format"),
        (ALIASES, "yaml-anchor"),
        ("a: *b\n", "yaml-anchor"),
        ("<<: {a: 1}\n", "yaml-anchor"),
        ('!!python/object/apply:os.system ["id"]\n', "yaml-tag"),
        ("- a\n- b\n", "yaml-not-mapping"),
        ("bara text", "yaml-not-mapping"),
        ("", "yaml-no-format"),
        ("# bara en kommentar\n", "yaml-no-format"),
    ],
    ids=range(13),
)
def test_files_made_to_bite_are_refused_quickly(
    box: Box, br: Runner, text: str, code: str
) -> None:
    """Deep, large, full of aliases or tags: told in words, within seconds."""
    box.write("findings.yaml", text)
    start = time.perf_counter()
    found = faults(br)
    assert time.perf_counter() - start < 10
    assert code in {one.split()[-1] for one in found}
    assert all(one.startswith("findings.yaml") for one in found)


def test_a_file_that_is_not_utf8_is_told_with_its_line(box: Box, br: Runner) -> None:
    """Plan and prose alike."""
    (box.audit / "plan.yaml").write_bytes(PLAN.encode("latin-1"))
    (box.audit / "text" / "inledning.md").write_bytes("Å".encode("latin-1"))
    assert faults(br) == [
        "plan.yaml:7 yaml-not-utf8",
        "text/inledning.md yaml-not-utf8",
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(
    box: Box, br: Runner
) -> None:
    """Notepad writes both."""
    text = "\ufeff" + PLAN.replace("\n", "\r\n")
    (box.audit / "plan.yaml").write_bytes(text.encode())
    assert br("check", "prov").code == 0


def test_no_break_spaces_inside_a_text_are_no_fault(box: Box, br: Runner) -> None:
    """Only where they stand in place of a space that YAML needs."""
    box.swap("plan.yaml", "title: Brukar", 'title: "Obs:\u00a0Brukar')
    box.swap("plan.yaml", "provhuset\n", 'provhuset"\n')
    assert br("check", "prov").code == 0


# -- what is wrong with keys and values -----------------------------------------

KEYS = {
    "yaml-missing-key": ("title: Brukarrevision av provhuset\n", "", "1:1"),
    "yaml-no-format": ("format: 1\n", "", "1:1"),
    "yaml-format-unknown": ("format: 1", "format: 2", "1:1"),
    "yaml-unknown-key-near": ("title:", "titel:", "3:1"),
    "yaml-unknown-key": ("title:", "zzz:", "3:1"),
    "yaml-not-among": ("language: sv", "language: zz", "4:1"),
    "yaml-not-allowed": ("language: sv", "language: svv", "4:1"),
    "yaml-needs-quotes": ("title: Brukarrevision av provhuset", "title: 012", "3:1"),
    "yaml-not-text": ("title: Brukarrevision av provhuset", "title: [a]", "3:1"),
    "yaml-not-list": ("instruments: [enkat]", "instruments: enkat", "15:1"),
    "yaml-not-whole": ("invited: 20", 'invited: "20"', "12:36"),
    "yaml-not-date": ("2026-02-01", "2026-02-31", "10:12"),
    "yaml-empty": ("title: Brukarrevision av provhuset", "title:", "3:1"),
    "yaml-bad-id": ("id: norr", 'id: "../norr"', "12:6"),
    "yaml-number-low": ("invited: 20", "invited: -2", "12:36"),
}


@pytest.mark.parametrize("code", KEYS)
def test_a_fault_of_a_key_or_value_has_its_place(
    box: Box, br: Runner, code: str
) -> None:
    """One fault, one message, at the key."""
    old, new, place = KEYS[code]
    box.swap("plan.yaml", old, new)
    found = faults(br)
    assert f"plan.yaml:{place} {code}" in found
    assert len(found) == (2 if code.startswith("yaml-unknown-key") else 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("label: Stämmer helt, score: 3", "label: X, score: tre", "yaml-not-number"),
        ("observable: true", "observable: ja", "yaml-not-truth"),
        ("label: Mat", "label: Mat\n    choices: [x]", "yaml-unknown-key"),
        ("type: text", "type: txt", "yaml-not-allowed"),
        ("id: s1", "id: fråga1", "yaml-bad-id"),
        ("bättre?}", "bättre?, relevant: {s1: inte}}", "yaml-not-list"),
        ("bättre?}", "bättre?, relevant: [s1]}", "yaml-not-mapping"),
    ],
)
def test_a_fault_of_an_instrument_is_told(
    box: Box, br: Runner, old: str, new: str, code: str
) -> None:
    """Numbers, truths, lists and mappings."""
    box.swap("instruments/enkat.yaml", old, new)
    found = faults(br)
    assert [one.split()[-1] for one in found] == [code]
    assert found[0].startswith("instruments/enkat.yaml:")


def test_numbers_have_limits_both_ways(box: Box, br: Runner) -> None:
    """Neither under nor over what makes sense."""
    box.swap(
        "plan.yaml", "instruments:", "words:\n- {at_least: 101, word: x}\ninstruments:"
    )
    assert faults(br) == ["plan.yaml:16:4 yaml-number-high"]


def test_the_nearest_name_is_proposed(box: Box, br: Runner) -> None:
    """For a key, and for a word where only some are allowed."""
    box.swap("plan.yaml", "title:", "titel:")
    box.swap("plan.yaml", "language: sv", "language: svv")
    done = br("check", "prov")
    assert "→ Menade du title?" in done.err
    assert "→ Välj ett av: sv, en. Menade du sv?" in done.err
    assert "→ Did you mean title?" in br("check", "prov", lang="en").err


def test_every_message_about_yaml_is_tested_here() -> None:
    """A message without a test is one that nobody has seen."""
    here = Path(__file__).read_text(encoding="utf-8")
    fallback = "yaml-wrong-" + "value"  # no model of ours asks for it yet
    codes = {message.code for message in messages.MESSAGES}
    assert {code for code in codes if code not in here} == {fallback}


# -- what is like a number, a date or a path ------------------------------------


def test_what_only_looks_like_text_is_asked_to_be_quoted(box: Box, br: Runner) -> None:
    """Norway's no is text; an octal, a tilde, a date never become something else."""
    answers = [
        "ja",
        "nej",
        "no",
        "on",
        "off",
        "1:30",
        "012",
        "1_000",
        "2024-01-01",
        "~",
    ]
    lines = "".join(f"    - {one}\n" for one in [*answers, ".inf"])
    box.swap("plan.yaml", "  period:", f"  delimitations:\n{lines}  period:")
    done = br("check", "prov")
    asked = re.findall(r'Sätt citattecken runt: "(.*?)"', done.err)
    assert asked == ["012", "1_000", "2024-01-01", "~", ".inf"]
    assert done.code == 1
    quoted = "".join(f'    - "{one}"\n' for one in [*answers, ".inf"])
    box.swap("plan.yaml", lines, quoted)
    assert br("check", "prov").code == 0


@pytest.mark.parametrize(
    "name",
    ["../../../../etc/passwd", "C:\\Windows\\win.ini", "\\\\server\\share\\x", "/etc"],
)
@pytest.mark.parametrize("key", ["instruments", "units", "mapping"])
def test_no_path_comes_out_of_a_file(box: Box, br: Runner, name: str, key: str) -> None:
    """Whatever names a file in YAML is an id, on every system."""
    quoted = json.dumps(name)
    if key == "mapping":
        box.write("mappings/x.yaml", f"format: 1\ninstrument: {quoted}\ncolumns: []\n")
    elif key == "units":
        box.swap("plan.yaml", "id: norr", f"id: {quoted}")
    else:
        box.swap("plan.yaml", "[enkat]", f"[{quoted}]")
    assert "yaml-bad-id" in {one.split()[-1] for one in faults(br)}


def test_no_device_is_a_file_of_an_audit(box: Box, br: Runner) -> None:
    """Windows would read from the keyboard."""
    box.swap("plan.yaml", "[enkat]", "[CON]")
    assert faults(br) == ["plan.yaml:15:15 plan-instrument-missing"]


# -- many faults, formats, places -----------------------------------------------


def test_all_errors_of_all_files_are_shown_at_once(box: Box, br: Runner) -> None:
    """Settings, plan, instrument, mapping, findings, prose and what is missing."""
    (box.root / "brukarrevision.yaml").write_text(SETTINGS + "extra: 1\n", "utf-8")
    box.swap("plan.yaml", "[enkat]", "[enkat, fler]")
    box.swap("instruments/enkat.yaml", "kind: survey", "kind: enkät")
    box.swap("instruments/enkat.yaml", "observable: true", "observable: kanske")
    box.swap("findings.yaml", "kind: strength", "kind: styrka")
    box.write("mappings/x.yaml", "format: 1\ninstrument: enkat\ncolumns: []\n")
    (box.audit / "text" / "inledning.md").write_bytes(b"\xe5")
    assert [one.split()[0].split(":")[0] for one in faults(br)] == [
        "brukarrevision.yaml",
        "instruments/enkat.yaml",
        "instruments/enkat.yaml",
        "mappings/x.yaml",
        "findings.yaml",
        "text/inledning.md",
        "plan.yaml",
    ]


def test_json_has_the_same_facts(box: Box, br: Runner) -> None:
    """Code, severity, file, line, column, message and remedy; nothing on stderr."""
    box.swap("plan.yaml", "title:", "titel:")
    done = br("check", "prov", "--format", "json")
    assert (done.code, done.err) == (1, "")
    found = json.loads(done.out)
    assert (found["format"], found["audit"]) == (1, "prov")
    assert found["problems"][1] == {
        "code": "yaml-unknown-key-near",
        "severity": "error",
        "file": "plan.yaml",
        "line": 3,
        "column": 1,
        "row": None,
        "cell": None,
        "part": None,
        "message": "Nyckeln titel finns inte.",
        "remedy": "Menade du title?",
    }


@pytest.mark.usefixtures("box")
def test_warnings_and_notes_end_with_zero(br: Runner) -> None:
    """Only an error makes the exit code 1; the sum is told."""
    done = br("check", "prov")
    assert done.code == 0
    assert done.out == ""
    assert done.err.endswith("0 fel, 1 varning, 1 notering\n")
    assert br("check", "prov", lang="en").err.endswith("0 errors, 1 warning, 1 note\n")
    assert "varning, 1" not in br("--quiet", "check", "prov").err


def test_nothing_wrong_is_said_so(full: Box, br: Runner) -> None:
    """When all is written and read."""
    (full.audit / "text" / "metod.md").write_text("Vi frågade alla.", "utf-8")
    done = br("check", "prov")
    assert (done.code, done.err) == (0, "Allt ser bra ut.\n")
    assert (br("-q", "check", "prov").err) == ""


@pytest.mark.usefixtures("full")
def test_no_answer_is_ever_told(br: Runner) -> None:
    """Neither in words nor as JSON."""
    for words in (["check", "prov"], ["check", "prov", "--format", "json"]):
        assert CANARY not in br(*words).all


def test_the_audit_is_found_by_name_path_or_place(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By slug, by relative and absolute path, through a link, and from inside."""
    (tmp_path / "lank").symlink_to(box.audit, target_is_directory=True)
    names = [
        "prov",
        "audits/prov",
        box.audit,
        tmp_path / "lank",
        "audits/../audits/prov",
    ]
    heads = {json.loads(br("check", n, "--format", "json").out)["audit"] for n in names}
    assert heads == {"prov"}
    monkeypatch.chdir(box.audit / "text")
    assert br("check").codes == br("check", "prov").codes
    monkeypatch.chdir(tmp_path)
    assert br("check", "arbete/audits/prov").code == 0


@pytest.mark.usefixtures("box")
def test_an_audit_that_is_not_there_names_those_that_are(br: Runner) -> None:
    """With the nearest one; exit code 2."""
    done = br("check", "prow")
    assert (done.code, done.codes) == (2, ["audit-missing-near"])
    assert "Menade du prov?" in done.err
    done = br("check", "zzz")
    assert (done.code, done.codes) == (2, ["audit-missing"])
    done = br("check")
    assert (done.code, done.codes) == (2, ["audit-not-given"])
    assert "Det finns: prov." in done.err
    assert br("check", "x" * 5000).code == 2


def test_two_clones_that_share_data_are_told(
    full: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second clone is told of the first; a moved workspace is not a second."""
    import shutil

    assert "data-shared" not in br("check", "prov").codes
    clone = tmp_path / "klon"
    shutil.copytree(full.root, clone)
    monkeypatch.chdir(clone)
    done = br("check", "prov")
    assert "data-shared" in done.codes
    assert str(full.root) in done.err
    assert "data-shared" in br("collect", "prov", full.source).codes
    assert "data-shared" in br("report", "prov").codes
    shutil.rmtree(full.root)
    assert "data-shared" not in br("check", "prov").codes
    br("collect", "prov", full.source)
    assert (full.data / "prov-1" / "workspace.txt").read_text("utf-8") == f"{clone}\n"


@pytest.mark.usefixtures("box")
def test_an_unreadable_file_is_told_in_words(
    br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails while reading: exit code 4."""
    plain = Path.open

    def no(path: Path, *args: str, **more: str) -> object:
        if path.name == "findings.yaml":
            raise PermissionError(13, "Permission denied")
        return plain(path, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", no)
    done = br("check", "prov")
    assert (done.code, done.codes) == (4, ["disk-no-access"])
    assert done.err.startswith("findings.yaml: fel: ")


def test_the_program_itself_gives_the_same(box: Box) -> None:
    """From outside, in a process of its own, piped."""
    box.swap("plan.yaml", "title:", "titel:")
    done = outside("check", "prov", cwd=box.root, env={"LANG": "en_GB.UTF-8"})
    assert done.code == 1
    assert "plan.yaml:3:1: error: There is no key titel." in done.err
