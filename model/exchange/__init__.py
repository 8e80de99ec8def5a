"""A corpus in other shapes: as one JSON document, out and in again, and as a folder of files."""
