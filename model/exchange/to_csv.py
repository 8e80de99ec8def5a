"""Claims as a table: CSV (RFC 4180), one row for each, for spreadsheets and scripts."""

import csv
import io
from collections.abc import Container, Iterator

from model.asof.saying import saying
from model.asof.state import event_state, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.draft import as_quote
from model.corpus.records import Claim
from model.dates.wording import medium_form
from model.exchange.visible import visible

COLUMNS = (
    "claim", "event", "event_title", "event_status", "entity", "office", "label",
    "word", "status", "factuality", "hedge", "date", "date_said", "date_words", "basis",
    "speaker", "record", "stated", "origin", "superseded_by", "roles",
    "source", "publisher", "start", "end", "quote",
)  # fmt: skip
"""The columns. `date` and `stated` are EDTF, `date_said` is the date in words, `start` and `end` are code points in the
source, counted from 0.
"""

_OBEYED = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


def csv_claims(corpus: Corpus, day: int, events: Container[str] | None = None) -> Iterator[str]:
    """The lines of the table: the claims that could be known on `day`, and with `events` only those of these."""
    yield _line(COLUMNS)
    for claim in corpus.claims.values():
        shown = events is None or claim.event in events
        if shown and saying(corpus, claim).visible <= day:
            yield _line(_row(corpus, claim, day))


def _row(corpus: Corpus, claim: Claim, day: int) -> tuple[str, ...]:
    said, span = saying(corpus, claim), corpus.anchors.claims[claim.id]
    item = visible_claim(corpus, claim, said, day)
    state = event_state(corpus, claim.event, day) if claim.event is not None else None
    date = claim.date
    return (
        claim.id,
        claim.event or "",
        _text(corpus.events[claim.event].title if claim.event is not None else ""),
        state.word_at(day).value if state is not None else "",
        claim.entity or "",
        claim.office or "",
        _text(claim.label or ""),
        item.word.value,
        claim.status.value,
        claim.factuality.value,
        _text(claim.hedge or ""),
        date.edtf if date is not None and date.edtf is not None else "",
        medium_form(item.date) if item.date is not None else "",
        _text(date.words or "" if date is not None else ""),
        date.basis.value if date is not None else "",
        said.speaker,
        said.record.value,
        said.on.text if said.on is not None else "",
        said.origin,
        " ".join(item.superseded_by),
        _roles(claim),
        claim.source,
        corpus.sources[claim.source].publisher,
        str(span.start),
        str(span.end),
        _text(as_quote(claim.quote).exact),
    )


def _roles(claim: Claim) -> str:
    """`attendee=kim-jong-un host=russia`; several holders are joined by commas."""
    return " ".join(
        f"{role}={held if isinstance(held, str) else ','.join(held)}" for role, held in claim.roles.items()
    )


def _text(text: str) -> str:
    """Text from a corpus, hidden characters spelled out: no terminal shall obey it, and no spreadsheet either.

    What would begin a formula has an apostrophe before it. Where the quote stands in its source, `start` and `end` say.
    """
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_OBEYED) else shown


def _line(cells: tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
