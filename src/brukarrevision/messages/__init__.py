"""Every message of the tool, by code; the pages of messages are made from it."""

from functools import cache

from brukarrevision.messages.message import Message, Severity

__all__ = ["Message", "Severity", "catalogue"]


@cache
def catalogue() -> dict[str, Message]:
    """Return all messages by code, in the order of the documentation."""
    from brukarrevision.messages import (
        audit,
        codebook,
        command,
        correction,
        disclosure,
        exchange,
        foreign,
        form,
        guard,
        instrument,
        intake,
        interview,
        limesurvey,
        machine,
        notes,
        plan,
        quotes,
        rawdata,
        release,
        report,
        talks,
        template,
        xlsform,
        yaml,
    )

    about_files = (yaml, plan, instrument, audit, intake, template, report)
    forms = (foreign, form, xlsform, limesurvey, exchange)
    talked = (interview, talks, notes, codebook)
    private = (correction, quotes, release, rawdata, guard)
    parts = (*about_files, *forms, *talked, disclosure, *private, command, machine)
    every = [message for part in parts for message in part.MESSAGES]
    found = {message.code: message for message in every}
    if len(found) != len(every):
        message = "two messages have the same code"
        raise ValueError(message)
    return found
