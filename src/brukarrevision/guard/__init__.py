"""The guard of a repository: finds raw data before, or after, git keeps it.

It looks through the work tree, the index or every object of the repository. What it
finds is told by kind and place; what stands there is never told.
"""
