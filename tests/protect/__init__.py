"""Proofs and tests of what may be shown."""
