"""The head of an interview's notes."""

import pytest
from pydantic import ValidationError

from brukarrevision.model.note import Head


@pytest.mark.parametrize(
    ("said", "meant"), [("yes", True), (True, True), ("no", False), (False, False)]
)
def test_consent_is_yes_or_no_however_yaml_reads_it(said: object, meant: bool) -> None:
    """``yes`` is a word or a truth, by the version of YAML."""
    assert Head.model_validate({"id": "I-01", "consent": said}).consent is meant


@pytest.mark.parametrize("said", ["kanske", "", 1.5, [], {}])
def test_nothing_else_is_consent(said: object) -> None:
    """What can be neither yes nor no is a fault, and never taken for a yes."""
    with pytest.raises(ValidationError, match="yaml-not-truth"):
        Head.model_validate({"id": "I-01", "consent": said})


def test_consent_that_is_not_there_is_no_consent() -> None:
    """Nothing of what was said may be used yet."""
    head = Head.model_validate({"id": "I-01", "auditors": None})
    assert (head.consent, head.auditors) == (None, ())
