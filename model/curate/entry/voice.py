"""Whose words a passage has, as its own sentences name them: the speaker that is offered, and the day of saying."""

import re

from model.corpus.records import Entity, Statement
from model.corpus.vocabulary import EntityType
from model.cues.date_words import DateWord
from model.cues.found_speakers import FoundSpeaker
from model.cues.saying_day import saying_day
from model.curate.entry import lookup
from model.curate.entry.passage import Passage
from model.curate.entry.saying import BY
from model.query.folding import folded

_ARTICLE = re.compile(r"(?i)\A(?:the|an?)\s")
_OPENING = ("“", '"', "‘")


def found_for(passage: Passage) -> FoundSpeaker | None:
    """Who speaks in the sentences of a passage, what is marked first; of direct speech alone, in the one before."""
    found = passage.speakers
    marked = (it for it in found if it.verb.start < passage.span.end and it.end > passage.span.start)
    first = next(marked, None) or next(iter(found), None)
    if first is None and passage.text.startswith(_OPENING, passage.sentence.start):
        return next(reversed(passage.speakers_before), None)
    return first


def day_word(passage: Passage) -> DateWord | None:
    """The date words beside the words by which the speaker of a passage speaks."""
    found = found_for(passage)
    if found is None:
        return None
    return saying_day(passage.text, found, passage.date_words_in(passage.sentence_of(found.verb)))


def speaker_near(passage: Passage) -> str:
    """The speaker as it is typed: a statement that is there, a name, or empty for the document itself.

    That of the claim before is taken over only where the words point back to somebody it may be.
    """
    inside = _statements_inside(passage)
    spans = passage.corpus.anchors.statements
    marked = [
        it for it in inside if spans[it.id].start < passage.span.end and spans[it.id].end > passage.span.start
    ]
    found = found_for(passage)
    names_marked = (
        found is not None and found.verb.start < passage.span.end and found.end > passage.span.start
    )
    if marked or (inside and not names_marked):
        return (marked or inside)[0].id
    if found is None:
        return ""
    if found.again:
        return _pointed_to(passage, found)
    first, *others = passage.speakers
    if first.cites and others and first is found and others[0].name and not others[0].cites:
        return BY.join(_typed(passage, it.name) for it in (others[0], first))
    return _typed(passage, found.name)


def speaker_found(passage: Passage, name: str) -> FoundSpeaker | None:
    """The words of the passage that name a speaker who is typed, else those of whoever speaks in it."""
    alike = (it for it in passage.speakers if it.name and _typed(passage, it.name) == name)
    return next(alike, None) or found_for(passage)


def _statements_inside(passage: Passage) -> list[Statement]:
    spans, sentence = passage.corpus.anchors.statements, passage.sentence
    return [
        it
        for it in passage.corpus.statements.values()
        if it.source == passage.source and sentence.start <= spans[it.id].start < sentence.end
    ]


def _typed(passage: Passage, name: str) -> str:
    """A name as it is typed: that of the entity that is called so, with or without its article."""
    called = lookup.entities(passage.corpus)
    plain = _ARTICLE.sub("", name)
    for known in (name, plain, f"the {plain}"):
        if (id := lookup.one(known, called)) is not None:
            return lookup.typed_for([id], called, BY.strip())[0]
    return " ".join(name.replace(BY.strip(), " ").split())


def _pointed_to(passage: Passage, found: FoundSpeaker) -> str:
    """The statement of the claim before, where "he" or "the official" may be who made it."""
    before = next((it for it in passage.claims_before if it.event is not None), None)
    if before is None or before.statement is None:
        return ""
    statement = passage.corpus.statements[before.statement]
    who = passage.corpus.entities[statement.chain[0].who]
    words = passage.text[found.span.start : found.span.end].lower()
    return statement.id if _may_be(who, words, found.name) else ""


def _may_be(who: Entity, words: str, noun: str) -> bool:
    if noun:
        return any(noun in folded(it) for it in (who.name, *who.aliases))
    if words in ("he", "she"):
        return who.type in (EntityType.PERSON, EntityType.ANONYMOUS)
    if words == "it":
        return who.type in (EntityType.ORGANIZATION, EntityType.COUNTRY)
    return who.type in (EntityType.ANONYMOUS, EntityType.ORGANIZATION)
