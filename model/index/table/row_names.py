"""How the rows of a table are called by who writes of one: the same in the next download of the table.

A row is called by its key, the text of the columns by which the table tells its rows apart (`--key`, else its column of
ids), or, without one, by the place where it first stood: `tests.csv, line 12`, as its card says.
"""

from collections.abc import Iterator

from pyroaring import BitMap

from model.index.table.coded import CodedRow, Meaning, TableMeta
from model.index.table.order import place_of, place_parts
from model.index.table.store import Store
from model.query.folding import words

_WORDS = 8
"""Words of a key that are looked for."""


def names_of_row(row: CodedRow, meta: TableMeta) -> list[str]:
    """How a row is called, and may be besides: by its key, if it has one, and by its first place."""
    file, number = place_parts(place_of(row))
    names = (key_text(row, meta), f"{meta.files[file].name}, {meta.files[file].place(number)}")
    return [it for it in names if it]


def names_of_version(row: CodedRow, meta: TableMeta) -> list[str]:
    """How a row is called by one of its versions: by that one's key or place, or the first place of all."""
    return [
        *names_of_row(row, meta),
        f"{meta.files[row.file].name}, {meta.files[row.file].place(row.number)}",
    ]


def key_text(row: CodedRow, meta: TableMeta) -> str:
    """The key of a row, of several columns with commas between what they have; empty where they have nothing."""
    cells = (row.cells[at].strip() for at in _key(meta))
    return ", ".join(filter(None, cells))


def rows_called(store: Store, name: str) -> tuple[int, ...]:
    """The ids of the rows that are called so: one as a rule, of several versions any one; none where none is.

    A place is that of any version. It costs some 50 ms in 200,000 rows: whoever asks keeps the answer.
    """
    name = name.strip()
    return tuple(_by_key(store, name)) or tuple(_by_place(store, name))


def _key(meta: TableMeta) -> tuple[int, ...]:
    own = meta.column(Meaning.ID)
    return meta.key or (() if own is None else (own,))


def _by_key(store: Store, name: str) -> Iterator[int]:
    # Of a long one the first words are few rows enough.
    wanted = dict.fromkeys(words(name)[:_WORDS])
    if not _key(store.meta) or not wanted:
        return
    for chunk in range(-(-store.total // store.chunk)):
        # Whole words: of EV-7, what begins so would be every tenth row.
        having = [store.word(word, True, chunk) for word in wanted]
        first = chunk * store.chunk
        found = [first + it for it in BitMap.intersection(*having)]
        rows = store.rows_at(found)
        yield from (at for at, row in zip(found, rows, strict=True) if key_text(row, store.meta) == name)


def _by_place(store: Store, name: str) -> Iterator[int]:
    file_name, _, place = name.rpartition(", ")
    number = place.rpartition(" ")[2]
    if not (number.isascii() and number.isdigit() and len(number) < _MOST_DIGITS):
        return
    for at, file in enumerate(store.meta.files):
        if file.name == file_name and file.place(int(number)) == place:
            yield from store.placed(at, int(number))


_MOST_DIGITS = 12
"""No file has rows of a longer number."""
