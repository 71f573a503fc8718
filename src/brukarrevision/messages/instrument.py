"""What ``check`` finds in ``instruments/*.yaml``."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "instrument-unlisted",
        "Instrumentet {name} står inte i planen och används inte.",
        "The instrument {name} is not in the plan and is not used.",
        "Lägg till {name} under instruments: i planen, eller ta bort filen.",
        "Add {name} under instruments: in the plan, or delete the file.",
        severity="note",
    ),
    Message(
        "instrument-id-differs",
        "Instrumentets id är {id}, men filen heter {name}.yaml.",
        "The instrument's id is {id}, but the file is called {name}.yaml.",
        "Skriv id: {name}.",
        "Write id: {name}.",
    ),
    Message(
        "instrument-duplicate-id",
        "Id {id} används två gånger i instrumentet (stora och små bokstäver "
        "räknas lika).",
        "The id {id} is used twice in the instrument (case makes no difference).",
        "Ge var och en ett eget id.",
        "Give each an id of its own.",
    ),
    Message(
        "instrument-group",
        "Instrumentet ställs till gruppen {name}, som inte finns i planen.",
        "The instrument is put to the group {name}, which is not in the plan.",
        "{hint} Grupper skrivs under groups: i planen.",
        "{hint} Groups are written under groups: in the plan.",
    ),
    Message(
        "instrument-draft",
        "Instrumentet är ett utkast som är gjort ur svaren: ingen har läst "
        "svarsalternativen än, och de kan vara någons egna ord.",
        "The instrument is a draft made from responses: nobody has read its "
        "choices yet, and they may be somebody's own words.",
        "Läs igenom frågor och svarsalternativ, gör text av det som är fritext, "
        "märk de ogynnsamma svaren med side: negative, skriv relevant: i frågor "
        "som bara ställs till en del, och ta bort raden draft: true.",
        "Read questions and choices, make text of what is free text, mark the "
        "unfavourable answers with side: negative, write relevant: in questions "
        "that are put to some only, and delete the line draft: true.",
        severity="warning",
    ),
    Message(
        "question-duplicate-id",
        "Frågans id {id} används redan i revisionen (stora och små bokstäver "
        "räknas lika).",
        "The question id {id} is already used in the audit (case makes no difference).",
        "Välj ett annat id, till exempel med en bokstav för instrumentet framför.",
        "Choose another id, for instance with a letter for the instrument before it.",
    ),
    Message(
        "question-reserved",
        "En fråga kan inte ha id {id}: ordet används för svaret som helhet.",
        "A question cannot have the id {id}: the word is used of the response as "
        "a whole.",
        "Välj ett annat id.",
        "Choose another id.",
    ),
    Message(
        "question-choices-missing",
        "Frågan {id} saknar svarsalternativ.",
        "The question {id} has no choices.",
        "Skriv choices: och namnet på en lista, eller type: text.",
        "Write choices: and the name of a list, or type: text.",
    ),
    Message(
        "question-choices-unknown",
        "Det finns ingen lista med svarsalternativ som heter {name}.",
        "There is no list of choices called {name}.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "question-choices-extra",
        "En fråga av typen {type} har inga svarsalternativ.",
        "A question of the type {type} has no choices.",
        "Ta bort choices:, eller byt typ till select_one.",
        "Delete choices:, or change the type to select_one.",
    ),
    Message(
        "choices-unused",
        "Ingen fråga använder listan {name}.",
        "No question uses the list {name}.",
        "Ta bort den om den inte behövs.",
        "Delete it if it is not needed.",
        severity="warning",
    ),
    Message(
        "choices-no-answer",
        "Listan {name} har inget svar som räknas; alla är missing.",
        "The list {name} has no answer that counts; all are missing.",
        "Ta bort missing: från de alternativ som är svar.",
        "Delete missing: from the choices that are answers.",
    ),
    Message(
        "choice-label-is-id",
        "Svaret {id} har texten {label}, som är id för ett annat svar i samma lista.",
        "The choice {id} says {label}, which is the id of another in the same list.",
        "Ge svaren andra id innan några svar är inlästa. Är de redan inlästa, ta med "
        "texterna och inte id när ni exporterar: collect läser texten först.",
        "Give the choices other ids before any answers are collected. If they are "
        "collected already, export labels and not ids: collect takes the text first.",
        "warning",
    ),
    Message(
        "choice-same-label",
        "Två alternativ i listan heter {label}.",
        "Two choices of the list are called {label}.",
        "Ge dem olika texter, annars går svaren inte att skilja åt.",
        "Give them different texts; answers cannot be told apart otherwise.",
    ),
    Message(
        "relevant-unknown-question",
        "relevant nämner frågan {id}, som inte finns i instrumentet.",
        "relevant names the question {id}, which is not in the instrument.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "relevant-unknown-choice",
        "relevant nämner svaret {id}, som frågan inte har.",
        "relevant names the answer {id}, which the question does not have.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "relevant-missing",
        "Frågan leds till av {id}, som räknas som uteblivet svar. Då visas den aldrig.",
        "The question is led to by {id}, which is no answer. So it is never shown.",
        "Led till frågan med svar som räknas, eller ta bort missing: i alternativet.",
        "Lead to it by answers that count, or delete missing: from the choice.",
        severity="warning",
    ),
    Message(
        "relevant-later",
        "Frågan {id} beror på {parent}, som kommer senare eller är samma fråga.",
        "The question {id} depends on {parent}, which comes later or is the same "
        "question.",
        "Låt frågan bero på en tidigare fråga.",
        "Let it depend on an earlier question.",
    ),
    Message(
        "relevant-not-choice",
        "relevant kan bara bero på en fråga med svarsalternativ, och det har inte "
        "{parent}.",
        "relevant can only depend on a question with choices, and {parent} has none.",
        "Välj en fråga av typen select_one eller select_multiple.",
        "Choose a question of the type select_one or select_multiple.",
    ),
    Message(
        "relevant-other-partition",
        "Frågan beror på {parent}, som delas upp på annat sätt. Då kan den aldrig "
        "visas.",
        "The question depends on {parent}, which is split another way. So it can "
        "never be shown.",
        "Ge båda områdena samma partition.",
        "Give both areas the same partition.",
    ),
    Message(
        "partition-unknown",
        "partition nämner {name}, som inte finns.",
        "partition names {name}, which does not exist.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "partition-not-observable",
        "Resultat får bara delas upp efter det som personalen ändå vet, och "
        "{name} är inte märkt så.",
        "Results may only be split by what staff know anyway, and {name} is not "
        "marked so.",
        "Märk bakgrundsfrågan (select_one) med observable: true om det stämmer, "
        "annars ta bort den ur partition.",
        "Mark the background question (select_one) with observable: true if that "
        "is so, else take it out of partition.",
    ),
    Message(
        "sensitive-no-side",
        "Den känsliga frågan {id} visas aldrig: ingen sida är märkt som negativ.",
        "The sensitive question {id} is never shown: no side is marked as negative.",
        "Märk svarsalternativ med side: negative (och side: positive).",
        "Mark choices with side: negative (and side: positive).",
        severity="warning",
    ),
    Message(
        "number-no-bands",
        "Svaren på {id} visas inte: siffror visas bara i de intervall som frågan har.",
        "Answers to {id} are not shown: numbers are shown only in the bands of "
        "the question.",
        "Lägg till bands: med from: och to: om svaren ska visas.",
        "Add bands: with from: and to: if answers are to be shown.",
        severity="note",
    ),
    Message(
        "sides-none",
        "Svaren på {id} saknar sida, så de ogynnsamma svaren kan inte skyddas.",
        "The answers to {id} have no side, so the unfavourable ones cannot be "
        "protected.",
        "Märk svarsalternativen med side: negative och side: positive, eller med "
        "side: neutral där inget svar är bättre än ett annat.",
        "Mark the choices with side: negative and side: positive, or with side: "
        "neutral where no answer is better than another.",
        severity="warning",
    ),
    Message(
        "sides-no-negative",
        "Svaren på {id} har en positiv sida, men inget svar är märkt som negativt. "
        "Omärkta svar skyddas då som ogynnsamma.",
        "Answers to {id} have a positive side, but none is marked as negative. "
        "Unmarked answers are then protected as unfavourable.",
        "Märk de ogynnsamma svaren med side: negative, och de som varken är det ena "
        "eller det andra med side: neutral.",
        "Mark the unfavourable answers with side: negative, and those that are "
        "neither with side: neutral.",
        severity="warning",
    ),
    Message(
        "indicator-no-side",
        "Indikatorn för {id} går inte att räkna: svaren saknar side och score.",
        "The indicator of {id} cannot be worked out: its answers have no side or "
        "score.",
        "Ge svarsalternativen side: eller score:.",
        "Give the choices side: or score:.",
    ),
    Message(
        "bands-overlap",
        "Intervallen {one} och {two} överlappar varandra eller står i fel ordning.",
        "The bands {one} and {two} overlap or are in the wrong order.",
        "Rätta from: och to:. Båda gränserna räknas med.",
        "Mend from: and to:. Both limits are included.",
    ),
    Message(
        "bands-gap",
        "Mellan intervallen {one} och {two} finns heltal som inte hör till något av "
        "dem.",
        "Between the bands {one} and {two} are whole numbers that belong to neither.",
        "Rätta from: och to:, så att inget heltal blir över mellan dem. Båda "
        "gränserna räknas med.",
        "Mend from: and to:, so that no whole number is left over between them. Both "
        "limits are included.",
    ),
)
