"""Tables for the terminal, for programs and for spreadsheets: one view, many faces."""
