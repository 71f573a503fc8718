"""How far an audit has come, in numbers that may be told of it as a whole."""

import datetime as dt
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.model.plan import Group, Plan, Step, Unit
from brukarrevision.rawdata.purge import State, state
from brukarrevision.store import Store, people


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one audit has come.

    Attributes:
        step: the first that is not done; ``due``: when it is to be.
        responses: to all surveys, in the last round that anybody has answered in.
        invited: those who were asked, None where the plan does not say of all.
        releases: names of what is published.
        erase_by: when raw data goes; ``erase``: whether it has.
    """

    slug: str
    title: str
    step: str | None
    due: dt.date | None
    responses: int
    invited: int | None
    releases: tuple[str, ...]
    erase_by: dt.date
    erase: State

    @property
    def percent(self) -> int | None:
        """Return how many of those invited have answered, in whole percent."""
        return round(100 * self.responses / self.invited) if self.invited else None


def of(audit: Audit) -> Standing:
    """Return how far an audit has come."""
    step = _next(audit.plan)
    return Standing(
        slug=audit.slug,
        title=audit.plan.title,
        step=step.id if step else None,
        due=step.due if step else None,
        responses=_responses(audit),
        invited=_invited(audit.plan),
        releases=tuple(audit.published),
        erase_by=audit.plan.anonymity.erase_raw_by,
        erase=state(audit),
    )


def _next(plan: Plan) -> Step | None:
    """Return the step that is to be done next: the earliest due, else the first."""
    left = [step for step in plan.steps if not step.done]
    return min(left, key=lambda step: step.due or dt.date.max, default=None)


def _responses(audit: Audit) -> int:
    """Count responses; that two surveys have one id in common says nothing."""
    with Store.open(audit.store_path) as store:
        origins = people.origins(store)
    rounds = [one.id for one in audit.plan.rounds]
    answered = {one.round for one in origins}
    last = next((name for name in reversed(rounds) if name in answered), None)
    return sum(last in (None, one.round) for one in origins)


def _invited(plan: Plan) -> int | None:
    """Return how many were asked, if it is said of all groups or of all units."""
    lists: tuple[tuple[Unit | Group, ...], ...] = (plan.groups, plan.units)
    for items in lists:
        numbers = [one.invited for one in items if one.invited is not None]
        if items and len(numbers) == len(items):
            return sum(numbers)
    return None
