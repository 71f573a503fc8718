"""Languages as forms name them: ``Svenska (sv)``."""

import re
from collections.abc import Iterable, Iterator

from brukarrevision.intake.names import fold
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import Instrument

NAMES = {
    "sv": "Svenska",
    "en": "English",
    "am": "አማርኛ",
    "ar": "العربية",
    "bs": "Bosanski",
    "ckb": "کوردیی ناوەندی",
    "da": "Dansk",
    "de": "Deutsch",
    "es": "Español",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "hr": "Hrvatski",
    "ku": "Kurdî",
    "kmr": "Kurmancî",
    "nb": "Norsk bokmål",
    "no": "Norsk",
    "pl": "Polski",
    "prs": "دری",
    "ps": "پښتو",
    "ro": "Română",
    "rom": "Romani",
    "ru": "Русский",
    "se": "Davvisámegiella",
    "so": "Soomaali",
    "sq": "Shqip",
    "sr": "Srpski",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""What people call their own language, by its code."""

_ENGLISH = {
    "albanian": "sq",
    "amharic": "am",
    "arabic": "ar",
    "bosnian": "bs",
    "chinese": "zh",
    "danish": "da",
    "dari": "prs",
    "english": "en",
    "engelska": "en",
    "finnish": "fi",
    "finska": "fi",
    "french": "fr",
    "german": "de",
    "kurdish": "ku",
    "norwegian": "no",
    "persian": "fa",
    "polish": "pl",
    "romanian": "ro",
    "russian": "ru",
    "somali": "so",
    "somaliska": "so",
    "spanish": "es",
    "swedish": "sv",
    "thai": "th",
    "tigrinya": "ti",
    "turkish": "tr",
    "ukrainian": "uk",
    "vietnamese": "vi",
}
_CODES = {fold(name): code for code, name in NAMES.items()} | _ENGLISH
_SHOWN = re.compile(r"(.*)\(([^()]+)\)\s*")


def shown(code: str) -> str:
    """Return a language as a form shows it, with its code in brackets."""
    return f"{NAMES.get(code, code)} ({code})"


def code_of(name: str) -> str:
    """Return the code of a language named in a form; the name if it has none."""
    if found := _SHOWN.fullmatch(name):
        return found[2].strip()
    plain = fold(name)
    return plain if plain in NAMES else _CODES.get(plain, name.strip())


def spoken(instrument: Instrument, base: str) -> tuple[str, ...]:
    """Return the languages of an instrument: its own first, then as they appear."""
    every = (code for texts in _translations(instrument) for code in texts)
    return tuple(dict.fromkeys((base, *every)))


def _translations(instrument: Instrument) -> Iterator[Translations]:
    yield instrument.translations
    for area in instrument.areas:
        yield area.translations
    for question in instrument.questions():
        yield question.translations
        yield question.hint_translations
    for choices in instrument.choices.values():
        yield from (choice.translations for choice in choices)


def texts(
    label: str, translations: Translations, languages: Iterable[str]
) -> tuple[str, ...]:
    """Return a text in each language; in the first where it is not translated."""
    _first, *others = languages
    return (label, *(translations.get(code, label) for code in others))
