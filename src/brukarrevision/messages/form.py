"""Messages about forms on paper: their languages, their pictures, their files."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "form-exists",
        "Filen {name} finns redan och är inte likadan. Någon kan ha ändrat i den.",
        "The file {name} exists already and is not the same. Somebody may have changed "
        "it.",
        "Ange en annan fil med -o, eller --yes om den får skrivas över.",
        "Give another file with -o, or --yes if it may be written over.",
    ),
    Message(
        "form-ending",
        "Filen blir av slaget {ending}, men namnet slutar på något annat.",
        "The file will be of the kind {ending}, but its name ends in something else.",
        "Låt namnet sluta på {ending}, eller ange bara mappen.",
        "Let the name end in {ending}, or give the folder alone.",
    ),
    Message(
        "form-instrument",
        "Planen har flera enkäter och guider. Det framgår inte vilken ni menar.",
        "The plan has several surveys and guides. It is not clear which one is meant.",
        "Skriv en av dem efter revisionens namn: {known}.",
        "Write one of them after the audit's name: {known}.",
    ),
    Message(
        "form-no-instrument",
        "Planen har ingen enkät eller guide som heter {name}.",
        "The plan has no survey or guide called {name}.",
        "Välj en av dem som finns: {known}.",
        "Choose one of those there are: {known}.",
    ),
    Message(
        "form-language",
        "Ingenting i {name} är översatt till språket {language}.",
        "Nothing in {name} is translated to the language {language}.",
        "Lägg till translations med den språkkoden, eller välj ett av: {known}.",
        "Add translations with that language code, or choose one of: {known}.",
    ),
    Message(
        "form-paper-language",
        "Det finns inget färdigt papper av det slaget på språket {language}.",
        "There is no ready paper of that kind in the language {language}.",
        "Välj sv eller en och låt någon som kan språket översätta.",
        "Choose sv or en, and let somebody who knows the language translate it.",
    ),
    Message(
        "form-untranslated",
        "Texten är inte översatt till {language} och står på planens språk.",
        "The text is not translated to {language} and stands in the plan's language.",
        "Lägg till den språkkoden i translations, och i hint_translations för "
        "hjälptexter.",
        "Add that language code to translations, and to hint_translations for hints.",
        "note",
    ),
    Message(
        "form-words",
        "Formulärets fasta ord är inte översatta till {language}: {words}.",
        "The fixed words of the form are not translated to {language}: {words}.",
        "Låt någon som kan språket skriva dem i templates/forms/{language}.yaml.",
        "Let somebody who knows the language write them in "
        "templates/forms/{language}.yaml.",
        "note",
    ),
    Message(
        "picture-unused",
        "Bilden hör inte till någon fråga och kom inte med.",
        "The picture belongs to no question and was left out.",
        "Döp den efter frågans id, som t1.png, eller efter fråga och svarsalternativ, "
        "som t1-ja.png.",
        "Name it after the question's id, as t1.png, or after question and choice, as "
        "t1-yes.png.",
        "note",
    ),
    Message(
        "picture-twice",
        "Bilderna {one} och {other} är till för samma sak.",
        "The pictures {one} and {other} are for the same thing.",
        "Ta bort en av dem.",
        "Take one of them away.",
    ),
    Message(
        "picture-unreadable",
        "Filen är ingen bild som går att läsa.",
        "The file is not a picture that can be read.",
        "Spara bilden på nytt som PNG eller JPEG.",
        "Save the picture anew as PNG or JPEG.",
    ),
    Message(
        "picture-too-large",
        "Bilden är för stor: högst {limit} MB och 50 miljoner bildpunkter.",
        "The picture is too large: at most {limit} MB and 50 million points.",
        "Förminska den i ett bildprogram.",
        "Make it smaller in a picture program.",
    ),
    Message(
        "picture-too-small",
        "Bilden är för liten för att synas: minst {side} bildpunkter på varje sida.",
        "The picture is too small to be seen: at least {side} points on each side.",
        "Välj en större bild.",
        "Choose a larger picture.",
    ),
)
