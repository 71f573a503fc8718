"""YAML in and out: what is written reads back the same, and edits change no more."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brukarrevision import yamlfile
from brukarrevision.model.plan import Plan
from brukarrevision.yamlfile import COMMENT_OUT, Unclear, dump_data, edit, read
from brukarrevision.yamlfile.writing import one_line
from tests.fakeaudit import PLAN

AWKWARD = (
    "",
    " ",
    " inledande och avslutande ",
    "no",
    "Yes",
    "on",
    "n",
    "~",
    "null",
    "true",
    "012",
    "1_000",
    "1:30",
    "1.50",
    "2026-01-01",
    ".inf",
    "a: b",
    "a:\u00a0b",
    "- a",
    "#a",
    "a #b",
    "'",
    '"',
    "\\",
    "!!str x",
    "&a",
    "*a",
    "<<",
    "---",
    "...",
    "%",
    "@",
    "`",
    "?",
    "|",
    ">",
    "[x",
    "{x",
    "a\nb",
    "a\n\n  b\n",
    "\n",
    "\r\n",
    "\t",
    "\x00\x07\x1b[31m",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u00a0x",
    "🙂👩‍👩‍👧",
    "åäö",
    "عربى",
)
TEXT = st.one_of(
    st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"]))
)
KEY = TEXT.filter(lambda key: key != "<<" and len(key) < 100)
LEAF = st.one_of(
    TEXT,
    st.integers(-(10**17), 10**17),
    st.booleans(),
    st.dates(),
    st.floats(-1000, 1000).map(lambda number: round(number, 2)),
)
DATA = st.dictionaries(
    KEY,
    st.recursive(
        LEAF,
        lambda inside: (
            st.lists(inside, max_size=3) | st.dictionaries(KEY, inside, max_size=3)
        ),
        max_leaves=6,
    ),
    min_size=1,
    max_size=3,
)


def data_of(text: str) -> object:
    """Return what a YAML text holds; it has no fault."""
    source = read(text.encode(), "x.yaml")
    assert source.problems == ()
    return source.data


@given(DATA)
def test_what_is_written_reads_back_the_same(data: dict[str, Any]) -> None:
    """Any text whatever, in any place."""
    assert data_of(dump_data(data)) == data


@given(DATA)
def test_the_same_in_gives_the_same_out(data: dict[str, Any]) -> None:
    """To the byte, in block style, with LF and no anchors."""
    text = dump_data(data)
    assert dump_data(data) == text
    assert text.endswith("\n")
    assert "\r" not in text


@given(TEXT)
@example("no")
def test_one_text_fits_on_one_line_anywhere(text: str) -> None:
    """In a block, in a flow list, in a flow mapping."""
    line = one_line(text)
    assert "\n" not in line
    assert data_of(f"k: {line}\n") == {"k": text}
    assert data_of(f"- a\n- {line}\n") == ["a", text]
    assert data_of(f"k: [a, {line}, b]\n") == {"k": ["a", text, "b"]}
    assert data_of(f"k: {{a: {line}, b: c}}\n") == {"k": {"a": text, "b": "c"}}


def test_repeated_values_are_written_out() -> None:
    """No anchors, whatever Python shares."""
    shared = {"a": [1, 2]}
    text = dump_data({"one": shared, "two": shared, "three": (shared,)})
    assert "&" not in text
    assert "*" not in text
    assert text == (
        "one:\n  a:\n    - 1\n    - 2\ntwo:\n  a:\n    - 1\n    - 2\n"
        "three:\n  - a:\n      - 1\n      - 2\n"
    )


def test_a_model_is_written_with_what_was_given() -> None:
    """In the model's order; defaults are not written out."""
    source = read(PLAN.encode(), "plan.yaml")
    plan = Plan.model_validate(source.data)
    text = yamlfile.dump(plan)
    assert data_of(text) == source.data
    assert list(Plan.model_validate(data_of(text)).model_fields_set) != []
    assert "coalition" not in text
    assert text.startswith("format: 1\nid: prov\ntitle: ")


# -- reading --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("true", True),
        ("", None),
        ("2026-02-01", dt.date(2026, 2, 1)),
        ("no", "no"),
        ("ja", "ja"),
        ("1:30", "1:30"),
        ('"012"', "012"),
        ("012", Unclear("012")),
        ("0x1F", Unclear("0x1F")),
        ("1_000", Unclear("1_000")),
        ("1e3", Unclear("1e3")),
        ("~", Unclear("~")),
        ("null", Unclear("null")),
        ("True", Unclear("True")),
        (".inf", Unclear(".inf")),
        (".nan", Unclear(".nan")),
        ("2026-02-30", Unclear("2026-02-30")),
        ("2026-02-01 10:00:00", Unclear("2026-02-01 10:00:00")),
        ("9" * 5000, Unclear("9" * 5000)),
    ],
)
def test_a_value_is_what_it_looks_like_or_unclear(text: str, value: object) -> None:
    """Never silently something else."""
    assert data_of(f"k: {text}\n") == {"k": value}


def test_places_are_where_the_keys_stand() -> None:
    """Lines and columns from 1; what is not there has the place around it."""
    source = read(b"a:\n  - b: 1\n    c: {d: x}\n", "f.yaml")
    assert str(source.place(("a", 0, "b"))) == "f.yaml:2:5"
    assert str(source.place(("a", 0, "c", "d"))) == "f.yaml:3:9"
    assert str(source.place(("a", 0, "zzz", 3))) == "f.yaml:2:5"
    assert str(source.place(("zzz",))) == "f.yaml:1:1"


@pytest.mark.parametrize(
    "text",
    [
        "a:\u00a0b: 1\n",
        "x: 1\ny:\u00a02\n",
        "- a:\u00a0b\n- {c:\u00a0d}\n",
        "a:\u00a0b",
    ],
)
def test_no_break_spaces_after_a_key_are_found(text: str) -> None:
    """Whether or not YAML makes something of them."""
    problems = read(text.encode(), "f.yaml").problems
    assert {one.code for one in problems} == {"yaml-nbsp"}


@pytest.mark.parametrize(
    "text",
    [
        'k: "a:\u00a0b"\n',
        "k: |\n  a:\u00a0b\n  \tc\n",
        "k: x a:\u00a0b\n",
        "k: 'a\tb'\n",
    ],
)
def test_no_break_spaces_and_tabs_inside_texts_are_texts(text: str) -> None:
    """They are nobody's mistake."""
    assert read(text.encode(), "f.yaml").problems == ()


# -- editing --------------------------------------------------------------------

TEXT_TO_EDIT = """\
# Överst.
id: "FYLL I: id"   # skriv id här
title: gammal
period: {start: 2026-01-01, end: 2026-02-01}  # stannar
units:   # enheterna
  - id: enhet1
    label: "FYLL I: namn"
    invited:  # FYLL I: hur många

# Före listan.
instruments:
  - enkat
  - intervju
text: >-
  flera
  rader

last: [a, b]
# Sist.
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("id",), "prov", '"FYLL I: id"   # skriv id här', "prov"),
        (("title",), "a: b", "gammal", '"a: b"'),
        (("title",), "a\nb", "gammal", '"a\\nb"'),
        (("period", "start"), dt.date(2027, 1, 2), "2026-01-01", "2027-01-02"),
        (("units", 0, "invited"), 7, "invited:  # FYLL I: hur många", "invited: 7"),
        (("text",), "kort", ">-\n  flera\n  rader", "kort"),
        (("last",), ["x, y"], "[a, b]", '["x, y"]'),
        (("instruments",), ["q"], "  - enkat\n  - intervju", "  - q"),
        (("instruments",), ["q", "no"], "  - enkat\n  - intervju", '  - q\n  - "no"'),
        (("new",), [1], "# Sist.\n", "# Sist.\nnew:\n  - 1\n"),
    ],
)
def test_an_edit_changes_one_value_and_nothing_else(
    path: tuple[str | int, ...], value: object, old: str, new: str
) -> None:
    """Every other character stays, comments and blank lines too."""
    assert edit(TEXT_TO_EDIT, {path: value}) == TEXT_TO_EDIT.replace(old, new)


def test_items_of_a_list_follow_the_first_one() -> None:
    """With its comments and with what is still to be filled in."""
    units = [{"id": "a", "label": "A"}, {"id": "b", "label": "Ö: 1"}]
    text = edit(TEXT_TO_EDIT, {("units",): units})
    assert text == TEXT_TO_EDIT.replace(
        '  - id: enhet1\n    label: "FYLL I: namn"\n'
        "    invited:  # FYLL I: hur många\n",
        "  - id: a\n    label: A\n    invited:  # FYLL I: hur många\n"
        '  - id: b\n    label: "Ö: 1"\n    invited:  # FYLL I: hur många\n',
    )


def test_a_key_becomes_a_comment_as_an_example() -> None:
    """Line for line, and the rest reads as before."""
    text = edit(TEXT_TO_EDIT, {("units",): COMMENT_OUT, ("zzz",): COMMENT_OUT})
    assert "# units:   # enheterna\n#   - id: enhet1\n" in text
    assert "#     invited:  # FYLL I: hur många\n\n# Före listan.\n" in text
    before = data_of(TEXT_TO_EDIT)
    assert isinstance(before, dict)
    del before["units"]
    assert data_of(text) == before


def test_flow_lists_of_mappings_are_edited_too() -> None:
    """An organisation's template may be written so."""
    units = [{"id": "x", "label": "]"}]
    text = edit("units: [{id: a, label: b}]  # c\n", {("units",): units})
    assert text == 'units: [{id: x, label: "]"}]  # c\n'


@given(TEXT, TEXT)
def test_any_text_can_be_edited_in(title: str, label: str) -> None:
    """And reads back the same."""
    changes: dict[yamlfile.Keys, object] = {
        ("title",): title,
        ("units",): [{"id": "a", "label": label}],
    }
    found = data_of(edit(TEXT_TO_EDIT, changes))
    assert isinstance(found, dict)
    assert found["title"] == title
    assert found["units"] == [{"id": "a", "label": label, "invited": None}]


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    """With the bytes as they were."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc3\xa5\r\n")
    source = yamlfile.load(path, "fil")
    assert (source.data, source.name, source.text) == ({"a": "å"}, "fil", "a: å\r\n")
    assert source.raw == path.read_bytes()


@pytest.mark.parametrize(
    "text",
    ["%YAML 1.3\n---\nformat: 1\n", "format: 1\n%YAML 9.9\n---\na: b\n"],
)
def test_versions_of_yaml_that_the_library_stumbles_on(text: str) -> None:
    """Told as any other fault of the text."""
    source = yamlfile.read(text.encode(), "plan.yaml")
    assert source.data is None
    assert [one.code for one in source.problems]
