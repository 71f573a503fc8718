"""Where in the finished files any few words stand together.

The files are small and the responses may be many, so it is the files that are indexed:
each answer is then looked up in time that depends on its own length alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from brukarrevision.finished.unpack import Part

LONGEST = 8
"""So many words in a row are looked for; of a longer answer, every such row."""

_WORD = re.compile(r"[^\W_]+")

Where = tuple[str, str]
"""A file, and a part of it in words."""

Window = tuple[str, ...]


@dataclass
class Index:
    """Rows of up to :data:`LONGEST` words, with the places where they stand first.

    Attributes:
        windows: rows of words; those that may be said are taken out.
        vocabulary: every word there is, whatever may be said.
        seen: words as people see them; ``texts``: whole texts.
    """

    windows: dict[Window, Where] = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    seen: dict[str, Where] = field(default_factory=dict)
    texts: dict[str, Where] = field(default_factory=dict)

    def add(self, where: Where, part: Part) -> None:
        """Enter all texts of a part."""
        for text in part.texts:
            if text in self.texts:
                continue
            self.texts[text] = where
            said = words(text)
            self.vocabulary.update(said)
            for window in windows(said):
                self.windows.setdefault(window, where)
        if part.is_seen:
            for text in part.seen:
                for word in re.findall(r"[\w-]+", text):
                    self.seen.setdefault(word, where)

    def allow(self, texts: Iterable[str]) -> None:
        """Take out what may be said: what the auditors ask, and approved quotes."""
        for text in texts:
            for window in windows(words(text)):
                self.windows.pop(window, None)


def words(text: str) -> list[str]:
    """Return the words of a text, alike up to signs, capitals and white space."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def windows(said: Sequence[str]) -> Iterable[Window]:
    """Yield each row of words, from one to :data:`LONGEST` of them."""
    for at in range(len(said)):
        for end in range(at + 1, min(at + LONGEST, len(said)) + 1):
            yield tuple(said[at:end])
