"""Rows of tables as drafts of events and claims, each with the row itself as its quote."""
