"""Sealed for the right people, with the right words, and nobody else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

from brukarrevision.errors import FaultyFiles, MachineFault, Refused, WrongUsage
from brukarrevision.rawdata import encryption, packing
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]


def test_every_recipient_can_open_it_and_nobody_else() -> None:
    """The key made to look whether it is whole opens it once, and is thrown away."""
    keys = [x25519.Identity.generate() for _ in range(3)]
    seal = encryption.to_recipients([str(one.to_public()) for one in keys[:2]])
    sealed, opener = seal(b"hemligt")
    assert b"hemligt" not in sealed
    assert opener(sealed) == b"hemligt"
    for one in keys[:2]:
        named = encryption.identities(f"# min\n{one}\n".encode(), "id")
        assert encryption.opened(sealed, named, "x.age") == b"hemligt"
    other = encryption.identities(str(keys[2]).encode(), "id")
    with pytest.raises(FaultyFiles) as caught:
        encryption.opened(sealed, other, "x.age")
    assert caught.value.problems[0].code == "unpack-locked"


def test_a_passphrase_is_the_same_however_it_is_typed() -> None:
    """A Mac composes its letters in another way than Windows."""
    one, other = "\u00e5terkallelse", "a\u030aterkallelse\n"
    seal = encryption.by_passphrase(encryption.passphrase(one))
    sealed, opener = seal(b"hemligt")
    assert opener(sealed) == b"hemligt"
    phrase = encryption.passphrase(other)
    assert encryption.opened_by(sealed, phrase, "x.age") == b"hemligt"
    with pytest.raises(FaultyFiles):
        encryption.opened_by(sealed, "fel", "x.age")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("age1fel", "pack-recipient"),
        ("", "pack-recipient"),
        ("ssh-ed25519 fel", "pack-recipient"),
        ("AGE-SECRET-KEY-1QQQ", "pack-secret-key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "pack-secret-key"),
    ],
)
def test_what_is_no_public_key_is_told_by_number(given: str, code: str) -> None:
    """A secret key is never shown again."""
    good = str(x25519.Identity.generate().to_public())
    with pytest.raises(WrongUsage) as caught:
        encryption.to_recipients([good, given])
    (told,) = caught.value.problems
    assert told.code == code
    assert "2" in told.message
    assert "QQQ" not in told.message + told.remedy


@pytest.mark.parametrize(
    "text",
    [b"", b"# bara en kommentar", b"AGE-SECRET-KEY-1FEL", b"\xff", b"-----BEGIN x"],
)
def test_what_is_no_secret_key_is_told(text: bytes) -> None:
    """Without a word of what stands in the file."""
    with pytest.raises(FaultyFiles) as caught:
        encryption.identities(text, "nyckel.txt")
    (told,) = caught.value.problems
    assert told.code == "unpack-identity"
    assert "FEL" not in told.message


@given(st.binary(max_size=300))
def test_junk_is_never_opened(junk: bytes) -> None:
    """Whatever it is, it is told in our words."""
    keys = [x25519.Identity.generate()]
    for data in (junk, b"age-encryption.org/v1\n" + junk):
        with pytest.raises(FaultyFiles):
            encryption.opened(data, keys, "x.age")
        with pytest.raises(FaultyFiles):
            encryption.opened_by(data, "ord", "x.age")


def test_what_cannot_be_read_back_is_not_kept(
    pair: Pair, files: Files, tmp_path: Path
) -> None:
    """The file that was there before stays, and nothing is left beside it."""
    a, _ = pair
    a.collect(files("a.csv", "r1;norr;man;helt;KANARIE;helt"))
    folder = tmp_path / "usb"
    folder.mkdir()
    (folder / "x.age").write_bytes(b"tidigare")
    with a.here() as audit, pytest.raises(MachineFault) as caught:
        packing.pack(
            audit, folder / "x.age", lambda data: (data[::-1], lambda _: b"annat")
        )
    assert caught.value.problems[0].code == "pack-not-read-back"
    assert [p.name for p in folder.iterdir()] == ["x.age"]
    assert (folder / "x.age").read_bytes() == b"tidigare"


def test_raw_data_is_never_in_the_clear_outside(
    pair: Pair, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even for a moment: everything written is looked at."""
    a, _ = pair
    a.collect(files("a.csv", "r1;norr;man;helt;KANARIE;helt"))
    folder = tmp_path / "usb"
    folder.mkdir()
    seen = []

    def look(source: str, target: Path) -> None:
        seen.append(Path(source).read_bytes())
        Path(source).rename(target)

    monkeypatch.setattr("os.replace", look)
    seal = encryption.to_recipients([str(x25519.Identity.generate().to_public())])
    with a.here() as audit:
        packing.pack(audit, folder / "x.age", seal)
    (sealed,) = seen
    assert b"KANARIE" not in sealed
    assert sealed.startswith(b"age-encryption.org/v1")


def test_nothing_is_packed_into_a_work_tree(pair: Pair, files: Files) -> None:
    """Not into the workspace either, if git is not there yet."""
    a, b = pair
    a.collect(files("a.csv", "r1;norr;man;helt;KANARIE;helt"))
    tree = b.root.parent / "annat"
    (tree / ".git").mkdir(parents=True)
    for place in (a.root / "x.age", a.folder / "x.age", tree / "x.age"):
        with a.here() as audit, pytest.raises(Refused) as caught:
            packing.pack(audit, place, encryption.by_passphrase("ord"))
        assert caught.value.problems[0].code == "pack-in-worktree"
        assert not place.exists()


def test_nothing_and_odd_names_are_told(pair: Pair, tmp_path: Path) -> None:
    """Before anything is sealed."""
    a, _ = pair
    seal = encryption.by_passphrase("ord")
    with a.here() as audit, pytest.raises(FaultyFiles) as caught:
        packing.pack(audit, tmp_path / "x.age", seal)
    assert caught.value.problems[0].code == "pack-nothing"
    a.note("a:b.md", "ord")
    with a.here() as audit, pytest.raises(FaultyFiles) as caught:
        packing.pack(audit, tmp_path / "x.age", seal)
    assert caught.value.problems[0].code == "pack-note-name"
    assert not (tmp_path / "x.age").exists()
