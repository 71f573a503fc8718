"""The settings of a survey in LimeSurvey: nothing is kept of who answers.

Answers are anonymous: no address on the net, no page that led there, no times, no
tokens, no way to save an unfinished form under one's name, no public statistics.
"""

from collections.abc import Iterator, Sequence

from brukarrevision.exchange.limesurvey.rows import as_html
from brukarrevision.model.instrument import Instrument

_SETTINGS = {
    "anonymized": "Y",
    "ipaddr": "N",
    "refurl": "N",
    "datestamp": "N",
    "savetimings": "N",
    "usecookie": "N",
    "allowregister": "N",
    "allowsave": "N",
    "tokenanswerspersistence": "N",
    "alloweditaftercompletion": "N",
    "printanswers": "N",
    "publicstatistics": "N",
    "publicgraphs": "N",
    "listpublic": "N",
    "format": "G",
    "allowprev": "Y",
    "showprogress": "Y",
    "shownoanswer": "Y",
    "showqnumcode": "X",
}
"""How the survey is run: all Y and N, but for a page a group and no numbers."""

_ISO_DATES = "6"
_COMMA, _POINT = "1", "0"
_POINTS = frozenset({"en", "ar", "so", "fa", "prs", "th", "ti", "am", "zh"})


def settings(languages: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of the settings.

    Args:
        languages: of the form, its own first.
    """
    said = {"language": languages[0], "additional_languages": " ".join(languages[1:])}
    for name, value in {**said, **_SETTINGS}.items():
        yield {"class": "S", "name": name, "text": value}


def languages_of(
    instrument: Instrument, languages: Sequence[str]
) -> Iterator[dict[str, str]]:
    """Yield the rows of what is set for each language: title, dates, decimals."""
    for code in languages:
        title = instrument.title
        values = {
            "surveyls_title": as_html(instrument.translations.get(code, title)),
            "surveyls_dateformat": _ISO_DATES,
            "surveyls_numberformat": _POINT if code in _POINTS else _COMMA,
        }
        for name, value in values.items():
            yield {"class": "SL", "name": name, "text": value, "language": code}
