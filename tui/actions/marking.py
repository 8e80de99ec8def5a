"""Marking a stretch of a document: by character, word and sentence, like a selection in an editor."""

import re
from collections.abc import Callable
from dataclasses import replace

from model.corpus.corpus import Corpus
from model.cues.text_cues import text_cues
from model.quotes.span import TextSpan, merged, overlaps
from tui.actions.whole import NOT_WHOLE, is_whole
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Outcome, Outcomes, Say, StartMark
from tui.state.scene import Scene
from tui.text.shown import clusters
from tui.text.target import TextTarget

_LETTER = r"\w[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[-'’](?:{_LETTER})+)*|[^\w\s]")
"""A word with its marks, or a punctuation mark."""

_NEAR = 200
"""Code points around a place in which the next cluster or word is looked for."""


def _sentences(corpus: Corpus, source: str) -> tuple[TextSpan, ...]:
    """The sentences of a source that are seen: furniture is folded away."""
    folded = merged(corpus.anchors.furniture.get(source, ()))
    return tuple(it for it in text_cues(corpus.texts[source]).sentences if not overlaps(folded, it))


def start(ctx: Context, by: int) -> Outcomes:
    """Begin to mark: the sentence that is lit or, where that is out of sight, the first one in sight.

    Where the claim is lit that was written last, it is the next sentence of which nothing is made.
    """
    marked = ctx.scene.marking
    if marked is not None and marked.taken:
        return replace(ctx.scene, marking=replace(marked, taken=False))
    after = _next_unclaimed(ctx)
    return begun(ctx, after) if after is not None else StartMark()


def _next_unclaimed(ctx: Context) -> TextTarget | None:
    """The next sentence of which nothing is made, after the claim that was written last, where that is lit."""
    last, corpus = ctx.scene.entered, ctx.corpus
    if last is None or not last.claim or ctx.selection.quote != last.claim or last.claim not in corpus.claims:
        return None
    source, written = corpus.claims[last.claim].source, corpus.anchors.claims[last.claim]
    corpus = ctx.telling(source).corpus
    claims = (corpus.anchors.claims[it.id] for it in corpus.claims_in_source.get(source, ()))
    used = merged([*claims, *corpus.anchors.left_out.get(source, ())])
    spans = (it for it in _sentences(corpus, source) if it.start >= written.end)
    free = next((it for it in spans if not overlaps(used, it)), None)
    return TextTarget(source, free.start, free.end) if free is not None else None


def begun(ctx: Context, place: TextTarget) -> Outcomes:
    """The sentence at a place of a document is marked, or the next one."""
    if not is_whole(ctx, place.source):
        return Say(NOT_WHOLE)
    spans = _sentences(ctx.telling(place.source).corpus, place.source)
    found = next((it for it in spans if it.end > place.start), None)
    if found is None:
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
    return _moved(ctx, _of_characters, by)


def word(ctx: Context, by: int) -> Outcomes:
    """Move it by a word."""
    return _moved(ctx, _of_words, by)


def sentence(ctx: Context, by: int) -> Outcomes:
    """Move it by a sentence."""
    return _moved(ctx, _of_sentences, by)


def next_sentence(ctx: Context, by: int) -> Outcomes:
    """Mark the next sentence instead, or the one before."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    spans = _sentences(ctx.telling(marked.source).corpus, marked.source)
    starts = [span.start for span in spans]
    here = max((number for number, at in enumerate(starts) if at <= marked.start), default=0)
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
    text = _text(ctx, marked.source)
    words = text[marked.start : marked.end]
    at = marked.start + len(words) - len(words.lstrip())
    kept = replace(marked, start=at, end=at + len(words.strip()), taken=True) if words.strip() else marked
    return replace(ctx.scene, marking=kept)


def leave(ctx: Context, by: int) -> Outcomes:
    """Mark nothing."""
    return without(ctx.scene)


def without(scene: Scene) -> Scene:
    """The scene with nothing marked."""
    return replace(scene, marking=None)


def _marked(ctx: Context, marked: Marking) -> Outcome:
    return replace(ctx.scene, marking=marked)


def _moved(ctx: Context, borders: Callable[[str, Marking], list[int]], by: int) -> Outcomes:
    """Move the end that moves to the next of some borders, or to the one before."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    text, place = _text(ctx, marked.source), marked.moving
    found = [0, *borders(text, marked), len(text)]
    ahead = [it for it in found if (it - place) * by > 0]
    return _marked(ctx, marked.moved_to(min(ahead, key=lambda it: it * by))) if ahead else None


def _of_characters(text: str, marked: Marking) -> list[int]:
    """The borders of the clusters around the end that moves."""
    begin = max(0, marked.moving - _NEAR)
    near = text[begin : marked.moving + _NEAR]
    return [begin, *(it.end for it in clusters(near, begin))]


def _of_words(text: str, marked: Marking) -> list[int]:
    """Where words around it begin, or end: as the end that moves is the first or the last."""
    begin = max(0, marked.moving - _NEAR)
    near = _WORD.finditer(text, begin, marked.moving + _NEAR)
    return [it.start() if marked.at_start else it.end() for it in near]


def _of_sentences(text: str, marked: Marking) -> list[int]:
    return [it.start if marked.at_start else it.end for it in text_cues(text).sentences]


def _text(ctx: Context, source: str) -> str:
    return ctx.telling(source).corpus.texts[source]
