"""The index in SQLite: states computed once, and only selected from afterwards. All SQL on a corpus is here.

`build` makes the tables of states; those of tags (`tags`) and texts (`words`) are made when they are first needed. Each
reader puts the events of its day and query into a table of positions of its own (`present`), from which its parts
answer: readers of different days and queries never meet.
"""
