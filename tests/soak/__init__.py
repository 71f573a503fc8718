"""Long runs: kills, two writers, canaries, and files that were tampered with.

``make test`` runs a little of each; ``make soak`` all of it, with figures at the end.
"""
