"""PDF: the text of its pages, in the order in which pdfium reads them.

Visible is every character of the pages' text. What is drawn or photographed, and what annotations say, is not read.
A line that stands first or last on most pages, whatever number is in it, is furniture.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from model.curate.intake.bounds import MOST_PAGES
from model.curate.intake.extracted import Block, DateCandidate, Extracted, NotTaken, in_lines, laid_out
from model.curate.intake.needed import needed

_HYPHENS = ("\ufffe", "\x02")
"""What pdfium puts in the place of a hyphen at the end of a line, and of the line end."""

_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_FEWEST = 3
_PASSWORD = "password"


def read_pdf(data: bytes) -> Extracted:
    """What is taken out of a PDF. Raises `NotTaken`."""
    with needed("a PDF"):
        import pypdfium2
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise NotTaken("it is encrypted; save it without a password") from None
        raise NotTaken("it is no PDF that can be read: damaged, or cut off") from None
    if len(document) > MOST_PAGES:
        raise NotTaken(f"it has {len(document):,} pages; at most {MOST_PAGES:,} are read")
    pages = [_page_text(document, number) for number in range(len(document))]
    if not any(page.strip() for page in pages):
        raise NotTaken("it has no text, only pictures; it has to be read out by OCR first, as ocrmypdf does")
    text, asides = laid_out(_blocks(pages))
    about = document.get_metadata_dict()
    first = next((line.strip() for page in pages for line in page.split("\n") if line.strip()), "")
    return Extracted(
        kind="pdf",
        ending="pdf",
        text=text,
        asides=asides,
        titles=tuple(dict.fromkeys(filter(None, [about.get("Title", "").strip(), first[:200]]))),
        authors=tuple(filter(None, [about.get("Author", "").strip()])),
        dates=tuple(_dates(about)),
        medium="document",
        left_out=tuple(_without_text(pages)),
    )


def _page_text(document: Any, number: int) -> str:
    try:
        page = document[number]
        text: str = page.get_textpage().get_text_range()
        page.close()
    except Exception:
        # What pdfium says of a broken page is its number of the error.
        raise NotTaken(f"its page {number + 1} cannot be read: it is damaged, or cut off") from None
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-\n")
    # A character beyond the basic plane comes in two halves.
    return in_lines(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")).strip("\n")


def _blocks(pages: list[str]) -> Iterator[Block]:
    """The pages, lines that are on most of them apart."""
    lines = [[line for line in page.split("\n") if line.strip()] for page in pages]
    usual = {at: _usual([_mould(page[at]) for page in lines if page]) for at in (0, -1)}
    for page in pages:
        whole = page.split("\n")
        first = _edge(whole, range(len(whole)), usual[0])
        last = _edge(whole, range(len(whole) - 1, -1, -1), usual[-1])
        start = 0 if first is None else first + 1
        stop = len(whole) if last is None or last < start else last
        if first is not None:
            yield Block(whole[first], "page-header")
        yield Block("\n".join(whole[start:stop]).strip("\n"), before="\n" if first is not None else "\n\n")
        if stop < len(whole):
            yield Block(whole[stop], "page-footer", "\n")


def _edge(lines: list[str], order: range, usual: frozenset[str]) -> int | None:
    """Where the first line of a page stands, taken in an order, if it is a usual one."""
    at = next((number for number in order if lines[number].strip()), None)
    return at if at is not None and _mould(lines[at]) in usual else None


def _usual(moulds: list[str]) -> frozenset[str]:
    counts = Counter(moulds)
    return frozenset(it for it, count in counts.items() if count >= _FEWEST and 2 * count > len(moulds))


def _mould(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _without_text(pages: list[str]) -> Iterator[str]:
    bare = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if bare:
        named = ", ".join(bare[:10]) + (" and more" if len(bare) > 10 else "")
        yield f"{'page' if len(bare) == 1 else 'pages'} {named}, of pictures perhaps"


def _dates(about: dict[str, str]) -> Iterator[DateCandidate]:
    for name in ("CreationDate", "ModDate"):
        if match := _CREATED.match(about.get(name, "")):
            with suppress(ValueError):
                yield DateCandidate("-".join(match.groups()), f"the PDF's {name}")
