"""``data pack`` and ``data unpack``: two laptops, from outside."""

import io
import os
import shutil
import sys
from pathlib import Path

import pytest
from pyrage import decrypt, encrypt, x25519

from brukarrevision.store import Store, quote_log
from tests.conftest import Ran, Runner
from tests.fakeaudit import CANARY, HEADER, Box

PHRASE = "fyra ord som inte hör ihop"


class Pair:
    """Two clones of a workspace, each with its own raw data."""

    def __init__(self, box: Box, br: Runner, patch: pytest.MonkeyPatch) -> None:
        """Clone the workspace."""
        self.br, self.patch = br, patch
        self.roots = {"a": box.root, "b": box.root.parent / "b" / "arbete"}
        shutil.copytree(box.root, self.roots["b"])
        self.usb = box.root.parent / "usb"
        self.usb.mkdir()
        self.phrase = self.usb / "fras.txt"
        self.phrase.write_text(f"{PHRASE}\r\n", encoding="utf-8")
        key, own = x25519.Identity.generate(), self.usb / "nyckel.txt"
        own.write_text(f"{key}\n", encoding="utf-8")
        # A key opens at once; what a phrase seals takes seconds, and is meant to.
        self.to_key = ("--to", str(key.to_public()))
        self.with_key = ("--identity", own)

    def data(self, at: str) -> Path:
        """Return where a laptop's raw data goes."""
        return self.usb.parent / f"data-{at}"

    def __call__(self, at: str, *words: object, lang: str = "sv") -> Ran:
        """Run a command on one of them."""
        self.patch.chdir(self.roots[at])
        self.patch.setenv("BRUKARREVISION_DATA", str(self.data(at)))
        return self.br(*words, lang=lang)

    def source(self, name: str, *lines: str) -> Path:
        """Write a file of responses."""
        path = self.usb / name
        path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
        return path


@pytest.fixture
def pair(box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """Return two laptops of one audit, the first with all responses."""
    found = Pair(box, br, monkeypatch)
    assert found("a", "collect", "prov", box.source).code == 0
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a phrase seal with a key of its own, where its cost is not what is tried.

    What is made from a phrase by the real way takes seconds, and is meant to.
    """
    keys: dict[str, x25519.Identity] = {}

    def key(phrase: str) -> x25519.Identity:
        return keys.setdefault(phrase, x25519.Identity.generate())

    def seal(data: bytes, phrase: str) -> bytes:
        sealed: bytes = encrypt(data, [key(phrase).to_public()])
        return sealed

    monkeypatch.setattr("pyrage.passphrase.encrypt", seal)
    monkeypatch.setattr(
        "pyrage.passphrase.decrypt", lambda data, phrase: decrypt(data, [key(phrase)])
    )


def test_a_passphrase_takes_it_to_another_laptop(pair: Pair) -> None:
    """Nothing of it can be read on the way, and both show the same tables."""
    packed = pair.usb / "prov.age"
    with_phrase = ("--passphrase-file", pair.phrase)
    done = pair("a", "data", "pack", "prov", "-o", packed, *with_phrase)
    assert (done.code, done.out) == (0, f"{packed}\n")
    assert CANARY.encode() not in packed.read_bytes()
    got = pair("b", "data", "unpack", "prov", packed, *with_phrase)
    assert (got.code, got.out) == (0, "")
    assert "svar: 33 nya, 0 kända" in got.err
    assert pair("a", "tally", "prov").out == pair("b", "tally", "prov").out
    again = pair("b", "data", "unpack", "prov", packed, *with_phrase, lang="en")
    assert "responses: 0 new, 33 known" in again.err


@pytest.mark.usefixtures("quick")
def test_a_phrase_can_be_piped_in(pair: Pair) -> None:
    """And an old file is replaced."""
    packed = pair.usb / "prov.age"
    packed.write_bytes(b"gammal")
    pair.patch.setattr("sys.stdin", Piped(PHRASE))
    done = pair("a", "data", "pack", "prov", "-o", packed, "--passphrase-file", "-")
    assert done.code == 0
    pair.patch.setattr("sys.stdin", Piped(PHRASE))
    words = ("data", "unpack", "prov", packed, "--passphrase-file", "-")
    assert pair("b", *words).code == 0
    pair.patch.setattr("sys.stdin", Piped("något annat"))
    wrong = pair("b", *words)
    assert (wrong.code, wrong.codes) == (1, ["unpack-locked"])


class Piped:
    """What another program sends in."""

    def __init__(self, text: str) -> None:
        """Hold the text."""
        self.buffer = io.BytesIO(f"{text}\n".encode())

    def isatty(self) -> bool:
        """Say that it is no terminal."""
        return False


def test_keys_of_several_people(pair: Pair) -> None:
    """On the command line and in a file, comments left out."""
    keys = [x25519.Identity.generate() for _ in range(2)]
    listed = pair.usb / "mottagare.txt"
    listed.write_text(f"# B\n{keys[1].to_public()}\n\n", encoding="utf-8")
    packed = pair.usb / "prov.age"
    to = ("--to", str(keys[0].to_public()), "--to", f"@{listed}")
    assert pair("a", "data", "pack", "prov", "-o", packed, *to).code == 0
    for at, key in enumerate(keys):
        own = pair.usb / f"nyckel-{at}.txt"
        own.write_text(f"# min\n{key}\n", encoding="utf-8")
        done = pair("b", "data", "unpack", "prov", packed, "--identity", own)
        assert done.code == 0


def test_differing_answers_are_listed_without_ids_in_a_log(pair: Pair) -> None:
    """By import and row; on the terminal of the coordinator by the id."""
    other = pair.source("b.csv", "r3;norr;man;inte;ANNAT-SVAR;inte")
    assert pair("b", "collect", "prov", other).code == 0
    packed = pair.usb / "prov.age"
    pair("a", "data", "pack", "prov", "-o", packed, *pair.to_key)
    words = ("data", "unpack", "prov", packed, *pair.with_key)
    done = pair("b", *words)
    assert (done.code, done.codes) == (1, ["unpack-conflict-response"])
    assert "Svaret från 1:2 (enkat)" in done.err
    assert "r3" not in done.err
    assert "ANNAT-SVAR" not in done.all
    assert CANARY not in done.all
    assert "svar: 32 nya" in done.err
    pair.patch.setattr("brukarrevision.console.is_terminal", lambda _="out": True)
    assert "Svaret från r3 (enkat)" in pair("b", *words).err
    assert pair("b", *words, "--prefer", "theirs").code == 0
    assert pair("b", *words).code == 0


def test_notes_quotes_and_codings_that_differ_are_told(pair: Pair) -> None:
    """Notes by their file, quotes by their id, codings by how many."""
    packed = pair.usb / "prov.age"
    folders = [root / "audits" / "prov" for root in pair.roots.values()]
    shutil.copytree(folders[0] / "mappings", folders[1] / "mappings")
    mapping = folders[1] / "mappings" / "enkat-table.yaml"
    text = mapping.read_text(encoding="utf-8").replace("use: m1", "use: ignore")
    mapping.write_text(text, encoding="utf-8")
    pair("b", "collect", "prov", pair.usb.parent / "svar.csv")
    for at in ("a", "b"):
        private = pair.data(at) / "prov-1" / "prov"
        (private / "interviews").mkdir()
        for name in ("I-1.md", f"I-{at}.md"):
            (private / "interviews" / name).write_text(f"ORD {at}", encoding="utf-8")
        path = private / "responses.sqlite"
        with Store.writing(path) as store, store.transaction(lock=False):
            quote_log.keep(store, quote_log.Kept("q1", f"CITAT {at}", "enkat"))
    pair("a", "data", "pack", "prov", "-o", packed, *pair.to_key)
    done = pair("b", "data", "unpack", "prov", packed, *pair.with_key)
    assert done.code == 1
    assert done.codes == ["unpack-conflict-notes", "unpack-conflict-quote"]
    assert "svar som är kodade på ett annat sätt där: 33" in done.err
    assert "anteckningar och kodade fritextsvar: 1" in done.err
    assert "interviews/I-1.md" in done.err
    assert "ORD" not in done.err
    assert "CITAT" not in done.err


def test_a_file_of_keys_that_is_no_text_is_told(pair: Pair) -> None:
    """And one without a key."""
    keys = pair.usb / "nycklar"
    words = ("data", "pack", "prov", "-o", pair.usb / "x.age", "--to", f"@{keys}")
    for text, code in ((b"\xff\xfe", "yaml-not-utf8"), (b"# tom", "pack-recipient")):
        keys.write_bytes(text)
        assert pair("a", *words).codes == [code]


def test_a_withdrawal_reaches_the_other_laptop(pair: Pair) -> None:
    """It is said how many, and nothing else."""
    packed = pair.usb / "prov.age"
    pair("b", "collect", "prov", pair.usb.parent / "svar.csv")
    pair("a", "data", "withdraw", "prov", "r3", "--yes")
    pair("a", "data", "pack", "prov", "-o", packed, *pair.to_key)
    done = pair("b", "data", "unpack", "prov", packed, *pair.with_key)
    assert done.code == 0
    assert "svar som är borttagna här, eftersom de är återkallade där: 1" in done.err
    files = [path for path in pair.data("b").rglob("*") if path.is_file()]
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]


def test_who_was_counted_is_known_after_unpacking(pair: Pair) -> None:
    """Git brings what was published, the packed file who was counted in it."""
    packed = pair.usb / "prov.age"
    for root in pair.roots.values():
        text = root / "audits" / "prov" / "text" / "metod.md"
        text.write_text("Vi gjorde så här.\n", encoding="utf-8")
    assert pair("a", "publish", "prov", "v1", "--yes").code == 0
    folders = [root / "audits" / "prov" for root in pair.roots.values()]
    for part in ("published", "report", "mappings"):
        shutil.copytree(folders[0] / part, folders[1] / part)
    pair("b", "collect", "prov", pair.usb.parent / "svar.csv")
    alone = pair("b", "publish", "prov", "v2", "--yes")
    assert alone.code != 0
    pair("a", "data", "pack", "prov", "-o", packed, *pair.to_key)
    done = pair("b", "data", "unpack", "prov", packed, *pair.with_key)
    assert "publiceringar: v1" in done.err
    assert pair("a", "tally", "prov").out == pair("b", "tally", "prov").out
    assert pair("b", "publish", "prov", "v2", "--yes").code == 0


@pytest.mark.parametrize("command", ["pack", "unpack"])
def test_somebody_has_to_say_how_it_is_locked(pair: Pair, command: str) -> None:
    """Nobody can be asked here."""
    packed = pair.usb / "x.age"
    words = ["-o", packed] if command == "pack" else [pair.phrase]
    done = pair("a", "data", command, "prov", *words)
    assert (done.code, done.codes) == (2, [f"{command}-key-missing"])
    assert not packed.exists()


@pytest.mark.usefixtures("quick")
def test_a_short_phrase_is_warned_of_and_an_empty_one_refused(pair: Pair) -> None:
    """It is what stands between the answers and whoever finds the memory stick."""
    packed = pair.usb / "prov.age"
    words = ("data", "pack", "prov", "-o", packed, "--passphrase-file", pair.phrase)
    pair.phrase.write_text("kort", encoding="utf-8")
    assert pair("a", *words).codes == ["passphrase-short"]
    for bad in (b"\n", b"\xff\xfe\xff"):
        packed.unlink(missing_ok=True)
        pair.phrase.write_bytes(bad)
        done = pair("a", *words)
        assert (done.code, done.codes) == (1, ["passphrase-empty"])
        assert not packed.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["pack", "prov", "-o", "x.age", "--to", "age1x", "--passphrase-file", "f"], 2),
        (["unpack", "prov", "x", "--identity", "k", "--passphrase-file", "f"], 2),
        (["unpack", "prov", "x", "--passphrase-file", "f", "--prefer", "ours"], 2),
        (["unpack"], 2),
        (["pack", "prov"], 2),
        (["unpack", "prov", "finns-inte.age", "--passphrase-file", "f"], 1),
        (["pack", "prov", "-o", "x.age", "--passphrase-file", "f"], 3),
    ],
)
def test_what_cannot_be_is_told(pair: Pair, words: list[str], code: int) -> None:
    """In our own words, and nothing is written."""
    before = {path for path in pair.usb.parent.rglob("*") if path.suffix != ".lock"}
    done = pair("a", "data", *words)
    assert done.code == code
    assert done.codes
    after = {path for path in pair.usb.parent.rglob("*") if path.suffix != ".lock"}
    assert after == before


def test_raw_data_is_never_replaced_by_the_packed_file(pair: Pair) -> None:
    """Nor that of another audit; a link to it is no way around."""
    private = pair.data("a") / "prov-1" / "prov"
    link = pair.usb / "lank"
    link.symlink_to(private)
    before = {p: p.read_bytes() for p in private.iterdir()}
    for place in (
        private / "responses.sqlite",
        private / "ny.age",
        private.parent / "annan" / "responses.sqlite",
        link / "responses.sqlite",
    ):
        words = ("-o", place, "--passphrase-file", pair.phrase)
        done = pair("a", "data", "pack", "prov", *words)
        assert (done.code, done.codes) == (3, ["pack-in-data"])
    assert {p: p.read_bytes() for p in private.iterdir()} == before


@pytest.mark.usefixtures("quick")
def test_a_phrase_is_asked_for_twice(pair: Pair) -> None:
    """And must be the same both times."""
    said = iter([PHRASE, PHRASE, PHRASE, "annat", PHRASE])
    pair.patch.setattr("getpass.getpass", lambda *_: next(said))
    pair.patch.setattr("brukarrevision.console.can_ask", lambda: True)
    packed = pair.usb / "prov.age"
    words = ("data", "pack", "prov", "-o", packed)
    assert pair("a", *words).code == 0
    before = packed.read_bytes()
    done = pair("a", *words)
    assert (done.code, done.codes) == (2, ["pack-passphrases-differ"])
    assert packed.read_bytes() == before
    assert pair("b", "data", "unpack", "prov", packed).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_a_phrase_is_not_seen_at_the_terminal(pair: Pair) -> None:
    """Whoever sits beside cannot read it."""
    from tests.cli.test_terminal import Terminal

    packed = pair.usb / "prov.age"
    pair.patch.setenv("BRUKARREVISION_DATA", str(pair.data("a")))
    terminal = Terminal(pair.roots["a"], ["data", "pack", "prov", "-o", str(packed)])
    terminal.answer("Lösenfras: ", PHRASE)
    terminal.answer("Samma lösenfras igen: ", PHRASE)
    code, shown = terminal.end()
    assert code == 0
    assert PHRASE not in shown
    with_phrase = ("--passphrase-file", pair.phrase)
    assert pair("b", "data", "unpack", "prov", packed, *with_phrase).code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.usefixtures("quick")
def test_a_place_that_cannot_be_written_to_is_told(pair: Pair) -> None:
    """Nothing is left there."""
    gone = pair.usb / "fil"
    gone.write_text("ingen mapp", encoding="utf-8")
    words = ("-o", gone / "x.age", "--passphrase-file", pair.phrase)
    done = pair("a", "data", "pack", "prov", *words)
    assert done.code in (1, 4)
    assert done.codes == ["file-not-folder"]
