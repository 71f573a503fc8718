"""Files changed at random, as a hostile or broken one may be."""

import io
import random
import zipfile
from collections.abc import Sequence

_SIGNS = (
    *(b"\x00", b'"', b"'", b";", b",", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\xff"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae"),
    *(b"=1+1", b"-", b"9" * 400, b"1e999", b"nan", b"a" * 5000, b";" * 3000),
)
_YAML = (
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"? ", b"- " * 300),
    *(b"[" * 300, b"{" * 300, b"a: " * 50, b"%YAML 9.9\n---\n", b"---\n", b"...\n"),
    *(b"!<tag:x>", b"|2\n", b">-\n", b"~", b"0o17", b"1_000", b"2026-13-45", b": "),
    *(b"\xc2\x85", b"\xe2\x80\xa8", b"\x1b[31m", b"\t", b"{0.__class__}", b"{x}"),
)
_XML = (
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b"<![CDATA[", b"]]>", b"<"),
    *(b' r="XFD1048576"', b' t="e"', b"<f>1+1</f>", b' t="s"', b"<v>99999999</v>"),
    *(b' count="4294967295"', b"</sheetData>", b"<row>", b' xml:space="x"', b"<c/>"),
)


def changed(
    data: bytes, order: random.Random, signs: Sequence[bytes], times: int = 0
) -> bytes:
    """Return bytes with a few changes: signs put in, parts left out or doubled."""
    made = bytearray(data)
    for _ in range(times or order.randint(1, 8)):
        at, to = sorted(order.choices(range(len(made) + 1), k=2))
        to = min(to, at + order.choice([1, 4, 40, 400]))
        kind = order.randrange(6)
        if kind == 0:
            made[at:at] = order.choice(signs)
        elif kind == 1:
            del made[at:to]
        elif kind == 2:
            made[at:at] = made[at:to] * order.choice([1, 2, 50])
        elif kind == 3 and at < len(made):
            made[at] = order.randrange(256)
        elif kind == 4:
            made[at:to] = order.randbytes(to - at)
        elif kind == 5:
            made[at:to] = order.choice(signs)
    return bytes(made[:2_000_000])


def csv(data: bytes, order: random.Random) -> bytes:
    """Return a text file of responses, tampered with; some in another encoding."""
    if order.random() < 0.2:
        data = data.decode().encode(order.choice(["utf-16", "utf-32", "cp1252"]))
    return changed(data, order, _SIGNS)


def yaml(data: bytes, order: random.Random) -> bytes:
    """Return a file of an audit, tampered with."""
    return changed(data, order, _SIGNS + _YAML)


def book(data: bytes, order: random.Random) -> bytes:
    """Return a workbook, tampered with: its zip file, or the XML in it."""
    if order.random() < 0.3:
        return changed(data, order, _SIGNS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in order.choices([*parts], k=order.randint(1, 3)):
        parts[name] = changed(parts[name], order, _XML + _SIGNS)
    if order.random() < 0.1:
        del parts[order.choice([*parts])]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()
