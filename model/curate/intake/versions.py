"""What became of the quotes of a source in a later version of its text. Nothing is taken over: a curator decides."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.corpus.draft import Draft
from model.corpus.listed import PrintedList
from model.corpus.quoted import Quoting, as_quote, quotes_of
from model.corpus.records import Claim, Quote, Source, Statement
from model.corpus.suggest import Effort
from model.quotes.anchor import QuoteError, anchor
from model.quotes.document import line_and_column
from model.quotes.nearest import Likeness, nearest
from model.quotes.searched import Searched
from model.quotes.span import TextSpan

_MOST_READ = 50_000_000
"""How many characters are read, in all, for what is like quotes that are not there any more: some seconds' work."""

_TO_FIT = 30


class Fate(StrEnum):
    """What became of a quote."""

    UNCHANGED = "unchanged"
    """Its words stand in the same order among the others."""
    MOVED = "moved"
    """Its words stand before, or behind, others than they did."""
    CHANGED = "changed"
    """Similar words stand there, whose meaning may be the opposite."""
    GONE = "gone"
    """Nothing like it is there."""


@dataclass(frozen=True, slots=True)
class QuoteFate:
    """A quote and what became of it.

    `record` names what quotes it ("claim kd-a"), `line` where it stands in the text before, from 1, 0 where it does
    not. `words` are those of the new text at `new_line`, empty where it is gone; `alike` is true where they differ
    in marks, spaces and composition alone. `sought` is false where it was not looked for what is like it, so much is
    missing.
    """

    record: str
    exact: str
    line: int
    fate: Fate
    words: str = ""
    new_line: int = 0
    alike: bool = False
    sought: bool = True


def fates(draft: Draft, source: str, new_text: str) -> list[QuoteFate]:
    """What became of each quote of a source in a new text, in the order of the old one."""
    old_text = draft.texts.get(source, "")
    old, new = Searched(old_text), Searched(new_text)
    effort = Effort(_MOST_READ)
    found = []
    for record, quote in _quotes(draft, source):
        before = _anchored(old, quote)
        after = _anchored(new, quote) or _somewhere(new_text, quote, before)
        found.append((record, quote, before, after))
    found.sort(key=lambda it: (it[2] is None, it[2].start if it[2] else 0, it[2].end if it[2] else 0))
    in_order = _in_order([it[3].start for it in found if it[2] and it[3]])
    standing = iter(in_order)
    return [_fate(old_text, new_text, it, bool(it[2] and it[3]) and next(standing), effort) for it in found]


_Found = tuple[str, Quote, TextSpan | None, TextSpan | None]


def _fate(old: str, new: str, found: _Found, stands: bool, effort: Effort) -> QuoteFate:
    record, quote, before, after = found
    line = line_and_column(old, before.start)[0] if before else 0
    if after is not None:
        fate = Fate.UNCHANGED if stands or before is None else Fate.MOVED
        return QuoteFate(record, quote.exact, line, fate, quote.exact, line_and_column(new, after.start)[0])
    if not effort.spend(len(new) + len(quote.exact) ** 2 // _TO_FIT):
        return QuoteFate(record, quote.exact, line, Fate.GONE, sought=False)
    near = nearest(new, quote.exact, quote.prefix, quote.suffix, before.start if before else None)
    if near is None:
        return QuoteFate(record, quote.exact, line, Fate.GONE)
    at = line_and_column(new, near.span.start)[0]
    alike = near.kind is Likeness.NORMALISED
    return QuoteFate(record, quote.exact, line, Fate.CHANGED, near.text, at, alike)


def _quotes(draft: Draft, source: str) -> Iterator[tuple[str, Quote]]:
    """Every quote of a source, with the record that has it."""
    records: list[tuple[str, Quoting]] = []
    for it, _ in draft.sources:
        records += [("source", it)] if it.id == source else []
    for statement, _ in draft.statements:
        records += [("statement", statement)] if statement.source == source else []
    for claim, _ in draft.claims:
        records += [("claim", claim)] if claim.source == source else []
    records += [("list", it) for it, _ in draft.lists if it.source == source]
    records += [("furniture", it) for it, _ in draft.furniture.get(source, ())]
    records += [("left_out", it) for it, _ in draft.left_out.get(source, ())]
    for kind, record in records:
        name = f" {record.id}" if isinstance(record, Source | Statement | Claim | PrintedList) else ""
        for path, quote in quotes_of(record):
            selector = as_quote(quote)
            if selector.exact:
                way = "" if path == ("quote",) else f" ({'.'.join(map(str, path))})"
                yield f"{kind}{name}{way}", selector


def _anchored(text: Searched, quote: Quote) -> TextSpan | None:
    try:
        return anchor(text, quote.exact, quote.prefix, quote.suffix)
    except QuoteError:
        return None


def _somewhere(text: str, quote: Quote, before: TextSpan | None) -> TextSpan | None:
    """Where the very words stand, though beside others, or more than once."""
    if quote.exact not in text:
        return None
    near = nearest(text, quote.exact, quote.prefix, quote.suffix, before.start if before else None)
    return near.span if near is not None else None


def _in_order(starts: list[int]) -> list[bool]:
    """Which places belong to the longest run of them that never goes back."""
    tails: list[int] = []
    last_of: list[int] = []
    links: list[int] = []
    for number, start in enumerate(starts):
        at = bisect_right(tails, start)
        links.append(last_of[at - 1] if at else -1)
        if at == len(tails):
            tails.append(start)
            last_of.append(number)
        else:
            tails[at], last_of[at] = start, number
    kept = [False] * len(starts)
    number = last_of[-1] if last_of else -1
    while number >= 0:
        kept[number] = True
        number = links[number]
    return kept
