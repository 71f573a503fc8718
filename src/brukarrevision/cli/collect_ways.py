"""The ways of ``collect``: files are read, forms keyed in, imports shown or undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from brukarrevision.errors import NOWHERE, WrongUsage, problem

ATTRIBUTES = ("unit", "group", "round", "mode", "help")
_NAMES = {"help": "--helped", "dry_run": "--dry-run"}
_FITS = {"--log": (), "--undo": ("--yes",), "--enter": ("--second",), "--second": ()}


def go(
    given: Sequence[str], form: str, wishes: Mapping[str, Any], ways: Mapping[str, Any]
) -> None:
    """Do what was asked for.

    Args:
        given: the audit, if it was named, and files.
        form: text or json.
        wishes: of files that are read.
        ways: options that are about something else, by name.
    """
    way = next((name for name in _FITS if ways[name]), None)
    if way is None:
        from brukarrevision.cli import collect_steps

        collect_steps.read(given, form, wishes)
        return
    unfit = _unfit(way, form, wishes, ways)
    if way in ("--enter", "--second"):
        from brukarrevision.cli import enter_steps

        stated = {name: wishes[name] for name in ATTRIBUTES}
        enter_steps.enter(
            given, ways["--enter"], stated, second=ways["--second"], unfit=unfit
        )
        return
    for name in unfit:
        facts = {"one": way, "other": name}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    if len(given) > 1:
        facts = {"option": way, "files": ", ".join(given[1:])}
        raise WrongUsage(problem("collect-files", NOWHERE, **facts))
    _correct(way, given[0] if given else None, form, yes=ways["--yes"])


def _correct(way: str, name: str | None, form: str, *, yes: bool) -> None:
    """Show what was imported, or take the last import back."""
    if way == "--log":
        from brukarrevision.cli import collect_log

        collect_log.tell(name, form)
    else:
        from brukarrevision.cli import collect_undo

        collect_undo.undo(name, form, yes=yes)


def _unfit(
    way: str, form: str, wishes: Mapping[str, Any], ways: Mapping[str, Any]
) -> list[str]:
    """Return the options that were given and say nothing of what is to be done."""
    entering = way in ("--enter", "--second")
    said = [name for name, value in wishes.items() if value]
    if entering:
        said = [name for name in said if name not in ATTRIBUTES]
    others = [_NAMES.get(name, f"--{name}") for name in said]
    others += [n for n, one in ways.items() if one and n not in (way, *_FITS[way])]
    return [*others, *(["--format"] if entering and form != "text" else [])]
