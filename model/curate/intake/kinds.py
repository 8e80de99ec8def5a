"""Which kind of file one is: told by what is in it first, and by its name only where that leaves a choice."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name

from model.curate.intake.extracted import Extracted, NotTaken
from model.curate.intake.zipped import Zipped

_HEAD = 65_536
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|main|article|section|div|table|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"^(?:[!-9;-~]{1,70}):[ \t]?.*(?:\r?\n[ \t].*)*$", re.MULTILINE)
_OF_MAIL = re.compile(
    rb"^(?:from|to|subject|date|message-id|received|mime-version|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_SRT = re.compile(rb"\s*\d+[ \t]*\r?\n[ \t]*(?:\d+:)?\d+:\d+[,.]\d+[ \t]*-->")
_VTT = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)")


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its name, what it is, the endings of its names, and where the function is that reads it."""

    name: str
    about: str
    endings: tuple[str, ...]
    reader: str
    by_url: bool = False

    def read(self, data: bytes, url: str | None = None) -> Extracted:
        """What is taken out of such a file; `url` the page that is meant, in a kind that has several."""
        read: Callable[..., Extracted] = resolve_name(f"model.curate.intake.{self.reader}")
        return read(data, url) if self.by_url else read(data)


KINDS = {
    kind.name: kind
    for kind in (
        FileKind("text", "plain text", (".txt", ".text", ".md"), "plain_text:read_plain_text"),
        FileKind(
            "html", "a web page, as sent or by SingleFile", (".html", ".htm", ".xhtml"), "web_page:read_page"
        ),
        FileKind("pdf", "PDF", (".pdf",), "pdf:read_pdf"),
        FileKind("docx", "a Word document", (".docx", ".docm"), "word_document:read_docx"),
        FileKind("epub", "a book as EPUB", (".epub",), "epub:read_epub"),
        FileKind("email", "e-mail, or a page saved as MHTML", (".eml", ".mht", ".mhtml"), "mail:read_mail"),
        FileKind("srt", "subtitles as SubRip", (".srt",), "subtitles:read_srt"),
        FileKind("vtt", "subtitles as WebVTT", (".vtt",), "subtitles:read_vtt"),
        FileKind("warc", "a web archive", (".warc", ".warc.gz"), "web_archive:read_warc", by_url=True),
        FileKind("wacz", "a web archive in a ZIP file", (".wacz",), "web_archive:read_wacz", by_url=True),
    )
}
"""Every kind that is read, by its name."""

_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a file of an old Office; save it as .docx"),
    (b"{\\rtf", "it is RTF; save it as .docx"),
    (b"\x89PNG", "it is a picture; what is written in it has to be read out by OCR first"),
    (b"\xff\xd8\xff", "it is a picture; what is written in it has to be read out by OCR first"),
    (b"GIF8", "it is a picture; what is written in it has to be read out by OCR first"),
    (b"Rar!", "it is an archive; unpack it, and add what is in it"),
    (b"7z\xbc\xaf", "it is an archive; unpack it, and add what is in it"),
    (b"From ", "it is a mailbox of many messages; add each as an .eml by itself"),
)
"""What is not read, by how it begins, with what to do."""


def kind_of(data: bytes, name: str) -> FileKind:
    """The kind of a file, by its bytes and its name. Raises `NotTaken` where it is none that is read."""
    if not data.strip():
        raise NotTaken("it is empty")
    head = data[:_HEAD]
    if (found := _by_signature(data, head)) is not None:
        return KINDS[found]
    for mark, sentence in _OTHERS:
        if head.startswith(mark) and (mark != b"From " or _OF_MAIL.search(head)):
            raise NotTaken(sentence)
    return KINDS[_by_text(head, name.lower())]


def _by_signature(data: bytes, head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(Zipped(data))
    if head.startswith(b"\x1f\x8b"):
        # What it expands to is looked at only when it is read, piece by piece.
        return "warc"
    return "warc" if head.startswith(b"WARC/") else "vtt" if _VTT.match(head) else None


def _kind_of_zip(archive: Zipped) -> str:
    if "META-INF/container.xml" in archive:
        return "epub"
    if "word/document.xml" in archive or any(name.startswith("word/document") for name in archive.names):
        return "docx"
    if any(name.endswith((".warc", ".warc.gz")) for name in archive.names):
        return "wacz"
    raise NotTaken("it is a ZIP archive, and none of .docx, .epub or .wacz; unpack it, and add what is in it")


def _by_text(head: bytes, name: str) -> str:
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if _SRT.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "srt"
    top = re.split(rb"\r?\n\r?\n", head.removeprefix(b"\xef\xbb\xbf"), maxsplit=1)[0]
    if len({it.lower() for it in _OF_MAIL.findall(top)}) >= 2 and _HEADER.sub(b"", top).strip() == b"":
        return "email"
    for kind in ("html", "email", "srt", "vtt"):
        if name.endswith(KINDS[kind].endings):
            return kind
    return "text"
