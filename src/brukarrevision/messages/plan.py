"""What ``check`` finds in ``plan.yaml``."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "plan-instrument-missing",
        "Planen nämner instrumentet {name}, men instruments/{name}.yaml finns inte.",
        "The plan names the instrument {name}, but there is no "
        "instruments/{name}.yaml.",
        "Skapa filen eller rätta namnet. Det finns: {known}.",
        "Make the file or mend the name. There are: {known}.",
    ),
    Message(
        "plan-id-differs",
        "Planens id är {id}, men mappen heter {slug}.",
        "The plan's id is {id}, but the folder is called {slug}.",
        "Skriv id: {slug}.",
        "Write id: {slug}.",
        severity="warning",
    ),
    Message(
        "plan-duplicate-id",
        "Id {id} används två gånger.",
        "The id {id} is used twice.",
        "Ge var och en ett eget id; återanvänd inte gamla.",
        "Give each an id of its own; never use old ones again.",
    ),
    Message(
        "plan-same-label",
        "Två under {key} heter {label}.",
        "Two under {key} are called {label}.",
        "Ge dem olika namn, annars går de inte att skilja åt i svar och rapporter.",
        "Give them different names; they cannot be told apart in responses and "
        "reports otherwise.",
    ),
    Message(
        "plan-period-backwards",
        "Revisionen slutar {end}, före den börjar {start}.",
        "The audit ends {end}, before it begins {start}.",
        "Rätta datumen i commission: period:.",
        "Mend the dates in commission: period:.",
    ),
    Message(
        "plan-erase-early",
        "Rådata gallras {erase}, innan revisionen slutar {end}.",
        "Raw data is erased {erase}, before the audit ends {end}.",
        "Sätt erase_raw_by till en dag efter att rapporten är klar.",
        "Set erase_raw_by to a day after the report is done.",
        severity="warning",
    ),
    Message(
        "plan-erase-overdue",
        "Rådata skulle ha gallrats {erase}.",
        "Raw data should have been erased {erase}.",
        "Gallra svaren, eller ändra erase_raw_by om ni har kommit överens om det.",
        "Erase the responses, or change erase_raw_by if you have agreed on that.",
        severity="warning",
    ),
    Message(
        "plan-coalition-low",
        "coalition kan inte vara lägre än 1.",
        "coalition cannot be lower than 1.",
        "Skriv coalition: 1, eller ta bort raden. En svarande som räknar bort "
        "sitt eget svar ska inte kunna få veta någon annans.",
        "Write coalition: 1, or delete the line. A respondent who subtracts their "
        "own answer must not learn another's.",
    ),
    Message(
        "plan-min-group-low",
        "min_group är {given}, men får inte vara lägre än {floor}: i mindre "
        "grupper går det att räkna ut vad någon har svarat.",
        "min_group is {given}, but must not be lower than {floor}: in smaller "
        "groups it can be worked out what somebody answered.",
        "Skriv min_group: {floor} eller mer.",
        "Write min_group: {floor} or more.",
    ),
    Message(
        "plan-words-gap",
        "Orden för andelar måste börja vid 0 procent, och ingen gräns får stå två "
        "gånger.",
        "The words for shares must begin at 0 percent, and no limit may stand twice.",
        "Lägg till ett ord med at_least: 0, och ge varje ord en egen gräns.",
        "Add a word with at_least: 0, and give each word a limit of its own.",
    ),
    Message(
        "plan-nothing-to-split",
        "Resultaten ska delas upp, men planen har inga {key}.",
        "Results are to be split, but the plan has no {key}.",
        "Lägg till {key}: i planen. Annars visas allt för alla tillsammans.",
        "Add {key}: to the plan. Otherwise all is shown for everybody together.",
        severity="note",
    ),
)
