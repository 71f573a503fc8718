"""All results of an audit: checked, counted, protected, and tried by an attacker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brukarrevision import checks, releases
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, Refused, problem
from brukarrevision.model.instrument import Instrument
from brukarrevision.releases import Ledger
from brukarrevision.results.counting import Counting
from brukarrevision.results.how import HOW
from brukarrevision.results.opinion import second_opinion
from brukarrevision.results.shown import NewSplit, Responses, Result, Results
from brukarrevision.results.themes import tables
from brukarrevision.store import Origin, Store
from brukarrevision.themes import mentions
from brukarrevision.themes.mentions import Mentions
from brukarrevision.workspace import NOTES


@dataclass(frozen=True, slots=True)
class Gathered:
    """What may be shown, and what of it no release has yet. Private."""

    results: Results
    new: tuple[NewSplit, ...]


def protected(audit: Audit, *, themes: bool = True) -> Results:
    """Return what may be shown of all questions; errors as :func:`gather`."""
    return gather(audit, themes=themes).results


def gather(audit: Audit, *, themes: bool = True) -> Gathered:
    """Return what may be shown, and what a release of it would freeze.

    Args:
        audit: whose responses are counted.
        themes: count also what is mentioned in notes; what shows none need not wait
            until they have no errors.

    Raises:
        FaultyFiles: ``check`` finds errors, so that protection would stand on sand
            (R10), nothing has been collected, or consent to an interview is gone.
        Refused: the ledger cannot be completed, or an attacker would learn something.
    """
    questions: list[Result] = []
    responses: dict[str, tuple[Responses, ...]] = {}
    new: list[NewSplit] = []
    origins: list[Origin] = []
    with Store.open(audit.store_path) as store:
        ledger = releases.read(audit, store)
        if faults := checks.blocking(audit):
            raise FaultyFiles(*faults)
        mentioned = mentions.read(audit) if themes else None
        for instrument in audit.instruments.values():
            origins += (own := _origins(store, ledger, instrument))
            frame, split = store.frame(instrument.id), instrument.partition
            of = audit, ledger, instrument, frame, own, split
            _refuse_without_consent(audit, instrument, own, mentioned)
            for one in _countings(Counting(*of, mentioned)):
                found = tuple(one.results())
                questions += found
                new += one.new(found)
                if one.attributes == instrument.partition:
                    responses[instrument.id] = one.responses()
    if not questions:
        raise FaultyFiles(problem("responses-missing", Place(audit.slug)))
    second_opinion(audit, questions, new, ledger, origins)
    released = tuple(one.release for one in ledger.releases)
    ordered = tuple(_in_order(audit, questions))
    is_new = any(split.leaves for split in new)
    uncoded = _uncoded(audit, mentioned)
    shown = Results(ordered, responses, released, is_new, uncoded)
    return Gathered(shown, tuple(new))


def _uncoded(audit: Audit, mentioned: Mentions | None) -> tuple[str, ...]:
    """Return the instruments that wait to be coded, in the plan's order."""
    found = mentioned.uncoded if mentioned else frozenset()
    return tuple(name for name in audit.instruments if name in found)


def _refuse_without_consent(
    audit: Audit,
    instrument: Instrument,
    origins: Sequence[Origin],
    mentioned: Mentions | None,
) -> None:
    """Stop while somebody is counted who has not, or no longer, consented.

    Once published, a number cannot be taken back (R9).

    Raises:
        FaultyFiles: there are such interviews.
    """
    if mentioned is None or instrument.kind == "survey":
        return
    every = dict.fromkeys(one.respondent for one in origins)
    if gone := [one for one in every if one and one in mentioned.without_consent]:
        facts = {"ids": ", ".join(gone), "audit": audit.slug}
        raise FaultyFiles(problem("interview-consent-counted", Place(NOTES), **facts))


def _origins(
    store: Store, ledger: Ledger, instrument: Instrument
) -> tuple[Origin, ...]:
    """Return where the responses to an instrument came from.

    Raises:
        Refused: one has been counted in another instrument, so that this would be the
            same answers again, recoded (R9).
    """
    found = store.origins(instrument.id)
    earlier = {release for o in found if (release := ledger.elsewhere(o))}
    if earlier:
        place = Place(f"instruments/{instrument.id}.yaml")
        facts = {"instrument": instrument.id, "release": ", ".join(sorted(earlier))}
        raise Refused(problem("release-counted-elsewhere", place, **facts))
    return found


def _countings(whole: Counting) -> Iterator[Counting]:
    """Yield a counting for each way that an instrument's respondents are split."""
    instrument = whole.instrument
    areas = [area.partition for area in instrument.areas]
    splits = dict.fromkeys(
        [instrument.partition, *(one for one in areas if one is not None)]
    )
    known = any(
        split.instrument == instrument.id and split.leaves
        for release in whole.ledger.releases
        for split in release.splits
    )
    if whole.origins or known:
        yield from (replace(whole, attributes=attributes) for attributes in splits)


def _in_order(audit: Audit, results: Sequence[Result]) -> list[Result]:
    """Return results by instrument, round and question, as plan and files have them."""
    rounds = {one.id: at for at, one in enumerate(audit.plan.rounds)}
    instruments = {name: at for at, name in enumerate(audit.instruments)}
    questions = {
        name: [
            *(question.id for question in instrument.questions()),
            *HOW,
            *tables(instrument),
        ]
        for name, instrument in audit.instruments.items()
    }

    def key(result: Result) -> tuple[int, int, str, int]:
        name = result.instrument.id
        when = rounds.get(result.round or "", len(rounds))
        nr = questions[name].index(result.question.id)
        return instruments[name], when, str(result.round), nr

    return sorted(results, key=key)
