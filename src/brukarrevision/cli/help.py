"""The help pages: every word our own, in the language in use."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from brukarrevision.i18n import tr

_WIDEST = 80
_COLUMN = 28

Row = tuple[str, str]


class Group(TyperGroup):
    """The program, with help in the user's language."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """Return the help page: what the program is for, and its commands."""
        words = tr("[FLAGGOR] KOMMANDO ...", "[OPTIONS] COMMAND ...")
        rows = [(name, str(one.help)) for name, one in self.commands.items()]
        title = tr("Kommandon", "Commands")
        return _page(self, f"{ctx.command_path} {words}", [(title, rows)])


class Command(TyperCommand):
    """A command, with help in the user's language."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """Return the help page: what the command does, and what may be given."""
        given = [one for one in self.params if not _is_option(one)]
        words = [_called(one) for one in given]
        usage = " ".join([ctx.command_path, *words, tr("[FLAGGOR]", "[OPTIONS]")])
        rows = [(str(one.metavar), _said(one)) for one in given]
        return _page(self, usage, [(tr("Argument", "Arguments"), rows)])


def _page(
    command: TyperGroup | TyperCommand,
    usage: str,
    lists: Sequence[tuple[str, Sequence[Row]]],
) -> str:
    """Return a page: usage, purpose, lists of what may be written, an example."""
    options = [_row(one) for one in command.params if _is_option(one)]
    asked = ("-h, --help", tr("Visa den här hjälpen.", "Show this help."))
    every = [*lists, (tr("Flaggor", "Options"), [*options, asked])]
    lines = [f"{tr('Användning', 'Usage')}: {usage}", "", *_wrapped(str(command.help))]
    for title, rows in every:
        if rows:
            lines += ["", f"{title}:", *_listed(rows)]
    if command.epilog:
        examples = [f"  {line}" for line in command.epilog.split("\n")]
        lines += ["", f"{tr('Exempel', 'Example')}:", *examples]
    return "\n".join(lines)


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
    return (f"{names} {one.metavar}" if one.metavar else names), _said(one)


def _said(one: Any) -> str:  # noqa: ANN401
    return str(one.help)
