"""From files that others made to a table of coded rows: what their columns mean, their dates, and the way into a table."""
