"""What can be said of a form that is made for KoboToolbox and ODK."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "xlsform-name",
        "En fråga kan inte ha id {id} i ett formulär för KoboToolbox eller ODK.",
        "A question cannot have the id {id} in a form for KoboToolbox or ODK.",
        "Ge frågan ett annat id. Det går bra så länge inga svar är inlästa.",
        "Give the question another id. That is fine as long as no answers are "
        "collected.",
    ),
    Message(
        "xlsform-refused",
        "Formuläret godtas inte av pyxform, som KoboToolbox och ODK läser formulär "
        "med.",
        "The form is not accepted by pyxform, which KoboToolbox and ODK read forms "
        "with.",
        "Rätta frågan på den raden, eller ta bort den ur formuläret. Räcker inte det "
        "är det ett fel i programmet: berätta gärna om det.",
        "Mend the question on that row, or leave it out of the form. If that does not "
        "do, it is a fault of the program: please tell us.",
    ),
    Message(
        "xlsform-doubtful",
        "Formuläret godtas, men pyxform är tveksamt till något i det.",
        "The form is accepted, but pyxform doubts something in it.",
        "Prova formuläret innan någon får det. Är ett språk med, kontrollera att det "
        "har rätt kod, till exempel so eller ar.",
        "Try the form before anybody gets it. If it has several languages, check that "
        "each has its right code, such as so or ar.",
        "warning",
    ),
    Message(
        "xlsform-range",
        "Skalan i frågan {id} har inte både början, slut och steg som går jämnt ut. "
        "Den frågas som ett vanligt tal.",
        "The scale of the question {id} has no start, end and step that come out "
        "even. It is asked as a plain number.",
        "Skriv start, end och step om det ska vara en skala.",
        "Write start, end and step if it is to be a scale.",
        "note",
    ),
    Message(
        "xlsform-rank",
        "I frågan {id} rangordnas bara svaren, inte ”vet ej” och liknande.",
        "In the question {id} only the answers are ranked, not “don't know” and the "
        "like.",
        "Den som inte vill rangordna hoppar över frågan.",
        "Who does not want to rank skips the question.",
        "note",
    ),
    Message(
        "xlsform-same-label",
        "Frågorna {ids} har samma text.",
        "The questions {ids} have the same text.",
        "Hämta svaren med namn (XML-värden), inte med texter. Annars går frågorna "
        "inte att skilja åt.",
        "Export the answers with names (XML values), not with labels. Otherwise the "
        "questions cannot be told apart.",
        "note",
    ),
    Message(
        "xlsform-label-is-id",
        "I listan {list} är texten på ett svar detsamma som id för ett annat.",
        "In the list {list} the text of one choice is the id of another.",
        "Hämta svaren med texter, inte med namn (XML-värden). Annars blir de "
        "förväxlade. Har inga svar kommit än, ge svaren andra id.",
        "Export the answers with labels, not with names (XML values). Otherwise they "
        "are taken for each other. If no answers have come yet, give the choices "
        "other ids.",
        "warning",
    ),
    Message(
        "xlsform-untranslated",
        "På {language} saknas frågorna {ids}. De står på {base}.",
        "In {language} the questions {ids} are missing. They stand in {base}.",
        "Lägg till dem under translations i frågorna.",
        "Add them under translations of the questions.",
        "note",
    ),
)
