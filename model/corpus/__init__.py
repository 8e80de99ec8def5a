"""The corpus: files become records, records are checked, and a checked corpus is one immutable value."""
