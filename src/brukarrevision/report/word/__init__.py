"""Write a report as a Word file: the blocks, in an organisation's own base file.

    data = write_docx(document, Path("templates/base.docx").read_bytes())

python-docx opens the base file and saves it; python-pptx draws the charts. The same
document and base give the same bytes. What was written is read back before it is handed
over, and it is made for screen readers (EN 301 549, clause 10): title and language,
headings by style, header rows, alt texts, real lists.
"""

from io import BytesIO

import docx

from brukarrevision.report.blocks import Document
from brukarrevision.report.word.base import open_base
from brukarrevision.report.word.blocks import write_all
from brukarrevision.report.word.body import Body
from brukarrevision.report.word.header import fill
from brukarrevision.report.word.hostile import MAX_BYTES
from brukarrevision.report.word.save import package_of, saved, set_properties
from brukarrevision.report.word.text import one_line, words
from brukarrevision.report.word.verify import verify, verify_docx

__all__ = ["MAX_BYTES", "verify_docx", "write_docx"]


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
    ready = open_base(base, language, draft=bool(one_line(document.draft)))
    word = docx.Document(BytesIO(ready.data))
    own = words(language)
    body = Body.of(word, ready, own, language)
    write_all(body, document.blocks)
    body.close()
    values = {
        "[[rubrik]]": document.running,
        "[[utkast]]": document.draft,
        "[[sida]]": own.page,
        "[[av]]": own.of,
    }
    fill(word, values)
    set_properties(word, document)
    verify(word, document)
    return saved(package_of(word))
