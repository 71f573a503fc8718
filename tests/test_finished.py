"""The check of finished files: everything inside a file is published too (A14)."""

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision import audit as audits
from brukarrevision import finished
from brukarrevision.errors import Refused
from brukarrevision.finished import strings
from brukarrevision.report import build
from brukarrevision.report.build import Report
from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box, csv, rows
from tests.interviews.notes import NOTE, guided, put
from tests.interviews.notes import SAID as SAID_THERE

Change = Callable[[bytes], bytes]
WRITTEN = build.written
SAID = "Jag fick vänta i sju veckor på ett enda samtal"
SECOND = "      - {id: m2, type: select_one, label: Maten räcker., choices: stammer}\n"
TEAM = "team:\n  - {alias: Korp7, role: auditor}\n"


@pytest.fixture
def told(box: Box, br: Runner) -> Box:
    """Return an audit with answers of several kinds, and a team."""
    said = rows()
    said[5] = said[5].replace("Fritext 6", SAID)
    said[6] = said[6].replace("Fritext 7", "Ring ”Nisse” tack")
    said[10] = said[10].replace("Fritext 11", "كل شيء جيد هنا الآن")
    named = [
        line.replace(f"r{at};", f"pers{at}x;", 1) for at, line in enumerate(said, 1)
    ]
    data = csv(*named).decode().splitlines()
    more = [f"{line};{line.rpartition(';')[2]}" for line in data[1:]]
    box.source.write_text("\n".join([f"{data[0]};m2", *more, ""]), encoding="utf-8")
    enkat = (box.audit / "instruments" / "enkat.yaml").read_text(encoding="utf-8")
    box.write("instruments/enkat.yaml", enkat + SECOND)
    plan = (box.audit / "plan.yaml").read_text(encoding="utf-8")
    box.write("plan.yaml", plan + TEAM)
    assert br("collect", "prov", box.source).code == 0
    return box


def within(part: str, change: Change) -> Change:
    """Return a change of one part of a package; the part is made if it is missing."""

    def changed(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            names = old.namelist()
            found = [n for n in names if re.fullmatch(part, n)] or [part]
            for name in dict.fromkeys([*names, found[0]]):
                was = old.read(name) if name in names else b""
                new.writestr(name, change(was) if name == found[0] else was)
        return out.getvalue()

    return changed


def swapped(old: str, new: str) -> Change:
    """Return a change of the first text that a pattern finds."""

    def change(data: bytes) -> bytes:
        text = data.decode()
        assert re.search(old, text)
        return re.sub(old, lambda _: new, text, count=1).encode()

    return change


def smuggle(
    monkeypatch: pytest.MonkeyPatch, change: Change, form: str = "docx"
) -> None:
    """Let the writer of reports put something more into its files."""

    def written(*given: object) -> bytes:
        data = WRITTEN(*given)  # type: ignore[arg-type]
        return change(data) if given[2] == form else data

    monkeypatch.setattr(build, "written", written)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG file with these chunks and no picture."""
    body = b"".join(
        struct.pack(">I4s", len(data), kind)
        + data
        + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


BOOK = r"word/embeddings/chart1\.xlsx"
DOCUMENT = r"word/document\.xml"
PROPERTIES = r"docProps/core\.xml"
OPEN = r"<w:body>"


def paragraph(run: str) -> Change:
    """Return a change that puts a paragraph first in the text."""
    return within(DOCUMENT, swapped(OPEN, f"<w:body><w:p>{run}</w:p>"))


def hidden(data: bytes) -> Change:
    """Return a change that adds XML nobody sees, with bytes in base64."""
    text = f"<a>{base64.b64encode(data).decode()}</a>".encode()
    return within("word/custom/item1.xml", lambda _: text)


CELL = r'<c r="B1".*?</c>'
INLINE = f'<c r="B1" t="inlineStr"><is><t>{CANARY}</t></is></c>'

SMUGGLED: dict[str, tuple[Change, str, str]] = {
    "alt text": (
        within(DOCUMENT, swapped(r'descr="', f'descr="{CANARY} ')),
        "leak-answer",
        "brödtexten",
    ),
    "properties": (
        within(PROPERTIES, swapped(r"<dc:title>", f"<dc:title>{SAID.upper()} ")),
        "leak-answer",
        "filens egenskaper",
    ),
    "a cell of a workbook": (
        within(BOOK, within(r"xl/worksheets/sheet1\.xml", swapped(CELL, INLINE))),
        "leak-answer",
        "ett diagrams arbetsbok",
    ),
    "a text of a workbook": (
        within(
            BOOK,
            within(r"xl/sharedStrings\.xml", swapped(r"<t[^>]*>", f"<t>{SAID} ")),
        ),
        "leak-answer",
        "ett diagrams arbetsbok",
    ),
    "pieces of a paragraph": (
        paragraph(
            "".join(f"<w:r><w:t>{w}</w:t></w:r>" for w in re.split("(?= )", SAID))
        ),
        "leak-answer",
        "brödtexten",
    ),
    "other quotation marks and spaces": (
        paragraph("<w:r><w:t>ring\u00a0 &quot;NISSE&quot;\u2009tack!</w:t></w:r>"),
        "leak-answer",
        "brödtexten",
    ),
    "part of a long answer": (
        paragraph(f"<w:r><w:t>De sa: {SAID[4:39]} och mer.</w:t></w:r>"),
        "leak-answer",
        "brödtexten",
    ),
    "a relationship": (
        within(
            r"word/_rels/document\.xml\.rels",
            swapped("<Relationship ", f'<Relationship Title="{CANARY}" '),
        ),
        "leak-answer",
        "en inre del av filen",
    ),
    "a comment in the code": (
        within(DOCUMENT, swapped(OPEN, f"<w:body><!-- {CANARY.replace('--', '')} -->")),
        "leak-answer",
        "brödtexten",
    ),
    "the name of a part": (
        within(f"word/{CANARY}.xml", lambda _: b"<a/>"),
        "leak-answer",
        "en inre del av filen",
    ),
    "hidden data": (
        within("customXml/item1.xml", lambda _: f"<a b='{CANARY}'/>".encode()),
        "leak-answer",
        "dolda data",
    ),
    "base64": (hidden(SAID.encode()), "leak-answer", "en inre del av filen"),
    "other letters in base64": (
        hidden("كل شيء جيد هنا الآن".encode("utf-16-le")),
        "leak-answer",
        "en inre del av filen",
    ),
    "base64, one byte on": (hidden(b" " + CANARY.encode()), "leak-answer", ""),
    "base64, two bytes on": (hidden(b"  " + CANARY.encode()), "leak-answer", ""),
    "UTF-16 in base64": (hidden(SAID.encode("utf-16-le")), "leak-answer", ""),
    "UTF-16 in a picture": (
        within(
            "word/media/a.jpg", lambda _: b"\xff\xd8\x01" + SAID.encode("utf-16-be")
        ),
        "leak-answer",
        "en bild",
    ),
    "a picture's notes": (
        within("word/media/a.png", lambda _: png((b"tEXt", b"k\0" + CANARY.encode()))),
        "leak-answer",
        "en bild",
    ),
    "a picture's packed notes": (
        within(
            "word/media/a.png",
            lambda _: png((b"zTXt", b"k\0\0" + zlib.compress(CANARY.encode()))),
        ),
        "leak-answer",
        "en bild",
    ),
    "an id": (paragraph("<w:r><w:t>(PERS12X)</w:t></w:r>"), "leak-id", "brödtexten"),
    "an alias": (
        paragraph("<w:r><w:t>Av Korp7.</w:t></w:r>"),
        "leak-alias",
        "brödtexten",
    ),
    "a file of responses": (
        paragraph("<w:r><w:t>Se svar.csv.</w:t></w:r>"),
        "leak-file",
        "brödtexten",
    ),
    "a home folder": (
        within(
            r"word/settings\.xml",
            swapped(r"</w:settings>", '<a b="C:\\Users\\nisse\\a.dotx"/></w:settings>'),
        ),
        "leak-path",
        "en inre del av filen",
    ),
    "a count": (
        within(
            BOOK,
            within(
                r"xl/worksheets/sheet1\.xml",
                swapped(r'<c r="[B-Z]2" s="2"><v>[^<]*', '<c r="B2"><v>9173'),
            ),
        ),
        "leak-number",
        "ett diagrams arbetsbok",
    ),
    "a count in the chart": (
        within(
            r"word/charts/chart\d+\.xml",
            swapped(
                r"<c:numCache>(.*?)<c:v>\d+", '<c:numCache><c:pt idx="0"><c:v>9173'
            ),
        ),
        "leak-number",
        "ett diagram",
    ),
    "a comment": (
        within("word/comments.xml", lambda _: b"<comments/>"),
        "leak-trace",
        "en kommentar",
    ),
    "a tracked change": (
        paragraph('<w:ins w:id="1" w:author="Nisse"><w:r><w:t>x</w:t></w:r></w:ins>'),
        "leak-trace",
        "brödtexten",
    ),
    "hidden text": (
        paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
        "leak-trace",
        "brödtexten",
    ),
    "an author": (
        within(
            PROPERTIES, swapped(r"<cp:lastModifiedBy>[^<]*", "<cp:lastModifiedBy>Nisse")
        ),
        "leak-trace",
        "filens egenskaper",
    ),
    "a date": (
        within(PROPERTIES, swapped(r"2000-01-01T00:00:00Z", "2026-02-03T04:05:06Z")),
        "leak-trace",
        "filens egenskaper",
    ),
    "own properties": (
        within("docProps/custom.xml", lambda _: b"<a/>"),
        "leak-trace",
        "filens egenskaper",
    ),
    "a hidden sheet": (
        within(
            BOOK,
            within(r"xl/workbook\.xml", swapped(r"<sheet ", '<sheet state="hidden" ')),
        ),
        "leak-trace",
        "ett diagrams arbetsbok",
    ),
    "a broken part": (
        within(DOCUMENT, lambda _: b"<a>"),
        "leak-unchecked",
        "brödtexten",
    ),
    "a broken workbook": (within(BOOK, lambda _: b"PK"), "leak-unchecked", "arbetsbok"),
    "a file of another kind": (
        within("word/embeddings/a.bin", lambda _: b"\0"),
        "leak-unchecked",
        "arbetsbok",
    ),
    "a file that is none": (lambda _: b"?", "leak-unchecked", "filen"),
    "something after the end": (lambda d: d + b"\0", "leak-unchecked", "filen"),
    "a declared document type": (
        within(
            "word/a.xml",
            lambda _: b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        ),
        "leak-unchecked",
        "en inre del av filen",
    ),
}


@pytest.mark.parametrize("way", SMUGGLED)
def test_whatever_is_smuggled_in_no_file_is_written(
    told: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The part and the kind are told, and nothing of what it was."""
    change, code, part = SMUGGLED[way]
    smuggle(monkeypatch, change)
    done = br("report", "prov")
    assert (done.code, done.out) == (3, "")
    assert code in done.codes
    assert part in done.err
    assert not list(told.private.glob("drafts/*"))
    for secret in (CANARY, "sju veckor", "nisse", "pers12", "korp7", "9173"):
        assert secret not in done.err.lower()


def test_nothing_is_published_either(
    told: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a file nor an entry in the ledger."""
    change, code, _ = SMUGGLED["base64"]
    smuggle(monkeypatch, change)
    done = br("publish", "prov", "v1", "--yes")
    assert (done.code, done.codes) == (3, [code])
    assert not (told.audit / "report").exists()
    assert not (told.audit / "published").exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"En person skrev: ”{SAID.lower()}”.", "leak-answer"),
        (f"Någon skrev {CANARY}.", "leak-answer"),
        ("Tack till pers12x.", "leak-id"),
        ("Intervjuerna gjordes av Korp7.", "leak-alias"),
        ("Svaren ligger i svar.csv.", "leak-file"),
        ("Se /home/nisse/revision.", "leak-path"),
    ],
)
@pytest.mark.parametrize("form", ["docx", "md"])
def test_the_auditors_own_text_may_not_tell_it_either(
    told: Box, br: Runner, text: str, code: str, form: str
) -> None:
    """In either format; the remedy is told in both languages."""
    told.write("text/slutord.md", f"{text}\n")
    for lang in ("sv", "en"):
        done = br("report", "prov", "--to", form, lang=lang)
        assert (done.code, set(done.codes), done.out) == (3, {code}, "")
    told.write("text/slutord.md", "Tack för de sju veckorna.\n")
    assert br("report", "prov", "--to", form).code == 0


@pytest.mark.usefixtures("told")
def test_what_an_audit_says_itself_may_be_in_its_reports(br: Runner) -> None:
    """Questions, choices, names of units: although they are in the source rows too."""
    done = br("report", "prov")
    assert (done.code, done.codes) == (0, [])
    assert br("publish", "prov", "v1", "--yes").code == 0


def test_choices_joined_in_a_cell_are_nobodys_words(box: Box, br: Runner) -> None:
    """A list of choices in the appendix is not taken for somebody's answer."""
    box.swap(
        "instruments/enkat.yaml",
        "{id: kvinna, label: Kvinna}",
        "{id: kvinna, label: Kvinna eller flicka}",
    )
    box.swap(
        "instruments/enkat.yaml",
        "{id: man, label: Man}",
        "{id: man, label: Man eller pojke}",
    )
    both = '"Kvinna eller flicka;Man eller pojke"'
    said = [line.replace("Fritext 9", both) for line in rows()]
    box.source.write_bytes(csv(*said))
    assert br("collect", "prov", box.source).code == 0
    assert br("report", "prov").code == 0


def test_what_several_say_in_few_words_is_nobodys_own(box: Box, br: Runner) -> None:
    """But a long answer is, however many gave it."""
    short, long = "det blir nog bra", "det blir nog bra till slut ändå"
    said = rows()
    for at, text in ((7, short), (8, short), (9, long), (10, long)):
        said[at] = said[at].replace(f"Fritext {at + 1}", text)
    box.source.write_bytes(csv(*said))
    assert br("collect", "prov", box.source).code == 0
    box.write("text/slutord.md", f"Vi tror att {short}.\n")
    assert br("report", "prov").code == 0
    box.write("text/slutord.md", f"Vi tror att {long}.\n")
    assert br("report", "prov").codes == ["leak-answer"]


def test_notes_of_interviews_are_answers_too(full: Box, br: Runner) -> None:
    """Although they are files of their own."""
    notes = full.private / "interviews"
    notes.mkdir()
    (notes / "I-03.coder-R2.md").write_text(
        f"# Fråga\n\n{SAID}, sa hon.\n", encoding="utf-8"
    )
    full.write("text/slutord.md", f"Någon sa: {SAID}\n")
    assert br("report", "prov").codes == ["leak-answer"]
    full.write("text/slutord.md", "Så säger den vi kallar I-03.\n")
    assert br("report", "prov").codes == ["leak-id"]
    full.write("text/slutord.md", "Se www.example.com/home/nisse och tack.\n")
    assert br("report", "prov").code == 0


def test_codes_in_notes_hide_no_words(full: Box, br: Runner) -> None:
    """Brackets, codes and ends of lines stand between words that were said together."""
    guided(full)
    coded = (
        "[Hon]{.bemotande} sa\natt [vi]{.tillgang} luktar illa och att ingen bryr sig"
    )
    put(full, NOTE.replace(SAID_THERE, coded))
    full.write("text/slutord.md", "Hon sa att vi luktar illa och att ingen bryr sig.\n")
    assert br("report", "prov").codes == ["leak-answer"]


@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_without_the_responses_nothing_is_known(told: Box, damage: str) -> None:
    """So nothing is let through (R10)."""
    audit = audits.require(str(told.audit), told.root)
    path = audit.store_path
    path.unlink() if damage == "gone" else path.write_bytes(b"not a database" * 999)
    with pytest.raises(Refused) as stop:
        finished.verify(audit, [Report("norr.md", b"Hej.\n")])
    assert [one.code for one in stop.value.problems] == ["leak-no-store"]


def test_a_file_of_an_unknown_kind_is_not_let_through(told: Box) -> None:
    """It cannot be looked through."""
    audit = audits.require(str(told.audit), told.root)
    for name, data in (("norr.pdf", b"%PDF"), ("norr.md", b"\xff\xfe")):
        with pytest.raises(Refused) as stop:
            finished.verify(audit, [Report(name, data)])
        assert [one.code for one in stop.value.problems] == ["leak-unchecked"]
    finished.verify(audit, [Report("norr.md", b"Hej.\n")])


@given(
    st.text(st.characters(codec="latin-1", categories=["L", "N", "Zs"]), min_size=12),
    st.binary(max_size=7),
    st.binary(max_size=7),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_text_is_found_in_bytes_and_in_base64(
    text: str, before: bytes, after: bytes, encoding: str
) -> None:
    """Wherever it begins, whatever stands around it."""
    data = before + b"\0\0\0" + text.encode(encoding) + b"\0\0\0" + after
    assert any(text.strip() in one for one in strings.of_bytes(data))
    packed = base64.b64encode(data).decode()
    lined = "\n".join(packed[at : at + 20] for at in range(0, len(packed), 20))
    for run in (packed, lined, base64.urlsafe_b64encode(data).decode()):
        assert any(text.strip() in one for one in strings.decoded(run))
