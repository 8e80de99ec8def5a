"""The tables of a table on a server: a schema of its own, with a register of what was imported into it.

Each import writes tables of its own, whose names begin with its number (`v3_row`), and is there for readers once the
register says that it is complete. All texts are bytes in UTF-8: so they order and compare as in every other engine,
whatever the database does, and may hold what PostgreSQL's texts may not.
"""

from model.index.table.order import OWN_PLACE

LAYOUT = 1
"""Stands in the register; an import of another layout is not read, but done again."""

MARK = "a table of dprk-tui"
"""Stands as the comment of a schema that is ours."""

PART_MARK = "a part of a table of dprk-tui"
"""Stands as that of one which has a part of the rows alone, before the name of the table's head."""

REGISTER = """CREATE TABLE {schema}.version (
    number      integer PRIMARY KEY,           -- counts from 1; readers take the highest that is complete
    layout      integer NOT NULL,
    signature   bytea NOT NULL,                -- of what is imported: the same goes on where it was cut short
    stamp       bytea NOT NULL,                -- what no other import has
    chunks      integer NOT NULL DEFAULT 0,    -- how many are in
    complete    boolean NOT NULL DEFAULT false,
    begun       timestamptz NOT NULL DEFAULT now()
)"""

TABLES = {
    "row": "id bigint, file bigint, number bigint, known bigint, busy_until bigint, until bigint, first bigint, "
    "data bytea",
    "by_day": "chunk integer, what integer, days bytea, ends bytea, rows bytea",
    "unending": "chunk integer, rows bytea",
    "word": "chunk integer, word bytea, counts bytea, rows bytea",
    "facet": '"column" integer, chunk integer, number integer, counts bytea, rows bytea',
    "facet_value": '"column" integer, number integer, folded bytea, value bytea, rows bigint',
    "unit": "zoom integer, unit bigint, first bigint",
    "reject": "id bigint, file bigint, number bigint, raw bytea, why bytea",
    "kept": "name text, value bytea",
    "told": "name text, value bytea",
}
"""Each table and its columns, as in a file (`model.index.table.file.schema`); `word` is instead of full text."""

KEYS = {
    "row": "id",
    "by_day": "chunk, what",
    "unending": "chunk",
    "word": "chunk, word",
    "facet": '"column", chunk, number',
    "facet_value": '"column", folded',
    "unit": "zoom, unit",
    "reject": "id",
    "kept": "name",
    "told": "name",
    "version": "first, id",
    "lexeme": "word",
}
"""The primary key of each; made when all rows are in."""

PARTED = ("row", "by_day", "unending", "word", "facet")
"""What is of rows or of chunks: with shards, each has that of its own, and the head has all else."""

DERIVED = {
    # Of rows that have several versions, each.
    "version": "first bigint, id bigint",
    # Each word of the table, and how many rows have it.
    "lexeme": "word bytea, rows bigint",
}
"""Tables that the server fills itself."""

VERSIONS = f"""INSERT INTO {{at}}version SELECT first, id FROM {{at}}row WHERE first IS NOT NULL
    UNION SELECT {OWN_PLACE}, id FROM {{at}}row WHERE {OWN_PLACE} IN (SELECT first FROM {{at}}row)"""

WORD_ROWS = """SELECT word, sum(get_byte(counts, 0) + 256 * get_byte(counts, 1) + 1)::bigint AS rows
    FROM {at}word GROUP BY word"""

LEXEMES = f"INSERT INTO {{at}}lexeme {WORD_ROWS}"


def schema_of(table: str) -> str:
    """The schema of a table in SQL. Its name is small letters, digits and _, so that it needs no other care."""
    return f'"{table}"'


def tables_of(table: str, number: int) -> str:
    """What the names of the tables of an import begin with, in SQL."""
    return f"{schema_of(table)}.v{number}_"


def server_of(table: str, number: int, part: object) -> str:
    """How the head calls the server of a part of an import."""
    return f"dprk_tui_{table}_v{number}_s{part}"


def grants(table: str, reader: str) -> tuple[str, ...]:
    """SQL by which a role may read a table, now and after each later import of whoever runs it."""
    schema, role = schema_of(table), '"' + reader.replace('"', '""') + '"'
    return (
        f"GRANT USAGE ON SCHEMA {schema} TO {role};",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {role};",
    )
