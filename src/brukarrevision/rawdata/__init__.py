"""Raw data as a whole: one person's taken away, all erased, packed and merged."""
