"""The steps of ``tally --explain``: which rule is at work where."""

from brukarrevision import console, results, wording
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, Refused, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.results.reasons import Reason, Why, reasons
from brukarrevision.tables.grid import Grid


def explain(name: str | None, *, alone: bool) -> None:
    """Print on the terminal which rule bounded, hid or merged what.

    Raises:
        WrongUsage: other options were given, which would have no effect.
        Refused: the output would go to a file or another program.
    """
    if not alone:
        raise WrongUsage(problem("explain-alone", NOWHERE))
    if not console.is_terminal():
        raise Refused(problem("explain-terminal", NOWHERE))
    audit = opened(name)
    console.warn(
        tr(
            "BARA FÖR ER SOM GRANSKAR. Här står vilken regel som gäller var. Visa det "
            "inte för andra.",
            "FOR THE AUDITORS ALONE. This says which rule is at work where. Do not "
            "show it to others.",
        )
    )
    found = list(reasons(results.protected(audit, themes=False)))
    if not found:
        console.say(tr("Allt visas exakt.", "Everything is shown exactly."))
        return
    header = (
        tr("Regel", "Rule"),
        tr("Fråga", "Question"),
        tr("Vilka", "Who"),
        tr("Varför", "Why"),
    )
    rows = tuple(_row(audit, one) for one in found)
    title = tr("Så är siffrorna skyddade", "How the numbers are protected")
    console.grid(Grid(title, header, rows, frozenset(), ""))


def _row(audit: Audit, one: Reason) -> tuple[str, ...]:
    instrument = audit.instruments[one.instrument]
    names = wording.names(one.keys, one.partition, audit.plan, instrument)
    who = wording.listed(dict.fromkeys(names), audit.plan.language)
    when = wording.label(audit.plan, "round", one.round) if one.round else ""
    asked = one.question or tr("alla", "all")
    return one.rule, asked, " · ".join(filter(None, [who, when])), _said(one.why)


def _said(why: Why) -> str:
    """Return a reason as a person would put it."""
    return {
        "merged": tr(
            "För få var för sig; räknas ihop.", "Too few each; counted together."
        ),
        "left_out": tr(
            "För få, även tillsammans; ingår inte i några siffror.",
            "Too few even together; in no number.",
        ),
        "late": tr(
            "Svarade efter en publicering; väntar tills de är tillräckligt många.",
            "Answered after a release; wait until they are enough.",
        ),
        "unasked": tr(
            "Frågan fanns inte när de här svaren publicerades; de räknas inte igen.",
            "The question was not there when these answers were published; they are "
            "not counted again.",
        ),
        "own_words": tr(
            "Egna ord och datum visas aldrig.", "Own words and dates are never shown."
        ),
        "no_bands": tr(
            "Tal visas i intervall, och inga är angivna.",
            "Numbers are shown in bands, and none are given.",
        ),
        "splits": tr(
            "Svaren delas upp efter den här frågan.",
            "The answers are split by this question.",
        ),
        "no_sides": tr(
            "Känslig fråga där ingen sida är angiven.",
            "A sensitive question without sides.",
        ),
        "conditions": tr(
            "Flera villkor leder hit; hur många det gäller visas inte.",
            "Several conditions lead here; how many they hold for is not shown.",
        ),
        "routed": tr(
            "Frågan som leder hit visas inte exakt.",
            "The question that leads here is not shown exactly.",
        ),
        "few": tr("För få svarade på frågan.", "Too few answered the question."),
        "top": tr(
            "Alla eller nästan alla svarade likadant.",
            "All or almost all answered alike.",
        ),
        "side": tr(
            "Alla eller nästan alla svarade på den missnöjda sidan.",
            "All or almost all answered on the unfavourable side.",
        ),
        "split": tr(
            "Känslig fråga: visas som två sidor, med minsta antal på var sida.",
            "A sensitive question: shown as two sides, with a least number on each.",
        ),
        "option": tr(
            "Något alternativ valdes av nästan alla eller nästan ingen.",
            "Some option was chosen by almost all or almost nobody.",
        ),
    }[why]
