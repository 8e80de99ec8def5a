"""What a table tells of itself, as it is read: held to what it must be."""

from array import array
from collections.abc import Sequence

import msgspec

from model.index.table.coded import TableMeta
from model.index.table.columns import is_key
from model.index.table.file.packed import damaged, of
from model.index.table.store import StoreFault


def read_meta(value: object) -> TableMeta:
    """What there is to say of it. StoreFault where that is no such thing."""
    try:
        meta = msgspec.json.decode(of(bytes, value), type=TableMeta)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise StoreFault("the table is damaged: its columns cannot be read; import it again") from problem
    keys = [it.key for it in meta.columns]
    if (
        not all(map(is_key, keys))
        or len(set(keys)) < len(keys)
        or min(meta.rows, meta.read, meta.rejected) < 0
    ):
        raise StoreFault("the table is damaged: its columns cannot be read; import it again")
    return meta


def read_steps(*told: object) -> Sequence[tuple[int, int, int]]:
    """The days on which rows became known or ended, each with how many, from three lists. StoreFault likewise."""
    days, rows, over = (of(bytes, it) for it in told)
    if not len(days) == len(rows) == len(over) or len(days) % 8:
        raise damaged()
    return list(zip(array("q", days), array("q", rows), array("q", over), strict=True))
