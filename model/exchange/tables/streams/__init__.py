"""Files of rows, read as a stream: row by row, as often as one likes, in constant memory where the format allows it."""
