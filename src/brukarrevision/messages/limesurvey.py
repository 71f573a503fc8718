"""What can be said of surveys made for LimeSurvey, and of those read from it."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "limesurvey-name",
        "En fråga kan inte ha id {id} i LimeSurvey: så heter något annat där.",
        "A question cannot have the id {id} in LimeSurvey: something else is called "
        "so there.",
        "Ge frågan ett annat id. Det går bra så länge inga svar är inlästa.",
        "Give the question another id. That is fine as long as no answers are "
        "collected.",
    ),
    Message(
        "limesurvey-range",
        "Skalan i frågan {id} blir ett vanligt tal i LimeSurvey, med samma gränser.",
        "The scale of the question {id} becomes a plain number in LimeSurvey, with "
        "the same limits.",
        "Vill ni ha ett reglage, ställ in det i LimeSurvey när enkäten är inläst.",
        "If you want a slider, set it in LimeSurvey once the survey is imported.",
        "note",
    ),
    Message(
        "limesurvey-rank",
        "I frågan {id} rangordnas bara svaren, inte ”vet ej” och liknande.",
        "In the question {id} only the answers are ranked, not “don't know” and the "
        "like.",
        "Den som inte vill rangordna hoppar över frågan.",
        "Who does not want to rank skips the question.",
        "note",
    ),
    Message(
        "limesurvey-language",
        "Språket {language} är inte med: LimeSurvey tar bara språkkoder som sv och so.",
        "The language {language} is left out: LimeSurvey only takes codes of "
        "languages such as sv and so.",
        "Ge språket en kod med två eller tre små bokstäver, eller gör en egen enkät "
        "på det språket.",
        "Give the language a code of two or three small letters, or make a survey of "
        "its own in that language.",
        "warning",
    ),
    Message(
        "limesurvey-untranslated",
        "På {language} saknas frågorna {ids}. De står på {base} i stället.",
        "In {language} the questions {ids} are missing. They stand in {base} instead.",
        "Översätt dem under translations, om de som svarar behöver det.",
        "Translate them under translations, if those who answer need it.",
        "warning",
    ),
    Message(
        "limesurvey-odd",
        "Filen går inte att läsa som en struktur från LimeSurvey.",
        "The file cannot be read as a structure from LimeSurvey.",
        "Exportera enkäten på nytt: Exportera, LimeSurvey-struktur (.lss) eller "
        "tabbavgränsad text (.txt).",
        "Export the survey once more: Export, Survey structure (.lss) or tab-separated "
        "values (.txt).",
    ),
    Message(
        "limesurvey-xml",
        "Filen är inte en hel .lss, eller innehåller sådant som kan skada datorn.",
        "The file is no complete .lss, or holds what could do harm to the computer.",
        "Exportera enkäten på nytt ur LimeSurvey och öppna den inte i ett annat "
        "program innan.",
        "Export the survey from LimeSurvey once more, and do not open it in another "
        "program first.",
    ),
    Message(
        "questionnaire-two-claim",
        "Filen ser ut som ett frågeformulär från flera verktyg: {names}.",
        "The file looks like a questionnaire from several tools: {names}.",
        "Exportera formuläret på nytt ur verktyget det är gjort i.",
        "Export the questionnaire once more from the tool it was made in.",
    ),
)
