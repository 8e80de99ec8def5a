"""A ZIP archive from outside, read in memory: nothing of it is ever unpacked to a disk."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from model.curate.intake.bounds import MOST_ENTRIES, MOST_EXPANDED, MOST_RATIO, SMALL
from model.curate.intake.extracted import NotTaken
from model.curate.intake.needed import needed

_DAMAGED = "it is damaged or cut off: {}"
_DECLARES = re.compile(rb"<!ENTITY", re.IGNORECASE)


class Zipped:
    """The files of an archive by name. Making one raises `NotTaken` where it is damaged, or may be meant to do harm."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with _whole():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise NotTaken(f"it holds {len(entries):,} files; at most {MOST_ENTRIES:,} are looked at")
        expanded = 0
        for entry in entries:
            _refuse_way_out(entry.filename)
            expanded += entry.file_size
            if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
                raise NotTaken(
                    f"it holds a file that expands to more than {MOST_RATIO} times its size, as a trap does"
                )
        # What a file holds beyond the size that it says is never read.
        if expanded > MOST_EXPANDED:
            raise NotTaken(f"it expands to {expanded:,} bytes; at most {MOST_EXPANDED:,} are taken")
        self.names = [entry.filename for entry in entries if not entry.is_dir()]
        self._known = {*self.names}

    def __contains__(self, name: str) -> bool:
        return name in self._known

    @property
    def data(self) -> bytes:
        """The archive itself."""
        return self._data

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises `NotTaken` where there is no such, or it cannot be read."""
        if name not in self._known:
            raise NotTaken(_DAMAGED.format(f'there is no "{name[:100]}" in it'))
        with _whole():
            return self._zip.read(name)

    def xml(self, name: str) -> Any:
        """The root of an XML file. Raises `NotTaken` also where it is none, or has entities of its own."""
        return xml_root(self.read(name), name)


def xml_root(data: bytes, name: str) -> Any:
    """The root of an XML document, of which nothing is expanded or fetched. Raises `NotTaken`."""
    refuse_entities(data)
    with needed("this kind of file"):
        from lxml import etree
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise NotTaken(_DAMAGED.format(f'"{name[:100]}" in it is no XML')) from None


def refuse_entities(data: bytes) -> None:
    """Raise `NotTaken` for XML that declares entities: a few lines of these expand to more than any disk holds."""
    wide = data[:4].count(b"\0") > 0
    if _DECLARES.search(data.replace(b"\0", b"") if wide else data):
        raise NotTaken("it declares XML entities of its own, which are not expanded: they may be a trap")


def _refuse_way_out(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
        raise NotTaken("it holds a file whose name leads out of it, as a trap does")


@contextmanager
def _whole() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        if "encrypted" in str(error) or "password" in str(error):
            raise NotTaken("it is encrypted; save it without a password") from None
        raise
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        raise NotTaken(_DAMAGED.format(str(error)[:100] or "it cannot be read")) from None
