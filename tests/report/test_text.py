"""Templates: escaped, in a sandbox, and every mistake told with file, line and code."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.report.text import Markdown, Marks, escape, render


def own(folder: Path, name: str, text: str) -> None:
    """Write a template of the workspace's own."""
    path = folder / "report" / "sv" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rendered(folder: Path, text: str, **values: object) -> str:
    """Return a template of the workspace's own as Markdown."""
    own(folder, "report.md.j2", text)
    return render("report.md.j2", folder, "sv", values)


def test_data_is_escaped_and_markdown_is_not(tmp_path: Path) -> None:
    """Also where a template joins the two."""
    text = rendered(
        tmp_path,
        "{{ a }} {{ b }} {{ a ~ b }} {{ '<i>' }} <i>",
        a="*x*",
        b=Markdown("*y*"),
    )
    assert text == r"\*x\* *y* \*x\*\*y\* \<i\> <i>"


def test_data_is_no_template(tmp_path: Path) -> None:
    """What looks like an expression is text."""
    text = rendered(tmp_path, "{{ a }}", a="{{ 7*7 }} {% for %} {# x #}")
    assert "49" not in text
    assert text.replace("\\", "") == "{{ 7*7 }} {% for %} {# x #}"


def test_marks_cannot_be_imitated_by_data() -> None:
    """The signs that hold a block's place are taken out of all data."""
    marks = Marks()
    mark = marks.put("block")  # type: ignore[arg-type]
    assert mark.strip() not in escape(mark)
    assert escape("\ue0000\ue001") == "0"
    assert escape("a\nb\tc\u2028d\0") == "a b c d"


@pytest.mark.parametrize(
    ("text", "line", "code", "name"),
    [
        ("ett\n{% if x %}\n", 2, "template-syntax", None),
        ("ett\n{{ x\n", 2, "template-syntax", None),
        ("{{ 1 | finnsinte }}", 1, "template-syntax", None),
        ("\n\n{{ saknas }}", 3, "template-unknown", "saknas"),
        ("{{ r.saknas }}", 1, "template-unknown", "saknas"),
        ("\n{% if r.saknas %}{% endif %}", 2, "template-unknown", "saknas"),
        ('a\n{% include "borta.md.j2" %}', 2, "template-file", "borta.md.j2"),
        ('{% include "../../plan.yaml" %}', 1, "template-file", "plan.yaml"),
        ("{{ 1 / 0 }}", 1, "template-value", None),
        ("\n{{ 'a' + 1 }}", 2, "template-value", None),
        ("{{ [1, 'a'] | sort }}", 1, "template-value", None),
        ("{{ 'x' | round }}", 1, "template-value", None),
        ("{{ range(10 ** 9) }}", 1, "template-value", None),
        ("{{ {}['a'].b }}", 1, "template-unknown", "a"),
        ("{{ ''.__class__.__mro__ }}", 1, "template-forbidden", None),
        ("{{ r.append(1) }}", 1, "template-forbidden", None),
        ("{{ '{0.__class__}'.format(1) }}", 1, "template-forbidden", None),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, code: str, name: str | None
) -> None:
    """File, line, what is wrong; never a traceback, and nothing runs."""
    with pytest.raises(FaultyFiles) as stop:
        rendered(tmp_path, text, r=["a"])
    (problem,) = stop.value.problems
    assert problem.code == code
    assert problem.place.file == "templates/report/sv/report.md.j2"
    assert problem.place.line == line
    assert problem.facts.get("name") == name
    assert problem.message
    assert problem.remedy


def test_a_mistake_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    """The file that has it, not the one that includes it."""
    own(tmp_path, "del.md.j2", "\n\n{{ saknas }}")
    with pytest.raises(FaultyFiles) as stop:
        rendered(tmp_path, '{% include "del.md.j2" %}')
    (problem,) = stop.value.problems
    assert (problem.place.file, problem.place.line) == (
        "templates/report/sv/del.md.j2",
        3,
    )


def test_a_template_that_includes_itself_is_told(tmp_path: Path) -> None:
    """It does not end the program."""
    with pytest.raises(FaultyFiles) as stop:
        rendered(tmp_path, '{% include "report.md.j2" %}')
    assert [p.code for p in stop.value.problems] == ["template-large"]


def test_a_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    """As Windows once saved it."""
    own(tmp_path, "report.md.j2", "")
    path = tmp_path / "report" / "sv" / "report.md.j2"
    path.write_bytes("Frågor".encode("cp1252"))
    with pytest.raises(FaultyFiles) as stop:
        render("report.md.j2", tmp_path, "sv", {})
    assert [p.code for p in stop.value.problems] == ["template-value"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """Notepad writes one."""
    assert rendered(tmp_path, "\ufeff# Rubrik") == "# Rubrik"


def test_the_workspaces_own_templates_win(tmp_path: Path) -> None:
    """One file by one; the rest are those that came with the program."""
    text = '{% include "diskussion.md.j2" %}'
    r = {"prose": {"diskussion": Markdown("*Samtal*"), "slutord": ""}}
    assert rendered(tmp_path, text, r=r).split() == ["#", "Diskussion", "*Samtal*"]
    own(tmp_path, "diskussion.md.j2", "Vår egen.")
    assert rendered(tmp_path, text, r=r) == "Vår egen."
