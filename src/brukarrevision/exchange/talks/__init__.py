"""Conversations that are written down elsewhere, brought in as notes.

A guide that was filled in as a Word file, or a transcript (decision 0031). Nothing of
what was said goes into a message: those name files, questions and ids.
"""
