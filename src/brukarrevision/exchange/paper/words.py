"""The words on a form that are nobody's question: how to answer, where to go on.

They are there in Swedish and English. For another language an organisation writes
``templates/forms/<code>.yaml``; what that leaves out is said in the plan's language.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from brukarrevision import modelfile
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.exchange.paper.tongues import Said, Tongue
from brukarrevision.files import is_file, leads_out
from brukarrevision.model.base import Format, Model, Text
from brukarrevision.workspace import Workspace

FOLDER = "forms"


Word = Literal[
    "who",
    "voluntary",
    "how",
    "mistake",
    "number",
    "about_you",
    "each_row",
    "several",
    "order",
    "only_if",
    "and_if",
    "go_on",
    "finished",
    "or",
    "whole",
    "decimal",
    "between",
    "date",
    "unit",
    "group",
    "round",
    "before_talk",
    "before_voluntary",
    "before_notes",
    "before_names",
    "talk",
    "day",
    "place",
    "people",
    "time",
    "interviewers",
    "notes",
    "thanks",
    "page",
    "of",
]
Words = dict[Word, Text]

_SWEDISH: Words = {
    "who": "Det är {auditor} som frågar. Vi gör en brukarrevision: personer med egen "
    "erfarenhet granskar hur stöd och vård fungerar.",
    "voluntary": "Det är frivilligt att svara. Du kan hoppa över frågor. Skriv inte "
    "ditt namn. Ingen i verksamheten får veta vad just du har svarat.",
    "how": "Sätt kryss i rutan framför det svar som stämmer bäst. Sätt ett kryss på "
    "varje fråga, om det inte står något annat.",
    "mistake": "Blev det fel? Fyll i hela rutan och kryssa i en annan.",
    "number": "Nr (revisorerna skriver det när svaren har kommit in)",
    "about_you": "Om dig",
    "each_row": "Sätt ett kryss på varje rad.",
    "several": "Du kan sätta flera kryss.",
    "order": "Skriv 1 i rutan vid det viktigaste, 2 vid det näst viktigaste och så "
    "vidare.",
    "only_if": "Svara bara om du svarade {answers} på fråga {number}",
    "and_if": "och {answers} på fråga {number}",
    "go_on": "Svarade du {answers}? Gå till fråga {number}.",
    "finished": "Svarade du {answers}? Då är du klar.",
    "or": "eller",
    "whole": "Skriv ett heltal:",
    "decimal": "Skriv ett tal:",
    "between": "Skriv ett tal från {low} till {high}:",
    "date": "Skriv datum (år, månad, dag):",
    "unit": "Vilken verksamhet gäller dina svar?",
    "group": "Vem är du som svarar?",
    "round": "Vilken omgång gäller det?",
    "before_talk": "Innan ni börjar",
    "before_voluntary": "Berätta att det är frivilligt, att det går att hoppa över "
    "frågor och att sluta när som helst.",
    "before_notes": "Fråga om det är okej att ni antecknar, och om ni får använda ett "
    "citat utan namn.",
    "before_names": "Skriv inga namn och inget annat som visar vem ni pratar med.",
    "talk": "Samtal (till exempel I-01)",
    "day": "Datum",
    "place": "Verksamhet",
    "people": "Grupp",
    "time": "Omgång",
    "interviewers": "Intervjuare (alias)",
    "notes": "Anteckningar",
    "thanks": "Tack för dina svar!",
    "page": "Sida",
    "of": "av",
}
_ENGLISH: Words = {
    "who": "The questions come from {auditor}. We are doing a user-led audit: people "
    "with experience of their own review how support and care work.",
    "voluntary": "Answering is voluntary. You may skip questions. Do not write your "
    "name. Nobody at the service will know what you answered.",
    "how": "Tick the box before the answer that fits best. Tick one box for each "
    "question, unless it says something else.",
    "mistake": "Made a mistake? Fill in the whole box and tick another.",
    "number": "No. (the auditors write it once the answers are in)",
    "about_you": "About you",
    "each_row": "Tick one box on every row.",
    "several": "You may tick several.",
    "order": "Write 1 in the box beside what matters most, 2 beside what comes next, "
    "and so on.",
    "only_if": "Answer only if you answered {answers} to question {number}",
    "and_if": "and {answers} to question {number}",
    "go_on": "Did you answer {answers}? Go to question {number}.",
    "finished": "Did you answer {answers}? Then you are done.",
    "or": "or",
    "whole": "Write a whole number:",
    "decimal": "Write a number:",
    "between": "Write a number from {low} to {high}:",
    "date": "Write a date (year, month, day):",
    "unit": "Which service are your answers about?",
    "group": "Which of these are you?",
    "round": "Which round is it?",
    "before_talk": "Before you begin",
    "before_voluntary": "Say that taking part is voluntary, and that they may skip "
    "questions and stop at any time.",
    "before_notes": "Ask if you may take notes, and if you may use a quote without a "
    "name.",
    "before_names": "Write no names, and nothing else that shows who you are talking "
    "to.",
    "talk": "Conversation (such as I-01)",
    "day": "Date",
    "place": "Service",
    "people": "Group",
    "time": "Round",
    "interviewers": "Interviewers (aliases)",
    "notes": "Notes",
    "thanks": "Thank you for your answers!",
    "page": "Page",
    "of": "of",
}
SHIPPED: dict[str, Words] = {"sv": _SWEDISH, "en": _ENGLISH}


class OwnWords(Model):
    """``templates/forms/<code>.yaml``: the words of a form, in another language."""

    format: Format
    words: Words


@dataclass(frozen=True, slots=True)
class Phrases:
    """Says the words of a form, each in the language there is of it.

    Attributes:
        own: the organisation's own words, in the language wanted.
        wanted: the language of the form; ``base``: what other words are said in.
    """

    own: Words
    wanted: Tongue
    base: Tongue

    def say(self, name: Word, **parts: object) -> Said:
        """Return words by name, with their parts put in."""
        text = self.own.get(name) or SHIPPED[self.base.code][name]
        for part, value in parts.items():
            text = text.replace(f"{{{part}}}", str(value))
        return Said(text, self.wanted if name in self.own else self.base)

    @property
    def missing(self) -> tuple[Word, ...]:
        """Return the words that are in another language than that of the form."""
        if self.wanted == self.base:
            return ()
        return tuple(word for word in SHIPPED["sv"] if word not in self.own)


def phrases(place: Workspace, wanted: Tongue, base: Tongue) -> Phrases:
    """Return the words of a form in a language.

    Args:
        place: has the organisation's own templates.
        wanted: the language of the form.
        base: that of the plan, which has all words.

    Raises:
        FaultyFiles: the organisation's own words have faults.
    """
    path = place.templates / FOLDER / f"{wanted.file}.yaml"
    own = _own(path, place.root) if is_file(path) else {}
    return Phrases(own, wanted, wanted if wanted.code in SHIPPED else base)


def _own(path: Path, root: Path) -> Words:
    name = path.relative_to(root).as_posix()
    if leads_out(path, root):
        raise FaultyFiles(problem("file-link-outside", Place(name), folder=root.name))
    loaded = modelfile.read(path, OwnWords, name)
    if loaded.model is None:
        raise FaultyFiles(*loaded.problems)
    return loaded.model.words
