"""Checks of ``published/`` against the private ledger and the audit as it is (R9)."""

from collections.abc import Iterator

from brukarrevision import releases
from brukarrevision.audit import Audit
from brukarrevision.errors import Problem
from brukarrevision.store import Store


def releases_stand(audit: Audit) -> Iterator[Problem]:
    """What has been published is there, unchanged, and still fits the questions."""
    with Store.open(audit.store_path) as store:
        yield from releases.faults(audit, store)


CHECKS = (releases_stand,)
