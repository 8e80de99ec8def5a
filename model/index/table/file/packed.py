"""Rows of a chunk as bytes: what a container of a roaring bitmap is, without its header.

Up to 4096 rows are their numbers in the chunk, ascending, in two bytes each; more are one bit for each row of the
chunk (8192 bytes). All is little-endian: https://github.com/RoaringBitmap/RoaringFormatSpec
"""

import struct
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyroaring import BitMap, BitMap64

from model.index.table.store import StoreFault

_T = TypeVar("_T")
_LISTED = 4096
"""The most rows that are listed one by one."""
_BITS = 8192
_COOKIE = 12346
"""With which a bitmap without runs begins."""


@dataclass(frozen=True, slots=True)
class PackedRows:
    """The rows of many things, one after the other.

    `counts` says how many rows each has, less one, in two bytes; `starts` where they begin in `data`, and where the
    last ones end.
    """

    counts: "array[int]"
    starts: Sequence[int]
    data: bytes

    def __len__(self) -> int:
        return len(self.counts)

    def some(self, start: int, end: int) -> tuple[bytes, bytes]:
        """The counts and the rows of those from `start` to before `end`."""
        return self.counts[start:end].tobytes(), self.data[self.starts[start] : self.starts[end]]


def grouped(groups: Iterable[tuple["array[int]", "array[int]"]]) -> PackedRows:
    """The rows of the groups 0, 1, 2, … from pairs of a group (four bytes) and a row (two); every group has one."""
    # In C, a group is the high part of a number, and so a container.
    numbers = BitMap64()
    for some, rows in groups:
        pairs, halves = array("H", bytes(8 * len(some))), array("H", some.tobytes())
        pairs[0::4], pairs[1::4], pairs[2::4] = rows, halves[0::2], halves[1::2]
        numbers |= BitMap64(array("Q", pairs.tobytes()), optimize=False)
    return _postings(numbers.serialize())


def _postings(data: bytes) -> PackedRows:
    """PackedRows of the serialized form of a bitmap of 64 bits without runs."""
    counts, starts, parts = array("H"), array("Q"), list[bytes]()
    at, size = 8, 0
    for _ in range(struct.unpack_from("<Q", data)[0]):
        # The upper half of the groups of the bitmap that follows, its cookie, and how many containers it has.
        _, _, many = struct.unpack_from("<III", data, at)
        at += 4
        heads = array("H", data[at + 8 : at + 8 + 4 * many])[1::2]
        first = at + 8 + 8 * many
        ends = array("I", data[at + 8 + 4 * many : first])
        starts.extend(array("Q", (size - first + at + start for start in ends)))
        counts.extend(heads)
        last = ends[-1] + (2 * (heads[-1] + 1) if heads[-1] < _LISTED else _BITS)
        parts.append(data[first : at + last])
        size += len(parts[-1])
        at += last
    starts.append(size)
    return PackedRows(counts, starts, b"".join(parts))


def read(counts: bytes, data: bytes) -> PackedRows:
    """What `PackedRows.some` gave. StoreFault where it cannot have given that."""
    if len(counts) % 2:
        raise damaged()
    numbers = array("H", counts)
    starts = array("Q", [0])
    end = 0
    for count in numbers:
        end += 2 * (count + 1) if count < _LISTED else _BITS
        starts.append(end)
    if end != len(data):
        raise damaged()
    return PackedRows(numbers, starts, data)


def rows_of(postings: PackedRows, start: int, end: int) -> BitMap:
    """All rows of the things from `start` to before `end`."""
    counts, starts, data = postings.counts, postings.starts, postings.data
    found = BitMap()
    # What is listed is read together, up to what is not.
    for at in (*(at for at in range(start, end) if counts[at] >= _LISTED), end):
        if at > start:
            found |= listed(data[starts[start] : starts[at]])
        if at < end:
            found |= _of_bits(counts[at], data[starts[at] : starts[at + 1]])
        start = at + 1
    return found


def listed(data: bytes) -> BitMap:
    """The rows whose numbers these are, two bytes each, in whatever order."""
    if len(data) % 2:
        raise damaged()
    numbers = array("H", bytes(2 * len(data)))
    numbers[0::2] = array("H", data)
    return BitMap(array("I", numbers.tobytes()), optimize=False)


def _of_bits(count: int, data: bytes) -> BitMap:
    # CRoaring trusts the number of a container: a wrong one must not reach it.
    if int.from_bytes(data, "little").bit_count() != count + 1:
        raise damaged()
    return BitMap.deserialize(struct.pack("<IIHHI", _COOKIE, 1, 0, count, 16) + data)


def of(kind: type[_T], value: object) -> _T:
    """A value that was read, which is of that kind. StoreFault where it is not."""
    if type(value) is not kind:
        raise StoreFault("the table is damaged: a value is of another kind than it must be; import it again")
    return value


def damaged() -> StoreFault:
    """What there is to say of bytes that nobody wrote so."""
    return StoreFault("the table is damaged: a list of rows is not what it should be; import it again")
