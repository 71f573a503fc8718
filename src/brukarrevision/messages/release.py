"""What is said of releases: what has been handed out and stays as it is."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "release-file-missing",
        "Siffrorna i {release} har publicerats, men filen finns inte längre.",
        "The numbers of {release} have been published, but the file is gone.",
        "Hämta tillbaka filen med git, eller kör brukarrevision publish {release} "
        "igen: då skrivs den som den var.",
        "Get the file back with git, or run brukarrevision publish {release} again: "
        "it is then written as it was.",
    ),
    Message(
        "release-file-differs",
        "Filen stämmer inte med det som publicerades i {release}.",
        "The file is not what was published in {release}.",
        "Publicerade siffror får aldrig ändras. Hämta tillbaka filen med git, eller "
        "ta bort den och kör brukarrevision publish {release} igen.",
        "Published numbers may never change. Get the file back with git, or delete it "
        "and run brukarrevision publish {release} again.",
    ),
    Message(
        "release-name-differs",
        "I filen står det att publiceringen heter {release}.",
        "The file says that the release is called {release}.",
        "Hämta tillbaka filen med git. Filerna i published skrivs bara av programmet.",
        "Get the file back with git. Only the program writes the files in published.",
    ),
    Message(
        "release-members",
        "På den här datorn går det inte att veta vilka som redan är räknade i "
        "{release}, men det finns svar här. Då kan någon bli räknad två gånger.",
        "On this computer it cannot be known who has been counted in {release}, but "
        "there are responses here. Somebody might be counted twice.",
        "Packa data på datorn som publicerade (brukarrevision data pack) och läs in "
        "den här (brukarrevision data unpack).",
        "Pack the data on the computer that published (brukarrevision data pack) and "
        "read it in here (brukarrevision data unpack).",
    ),
    Message(
        "release-theme-changed",
        "Temat {theme} är borta eller har flyttats i kodboken sedan siffrorna i "
        "publiceringen {release} lämnades ut.",
        "The theme {theme} is gone or has been moved in the codebook since the numbers "
        "of release {release} were handed out.",
        "Lägg tillbaka det som det var. Vad temat heter (label) och dess definition "
        "får ändras; behöver ni dela in det annorlunda, lägg till ett nytt tema.",
        "Put it back as it was. What the theme is called (label) and its definition "
        "may change; if you need to divide it otherwise, add a new theme.",
    ),
    Message(
        "release-question-changed",
        "Frågan {question} har andra svar, villkor eller uppdelning än när dess "
        "siffror publicerades i {release}.",
        "The question {question} has other answers, conditions or partition than when "
        "its numbers were published in {release}.",
        "Ändra tillbaka. Ordalydelser får rättas, men vill ni fråga något annat "
        "behöver frågan ett nytt id, eller en ny enkät.",
        "Change it back. Wording may be mended, but to ask something else the question "
        "needs a new id, or a new instrument.",
    ),
    Message(
        "release-counted-elsewhere",
        "Svaren till {instrument} är redan räknade i ett annat instrument i "
        "{release}. Samma svar får inte räknas om på ett nytt sätt.",
        "The responses to {instrument} have been counted in another instrument in "
        "{release}. The same answers may not be counted again in a new way.",
        "Ta bort instrumentet ur planen. Siffrorna i {release} gäller.",
        "Take the instrument out of the plan. The numbers of {release} stand.",
    ),
    Message(
        "release-rows-again",
        "{rows} av filens rader står redan i {file}, och siffror är publicerade. Samma "
        "personer får inte räknas en gång till.",
        "{rows} of the rows of the file stand in {file} already, and numbers have been "
        "published. The same persons may not be counted once more.",
        "Läs bara in svar som är nya, eller ge varje svarande samma id i båda filerna, "
        "i en kolumn med use: respondent. Är det andra personer med samma nummer: läs "
        "in båda filerna med sin enhet eller omgång (--unit, --round).",
        "Import only responses that are new, or give every respondent the same id in "
        "both files, in a column with use: respondent. If they are other people with "
        "the same numbers: import both files with their unit or round (--unit, "
        "--round).",
    ),
    Message(
        "release-unfinished",
        "En publicering blev inte färdigskriven förra gången.",
        "A release was not written to the end last time.",
        "Kör brukarrevision report eller publish: de skriver klart den.",
        "Run brukarrevision report or publish: they write it to the end.",
    ),
    Message(
        "release-twice",
        "Samma personer är räknade i {names}, som har publicerats från olika datorer. "
        "Inget mer kan visas.",
        "The same people have been counted in {names}, published from different "
        "computers. Nothing more can be shown.",
        "Det som är utlämnat står kvar. Fortsätt i en ny revision, och publicera från "
        "en enda dator.",
        "What has been handed out stands. Go on in a new audit, and publish from one "
        "computer alone.",
    ),
    Message(
        "release-name-bad",
        "En publicering kan inte heta {release}.",
        "A release cannot be called {release}.",
        "Använd små bokstäver a–z, siffror och bindestreck, till exempel {good}.",
        "Use small letters a–z, digits and hyphens, for example {good}.",
    ),
    Message(
        "release-erased",
        "Rådata gallrades {erased}, så inget mer kan publiceras i revisionen.",
        "Raw data was erased on {erased}, so nothing more can be published.",
        "Det som är publicerat står kvar. brukarrevision report gör rapporterna på "
        "nytt som utkast.",
        "What has been published stands. brukarrevision report makes the reports anew "
        "as drafts.",
    ),
    Message(
        "release-exists",
        "Det finns redan en publicering som heter {release}.",
        "There is a release called {release} already.",
        "Välj ett nytt namn, till exempel {next}. Det som är publicerat står kvar.",
        "Choose a new name, such as {next}. What has been published stands.",
    ),
    Message(
        "release-draft",
        "Instrumentet är ett utkast som gjordes av svar: dess svarsalternativ är "
        "människors egna ord. Inget kan publiceras från det.",
        "The instrument is a draft made from responses: its choices are people's own "
        "words. Nothing can be published from it.",
        "Läs igenom instrumentet, skriv svarsalternativen med egna ord och ta bort "
        "draft: true.",
        "Read the instrument through, put the choices in your own words and take out "
        "draft: true.",
    ),
    Message(
        "release-too-large",
        "Publiceringen blir för stor: filen får vara {limit} MB.",
        "The release would be too large: its file may be {limit} MB.",
        "Dela upp revisionen i flera, till exempel en för varje område.",
        "Divide the audit into several, such as one for each area.",
    ),
    Message(
        "release-cut-off",
        "En publicering blev inte färdigskriven förra gången. Nu är den det.",
        "A release was not written to the end last time. Now it is.",
        "Läs igenom rapporterna i mappen report.",
        "Read through the reports in the folder report.",
        severity="note",
    ),
    Message(
        "opinion-certain",
        "Kontrollen av skyddet fann att någons svar skulle gå att räkna ut "
        "({questions}). Inget har skrivits.",
        "The check of the protection found that somebody's answer could be worked out "
        "({questions}). Nothing has been written.",
        "Det ska inte kunna hända: anmäl det till dem som utvecklar programmet. "
        "Skicka inga siffror.",
        "This should not be possible: report it to the developers of the program. "
        "Send no numbers.",
    ),
    Message(
        "opinion-none",
        "Kontrollen av skyddet gick inte att göra färdigt, så inget visas.",
        "The check of the protection could not be completed, so nothing is shown.",
        "Anmäl det till dem som utvecklar programmet. Skicka inga siffror.",
        "Report it to the developers of the program. Send no numbers.",
    ),
)
