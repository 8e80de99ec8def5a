"""EPUB (W3C): the documents of the spine, in its order, what is not linear among them too.

Visible in each is what is visible in an HTML page. A table of contents that is no part of the spine is shown by
readers in a place of its own, and is not in the text.
"""

import posixpath
import re
from html.entities import html5
from typing import Any
from urllib.parse import unquote

from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import Block, DateCandidate, Extracted, NotTaken, laid_out
from model.curate.intake.visible_html import VisibleBlock, html_tree, visible_page
from model.curate.intake.web_page import declared_encoding
from model.curate.intake.zipped import Zipped, refuse_entities, xml_root

_CONTAINER = "META-INF/container.xml"
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""What is done to fonts, which no one reads."""

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_KEPT = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_epub(data: bytes) -> Extracted:
    """What is taken out of a book. Raises `NotTaken`."""
    book = Zipped(data)
    package, folder = _package(book)
    manifest = {it.get("id"): it for it in package.iter("{*}item")}
    locked = _locked(book)
    blocks: list[Block] = []
    contents = False
    for ref in package.iter("{*}itemref"):
        item = manifest.get(ref.get("idref"))
        if item is None or "html" not in (item.get("media-type") or ""):
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if name in locked:
            raise NotTaken("its text is encrypted against copying; a copy without that is needed")
        kind = "contents" if "nav" in (item.get("properties") or "").split() else ""
        contents = contents or bool(kind)
        blocks += [Block(it.text, kind, it.before or "\n\n") for it in _document(book.read(name))]
    text, asides = laid_out(blocks)
    if not text.strip():
        raise NotTaken(
            "the book has no text, only pictures perhaps; it would have to be read out by OCR first"
        )
    return Extracted(
        kind="epub",
        ending="epub",
        text=text,
        asides=asides,
        titles=_about(package, "title"),
        authors=_about(package, "creator"),
        language=next(iter(_about(package, "language")), None),
        dates=tuple(
            DateCandidate(day, "the book's own dc:date")
            for words in _about(package, "date")
            for day in _DAY.findall(words[:40])
        ),
        medium="book",
        left_out=() if contents else ("the table of contents, whose headings are",),
    )


def _package(book: Zipped) -> tuple[Any, str]:
    """The root of the package document, and the folder that it names files from."""
    for root in book.xml(_CONTAINER).iter("{*}rootfile"):
        name = root.get("full-path") or ""
        return book.xml(name), posixpath.dirname(name)
    raise NotTaken("it is damaged or cut off: it does not say where its text is")


def _locked(book: Zipped) -> frozenset[str]:
    """The names of files that are encrypted."""
    if "META-INF/encryption.xml" not in book:
        return frozenset()
    found = set()
    for part in book.xml("META-INF/encryption.xml").iter("{*}EncryptedData"):
        methods = [it.get("Algorithm") for it in part.iter("{*}EncryptionMethod")]
        if not any(method in _OBFUSCATED for method in methods):
            found |= {unquote(it.get("URI") or "") for it in part.iter("{*}CipherReference")}
    return frozenset(found)


def _document(data: bytes) -> list[VisibleBlock]:
    """The visible blocks of a document, which is XHTML, or what others take for it."""
    refuse_entities(data)
    text = decoded(data, declared_encoding(data)).removeprefix("\ufeff")
    # Entities of HTML are declared in a DTD, which is not fetched.
    named = _NAMED.sub(lambda it: it[0] if it[1] in _KEPT else html5.get(f"{it[1]};", it[0]), text)
    without = re.sub(r"^\s*<\?xml[^>]*\?>", "", named)
    try:
        tree = xml_root(without.encode("utf-8", "replace"), "a document")
    except NotTaken:
        tree = html_tree(text)
    return visible_page(tree).blocks


def _about(package: Any, name: str) -> tuple[str, ...]:
    """What the book says of itself under a name of Dublin Core."""
    said = (" ".join("".join(it.itertext()).split()) for it in package.iter(f"{{*}}{name}"))
    return tuple(dict.fromkeys(words for words in said if words))
