"""A quote in full on a card, with the words that matter marked, and who said it."""

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence

from model.asof.telling import telling_spans
from model.asof.visible import VisibleClaim
from model.corpus.quoted import wording
from tui.text.ink import inked
from tui.text.line import BOLD, HEDGE, LIT, MUTE, TEXT, Line, Look, Span, bold
from tui.text.phrases import Phrases
from tui.text.shown import clusters
from tui.text.target import ClaimTarget
from tui.text.wrap import wrap_clusters, wrap_text


def quote_lines(
    item: VisibleClaim, reading: str, others: Container[str], phrases: Phrases, width: int, lit: bool
) -> list[Line]:
    """Who said it, when, and how sure, so that whoever sees the quote sees that too; then the quote, wrapped.

    Marked are the words that tell its `reading` from others, of whose readings and quotes `others` are the words. The
    first line leads to the quote's place in the source.
    """
    gone = f", {phrases.superseded(item)}" if item.fallen else ""
    on_condition = phrases.on_condition(item)
    says = "".join(f"; {words}" for words in (phrases.amounts(item.claim), on_condition) if words)
    who = f"{phrases.brief_who(item.said)}, {phrases.said_on(item.said)}, {phrases.level(item.claim)}{says}{gone}"
    first, *further = wrap_text(who, width)
    lines = [Line((Span(first, MUTE),), ClaimTarget(item.claim.id))]
    lines += [Line((Span(row, MUTE),)) for row in further]
    exact = wording(item.claim)
    quote = f'"{exact}"'
    telling = telling_spans(exact, reading, others, item.claim.hedge)
    plain, marked = (LIT, HEDGE) if lit else (MUTE, bold(MUTE)) if item.fallen else (TEXT, BOLD)
    look_at = _looks(plain, marked, [(span.start + 1, span.end + 1) for span in telling])
    for row in wrap_clusters(clusters(quote, 0, phrases.signs.ascii_only), width):
        shown = row[:-1] if row and row[-1].shown == " " else row
        lines.append(Line(tuple(inked(shown, look_at))))
    if gloss := phrases.gloss(item.claim):
        lines += [Line((Span(row, MUTE),)) for row in wrap_text(f"({gloss})", width)]
    return lines


def _looks(plain: Look, marked: Look, spans: Sequence[tuple[int, int]]) -> Callable[[int], Look]:
    def look_at(position: int) -> Look:
        number = bisect_right(spans, position, key=lambda span: span[0]) - 1
        return marked if number >= 0 and position < spans[number][1] else plain

    return look_at
