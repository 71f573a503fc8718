"""Words that tell of a place, a role, a date, an age or something rare.

One alone may tell nothing; two together often tell who somebody is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from brukarrevision.quotes.lists import municipalities
from brukarrevision.quotes.possible import Possible, Reason

_MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    "|december|january|february|march|june|july|august|october"
)
_DATES = (
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}",
    r"[0-9]{1,2}/[0-9]{1,2}(?:[-/ ](?:[0-9]{2}){1,2})?",
    rf"(?:[0-9]{{1,2}}(?::?[ea]|st|nd|rd|th)?\s)?(?:{_MONTHS})(?:\s[0-9]{{1,4}})?",
    r"(?:19[2-9]|20[0-4])[0-9]",
    r"(?:19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])",
    r"(?:jul|midsommar|nyårs|påsk)(?:afton|dagen)(?:en)?|valborg|christmas|easter",
)
_TENS = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
_AGES = (
    r"[0-9]{1,3}[- ]?år(?:s|ig|iga|ing|ingen|ingar)?(?!\s(?:sedan|sen|framåt|till)\b)",
    r"[0-9]{1,3}[- ]years?[- ]old",
    r"(?:fyll(?:er|de|t)|aged?|blev)\s[0-9]{1,3}",
    rf"(?:{_TENS})\w{{0,4}}[- ]?år(?:ig|ing)\w*",
)
_ROLES = (
    "enhetschef|verksamhetschef|avdelningschef|områdeschef|överläkare|chefsläkare"
    "|läkare|psykiater|psykolog|kurator|sjuksköterska|sjuksköterskor|syrra"
    "|undersköterska|undersköterskor|skötare|mentalskötare|boendestödjare|boendestöd"
    "|boendehandledare|stödassistent|stödpedagog|vårdbiträde|kontaktperson"
    "|kontaktman|god man|gode mannen|förvaltare|handläggare|biståndshandläggare"
    "|socialsekreterare|socionom|arbetsterapeut|fysioterapeut|sjukgymnast|logoped"
    "|dietist|terapeut|personligt ombud|peer support|behandlare"
    "|behandlingsassistent|nattpersonal|nattskötare|vaktmästare|kökspersonal|kock"
    "|receptionist|lärare|rektor|präst|diakon|imam|tolk|väktare|rektorn|vikarie"
    "|chef|assistent|samordnare|vårdsamordnare|anhörigkonsulent|brukarombud"
    "|manager|doctor|psychiatrist|psychologist|counsellor|nurse|social worker"
    "|support worker|care worker|ward sister|consultant|priest|interpreter|teacher"
)
_ENDING = r"(?:en|n|et|t|a|na|erna|arna|or|orna|er|ar|s|ens|ns|ets)?s?"
_EVENTS = (
    r"självmord\w*|suicid\w*|överdos\w*|brand(?:en)?|mordbrand\w*|mord(?:et)?|dråp\w*"
    r"|våldt\w*|misshand\w*|knivsk\w*|knivhugg\w*|rån(?:ad|et|ade)|polisanm\w*"
    r"|polisen|rättegång\w*|åtal\w*|fängelse\w*|häkt\w*|utvisn\w*|asyl\w*|flykt\w*"
    r"|tvångs\w*|tvångsvård\w*|LPT|LRV|LVM|LVU|IVO|lex\s(?:maria|sarah)|bältes\w*"
    r"|amputer\w*|transplant\w*|koma|stroke|hjärtstopp\w*|cancer\w*|leukemi\w*|ALS"
    r"|dog|avled\w*|begravning\w*|änka|änkeman|dödsfall\w*|missfall\w*|abort\w*"
    r"|tvilling\w*|trilling\w*|adopter\w*|adoption\w*|omhändertag\w*|fosterhem\w*"
    r"|skil(?:smässa\w*|de\soss)|vräk\w*|hemlös\w*|olyck(?:a|an|or)|bilolycka\w*"
    r"|tidningen|tv|radio|facebook|rullstol\w*|blind|döv|stum|transperson\w*"
    r"|suicide|overdose|fire|murder\w*|raped?|stabbed|robbed|police|trial|prison"
    r"|deported|amputat\w*|cancer|funeral|widow(?:er)?|miscarriage|twins?|triplets"
    r"|adopted|evicted|homeless|wheelchair|deaf"
)
_HOMES = (
    "gården|hemmet|boendet|skolan|kliniken|sjukhuset|mottagningen|centralen|kyrkan"
    "|hallen|parken|center|centrum|huset|holmen|lunden|borg"
)
_KINDS_OF_PLACE = (
    "vårdcentral|sjukhus|boende|gruppboende|skola|mottagning|klinik|behandlingshem"
    "|lasarett|hospital|clinic|school|kommun|stadsdel|torg|församling"
)
_AT = (
    "vårdcentralen|sjukhuset|boendet|gruppboendet|stödboendet|mottagningen"
    "|dagverksamheten|kliniken|skolan|träffpunkten"
)
_WORKPLACES = (
    r"\b(?i:avdelning(?:en)?|avd\.?|vårdavdelning|ward|hus|plan|trapphus)\s[0-9]+\w?\b",
    rf"\b[A-ZÅÄÖ][a-zåäöé-]*(?:{_HOMES})s?\b",
    rf"\b[A-ZÅÄÖ][\w-]+s?\s(?i:{_KINDS_OF_PLACE})(?:en|et|n)?\b",
    rf"\b(?i:{_AT})\s(?i:i|på|in|at)?\s?[A-ZÅÄÖ][\w-]+",
)


def _any(*patterns: str, ending: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(patterns)}){ending}\b")


_RULES: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("age", _any(*_AGES)),
    ("date", _any(*_DATES)),
    ("role", _any(_ROLES, ending=_ENDING)),
    ("event", _any(_EVENTS)),
    ("workplace", re.compile("|".join(_WORKPLACES))),
)


def traits(plain: str, units: Iterable[str] = ()) -> Iterator[Possible]:
    """Yield what tells of more than a name does.

    Args:
        plain: a text without what stands in brackets (``possible.py``).
        units: what the units and groups of the audit are called.
    """
    for reason, pattern in (*_RULES, ("municipality", _municipality())):
        for match in pattern.finditer(plain):
            yield Possible(*match.span(), match[0], reason)
    for unit in units:
        found = re.finditer(rf"(?i)\b{re.escape(unit)}\w{{0,2}}\b", plain)
        yield from (Possible(*match.span(), match[0], "unit") for match in found)


@cache
def _municipality() -> re.Pattern[str]:
    """Return what finds a municipality; in small letters where no word is like it."""
    every = "|".join(map(re.escape, municipalities()))
    known = (one for one in municipalities() if not _WORDS.fullmatch(one.casefold()))
    loose = "|".join(map(re.escape, known))
    return re.compile(rf"\b(?:(?:{every})|(?i:{loose}))s?\b")


_WORDS = re.compile(
    "ale|berg|boden|eda|flen|habo|hjo|kil|kinda|klippan|köping|lund|mark|mora|nacka"
    "|nora|orsa|salem|sala|skara|säter|tierp|trosa|vara|vindeln|ydre|åre|ånge"
)
"""Municipalities that are ordinary words, or names, in small letters."""
