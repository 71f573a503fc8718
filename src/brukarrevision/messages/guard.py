"""What the guard of the repository says."""

from brukarrevision.messages.message import Message

_SV_OUT = (
    "Flytta filen till en plats utanför git. Är den tillagd: git rm --cached FIL. "
    "Ligger den i en tidigare version räcker det inte att ta bort den: se docs, för "
    "samordnare."
)
_EN_OUT = (
    "Move the file to a place outside git. If it was added: git rm --cached FILE. If "
    "it is in an earlier version, removing it is not enough: see docs, for "
    "coordinators."
)
_SV_STRIKE = (
    "Stryk eller byt ut uppgiften innan filen läggs in i git. Ligger den i en "
    "tidigare version räcker det inte att ändra: se docs, för samordnare."
)
_EN_STRIKE = (
    "Strike or replace it before the file goes into git. If it is in an earlier "
    "version, changing it is not enough: see docs, for coordinators."
)
_SV_CONTACT = (
    "Är det revisionens egen kontaktväg kan den stå kvar. Annars: stryk den innan "
    "filen läggs in i git."
)
_EN_CONTACT = (
    "If it is how to reach the auditors, it may stay. Else strike it before the file "
    "goes into git."
)

MESSAGES: tuple[Message, ...] = (
    Message(
        "guard-database",
        "Det här är en databas, och sådana innehåller svar.",
        "This is a database, and those hold answers.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-data-file",
        "Det här är en datafil från SPSS, och sådana innehåller svar.",
        "This is a data file of SPSS, and those hold answers.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-pack",
        "Det här är ett låst paket med rådata.",
        "This is a sealed pack of raw data.",
        "Lämna över paketet på annat sätt: det som ligger i git går inte att gallra. "
        "Är det tillagt: git rm --cached FIL.",
        "Hand the pack over in another way: what is in git cannot be erased. If it was "
        "added: git rm --cached FILE.",
    ),
    Message(
        "guard-key",
        "Här står en hemlig nyckel som öppnar paket med rådata.",
        "Here is a secret key that opens packs of raw data.",
        "Ta bort nyckeln härifrån, gör en ny och lås paketen på nytt: den gamla går "
        "inte längre att lita på.",
        "Remove the key from here, make a new one and seal the packs again: the old "
        "one can be trusted no longer.",
    ),
    Message(
        "guard-shallow",
        "Kopian av git är ofullständig, så äldre versioner har inte kunnat gås igenom.",
        "This copy of the repository is incomplete, so older versions could not be "
        "looked through.",
        "Kör git fetch --unshallow, eller gör en ny, hel kopia med git clone, och kör "
        "kommandot igen.",
        "Run git fetch --unshallow, or make a new, whole copy with git clone, and run "
        "the command again.",
        severity="warning",
    ),
    Message(
        "guard-interview",
        "Det här är anteckningar från en intervju.",
        "These are notes of an interview.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-answers",
        "Det här är fritextsvar som skrivits ut för att kodas.",
        "These are open answers, written out to be coded.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-coded-texts",
        "Det här är kodade texter för ett annat program: det som enskilda personer har "
        "sagt.",
        "These are coded texts for another program: what individual people have said.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-draft-report",
        "Det här är ett utkast till rapport. Det är inte godkänt för att lämnas ut.",
        "This is the draft of a report. It is not approved for release.",
        "Låt utkastet ligga i den privata mappen tills rapporten publiceras. Är det "
        "tillagt: git rm --cached FIL.",
        "Leave the draft in the private folder until the report is published. If it "
        "was added: git rm --cached FILE.",
    ),
    Message(
        "guard-data-folder",
        "Den här filen hör till mappen med rådata. Kanske har hela mappen flyttats "
        "hit.",
        "This file belongs to the folder of raw data. Perhaps all of it was moved "
        "here.",
        "Flytta tillbaka mappen utanför git; brukarrevision data path visar vart.",
        "Move the folder back outside git; brukarrevision data path shows where.",
    ),
    Message(
        "guard-draft-instrument",
        "Frågorna är ett utkast som bygger på svar: alternativen kan vara någons egna "
        "ord.",
        "The questions are a draft made from responses: the choices may be somebody's "
        "own words.",
        "Läs igenom alternativen, byt ut det som någon själv har skrivit och ta bort "
        "raden draft: true.",
        "Read the choices through, replace what somebody wrote in their own words and "
        "remove the line draft: true.",
    ),
    Message(
        "guard-rows",
        "Här står svar som har lästs in.",
        "Here are responses that have been imported.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-headers",
        "Tabellen har samma rubriker som en fil med svar.",
        "The table has the same headers as a file of responses.",
        _SV_OUT,
        _EN_OUT,
    ),
    Message(
        "guard-personal-number",
        "Här står personnummer eller samordningsnummer ({count} st).",
        "Here are personal or coordination numbers ({count}).",
        _SV_STRIKE,
        _EN_STRIKE,
    ),
    Message(
        "guard-phone",
        "Här står telefonnummer bland data ({count} st).",
        "Here are phone numbers among data ({count}).",
        _SV_STRIKE,
        _EN_STRIKE,
    ),
    Message(
        "guard-email",
        "Här står e-postadresser bland data ({count} st).",
        "Here are e-mail addresses among data ({count}).",
        _SV_STRIKE,
        _EN_STRIKE,
    ),
    Message(
        "guard-phone-text",
        "Här står telefonnummer ({count} st).",
        "Here are phone numbers ({count}).",
        _SV_CONTACT,
        _EN_CONTACT,
        severity="warning",
    ),
    Message(
        "guard-email-text",
        "Här står e-postadresser ({count} st).",
        "Here are e-mail addresses ({count}).",
        _SV_CONTACT,
        _EN_CONTACT,
        severity="warning",
    ),
    Message(
        "guard-name",
        "Filens namn pekar ut en person. Det visas inte här.",
        "The name of the file points a person out. It is not shown here.",
        "Byt namn på filen. Ligger den i en tidigare version: se docs, för samordnare.",
        "Rename the file. If it is in an earlier version: see docs, for coordinators.",
    ),
    Message(
        "guard-history",
        "Det finns rådata i gits historik. Den följer med varje kopia, även om filen "
        "är borttagen.",
        "There is raw data in the history of git. It goes with every copy, although "
        "the file is removed.",
        "Säg till samordnaren, och skicka inget vidare innan det är åtgärdat. Ta bort "
        "filen ur alla versioner: git filter-repo --invert-paths --path FIL. Rensa "
        "sedan: git reflog expire --expire=now --all och git gc --prune=now. Alla som "
        "har en kopia hämtar en ny; den gamla tas bort, även hos webbtjänsten. Kör "
        "guard scan --history igen. Alla steg står i docs, för samordnare.",
        "Tell the coordinator, and pass nothing on until it is mended. Take the file "
        "out of all versions: git filter-repo --invert-paths --path FILE. Then clear: "
        "git reflog expire --expire=now --all and git gc --prune=now. Everybody with "
        "a copy fetches a new one; the old one is deleted, at the hosting service "
        "too. Run guard scan --history again. All the steps are in docs, for "
        "coordinators.",
    ),
    Message(
        "guard-too-large",
        "Filen är större än {limit} MB och har inte lästs.",
        "The file is larger than {limit} MB and was not read.",
        "Titta efter själv om den innehåller svar; så stora filer hör sällan hemma i "
        "git.",
        "See for yourself whether it holds answers; files that large seldom belong in "
        "git.",
        severity="note",
    ),
    Message(
        "guard-closed",
        "Filen går inte att läsa: den är låst, skadad eller packar upp till "
        "för mycket.",
        "The file cannot be read: it is locked, damaged or unpacks to too much.",
        "Titta efter själv om den innehåller svar innan den läggs in i git.",
        "See for yourself whether it holds answers before it goes into git.",
        severity="warning",
    ),
    Message(
        "guard-no-store",
        "På den här datorn finns inga inlästa svar att jämföra med. Filer med svar "
        "känns då bara igen på sina rubriker.",
        "This computer has no imported responses to compare with. Files of responses "
        "are then known by their headers alone.",
        "Kör kommandot även på datorn där svaren är inlästa.",
        "Run the command on the computer where the responses were imported too.",
        severity="note",
    ),
    Message(
        "guard-store-unread",
        "De inlästa svaren gick inte att läsa ({why}), så filer kunde inte jämföras "
        "med dem.",
        "The imported responses could not be read ({why}), so no file could be "
        "compared with them.",
        "Kör brukarrevision check, rätta felet och kör kommandot igen.",
        "Run brukarrevision check, mend the fault and run the command again.",
        severity="warning",
    ),
    Message(
        "guard-no-git",
        "Mappen ligger inte i git, så det finns varken index eller historik.",
        "The folder is not in git, so there is neither an index nor a history.",
        "Stå i mappen som ligger i git, eller kör git init först. Utan --staged och "
        "--history går filerna igenom ändå.",
        "Stand in the folder that is in git, or run git init first. Without --staged "
        "and --history the files are looked through all the same.",
    ),
    Message(
        "guard-one-of",
        "--staged och --history kan inte stå tillsammans.",
        "--staged and --history cannot stand together.",
        "Ta bort den ena: --history omfattar även det som är tillagt.",
        "Leave one out: --history covers what has been added too.",
    ),
    Message(
        "guard-git-missing",
        "Programmet git finns inte på datorn.",
        "The program git is not on this computer.",
        "Installera git (git-scm.com) och kör kommandot igen.",
        "Install git (git-scm.com) and run the command again.",
    ),
    Message(
        "guard-git-failed",
        "Git kunde inte läsa mappen: den är skadad, eller ägs av någon annan.",
        "Git could not read the folder: it is damaged, or somebody else owns it.",
        "Kör git status i mappen; där står vad som är fel.",
        "Run git status in the folder; it says what is wrong.",
    ),
    Message(
        "guard-hook-foreign",
        "Det finns redan en pre-commit-hook. Den har lämnats orörd.",
        "There is a pre-commit hook already. It was left alone.",
        "Lägg till den här raden i den: {line}",
        "Add this line to it: {line}",
    ),
    Message(
        "data-synced",
        "Mappen med rådata ligger i {service} och kopieras till andra datorer.",
        "The folder of raw data lies in {service} and is copied to other computers.",
        "Ange en mapp som inte synkas i data_dir (i brukarrevision.yaml) eller i "
        "miljövariabeln BRUKARREVISION_DATA, flytta dit svaren och ta bort dem ur "
        "{service}, även ur papperskorgen där.",
        "Give a folder that is not synced in data_dir (in brukarrevision.yaml) or in "
        "the environment variable BRUKARREVISION_DATA, move the responses there and "
        "delete them from {service}, from its recycle bin too.",
        severity="warning",
    ),
)
