"""What is said of imports that are taken back."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "undo-nothing",
        "Det finns ingen import att ta tillbaka.",
        "There is no import to take back.",
        "Kör collect --log för att se vad som är inläst.",
        "Run collect --log to see what has been read.",
    ),
    Message(
        "undo-released",
        "Import {number} kan inte tas tillbaka: svar i den är räknade i det som är "
        "publicerat ({releases}).",
        "Import {number} cannot be taken back: responses in it are counted in what is "
        "published ({releases}).",
        "Publicerade siffror ändras inte. Är svar fel, läs in en rättad fil med "
        "collect --replace. Vill någon inte vara med, kör data withdraw.",
        "Published numbers do not change. If answers are wrong, read a corrected file "
        "with collect --replace. If somebody does not want to take part, run data "
        "withdraw.",
    ),
    Message(
        "undo-unknown",
        "Import {number} kan inte tas tillbaka: den här datorn vet inte vilka som är "
        "räknade i {releases}.",
        "Import {number} cannot be taken back: this computer does not know who was "
        "counted in {releases}.",
        "Hämta rådata från datorn som publicerade, med data pack där och data unpack "
        "här.",
        "Fetch the raw data from the computer that published, with data pack there and "
        "data unpack here.",
    ),
    Message(
        "undo-quotes",
        "Import {number} kan inte tas tillbaka: citat ({quotes}) kommer ur svar som "
        "skulle försvinna.",
        "Import {number} cannot be taken back: quotes ({quotes}) come from responses "
        "that would go.",
        "Dra tillbaka citaten först med quotes withdraw.",
        "Withdraw the quotes first with quotes withdraw.",
    ),
    Message(
        "undo-changed",
        "Svaren har ändrats medan frågan väntade. Inget är tillbakataget.",
        "The responses have changed while the question waited. Nothing is taken back.",
        "Kör kommandot igen och läs vad som kommer att hända.",
        "Run the command again and read what will happen.",
    ),
    Message(
        "collect-files",
        "{option} läser inga filer, men {files} är angivna.",
        "{option} reads no files, but {files} were given.",
        "Skriv högst revisionens namn efter kommandot.",
        "Write at most the name of the audit after the command.",
    ),
)
