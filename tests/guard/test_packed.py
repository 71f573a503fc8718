"""What is packed is taken out, within one budget; what cannot be is told."""

import base64
import bz2
import gzip
import io
import lzma
import tarfile
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.guard import detect
from brukarrevision.guard.content import contents
from brukarrevision.guard.known import Known
from brukarrevision.guard.packed import Closed

NUMBER = "640823-3234"
TEXT = f"namn;nummer\na;{NUMBER}\n".encode()
FOUND = {"guard-personal-number"}
STARTS = (b"BZh91AY&SY", b"\xfd7zXZ\0", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x05\x06")


def looked(name: str, data: bytes) -> tuple[set[str], bool]:
    """Return the codes of what is found, and whether all could be looked into."""
    known, codes = Known().close(), set()
    try:
        for one in contents(name, data):
            codes |= {found.code for found in detect.findings(one, known)}
    except Closed:
        return codes, False
    return codes, True


def tarred(form: str = "", data: bytes = TEXT) -> bytes:
    """Return a tar file of one file, compressed or not."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=f"w:{form}") as archive:  # type: ignore[call-overload]
        about = tarfile.TarInfo("mapp/svar.csv")
        about.size = len(data)
        archive.addfile(about, io.BytesIO(data))
    return target.getvalue()


def zipped(*files: tuple[str, bytes]) -> bytes:
    """Return a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return target.getvalue()


def mail(data: bytes, way: str = "base64") -> bytes:
    """Return a mail with a file."""
    return (
        "From: a@example.com\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="gr"\n\n--gr\nContent-Type: text/csv\n'
        f"Content-Transfer-Encoding: {way}\n"
        'Content-Disposition: attachment; filename="svar.csv"\n\n'
    ).encode() + (data + b"\n--gr--\n")


PACKED = {
    "tar": tarred(),
    "tar.gz": tarred("gz"),
    "tar.bz2": tarred("bz2"),
    "tar.xz": tarred("xz"),
    "two tar files after each other": tarred(data=b"rent") + tarred(),
    "bz2": bz2.compress(TEXT),
    "two bz2 after each other": bz2.compress(b"rent") + bz2.compress(TEXT),
    "xz": lzma.compress(TEXT),
    "gzip": gzip.compress(TEXT),
    "a zip after something": b"#!/bin/sh\n" + zipped(("a.csv", TEXT)),
    "a zip with a remark": zipped(("a.csv", TEXT))[:-2] + b"\x04\x00text",
    "something before a zip": TEXT + zipped(("a.csv", b"rent")),
    "a zip in a tar in a gzip": gzip.compress(tarred(data=zipped(("a.csv", TEXT)))),
    "a file in a document": zipped(("[Content_Types].xml", b"<a/>"), ("a.csv", TEXT)),
    "base64 in a mail": mail(base64.encodebytes(TEXT)),
    "a zip in a mail": mail(base64.encodebytes(zipped(("a.csv", TEXT)))),
    "a soft line break": mail(TEXT.replace(b"-", b"-=\n"), "quoted-printable"),
    "a NUL among text": b"\0" + TEXT,
    "NULs after each cell": TEXT.replace(b";", b"\0;"),
}


@pytest.mark.parametrize("how", PACKED)
def test_what_is_packed_is_looked_into(how: str) -> None:
    """By what it is, whatever it is called."""
    assert looked("annat.dat", PACKED[how]) == (FOUND, True)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_by_one_name_both_count() -> None:
    """Whichever a reader would take."""
    for order in ((TEXT, b"rent"), (b"rent", TEXT)):
        data = zipped(*(("a.csv", one) for one in order))
        assert looked("a.zip", data) == (FOUND, True)


def test_a_part_without_a_name_stops_nothing() -> None:
    """It is a part as others are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        about = zipfile.ZipInfo("x")
        about.filename = ""
        archive.writestr(about, TEXT)
    assert looked("a.zip", target.getvalue())[0] == FOUND


@pytest.mark.parametrize(
    "start",
    [b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x01\0", b"\x28\xb5\x2f\xfd", b"\x1f\x9d"],
)
def test_what_is_packed_in_another_way_is_closed(start: bytes) -> None:
    """A person has to look."""
    assert looked("a.dat", start + TEXT) == (set(), False)


@pytest.mark.parametrize("form", ["", "gz", "bz2", "xz"])
def test_what_is_torn_is_closed(form: str) -> None:
    """What could be had of it is looked at."""
    data = tarred(form, TEXT * 500)
    found, whole = looked("a.dat", data[: 5_000 if not form else -4])
    assert not whole
    assert found == (FOUND if form else set())


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_no_bytes_bring_it_down(start: bytes, data: bytes) -> None:
    """They are something, or they are closed."""
    for one in (start + data, data + start + data, start + PACKED["bz2"] + data):
        with suppress(Closed):
            assert list(contents("a.csv", one))


def test_one_budget_counts_for_all_that_is_in_a_file() -> None:
    """Fifteen hundred containers take no longer than a few."""
    inner = zipped(("a.csv", bytes(30_000_000)))
    data = zipped(*((f"{number}.zip", inner) for number in range(1_500)))
    start = time.process_time()
    assert looked("a.zip", data) == (set(), False)
    assert time.process_time() - start < 20


def test_what_lies_beside_a_bomb_is_looked_at() -> None:
    """Before it or after it."""
    bomb = zipped(("a.csv", bytes(100_000_001)))
    for parts in ((bomb, TEXT), (TEXT, bomb)):
        data = zipped(*((f"{n}.dat", one) for n, one in enumerate(parts)))
        assert looked("a.zip", data) == (FOUND, False)
