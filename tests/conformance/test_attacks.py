"""Every attack of the reference data has its test, and no test is without its case."""

import re

import pytest

from tests.attacks import test_forms, test_groups

from .data import DATA

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no {DATA.name} to read")


def test_each_case_has_a_test() -> None:
    """Named after it, from A01 to A14."""
    text = (DATA / "attacks.yaml").read_text(encoding="utf-8")
    wanted = {one.lower() for one in re.findall(r"(?m)^- id: (A[0-9]{2})_", text)}
    found = {
        name[5:8]
        for name in (*dir(test_forms), *dir(test_groups))
        if re.match(r"test_a[0-9]{2}_", name)
    }
    assert found == wanted
    assert len(wanted) == 14
