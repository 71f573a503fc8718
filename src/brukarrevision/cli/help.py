"""The help pages: every word our own, in the language in use."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import typer

from brukarrevision.i18n import tr

_WIDEST = 80
_COLUMN = 28

Row = tuple[str, str]


def page(words: Sequence[str]) -> str:
    """Return the help page of the command among the words, else of the program.

    It is made without running the library, which would load much more than it needs.
    """
    from brukarrevision.cli.app import app

    command: Any = typer.main.get_command(app)
    called = ["brukarrevision"]
    for word in words:
        inside = getattr(command, "commands", {})
        if word in inside:
            called.append(word)
            command = inside[word]
    if hasattr(command, "commands"):
        return _group(command, called)
    given = [one for one in command.params if not _is_option(one)]
    called += [*map(_called, given), tr("[FLAGGOR]", "[OPTIONS]")]
    rows = [(str(one.metavar), str(one.help)) for one in given]
    return _page(command, " ".join(called), (tr("Argument", "Arguments"), rows))


def _group(command: Any, called: Sequence[str]) -> str:  # noqa: ANN401
    """Return the page of the program, or of commands that share their first word."""
    more = tr("[FLAGGOR] KOMMANDO ...", "[OPTIONS] COMMAND ...")
    if len(called) > 1:
        more = tr("KOMMANDO ...", "COMMAND ...")
    rows = [(name, str(one.help)) for name, one in command.commands.items()]
    usage = f"{' '.join(called)} {more}"
    return _page(command, usage, (tr("Kommandon", "Commands"), rows))


def _page(command: Any, usage: str, listed: tuple[str, Sequence[Row]]) -> str:  # noqa: ANN401
    """Return a page: usage, purpose, what may be written, an example."""
    options = [_row(one) for one in command.params if _is_option(one)]
    asked = ("-h, --help", tr("Visa den här hjälpen.", "Show this help."))
    lines = [f"{tr('Användning', 'Usage')}: {usage}", "", *_wrapped(str(command.help))]
    for title, rows in (listed, (tr("Flaggor", "Options"), [*options, asked])):
        if rows:
            lines += ["", f"{title}:", *_listed(rows)]
    examples = (f"  {line}" for line in str(command.epilog).split("\n"))
    return "\n".join([*lines, "", f"{tr('Exempel', 'Example')}:", *examples])


def _wrapped(text: str, indent: int = 0) -> list[str]:
    """Return a text as lines that fit the terminal, without their indent."""
    wide = min(_WIDEST, max(shutil.get_terminal_size().columns, 2 * _COLUMN))
    return textwrap.wrap(text, wide - indent, break_on_hyphens=False)


def _listed(rows: Sequence[Row]) -> Iterator[str]:
    """Yield rows in two columns."""
    indent = min(_COLUMN, max(len(name) for name, _ in rows) + 4)
    for name, text in rows:
        first, *more = _wrapped(text, indent)
        head = f"  {name}".ljust(indent)
        if len(head) > indent:
            yield head
            head = " " * indent
        yield f"{head}{first}"
        yield from (" " * indent + line for line in more)


def _is_option(one: Any) -> bool:  # noqa: ANN401 - the library's own classes
    return bool(one.param_type_name == "option")


def _called(one: Any) -> str:  # noqa: ANN401
    """Return an argument as the usage line shows it."""
    name = f"{one.metavar}..." if one.nargs != 1 else str(one.metavar)
    return name if one.required or name.startswith("[") else f"[{name}]"


def _row(one: Any) -> Row:  # noqa: ANN401
    names = ", ".join(sorted(one.opts, key=len))
    return (f"{names} {one.metavar}" if one.metavar else names), str(one.help)
