"""Everything wrong or doubtful in the files of open answers, as in notes."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Problem, has_errors, problem
from brukarrevision.interviews import answers, lint
from brukarrevision.interviews.answers import Sheet
from brukarrevision.interviews.lint import Known
from brukarrevision.interviews.markup import Note
from brukarrevision.modelfile import hint


def problems(audit: Audit) -> tuple[Problem, ...]:
    """Return all problems of all files, in the order of files and places."""
    return _problems(audit, answers.sheets(audit))


def sound(audit: Audit) -> tuple[Note, ...]:
    """Return the open answers that may be counted, as :func:`answers.notes` does.

    Raises:
        FaultyFiles: there is an error in any file, so that something would be missed
            (R10).
    """
    return answers.as_notes(map(answers.current, sound_sheets(audit)))


def sound_sheets(audit: Audit) -> tuple[Sheet, ...]:
    """Return the files of open answers, one for each question and coder.

    Raises:
        FaultyFiles: as :func:`sound`.
    """
    found = answers.sheets(audit)
    errors = [one for one in _problems(audit, found) if has_errors([one])]
    if errors:
        raise FaultyFiles(*errors)
    return found


def _problems(audit: Audit, found: tuple[Sheet, ...]) -> tuple[Problem, ...]:
    every: list[Problem] = list(_names(audit, found))
    may = lint.known(audit)
    for sheet in found:
        every += sheet.problems
        every += _coder(may, sheet)
        every += _blocks(audit, may, sheet)
    return tuple(sorted(every, key=lambda one: (one.place.file, one.place, one.code)))


def _names(audit: Audit, found: tuple[Sheet, ...]) -> Iterator[Problem]:
    known = {one.name for one in found}
    for name in answers.files(audit):
        if name not in known:
            yield problem("answers-file-name", answers.problem_place(name))
    for path in answers.strays(audit):
        yield problem("note-stray", answers.problem_place(path.name))


def _coder(may: Known, sheet: Sheet) -> Iterator[Problem]:
    if sheet.coder and sheet.coder not in may.aliases:
        facts = {"key": "coder", "hint": hint(sheet.coder, may.aliases)}
        place = answers.problem_place(sheet.name)
        yield problem("note-place-unknown", place, **facts)


def _blocks(audit: Audit, may: Known, sheet: Sheet) -> Iterator[Problem]:
    asked, there = sheet.asked, set()
    for block in sheet.blocks:
        place = answers.problem_place(sheet.name, block.line)
        mark = asked.mark_of(block)
        if not answers.base(block.row) or block.question != asked.question.id:
            yield problem("answers-line", place)
        elif mark is None or mark not in asked.given:
            yield problem("answers-gone", place, audit=audit.slug)
        elif not asked.is_current(block):
            yield problem("answers-changed", place, audit=audit.slug)
        else:
            there.add(mark)
        yield from lint.of_block(may, answers.shown(sheet.name), block)
    if set(asked.given) - there:
        place = answers.problem_place(sheet.name)
        yield problem("answers-missing", place, audit=audit.slug)
