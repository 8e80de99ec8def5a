"""Marking a stretch of a document: by character, word and sentence, like a selection in an editor."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from model.cues.sentences import sentence_at, sentences
from model.quotes.span import TextSpan
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Outcome, Outcomes, Say, StartMark
from tui.state.scene import Scene
from tui.text.shown import clusters
from tui.text.target import TextTarget

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_NEAR = 200
"""Code points around a place in which the next cluster or word is looked for; both are shorter."""

_sentences = lru_cache(maxsize=4)(sentences)


def start(ctx: Context, by: int) -> Outcomes:
    """Begin to mark: the sentence that is lit or, where that is out of sight, the first one in sight."""
    marked = ctx.scene.marking
    if marked is not None and marked.taken:
        return replace(ctx.scene, marking=replace(marked, taken=False))
    return StartMark()


def begun(ctx: Context, place: TextTarget) -> Outcomes:
    """The sentence at a place of a document is marked."""
    text = ctx.corpus.texts[place.source]
    found = sentence_at(_sentences(text), place.start) or TextSpan(place.start, place.end)
    return _marked(ctx, Marking(place.source, found.start, found.end))


def dragged(ctx: Context, place: TextTarget) -> Outcomes:
    """What the mouse has marked is taken."""
    return replace(ctx.scene, marking=Marking(place.source, place.start, place.end, taken=True))


def character(ctx: Context, by: int) -> Outcomes:
    """Move the end that moves by a character."""
    return _moved(ctx, _by_character, by)


def word(ctx: Context, by: int) -> Outcomes:
    """Move it to the next end of a word, or to the start of the word before."""
    return _moved(ctx, _by_word, by)


def sentence(ctx: Context, by: int) -> Outcomes:
    """Move it to the next end of a sentence, or to the one before."""
    return _moved(ctx, _by_sentence, by)


def next_sentence(ctx: Context, by: int) -> Outcomes:
    """Mark the next sentence instead, or the one before."""
    marked = ctx.scene.marking
    if marked is None:
        return None
    spans = _sentences(ctx.corpus.texts[marked.source])
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
    text = ctx.corpus.texts[marked.source]
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


def _moved(ctx: Context, step: Callable[[str, int, int], int], by: int) -> Outcomes:
    marked = ctx.scene.marking
    if marked is None:
        return None
    place = step(ctx.corpus.texts[marked.source], marked.moving, by)
    return _marked(ctx, marked.moved_to(place))


def _by_character(text: str, place: int, by: int) -> int:
    if by > 0:
        found = [it.end for it in clusters(text[place : place + _NEAR], place)][:1]
        return found[0] if found else place
    begin = max(0, place - _NEAR)
    return [begin, *(it.start for it in clusters(text[begin:place], begin))][-1] if place else 0


def _by_word(text: str, place: int, by: int) -> int:
    if by > 0:
        return next((it.end() for it in _WORD.finditer(text, place)), len(text))
    begin = max(0, place - _NEAR)
    return max((it.start() + begin for it in _WORD.finditer(text[begin:place])), default=begin)


def _by_sentence(text: str, place: int, by: int) -> int:
    ends = [span.end for span in _sentences(text)]
    if by > 0:
        return next((end for end in ends if end > place), len(text))
    starts = [0, *(span.start for span in _sentences(text))]
    return max(at for at in (*ends, *starts) if at < place) if place else 0
