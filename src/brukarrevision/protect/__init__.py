"""What may be shown (ANONYMITY.md). Knows counts, not people's words."""
