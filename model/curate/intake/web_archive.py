"""Web archives: WARC (ISO 28500), also packed by gzip, and WACZ, a ZIP archive of these.

Visible are the pages in it: what is visible in each HTML document, plain text or PDF that was sent with success, each
address once. The page that was meant comes first; the others (frames, mostly) come after it and are furniture.
"""

import io
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from model.curate.intake.bounds import MOST_ENTRIES, MOST_EXPANDED
from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import Block, Extracted, NotTaken, laid_out
from model.curate.intake.needed import needed
from model.curate.intake.pdf import read_pdf
from model.curate.intake.plain_text import read_plain_text
from model.curate.intake.web_page import declared_encoding, page_of
from model.curate.intake.zipped import Zipped

_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_ENCODED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_MOST_TOGETHER = 1_000_000
"""How long the pages beside the one that was meant may be, in code points."""

_GZIP = b"\x1f\x8b"
_PIECE = 65_536
_DAMAGED = "it is damaged or cut off: {}"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A document that was sent: its address, when (ISO 8601), its type, with what encoding, and its bytes."""

    url: str
    date: str
    type: str
    charset: str | None
    data: bytes


def read_warc(data: bytes, url: str | None = None) -> Extracted:
    """What is taken out of a WARC file; `url` the address of the page that is meant, else the first one is."""
    ending = "warc.gz" if data.startswith(_GZIP) else "warc"
    return _read(list(_sent(data, _Budget())), [url] if url else [], "warc", ending, url)


def read_wacz(data: bytes, url: str | None = None) -> Extracted:
    """What is taken out of a WACZ file; `url` the address of the page that is meant, else the first of its list is."""
    archive = Zipped(data)
    budget = _Budget()
    names = [name for name in archive.names if name.endswith((".warc", ".warc.gz"))]
    sent = [it for name in names for it in _sent(archive.read(name), budget)]
    wanted = [url] if url else list(_listed(archive))
    return _read(sent, wanted, "wacz", "wacz", url)


def _listed(archive: Zipped) -> Iterator[str]:
    """The addresses in the archive's list of pages, in order."""
    if "pages/pages.jsonl" not in archive:
        return
    for line in archive.read("pages/pages.jsonl").decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            page = json.loads(line)
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                yield page["url"]


def _read(sent: list[_Sent], wanted: list[str], kind: str, ending: str, url: str | None) -> Extracted:
    once: dict[str, _Sent] = {}
    for it in sent:
        once.setdefault(it.url, it)
    pages = list(once.values())
    if not pages:
        raise NotTaken("it has no page: nothing of HTML, plain text or PDF that was sent with success")
    if url is not None and all(it.url != url for it in pages):
        known = ", ".join(it.url[:200] for it in pages[:3])
        raise NotTaken(
            f"--url: there is no such page in it; there is {known}{' and more' if len(pages) > 3 else ''}"
        )
    main = next((it for name in wanted for it in pages if it.url == name), pages[0])
    taken = _taken(main)
    others = [(it.url, _words_of(it)) for it in pages if it is not main]
    if sum(len(text) for _, text in others) > _MOST_TOGETHER:
        raise NotTaken(
            f"it has {len(pages):,} pages, too many for one source; archive the page that is meant alone"
        )
    blocks = _blocks(taken) + [Block(text.strip("\n"), "other-page") for _, text in others if text.strip()]
    text, asides = laid_out(blocks)
    notes = [
        f"Folded at its end: {address[:200]} ({len(words.split()):,} words)" for address, words in others
    ]
    return Extracted(
        kind=kind,
        ending=ending,
        text=text,
        asides=asides,
        titles=taken.titles,
        authors=taken.authors,
        language=taken.language,
        url=main.url,
        retrieved=main.date or None,
        dates=taken.dates,
        medium="web-page",
        left_out=taken.left_out,
        notes=(*taken.notes, *notes),
    )


def _blocks(taken: Extracted) -> list[Block]:
    """The text of a page as blocks again, cut where its furniture begins and ends."""
    blocks: list[Block] = []
    done, before = 0, ""
    ends = [(it.start, it.end, it.kind) for it in taken.asides]
    for start, end, kind in (*ends, (len(taken.text), len(taken.text), "")):
        for text, of in ((taken.text[done:start], ""), (taken.text[start:end], kind)):
            lead = text[: len(text) - len(text.lstrip("\n"))]
            if text.strip():
                blocks.append(Block(text.strip("\n"), of, (before + lead) or "\n"))
                before = text[len(text.rstrip("\n")) :]
            else:
                before += text
        done = end
    return blocks


def _words_of(sent: _Sent) -> str:
    """The text of a page that is not the one that was meant; nothing where there is none in it."""
    try:
        return _taken(sent).text
    except NotTaken:
        return ""


def _taken(sent: _Sent) -> Extracted:
    if sent.type == "application/pdf":
        return read_pdf(sent.data)
    if sent.type == "text/plain":
        return read_plain_text(sent.data)
    return page_of(decoded(sent.data, sent.charset or declared_encoding(sent.data)))


class _Budget:
    """How many records and bytes may still be read."""

    def __init__(self) -> None:
        self._records, self._bytes = MOST_ENTRIES, MOST_EXPANDED

    def record(self) -> None:
        """Count a record."""
        self._records -= 1
        if self._records < 0:
            raise NotTaken(f"it has more than {MOST_ENTRIES:,} records; archive the page that is meant alone")

    def read(self, stream: Any) -> bytes:
        """All of a stream, within what is left."""
        return b"".join(self._pieces(stream))

    def skip(self, stream: Any) -> None:
        """Read a stream for nothing, which takes as much of what is left."""
        for _ in self._pieces(stream):
            pass

    def _pieces(self, stream: Any) -> Iterator[bytes]:
        while piece := stream.read(_PIECE):
            self._bytes -= len(piece)
            if self._bytes < 0:
                raise NotTaken(
                    f"it expands to more than {MOST_EXPANDED:,} bytes, which is the most that is taken"
                )
            yield piece


def _sent(data: bytes, budget: _Budget) -> Iterator[_Sent]:
    """The documents in a WARC file that have words."""
    with needed("a web archive"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    if data.startswith(_GZIP):
        _refuse_cut(data, _Budget())
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            budget.record()
            if (found := _document(record, budget)) is not None:
                yield found
            else:
                budget.skip(record.raw_stream)
    except (ArchiveLoadFailed, EOFError, zlib.error, OSError, ValueError, KeyError) as error:
        raise NotTaken(_DAMAGED.format(" ".join(str(error).split())[:100] or "it cannot be read")) from None


def _refuse_cut(data: bytes, budget: _Budget) -> None:
    """Raise `NotTaken` where what gzip has packed does not end: a record more may have been there."""
    rest = data
    while rest:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            pending = rest
            while pending and not member.eof:
                budget.skip(io.BytesIO(member.decompress(pending, _PIECE)))
                pending = member.unconsumed_tail
        except zlib.error as error:
            raise NotTaken(_DAMAGED.format(str(error)[:100])) from None
        if not member.eof:
            raise NotTaken(_DAMAGED.format("it ends in the middle of a record"))
        rest = member.unused_data.lstrip(b"\0")


def _document(record: Any, budget: _Budget) -> _Sent | None:
    if record.rec_type not in {"response", "resource"}:
        return None
    headers = record.http_headers
    if record.rec_type == "response":
        if headers is None or not headers.get_statuscode().startswith("2"):
            return None
        said = headers.get_header("Content-Type") or ""
        encoding = (headers.get_header("Content-Encoding") or "").strip().lower()
    else:
        said, encoding = record.rec_headers.get_header("Content-Type") or "", ""
    kind = said.partition(";")[0].strip().lower()
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if kind not in _TYPES or not url.startswith(("http:", "https:")):
        return None
    if encoding not in _ENCODED:
        raise NotTaken(
            f'a page in it is packed as "{encoding[:20]}", which is not read; archive it again without that'
        )
    charset = _CHARSET.search(said)
    body = budget.read(record.content_stream())
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise NotTaken(_DAMAGED.format("it ends in the middle of a page"))
    date = record.rec_headers.get_header("WARC-Date") or ""
    return _Sent(url, _minute(date), kind, charset[1] if charset else None, body) if body.strip() else None


def _minute(date: str) -> str:
    """When a record was made, to the minute; empty where that is not said."""
    match = re.match(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})", date)
    return f"{match[1]}Z" if match else ""
