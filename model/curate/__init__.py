"""Changing a corpus folder: edits of its texts, and how they are written."""
