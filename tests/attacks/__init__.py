"""Attacks on small reports, and what is done instead of being fooled."""
