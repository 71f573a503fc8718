"""A survey of LimeSurvey read as an instrument; whatever cannot be kept is listed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.exchange import phrases
from brukarrevision.exchange.assembling import MOST_QUESTIONS, assemble
from brukarrevision.exchange.found import Asked, Condition, Found, Option, Section
from brukarrevision.exchange.languages import shown
from brukarrevision.exchange.limesurvey import letters, lss, tsv
from brukarrevision.exchange.limesurvey.relevance import OTHER, Names, condition
from brukarrevision.exchange.limesurvey.rows import as_text
from brukarrevision.exchange.limesurvey.survey import Item, Page, Part, Said, Survey
from brukarrevision.exchange.limits import as_number
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.intake.ids import ascii_word
from brukarrevision.intake.names import cut
from brukarrevision.model.base import Language
from brukarrevision.model.mapping import RESPONSE_USES

_COMMENT = {"sv": "Kommentar", "en": "Comment"}
_FORMULA = re.compile(r"\{\S[^{}]*\}")
_NUMBERED = re.compile(r"(?:SQ)?\d+")
"""Codes that LimeSurvey gives rows itself."""

_AREA_ID = 20


def claims(path: Path) -> bool:
    """Tell whether a file is a survey's structure as LimeSurvey writes it."""
    return tsv.claims(path) or lss.claims(path)


def read(path: Path, instrument_id: str, language: Language) -> Questionnaire:
    """Return a survey of LimeSurvey as an instrument, a draft, and what is not in it.

    Args:
        path: a structure (.txt) or an .lss that :func:`claims` is true of.
        instrument_id: the id of the instrument.
        language: of the audit; texts in it are taken where there are any.

    Raises:
        FaultyFiles: the file cannot be read, is larger than any survey, or has no
            question that can be kept.
    """
    survey = tsv.read_tsv(path) if tsv.claims(path) else lss.read_lss(path)
    place = Place(path.name)
    if sum(len(page.items) for page in survey.pages) > MOST_QUESTIONS:
        raise FaultyFiles(problem("foreign-large", place))
    found = _Reading(survey, place, path.stem, language).result()
    return assemble(found, instrument_id)


class _Reading:
    """Goes through the questions of one survey."""

    def __init__(
        self, survey: Survey, place: Place, name: str, language: Language
    ) -> None:
        self.survey, self.language = survey, language
        self.items = [one for page in survey.pages for one in page.items]
        self.base = self._base()
        title = self._said(survey.titles)[0] or name
        self.found = Found(title, language, place, notes=[*survey.notes])
        if self.base != language:
            facts = {"language": shown(self.base), "wanted": shown(language)}
            self.found.notes.append(Problem("foreign-language", place, facts))
        codes = [one.code for one in self.items]
        codes += [code for one in self.items if _is_array(one) for code in one.parts]
        self.times = Counter(code.casefold() for code in codes)
        self.names = self._names()

    def _base(self) -> str:
        spoken = {code for one in self.items for code in one.texts}
        known = self.language in spoken or not spoken
        return self.language if known else self.survey.base

    def _note(self, code: str, place: Place, **facts: str) -> None:
        self.found.notes.append(Problem(code, place, facts))

    def _said(self, texts: Said, *, every: bool = True) -> tuple[str, Said]:
        """Return a text in the language taken, and the others that differ from it.

        Args:
            texts: as they stand in the file.
            every: take another language where there is none in this one.
        """
        plain = {code: as_text(text) for code, text in texts.items()}
        first = plain.get(self.base, "")
        if every and not first:
            first = next(filter(None, plain.values()), "")
        others = plain.items()
        return first, {
            c: t for c, t in others if t not in ("", first) and c != self.base
        }

    # -- names -----------------------------------------------------------------

    def _names(self) -> Names:
        """Return what conditions may name."""
        names = Names(aliases=self.survey.aliases)
        for one in self.items:
            if _is_array(one):
                for part in one.parts.values():
                    names.single[f"{one.code}_{part.code}"] = self._row_name(one, part)
                continue
            kind = letters.PLAIN.get(one.letter)
            if kind == "select_one":
                names.single[one.code] = one.code
            elif kind == "select_multiple":
                for part in one.parts.values():
                    names.ticked[f"{one.code}_{part.code}"] = (one.code, part.code)
            elif kind == "rank":
                names.places[one.code] = len(one.answers)
                for at in range(1, len(one.answers) + 1):
                    names.ranked[f"{one.code}_{at}"] = (one.code, at)
        return names

    def _row_name(self, item: Item, part: Part) -> str:
        """Return what a row is called: by its code, if that says something alone."""
        if len(item.parts) == 1 and not any(part.texts.values()):
            return item.code
        alone = self.times[part.code.casefold()] == 1
        alone = alone and not _NUMBERED.fullmatch(part.code)
        return part.code if alone else f"{item.code}{part.code}"

    # -- pages -----------------------------------------------------------------

    def result(self) -> Found:
        for page in self.survey.pages:
            self._page(page)
        return self.found

    def _page(self, page: Page) -> None:
        label, others = self._said(page.texts)
        asked = any(one.questions for one in self.found.sections)
        about = not asked and label in phrases.ABOUT_YOU.values()
        section = self._section(label, others, page.place, background=about)
        if not page.items:
            self._note("foreign-empty-group", page.place, name=cut(label))
        for item in page.items:
            outer = self._conditions(page.relevance, page.place, label)
            own = (*outer, *self._conditions(item.relevance, item.place))
            if not self._kept(item):
                continue
            if not _is_array(item):
                section.questions += self._plain(item, own)
                continue
            said, more = self._said(item.texts)
            rows = [*self._rows(item, own)]
            if said in ("", label, *phrases.EACH_ROW.values()) or len(rows) == 1:
                section.questions += rows
            else:
                self._section(said, more, item.place).questions += rows
                section = self._section(label, others, page.place)

    def _section(
        self, label: str, others: Said, place: Place, *, background: bool = False
    ) -> Section:
        name = ascii_word(label)[:_AREA_ID] or f"g{len(self.found.sections) + 1}"
        taken = {one.name for one in self.found.sections if one.questions}
        if name in taken:
            name = f"{name[: _AREA_ID - 3]}-{len(self.found.sections) + 1}"
        section = Section(name, label, place, others, [], background)
        self.found.sections.append(section)
        return section

    def _kept(self, item: Item) -> bool:
        """Tell whether a question is one that there is here; note it if not."""
        if item.code in RESPONSE_USES:
            self._note("foreign-attribute", item.place, id=item.code)
        elif item.letter not in letters.PLAIN and item.letter not in letters.ROWS:
            self._note("foreign-type", item.place, type=cut(item.letter) or "–")
        else:
            return True
        return False

    def _conditions(
        self, text: str, place: Place, group: str = ""
    ) -> tuple[Condition, ...]:
        said = condition(text, self.names)
        return (Condition(said, place, group),) if said else ()

    # -- questions --------------------------------------------------------------

    def _asked(self, name: str, item: Item, said: Said) -> Asked:
        kind = letters.PLAIN.get(item.letter) or letters.ROWS[item.letter]
        label, others = self._said(said)
        one = Asked(name, kind, label or name, item.place)
        one.translations = others
        one.required = item.required
        if kind == "decimal":
            one.start = as_number(item.settings.get("min_num_value_n", ""))
            one.end = as_number(item.settings.get("max_num_value_n", ""))
            if item.settings.get("num_value_int_only") == "1":
                one.type = "integer"
        if any(_FORMULA.search(text) for text in said.values()):
            self._note("foreign-reference", item.place, id=cut(name))
        return one

    def _plain(self, item: Item, own: tuple[Condition, ...]) -> Iterator[Asked]:
        one = self._asked(item.code, item, item.texts)
        hint, hints = self._said(item.helps, every=False)
        one.hint, one.hint_translations = hint or None, hints if hint else {}
        one.conditions = own
        parts = item.parts if item.letter in letters.TICKED else item.answers
        if one.type in ("select_one", "select_multiple", "rank"):
            one.listed = self._listed(item, parts)
            if one.listed is None:
                self._note("foreign-list", item.place, id=cut(item.code), list="–")
                return
        self._settings(item)
        yield one
        yield from self._beside(item, own)

    def _rows(self, item: Item, own: tuple[Condition, ...]) -> Iterator[Asked]:
        """Yield a question for each row; one without a text is the question itself."""
        listed = None
        if letters.ROWS[item.letter] == "select_one":
            listed = self._listed(item, item.answers)
        if not item.parts or (listed is None and item.letter in "FH"):
            self._note("foreign-list", item.place, id=cut(item.code), list="–")
            return
        self._settings(item)
        for part in item.parts.values():
            texts = part.texts if any(part.texts.values()) else item.texts
            one = self._asked(self._row_name(item, part), item, texts)
            one.place, one.listed = part.place, listed
            one.conditions = (*own, *self._conditions(part.relevance, part.place))
            yield one
        if self._said(item.helps)[0]:
            self._note("foreign-columns", item.place, columns="help")

    def _listed(self, item: Item, parts: Mapping[str, Part]) -> str | None:
        """Return the list that a question chooses from, None if it has none."""
        options = [self._option(part) for part in parts.values()] or self._implied(item)
        if item.other and not _is_array(item):
            label = self._other_label(item)
            options.append(Option(OTHER, label, {}, item.place))
        if not options:
            return None
        said = [(one.name, one.label, one.translations) for one in options]
        for name, known in self.found.lists.items():
            if said == [(one.name, one.label, one.translations) for one in known]:
                return name
        self.found.lists[item.code] = options
        return item.code

    def _option(self, part: Part) -> Option:
        label, others = self._said(part.texts)
        return Option(part.code, label or part.code, others, part.place)

    def _implied(self, item: Item) -> list[Option]:
        return [
            Option(code, sv if self.language == "sv" else en, {}, item.place)
            for code, sv, en in letters.ANSWERS.get(item.letter, ())
        ]

    def _other_label(self, item: Item) -> str:
        own = as_text(item.settings.get("other_replace_text", ""))
        return own or phrases.OTHER[self.language][0]

    def _beside(self, item: Item, own: tuple[Condition, ...]) -> Iterator[Asked]:
        """Yield the questions of what people write beside what they choose."""
        if item.other:
            name = f"{item.code}other"
            one = Asked(name, "text", phrases.OTHER[self.language][1], item.place)
            leads = Condition(f"selected(${{{item.code}}}, '{OTHER}')", item.place)
            one.conditions = (*own, leads)
            self._note("foreign-other", item.place, id=cut(item.code), other=name)
            yield one
        if item.letter == "O":
            name = f"{item.code}comment"
            one = Asked(name, "text", _COMMENT[self.language], item.place)
            one.conditions = own
            yield one

    def _settings(self, item: Item) -> None:
        """Note what a question says that is not kept."""
        every = [name for name in item.settings if name in letters.SETTINGS]
        if item.letter == "P":
            every.append("comment")
        if not _is_array(item):
            every += [
                "relevance"
                for part in item.parts.values()
                if self._conditions(part.relevance, part.place)
            ][:1]
        if every:
            columns = ", ".join(sorted(every))
            self._note("foreign-columns", item.place, columns=columns)


def _is_array(item: Item) -> bool:
    return item.letter in letters.ROWS
