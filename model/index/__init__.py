"""The index: what could be known as of a day, of the events that meet a query, in windows of rows.

`protocol` says what can be asked and `values` in what, `archive` opens a corpus. `sqlite` answers; `memory` answers
the same in plain Python, so that tests can tell what is right.
"""
