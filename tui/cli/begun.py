"""What is only begun, in `print --drafts`: under its event, and at the end where nothing else is said."""

from collections.abc import Iterator

from model.asof.begun import LIST, STATEMENT, Begun, DraftEvent, DraftLine
from model.dates.wording import short_form
from model.index.archive import Archive
from tui.cards.begun import said_by, words_of
from tui.text.phrases import DRAFT, Phrases, counted


class PrintedDrafts:
    """The lines of what was only begun on the day of the phrases."""

    def __init__(self, archive: Archive, phrases: Phrases) -> None:
        self._begun: Begun = archive.begun(phrases.day)
        self._phrases = Phrases(self._begun.corpus, phrases.signs, phrases.day, longest=None)

    def of_event(self, event: str) -> Iterator[str]:
        """A line for each draft about an event: what it is, who says it, its quote, its source; then its conflicts."""
        yield from map(self._line, self._begun.of_event(event))
        for conflict in self._begun.conflicts_of(event):
            yield f"    {DRAFT}  conflict  {self._phrases.safe(conflict.topic)}"
        yield from self._searches("event", event)

    def at_the_end(self, brief: bool) -> Iterator[str]:
        """Events of which only drafts speak; unless `brief`, also who someone is by such, and documents."""
        events = self._begun.events.values()
        yield from self._ruled(len(events), "event")
        for event in events:
            yield self._event(event)
            yield from () if brief else self.of_event(event.event.id)
        if not brief:
            yield from self._labels()
            yield from self._documents()
            yield from self._questions()

    def _event(self, draft: DraftEvent) -> str:
        return f"{short_form(draft.date, None, None)}  {DRAFT}  {self._phrases.title(draft.event.id)}"

    def _labels(self) -> Iterator[str]:
        told = {entity: self._begun.about(entity) for entity in self._begun.corpus.entities}
        told = {entity: lines for entity, lines in told.items() if lines}
        yield from self._ruled(len(told), "name")
        for entity, lines in told.items():
            yield self._phrases.name(entity)
            yield from map(self._line, lines)

    def _documents(self) -> Iterator[str]:
        """Documents that are drafts, and drafts of statements and lists in the others: their claims have been told."""
        begun = self._begun
        told = {
            source: [it for it in begun.in_source(source) if it.what in (STATEMENT, LIST)]
            for source in begun.corpus.sources
        }
        told = {source: lines for source, lines in told.items() if lines or source in begun.sources}
        yield from self._ruled(len(told), "document")
        for source, lines in told.items():
            word = f"{DRAFT}  " if source in begun.sources else ""
            yield f"{word}{self._phrases.plain(begun.corpus.sources[source].title)}"
            yield from map(self._line, lines)

    def _questions(self) -> Iterator[str]:
        """Questions that are drafts, and of all the searches that are still to be made for them."""
        begun = self._begun
        told = {name: [*self._searches("question", name)] for name in begun.corpus.questions}
        told = {name: lines for name, lines in told.items() if lines or name in begun.questions}
        yield from self._ruled(len(told), "question")
        for name, lines in told.items():
            word = f"{DRAFT}  " if name in begun.questions else ""
            yield f"{word}{self._phrases.safe(begun.corpus.questions[name].text)}"
            yield from lines

    def _searches(self, kind: str, name: str) -> Iterator[str]:
        for words in self._begun.planned(kind, name, self._phrases.safe):
            yield f"    {DRAFT}  search  {words}"

    def _ruled(self, number: int, what: str) -> Iterator[str]:
        if number:
            rule = self._phrases.signs.rule * 2
            yield f"{rule} drafts: {counted(number, what)} {rule}"

    def _line(self, draft: DraftLine) -> str:
        phrases = self._phrases
        what = f"{draft.what}  " if draft.what else ""
        says = f"{said_by(draft, phrases)}  {words_of(draft, phrases)}"
        return f"    {DRAFT}  {what}{says} [{phrases.source(draft.source)}]"
