"""Web archives: WARC files as a crawler writes them, and WACZ files of these."""

import io
import json
from collections.abc import Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.curate.intake.made import KOREAN, Made
from tests.curate.intake.made_documents import zipped
from tests.curate.intake.made_pages import ARTICLE, ARTICLE_WORDS

Sent = tuple[str, str, str, bytes]
"""Address, status, type and body of what was sent."""

_DATE = "2025-05-07T03:30:05Z"


def warc(sent: Sequence[Sent], gzip: bool = False) -> bytes:
    """A WARC file of some answers, in order."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, status, kind, body in sent:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": _DATE},
        )
        writer.write_record(record)
    return out.getvalue()


def wacz(data: bytes, pages: Sequence[str]) -> bytes:
    """A WACZ file of one WARC file, with a list of pages."""
    lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": url}) for url in pages)]
    return zipped(
        {
            "datapackage.json": json.dumps({"profile": "data-package"}),
            "pages/pages.jsonl": "\n".join(lines),
            "archive/data.warc.gz": data,
        }
    )


def archives() -> list[Made]:
    """Two of each: with moves, styles, frames and pages sent twice; the page that is meant is not always the first."""
    main: Sent = ("https://example.org/visit", "200 OK", "text/html; charset=utf-8", ARTICLE.encode())
    frame: Sent = ("https://ads.example.org/", "200 OK", "text/html", b"<body><p>Buy this</p></body>")
    beside: list[Sent] = [
        ("https://example.org/old", "301 Moved", "text/html", b"<p>moved</p>"),
        ("https://example.org/a.css", "200 OK", "text/css", b"p { color: red }"),
    ]
    korean: Sent = (
        "https://example.kr/1",
        "200 OK",
        "text/html; charset=euc-kr",
        f"<html><body><h1>방문</h1><p>{KOREAN[0]}</p></body></html>".encode("cp949"),
    )
    text: Sent = ("https://example.org/a.txt", "200 OK", "text/plain", b"Plain words.")
    return [
        Made("crawl.warc", "warc", warc([*beside, main, frame, main]), f"{ARTICLE_WORDS} Buy this"),
        Made("crawl.warc.gz", "warc", warc([korean, text], gzip=True), f"방문 {KOREAN[0]} Plain words."),
        Made(
            "page.wacz", "wacz", wacz(warc([frame, main], gzip=True), [main[0]]), f"{ARTICLE_WORDS} Buy this"
        ),
        Made("방문.wacz", "wacz", wacz(warc([korean], gzip=True), []), f"방문 {KOREAN[0]}"),
    ]
