"""JSON Schemas of the files of a corpus, for editors that complete and check as one types."""
