"""What a person should know of a draft: columns left out, and what was guessed."""

from collections.abc import Iterator, Mapping, Sequence

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.i18n import tr
from brukarrevision.intake.drafted import DraftedQuestion
from brukarrevision.intake.sheet import Sheet

BLANK = "blank"
_WHY = {
    BLANK: ("tom", "blank"),
    "identifying": ("pekar ut personer", "identifies people"),
    "tool": ("verktygets egen", "the tool's own"),
    "uploads": ("länkar till filer", "links to files"),
    "nameless": ("saknar rubrik", "has no header"),
    "joined": ("svaren finns i egna kolumner", "its options have columns of their own"),
}


def notes(
    sheet: Sheet, ignored: Mapping[int, str], drafted: Sequence[DraftedQuestion]
) -> Iterator[Problem]:
    """Yield the notes of a draft.

    Args:
        sheet: under the header rows that were taken.
        ignored: why each column is left out, by position.
        drafted: the questions, with their ids.
    """
    place = Place(sheet.name)
    if sheet.skip_rows or sheet.header_rows > 1:
        facts = {"header_rows": sheet.header_rows, "first": sheet.skip_rows + 1}
        yield problem("draft-header", place, **facts)
    reasons: dict[str, list[str]] = {}
    for at, why in sorted(ignored.items()):
        reasons.setdefault(why, []).append(str(at + 1))
    for why, columns in reasons.items():
        told = {"columns": ", ".join(columns), "why": tr(*_WHY[why])}
        yield problem("draft-ignored", place, **told)
    for one in drafted:
        if one.type == "select_multiple" and one.columns[0].separator:
            sign = repr(one.columns[0].separator)
            yield problem("draft-multiple", place, question=one.id, separator=sign)
