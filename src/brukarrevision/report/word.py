"""Write a report as a Word file: the blocks, in an organisation's own base file.

    data = write_docx(document, Path("templates/base.docx").read_bytes())

The same document and base give the same bytes. The file is read again before it is
handed over (:func:`verify_docx`), and it is made for screen readers (EN 301 549, clause
10): title and language, headings by style, header rows, alt texts, real lists.
"""

from collections.abc import Sequence

from brukarrevision.report.blocks import Document
from brukarrevision.report.word_base import Base, open_base
from brukarrevision.report.word_blocks import write_all
from brukarrevision.report.word_body import Body
from brukarrevision.report.word_charts import Picture
from brukarrevision.report.word_header import filled
from brukarrevision.report.word_numbering import Lists
from brukarrevision.report.word_package import CONTENT_TYPES, write_package
from brukarrevision.report.word_parts import (
    APP_TYPE,
    CHART_TYPE,
    CORE,
    CORE_TYPE,
    OFFICE,
    WORKBOOK_TYPE,
    Relation,
    relations_name,
    relations_xml,
)
from brukarrevision.report.word_settings import app_properties, core_properties
from brukarrevision.report.word_text import Links, one_line, words
from brukarrevision.report.word_verify import verify_docx

__all__ = ["verify_docx", "write_docx"]

_CORE_PART = "docProps/core.xml"
_APP_PART = "docProps/app.xml"


def write_docx(document: Document, base: bytes) -> bytes:
    """Return the document as a .docx file, written into a base file.

    Args:
        document: the report.
        base: our own base file, or any letterhead saved by Word or LibreOffice. The
            report replaces its paragraph ``[[rapport]]``, or else stands at its end.

    Raises:
        FaultyFiles: if the base cannot be used (codes ``base-...``).
    """
    language = one_line(document.language)
    opened = open_base(base, language, draft=bool(one_line(document.draft)))
    body = Body(
        base=opened,
        words=words(language),
        language=language,
        links=Links(f"{opened.prefix}-link"),
        lists=Lists(opened.numbering),
    )
    write_all(body, document.blocks)
    data = write_package(_parts(document, body))
    verify_docx(data, document)
    return data


def _parts(document: Document, body: Body) -> dict[str, bytes]:
    base = body.base
    parts = dict(base.parts)
    kinds = {_CORE_PART: CORE_TYPE, _APP_PART: APP_TYPE}
    relations = [*base.relations, *_links(body.links)]
    for at, picture in enumerate(body.pictures, 1):
        relations.append(_add_chart(base, at, picture, parts, kinds))
    content = "".join(body.out).encode()
    parts[base.main] = base.frame.head + content + base.frame.tail
    parts[relations_name(base.main)] = relations_xml(relations)
    parts[base.lists] = body.lists.part()
    _fill_margins(document, body, parts)
    parts[_CORE_PART] = core_properties(document)
    parts[_APP_PART] = app_properties()
    parts[relations_name("")] = relations_xml(_top(base))
    parts[CONTENT_TYPES] = base.kinds.only(parts, kinds)
    return parts


def _links(links: Links) -> Sequence[Relation]:
    kind = f"{OFFICE}/hyperlink"
    return [
        Relation(number, kind, address, external=True)
        for address, number in links.ids.items()
    ]


def _top(base: Base) -> Sequence[Relation]:
    return (
        Relation("rId1", f"{OFFICE}/officeDocument", base.main),
        Relation("rId2", f"{CORE}/core-properties", _CORE_PART),
        Relation("rId3", f"{OFFICE}/extended-properties", _APP_PART),
    )


def _add_chart(
    base: Base,
    at: int,
    picture: Picture,
    parts: dict[str, bytes],
    kinds: dict[str, str],
) -> Relation:
    name = f"word/charts/chart{base.chart + at}.xml"
    book = f"word/embeddings/chart{base.chart + at}.xlsx"
    parts[name] = picture.part
    parts[book] = picture.workbook
    parts[relations_name(name)] = relations_xml(
        [Relation("rId1", f"{OFFICE}/package", book)]
    )
    kinds |= {name: CHART_TYPE, book: WORKBOOK_TYPE}
    return Relation(f"{base.prefix}-chart{at}", f"{OFFICE}/chart", name)


def _fill_margins(document: Document, body: Body, parts: dict[str, bytes]) -> None:
    values = {
        "[[rubrik]]": document.running,
        "[[utkast]]": document.draft,
        "[[sida]]": body.words.page,
        "[[av]]": body.words.of,
    }
    for name in body.base.margins:
        parts[name] = filled(parts[name], name, values)
