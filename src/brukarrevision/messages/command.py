"""What can be wrong with how a command was called."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "slug-bad",
        "En revision kan inte heta {slug}.",
        "An audit cannot be called {slug}.",
        "Använd små bokstäver a-z, siffror och bindestreck, till exempel {good}.",
        "Use small letters a-z, digits and hyphens, for example {good}.",
    ),
    Message(
        "audit-not-given",
        "Du står inte i en revisions mapp.",
        "You are not in the folder of an audit.",
        "Ange vilken revision du menar. Det finns: {known}.",
        "Say which audit you mean. There are: {known}.",
    ),
    Message(
        "audit-missing",
        "Det finns ingen revision som heter {name}.",
        "There is no audit called {name}.",
        "Det finns: {known}. Skapa en ny med brukarrevision new.",
        "There are: {known}. Make a new one with brukarrevision new.",
    ),
    Message(
        "audit-missing-near",
        "Det finns ingen revision som heter {name}.",
        "There is no audit called {name}.",
        "Menade du {near}? Det finns: {known}.",
        "Did you mean {near}? There are: {known}.",
    ),
    Message(
        "audit-exists",
        "Revisionen {name} finns redan, och inget har skrivits över.",
        "The audit {name} exists already, and nothing has been overwritten.",
        "Välj ett annat namn, eller arbeta vidare i {folder}.",
        "Choose another name, or go on in {folder}.",
    ),
    Message(
        "template-missing",
        "Det finns ingen mall som heter {name}.",
        "There is no template called {name}.",
        "Menade du {near}? Det finns: {known}.",
        "Did you mean {near}? There are: {known}.",
    ),
    Message(
        "unit-option",
        "En enhet anges som id=Namn, och {given} går inte att läsa så.",
        "A unit is given as id=Name, and {given} cannot be read so.",
        'Skriv till exempel --unit "vast=Västra mottagningen". Varje id får stå en '
        "gång.",
        'Write for example --unit "west=The west clinic". Each id may stand once.',
    ),
    Message(
        "unit-missing",
        "Det finns ingen enhet som heter {name}.",
        "There is no unit called {name}.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "unit-not-shown",
        "{name} kan inte få en egen rapport: de svarande är för få.",
        "{name} cannot have a report of its own: its respondents are too few.",
        "Det finns rapporter för: {known}.",
        "There are reports for: {known}.",
    ),
    Message(
        "by-unknown",
        "Det finns inget att dela upp efter som heter {name}.",
        "There is nothing to split by called {name}.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "by-unprotected",
        "--unprotected visar bara summor för hela revisionen.",
        "--unprotected shows only totals of the whole audit.",
        "Ta bort --by, eller ta bort --unprotected.",
        "Leave out --by, or leave out --unprotected.",
    ),
    Message(
        "explain-alone",
        "--explain kan inte kombineras med andra flaggor till tally.",
        "--explain cannot be combined with other options of tally.",
        "Skriv bara brukarrevision tally --explain.",
        "Write only brukarrevision tally --explain.",
    ),
    Message(
        "publish-names",
        "publish behöver ett namn på publiceringen, och före det revisionen om du inte "
        "står i den.",
        "publish needs a name of the release, and before it the audit unless you are "
        "inside it.",
        "Skriv till exempel brukarrevision publish v1.",
        "Write for example brukarrevision publish v1.",
    ),
    Message(
        "choice-option",
        "{option} kan inte vara {given}.",
        "{option} cannot be {given}.",
        "Välj ett av: {known}.",
        "Choose one of: {known}.",
    ),
    Message(
        "files-missing",
        "Ingen fil är angiven.",
        "No file was given.",
        "Skriv filens namn efter kommandot, till exempel collect svar.csv. Importerna "
        "visas med collect --log, och pappersformulär matas in med collect --enter.",
        "Write the name of the file after the command, for example collect "
        "answers.csv. Imports are shown by collect --log, and paper forms are keyed in "
        "with collect --enter.",
    ),
    Message(
        "folder-taken",
        "Mappen {folder} finns redan, och inget har skrivits över.",
        "The folder {folder} exists already, and nothing has been overwritten.",
        "Välj en annan mapp, eller ta bort den om den inte behövs.",
        "Choose another folder, or delete it if it is not needed.",
    ),
    Message(
        "output-in-worktree",
        "Rapporten är ett utkast och får inte skrivas i mappen {folder}, som "
        "följer med i git.",
        "The report is a draft and may not be written in the folder {folder}, "
        "which git keeps.",
        "Utelämna -o, så hamnar den i den privata mappen, eller välj en mapp utanför.",
        "Leave out -o, and it is put in the private folder, or choose a folder "
        "outside it.",
    ),
    Message(
        "output-missing",
        "En arbetsbok går inte att visa i terminalen.",
        "A workbook cannot be shown in the terminal.",
        "Ange en fil: --format xlsx -o tabeller.xlsx.",
        "Give a file: --format xlsx -o tables.xlsx.",
    ),
    Message(
        "options-together",
        "{one} och {other} går inte att använda tillsammans.",
        "{one} and {other} cannot be used together.",
        "Ta bort den ena.",
        "Leave one of them out.",
    ),
    Message(
        "usage-option",
        "Flaggan {name} finns inte i {command}.",
        "{command} has no option {name}.",
        "Kör {command} --help för att se vilka som finns.",
        "Run {command} --help to see which there are.",
    ),
    Message(
        "usage-option-near",
        "Flaggan {name} finns inte i {command}.",
        "{command} has no option {name}.",
        "Menade du {near}? Kör {command} --help för att se vilka som finns.",
        "Did you mean {near}? Run {command} --help to see which there are.",
    ),
    Message(
        "usage-missing",
        "{name} måste anges.",
        "{name} must be given.",
        "Kör {command} --help för att se hur kommandot skrivs.",
        "Run {command} --help to see how the command is written.",
    ),
    Message(
        "usage-value-missing",
        "Efter {name} ska stå ett värde.",
        "A value should follow {name}.",
        "Kör {command} --help för att se hur kommandot skrivs.",
        "Run {command} --help to see how the command is written.",
    ),
    Message(
        "usage-command-near",
        "Kommandot {given} finns inte.",
        "There is no command {given}.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "usage-command",
        "Kommandot {given} finns inte.",
        "There is no command {given}.",
        "Välj ett av: {known}.",
        "Choose one of: {known}.",
    ),
    Message(
        "completion-shell",
        "Det går inte att se vilket skal du använder, eller så finns ingen ifyllnad "
        "för det.",
        "It cannot be told which shell you use, or there is no completion for it.",
        "Kör kommandot i något av: {known}.",
        "Run the command in one of: {known}.",
    ),
    Message(
        "usage-other",
        "Kommandot går inte att läsa: här står något för mycket.",
        "The command cannot be read: there is something too much.",
        "Kör {command} --help för att se hur det skrivs.",
        "Run {command} --help to see how it is written.",
    ),
)
