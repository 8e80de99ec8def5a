"""Where every quote of a corpus stands in its document: the check that nothing is claimed without a quote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from model.corpus.draft import Draft
from model.corpus.findings import Path, Place, Problem
from model.corpus.listed import PrintedList
from model.corpus.part import ReadPart
from model.corpus.quoted import Quoting, as_quote, quotes_of, wording
from model.corpus.records import Claim, Dated, Furniture, LeftOut, QuoteField, Source, Statement
from model.corpus.shortened import shortened
from model.corpus.suggest import Effort
from model.quotes.anchor import QuoteAmbiguous, QuoteEmpty, QuoteNotFound, anchor
from model.quotes.searched import Searched
from model.quotes.span import TextSpan

_MOST_READ = 20_000_000
"""How many characters are read, in all, for what stands closest to quotes that are missing: some seconds' work."""

_TO_FIT = 30
"""A long quote is compared with as long passages: by so much less than the square of its length."""


_NOWHERE = TextSpan(0, 0)
"""Where the quote stands that a draft does not have yet."""

_QUOTE: Path = ("quote",)
"""The way to what a record rests on first."""


@dataclass(slots=True)
class Anchors:
    """Spans (Unicode code points of the source's text) of the quotes: by id, or in file order per source.

    `claims`, `statements` and `lists` have those of `quote`. What else a record quotes is in `beside`, by its kind and
    id (a claim and a statement may have the same), and by the way to it (`model.corpus.quoted`).
    """

    claims: dict[str, TextSpan] = field(default_factory=dict)
    statements: dict[str, TextSpan] = field(default_factory=dict)
    lists: dict[str, TextSpan] = field(default_factory=dict)
    furniture: dict[str, tuple[TextSpan, ...]] = field(default_factory=dict)
    left_out: dict[str, tuple[TextSpan, ...]] = field(default_factory=dict)
    beside: dict[tuple[str, str], dict[Path, TextSpan]] = field(default_factory=dict)

    def of_claim(self, claim: str) -> tuple[TextSpan, ...]:
        """The spans of the quotes that a claim rests on, its first one first."""
        return (self.claims[claim], *self._more("claim", claim))

    def of_statement(self, statement: str) -> tuple[TextSpan, ...]:
        """The spans of the quotes that a statement rests on, its first one first."""
        return (self.statements[statement], *self._more("statement", statement))

    def _more(self, kind: str, record: str) -> Iterator[TextSpan]:
        return (span for path, span in self.beside.get((kind, record), {}).items() if path[0] == "quotes")

    @property
    def count(self) -> int:
        """How many quotes are anchored."""
        loose = sum(len(spans) for table in (self.furniture, self.left_out) for spans in table.values())
        named = len(self.claims) + len(self.statements) + len(self.lists)
        return named + loose + sum(map(len, self.beside.values()))


Spans = Mapping[Place, Mapping[Path, TextSpan]]
"""Where the quotes of each record stand, by the record's place and by the way to the quote."""


def anchored(draft: Draft, parts: Iterable[ReadPart] = ()) -> tuple[Spans, list[Problem]]:
    """The spans of all quotes in the draft, and a problem for each quote or word that is not where it should be.

    Of a draft that is made of `parts`, those in which every quote is where it should be are looked through once.
    """
    effort = Effort(_MOST_READ)
    spans: dict[Place, Mapping[Path, TextSpan]] = {}
    problems: list[Problem] = []
    for part in parts or (draft,):
        sound = part.derived(_sound_spans) if isinstance(part, ReadPart) else None
        if sound is None:
            found = _Anchoring(part.draft if isinstance(part, ReadPart) else part, effort)
            sound = found.spans
            problems += found.problems
        spans |= sound
    return spans, problems


def anchors_of(draft: Draft, spans: Spans) -> Anchors:
    """The anchors of the records of a draft: of all of those that have been anchored, or of some."""
    anchors = Anchors(
        furniture={source: _in_order(rows, spans) for source, rows in draft.furniture.items()},
        left_out={source: _in_order(rows, spans) for source, rows in draft.left_out.items()},
    )
    for statement, place in draft.statements:
        _put(("statement", statement.id), spans.get(place, {}), anchors.statements, anchors.beside)
    for claim, place in draft.claims:
        _put(("claim", claim.id), spans.get(place, {}), anchors.claims, anchors.beside)
    for printed, place in draft.lists:
        _put(("list", printed.id), spans.get(place, {}), anchors.lists, anchors.beside)
    for source, place in draft.sources:
        _put(("source", source.id), spans.get(place, {}), {}, anchors.beside)
    return anchors


def _put(
    record: tuple[str, str],
    found: Mapping[Path, TextSpan],
    quotes: dict[str, TextSpan],
    beside: dict[tuple[str, str], dict[Path, TextSpan]],
) -> None:
    for path, span in found.items():
        if path == _QUOTE:
            quotes[record[1]] = span
        else:
            beside.setdefault(record, {})[path] = span


def _in_order(rows: Iterable[tuple[Furniture | LeftOut, Place]], spans: Spans) -> tuple[TextSpan, ...]:
    return tuple(spans[place][_QUOTE] for _, place in rows if place in spans)


def _sound_spans(draft: Draft) -> Spans | None:
    """The spans of all quotes, where each of them, and each word of it, is where it should be."""
    found = _Anchoring(draft, Effort(0))
    return found.spans if not found.problems else None


def _apart(place: Place, words: str) -> str:
    """How a record quotes words that stand apart from its quote: a hop, a date and an entry have one of their own."""
    own = next((name for step, name in _OWN.items() if step in place.path), None)
    cited = shortened(words)
    return f'give the {own} its own, quote = "{cited}"' if own else f'add quotes = ["{cited}"]'


_OWN = {"chain": "hop", "entries": "entry", "on": "date", "date": "date", "published": "date"}
"""The fields of a record whose words may have a quote of their own, by what one calls them."""


class _Anchoring:
    """Where the quotes of a draft stand, and what is wrong with them."""

    def __init__(self, draft: Draft, effort: Effort) -> None:
        self._unfinished = draft.unfinished
        self._texts = {source: Searched(text) for source, text in draft.texts.items()}
        self.spans: dict[Place, dict[Path, TextSpan]] = {}
        self.problems: list[Problem] = []
        self._effort = effort
        for statement, place in draft.statements:
            self.statement(statement, place)
        for claim, place in draft.claims:
            self.claim(claim, place)
        for printed, place in draft.lists:
            self.printed_list(printed, place)
        for passages in (draft.furniture, draft.left_out):
            for name, rows in passages.items():
                for record, place in rows:
                    self._keep(place, _QUOTE, self._quote(name, record.quote, place.of(*_QUOTE)))
        for source, place in draft.sources:
            self.source(source, place)

    def statement(self, statement: Statement, place: Place) -> None:
        """Anchor what a statement quotes; its words for way and day stand in that, or have a quote of their own."""
        self._all_of(statement, statement.source, place)
        if self._is_unquoted(place):
            return
        told = wording(statement)
        for number, hop in enumerate(statement.chain):
            named = as_quote(hop.quote).exact if hop.quote is not None else told
            self._outside(statement.source, hop.how, "how", named, place, "chain", number, "how")
        self._words_outside(statement.source, statement.on, told, place, "on")

    def claim(self, claim: Claim, place: Place) -> None:
        """Anchor what a claim quotes; its hedge, condition, label and date have to stand in that quote."""
        self._all_of(claim, claim.source, place)
        if self._is_unquoted(place):
            return
        told, source = wording(claim), claim.source
        self._outside(source, claim.hedge, "hedge", told, place, "hedge")
        self._outside(source, claim.condition, "condition", told, place, "condition")
        for number, amount in enumerate(claim.amounts):
            if f"amounts.{number}.words" not in self._unfinished.get(place, ()):
                self._outside(source, amount.words, "words", told, place, "amounts", number, "words")
        self._outside(source, claim.label, "label", told, place, "label")
        self._words_outside(source, claim.date, told, place, "date")

    def printed_list(self, printed: PrintedList, place: Place) -> None:
        """Anchor what a list quotes; each label has to stand in that, or in the quote of its own."""
        self._all_of(printed, printed.source, place)
        if self._is_unquoted(place):
            return
        told, unfinished = as_quote(printed.quote).exact, self._unfinished.get(place, frozenset())
        for number, entry in enumerate(printed.entries):
            if not {"entries", f"entries.{number}.label"} & unfinished:
                named = as_quote(entry.quote).exact if entry.quote is not None else told
                self._outside(printed.source, entry.label, "label", named, place, "entries", number, "label")

    def source(self, source: Source, place: Place) -> None:
        """Anchor what tells of the day of a source; the words of it have to stand in its text."""
        self._all_of(source, source.id, place)
        text = self._texts[source.id].text if source.id in self._texts else source.published.words or ""
        self._words_outside(source.id, source.published, text, place, "published")

    def _all_of(self, record: Quoting, source: str, place: Place) -> None:
        """Anchor every quote of a record."""
        for path, quote in quotes_of(record):
            is_missing = path == _QUOTE and self._is_unquoted(place)
            span = _NOWHERE if is_missing else self._quote(source, quote, place.of(*path))
            self._keep(place, path, span)

    def _keep(self, place: Place, path: Path, span: TextSpan | None) -> None:
        if span is not None:
            self.spans.setdefault(place, {})[path] = span

    def _is_unquoted(self, place: Place) -> bool:
        """Whether a draft has no quote yet, so that nothing can be asked to stand in it."""
        return "quote" in self._unfinished.get(place, ())

    def _quote(self, source: str, quote: QuoteField, place: Place) -> TextSpan | None:
        text = self._texts.get(source)
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
            self.problems.append(Problem(place, str(error) if sought else error.unsought, code))
        except QuoteAmbiguous as error:
            self.problems.append(Problem(place, str(error), "Q002"))
        except QuoteEmpty as error:
            self.problems.append(Problem(place, str(error), "Q004"))
        return None

    def _words_outside(self, source: str, date: Dated | None, told: str, place: Place, *steps: str) -> None:
        if date is not None:
            printed = as_quote(date.quote).exact if date.quote is not None else told
            self._outside(source, date.words, "words", printed, place, *steps, "words")

    def _outside(
        self, source: str, words: str | None, name: str, told: str, place: Place, *steps: str | int
    ) -> None:
        """Say of words that are not `told` that they are not; they stand `steps` within `place`."""
        if words is None:
            return
        if not words:
            message = f'"{name}" is empty; leave it out or write the source\'s own words'
            self.problems.append(Problem(place.of(*steps), message, "Q006"))
        elif words not in told:
            message = f'"{shortened(words)}" is not inside the quote'
            text = self._texts[source].text if source in self._texts else ""
            at = text.find(words) if self._effort.spend(len(text)) else -1
            if at >= 0:
                line = text.count("\n", 0, at) + 1
                apart = _apart(place.of(*steps), words)
                message += f"; it stands in line {line} of the text: quote more of that, or {apart}"
            else:
                message += "; write the source's own words, letter for letter"
            self.problems.append(Problem(place.of(*steps), message, "Q005"))
