"""Which tables are printed: totals, or one for each leaf of the partition."""

from collections.abc import Callable, Sequence

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, Refused, WrongUsage, problem
from brukarrevision.modelfile import hint
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.results import Result
from brukarrevision.tables.view import View, of_protected
from brukarrevision.tally import Key


def views(
    audit: Audit, results: Sequence[Result], by: tuple[str, ...]
) -> tuple[View, ...]:
    """Return the tables of some results, in total or split by attributes.

    Raises:
        Refused: an attribute is in no question's partition (R1); the message says
            which partition would allow it.
        WrongUsage: there is no such attribute at all.
    """
    _allowed(audit, results, by)
    return tuple(
        of_protected(result, table, by, audit.plan, keys)
        for result in results
        for table, keys in _tables(result, by)
    )


def _allowed(audit: Audit, results: Sequence[Result], by: tuple[str, ...]) -> None:
    tables = [table for result in results for table in result.protected.leaves]
    allowed = {name for table in tables for name in table.partition}
    known = {"unit", "group"} | {
        question.id for i in audit.instruments.values() for question in i.questions()
    }
    observable = {
        question.id
        for instrument in audit.instruments.values()
        for question in instrument.background
        if question.observable and question.type == "select_one"
    }
    for name in by:
        if name in allowed:
            continue
        if name not in known:
            meant = hint(name, sorted(allowed | {"unit", "group"} | observable))
            raise WrongUsage(problem("by-unknown", NOWHERE, name=name, hint=meant))
        if name not in {"unit", "group"} | observable:
            raise Refused(problem("by-not-observable", NOWHERE, name=name))
        have = ", ".join(sorted(allowed)) or "–"
        wanted = ", ".join([*sorted(allowed), name])
        raise Refused(
            problem("by-not-in-partition", NOWHERE, name=name, have=have, wanted=wanted)
        )


def _tables(
    result: Result, by: tuple[str, ...]
) -> tuple[tuple[ProtectedTable, tuple[Key, ...]], ...]:
    """Return the total, or a table for each value; a leaf that spans values stays one.

    Beside each stand the combinations it was asked for, none for the total.
    """
    leaves = result.protected.leaves
    at = [leaves[0].partition.index(name) for name in by if name in leaves[0].partition]

    def project(key: Key) -> Key:
        return tuple(key[i] for i in at)

    groups: dict[frozenset[Key], tuple[Key, ...]] = {}
    for leaf in leaves:
        group = frozenset(map(project, leaf.keys))
        groups[group] = (*groups.get(group, ()), *leaf.keys)
    groups.pop(frozenset(), None)
    if not at or not groups:
        return ((result.protected.total(), ()),)
    return tuple(
        (result.protected.over(_exactly(group, project)), keys)
        for group, keys in groups.items()
    )


def _exactly(
    group: frozenset[Key], project: Callable[[Key], Key]
) -> Callable[[tuple[Key, ...]], bool]:
    return lambda keys: frozenset(map(project, keys)) == group
