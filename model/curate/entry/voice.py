"""Whose words a passage has, as its own sentences name them: the speaker that is offered, and the day of saying."""

import re
from dataclasses import dataclass

from model.corpus.records import Entity, Statement
from model.corpus.vocabulary import EntityType
from model.cues.date_words import DateWord
from model.cues.found_speakers import FoundSpeaker
from model.cues.passing_on import passes_on
from model.cues.saying_day import saying_day
from model.curate.entry import lookup
from model.curate.entry.passage import Passage
from model.curate.entry.saying import BY
from model.query.folding import folded
from model.quotes.span import TextSpan

_ARTICLE = re.compile(r"(?i)\A(?:the|an?)\s")
_OWNER = re.compile(r"\A[A-Z][\w.-]*['’]s?\s(?=[A-Z])")
"""Whose a body is, before its name: `Seoul’s Unification Ministry`."""

_OPENING = ("“", '"', "‘")


OTHER_CLAUSE, BEFORE = "of another clause", "of the sentence before"
"""Where a speaker may be read from that is not the clause which is marked."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and from where that is read: empty for the clause which is marked."""

    found: FoundSpeaker | None = None
    where: str = ""


def voice_of(passage: Passage) -> Voice:
    """Who speaks in the clause in which a passage begins, else who may speak for it.

    A clause without a speaker has none of a clause that stands for itself: "…, while the envoy said …" is not told
    by the envoy before "while".
    """
    begins = passage.span.start
    own = [it for it in passage.speakers if it.is_in(begins)]
    if own:
        marked = (it for it in own if it.verb.start < passage.span.end and it.end > begins)
        return Voice(next(marked, None) or own[0])
    reached = next((it for it in passage.speakers if it.reaches(begins)), None)
    if reached is not None:
        return Voice(reached, OTHER_CLAUSE)
    if passage.text.startswith(_OPENING, passage.sentence.start):
        inside = next((it for it in passage.speakers if it.verb.start < passage.span.end), None)
        before = next(reversed(passage.speakers_before), None)
        return Voice(inside) if inside is not None else Voice(before, BEFORE if before is not None else "")
    return Voice()


def found_for(passage: Passage) -> FoundSpeaker | None:
    """Who speaks for a passage."""
    return voice_of(passage).found


def voice_hint(passage: Passage, typed: str) -> str:
    """From which words the speaker that is typed was read, and where they stand; where none was, which words may tell.

    Empty where somebody has typed another one, and where no words speak.
    """
    voice = voice_of(passage)
    if typed and typed != speaker_near(passage):
        return ""
    if voice.found is None:
        verb = next((it for it in passage.verbs if _in_clause(passage, it.span.start)), None)
        return (
            f'"{_plain(verb.words)}" is there: does somebody say it?'
            if verb is not None and not typed
            else ""
        )
    words = _words_of(passage.text, voice.found)
    if not typed:
        return f'who is "{words}"?'
    if voice.found.again:
        return f'"{words}" is whoever spoke before'
    return f'from "{words}"' + (f" {voice.where}" if voice.where else "")


_CLOSE = 12
"""So many characters between a name and its verb are told with them."""


def _words_of(text: str, found: FoundSpeaker) -> str:
    """The name and its verb; in Korean the verb stands at the end, and what lies between is left out."""
    first, last = sorted((found.span, found.verb), key=lambda it: it.start)
    if last.start - first.end <= _CLOSE:
        return _plain(text[first.start : max(first.end, last.end)])
    return f"{_plain(text[first.start : first.end])} … {_plain(text[last.start : last.end])}"


def is_from_elsewhere(passage: Passage) -> bool:
    """Whether the speaker is read from another clause, or from before: that has to be said."""
    voice = voice_of(passage)
    return bool(voice.where) or (voice.found is not None and voice.found.again)


def _in_clause(passage: Passage, place: int) -> bool:
    return passage.clause.start <= place < max(passage.clause.end, passage.span.end)


def _plain(words: str) -> str:
    return " ".join(words.split())


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
    found = found_for(passage)
    inside = _statements_inside(passage, found)
    spans = passage.corpus.anchors.statements
    marked = [
        it for it in inside if spans[it.id].start < passage.span.end and spans[it.id].end > passage.span.start
    ]
    names_marked = (
        found is not None and found.verb.start < passage.span.end and found.end > passage.span.start
    )
    if marked or (inside and not names_marked):
        return (marked or inside)[0].id
    if found is None:
        return ""
    if found.again:
        return _pointed_to(passage, found)
    if _plain(found.name).casefold() == _publisher(passage):
        return ""
    others = [it for it in passage.speakers if it.clause == found.clause and it is not found and it.name]
    quoted = next((it for it in others if it.is_quoted(passage.text)), None)
    if quoted is not None:
        return BY.join(_typed(passage, it.name) for it in (quoted, found))
    relay = next((it for it in others if passes_on(passage.text, it.verb)), None)
    if relay is not None:
        return BY.join(_typed(passage, it.name) for it in (found, relay))
    cited = found.cites and next((it for it in others if not it.cites and it.verb != it.span), None)
    if cited and cited.verb.start > found.verb.start:
        pair = (found, cited) if found.is_quoted(passage.text) else (cited, found)
        return BY.join(_typed(passage, it.name) for it in pair)
    return _typed(passage, found.name)


def _publisher(passage: Passage) -> str:
    """What who prints the source is called, folded: its own credit is nobody else's word."""
    return passage.corpus.entities[passage.corpus.sources[passage.source].publisher].name.casefold()


def speaker_found(passage: Passage, name: str) -> FoundSpeaker | None:
    """The words of the passage that name a speaker who is typed, else those of whoever speaks in it."""
    alike = (it for it in passage.speakers if it.name and _typed(passage, it.name) == name)
    return next(alike, None) or found_for(passage)


def _statements_inside(passage: Passage, found: FoundSpeaker | None) -> list[Statement]:
    """The statements whose words are in the clause which is marked, or have the verb of who speaks for it."""
    spans, clause, sentence = passage.corpus.anchors.statements, passage.clause, passage.sentence

    def is_of_it(span: TextSpan) -> bool:
        if not sentence.start <= span.start < sentence.end:
            return False
        begins = clause.start <= span.start < clause.end
        return begins or (found is not None and span.start <= found.verb.start < span.end)

    return [
        it
        for it in passage.corpus.statements.values()
        if it.source == passage.source and is_of_it(spans[it.id])
    ]


def _typed(passage: Passage, name: str) -> str:
    """A name as it is typed: that of the entity called so, with or without its article or whose it is."""
    called = lookup.entities(passage.corpus)
    plain = _ARTICLE.sub("", name)
    for known in (name, plain, f"the {plain}", _OWNER.sub("", plain)):
        if (id := lookup.one(known, called)) is not None:
            return lookup.typed_for([id], called, BY.strip())[0]
    return " ".join(name.replace(BY.strip(), " ").split())


def _pointed_to(passage: Passage, found: FoundSpeaker) -> str:
    """The statement of the claim before, where "he" or "the official" may be who made it.

    Else the one speaker before in whose name the noun is: "the monitor" is the Trade Monitor, who says something anew.
    """
    corpus = passage.corpus
    told = [it for it in passage.claims_before if it.event is not None]
    statements = [corpus.statements[it.statement] if it.statement is not None else None for it in told]
    words = passage.text[found.span.start : found.span.end].lower()
    before = next(iter(statements), None)
    if before is not None:
        who = corpus.entities[before.chain[0].who]
        if _may_be(who, words, found.name) or (found.name and _is_told_to_be(passage.text, who, found.name)):
            return before.id
    if not found.name:
        return ""
    spoke = {it.chain[0].who for it in statements if it is not None}
    fitting = [it for it in spoke if _may_be(corpus.entities[it], words, found.name)]
    return lookup.typed_for(fitting, lookup.entities(corpus), BY.strip())[0] if len(fitting) == 1 else ""


def _is_told_to_be(text: str, who: Entity, noun: str) -> bool:
    """Whether a text says what somebody is where it names them: "the Monitor, a research group in Seoul"."""
    called = "|".join(re.escape(it) for it in (who.name, *who.aliases))
    return (
        re.search(rf"(?i:{called})[,\s(–—-]{{1,3}}(?:an?|the) [^,.;()]{{0,60}}?\b{re.escape(noun)}\b", text)
        is not None
    )


def _may_be(who: Entity, words: str, noun: str) -> bool:
    if noun:
        return any(noun in folded(it) for it in (who.name, *who.aliases))
    if words in ("he", "she"):
        return who.type in (EntityType.PERSON, EntityType.ANONYMOUS)
    if words == "it":
        return who.type in (EntityType.ORGANIZATION, EntityType.COUNTRY)
    return who.type in (EntityType.ANONYMOUS, EntityType.ORGANIZATION)
