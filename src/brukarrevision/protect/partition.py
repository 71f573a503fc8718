"""R1: respondents are split once, by sizes alone, into leaves large enough."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brukarrevision.protect.policy import Policy
from brukarrevision.tally import Key


@dataclass(frozen=True, slots=True)
class Leaf:
    """Respondents who are never split further.

    Attributes:
        keys: the combinations of attribute values that are together in it.
        size: how many respondents it has.
    """

    keys: tuple[Key, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Partition:
    """All leaves, and the combinations whose respondents are in no number at all."""

    leaves: tuple[Leaf, ...]
    left_out: tuple[Key, ...]


def partition(
    sizes: Mapping[Key, int], order: Callable[[Key], object], policy: Policy
) -> Partition:
    """Return the leaves of one question and round.

    Those too small are merged; if they are too few even together they are left out, or
    joined to the smallest other leaf where the plan says ``too_few: merge``.

    Args:
        sizes: respondents of each combination of the partition's attributes.
        order: the sort key of a combination, from the plan.
        policy: how many a leaf must have.
    """
    keys = sorted((k for k in sizes if sizes[k]), key=order)  # type: ignore[arg-type]
    large = [Leaf((k,), sizes[k]) for k in keys if sizes[k] >= policy.min_group]
    small = tuple(k for k in keys if sizes[k] < policy.min_group)
    together = sum(sizes[k] for k in small)
    if not small:
        return Partition(tuple(large), ())
    if together >= policy.min_group:
        return Partition((*large, Leaf(small, together)), ())
    if policy.too_few == "merge" and large:
        return Partition(_joined(large, small, together), ())
    return Partition(tuple(large), small)


def _joined(
    large: list[Leaf], small: tuple[Key, ...], together: int
) -> tuple[Leaf, ...]:
    """Return the leaves with the few joined to the smallest, the first of equals."""
    at = min(range(len(large)), key=lambda i: large[i].size)
    host = large[at]
    merged = Leaf((*host.keys, *small), host.size + together)
    return tuple(merged if i == at else leaf for i, leaf in enumerate(large))
