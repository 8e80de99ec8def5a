"""The visible words of an HTML page, block by block, in the order of the document.

Visible is every text node, but those in `head`, `script`, `style`, `template` (but of a shadow root), `noscript`, in
what stands in for pictures, sound and video, in comments, and below an element that is `hidden`,
`aria-hidden="true"`, a `dialog` that is not open, or whose own style says `display: none` or `visibility: hidden`.
What a style sheet hides, counts as visible; so do folded `details`, and pages in frames that stand in the page
itself (`srcdoc`). Attributes (`alt`, `placeholder`) are no words of the page.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from model.curate.intake.extracted import NotTaken


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_SHOWN = _named(
    "head script style template noscript title desc metadata annotation annotation-xml audio video "
    "canvas object datalist iframe noframes noembed param source track"
)
_SPACED = _named(
    "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure section article header footer nav "
    "aside form hr main fieldset details address"
)
"""Elements with an empty line before and after them."""

_LINES = _named(
    "div li tr dt dd figcaption option optgroup caption summary legend body html center thead tbody "
    "tfoot textarea select dialog hgroup search menu button image text"
)
_CELLS = frozenset({"td", "th"})
_TOLD = frozenset({"figcaption", "figure", "time"})
_WHOLES = frozenset({"html", "body", "main", "article", "section"})
"""What their classes say, they say of a page as a whole."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LANDMARKS = {
    "nav": "menu",
    "header": "page-header",
    "footer": "page-footer",
    "aside": "aside",
    "form": "form",
    "navigation": "menu",
    "banner": "page-header",
    "contentinfo": "page-footer",
    "complementary": "aside",
    "search": "form",
}
"""Elements, and roles (WAI-ARIA), with the kind of furniture that they mostly are."""

_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_CAPTION = re.compile(
    r"caption|credit|photo-?by|byline|author|dateline|pub-?date|posted|entry-(?:date|meta)|timestamp",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAKS = re.compile(r" *\n *")
_DEEPEST_FRAME = 3
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""What stands behind these is shown in the body (HTML 13.2.6.4.19), and lost by libxml2."""


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A stretch of visible text without a gap in it.

    `before` stands between it and the one before; `landmark` is the kind of furniture that its part of the page
    mostly is; `heading` is 1 to 6, 0 where it is none; `told` a caption, a credit, who wrote it or when; `links`
    whether it is made of links alone.
    """

    text: str
    before: str
    landmark: str = ""
    heading: int = 0
    told: bool = False
    links: bool = False


@dataclass(slots=True)
class VisiblePage:
    """The blocks of a page, and how many words it hides."""

    blocks: list[VisibleBlock]
    hidden: int = 0


def html_tree(text: str) -> Any:
    """The tree of a page, however broken it is. Raises `NotTaken` where there is nothing in it."""
    from lxml import etree, html

    # A page may declare an encoding that it is not in any more.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = _END.sub("", text.replace("\0", "\ufffd")).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise NotTaken("there is nothing in the page") from None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise NotTaken("its elements stand in one another more deeply than is read; save it as plain text")
    return tree


def visible_page(tree: Any) -> VisiblePage:
    """What one sees of a page."""
    walk = _Walk()
    walk.page(tree)
    return VisiblePage(walk.blocks, walk.hidden)


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for all that stands in an element."""

    landmark: str = ""
    heading: int = 0
    told: bool = False
    link: bool = False
    verbatim: bool = False
    frames: int = 0


class _Walk:
    """One walk over a page. Without recursion: elements may be nested as deeply as a page is long."""

    def __init__(self) -> None:
        self.blocks: list[VisibleBlock] = []
        self.hidden = 0
        self._pieces: list[str] = []
        self._linked = self._told = self._letters = 0
        self._gap = ""

    def page(self, tree: Any) -> None:
        """Walk over a tree, and over the pages in its frames."""
        # An element is met twice: where it begins, and, with what held inside of it, where it ends.
        pending: list[tuple[Any, _Around, _Around | None]] = [(tree, _Around(), None)]
        while pending:
            element, around, ended = pending.pop()
            if ended is not None:
                self._flush(ended, _gap_of(_tag(element)))
                self._add(element.tail, around)
                continue
            if not isinstance(element.tag, str):
                self._add(element.tail, around)
                continue
            if not self._is_shown(element):
                frame = element.get("srcdoc") if _tag(element) == "iframe" else None
                if frame and frame.strip() and around.frames < _DEEPEST_FRAME:
                    self._flush(around, "\n\n")
                    inner = replace(around, frames=around.frames + 1)
                    pending += [(element, around, around), (html_tree(frame), inner, None)]
                else:
                    self._add(element.tail, around)
                continue
            inner = _inside(element, around)
            self._begin(_tag(element), around)
            self._add(element.text, inner)
            pending.append((element, around, inner))
            pending.extend((child, inner, None) for child in reversed(element))
        self._flush(_Around(), "\n\n")

    def _is_shown(self, element: Any) -> bool:
        tag = _tag(element)
        if tag in _NOT_SHOWN:
            # A saved page keeps what its shadow roots show in templates.
            return tag == "template" and (
                element.get("shadowrootmode") is not None or element.get("shadowroot") is not None
            )
        is_hidden = (
            element.get("hidden") is not None
            or (element.get("aria-hidden") or "").strip().lower() == "true"
            or _HIDING.search(element.get("style") or "") is not None
            or (tag == "dialog" and element.get("open") is None)
        )
        if is_hidden:
            self.hidden += sum(len(text.split()) for text in element.itertext() if isinstance(text, str))
        return not is_hidden

    def _begin(self, tag: str, around: _Around) -> None:
        self._flush(around, _gap_of(tag))
        if tag in _CELLS and self._pieces:
            self._pieces.append("\t")
        elif tag == "br":
            self._pieces.append("\n")

    def _add(self, text: str | None, around: _Around) -> None:
        if not text:
            return
        piece = text if around.verbatim else _SPACE.sub(" ", text)
        letters = len(piece.strip())
        self._letters += letters
        self._linked += letters if around.link else 0
        self._told += letters if around.told else 0
        self._pieces.append(piece)

    def _flush(self, around: _Around, gap: str) -> None:
        """End the block that one is in, which lies in `around`, if there is a `gap` before the next one."""
        if not gap:
            return
        text = "".join(self._pieces)
        if not around.verbatim:
            # A space beside a space or a break is none; breaks at the ends are none either.
            text = _AROUND_BREAKS.sub("\n", re.sub(" {2,}", " ", text)).strip(" \n\t")
        if text.strip():
            links = 0 < self._letters == self._linked
            told = 2 * self._told > self._letters
            before = self._gap if self.blocks else ""
            self.blocks.append(
                VisibleBlock(text.strip("\n"), before, around.landmark, around.heading, told, links)
            )
            self._gap = ""
        self._pieces = []
        self._letters = self._linked = self._told = 0
        self._gap = max(self._gap, gap, key=len)


def _tag(element: Any) -> str:
    """The name of an element, of whatever namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _inside(element: Any, around: _Around) -> _Around:
    """What holds inside of an element."""
    tag = _tag(element)
    role = (element.get("role") or "").strip().lower()
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:1000]
    is_part = tag not in _WHOLES
    return _Around(
        # The header of an article has its title, and who wrote it.
        ""
        if tag in {"article", "main"}
        else around.landmark or _LANDMARKS.get(tag) or _LANDMARKS.get(role, ""),
        int(tag[1]) if tag in _HEADINGS else around.heading,
        around.told or tag in _TOLD or (is_part and _CAPTION.search(marks) is not None),
        around.link or tag == "a",
        around.verbatim or tag in {"pre", "textarea"},
        around.frames,
    )


def _gap_of(tag: str) -> str:
    return "\n\n" if tag in _SPACED else "\n" if tag in _LINES else ""
