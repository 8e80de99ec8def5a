"""E-mail (RFC 5322, MIME), and pages that browsers save as MHTML, which is built alike.

Visible are what a mail program shows: the headers Subject, From, To, Cc, Date and Reply-To, the body, forwarded
messages, and the names of attachments. Of alternatives it shows the last that it can (RFC 2046): the HTML one, or
the plain one where the libraries for HTML are not installed; the other says the same, and is named as left out.
Attachments are not read.
"""

import email
import email.policy
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import msgspec

from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import Block, DateCandidate, Extracted, NotTaken, in_lines, laid_out
from model.curate.intake.needed import needed

_SHOWN = ("Subject", "From", "To", "Cc", "Reply-To", "Date")
_SNAPSHOT = "Snapshot-Content-Location"
"""The header by which browsers say which page they have saved."""

_DEEPEST = 10
_MOST_PARTS = 1_000
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def read_mail(data: bytes) -> Extracted:
    """What is taken out of a message. Raises `NotTaken`."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if url := _header(message, _SNAPSHOT):
            return _saved_page(message, url)
        reading = _Reading()
        reading.message(message, 0)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        # The parser takes what it can; of what it falls over there is no list.
        raise NotTaken(f"it is no message that can be read: {' '.join(str(error).split())[:100]}") from None
    if not reading.has_body:
        raise NotTaken("the message has no text; add what is attached to it by itself")
    text, asides = laid_out(reading.blocks)
    subject = _header(message, "Subject")
    return Extracted(
        kind="email",
        ending="eml",
        text=text,
        asides=asides,
        titles=(subject,) if subject else (),
        dates=tuple(_dates(message)),
        medium="email",
        left_out=tuple(reading.left_out),
    )


def _saved_page(message: EmailMessage, url: str) -> Extracted:
    """The page that a browser has saved; its headers are none that one sees."""
    for part in message.walk():
        if part.get_content_type() in _HTML:
            with needed("a page saved as MHTML"):
                from model.curate.intake.web_page import page_of
            page = page_of(_content(part))
            return msgspec.structs.replace(page, kind="email", ending="mhtml", url=url)
    raise NotTaken("there is no page in it")


@dataclass(slots=True)
class _Reading:
    """Blocks and notes found so far."""

    blocks: list[Block] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    has_body: bool = False
    _parts: int = 0

    def message(self, message: EmailMessage, depth: int) -> None:
        """A message with its headers."""
        before = "\n\n"
        for name in _SHOWN:
            if value := _header(message, name):
                self.blocks.append(Block(f"{name}: {value}", "", before))
                before = "\n"
        self._part(message, depth)

    def _part(self, part: EmailMessage, depth: int) -> None:
        self._parts += 1
        if depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise NotTaken("it has more parts within parts than a message has")
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            self._alternative(_parts(part), depth)
        elif kind == "message/rfc822":
            for inner in _parts(part):
                self.message(inner, depth + 1)
        elif part.is_multipart():
            parts = _parts(part)
            # What belongs to a page, its pictures and styles, comes after it.
            for number, inner in enumerate(parts):
                if kind != "multipart/related" or number == 0 or inner.is_attachment():
                    self._part(inner, depth + 1)
        elif part.is_attachment() or not kind.startswith("text/"):
            self._attached(part, kind)
        else:
            self._body(part, kind)

    def _alternative(self, parts: list[EmailMessage], depth: int) -> None:
        """The last one that can be shown."""
        rest = [*parts]
        while rest:
            last = rest.pop()
            if _is_shown(last) or not rest:
                self._part(last, depth + 1)
                break
        for other in rest:
            if other.get_content_type().startswith("text/"):
                named, words = other.get_content_type(), len(_content(other).split())
                self.left_out.append(f"the same as {named} ({words:,} words)")

    def _body(self, part: EmailMessage, kind: str) -> None:
        text = _content(part)
        if kind in _HTML:
            from model.curate.intake.visible_html import html_tree, visible_page

            if not text.strip():
                return
            shown = visible_page(html_tree(text))
            if shown.hidden:
                self.left_out.append(f"what the message hides ({shown.hidden:,} words)")
            self.blocks += [Block(it.text, "", it.before or "\n\n") for it in shown.blocks]
            self.has_body = self.has_body or bool(shown.blocks)
        elif text.strip():
            self.blocks.append(Block(text.strip("\n")))
            self.has_body = True

    def _attached(self, part: EmailMessage, kind: str) -> None:
        name = " ".join((part.get_filename() or "").split())
        if name:
            self.blocks.append(Block(name, "attachment"))
        self.left_out.append(f"what is attached: {name or 'without a name'} ({kind})")


def _is_shown(part: EmailMessage) -> bool:
    """Whether a part, or the page in it, can be shown with what is installed."""
    for inner in part.walk():
        if inner.get_content_type() in _HTML:
            return _reads_html()
        if inner.get_content_type() == "text/plain":
            return True
    return False


def _reads_html() -> bool:
    try:
        import lxml.html  # noqa: F401
    except ImportError:
        return False
    return True


def _parts(part: EmailMessage) -> list[EmailMessage]:
    held = part.get_payload()
    return [it for it in held if isinstance(it, EmailMessage)] if isinstance(held, list) else []


def _content(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    declared = part.get_content_charset()
    return in_lines(decoded(data, declared)) if isinstance(data, bytes) else ""


def _header(message: EmailMessage, name: str) -> str:
    """What a header says, on one line; empty where there is none."""
    with suppress(ValueError, IndexError, AttributeError, TypeError, LookupError):
        return " ".join(str(message.get(name, "")).split(" ")).replace("\r", " ").replace("\n", " ").strip()
    return ""


def _dates(message: EmailMessage) -> Iterator[DateCandidate]:
    with suppress(ValueError, TypeError, IndexError):
        yield DateCandidate(
            parsedate_to_datetime(_header(message, "Date")).strftime("%Y-%m-%d"), "the header Date"
        )
