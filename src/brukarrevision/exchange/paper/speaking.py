"""Says what an instrument says, in one of its languages; knows what is untranslated."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from brukarrevision.errors import NOWHERE, Place, Problem, WrongUsage, problem
from brukarrevision.exchange.languages import spoken
from brukarrevision.exchange.paper.tongues import Said, Tongue
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import Instrument
from brukarrevision.workspace import INSTRUMENTS


@dataclass
class Speaker:
    """Says texts in a language, or as they stand where they are not translated.

    Attributes:
        missing: the parts of the instrument that have a text without translation.
    """

    wanted: Tongue
    base: Tongue
    missing: dict[str, None] = field(default_factory=dict)

    def say(self, text: str, translations: Translations, part: str) -> Said:
        """Return a text in the language wanted."""
        line = " ".join(text.split())
        if self.wanted == self.base:
            return Said(line, self.base)
        if found := translations.get(self.wanted.code):
            return Said(" ".join(found.split()), self.wanted)
        self.missing[part] = None
        return Said(line, self.base)

    def notes(self, instrument: Instrument) -> Iterator[Problem]:
        """Yield what is not translated, one for each part."""
        place = f"{INSTRUMENTS}/{instrument.id}.yaml"
        for part in self.missing:
            facts = {"language": self.wanted.code}
            yield problem("form-untranslated", Place(place, part=part), **facts)


def check_language(instrument: Instrument, wanted: str, base: str) -> str:
    """Return a language if the instrument has it.

    Raises:
        WrongUsage: nothing is translated to it; the message names those there are.
    """
    known = spoken(instrument, base)
    if wanted in known:
        return wanted
    facts = {"language": wanted, "known": ", ".join(known)}
    raise WrongUsage(problem("form-language", NOWHERE, name=instrument.id, **facts))
