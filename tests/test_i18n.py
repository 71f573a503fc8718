"""The language the tool speaks."""

import pytest

from brukarrevision import i18n


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C"}, "sv"),
        ({"LANG": "POSIX"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "nb_NO.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "EN"}, "en"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_chooses(environ: dict[str, str], language: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG; what is unknown means Swedish."""
    assert i18n.from_locale(environ) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["--lang", "en", "check"], "en"),
        (["check", "--lang=en"], "en"),
        (["check", "--lang", "sv"], "sv"),
        (["check", "--lang", "de"], "sv"),
        (["check", "--lang"], "sv"),
        (["check"], "sv"),
    ],
)
def test_an_option_chooses_before_the_locale(words: list[str], language: str) -> None:
    """Wherever it stands."""
    assert i18n.from_arguments(words, {}) == language
    if "en" in words or "--lang=en" in words:
        assert i18n.from_arguments(words, {"LANG": "sv"}) == "en"


def test_one_language_is_spoken_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until another is asked for."""
    monkeypatch.setattr(i18n, "_current", "sv")
    assert (i18n.language(), i18n.tr("ja", "yes")) == ("sv", "ja")
    i18n.use("en")
    assert (i18n.language(), i18n.tr("ja", "yes")) == ("en", "yes")
