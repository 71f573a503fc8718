"""Which themes the same people mention."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from brukarrevision.model.codebook import Codebook
from brukarrevision.themes.mentions import Said


def together(
    everybody: Iterable[Said], codebook: Codebook
) -> dict[tuple[str, str], int]:
    """Return how many respondents mention both of two themes, the most first.

    A theme holds what its parts hold; a theme and a part of it are no pair. Raw counts.

    Args:
        everybody: what each respondent mentions.
        codebook: gives the order, also where as many mention two pairs.
    """
    line = codebook.upwards()
    order = list(line)
    found: Counter[tuple[str, str]] = Counter()
    for said in everybody:
        codes = {up for some in said.values() for one in some for up in line[one]}
        own = [theme for theme in order if theme in codes]
        found.update(
            (a, b)
            for a, b in combinations(own, 2)
            if a not in line[b] and b not in line[a]
        )
    rank = {theme: at for at, theme in enumerate(order)}
    most = sorted(found, key=lambda p: (-found[p], rank[p[0]], rank[p[1]]))
    return {pair: found[pair] for pair in most}
