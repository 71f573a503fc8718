"""An instrument written as a form and read again: the same to whoever answers it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform import prove
from brukarrevision.exchange.xlsform.read import claims, read
from brukarrevision.exchange.xlsform.write import to_xlsform
from brukarrevision.model.instrument import Instrument, QuestionType
from brukarrevision.model.plan import Plan
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.made import instruments, said

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)
ONE = plan(units=[{"id": "norr", "label": "Norra huset"}])


@pytest.fixture(autouse=True, scope="module")
def _without_java() -> Iterator[None]:
    """Leave Java aside: starting it for every form takes its time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prove, "_java", lambda: False)
        yield


def back(plan: Plan, one: Instrument) -> Questionnaire:
    """Return what is read of the form that is made of an instrument."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(to_xlsform(plan, one).data)
        assert claims(path)
        return read(path, one.id, plan.language)


@every_instrument
def test_every_template_comes_back(folder: Path, path: Path) -> None:
    plan, one = shipped(folder, path)
    found = back(plan, one)
    assert said(found.instrument) == said(one)
    codes = {note.code for note in found.notes}
    assert codes <= {"foreign-missing", "foreign-attribute"}


@given(instruments())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_instrument_comes_back(one: Instrument) -> None:
    found = back(ONE, one)
    assert said(found.instrument) == said(one)
    assert found.notes == ()


def test_every_type_of_question_comes_back() -> None:
    types = {q.type for q in instrument().questions()}
    assert types == set(get_args(QuestionType))
    found = back(ONE, instrument())
    kept = {q.id: q.type for q in found.instrument.questions()}
    changed = {q.id for q in instrument().questions() if kept[q.id] != q.type}
    assert changed == {"n2"}  # a range without an end, of which the form tells
