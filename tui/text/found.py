"""Words that a search has found, lit wherever they stand on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.query.folding import Finder
from model.quotes.span import TextSpan
from tui.text.line import Line, Look, Role, Span

FOUND = Look(Role.ACCENT, bold=True, underline=True)
"""How found words look; inside the lit quote they keep its ground."""


def with_found(lines: Iterable[Line], finder: Finder | None) -> list[Line]:
    """The lines with the words that `finder` finds lit; as they are where nothing is looked for."""
    if finder is None or not finder.words:
        return list(lines)
    return [_lit(line, finder.places(line.text)) for line in lines]


def _lit(line: Line, places: Sequence[TextSpan]) -> Line:
    if not places:
        return line
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        spans += _pieces(span, at, places)
        at += len(span.text)
    return Line(tuple(spans), line.target)


def _pieces(span: Span, begin: int, places: Sequence[TextSpan]) -> Iterable[Span]:
    """One span, cut where found words begin and end; `begin` is where it stands in its line."""
    done = 0
    for place in places:
        first, last = max(place.start - begin, 0), min(place.end - begin, len(span.text))
        if first < last and done <= first:
            if done < first:
                yield Span(span.text[done:first], span.look)
            yield Span(span.text[first:last], _look(span.look))
            done = last
    if done < len(span.text):
        yield Span(span.text[done:], span.look) if done else span


def _look(look: Look) -> Look:
    if look.role is Role.LIT:
        return replace(look, bold=True, reverse=True)
    return replace(FOUND, strike=look.strike)
