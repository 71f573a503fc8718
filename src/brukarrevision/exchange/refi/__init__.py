"""REFI-QDA 1.5: the format that programs for coding of texts share."""
