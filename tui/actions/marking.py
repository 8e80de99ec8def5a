"""Marking a stretch of a document: by character, word and sentence, like a selection in an editor."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from model.corpus.corpus import Corpus
from model.cues.text_cues import text_cues
from model.quotes.span import TextSpan, merged, overlaps, stripped
from tui.actions.whole import NOT_WHOLE, is_whole
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Outcome, Outcomes, Say, StartMark, one_by_one
from tui.state.scene import Scene
from tui.text.shown import clusters
from tui.text.target import TextTarget

_LETTER = r"\w[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[-'’.,](?:{_LETTER})+)*")
"""A word with its marks and what joins it: "Jong-un", "1,500". Other punctuation is none, and no place to stop at."""

NO_WORDS = "No words are marked, only the space between them."
_AFTER = "The next sentence of which nothing is made; {} marks another one."

_NEAR = 200
"""Code points around a place in which the next cluster or word is looked for first."""


def _sentences(corpus: Corpus, source: str) -> tuple[TextSpan, ...]:
    """The sentences of a source that are seen: furniture is folded away."""
    folded = merged(corpus.anchors.furniture.get(source, ()))
    return tuple(it for it in text_cues(corpus.texts[source]).sentences if not overlaps(folded, it))


def _telling(corpus: Corpus, source: str) -> tuple[TextSpan, ...]:
    """Those of them that tell something: not who wrote the page, and when."""
    telling = {*text_cues(corpus.texts[source]).telling}
    return tuple(it for it in _sentences(corpus, source) if it in telling)


def start(ctx: Context, by: int) -> Outcomes:
    """Begin to mark: the sentence that is lit or, where that is out of sight, the first one in sight.

    Where the claim is lit that was written last, it is the next sentence of which nothing is made, and that is said.
    """
    marked = ctx.scene.marking
    if marked is not None and marked.taken:
        return replace(ctx.scene, marking=replace(marked, taken=False))
    after = _next_unclaimed(ctx)
    if after is None:
        return StartMark()
    return (*one_by_one(begun(ctx, after)), Say(_AFTER.format(ctx.key("next sentence"))))


def _next_unclaimed(ctx: Context) -> TextTarget | None:
    """The next sentence of which nothing is made, after the claim that was written last, where that is lit."""
    last, corpus = ctx.scene.entered, ctx.corpus
    if last is None or not last.claim or ctx.selection.quote != last.claim or last.claim not in corpus.claims:
        return None
    source, written = corpus.claims[last.claim].source, corpus.anchors.claims[last.claim]
    corpus = ctx.telling(source).corpus
    claims = (corpus.anchors.claims[it.id] for it in corpus.claims_in_source.get(source, ()))
    used = merged([*claims, *corpus.anchors.left_out.get(source, ())])
    spans = (it for it in _telling(corpus, source) if it.start >= written.end)
    free = next((it for it in spans if not overlaps(used, it)), None)
    return TextTarget(source, free.start, free.end) if free is not None else None


def begun(ctx: Context, place: TextTarget) -> Outcomes:
    """The sentence at a place of a document is marked, else the place itself.

    Of what is folded away, and of who wrote the page and when, it is the next one.
    """
    if not is_whole(ctx, place.source):
        return Say(NOT_WHOLE)
    corpus, here = ctx.telling(place.source).corpus, TextSpan(place.start, place.end)
    found = next((it for it in _sentences(corpus, place.source) if it.end > place.start), None)
    telling = _telling(corpus, place.source)
    if found is not None and found not in telling:
        # Who wrote the page and when is not what a claim is made of: the next sentence is, unless there is none.
        found = next((it for it in telling if it.start >= found.end), found)
    elif found is None or found.start >= place.end:
        # A sentence of which a part is folded away is none of those, though something of it may be lit.
        folded = merged(corpus.anchors.furniture.get(place.source, ()))
        found = found if overlaps(folded, here) else stripped(corpus.texts[place.source], here)
    if found is None or found.start == found.end:
        return Say("There is no text here to mark.")
    # In a few lines nobody reads a text closely enough to mark it.
    stance = replace(ctx.scene.stance, zoomed=ctx.scene.stance.zoomed or ctx.layout.stacked)
    return replace(ctx.scene, stance=stance, marking=Marking(place.source, found.start, found.end))


def dragged(ctx: Context, place: TextTarget) -> Outcomes:
    """What the mouse has marked is taken."""
    if not is_whole(ctx, place.source):
        return Say(NOT_WHOLE)
    return replace(ctx.scene, marking=Marking(place.source, place.start, place.end, taken=True))


def character(ctx: Context, by: int) -> Outcomes:
    """Move the end that moves by a character."""
    return _moved(ctx, by, lambda text, marked: next(_characters(text, marked, by), None))


def word(ctx: Context, by: int) -> Outcomes:
    """Move it to where the next word ends, or the one before; where the start moves, to where one begins."""
    return _moved(ctx, by, lambda text, marked: _next_word(text, marked, by))


def sentence(ctx: Context, by: int) -> Outcomes:
    """Move it to where the next sentence ends, or the one before; where the start moves, to where one begins."""

    def border(text: str, marked: Marking) -> int | None:
        spans = _sentences(ctx.telling(marked.source).corpus, marked.source)
        ends = (it.start if marked.at_start else it.end for it in spans)
        ahead = (it for it in ends if (it - marked.moving) * by > 0)
        return min(ahead, key=lambda it: it * by, default=None)

    return _moved(ctx, by, border)


def next_sentence(ctx: Context, by: int) -> Outcomes:
    """Mark the next sentence instead, or the one before."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    spans = _sentences(ctx.telling(marked.source).corpus, marked.source)
    here = bisect_right(spans, marked.start, key=lambda it: it.start) - 1
    wanted = here + by
    if not 0 <= wanted < len(spans):
        return Say(f"This is the {'last' if by > 0 else 'first'} sentence.")
    return _marked(ctx, Marking(marked.source, spans[wanted].start, spans[wanted].end))


def other_end(ctx: Context, by: int) -> Outcomes:
    """Let the other end move."""
    marked = ctx.scene.marking
    return replace(ctx.scene, marking=replace(marked, at_start=not marked.at_start)) if marked else None


def take(ctx: Context, by: int) -> Outcomes:
    """Keep the stretch as it is, for what is to be made of it."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    kept = stripped(_text(ctx, marked.source), marked.span)
    if kept.start == kept.end:
        return Say(NO_WORDS)
    return _marked(ctx, replace(marked, start=kept.start, end=kept.end, taken=True))


def leave(ctx: Context, by: int) -> Outcomes:
    """Mark nothing."""
    return without(ctx.scene)


def without(scene: Scene) -> Scene:
    """The scene with nothing marked."""
    return replace(scene, marking=None)


def _marked(ctx: Context, marked: Marking) -> Outcome:
    return replace(ctx.scene, marking=marked)


def _moved(ctx: Context, by: int, border: Callable[[str, Marking], int | None]) -> Outcomes:
    """Move the end that moves to a border; it never passes the other one, so that less never becomes something else."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    place = border(_text(ctx, marked.source), marked)
    less = (by > 0) == marked.at_start
    if less and (place is None or not (place < marked.end if marked.at_start else place > marked.start)):
        return Say(f"Less than this is nothing. {ctx.key('other end')} lets the other end move.")
    if place is None:
        return Say(f"The text {'begins' if marked.at_start else 'ends'} here.")
    return _marked(ctx, marked.moved_to(place))


def _characters(text: str, marked: Marking, by: int) -> Iterator[int]:
    """The borders of the clusters before or after the end that moves, the nearest first."""
    begin = max(0, marked.moving - _NEAR)
    near = [*clusters(text[begin : marked.moving + _NEAR], begin)]
    if by > 0:
        return (it.end for it in near if it.end > marked.moving)
    return (it.start for it in reversed(near) if it.start < marked.moving)


def _next_word(text: str, marked: Marking, by: int) -> int | None:
    """Where the next word from the end that moves ends, or begins; None where there is none."""
    near = _NEAR
    while True:
        begin, end = max(0, marked.moving - near), min(len(text), marked.moving + near)
        words = [*_WORD.finditer(text, begin, end)]
        # A word that is cut off here begins before this, or ends after it.
        whole = [
            it for it in words if (it.start() > begin or not begin) and (it.end() < end or end == len(text))
        ]
        places = (it.start() if marked.at_start else it.end() for it in whole)
        ahead = [it for it in places if (it - marked.moving) * by > 0]
        if ahead or (end == len(text) if by > 0 else not begin):
            return min(ahead, key=lambda it: it * by, default=None)
        near *= 4


def _text(ctx: Context, source: str) -> str:
    return ctx.telling(source).corpus.texts[source]
