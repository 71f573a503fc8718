"""The rows of LimeSurvey's tab-separated structure, and how texts stand in them.

LimeSurvey takes every text for HTML, and what stands in braces for a formula. Its
reader drops the quotation marks around a whole cell and lets a backslash hide the one
after it. So signs that could be taken for more than themselves are written as HTML.
"""

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

COLUMNS = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)
"""What every row has; columns after these are attributes of questions."""

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in '"\\{}'})
_FORMULA = re.compile(r"\A[=+@-]")
_BREAK = re.compile(r" ?<br ?/?>\n?")
_TAG = re.compile(r"<[^<>]*>")

Texts = tuple[str, ...]
"""The same text in every language of a form, in their order."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands in every language.

    Attributes:
        kind: ``G``, ``Q``, ``SQ`` or ``A``.
        cells: what stands in it, by column, whatever the language.
        texts: what stands in it in each language, by column.
    """

    kind: str
    cells: dict[str, str] = field(default_factory=dict)
    texts: dict[str, Texts] = field(default_factory=dict)

    def row(self, language: str, at: int) -> dict[str, str]:
        """Return the row in one language, whose number is ``at``."""
        said = {name: texts[at] for name, texts in self.texts.items()}
        return {"class": self.kind, "language": language} | self.cells | said


def as_html(text: str) -> str:
    """Return a text as LimeSurvey shows it and nothing else: on one line, as HTML."""
    plain = html.escape(text.strip(), quote=False).translate(_SIGNS)
    plain = " <br />".join(plain.replace("\t", " ").splitlines())
    return _FORMULA.sub(lambda found: f"&#{ord(found[0])};", plain)


def as_text(cell: str) -> str:
    """Return the text of a cell: no markup, line breaks where it had some."""
    if "<" not in cell and "&" not in cell:
        return " ".join(cell.split())
    lines = _BREAK.sub("\n", " ".join(cell.split())).split("\n")
    plain = (html.unescape(_TAG.sub(" ", line)) for line in lines)
    return "\n".join(" ".join(line.split()) for line in plain).strip()


def dump(rows: Iterable[dict[str, str]]) -> bytes:
    """Return rows as LimeSurvey writes them: UTF-8 with its mark, tabs, one a line."""
    every = list(rows)
    more = sorted({name for row in every for name in row} - set(COLUMNS))
    used: Sequence[str] = (*COLUMNS, *more)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, used, "", dialect="excel-tab", lineterminator="\n")
    writer.writeheader()
    writer.writerows(every)
    return out.getvalue().encode("utf-8-sig")
