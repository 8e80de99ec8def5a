"""Where every quote of a corpus stands in its document: the check that nothing is claimed without a quote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from model.corpus.draft import Draft, as_quote
from model.corpus.findings import Place, Problem
from model.corpus.records import Claim, Dated, Furniture, LeftOut, QuoteField, Statement
from model.corpus.shortened import shortened
from model.corpus.suggest import Effort
from model.quotes.anchor import QuoteAmbiguous, QuoteEmpty, QuoteNotFound, anchor
from model.quotes.searched import Searched
from model.quotes.span import TextSpan

_MOST_READ = 20_000_000
"""How many characters are read, in all, for what stands closest to quotes that are missing: some seconds' work."""

_TO_FIT = 30
"""A long quote is compared with as long passages: by so much less than the square of its length."""


@dataclass(slots=True)
class Anchors:
    """Spans (Unicode code points of the source's text) of the quotes: by id, or in file order per source."""

    claims: dict[str, TextSpan] = field(default_factory=dict)
    statements: dict[str, TextSpan] = field(default_factory=dict)
    furniture: dict[str, tuple[TextSpan, ...]] = field(default_factory=dict)
    left_out: dict[str, tuple[TextSpan, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many quotes are anchored."""
        loose = sum(len(spans) for table in (self.furniture, self.left_out) for spans in table.values())
        return len(self.claims) + len(self.statements) + loose


def anchor_draft(draft: Draft) -> tuple[Anchors, list[Problem]]:
    """The spans of all quotes in the draft, and a problem for each quote or word that is not where it should be."""
    anchoring = _Anchoring(draft)
    for statement, place in draft.statements:
        anchoring.statement(statement, place)
    for claim, place in draft.claims:
        anchoring.claim(claim, place)
    spans = anchoring.anchors
    spans.furniture = {source: anchoring.passages(source, rows) for source, rows in draft.furniture.items()}
    spans.left_out = {source: anchoring.passages(source, rows) for source, rows in draft.left_out.items()}
    for source, place in draft.sources:
        text = draft.texts.get(source.id, source.published.words or "")
        anchoring.problems += _words_outside(source.published, text, place.of("published"))
    return spans, anchoring.problems


class _Anchoring:
    """Spans found and problems met so far."""

    def __init__(self, draft: Draft) -> None:
        self.texts = {source: Searched(text) for source, text in draft.texts.items()}
        self.anchors = Anchors()
        self.problems: list[Problem] = []
        self._effort = Effort(_MOST_READ)

    def statement(self, statement: Statement, place: Place) -> None:
        """Anchor what a statement quotes; what it says of way and day has to stand in that quote."""
        if span := self._quote(statement.source, statement.quote, place):
            self.anchors.statements[statement.id] = span
        for number, hop in enumerate(statement.chain):
            self.problems += _outside(hop.how, "how", statement.quote, place.of("chain", number, "how"))
        self.problems += _words_outside(statement.on, statement.quote, place.of("on"))

    def claim(self, claim: Claim, place: Place) -> None:
        """Anchor what a claim quotes; its hedge, condition, label and date have to stand in that quote."""
        if span := self._quote(claim.source, claim.quote, place):
            self.anchors.claims[claim.id] = span
        self.problems += _outside(claim.hedge, "hedge", claim.quote, place.of("hedge"))
        self.problems += _outside(claim.condition, "condition", claim.quote, place.of("condition"))
        self.problems += _outside(claim.label, "label", claim.quote, place.of("label"))
        self.problems += _words_outside(claim.date, claim.quote, place.of("date"))

    def passages(
        self, source: str, rows: Iterable[tuple[Furniture | LeftOut, Place]]
    ) -> tuple[TextSpan, ...]:
        """The places of passages of a source; those that are not there are problems."""
        spans = [self._quote(source, record.quote, place) for record, place in rows]
        return tuple(span for span in spans if span)

    def _quote(self, source: str, quote: QuoteField, place: Place) -> TextSpan | None:
        text = self.texts.get(source)
        if text is None:
            return None
        selector = as_quote(quote)
        try:
            return anchor(text, selector.exact, selector.prefix, selector.suffix)
        except QuoteNotFound as error:
            sought = error.elsewhere or self._effort.spend(
                len(text.text) + len(selector.exact) ** 2 // _TO_FIT
            )
            code = "Q003" if error.elsewhere else "Q001"
            self.problems.append(Problem(place.of("quote"), str(error) if sought else error.unsought, code))
        except QuoteAmbiguous as error:
            self.problems.append(Problem(place.of("quote"), str(error), "Q002"))
        except QuoteEmpty as error:
            self.problems.append(Problem(place.of("quote"), str(error), "Q004"))
        return None


def _words_outside(date: Dated | None, quote: QuoteField, place: Place) -> Iterator[Problem]:
    if date is not None:
        yield from _outside(date.words, "words", quote, place.of("words"))


def _outside(words: str | None, name: str, quote: QuoteField, place: Place) -> Iterator[Problem]:
    if words is None:
        return
    if not words:
        yield Problem(place, f'"{name}" is empty; leave it out or write the source\'s own words', "Q006")
    elif words not in as_quote(quote).exact:
        message = (
            f'"{shortened(words)}" is not inside the quote; write the source\'s own words, letter for letter'
        )
        yield Problem(place, message, "Q005")
