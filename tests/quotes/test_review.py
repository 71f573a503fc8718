"""What in a quote can tell who somebody is. Nobody here exists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.quotes.faithful import is_said
from brukarrevision.quotes.lists import (
    first_names,
    municipalities,
    names_and_words,
    surnames,
)
from brukarrevision.quotes.plain import visible
from brukarrevision.quotes.review import identifying, possible


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ring mig på 070-174 06 05!", ("phone",)),
        ("Skriv till mig: nisse@example.com", ("email",)),
        ("Jag är 640823-3234.", ("personal_number",)),
        ("Jag är 640823-3235.", ("personal_number",)),
        ("Jag bor på Storgatan 5.", ("address",)),
        ("jag bor på storgatan 5 b", ("address",)),
        ("Vi möttes på Norra vägen 12", ("address",)),
        ("Mitt hem är Kungens väg 3.", ("address",)),
        ("Skicka det till 123 45 Storstad", ("address",)),
        ("I live at 12 Long Acre Road", ("address",)),
        ("På vägen 2 gånger.", ()),
        ("Jag väntade i 3 år, på vägen 2 gånger.", ()),
        ("Personalen byts ut var 14:e dag.", ()),
        ("Vi var 100 15 gånger", ()),
        ("Ring mig på [telefonnummer]!", ()),
        ("påhittsvägen 4b är min adress", ("address",)),
        ("Hon bor i lgh 1102.", ("address",)),
        ("Kom till Påhittsallé 101", ("address",)),
        ("Vi åkte på riksväg 40 hem.", ()),
        ("Jag bor på Påhittsgata nr 5.", ("address",)),
        ("Jag bor på Påhitts\u00adgatan 5.", ("address",)),
        ("Öppet 08.00-16.00, 10-14 på lördag.", ()),
        ("Jag var 19 år 1985, 1986 och 1987.", ()),
        ("Vi ses @ home, på plats 3 av 10.", ()),
    ],
)
def test_what_names_somebody_outright(text: str, kinds: tuple[str, ...]) -> None:
    """A personal number that is misremembered too."""
    assert identifying(text) == kinds


@pytest.mark.parametrize(
    ("kind", "plain", "odd"),
    [
        ("personal_number", "640823-3234", ("--", "_", "/", ".", "\n", "\u00ad-")),
        ("phone", "070-1740605", ("--", "_", ",", ":", "\n", "\u200b", "\ufeff-")),
        ("email", "nisse@example.com", (" @ ", "(at)", " [at] ", " snabel-a ", "＠")),
    ],
)
def test_odd_writing_hides_nothing(kind: str, plain: str, odd: tuple[str, ...]) -> None:
    """Other signs between, or such as nobody sees."""
    sign = "@" if "@" in plain else "-"
    for one in odd:
        text = f"Det är {plain.replace(sign, one)}, säger jag."
        assert identifying(text) == (kind,), ascii(text)


@pytest.mark.parametrize("plain", ["640823-3234", "070-1740605"])
def test_figures_of_other_kinds_are_figures(plain: str) -> None:
    """Full-width ones, those of other scripts, and figures far apart."""
    for zero in (0x0660, 0xFF10, 0x1D7CE):
        odd = plain.translate({ord("0") + at: zero + at for at in range(10)})
        assert identifying(odd) == identifying(plain)
    assert identifying(" ".join(plain.replace("-", "")))


def test_what_nobody_sees_is_taken_out() -> None:
    """So that lists and rules meet the word that a reader meets."""
    assert visible("Le\u00adna  A\u030aberg\u200b\nsa") == "Lena Åberg sa"
    assert is_said("Lena sa det", "så le\u00adna\u200b sa det")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det var Lena som hjälpte mig.", {"Lena": "listed"}),
        ("det var lena som hjälpte mig", {"lena": "listed"}),
        ("Lenas kollega", {"Lenas": "listed"}),
        ("det var anna-karin", {"anna-karin": "listed"}),
        ("Det var Xyla som hjälpte mig.", {"Xyla": "inside"}),
        (
            "Andersson är snäll. Xylsson också.",
            {"Andersson": "listed", "Xylsson": "surname"},
        ),
        ("min läkare heter xyla", {"xyla": "introduced"}),
        ("hon heter som jag", {}),
        ("Doktor Xyla sa det.", {"Xyla": "introduced"}),
        ("My nurse is called Xyla.", {"Xyla": "introduced"}),
        ("min mamma Xyla", {"Xyla": "introduced"}),
        ("tack /xyla", {"xyla": "introduced"}),
        ("lena xylgren var snäll", {"lena": "listed", "xylgren": "follows"}),
        ("lena p var snäll", {"lena": "listed", "p": "follows"}),
        ("sten ros var snäll", {"sten": "listed", "ros": "follows"}),
        ("en sten på marken", {}),
        ("vi har inga pengar och hans rum är litet", {}),
        ("Jag är nöjd. Maten är god! Är du? Ja.", {}),
        ("Jag har LSS och en SIP.", {}),
        ("Det var [kontaktpersonen] som hjälpte mig.", {}),
        ("Det var [Kontaktpersonen Lena] som hjälpte mig.", {"Lena": "listed"}),
        ("[NAMN_1] och [PLATS_2], [ROLL_1] [ÅLDER_1] [en vän].", {}),
        ("[…] Maten är god.", {}),
        ("”Jag orkar inte.” ”Men sen.”", {}),
        ("Then I said that I'm tired.", {}),
    ],
)
def test_words_that_may_be_names(text: str, names: dict[str, str]) -> None:
    """With the reason why; sentences begin with a capital anyway."""
    found = {one.words: one.reason for one in possible(text) if one.kind == "name"}
    assert found == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jag bodde i örebro då", {"örebro": "municipality"}),
        ("Det var i Upplands Väsbys kommun.", {"Upplands Väsbys": "municipality"}),
        ("jag åt en mora vid ett berg", {}),
        ("Jag kom från Mora.", {"Mora": "municipality"}),
        ("på avdelning 53 var det bra", {"avdelning 53": "workplace"}),
        ("Jag var på Solgården.", {"Solgården": "workplace"}),
        ("på norra husets innergård", {"norra husets": "unit"}),
        ("enhetschefen lyssnar inte", {"enhetschefen": "role"}),
        ("min boendestödjare kommer", {"boendestödjare": "role"}),
        ("den 12 maj blev jag arg", {"12 maj": "date"}),
        ("det var på julafton 2019", {"julafton": "date", "2019": "date"}),
        ("jag är född 640823", {"640823": "date"}),
        ("jag är 45 år", {"45 år": "age"}),
        ("en 45-åring och en 50-årig man", {"45-åring": "age", "50-årig": "age"}),
        ("det var 2 år sedan", {}),
        ("efter min stroke", {"stroke": "event"}),
        ("när huset brann kom polisen", {"polisen": "event"}),
        ("[en enhetschef] i [en stad]", {}),
        ("Maten är god och personalen lyssnar.", {}),
    ],
)
def test_what_tells_of_more_than_a_name(text: str, found: dict[str, str]) -> None:
    """Places, roles, dates, ages, and what few have been through."""
    told = {one.words: one.reason for one in possible(text, ["Norra huset"])}
    assert told == found


@given(st.text())
def test_what_is_found_stands_where_it_says(text: str) -> None:
    """In order and apart, whatever the text."""
    found = possible(text)
    assert [text[one.start : one.end] for one in found] == [one.words for one in found]
    assert found == tuple(sorted(found))


def test_the_lists_are_whole() -> None:
    """All municipalities, and no name that is looked up in another case."""
    assert len(set(municipalities())) == 290
    assert len(first_names()) > 5_000
    assert {one.casefold() for one in first_names()} == first_names()
    assert names_and_words() < first_names() | surnames()
