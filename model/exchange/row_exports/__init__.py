"""Tables of coded rows in the formats of others. Rows are written as they come, so that a table may have millions."""
