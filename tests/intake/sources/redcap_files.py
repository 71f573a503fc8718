"""Synthetic REDCap exports: raw data and labels."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from tests.intake.sources.survey import LABELS, PEOPLE, WHO, Person, label

NOT_SEEN = Person(vilka=())
"""Somebody with a record, who never saw the form: its checkboxes are 0 all the same."""


def redcap(
    path: Path,
    *,
    labels: bool = False,
    people: Sequence[Person] = PEOPLE,
    not_seen: int = 0,
    begun: int = 1,
    repeats: int = 0,
    complete: bool = True,
) -> Path:
    """Write a synthetic export and return its path.

    Args:
        path: the file.
        labels: in headers and cells instead of names and codes.
        people: those who completed the survey.
        not_seen: how many more have a record and nothing else.
        begun: how many more began the survey and did not complete it.
        repeats: how many rows more the first person has, of a repeating form.
        complete: whether the forms are marked as complete.
    """
    rows = [_header(labels=labels, repeats=repeats)]
    everybody = [*people, *[NOT_SEEN] * not_seen, *list(people)[:begun]]
    for number, person in enumerate(everybody, 1):
        seen = number <= len(people) or number > len(people) + not_seen
        over = number > len(people) + not_seen
        done = seen and not over and complete
        time = "[not completed]" if over else "2026-03-01 10:00:00" if seen else ""
        status = {True: ("2", "Complete"), False: ("0", "Incomplete")}[done][labels]
        own = _answers(person, labels=labels)
        mail = "anna@example.com" if seen else ""
        between = ["", ""] if repeats else []
        rows.append([str(number), *between, "", time, *own, mail, status])
    for number in range(1, repeats + 1):
        blank = [""] * (len(rows[0]) - 3)
        rows.append(["1", "Möte" if labels else "mote", str(number), *blank])
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def _header(*, labels: bool, repeats: int) -> list[str]:
    own = []
    for one, text in LABELS.items():
        if one != "vilka":
            own.append(text if labels else one)
        elif labels:
            own += [f"{text} (choice={option})" for option in WHO.values()]
        else:
            own += [f"vilka___{option}" for option in WHO]
    if labels:
        between = ["Repeat Instrument", "Repeat Instance"] if repeats else []
        before = ["Record ID", *between, "Survey Identifier", "Survey Timestamp"]
        return [*before, *own, "E-mail", "Complete?"]
    between = ["redcap_repeat_instrument", "redcap_repeat_instance"] if repeats else []
    before = ["record_id", *between, "redcap_survey_identifier", "enkat_timestamp"]
    return [*before, *own, "email", "enkat_complete"]


def _answers(person: Person, *, labels: bool) -> list[str]:
    found = []
    for one in LABELS:
        value = getattr(person, one)
        if one == "vilka":
            yes, no = ("Checked", "Unchecked") if labels else ("1", "0")
            found += person.ticks(yes, no, no)
        elif one == "sip1":
            known = {"ja": "Yes" if labels else "1", "nej": "No" if labels else "0"}
            found.append(known.get(value, ""))
        else:
            found.append(label(value) if labels else value)
    return found
