"""A big table as one SQLite file: written once, in constant memory, and only read from then on.

`TableWriter` stages rows in the order in which they come, sorts them into the order of the timeline and writes them in
one pass with all that is asked of them later; `open_store` opens what it wrote. No SQL of tables stands anywhere else.
"""
