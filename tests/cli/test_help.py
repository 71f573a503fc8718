"""Help and the ways of calling: both languages, no word of the libraries."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import brukarrevision
from brukarrevision.cli import check as check_command
from brukarrevision.cli.app import COMMANDS
from tests.conftest import ROOT, Runner, outside
from tests.fakeaudit import CANARY, Box

ENGLISH = re.compile(
    r"\b(Usage|Options?|Arguments|Commands?|Show|this|message|exit|default|required|"
    r"Install|completion|Try|Error|Missing|No such|Invalid|the|of|and|str|path)\b"
)
SWEDISH = re.compile(r"[åäöÅÄÖ]|\b(och|eller|Flaggor|Kommandon|Visa|som)\b")
HEAVY = ("pandas", "numpy", "docx", "jinja2", "pydantic", "openpyxl", "ruamel", "lxml")
NAMES = ["", *COMMANDS]


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], str]:
    """Return every help page in both languages, from the program itself."""
    found = {}
    for lang in ("sv", "en"):
        for name in NAMES:
            words = ["--lang", lang, *name.split(), "--help"]
            done = outside(*words, env={"COLUMNS": "80"})
            assert (done.code, done.err) == (0, "")
            found[lang, name] = done.out
    return found


@pytest.mark.parametrize("name", NAMES)
def test_help_is_in_the_language_asked_for(
    pages: dict[tuple[str, str], str], name: str
) -> None:
    """Nothing of the other language, and nothing of the library's own."""
    swedish = re.sub(
        r"--[a-z-]+|brukarrevision .*|\b(table|text|json)\b", "", pages["sv", name]
    )
    assert ENGLISH.findall(swedish) == []
    assert SWEDISH.findall(pages["en", name]) == []
    assert pages["sv", name].startswith("Användning: brukarrevision")
    assert pages["en", name].startswith("Usage: brukarrevision")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_help_fits_the_terminal_and_leaves_nothing_unsaid(
    pages: dict[tuple[str, str], str], name: str, lang: str
) -> None:
    """Eighty columns; every option has a text; an example ends the page."""
    lines = pages[lang, name].splitlines()
    example = lines.index("Exempel:" if lang == "sv" else "Example:")
    assert all(len(line) <= 80 for line in lines)
    assert lines[example + 1].startswith("  brukarrevision ")
    assert "None" not in pages[lang, name]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_command_is_told_on_one_line(
    pages: dict[tuple[str, str], str], lang: str
) -> None:
    """Short enough to read at a glance."""
    lines = pages[lang, ""].splitlines()
    start = lines.index("Kommandon:" if lang == "sv" else "Commands:")
    names = list(dict.fromkeys(name.split()[0] for name in COMMANDS))
    listed = lines[start + 1 : start + 1 + len(names)]
    assert sorted(line.split()[0] for line in listed) == sorted(names)


def test_the_language_is_that_of_the_locale_unless_said_otherwise() -> None:
    """``--lang`` may stand anywhere; C and unknown locales mean Swedish."""
    cases = [
        (["--help"], {"LANG": "en_US.UTF-8"}, "Usage"),
        (["--help"], {"LANG": "sv_SE.UTF-8"}, "Användning"),
        (["--help"], {"LC_ALL": "C", "LANG": "en_US"}, "Användning"),
        (["--help"], {"LANG": "fi_FI"}, "Användning"),
        (["check", "--help", "--lang", "en"], {"LANG": "sv"}, "Usage"),
        (["check", "--lang=en", "-h"], {}, "Usage"),
        (["--lang", "sv", "check", "-h"], {"LANG": "en"}, "Användning"),
    ]
    for words, env, start in cases:
        assert outside(*words, env=env).out.startswith(start)


@pytest.mark.parametrize("name", NAMES)
def test_help_loads_nothing_heavy(name: str) -> None:
    """So that it comes at once."""
    code = (
        "import sys\nfrom brukarrevision.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *name.split(), "--help"],
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [["--version"], ["--version", "check"]])
def test_the_version_is_told(words: list[str]) -> None:
    """And nothing else is done."""
    done = outside(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"brukarrevision {brukarrevision.__version__}\n"


@pytest.mark.parametrize(
    ("words", "code", "sv", "en"),
    [
        (["talley"], "usage-command-near", "Menade du tally?", "Did you mean tally?"),
        (["xyzzy"], "usage-command", "Välj ett av: new, check", "one of: new, check"),
        (["tally", "--formt", "x"], "usage-option-near", "--format?", "--format?"),
        (["tally", "--xyzzy"], "usage-option", "tally --help", "tally --help"),
        (["tally", "--by"], "usage-value-missing", "tally --help", "tally --help"),
        (["new"], "usage-missing", "NAMN måste anges", "NAM"),
        (["check", "a", "b"], "usage-other", "för mycket", "too much"),
        (["check", "--format", "xml"], "choice-option", "text, json", "text, json"),
        (["--lang", "de", "check"], "choice-option", "sv, en", "sv, en"),
        (["check", "--lang"], "usage-value-missing", "--lang", "--lang"),
        (["-x"], "usage-option", "Flaggan -x finns inte", "no option -x"),
    ],
)
def test_wrong_words_are_told_with_the_nearest_right_one(
    box: Box, br: Runner, *, words: list[str], code: str, sv: str, en: str
) -> None:
    """Exit code 2, in the language in use, and nothing on stdout."""
    for lang, said in (("sv", sv), ("en", en)):
        done = br(*words, lang=lang)
        assert (done.code, done.codes, done.out) == (2, [code], "")
        assert said in done.err
    assert ENGLISH.findall(re.sub(r"--[a-z-]+", "", br(*words).err.split("→")[0])) == []
    del box


def test_quiet_leaves_results_and_faults(full: Box, br: Runner) -> None:
    """Anywhere among the words."""
    loud, quiet = br("report", "prov"), br("report", "prov", "-q")
    assert loud.out == quiet.out
    assert "utkast" in loud.err
    assert quiet.err == ""
    assert br("--quiet", "check", "zzz").codes == ["audit-missing"]
    del full


@pytest.mark.usefixtures("full")
def test_a_fault_of_the_program_is_told_by_kind_and_place_alone(
    br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, and nothing of its own text: that could hold an answer."""
    from brukarrevision import checks

    def fault(_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(checks, "everything", fault)
    for lang in ("sv", "en"):
        done = br("check", "prov", lang=lang)
        assert (done.code, done.codes, done.out) == (4, ["internal"], "")
        assert re.search(r"RuntimeError (i|in) check\.py:\d+", done.err)
        assert CANARY not in done.all
        assert "Traceback" not in done.all
    assert check_command.COMMAND is check_command.check


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
@pytest.mark.parametrize("words", [["tally", "prov", "--format", "json"], ["--help"]])
def test_a_reader_that_hangs_up_is_no_fault(full: Box, words: list[str]) -> None:
    """As when the output goes to ``head``: nothing is said, the exit code is 0."""
    shut = [sys.executable, "-c", "import sys; sys.stdin.close()"]
    command = [sys.executable, "-m", "brukarrevision", *words]
    env = {"PYTHONPATH": str(ROOT / "src"), "BRUKARREVISION_DATA": str(full.data)}
    with subprocess.Popen(shut, stdin=subprocess.PIPE) as reader:
        assert reader.stdin is not None
        reader.wait()
        done = subprocess.run(
            command,
            cwd=full.root,
            env=env,
            check=False,
            stdout=reader.stdin,
            stderr=subprocess.PIPE,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_old_terminal_gets_what_it_can_show(full: Box) -> None:
    """ASCII alone: a question mark rather than a crash."""
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LANG": "sv"}
    done = outside("tally", "prov", cwd=full.root, env=env)
    assert done.code == 0
    assert b"St?mmer helt" in done.data
    done = outside("check", "prow", cwd=full.root, env=env)
    assert done.code == 2
    assert "Traceback" not in done.err


def test_the_docs_name_every_command() -> None:
    """A command that nobody reads of does not exist."""
    for page in ("sv/kommandon.md", "en/commands.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert all(f"## brukarrevision {name}" in text for name in COMMANDS)


def test_warnings_of_libraries_are_not_for_users(full: Box, tmp_path: Path) -> None:
    """Whatever a library finds doubtful stays off the terminal."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import sys, json\nreal = json.dumps\n"
        "def dumps(*a, **k):\n"
        "    import warnings\n"
        f"    warnings.warn({CANARY!r})\n"
        "    return real(*a, **k)\n"
        "json.dumps = dumps\n",
        encoding="utf-8",
    )
    path = (
        f"{ROOT / 'src'}:{site}"
        if sys.platform != "win32"
        else f"{ROOT / 'src'};{site}"
    )
    done = outside(
        "check", "prov", "--format", "json", cwd=full.root, env={"PYTHONPATH": path}
    )
    assert (done.code, done.err) == (0, "")
