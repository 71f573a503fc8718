"""What can be wrong with a template of a report."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "template-file",
        "Mallen {name} finns inte.",
        "There is no template {name}.",
        "Rätta namnet i include eller import, eller lägg filen i mappen.",
        "Mend the name in include or import, or put the file into the folder.",
    ),
    Message(
        "template-syntax",
        "Här går mallen inte att tolka.",
        "The template cannot be read here.",
        "Kontrollera att varje {{{{ och {{% stängs och att varje if och for har sitt "
        "endif och endfor.",
        "Check that every {{{{ and {{% is closed and that every if and for has its "
        "endif and endfor.",
    ),
    Message(
        "template-forbidden",
        "Mallen använder något som mallar inte får använda.",
        "The template uses something that templates may not use.",
        "Ta bort uttrycket. En mall får visa rapportens innehåll och inget annat.",
        "Delete the expression. A template may show what the report holds, and "
        "nothing else.",
    ),
    Message(
        "template-unknown",
        "Mallen använder namnet {name}, som inte finns.",
        "The template uses the name {name}, which does not exist.",
        "Jämför med mallen som följer med programmet.",
        "Compare with the template that comes with the program.",
    ),
    Message(
        "template-value",
        "Mallen räknar eller jämför något som inte går här.",
        "The template works something out that cannot be worked out here.",
        "Jämför med mallen som följer med programmet.",
        "Compare with the template that comes with the program.",
    ),
    Message(
        "template-slow",
        "Mallen blev inte klar på {seconds} sekunder.",
        "The template was not done within {seconds} seconds.",
        "Ta bort slingor som går varv efter varv utan slut. En mall behöver bara gå "
        "igenom rapportens innehåll en gång.",
        "Delete loops that go round and round. A template only needs to go through "
        "what the report holds once.",
    ),
    Message(
        "template-large",
        "Mallen är för stor, anropar sig själv eller gör mer text än en rapport "
        "rymmer.",
        "The template is too large, calls itself or makes more text than a report "
        "holds.",
        "Förenkla stället, eller jämför med mallen som följer med programmet.",
        "Make this part simpler, or compare with the template that comes with the "
        "program.",
    ),
)
