"""The seam to Textual: all that rests on parts of it that it keeps to itself (see ARCHITECTURE.md)."""
