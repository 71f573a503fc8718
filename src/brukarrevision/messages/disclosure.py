"""What is refused because it would tell what somebody answered."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "data-in-worktree",
        "Rådata skulle hamna i mappen {root}, som följer med i git.",
        "Raw data would end up in the folder {root}, which git keeps.",
        "Ange en mapp utanför git i data_dir (i brukarrevision.yaml) eller i "
        "miljövariabeln BRUKARREVISION_DATA, eller ta bort dem.",
        "Give a folder outside git in data_dir (in brukarrevision.yaml) or in the "
        "environment variable BRUKARREVISION_DATA, or delete them.",
    ),
    Message(
        "by-not-in-partition",
        "Resultaten får inte delas upp efter {name}: frågorna delas bara upp "
        "efter {have}, och samma personer får inte räknas om på ett annat sätt.",
        "Results may not be split by {name}: the questions are split by {have} "
        "alone, and the same persons may not be counted again in another way.",
        "Om personalen ändå vet {name} kan instrumentet från början ha partition: "
        "[{wanted}]. Ändra inte efter att en rapport har lämnats ut.",
        "If staff know {name} anyway, the instrument may from the start have "
        "partition: [{wanted}]. Do not change it once a report has been handed out.",
    ),
    Message(
        "by-not-observable",
        "Resultaten får inte delas upp efter {name}: det är inget som personalen "
        "ändå vet om varje person.",
        "Results may not be split by {name}: it is nothing that staff know about "
        "each person anyway.",
        "Dela upp efter enhet, grupp eller en bakgrundsfråga som är märkt med "
        "observable: true och står i partition.",
        "Split by unit, by group or by a background question that is marked "
        "observable: true and stands in partition.",
    ),
    Message(
        "explain-terminal",
        "Förklaringen av skyddet visas bara på skärmen.",
        "The explanation of the protection is only shown on the screen.",
        "Kör kommandot i ett terminalfönster, utan > eller |.",
        "Run the command in a terminal window, without > or |.",
    ),
    Message(
        "unprotected-file",
        "Oskyddade siffror skrivs bara ut på skärmen, aldrig till en fil.",
        "Unprotected numbers are only printed on the screen, never to a file.",
        "Ta bort -o, eller ta bort --unprotected.",
        "Leave out -o, or leave out --unprotected.",
    ),
)
