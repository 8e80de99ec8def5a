"""A web page: HTML as it was sent, or as SingleFile keeps it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from model.cues.byline import authors_of
from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import DateCandidate, Extracted, NotTaken, laid_out
from model.curate.intake.main_text import main_text, told_apart
from model.curate.intake.needed import needed
from model.curate.intake.visible_html import html_tree, visible_page

_HEAD = 4096
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,4000})\s+saved date:\s*([^\n>]{1,100})"
)
_SAVED = "%a %b %d %Y %H:%M:%S %z"
_DATE_MARKS = ("article:published_time", "datePublished", "date", "pubdate", "DC.date.issued")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


def read_page(data: bytes) -> Extracted:
    """What is taken out of a page."""
    return page_of(decoded(data, declared_encoding(data)))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it is in; None where it says none."""
    match = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii") if match else None


def page_of(html: str, tree: Any = None) -> Extracted:
    """What is taken out of a page that is decoded already; `tree` is its tree, where one has it. Raises `NotTaken`."""
    with needed("an HTML page"):
        import lxml.html  # noqa: F401
    html = html.removeprefix("\ufeff")
    tree = html_tree(html) if tree is None else tree
    page = visible_page(tree)
    text, asides = laid_out(told_apart(page.blocks, main_text(html)))
    if not text.strip():
        raise NotTaken("it has no visible words; save the page from the browser when it has loaded")
    url, retrieved = _single_file(html)
    hidden = f"what the page hides ({page.hidden:,} words)" if page.hidden else ""
    headings = [it.text for it in page.blocks if it.heading == 1 and not it.landmark]
    return Extracted(
        kind="html",
        ending="html",
        text=text,
        asides=asides,
        titles=tuple(dict.fromkeys(filter(None, [*headings, *_titles(tree)]))),
        publisher=next(iter(_metas(tree, "og:site_name")), None),
        authors=tuple(
            it for said in _metas(tree, "author", "article:author", "dc.creator") for it in authors_of(said)
        ),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=url,
        retrieved=retrieved,
        dates=tuple(_dates(tree, html)),
        medium="web-page",
        left_out=tuple(filter(None, [hidden])),
    )


def _titles(tree: Any) -> Iterator[str]:
    yield from _metas(tree, "og:title", "dc.title", "citation_title")
    for title in tree.iter("title"):
        whole = title.text_content().strip()
        yield whole
        # Many pages put the name of the paper behind the title.
        for mark in (" | ", " - ", " – ", " — ", " :: ", " : "):
            if mark in whole:
                yield whole.rpartition(mark)[0].strip()
        return


def _metas(tree: Any, *names: str) -> Iterator[str]:
    """What the page says of itself under some names, each once."""
    wanted = {name.lower() for name in names}
    seen = set()
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name in wanted and content and content not in seen and not content.startswith(("http:", "https:")):
            seen.add(content)
            yield content


def _dates(tree: Any, html: str) -> Iterator[DateCandidate]:
    seen = set()
    for name in _DATE_MARKS:
        for content in _metas(tree, name):
            match = _DAY.match(content)
            if match and match[1] not in seen:
                seen.add(match[1])
                yield DateCandidate(match[1], f"the page's mark {name}")
    with suppress(Exception):
        import htmldate

        found = htmldate.find_date(html, original_date=True) if len(html) < 4_000_000 else None
        if found and found not in seen:
            yield DateCandidate(found, "htmldate")


def _single_file(html: str) -> tuple[str | None, str | None]:
    """Whence and when SingleFile has saved a page."""
    match = _SINGLE_FILE.search(html[: 4 * _HEAD])
    if match is None:
        return None, None
    said = match[2].partition("(")[0].strip().replace("GMT", "")
    with suppress(ValueError):
        saved = datetime.strptime(said, _SAVED).astimezone(UTC)
        return match[1], saved.strftime("%Y-%m-%dT%H:%MZ")
    return match[1], None
