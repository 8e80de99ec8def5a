"""Keeping a corpus: reading it anew when its files change."""
