"""The steps of ``themes --agreement``: how far the coders agree."""

from collections.abc import Mapping

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, has_errors, problem
from brukarrevision.i18n import tr
from brukarrevision.interviews import folder
from brukarrevision.tables.grid import Grid
from brukarrevision.themes import agreeing
from brukarrevision.themes.agreeing import Measured
from brukarrevision.themes.agreement import Agreement
from brukarrevision.themes.coding import Matrix, matrix
from brukarrevision.workspace import CODEBOOK

_RIGHT = frozenset({1, 2, 3, 4})
_PAIR = 2


def show(name: str | None, *, unprotected: bool) -> None:
    """Print how far the coders of an audit agree.

    Args:
        name: the audit, as in all commands.
        unprotected: also by theme, which may tell that nobody mentions it.
    """
    audit = opened(name)
    found = _matrix(audit)
    console.grid(_grid({_all(): agreeing.measured(found)}, found))
    if unprotected:
        labels = {theme.id: theme.label for theme in audit.codebook.themes}
        parts = agreeing.by_code(found)
        named = {f"{labels[code]} ({code})": parts[code] for code in parts}
        console.grid(_grid(named, found))
        console.warn(
            tr(
                "Per tema är det bara för revisorernas egna ögon: det kan visa att "
                "ingen, eller alla, har sagt något om ett tema.",
                "By theme it is for the auditors' own eyes alone: it may show that "
                "nobody, or everybody, has said something about a theme.",
            )
        )


def _matrix(audit: Audit) -> Matrix:
    """Return what all coders say of all that two of them may have read.

    Raises:
        FaultyFiles: the notes have faults, there is no theme, or only one coder.
    """
    notes, problems = folder.notes(audit)
    problems = (*checks.uncodable(audit), *problems)
    if has_errors(problems):
        raise FaultyFiles(*problems)
    if not audit.codebook.themes:
        raise FaultyFiles(problem("codebook-empty", Place(CODEBOOK)))
    codes = [theme.id for theme in audit.codebook.themes]
    found = matrix(folder.usable(notes), codes)
    if len(agreeing.coders(found)) < _PAIR:
        raise FaultyFiles(problem("agreement-one-coder", NOWHERE))
    return found


def _grid(rows: Mapping[str, Measured], found: Matrix) -> Grid:
    first = tr("första kodaren", "the first coder")
    coders = ", ".join(one or first for one in agreeing.coders(found))
    two = len(agreeing.coders(found)) == _PAIR
    cohen = tr("Cohens kappa", "Cohen's kappa")
    kappa = cohen if two else tr("Fleiss kappa", "Fleiss' kappa")
    answers = agreeing.answers(found)
    return Grid(
        title=tr(f"Överensstämmelse: {coders}", f"Agreement: {coders}"),
        header=(
            tr("Tema", "Theme"),
            "n",
            "%",
            kappa,
            tr("alfa", "alpha"),
        ),
        rows=[(name, *_cells(one)) for name, one in rows.items()],
        right=_RIGHT,
        note=tr(
            f"n: par av bedömningar av samma svar och tema. Svar som minst två har "
            f"läst: {answers}. Alfa är Krippendorffs, nominal.",
            f"n: pairs of ratings of the same answer and theme. Answers that two or "
            f"more have read: {answers}. Alpha is Krippendorff's, nominal.",
        ),
    )


def _cells(one: Measured) -> tuple[str, ...]:
    share = one.percent.value
    percent = _reason(one.percent) if share is None else str(round(100 * share))
    return str(one.percent.pairs), percent, _shown(one.kappa), _shown(one.alpha)


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


def _all() -> str:
    return tr("Alla teman", "All themes")
