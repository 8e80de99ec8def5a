"""The tables of a file, and how one is told from other files."""

APPLICATION = 0x44_50_52_4B
"""Stands at byte 68 of the file, as SQLite has it for the programs that own one: `DPRK`."""

LAYOUT = 2
"""Stands at byte 60; a file of another layout is not read, but imported again."""

PAGE = 8192

SCHEMA = (
    """CREATE TABLE row (
    id          INTEGER PRIMARY KEY,   -- counts from 0 in the order of the timeline
    file        INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    known       INTEGER,               -- day number, as the row has it
    busy_until  INTEGER,               -- last day of all that stands before; NULL at the start
    until       INTEGER,               -- day number on which it was over; NULL of what stands
    first       INTEGER,               -- place of its first version; NULL in that itself
    data        BLOB NOT NULL          -- the rest, as `rows` packs it
)""",
    """CREATE TABLE by_day (
    chunk       INTEGER NOT NULL,
    what        INTEGER NOT NULL,      -- a `by_day.Day`
    days        BLOB NOT NULL,         -- the days, ascending, eight bytes each
    ends        BLOB NOT NULL,         -- for each of them, how many rows have it or an earlier one, four bytes each
    rows        BLOB NOT NULL,         -- rows of the chunk in the order of these days, two bytes each
    PRIMARY KEY (chunk, what)
)""",
    # Of rows that have several versions, each.
    "CREATE TABLE version (first INTEGER, id INTEGER, PRIMARY KEY (first, id)) WITHOUT ROWID",
    "CREATE TABLE unending (chunk INTEGER PRIMARY KEY, rows BLOB NOT NULL)",
    """CREATE VIRTUAL TABLE doc USING fts5 (
    words, content = '', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1 2 3'
)""",
    # Words of Hangul, kana and Han from each of their letters on: four times as many, of which any two letters are few.
    """CREATE VIRTUAL TABLE inside USING fts5 (
    words, content = '', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1'
)""",
    """CREATE TABLE facet_value (
    "column"    INTEGER NOT NULL,
    number      INTEGER NOT NULL,      -- counts from 0
    folded      TEXT NOT NULL,
    value       TEXT NOT NULL,         -- as it was written first
    rows        INTEGER NOT NULL,
    PRIMARY KEY ("column", folded)
) WITHOUT ROWID""",
    """CREATE TABLE facet (
    "column"    INTEGER NOT NULL,
    chunk       INTEGER NOT NULL,
    number      INTEGER NOT NULL,      -- of a value
    counts      BLOB NOT NULL,         -- how many rows of the chunk have it, as `packed` has it
    rows        BLOB NOT NULL,
    PRIMARY KEY ("column", chunk, number)
)""",
    """CREATE TABLE unit (
    zoom        INTEGER NOT NULL,
    unit        INTEGER NOT NULL,
    first       INTEGER NOT NULL,      -- the id of its first row
    PRIMARY KEY (zoom, unit)
) WITHOUT ROWID""",
    """CREATE TABLE reject (
    id          INTEGER PRIMARY KEY,
    file        INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    raw         TEXT NOT NULL,
    why         TEXT NOT NULL
)""",
    "CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE told (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
)
"""`told` has `meta` (TableMeta as JSON), `dated`, `chunk` (rows of one), `known_days`, `known_rows` and `known_over`
(the days on which rows became known or were over, ascending, and how many did the one and the other, eight bytes each),
`stamp` (what no other file has) and, written last, `complete`.
"""
