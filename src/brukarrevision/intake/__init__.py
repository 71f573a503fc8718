"""From a file to coded answers: bytes, sheet, mapping, coded cells, one transaction.

Nothing here puts an answer into an error, a log or a file in the audit's folder.
"""
