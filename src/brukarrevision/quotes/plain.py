"""Text without what nobody sees, so that no sign hides a name or a number."""

import re
import unicodedata

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
"""Letters and marks that are drawn as nothing, as control signs are."""


def visible(text: str) -> str:
    """Return a text as it looks: what is not drawn taken out, single spaces.

    Soft hyphens and zero-width spaces come along when texts are pasted, and cut words
    in two for whoever looks for them.
    """
    kept = (one for one in text if one.isspace() or not _is_unseen(one))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def folded(text: str) -> str:
    """Return a text with the letters and figures that others stand for.

    Full-width and mathematical ones, and the figures of other scripts.
    """
    plain = unicodedata.normalize("NFKC", visible(text))
    return re.sub(r"\d", lambda match: str(unicodedata.decimal(match[0])), plain)


def _is_unseen(sign: str) -> bool:
    return sign in _UNSEEN or unicodedata.category(sign) in ("Cc", "Cf")
