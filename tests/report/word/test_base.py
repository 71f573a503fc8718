"""Base files: a letterhead is kept as it is, a hostile one is refused."""

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from PIL import Image

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles
from brukarrevision.report.blocks import BulletList
from brukarrevision.report.word import write_docx
from tests.report.word.samples import (
    BASE,
    CHART,
    TABLE,
    changed,
    document,
    found,
    items,
    letterhead,
    opened,
    packed,
    parts,
    root,
    saved,
    text,
    value,
    written,
)

STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
PLAIN_STYLES = f"""<w:styles {nsdecls("w")}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Verdana"/><w:lang w:val="fi-FI"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:rPr><w:lang w:val="fi-FI"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
</w:styles>""".encode()
PLAIN = changed(BASE, STYLES, lambda _: PLAIN_STYLES)


OBJECT = b"<w:p><o:OLEObject xmlns:o='urn:schemas-microsoft-com:office:office'/>"


def _code(base: bytes) -> str:
    with pytest.raises(FaultyFiles) as caught:
        written(text("x"), base=base)
    return caught.value.problems[0].code


def _texts(data: bytes) -> list[str]:
    return [one.text for one in opened(data).paragraphs]


def test_letterhead_keeps_header_footer_page_and_styles() -> None:
    """Nothing of the organisation's own is changed by a final report."""
    made = letterhead("Dnr 1")
    made.sections[0].page_width = Mm(254)
    before = saved(made)
    after = written(text("x"), TABLE, base=before)
    assert opened(after).sections[0].page_width == Mm(254)
    for name in ("word/header1.xml", "word/footer1.xml"):
        assert parts(after)[name] == parts(before)[name]
    ours = {value(one, "styleId"): one for one in found(root(after, STYLES), "w:style")}
    for style in found(root(before, STYLES), "w:style"):
        assert value(ours[value(style, "styleId")], "type") == value(style, "type")


def test_report_stands_at_the_end_without_anchor() -> None:
    """Without a mark the report follows the letterhead's text."""
    assert _texts(written(text("rapporten"), base=saved(letterhead("Dnr 1", "")))) == [
        "Dnr 1",
        "rapporten",
    ]


def test_report_replaces_the_anchor() -> None:
    """The mark goes, the report comes in its place."""
    base = saved(letterhead("Före", "[[rapport]]", "Efter"))
    assert _texts(written(text("rapporten"), base=base)) == [
        "Före",
        "rapporten",
        "Efter",
    ]


def test_anchor_in_pieces_is_found() -> None:
    """Word cuts text into runs as it likes; the mark is found all the same."""
    made = letterhead()
    paragraph = made.add_paragraph("[[rap")
    paragraph.add_run("port]]")
    assert _texts(written(text("x"), base=saved(made))) == ["x"]


def test_anchor_that_ends_a_section_keeps_the_section() -> None:
    """A section that ends in the mark's paragraph is still there."""
    ends = b"<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>[[rapport]]"
    base = _main(lambda xml: xml.replace(b"<w:p><w:r><w:t>[[rapport]]", ends))
    data = written(text("x"), base=base)
    assert len(opened(data).sections) == 2
    assert _texts(data) == ["x", ""]


def test_anchor_in_a_content_control_is_replaced() -> None:
    """Templates of organisations often keep their text in content controls."""
    inside = b"<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>"
    base = _main(
        lambda xml: re.sub(rb"<w:p>.*</w:p>", lambda p: inside % p.group(), xml)
    )
    data = written(text("x"), base=base)
    shown = [one.text for one in found(root(data), ".//w:sdtContent//w:t")]
    assert shown == ["x"]


def test_anchor_twice_or_in_a_table_is_refused() -> None:
    """A mark that cannot be replaced is a fault with a name."""
    assert _code(saved(letterhead("[[rapport]]", "[[rapport]]"))) == "base-anchor"
    assert _code(saved(letterhead("Här: [[rapport]]"))) == "base-anchor"
    made = letterhead()
    made.add_table(1, 1).cell(0, 0).text = "[[rapport]]"
    assert _code(saved(made)) == "base-anchor"


def test_draft_is_marked_in_every_header() -> None:
    """Each header gets one paragraph more, and nothing else in it changes."""
    made = letterhead("x")
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Första sidan"
    data = write_docx(document(text("y"), draft="UTKAST"), saved(made))
    after = opened(data).sections[0]
    assert [one.text for one in after.header.paragraphs] == ["Exempelkommun", "UTKAST"]
    first = [one.text for one in after.first_page_header.paragraphs]
    assert first == ["Första sidan", "UTKAST"]


def test_draft_is_marked_where_there_was_no_header() -> None:
    """A letterhead without headers gets them for a draft, for every kind of page."""
    made = letterhead()
    made.sections[0].header.is_linked_to_previous = True
    made.sections[0].different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    data = write_docx(document(text("y"), draft="UTKAST"), saved(made))
    section = opened(data).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert [one.text for one in header.paragraphs] == ["UTKAST"]


def test_a_header_of_our_name_is_not_overwritten() -> None:
    """A new header gets a name that no part of the letterhead has."""
    made = letterhead()
    made.sections[0].different_first_page_header_footer = True
    base = saved(made)
    renamed = {
        name.replace("header1", "header-draft"): one.replace(
            b"header1", b"header-draft"
        )
        for name, one in parts(base).items()
    }
    data = write_docx(document(text("y"), draft="UTKAST"), packed(renamed))
    section = opened(data).sections[0]
    shown = [one.text for one in section.header.paragraphs]
    assert shown == ["Exempelkommun", "UTKAST"]
    assert [one.text for one in section.first_page_header.paragraphs] == ["UTKAST"]


def test_later_sections_get_the_mark_too() -> None:
    """A later section with a first page of its own is marked as well."""
    made = letterhead("a")
    made.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = True
    data = write_docx(document(text("y"), draft="UTKAST"), saved(made))
    last = opened(data).sections[1].first_page_header
    assert [one.text for one in last.paragraphs] == ["UTKAST"]


def test_words_in_a_letterheads_header_are_filled() -> None:
    """A header may ask for the running title, even cut into runs by Word."""
    made = letterhead(header="")
    paragraph = made.sections[0].header.paragraphs[0]
    for piece in ("Om [[ru", "brik]]", " – [[utkast]]"):
        paragraph.add_run(piece)
    header = (
        opened(write_docx(document(text("x"), draft="UTKAST"), saved(made)))
        .sections[0]
        .header
    )
    assert [one.text for one in header.paragraphs] == ["Om Löpande titel – UTKAST"]


def test_styles_are_found_by_name_not_by_id() -> None:
    """Swedish Word's Rubrik1 is heading 1; Word's spelling of a name wins."""
    data = write_docx(document(), PLAIN)
    used = {value(one) for one in found(root(data), ".//w:pStyle")}
    assert {"Rubrik1", "Beskrivning"} <= used
    assert not {"Heading1", "Caption"} & used


def test_missing_styles_are_added_with_ids_of_their_own() -> None:
    """A letterhead with Normal alone just works; ids in use are not used again."""
    styles = root(write_docx(document(), PLAIN), STYLES)
    ids = [value(one, "styleId") for one in found(styles, "w:style")]
    assert len(set(ids)) == len(ids)
    assert {"Heading2", "QuoteR", "ReportTable"} <= set(ids)


def test_language_of_the_normal_style_is_the_documents() -> None:
    """A letterhead in another language does not make the report one."""
    styles = root(write_docx(document(), PLAIN), STYLES)
    assert {value(one) for one in found(styles, ".//w:lang")} == {"sv-SE"}


def test_a_base_without_normal_is_refused_by_name() -> None:
    """A style that is missing is named."""
    bare = changed(BASE, STYLES, lambda xml: xml.replace(b'"Normal"/>', b'"Annan"/>'))
    with pytest.raises(FaultyFiles) as caught:
        written(text("x"), base=bare)
    assert caught.value.problems[0].code == "base-style-missing"
    assert caught.value.problems[0].facts == {"style": "Normal"}
    assert _code(_without(BASE, b"/styles")) == "base-style-missing"


def _without(base: bytes, kind: bytes) -> bytes:
    """Return a base file without the document's relationship of a kind."""
    pattern = re.compile(rb'<Relationship [^>]*Type="[^"]*' + kind + rb'"[^>]*/>')
    return changed(
        base, "word/_rels/document.xml.rels", lambda xml: pattern.sub(b"", xml)
    )


def test_a_base_without_settings_or_headers_works() -> None:
    """Only the styles are needed."""
    bare = _without(_without(BASE, b"/settings"), b"/fontTable")
    assert _texts(written(text("x"), base=bare)) == ["x"]


def test_a_base_without_numbering_gets_it() -> None:
    """Lists are real in a letterhead that has none of its own."""
    bare = _without(BASE, b"/numbering")
    data = written(BulletList(items("a")), base=bare)
    number = value(found(root(data), ".//w:numId")[0])
    nums = found(root(data, NUMBERING), "w:num")
    assert [value(one, "numId") for one in nums] == [number]


def test_drawing_ids_begin_above_those_of_the_base() -> None:
    """A picture in the header has an id; the charts' begin above it."""
    made = letterhead()
    picture = BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    made.sections[0].header.paragraphs[0].add_run().add_picture(picture)
    base = changed(
        saved(made), "word/header1.xml", lambda xml: xml.replace(b'id="1"', b'id="70"')
    )
    xml = parts(written(CHART, base=base))["word/document.xml"]
    assert b'<wp:docPr id="71"' in xml


def test_a_report_can_be_the_base_of_another() -> None:
    """Charts, lists, links and bookmarks of the base are not overwritten."""
    first = write_docx(document(), BASE)
    second = write_docx(document(), first)
    assert len(opened(second).tables) == 2 * len(opened(first).tables)
    content = parts(second)
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(content)
    names = [value(one, "name") for one in found(root(second), ".//w:bookmarkStart")]
    assert len(set(names)) == len(names)


def test_lists_of_the_base_keep_their_numbers() -> None:
    """Our lists are added after those of the letterhead."""
    numbering = root(
        written(*document().blocks, base=saved(letterhead("x"))), NUMBERING
    )
    for kind, number in (("num", "numId"), ("abstractNum", "abstractNumId")):
        ids = [value(one, number) for one in found(numbering, f"w:{kind}")]
        assert len(set(ids)) == len(ids)
    tags = [str(one.tag).rpartition("}")[2] for one in numbering]
    assert tags.index("num") > len(tags) - tags[::-1].index("abstractNum") - 1


def test_what_tells_of_people_is_left_out() -> None:
    """Comments, own properties, protection and the template's path do not follow."""
    made = letterhead("Kommenterat")
    made.add_comment(made.paragraphs[-1].runs, "Hemligt", author="Anna Andersson")
    made.core_properties.author = "Anna Andersson"
    made.core_properties.comments = "Hemligt"
    for name in ("documentProtection", "attachedTemplate", "rsids"):
        made.settings.element.append(OxmlElement(f"w:{name}"))
    data = write_docx(document(text("x")), saved(made))
    for name, content in parts(data).items():
        assert b"Anna" not in content, name
        assert b"Hemligt" not in content, name
    assert "word/comments.xml" not in parts(data)
    assert not [one for one in root(data).iter() if "omment" in str(one.tag)]
    tags = {one.tag for one in root(data, "word/settings.xml")}
    assert not tags & {qn("w:documentProtection"), qn("w:attachedTemplate")}
    assert _texts(data) == ["Kommenterat", "x"]


def test_tracked_changes_are_accepted() -> None:
    """What was added stays, what was deleted goes, and so do the names of both."""
    who = b'w:id="7" w:author="Anna Andersson" w:date="2026-01-01T00:00:00Z"'
    run = b"<w:r><w:t>%s</w:t></w:r>"
    changes = (
        b"<w:p><w:ins %s>" % who + run % b"Nytt" + b"</w:ins>"
        b"<w:del %s><w:r><w:delText>Gammalt</w:delText></w:r></w:del>"
        % who
        + b"<w:r><w:rPr><w:b/><w:rPrChange %s><w:rPr/></w:rPrChange></w:rPr>" % who
        + b"<w:t>fetstil</w:t></w:r></w:p>"
    )
    base = BASE
    for name in ("word/document.xml", "word/header.xml"):
        base = changed(
            base, name, lambda xml: xml.replace(b"<w:p>", changes + b"<w:p>", 1)
        )
    data = written(text("x"), base=base)
    for name, content in parts(data).items():
        assert b"Anna" not in content, name
        assert b"Gammalt" not in content, name
    assert _texts(data) == ["Nyttfetstil", "x"]
    assert opened(data).paragraphs[0].runs[1].bold
    assert opened(data).sections[0].header.paragraphs[0].text == "Nyttfetstil"


def test_a_word_template_can_be_the_base() -> None:
    """A .dotx is as good as a .docx."""
    template = changed(
        BASE,
        "[Content_Types].xml",
        lambda xml: xml.replace(b"document.main+xml", b"template.main+xml"),
    )
    assert _texts(written(text("x"), base=template)) == ["x"]


def _with_types(old: bytes, new: bytes) -> bytes:
    return changed(BASE, "[Content_Types].xml", lambda xml: xml.replace(old, new))


def _encrypted(base: bytes) -> bytes:
    """Return a package whose first member claims to be encrypted."""
    at = base.index(b"PK\x01\x02") + 8
    return base[:at] + struct.pack("<H", 1) + base[at + 2 :]


def _external(kind: str) -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="http://exempel.se/{kind}" '
        'Target="http://exempel.se/x" TargetMode="External"/></Relationships>'
    )
    return changed(
        BASE,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", relation.encode()),
    )


def _main(change: Callable[[bytes], bytes]) -> bytes:
    return changed(BASE, "word/document.xml", change)


@pytest.mark.parametrize(
    ("base", "code"),
    [
        (b"", "base-not-docx"),
        (b"ingen zip", "base-not-docx"),
        (packed({"a.txt": b"x"}), "base-not-docx"),
        (BASE[: len(BASE) // 2], "base-not-docx"),
        (_with_types(b"wordprocessingml.document", b"x"), "base-not-docx"),
        (_main(lambda _: b'<document xmlns="x"/>'), "base-not-docx"),
        (_main(lambda xml: xml.replace(b"w:body", b"w:kropp")), "base-not-docx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "base-locked"),
        (_encrypted(BASE), "base-locked"),
        (packed({**parts(BASE), "word/vbaProject.bin": b"x"}), "base-macros"),
        (packed({**parts(BASE), "word/activeX/x.xml": b"<x/>"}), "base-macros"),
        (_with_types(b"document.main", b"document.macroEnabled.main"), "base-macros"),
        (_main(lambda xml: xml[:-20]), "base-broken"),
        (_main(lambda xml: b"<!DOCTYPE x>" + xml.split(b"?>")[1]), "base-doctype"),
        (
            _main(lambda _: b"<?xml version='1.0' encoding='utf-7'?><x/>"),
            "base-doctype",
        ),
        (_main(lambda _: "<!DOCTYPE x><x/>".encode("utf-16")), "base-doctype"),
        (_main(lambda xml: xml.replace(b"<w:p>", OBJECT)), "base-objects"),
        (_with_types(b"header+xml", b"header"), "base-not-docx"),
        (_external("image"), "base-linked"),
    ],
)
def test_hostile_and_broken_bases_are_refused(base: bytes, code: str) -> None:
    """Each kind of file that cannot be used has a message of its own."""
    assert _code(base) == code


def test_a_link_in_the_letterhead_is_no_danger() -> None:
    """An ordinary hyperlink leads out of the file and may stay."""
    assert _texts(written(text("x"), base=_external("hyperlink"))) == ["x"]


def test_a_bomb_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The declared sizes are added up; nothing is read if they are too large."""
    monkeypatch.setattr(zipfile.ZipFile, "read", pytest.fail)
    bomb = packed({**parts_of_zeros(21)})
    assert _code(bomb) == "base-too-large"
    assert _code(packed(parts_of_zeros(15, 15, 15, 16))) == "base-too-large"


def parts_of_zeros(*megabytes: int) -> dict[str, bytes]:
    """Return parts of so many million zeros."""
    return {f"{at}.bin": b"\0" * 1_000_000 * m for at, m in enumerate(megabytes)}


def test_two_parts_of_one_name_are_refused() -> None:
    """It is not known which of the two a reader would take."""
    target = BytesIO(BASE)
    with (
        zipfile.ZipFile(target, "a") as package,
        pytest.warns(UserWarning, match="Duplicate"),
    ):
        package.writestr("word/styles.xml", b"<x/>")
    assert _code(target.getvalue()) == "base-not-docx"


def test_a_body_without_section_has_a_page_all_the_same() -> None:
    """A file without page setup is taken to be A4; the report is its body."""
    section = re.compile(rb"<w:sectPr>.*</w:sectPr>", re.DOTALL)
    bare = changed(BASE, "word/document.xml", lambda xml: section.sub(b"", xml))
    assert _texts(written(text("x"), CHART, base=bare))[0] == "x"
    loose = changed(bare, "word/document.xml", lambda xml: xml.replace(b"rapport", b""))
    assert _texts(written(text("x"), base=loose)) == ["[[]]", "x"]


def test_styles_without_defaults_get_a_language() -> None:
    """A file whose styles say nothing of font or language works, and gets both."""
    defaults = re.compile(rb"<w:docDefaults>.*</w:docDefaults>", re.DOTALL)
    bare = changed(BASE, STYLES, lambda xml: defaults.sub(b"", xml))
    data = written(CHART, base=bare)
    lang = found(root(data, STYLES), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert value(lang[0]) == "sv-SE"
    assert b"a:latin" not in parts(data)["word/charts/chart1.xml"]


def test_tracked_change_of_a_section_is_no_section() -> None:
    """What a section was before somebody changed it does not count."""
    old = (
        b"<w:sectPrChange w:id='1' w:author='x'><w:sectPr/></w:sectPrChange></w:sectPr>"
    )
    base = _main(lambda xml: xml.replace(b"</w:sectPr>", old))
    data = write_docx(document(text("x"), draft="UTKAST"), base)
    assert not found(root(data), ".//w:sectPrChange/w:sectPr/w:headerReference")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of thousands of parts is no letterhead."""
    monkeypatch.setattr(zipped, "MOST_PARTS", 3)
    assert _code(packed({**parts(BASE), "x": b""})) == "base-too-large"


def test_a_base_is_parsed_once() -> None:
    """Sixty reports in one base file open it once."""
    from brukarrevision.report.word.base import open_base

    open_base.cache_clear()
    for number in range(3):
        written(text(str(number)))
    assert open_base.cache_info().misses == 1
