"""What names a person outright is found; dates, times and codes are let be.

The personal numbers are Skatteverket's test persons, the phone numbers PTS's for films.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision import identifiers
from brukarrevision.identifiers import Kind, find

PERSONS = ("640823-3234", "900101-2385", "991201-2391", "19121212-1212")
COORDINATION = ("701063-2391", "700178-2395")


def told(text: str, *, strict: bool = True) -> list[tuple[Kind, str]]:
    """Return what is found, with its text."""
    found = find(text, strict=strict)
    return [(one.kind, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize("number", [*PERSONS, *COORDINATION])
@pytest.mark.parametrize(
    "form", ["{}", "pnr:{}.", "({})", "1;{};4", "x,{},y", '"{}"', "Nr{}", "{}\n"]
)
def test_a_personal_number_is_found_among_other_signs(number: str, form: str) -> None:
    """Also where a table is separated by commas."""
    assert told(form.format(number)) == [("personal_number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "6408233234",
        "640823+3234",
        "640823 3234",
        "640823 - 3234",
        "640823–3234",
        "196408233234",
        "19 640823-3234",
        "19640823-3234",
        "1964-08-23-3234",
        "1964 0823-3234",
        "64 08 23-3234",
    ],
)
def test_a_personal_number_is_found_however_it_is_written(text: str) -> None:
    """With any separator, with century and without."""
    assert told(f"Jag har {text} sedan födseln") == [("personal_number", text)]


def test_a_wrong_check_digit_is_no_personal_number_unless_doubt_is_asked_for() -> None:
    """It may be a number that somebody misremembers."""
    text = "numret är 640823-3235, tror jag"
    assert told(text) == []
    (found,) = find(text, strict=False)
    assert (text[found.start : found.end], found.certain) == ("640823-3235", False)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03 15:22:49",
        "202604031522",
        "20260403-1522",
        "03-04-2026",
        "04.03.2026 08:15",
        "08.15-16.00",
        "08:15-16:00",
        "0.6408233234",
        "0.1234567",
        "0,12345678",
        "001234567",
        "00000000",
        "012 345",
        "a6408233234f",
        "550e8400-e29b-41d4-a716-196408233234",
        "12640823-3234",
        "ISBN 978-91-0-012345-6",
        "organisation 802002-4280",
        "git@github.com:nagon/nagot.git",
        "bild@2x.png",
        "@property.getter",
        "kalle@hemma",
        "1 av 10, 2 av 10, 30 (40 %)",
    ],
)
def test_dates_times_and_codes_are_let_be(text: str) -> None:
    """A guard that cries wolf is soon turned off."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "070-174 06 05",
        "0701740605",
        "070 174 06 05",
        "+46 70 174 06 05",
        "+46 (0)70-174 06 05",
        "0046701740605",
        "(08) 465 004 01",
        "08-465 004 01",
        "031-390 06 09",
        "0980-319 200",
    ],
)
@pytest.mark.parametrize("form", ["{}", "ring {}.", "1,{},nej", "tel:{}", "({})"])
def test_a_phone_number_is_found_and_nobody_has_it(text: str, form: str) -> None:
    """Film numbers count as any others, but can be told apart."""
    assert told(form.format(text)) == [("phone", text)]
    assert identifiers.reserved(text)


def test_a_phone_number_that_somebody_may_have_is_not_reserved() -> None:
    """One beyond the range, built here so that no such number stands in the file."""
    beyond = "070-174 0" + "7 05"
    assert told(beyond) == [("phone", beyond)]
    assert not identifiers.reserved(beyond)


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("anna@example.com", True),
        ("anna.berg+x@mail.example.org", True),
        ("åsa.öberg@påhitt.test", True),
        ("x@y.invalid", True),
        ("anna@example.se", False),
        ("anna@notexample.com", False),
        ("åsa@båt.example.com.se", False),
    ],
)
def test_an_address_is_found_and_known_to_be_nobodys(text: str, nobodys: bool) -> None:
    """Domains set aside for examples belong to nobody."""
    assert told(f"Skriv till <{text}>, tack.") == [("email", text)]
    assert identifiers.reserved(text) is nobodys


def test_a_misread_number_that_can_be_dialled_is_a_phone_number() -> None:
    """Nothing is told twice."""
    text = "070-1740605"
    assert told(text, strict=False) == told(text) == [("phone", text)]


@given(
    st.lists(
        st.sampled_from([*PERSONS, "070-174 06 05", "a.b@example.com"]), max_size=6
    ),
    st.text(alphabet="abcåäö ;\n", min_size=1, max_size=8),
)
def test_everything_is_found_in_order_whatever_words_stand_between(
    values: list[str], between: str
) -> None:
    """As many as were put in, each where it stands."""
    text = f" {between} ".join(["", *values, ""])
    assert [said for _, said in told(text)] == values


@given(st.text(alphabet="0123456789-+ .@aå\n", max_size=80))
def test_places_lie_in_the_text_and_strict_finds_no_more(text: str) -> None:
    """What is certain is found either way."""
    strict, every = find(text), find(text, strict=False)
    assert set(strict) <= set(every)
    assert {one for one in every if one.certain} == set(strict)
    assert all(0 <= one.start < one.end <= len(text) for one in every)
    assert list(every) == sorted(every)
