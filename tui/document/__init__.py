"""A source as it reads: laid out in lines, as of a day."""
