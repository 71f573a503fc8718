"""Zip files that lie about themselves."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from brukarrevision import zipped

PARTS = {"a.xml": b"<a/>" * 1000, "b.xml": b"<b/>"}


def packed(parts: dict[str, bytes] = PARTS, *, method: int = 8) -> bytes:
    """Return a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    """Return what is in a zip file."""
    with zipped.open_zip(io.BytesIO(data)) as archive:
        return {
            part.filename: b"".join(zipped.unpacked(archive, part))
            for part in archive.infolist()
        }


def central(data: bytes, offset: int, kind: str, value: int) -> bytes:
    """Return a zip file with a number changed in the list entry of its first part."""
    changed = bytearray(data)
    struct.pack_into(kind, changed, data.index(b"PK\1\2") + offset, value)
    return bytes(changed)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_honest_file_is_read(method: int) -> None:
    """Whatever its parts are packed by; also with none."""
    assert read(packed(method=method)) == PARTS
    assert read(packed({})) == {}


def test_a_part_that_is_longer_than_it_says_is_refused() -> None:
    """Also where the checksum is that of the beginning, which a reader may stop at."""
    import zlib

    data = central(packed(), 24, "<L", 4)
    with pytest.raises(zipfile.BadZipFile):
        read(data)
    with pytest.raises(zipfile.BadZipFile):
        read(central(data, 16, "<L", zlib.crc32(b"<a/>")))


def test_a_part_that_is_shorter_than_it_says_is_refused() -> None:
    """It is torn."""
    with pytest.raises(zipfile.BadZipFile):
        read(central(packed(), 24, "<L", 5000))


def test_no_more_is_unpacked_than_was_said() -> None:
    """A hundred megabytes in a hundred kilobytes."""
    data = packed({"a.xml": b"0" * 100_000_000})
    tracemalloc.start()
    with pytest.raises(zipfile.BadZipFile):
        read(central(data, 24, "<L", 1000))
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_documents_do_not_use_are_refused(method: int) -> None:
    """Some ask for gigabytes before the first byte."""
    with pytest.raises(zipfile.BadZipFile):
        read(packed(method=method))


@pytest.mark.parametrize("again", ["a.xml", "A.XML"])
def test_two_parts_of_one_name_are_refused(again: str) -> None:
    """One would be checked and the other read."""
    data = packed({"a.xml": b"1", "q.xml": b"2"})
    old, new = b"q.xml", again.encode()
    with pytest.raises(zipfile.BadZipFile):
        read(data.replace(old, new))


@pytest.mark.parametrize("more", [b"x", packed({"c": b""})[:-1], b"PK\5\6"])
def test_nothing_stands_after_the_end(more: bytes) -> None:
    """Another reader might begin there."""
    with pytest.raises(zipfile.BadZipFile):
        read(packed() + more)
    with pytest.raises(zipfile.BadZipFile):
        read(packed()[:-2] + struct.pack("<H", len(more)) + more)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\3\4" + b"\0" * 50])
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    """In one way."""
    with pytest.raises(zipfile.BadZipFile):
        read(data)


def test_too_many_parts_are_refused_before_they_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A list of a million parts takes a gigabyte to read."""
    data = packed({f"{number:0200}": b"" for number in range(30)})
    monkeypatch.setattr(zipped, "MOST_PARTS", 12)
    listed: list[object] = []
    monkeypatch.setattr(zipfile, "ZipFile", listed.append)
    with pytest.raises(zipped.TooMany):
        read(data)
    assert not listed
    monkeypatch.undo()
    monkeypatch.setattr(zipped, "MOST_PARTS", 1)
    with pytest.raises(zipped.TooMany):
        read(packed())


def long_end(data: bytes, size: int, mark: bytes = b"PK\6\6") -> bytes:
    """Return a zip file that ends in the long way, which has a size of its own."""
    end = data[-22:]
    fields = struct.unpack("<4s4H2LH", end)
    at = len(data) - 22
    long = struct.pack("<4sQ2H2L4Q", mark, 44, 45, 45, 0, 0, 2, 2, size, fields[6])
    return data[:-22] + long + struct.pack("<4sLQL", b"PK\6\7", 0, at, 1) + end


def test_the_long_end_is_measured_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some programs write it in every workbook."""
    size = struct.unpack("<4s4H2LH", packed()[-22:])[5]
    assert read(long_end(packed(), size)) == PARTS
    with pytest.raises(zipfile.BadZipFile):
        read(long_end(packed(), size, b"PK\6\0"))
    monkeypatch.setattr(zipped, "MOST_PARTS", 10)
    with pytest.raises(zipped.TooMany):
        read(long_end(packed(), 1 << 40))


def test_a_part_without_a_name_is_refused() -> None:
    """The library fails over it as soon as anybody asks what it is."""
    with pytest.raises(zipfile.BadZipFile):
        read(packed().replace(b"a.xml", b"\0.xml"))


def test_a_list_that_begins_before_the_file_is_damage() -> None:
    """As is a name that is no text: neither is a fault of the program."""
    torn = bytearray(packed())
    struct.pack_into("<L", torn, len(torn) - 10, 5_000)
    named = central(packed(), 8, "<H", 0x800).replace(b"a.xml", b"\xff.xml")
    for data in (bytes(torn), named):
        with pytest.raises(zipfile.BadZipFile):
            read(data)
