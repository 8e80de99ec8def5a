"""Tables that others made: reading a file, what its columns mean, and nothing of what becomes of its rows."""
