"""What in a quote can tell who somebody is. Nobody here exists."""

import pytest

from brukarrevision.quotes.review import identifying, possible_names


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
    ],
)
def test_what_names_somebody_outright(text: str, kinds: tuple[str, ...]) -> None:
    """A personal number that is misremembered too."""
    assert identifying(text) == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det var Lena som hjälpte mig.", {"Lena": "inside"}),
        (
            "Andersson är snäll. Svensson också.",
            {"Andersson": "surname", "Svensson": "surname"},
        ),
        ("min läkare heter lena", {"lena": "introduced"}),
        ("Doktor Lena sa det.", {"Lena": "introduced"}),
        ("My nurse is called Mary.", {"Mary": "introduced"}),
        ("Det var Lena, och Lena igen.", {"Lena": "inside"}),
        ("Jag är nöjd. Maten är god! Är du? Ja.", {}),
        ("Jag har LSS och en SIP.", {}),
        ("Det var [Kontaktpersonen] som hjälpte mig.", {}),
        ("[…] Personalen lyssnar.", {}),
        ("”Jag orkar inte.” ”Men sen.”", {}),
        ("Then I said that I'm tired.", {}),
    ],
)
def test_words_that_may_be_names(text: str, names: dict[str, str]) -> None:
    """With the reason why; sentences begin with a capital anyway."""
    assert {one.word: one.reason for one in possible_names(text)} == names
