"""Words that survey tools and people put in headers, and how texts are compared."""

import html
import re
from collections.abc import Iterable

from brukarrevision.normal import normal

_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_TAG = re.compile(
    r"<(?:br|p|b|i|u|em|strong|span|div|font|a|ul|li|h\d)\b[^>]*>|</\w+>", re.IGNORECASE
)
_MASK = frozenset("=+-@\t\r")


def fold(text: str) -> str:
    """Return what two texts share that people take for the same.

    NFC, no-break spaces as spaces, spaces collapsed, case folded, and without the soft
    hyphens and byte order marks that nobody sees.
    """
    return normal(text if text.isascii() else _INVISIBLE.sub("", text))


def fold_header(text: str) -> str:
    """Return the same for a header, without markup, final colon and asterisk."""
    return fold(without_markup(text)).rstrip(" :*")


def without_markup(text: str) -> str:
    """Return a header without HTML, spaces collapsed."""
    plain = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(html.unescape(plain).split())


def unmask(cell: str) -> str:
    """Return a cell without the ``'`` that exporters put before formula signs."""
    masked = cell[:1] == "'" and cell[1:2] in _MASK and len(cell) > 1
    return cell[1:] if masked else cell


def compact(text: str) -> str:
    """Return only letters and digits, folded: ``E-post`` as ``epost``."""
    return "".join(c for c in fold_header(text) if c.isalnum())


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, parted by spaces."""
    return frozenset(words.split())


RESPONSE: dict[str, frozenset[str]] = {
    "unit": word_set("unit enhet verksamhet"),
    "group": word_set("group grupp respondentgrupp svarandegrupp"),
    "round": word_set("round omgång"),
    "respondent": word_set(
        """
        respondent svarande id svarsid respondentid responseid löpnr löpnummer svarsnr
        svarsnummer enkätnr enkätnummer formulärnr formulärnummer respondentnr
        respondentnummer
        """
    ),
    "mode": word_set("mode insamling insamlingssätt"),
    "help": word_set("help hjälp"),
}

KEYS = word_set(
    "uuid metainstanceid instanceid formhubuuid recordid participantid responsid id1"
)
"""Technical ids of one response: used as respondent where no plainer one is."""

_META = word_set(
    """
    timestamp tidstämpel starttid starttime startdate slutförandetid slutfördtidpunkt
    sluttid completiontime endtime enddate submitdate lastpage startlanguage seed
    datestamp start end today uuid submissiontime submissiondate validationstatus
    tags submittedby version index parenttablename parentindex collectorid
    networkid formhubuuid metainstanceid instanceid interviewtime recordeddate
    durationinseconds progress distributionchannel userlanguage redcapeventname
    redcaprepeatinstrument redcaprepeatinstance redcapsurveyidentifier
    redcapdataaccessgroup lastmodifiedtime senaständradtid senasteändringstid
    senaständrad ändradessenastklockan
    startdateutc submitdateutc startedat submittedat kobohtmlparser
    """
)
_META_SHAPES = re.compile(
    r"_(id|uuid|notes|status|tags|index|version_*)$|grouptime\d*$|.*_timestamp$|"
    r".*_complete$|__version__$|metaaudit$|"
    r"(?:.*[/-])?(?:generated_table_list_label|generated_note_name|"
    r"reserved_name_for_field_list_labels)_\d+$",
    re.IGNORECASE,
)

_OTHER = re.compile(
    r"(other|annat|annan|övrigt|övriga)( ?\(.*\)|[,:;].*|"
    r" (please|specify|ange|vad|vem|vilken|vilket|vilka|beskriv|describe)\b.*)?"
)

_IDENTIFYING = word_set(
    """
    email epost epostadress emailaddress mail mailadress name namn fullname
    firstname förnamn lastname efternamn surname givenname familyname phone phonenumber
    telefon telefonnummer telephone mobil mobilnummer mobiltelefon mobilephone cellphone
    personnummer personalnumber personalidentitynumber ssn socialsecuritynumber
    samordningsnummer dob dateofbirth födelsedatum ip ipaddr ipaddress ipadress token
    refurl deviceid address adress streetaddress gatuadress postadress username
    användarnamn signature underskrift namnteckning latitude longitude latitud
    longitud locationlatitude locationlongitude gps geopoint recipientemail
    recipientfirstname recipientlastname externalreference
    subscriberid customdata anpassadedata vadheterdu
    navn fornavn etternavn mobilnummer epostadresse emailadresse adresse
    nimi etunimi sukunimi sähköposti sähköpostiosoite puhelin puhelinnumero vorname
    nachname familienname
    """
)
_AROUND = word_set(
    """
    ange fyll i skriv vänligen gärna vad är din ditt dina ert er och eller samt på för
    till deltagare deltagarens respondent respondentens svarande svarandens frivilligt
    frivillig valfritt valfri fullständigt fullständig enter type please what is whats
    your my the and or of for optional participant participants respondents full home
    work hem arbets
    """
)
"""What may stand in a header beside the word that says it."""


def response_use(header: str) -> str | None:
    """Return which attribute of the response a header names, if any."""
    word = compact(header)
    return next((use for use, words in RESPONSE.items() if word in words), None)


def is_key(header: str) -> bool:
    """Tell whether a header names a technical id of one response."""
    return compact(header) in KEYS


def is_meta(header: str) -> bool:
    """Tell whether a header is one that survey tools add of themselves."""
    return compact(header) in _META or bool(_META_SHAPES.match(header.strip()))


def is_identifying(header: str) -> bool:
    """Tell whether a header names who somebody is, or where to reach them.

    It may ask for it in some words, or for several such things at once; a header that
    says anything else besides is a question.
    """
    if re.sub(r"\d+$", "", compact(header)) in _IDENTIFYING:
        return True
    parts = re.split(r"[\s_/,;&]+", fold_header(header))
    words = {re.sub(r"\d+$", "", compact(part)) for part in parts} - {""} - _AROUND
    return bool(words) and words <= _IDENTIFYING


def is_other(text: str) -> bool:
    """Tell whether an option is one that people put into words of their own."""
    return bool(_OTHER.fullmatch(fold(text)))


def cut(text: str, length: int = 60) -> str:
    """Return a text on one line, cut to ``length`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def nearest(text: str, known: Iterable[str]) -> str:
    """Return what of the known a text is nearest to, or a dash."""
    import difflib

    by_key = {fold_header(one): one for one in known}
    found = difflib.get_close_matches(fold_header(text)[:200], by_key, n=1, cutoff=0.5)
    return by_key[found[0]] if found else "–"
