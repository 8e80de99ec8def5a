"""The stretch of a source that a claim is to be made of, with what can be recognised in it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType
from model.cues.attribution import Attributed, attributed
from model.cues.clauses import clause_at
from model.cues.counted_from import CountedFrom, counted_from
from model.cues.date_meaning import DateMeaning, date_meanings
from model.cues.date_words import DateWord
from model.cues.figures import FoundFigure, figures_in
from model.cues.found_speakers import FoundSpeaker
from model.cues.hedges import ReportingVerb
from model.cues.names import FoundName, Names
from model.cues.no_status import NoStatus, no_status
from model.cues.suggestion import Suggestion, suggested
from model.cues.text_cues import TextCues, text_cues
from model.quotes.selecting import selecting
from model.quotes.sentences import sentence_at, sentence_before
from model.quotes.span import TextSpan

_CAN_SPEAK = frozenset(
    {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.ANONYMOUS, EntityType.OFFICE}
)


@dataclass(frozen=True, eq=False)
class Passage:
    """The code points of `span` in the text of `source`."""

    corpus: Corpus
    source: str
    span: TextSpan

    @cached_property
    def text(self) -> str:
        """The text of the whole source."""
        return self.corpus.texts[self.source]

    @property
    def words(self) -> str:
        """What is marked, verbatim."""
        return self.text[self.span.start : self.span.end]

    @property
    def quote(self) -> Any:
        """The quote as a field of a record, with the context that tells it from the same words elsewhere."""
        return quote_of(self.text, self.span)

    def within(self, corpus: Corpus) -> "Passage | None":
        """The same in the corpus as it is now; None where other words stand there now."""
        text = corpus.texts.get(self.source, "")
        same = text[self.span.start : self.span.end] == self.words
        return Passage(corpus, self.source, self.span) if same else None

    @cached_property
    def claims_before(self) -> tuple[Claim, ...]:
        """The claims of the source whose quotes begin before this one ends, the nearest first."""
        spans = self.corpus.anchors.claims
        claims = self.corpus.claims_in_source.get(self.source, ())
        return tuple(claim for claim in reversed(claims) if spans[claim.id].start < self.span.end)

    @cached_property
    def sentence(self) -> TextSpan:
        """From the first sentence of which something is marked to the last."""
        all_of_text = self._cues.sentences
        first = sentence_at(all_of_text, self.span.start) or self.span
        last = sentence_at(all_of_text, self.span.end - 1) or self.span
        return TextSpan(min(first.start, self.span.start), max(last.end, self.span.end))

    @cached_property
    def names(self) -> tuple[FoundName, ...]:
        """The entities that are named in it."""
        return tuple(it for it in self.names_around if _within(it.span, self.span))

    @cached_property
    def names_around(self) -> tuple[FoundName, ...]:
        """The entities that are named in its sentences."""
        return self.corpus.derived(_names).found_in(self.text, self.sentence)

    @cached_property
    def verbs(self) -> tuple[ReportingVerb, ...]:
        """The reporting verbs of its sentences."""
        return tuple(it for it in self._cues.verbs if _within(it.span, self.sentence))

    @cached_property
    def speakers(self) -> tuple[FoundSpeaker, ...]:
        """Who speaks in its sentences."""
        return tuple(found for it in self._attributed for found in it.speakers)

    @cached_property
    def clause(self) -> TextSpan:
        """The clause in which it begins."""
        inside = (clause_at(it.clauses, self.span.start) for it in self._attributed)
        return next((it for it in inside if it is not None), self.sentence)

    @cached_property
    def sentence_before(self) -> TextSpan | None:
        """The sentence before it."""
        return sentence_before(self._cues.sentences, self.sentence.start)

    @cached_property
    def speakers_before(self) -> tuple[FoundSpeaker, ...]:
        """Who speaks in the sentence before it."""
        before = self.sentence_before
        return self._attributed_in(before).speakers if before is not None else ()

    @cached_property
    def _attributed(self) -> tuple[Attributed, ...]:
        inside = (it for it in self._cues.sentences if _within(it, self.sentence))
        return tuple(map(self._attributed_in, inside))

    def _attributed_in(self, sentence: TextSpan) -> Attributed:
        verbs = [it for it in self._cues.verbs if _within(it.span, sentence)]
        dates = [it.span for it in self.date_words_in(sentence)]
        speaking = [
            it.span
            for it in self.corpus.derived(_names).found_in(self.text, sentence)
            if any(self.corpus.entities[id].type in _CAN_SPEAK for id in it.entities)
        ]
        return attributed(self.text, sentence, verbs, dates, speaking)

    def sentence_of(self, stretch: TextSpan) -> TextSpan:
        """The sentence in which a stretch of the text begins."""
        return sentence_at(self._cues.sentences, stretch.start) or stretch

    def date_words_in(self, stretch: TextSpan) -> tuple[DateWord, ...]:
        """The date words within a stretch, in order."""
        return tuple(it for it in self._cues.date_words if _within(it.span, stretch))

    @cached_property
    def suggestion(self) -> Suggestion | None:
        """Status and factuality, from a hedge that is marked; of several clauses, in the one whose speaker it has."""
        return suggested(self.text, self.told, self._cues.hedges)

    @property
    def told(self) -> TextSpan:
        """What is marked of the clause in which it begins."""
        return TextSpan(self.span.start, max(self.span.start, min(self.span.end, self.clause.end)))

    @property
    def told_words(self) -> str:
        """The same, verbatim."""
        return self.text[self.told.start : self.told.end]

    @cached_property
    def no_status(self) -> NoStatus | None:
        """What says nothing of how an event stands, where there is no hedge."""
        return no_status(self.text, self.told) if self.suggestion is None else None

    @cached_property
    def origin(self) -> CountedFrom | None:
        """The day from which its date words count."""
        return counted_from(self.corpus.sources[self.source].published)

    @cached_property
    def _dates(self) -> tuple[DateMeaning, ...]:
        cues = self._cues
        return date_meanings(self.text, cues.date_words, cues.sentences, self.origin)

    def dates_in(self, stretch: TextSpan) -> tuple[DateMeaning, ...]:
        """What the date words within a stretch would mean, in order."""
        return tuple(it for it in self._dates if _within(it.word.span, stretch))

    @cached_property
    def figures(self) -> tuple[FoundFigure, ...]:
        """The figures that it gives."""
        return figures_in(self.text, self.span, (it.span for it in self.date_words_in(self.sentence)))

    @property
    def _cues(self) -> TextCues:
        return text_cues(self.text)


def _names(corpus: Corpus) -> Names:
    return Names(corpus.entities.values())


def quote_of(text: str, span: TextSpan) -> Any:
    """A stretch as a field `quote`: its words alone where they stand once, else with what adjoins them."""
    prefix, exact, suffix = selecting(text, span)
    around = {
        name: words for name, words in (("prefix", prefix), ("exact", exact), ("suffix", suffix)) if words
    }
    return around if len(around) > 1 else exact


def _within(inner: TextSpan, outer: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
