"""Paper forms keyed in: what is asked, what each key does, and how it is kept."""
