"""What is packed in a workbook (ECMA-376), looked through before anything opens it: how much, and how many cells.

A reader makes room for all cells from the first to the last one, and two cells may ask for more than there is.
"""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable

from model.corpus.files import MAX_DOCUMENT_BYTES
from model.exchange.tables.sheet import UnreadableTable

MOST_CELLS = 5_000_000
"""The most cells of a sheet, empty ones too."""

_MAIN = "xl/workbook.xml"
_PIECE = 1 << 20
_LONGEST_TAG = 1 << 16
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]{1,12})""")
_LONGEST_END = 200
_WITHOUT_VALUE = re.compile(
    rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>|<f[^>]*/>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)
"""What unpacking an archive raises that is not as it should be."""


def formulas_without_value(data: bytes) -> int:
    """How many formulas of a workbook have no value; all of it is unpacked once, and no more than is read.

    Raises `UnreadableTable` where it is none, is broken, or has more in it than is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _MAIN not in archive.namelist():
                raise UnreadableTable("it is no workbook of the kind xlsx; save it as one")
            left, unvalued = MAX_DOCUMENT_BYTES, 0
            for entry in archive.infolist():
                with archive.open(entry) as file:
                    looked = _Looked(left)
                    looked.through(file.read)
                left, unvalued = left - looked.size, unvalued + looked.unvalued
    except _BROKEN:
        if not zipfile.is_zipfile(io.BytesIO(data)):
            raise UnreadableTable(
                "it is no workbook of the kind xlsx, or is locked; save it as one"
            ) from None
        raise UnreadableTable("it is a broken workbook: what is packed in it does not unpack") from None
    return unvalued


class _Looked:
    """One packed file: its size, its formulas without a value, and the furthest cell so far."""

    def __init__(self, most: int) -> None:
        self.size = 0
        self.unvalued = 0
        self._most = most
        self._row = self._column = self._rows = self._columns = 0

    def through(self, read: Callable[[int], bytes]) -> None:
        """Look through all of it. Raises `UnreadableTable` where it is too much."""
        tag, end = b"", b""
        while piece := read(_PIECE):
            self.size += len(piece)
            if self.size > self._most:
                raise UnreadableTable(
                    f"it unpacks to more than {MAX_DOCUMENT_BYTES:,} bytes, which is the most that is read"
                )
            # What ends in the piece before was counted there.
            self.unvalued += sum(found.end() > len(end) for found in _WITHOUT_VALUE.finditer(end + piece))
            end = (end + piece)[-_LONGEST_END:]
            whole, bracket, tag = (tag + piece).rpartition(b">")
            self._cells_in(whole + bracket)
            tag = tag[-_LONGEST_TAG:]

    def _cells_in(self, text: bytes) -> None:
        for found in _TAG.finditer(text):
            reference = _REFERENCE.search(found[2])
            if found[1] == b"row":
                self._row = int(reference[2]) if reference else self._row + 1
                self._column = 0
            elif reference and reference[1]:
                self._row, self._column = int(reference[2]), _column(reference[1])
            else:
                self._column += 1
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
            if self._rows * self._columns > MOST_CELLS:
                raise UnreadableTable(
                    f"a sheet reaches to row {self._rows:,} and column {self._columns:,}, and at most {MOST_CELLS:,} "
                    "cells are read; take away what stands far from the table"
                )


def _column(letters: bytes) -> int:
    """`A` is 1, `XFD` 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
