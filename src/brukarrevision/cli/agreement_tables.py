"""The tables of ``themes --agreement``."""

from collections.abc import Mapping, Sequence

from brukarrevision.i18n import tr
from brukarrevision.tables.grid import Grid
from brukarrevision.themes import agreeing
from brukarrevision.themes.agreeing import Measured
from brukarrevision.themes.agreement import Agreement, Metric
from brukarrevision.themes.answered import Answered
from brukarrevision.themes.coding import Matrix

_RIGHT = frozenset({1, 2, 3, 4})
_PAIR = 2
_LEVELS: tuple[Metric, ...] = ("nominal", "ordinal", "interval")


def of_questions(questions: Sequence[Answered]) -> Grid:
    """Return a table with a row for each closed question."""
    return Grid(
        title=tr("Svar på slutna frågor", "Answers to closed questions"),
        header=(
            tr("Fråga", "Question"),
            "n",
            "%",
            tr("alfa, nominal", "alpha, nominal"),
            tr("alfa, ordinal", "alpha, ordinal"),
            tr("alfa, intervall", "alpha, interval"),
        ),
        rows=[
            (
                f"{one.question.label} ({one.question.id})",
                str(one.percent.pairs),
                _percent(one.percent),
                *(_level(one, metric) for metric in _LEVELS),
            )
            for one in questions
        ],
        right=_RIGHT | {5},
        note=tr(
            "n: par av svar på frågan från samma intervju. Alfa är Krippendorffs. "
            "Ordinal visas där svaren har en ordning, intervall där de är tal eller "
            "har poäng; vet ej och liknande är då inte med.",
            "n: pairs of answers to the question from the same interview. Alpha is "
            "Krippendorff's. Ordinal is shown where the answers have an order, "
            "interval where they are numbers or have scores; do not know and the like "
            "are left out there.",
        ),
    )


def _level(one: Answered, metric: Metric) -> str:
    return _shown(one.alpha[metric]) if metric in one.alpha else "–"


def of_themes(rows: Mapping[str, Measured], found: Matrix, *, chance: bool) -> Grid:
    """Return a table with a row for each name, of those who made a matrix.

    Args:
        rows: the measures, by name.
        found: the matrix.
        chance: with the measures that take away what chance gives.
    """
    first = tr("första kodaren", "the first coder")
    coders = ", ".join(one or first for one in agreeing.coders(found))
    names = _chances(found) if chance else ()
    return Grid(
        title=tr(f"Överensstämmelse: {coders}", f"Agreement: {coders}"),
        header=(tr("Tema", "Theme"), "n", "%", *names),
        rows=[(name, *_cells(one, chance=chance)) for name, one in rows.items()],
        right=_RIGHT,
        note=_note(found, chance=chance),
    )


def _chances(found: Matrix) -> tuple[str, str]:
    """Return what the measures are called that take away what chance gives."""
    two = len(agreeing.coders(found)) == _PAIR
    cohen = tr("Cohens kappa", "Cohen's kappa")
    kappa = cohen if two else tr("Fleiss kappa", "Fleiss' kappa")
    return kappa, tr("alfa", "alpha")


def _note(found: Matrix, *, chance: bool) -> str:
    answers = agreeing.answers(found)
    of = tr(
        f"n: par av bedömningar av samma svar och tema. Svar som minst två har "
        f"läst: {answers}.",
        f"n: pairs of ratings of the same answer and theme. Answers that two or "
        f"more have read: {answers}.",
    )
    alpha = tr("Alfa är Krippendorffs, nominal.", "Alpha is Krippendorff's, nominal.")
    more = tr(
        "Kappa och alfa visas med --unprotected, för revisorernas egna ögon.",
        "--unprotected shows kappa and alpha, for the auditors' own eyes.",
    )
    return f"{of} {alpha if chance else more}"


def _cells(one: Measured, *, chance: bool) -> tuple[str, ...]:
    beyond = (_shown(one.kappa), _shown(one.alpha)) if chance else ()
    return (str(one.percent.pairs), _percent(one.percent), *beyond)


def _percent(one: Agreement) -> str:
    return _reason(one) if one.value is None else str(round(100 * one.value))


def _shown(one: Agreement) -> str:
    """Return a measure with two decimals, or why there is none."""
    if one.value is None:
        return _reason(one)
    value = f"{one.value:.2f}".replace("-0.00", "0.00")
    return tr(value.replace(".", ","), value)


def _reason(one: Agreement) -> str:
    """Return in words why a measure cannot be computed."""
    if one.reason == "one_value":
        return tr(
            "kan inte beräknas: alla har satt samma överallt",
            "cannot be computed: all have put the same everywhere",
        )
    return tr(
        "kan inte beräknas: ingen har läst detsamma som en annan",
        "cannot be computed: nobody has read the same as another",
    )


def all_themes() -> str:
    """Return what the row of all themes is called."""
    return tr("Alla teman", "All themes")
