"""A table of coded rows laid under a curated corpus: one timeline of both, merged where it is looked at."""
