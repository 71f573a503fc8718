"""What follows from what by addition alone."""

from brukarrevision.protect.attacker.statements import Answers, Bound, Statement

Span = tuple[int, int]


class Sums:
    """The statements of one question that do not follow from those before them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.kept: dict[frozenset[str], list[Statement]] = {}

    def add(self, statement: Statement) -> bool:
        """Keep a statement and return True, unless it adds nothing."""
        if self._follows(statement):
            return False
        if statement.n is not None:
            self.kept.setdefault(statement.groups, []).append(statement)
        return True

    def _follows(self, statement: Statement) -> bool:
        """Tell whether everything said follows from what is kept of parts."""
        parts = self._division(statement.groups)
        if not parts:
            return False
        if statement.n is not None and statement.n != sum(p[0].n or 0 for p in parts):
            return False
        return all(
            self._adds_nothing(parts, bound, exactly=statement.n is not None)
            for bound in statement.bounds
        )

    def _adds_nothing(
        self, parts: list[list[Statement]], bound: Bound, *, exactly: bool
    ) -> bool:
        """Tell whether a bound follows from the sums over the parts.

        A routed question that was put to more people, or fewer, than can have given the
        answers leading to it was not put by those answers alone: it tells nothing more.
        """
        of, low, high = bound
        spans = [_span(part, of) for part in parts]
        least, most = (sum(ends) for ends in zip(*spans, strict=True))
        apart = most < low or high < least
        return (low <= least and most <= high) or (apart and not exactly)

    def _division(self, groups: frozenset[str]) -> list[list[Statement]]:
        """Return what is kept of parts that make up the groups, none if none do."""
        inside = sorted((g for g in self.kept if g <= groups), key=len)
        left, found = set(groups), []
        for part in inside:
            if part <= left:
                left -= part
                found.append(self.kept[part])
        return [] if left else found


def _span(statements: list[Statement], of: Answers) -> Span:
    """Return between what the number of some answers lies in one part."""
    lows, highs = zip(*(_counted(s, of) for s in statements), strict=True)
    return max(lows), min(highs)


def _counted(statement: Statement, of: Answers) -> Span:
    """Return what the bounds add up to, if none of them share an answer."""
    n = statement.n or 0
    told: list[str] = [answer for bound in statement.bounds for answer in bound[0]]
    if len(told) > len(set(told)):
        return 0, n
    low = sum(low for some, low, _ in statement.bounds if some <= of)
    high = sum(high for some, _, high in statement.bounds if some & of)
    return low, min(high, n) if of.issubset(told) else n
