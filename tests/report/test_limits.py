"""Templates that are somebody's attempt: at time, at memory, at files, at Python."""

import time
import tracemalloc
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.model.instrument import Area, Instrument, Question
from brukarrevision.report import limits
from brukarrevision.report.text import Markdown
from tests.report.test_text import own, rendered

DOUBLING = "{% set ns = namespace(x='ab') %}{% for i in range(60) %}%s{% endfor %}"
NESTED = "{% for i in range(99999) %}" * 2 + "text" + "{% endfor %}" * 2
LISTED = "{% for i in %s recursive %}{{ loop.length }}{{ loop(%s) }}{% endfor %}"
LARGE = [
    "{{ 'a' * 10 ** 9 }}",
    "{{ 10 ** 9 * ['a'] }}",
    "{{ 10 ** 99999 }}",
    "{{ 9 ** 99999 * 9 ** 99999 }}",
    DOUBLING.replace("'ab'", "9").replace("%s", "{% set ns.x = ns.x * ns.x %}"),
    DOUBLING.replace("%s", "{% set ns.x = ns.x ~ ns.x %}"),
    DOUBLING.replace("%s", "{% set ns.x = ns.x + ns.x %}"),
    DOUBLING.replace("%s", "{% set ns.x = [ns.x, ns.x] %}"),
    DOUBLING.replace("%s", "{% set ns.x = (ns.x, ns.x) %}"),
    DOUBLING.replace("%s", "{% set ns.x = {1: ns.x, 2: ns.x} %}"),
    DOUBLING.replace("%s", "{% set ns.x = dict(a=ns.x, b=ns.x) %}"),
    DOUBLING.replace("%s", "{% set ns.x = [ns.x, ns.x] | join %}"),
    DOUBLING.replace("%s", "{% set ns.x = ns.x | replace('a', 'aa') %}"),
    DOUBLING.replace("%s", "{% set ns.x = ns.x | replace('', ns.x) %}"),
    DOUBLING.replace("%s", "{% set ns.x = ns.x.split('') + ns.x.split('b') %}"),
    DOUBLING.replace("%s", "{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}"),
    "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}" + "{{ m(" * 30 + "1" + ") }}" * 30,
    "{% set b = ('é' * 9000 ~ '😀') * 110 %}"
    + "".join(f"{{% set s{n} = b[{n + 1}:] %}}" for n in range(120)),
    "{% set b = ['x' * 9999] * 100 %}"
    + "".join(f"{{% set s{n} = b[:-{n + 1}] %}}" for n in range(90)),
    LISTED.replace("%s", "range(99999)"),
    NESTED,
    f"{{% set x %}}{NESTED}{{% endset %}}",
    "{{ range(99999) | map('default', 'x' * 9999) | list | length }}",
    "{{ range(99999) | map('list') | list | length }}",
    "{{ 'x' * 99999 | round(99999) }}",
    "{{ 2.5 | round(999999999) }}",
    "{{ range(0, 999999999) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "1 + " * 5000 + "1 }}",
    "{% if 1 %}" * 500 + "{% endif %}" * 500,
    "{{ '" + "a" * 1_000_001 + "' }}",
]
FORBIDDEN = [
    "{{ r.i.parse_raw('cos\\nsystem\\n(S\\'true\\'\\ntR.', proto='pickle') }}",
    "{{ r.i.parse_file('/etc/passwd') }}",
    "{{ r['i']['parse_file']('/etc/passwd') }}",
    "{{ [r.i] | map(attribute='model_construct') | list }}",
    "{{ r.i.model_dump() }}",
    "{{ r.i.model_fields }}",
    "{{ r.i.copy() }}",
    "{{ r.f.__globals__ }}",
    "{{ r.f['__code__'] }}",
    "{{ (r.i | attr('__class__')) }}",
    "{{ r.i.__class__.__base__.__subclasses__() }}",
    "{{ ([1] | map('abs')).gi_frame }}",
    "{{ loop }}{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ cycler('a').reset.__func__ }}",
    "{{ 'a'.center(999999999) }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ '{a:999999999}'.format_map({'a': 1}) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a'.encode('utf-16') }}",
    "{{ 'a'.join(['a']) }}",
    "{{ 'a'.replace('', 'a' * 9) }}",
    "{{ 'a'.translate({97: 'a' * 9}) }}",
    "{{ {}.setdefault(1, 2) }}",
    "{{ [].append(1) }}",
    "{{ 'a' | center(999999999) }}",
    "{{ '%999999999d' | format(1) }}",
    "{{ 'a' | indent(999999999) }}",
    "{{ [1] | batch(999999999, 1) | list }}",
    "{{ [1] | slice(999999999) | list }}",
    "{{ [[1]] | sum(start=[]) }}",
    "{{ r | pprint }}",
    "{{ [1] | tojson }}",
    "{{ [1] }}",
    "{{ [1] ~ 'a' }}",
    "{{ [1] | string }}",
    "{{ [1] | upper }}",
    "{{ [[1]] | join }}",
    "{{ [1] | replace('1', '2') }}",
    "{{ [[1]] | map('string') | list | first }}",
    "{{ range }}",
    "{{ lipsum(n=1) }}",
    "{% autoescape true %}{{ 'a' }}{% endautoescape %}",
    '{% include "/etc/passwd" %}',
    '{% include "../../../plan.yaml" %}',
    '{% include "..\\\\..\\\\plan.yaml" %}',
    '{% include "C:plan.yaml" %}',
    '{% include "a\\0b" %}',
    '{% include "link.md.j2" %}',
    '{% include "ring.md.j2" %}',
    '{% include "folder" %}',
    '{% import "link.md.j2" as x %}',
    '{% extends "link.md.j2" %}',
]
REFUSED = {"forbidden", "syntax", "file", "value", "unknown"}


AREA = Area(id="a", label="A", questions=(Question(id="q", type="text", label="Q"),))


class Report:
    """What a template is given here."""

    i = Instrument(format=1, id="a", kind="interview", title="A", areas=(AREA,))
    f = staticmethod(own)


def fault_of(folder: Path, text: str) -> str:
    """Return the code of the problem that a template is stopped with."""
    with pytest.raises(FaultyFiles) as stop:
        rendered(folder, text, r=Report())
    (problem,) = stop.value.problems
    assert problem.place.file.startswith("templates/report/sv/")
    assert problem.message
    assert problem.remedy
    return problem.code.removeprefix("template-")


@pytest.mark.no_cover  # tracing makes it three times as slow
@pytest.mark.parametrize("text", LARGE, ids=lambda text: text[:70])
def test_what_grows_is_stopped_before_it_is_large(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a few seconds, of which most are for measuring, and with little memory."""
    monkeypatch.setattr(limits, "SECONDS", 600)  # on a busy computer
    tracemalloc.start()
    began = time.process_time()
    assert fault_of(tmp_path, text) in ("large", "value", "forbidden")
    assert time.process_time() - began < 30
    assert tracemalloc.get_traced_memory()[1] < 400_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("text", FORBIDDEN, ids=lambda text: text[:70])
def test_what_leads_out_of_the_report_is_refused(tmp_path: Path, text: str) -> None:
    """To Python, to the disk, or to a tool without bounds."""
    folder = tmp_path / "work" / "templates"
    (tmp_path / "secret.j2").write_text("HEMLIGT", encoding="utf-8")
    own(folder, "report.md.j2", "")
    inside = folder / "report" / "sv"
    (inside / "link.md.j2").symlink_to(tmp_path / "secret.j2")
    (inside / "ring.md.j2").symlink_to(inside / "ring.md.j2")
    (inside / "folder").symlink_to(tmp_path)
    assert fault_of(folder, text) in REFUSED


def test_what_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line it was at, and the next report is not disturbed."""
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    endless = "{% for i in many %}" * 3 + "\n{% if i %}{% endif %}"
    many = "a{% set many = range(9999) | list %}\n"
    text = many + endless + "{% endfor %}" * 3
    with pytest.raises(FaultyFiles) as stop:
        rendered(tmp_path, text)
    (problem,) = stop.value.problems
    assert problem.code == "template-slow"
    assert problem.place.line in (2, 3)
    monkeypatch.undo()
    assert rendered(tmp_path, "klart") == "klart"


def test_many_includes_of_includes_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each twice the one before: 2 to the power of 40."""
    monkeypatch.setattr(limits, "SECONDS", 0.5)
    for number in range(40):
        more = f'{{% include "{number + 1}.md.j2" %}}' * 2
        own(tmp_path, f"{number}.md.j2", more)
    own(tmp_path, "40.md.j2", "x")
    assert fault_of(tmp_path, '{% include "0.md.j2" %}') == "slow"


def test_a_link_to_a_template_of_the_workspace_is_followed(tmp_path: Path) -> None:
    """Also where all of the workspace is a link."""
    folder = tmp_path / "work" / "templates"
    own(folder, "a.md.j2", "text")
    own(folder, "report.md.j2", "")
    (folder / "report" / "sv" / "b.md.j2").symlink_to("a.md.j2")
    (tmp_path / "link").symlink_to(tmp_path / "work")
    again = tmp_path / "link" / "templates"
    assert rendered(again, '{% include "b.md.j2" %}') == "text"


def test_what_templates_need_is_there(tmp_path: Path) -> None:
    """Loops, macros, filters and methods that show what a report holds."""
    text = (
        "{% macro m(x) %}{{ x | upper }}{% endmacro %}"
        "{% set ns = namespace(n=1) %}{% for x in r.b %}{% set ns.n = ns.n + 1 %}"
        "{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ m(x) }}{{ x.title() }}"
        "{{ r.b | length }}{{ r.b | join('-') }}{{ ns.n * 2 - 1 }}"
        "{{ r.p | map(attribute='u') | join(', ') }}"
        "{{ x | replace('u', 'v') }}{{ r.o.get('k') }}{{ ' ' ~ 1.5 ~ none }}"
        "{{ r.b | sort(reverse=true) | join(d='+') }}{{ 7 // 2 ** 2 % 4 }}\n"
        "{% endfor %}"
    )
    r = {"b": ("u",), "p": [{"u": Markdown("*p*")}], "o": {"k": 1}}
    shown = rendered(tmp_path, text, r=r).replace("\\", "")
    assert shown == "1aUU1u3*p*v1 1.5Noneu1\n"


def test_work_that_fails_fails_where_it_is_waited_for() -> None:
    """Its thread keeps nothing back."""
    assert limits.in_time(lambda: 3) == 3
    with pytest.raises(KeyError):
        limits.in_time({}.popitem)
