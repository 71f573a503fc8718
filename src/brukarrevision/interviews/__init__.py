"""The notes of interviews: plain text in the private directory, coded where it stands.

What was said goes into no message: those name files, lines, columns and ids of the
plan, the guide and the codebook (decision 0030).
"""
