"""From files of rows to a table of coded rows: what columns mean, how dates are read, and the way into the table."""
