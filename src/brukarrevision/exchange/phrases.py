"""Words of our own that forms for other tools need, and that come back from them."""

EACH_ROW = {
    "sv": "Välj ett svar på varje rad.",
    "en": "Choose one answer on each row.",
}
"""What a table says over its rows, where the instrument has no words of its own."""

ABOUT_YOU = {"sv": "Om dig", "en": "About you"}
"""The heading of the questions about who answers."""

OTHER = {"sv": ("Annat", "Vad?"), "en": ("Other", "What?")}
"""A choice in own words, and the question about it."""
