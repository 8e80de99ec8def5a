"""Claims as a table: one row for each, for spreadsheets and scripts; as CSV (RFC 4180) too."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from model.asof.begun import Begun
from model.asof.change_words import about, change_words
from model.asof.changes import Difference
from model.asof.saying import Saying, saying
from model.asof.state import event_state
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quoted import gloss_of, wording
from model.corpus.records import Claim, Source
from model.corpus.unfinished import NOT_GIVEN
from model.dates.wording import medium_form
from model.exchange.amounts import amounts_words
from model.exchange.cited import rating
from model.exchange.csv_cells import safe_line
from model.exchange.extract import Extract
from model.exchange.visible import visible
from model.quotes.span import TextSpan


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with all that its row says."""

    claim: Claim
    said: Saying
    item: VisibleClaim
    event_word: str
    title: str
    source: Source
    span: TextSpan | None


_CELLS: dict[str, Callable[[_Told], str]] = {
    "claim": lambda it: it.claim.id,
    "event": lambda it: it.claim.event or "",
    "event_title": lambda it: it.title,
    "event_status": lambda it: it.event_word,
    "entity": lambda it: it.claim.entity or "",
    "office": lambda it: it.claim.office or "",
    "label": lambda it: it.claim.label or "",
    "word": lambda it: it.item.word.value,
    "status": lambda it: it.claim.status.value,
    "factuality": lambda it: it.claim.factuality.value,
    "hedge": lambda it: it.claim.hedge or "",
    "amounts": lambda it: amounts_words(it.claim.amounts, str),
    "condition": lambda it: it.claim.condition or "",
    "date": lambda it: it.claim.date.edtf or "" if it.claim.date is not None else "",
    "date_said": lambda it: medium_form(it.item.date) if it.item.date is not None else "",
    "date_words": lambda it: it.claim.date.words or "" if it.claim.date is not None else "",
    "basis": lambda it: it.claim.date.basis.value if it.claim.date is not None else "",
    "speaker": lambda it: it.said.speaker,
    "record": lambda it: it.said.record.value,
    "stated": lambda it: it.said.on.text if it.said.on is not None else "",
    "origin": lambda it: it.said.origin,
    "superseded_by": lambda it: " ".join(it.item.superseded_by),
    "retracted_by": lambda it: it.item.retracted_by or "",
    "roles": lambda it: _roles(it.claim),
    "source": lambda it: it.claim.source,
    "publisher": lambda it: it.source.publisher,
    "reliability": lambda it: rating(it.source),
    "medium": lambda it: it.source.medium or "",
    "archived": lambda it: it.source.archived or "",
    "url": lambda it: it.source.url or "",
    "retrieved": lambda it: it.source.retrieved or "",
    "start": lambda it: str(it.span.start) if it.span is not None else "",
    "end": lambda it: str(it.span.end) if it.span is not None else "",
    "quote": lambda it: wording(it.claim),
    "gloss": lambda it: gloss_of(it.claim)[0],
    "gloss_by": lambda it: gloss_of(it.claim)[1],
}
"""Each column with what stands in it.

`date` and `stated` are EDTF, `date_said` is the date in words, `start` and `end` are code points in the source, counted
from 0; of a source that was printed later than the day they are empty.
"""

COLUMNS = tuple(_CELLS)
"""The names of the columns."""

CHANGES = "changes"
"""The name of the column that says what changed, where a first day is given."""

DRAFT = "draft"
"""The name of the column that says what is only begun, and what stands in it."""

_DECIDED = frozenset({"word", "superseded_by", "retracted_by"})
"""The columns of what a claim comes to beside others."""

_LACKING = {
    "status": "status",
    "factuality": "factuality",
    "quote": "quote",
    "start": "quote",
    "end": "quote",
    "basis": "date",
    "amounts": "amounts",
}
"""The columns of what a draft may lack, each with the field without which nothing stands in it."""


def rows(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table of the claims of what is asked for; without a filter of all that could be known."""
    scope = extract.scope
    events = set(scope.events) if scope.filter else None
    changes = extract.changes if extract.since is not None else None
    return rows_of_claims(extract.corpus, scope.day, events, extract.begun, changes)


def csv_claims(
    corpus: Corpus,
    day: int,
    events: Container[str] | None = None,
    begun: Begun | None = None,
    changes: Iterable[Difference] | None = None,
) -> Iterator[str]:
    """The lines of the table as CSV; see `rows_of_claims`."""
    return map(safe_line, rows_of_claims(corpus, day, events, begun, changes))


def rows_of_claims(
    corpus: Corpus,
    day: int,
    events: Container[str] | None = None,
    begun: Begun | None = None,
    changes: Iterable[Difference] | None = None,
) -> Iterator[list[str]]:
    """The rows of the table, its header first: the claims of a corpus as it was known on `day`.

    With `events`, only those of these; with `changes`, a further column says in what each claim has a part. With what
    is `begun`, a last column says which claims are drafts, and these come after all others.
    """
    told = _changes_of_claims(corpus, day, changes) if changes is not None else None
    head = COLUMNS if told is None else (*COLUMNS, CHANGES)
    yield list(head if begun is None else (*head, DRAFT))

    @cache
    def event_word(event: str) -> str:
        state = event_state(corpus, event, day)
        return state.word_at(day).value if state is not None else ""

    for claim in corpus.claims.values():
        if events is None or claim.event in events:
            word = event_word(claim.event) if claim.event is not None else ""
            row = _told(corpus, claim, saying(corpus, claim), day, word)
            cells = [cell(row) for cell in _CELLS.values()]
            cells += ["; ".join(told[claim.id])] if told is not None else []
            yield cells if begun is None else [*cells, ""]
    for claim in begun.claims(begun.corpus.claims.values()) if begun is not None else ():
        if begun is not None and (events is None or claim.event in events):
            word = event_word(claim.event) if claim.event is not None else ""
            row = _told(begun.corpus, claim, saying(begun.corpus, claim), day, word)
            yield [*_draft_cells(row, begun), *([""] if told is not None else []), DRAFT]


def _changes_of_claims(
    corpus: Corpus, day: int, changes: Iterable[Difference]
) -> defaultdict[str, list[str]]:
    """What changed, as `turned: not expected -> denied`, by the claim that says so; of a conflict, by each of it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for change in changes:
        name = change.kind.value
        claims: tuple[str, ...] = (change.claim,)
        if change.conflict is not None:
            name += f", {visible(about(corpus, change))}"
            claims = corpus.conflicts[change.conflict].claims
        for claim in claims:
            found[claim].append(f"{name}: {change_words(corpus, change, day, visible)}")
    return found


def _draft_cells(told: _Told, begun: Begun) -> Iterator[str]:
    """The cells of a draft: empty what it does not have yet, and nothing that would follow if it stood."""
    missing = {path.partition(".")[0] for path in begun.drafts["claim", told.claim.id].missing}
    for column, cell in _CELLS.items():
        is_unsaid = column == "record" and told.said.speaker == NOT_GIVEN.id
        is_empty = is_unsaid or column in _DECIDED or _LACKING.get(column) in missing
        text = cell(told) if not is_empty else ""
        yield text if text != NOT_GIVEN.id else ""


def _told(corpus: Corpus, claim: Claim, said: Saying, day: int, event_word: str) -> _Told:
    return _Told(
        claim=claim,
        said=said,
        item=visible_claim(corpus, claim, said, day),
        event_word=event_word,
        title=corpus.events[claim.event].title if claim.event is not None else "",
        source=corpus.sources[claim.source],
        span=corpus.anchors.claims[claim.id] if claim.source not in corpus.printed_later else None,
    )


def _roles(claim: Claim) -> str:
    """`attendee=kim-jong-un host=russia`; several holders are joined by commas."""
    return " ".join(
        f"{role}={held if isinstance(held, str) else ','.join(held)}" for role, held in claim.roles.items()
    )
