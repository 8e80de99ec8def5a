"""The index: states computed once, put in SQLite, and only selected from afterwards.

Ten events and ten million are the same code: a pane asks for the rows it shows.
"""
