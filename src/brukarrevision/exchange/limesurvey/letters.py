"""LimeSurvey's types of questions by their letters, and what they are here."""

from brukarrevision.model.instrument import QuestionType

PLAIN: dict[str, QuestionType] = {
    "!": "select_one",
    "L": "select_one",
    "O": "select_one",
    "Y": "select_one",
    "G": "select_one",
    "5": "select_one",
    "M": "select_multiple",
    "P": "select_multiple",
    "R": "rank",
    "N": "decimal",
    "D": "date",
    "S": "text",
    "T": "text",
    "U": "text",
    "X": "note",
}
"""One question each."""

ROWS: dict[str, QuestionType] = {
    "F": "select_one",
    "H": "select_one",
    "A": "select_one",
    "B": "select_one",
    "C": "select_one",
    "E": "select_one",
    "K": "decimal",
    "Q": "text",
}
"""A question for each of their rows."""

TICKED = frozenset("MP")
COMMENTED = frozenset("OP")

_Said = tuple[tuple[str, str, str], ...]
_NUMBERS = tuple((str(n), str(n), str(n)) for n in range(1, 11))

ANSWERS: dict[str, _Said] = {
    "Y": (("Y", "Ja", "Yes"), ("N", "Nej", "No")),
    "G": (("F", "Kvinna", "Female"), ("M", "Man", "Male")),
    "5": _NUMBERS[:5],
    "A": _NUMBERS[:5],
    "B": _NUMBERS,
    "C": (("Y", "Ja", "Yes"), ("U", "Osäker", "Uncertain"), ("N", "Nej", "No")),
    "E": (
        ("I", "Ökar", "Increase"),
        ("S", "Samma", "Same"),
        ("D", "Minskar", "Decrease"),
    ),
}
"""The answers that a type has without saying so: code, in Swedish, in English."""

SETTINGS = frozenset(
    """
    validation default em_validation_q em_validation_sq array_filter
    array_filter_exclude equals_num_value max_answers min_answers hidden prefix suffix
    other_comment_mandatory code_filter max_subquestions date_min date_max
    maximum_chars exclude_all_others
    """.split()  # noqa: SIM905 - easier to read
)
"""What changes a question or its answers, and is not kept; others are for the eye."""
