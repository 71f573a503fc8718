"""Which colour a part of a chart has, and whether text on it is light or dark.

Orange-brown and blue-green can be told apart by people who see red and green alike.
Five parts cannot all differ 3:1 from their neighbours (WCAG 1.4.11): white separators,
printed values and the table beside the chart carry the rest (1.4.1).
"""

from collections.abc import Sequence

from brukarrevision.report.blocks import Role

WHITE = "FFFFFF"
DARK = "10353B"
_ENDS: dict[Role, tuple[str, str]] = {
    "negative": ("8F3A0A", "F2B688"),
    "positive": ("0B5563", "9BD0CE"),
    "neutral": ("8C979C", "D3D9DC"),
    "plain": ("1B4F7A", "B9D3E8"),
    "protected": ("F3F5F6", "F3F5F6"),
}
_SINGLE: dict[Role, str] = {
    "negative": "B8560F",
    "positive": "0F6B74",
    "neutral": "C3CBCF",
    "plain": "1B4F7A",
    "protected": "F3F5F6",
}
# Without an order to show, neighbours differ in hue and in lightness.
_MANY = ("1B4F7A", "E3B65B", "6B3F73", "A9CFE5", "8A4B2A", "BFD4A0")
_MOST_IN_A_RAMP = 3
_OPPOSITE: dict[Role, Role] = {"negative": "positive", "positive": "negative"}


def colours(roles: Sequence[Role]) -> list[str]:
    """Return a colour for each part of a bar, in order.

    The parts of one role are graded; the outermost answer of a scale is the darkest.
    """
    found = [""] * len(roles)
    for role in dict.fromkeys(roles):
        places = [at for at, one in enumerate(roles) if one == role]
        for place, colour in zip(places, _ramp(role, roles, len(places)), strict=True):
            found[place] = colour
    return found


def _ramp(role: Role, roles: Sequence[Role], count: int) -> list[str]:
    if count == 1:
        return [_SINGLE[role]]
    if role == "plain" and count > _MOST_IN_A_RAMP:
        return [_MANY[at % len(_MANY)] for at in range(count)]
    dark, light = _ENDS[role]
    ramp = [_between(dark, light, at / (count - 1)) for at in range(count)]
    other = _OPPOSITE.get(role)
    last = other in roles and roles.index(other) < roles.index(role) if other else False
    return ramp[::-1] if last else ramp


def _between(dark: str, light: str, share: float) -> str:
    pairs = zip(bytes.fromhex(dark), bytes.fromhex(light), strict=True)
    return bytes(round(one + (two - one) * share) for one, two in pairs).hex().upper()


def _luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG
        for part in (value / 255 for value in bytes.fromhex(colour))
    ]
    return sum(
        one * two for one, two in zip(parts, (0.2126, 0.7152, 0.0722), strict=True)
    )


def contrast(one: str, two: str) -> float:
    """Return how much two colours differ in lightness, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str) -> str:
    """Return the colour of text on a fill: white or dark, whichever reads better."""
    return max((WHITE, DARK), key=lambda ink: contrast(ink, colour))
