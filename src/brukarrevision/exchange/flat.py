"""Coded texts as flat tables: a row for every coded stretch, and what each person said.

Both are raw data. Cells that a spreadsheet would run get a ``'`` before them.
"""

from collections.abc import Iterator, Mapping

from brukarrevision.exchange.refi.codes import from_the_top
from brukarrevision.exchange.refi.project import Case, Passage, Project
from brukarrevision.tables.as_sheet import written

Row = tuple[str | int, ...]

STEP = " / "
"""What stands between a theme and the one above it in a path."""


def quotes_csv(project: Project) -> str:
    """Return a row for every coded stretch of text.

    Columns: text; document; question; who; the attributes (unit, group, round); coder;
    code; path, which is the labels from the top theme down.
    """
    names, known = _attributes(project), {one.who: one for one in project.cases}
    head = ("text", "document", "question", "who", *names, "coder", "code", "path")
    path = _paths(project)
    rows: list[Row] = [head]
    for document, passage in _passages(project):
        about = _about(known.get(passage.who), names)
        for one in sorted(passage.codings, key=lambda one: (one.start, one.end)):
            text = passage.text[one.start : one.end]
            place = (text, document, passage.question, passage.who)
            what = (project.shown(one.coder), one.code, path.get(one.code, one.code))
            rows.append((*place, *about, *what))
    return written(rows)


def matrix_csv(project: Project) -> str:
    """Return a row for every respondent and coder, and a column for every theme.

    1: the coder found the theme, or one below it, in something that the person said; 0:
    the coder read what was said and found it nowhere.
    """
    names, codes = _attributes(project), [*from_the_top(project.codebook)]
    above = _above(project)
    found: dict[tuple[str, str], set[str]] = {}
    for document in project.documents:
        for passage in document.passages:
            for coder in document.coders:
                found.setdefault((passage.who, coder), set())
            for one in passage.codings:
                mine = found.setdefault((passage.who, one.coder), set())
                mine.update(above.get(one.code, ()))
    known = {one.who: one for one in project.cases}
    rows: list[Row] = [("who", *names, "coder", *(one.id for one in codes))]
    for (who, coder), mine in found.items():
        yes_no = (int(one.id in mine) for one in codes)
        about = _about(known.get(who), names)
        rows.append((who, *about, project.shown(coder), *yes_no))
    return written(rows)


def _passages(project: Project) -> Iterator[tuple[str, Passage]]:
    for document in project.documents:
        for passage in document.passages:
            yield document.name, passage


def _attributes(project: Project) -> list[str]:
    return [*dict.fromkeys(name for one in project.cases for name in one.attributes)]


def _about(case: Case | None, names: list[str]) -> tuple[str, ...]:
    known: Mapping[str, str] = case.attributes if case else {}
    return tuple(known.get(name, "") for name in names)


def _above(project: Project) -> dict[str, tuple[str, ...]]:
    """Return of each theme those above it, from the top, and itself."""
    found: dict[str | None, tuple[str, ...]] = {None: ()}
    for one in from_the_top(project.codebook):
        found[one.id] = (*found[one.parent], one.id)
    return {name: chain for name, chain in found.items() if name}


def _paths(project: Project) -> dict[str, str]:
    label = {one.id: one.label for one in project.codebook.themes}
    return {
        name: STEP.join(label[one] for one in chain)
        for name, chain in _above(project).items()
    }
