"""A Parquet file (parquet.apache.org), written by pyarrow some rows at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from model.exchange.refused import CannotExport

INSTALL = "dprk-tui[parquet]"
"""What to install for what this package alone cannot write."""

_GROUP = 10_000
"""Rows that are held and written at once."""

Cell = str | int | None


def write_parquet(
    path: Path,
    names: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    said: Mapping[str, str],
    numbers: Collection[str] = (),
    days: Collection[str] = (),
    after: Callable[[], Mapping[str, str]] = dict,
) -> None:
    """The rows under the names of columns: texts, whole `numbers`, and `days`, given as days since 1970.

    What is said of it stands in the file's metadata, and what `after` says once all rows are written. Raises
    `CannotExport` where pyarrow is missing, `OSError`.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise CannotExport(f"parquet needs a writer that is not here; install {INSTALL}") from None
    types = [
        arrow.int64() if it in numbers else arrow.date32() if it in days else arrow.string() for it in names
    ]
    schema = arrow.schema([*zip(names, types, strict=True)], metadata=dict(said))
    with parquet.ParquetWriter(str(path), schema, compression="zstd") as writer:
        for group in _groups(rows):
            columns = zip(*group, strict=True)
            arrays = [arrow.array(cells, type) for cells, type in zip(columns, types, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
        if more := after():
            writer.add_key_value_metadata(dict(more))


def _groups(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    rows = iter(rows)
    while group := list(islice(rows, _GROUP)):
        yield group
