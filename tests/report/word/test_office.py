"""LibreOffice, a reader of its own, opens what we write and makes pages of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from brukarrevision.report.word import write_docx
from tests.report.word.samples import BASE, document

MISSING = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


def _text(folder: Path, data: bytes) -> str:
    """Return the text of the pages, as laid out."""
    source = folder / "rapport.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*convert, str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = ["pdftotext", "-layout", str(source.with_suffix(".pdf")), "-"]
    done = subprocess.run(pages, check=True, capture_output=True, timeout=60)
    return done.stdout.decode()


def test_report_becomes_pages(tmp_path: Path) -> None:
    """Header, footer, contents, tables and charts are all on the pages."""
    text = _text(tmp_path, write_docx(document(draft="UTKAST"), BASE))
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert "UTKAST" in page
        assert f"Sida {number} av {len(pages)}" in page
    for words in (
        "Diagram 1. Inflytande",
        "Tabell 2. Inflytande",
        "41–44",
        "Visas inte",
    ):
        assert words in text
