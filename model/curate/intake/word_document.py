"""A Word document (Office Open XML, ECMA-376), as it looks when all changes are accepted.

Visible are the text of the body with its tables and text boxes, of headers and footers, notes, comments, and
diagrams. Not visible are deleted and hidden words and the codes of fields. Numbers of lists and pages are not in the
file: Word makes them. Headers, footers and comments are furniture.
"""

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from model.curate.intake.extracted import Block, DateCandidate, Extracted, NotTaken, laid_out
from model.curate.intake.needed import needed
from model.curate.intake.zipped import Zipped, refuse_entities, xml_root

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPHS = frozenset({"w:p", "a:p"})
_NOT_SHOWN = frozenset(
    {"w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:rPr", "w:pPr", "w:sectPr"}
)
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_TEXTS = frozenset({"w:t", "a:t", "m:t"})
_NAMESPACES = {
    _W[1:-1]: "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_BESIDE = (
    ("header", "page-header"),
    ("footer", "page-footer"),
    ("footnotes", ""),
    ("endnotes", ""),
    ("comments", "comment"),
    ("diagramData", ""),
)
"""The parts beside the body, by the end of their type of relationship, and the furniture that they are."""


def read_docx(data: bytes) -> Extracted:
    """What is taken out of a Word document. Raises `NotTaken`."""
    archive = Zipped(data)
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            refuse_entities(archive.read(name))
    with needed("a Word document"):
        import docx
    # It says in many ways that a document is damaged.
    try:
        document = docx.Document(io.BytesIO(data))
        main = document.part
        related = [(rel.reltype.rpartition("/")[2], rel) for rel in main.rels.values() if not rel.is_external]
        beside = {kind: [rel.target_part.blob for end, rel in related if end == kind] for kind, _ in _BESIDE}
        about = document.core_properties
    except NotTaken:
        raise
    except Exception as error:
        raise NotTaken(f"it is no Word document that can be read: {_brief(error)}") from None
    blocks = [Block(text, "page-header") for text in _of(beside["header"])]
    blocks += [Block(text) for text in _paragraphs(main.element)]
    blocks += [Block(text, kind) for end, kind in _BESIDE[1:] for text in _of(beside[end])]
    text, asides = laid_out(blocks)
    if not text.strip():
        raise NotTaken("it has no text, only pictures perhaps; it would have to be read out by OCR first")
    pictures = sum(end == "image" for end, _ in related)
    embedded = sum(end in {"oleObject", "package", "chart"} for end, _ in related)
    return Extracted(
        kind="docx",
        ending="docx",
        text=text,
        asides=asides,
        titles=_titles(about, blocks),
        authors=tuple(filter(None, [_field(about, "author")])),
        language=_field(about, "language") or None,
        dates=tuple(_dates(about)),
        medium="document",
        left_out=tuple(
            f"{count} {what}, whose words nobody has read" for count, what in _counted(pictures, embedded)
        ),
    )


def _counted(pictures: int, embedded: int) -> Iterator[tuple[int, str]]:
    if pictures:
        yield pictures, "picture" if pictures == 1 else "pictures"
    if embedded:
        yield embedded, "embedded object" if embedded == 1 else "embedded objects"


def _of(parts: list[bytes]) -> Iterator[str]:
    for part in dict.fromkeys(parts):
        yield from _paragraphs(xml_root(part, "a part"))


def _paragraphs(root: Any) -> Iterator[str]:
    """The text of each paragraph in order; one in a text box comes after the one that the box stands in."""
    # Elements that are to be looked at, and the pieces of the paragraph that they are of.
    found: list[list[str]] = []
    pending: list[tuple[Any, list[str]]] = [(root, [])]
    while pending:
        element, pieces = pending.pop()
        name = _name(element)
        if name in _NOT_SHOWN or (name == "w:r" and _is_hidden(element)):
            continue
        if name in _PARAGRAPHS:
            pieces = []
            found.append(pieces)
        elif name in _TEXTS:
            pieces.append(element.text or "")
        elif name == "w:sym":
            pieces.append(_sign(element))
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        pending.extend((child, pieces) for child in reversed(element))
    for pieces in found:
        if text := "".join(pieces).strip("\n"):
            yield text


def _name(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.removeprefix("{").partition("}")
    return f"{_NAMESPACES.get(space, '')}:{name}"


def _is_hidden(run: Any) -> bool:
    hidden = next(run.iterfind(f"{_W}rPr/{_W}vanish"), None)
    return hidden is not None and hidden.get(f"{_W}val") not in {"0", "false", "off"}


def _sign(element: Any) -> str:
    with suppress(ValueError, OverflowError):
        return chr(int(element.get(f"{_W}char") or "", 16))
    return ""


def _titles(about: Any, blocks: list[Block]) -> tuple[str, ...]:
    first = next((it.text for it in blocks if not it.kind and len(it.text) <= 200), "")
    return tuple(dict.fromkeys(filter(None, [_field(about, "title"), first])))


def _field(about: Any, name: str) -> str:
    # A date that is none raises when it is asked for.
    with suppress(Exception):
        return str(getattr(about, name) or "").strip()
    return ""


def _dates(about: Any) -> Iterator[DateCandidate]:
    for name in ("created", "modified"):
        if day := _field(about, name)[:10]:
            yield DateCandidate(day, f"the document's property {name}")


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
