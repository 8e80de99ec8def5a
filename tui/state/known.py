"""What can be shown as of a day: which cards, and which places in documents."""

from dataclasses import dataclass

from model.asof.begun import Begun
from model.corpus.corpus import Corpus
from model.index.table.of_rows import OpenTables
from tui.text.target import (
    CardTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FindingTarget,
    ListTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
    TextTarget,
)


@dataclass(frozen=True)
class Known:
    """A corpus as it was known on a `day`, with what of it is only begun; `table` has rows, if any is open."""

    corpus: Corpus
    drafts: Begun
    table: OpenTables | None = None
    day: int = 0

    def has(self, card: CardTarget | None) -> bool:
        """Whether a card can be shown: an event's is as long as it has a row."""
        match card:
            case ConflictTarget(conflict):
                return conflict in self.corpus.conflicts or conflict in self.drafts.conflicts
            case EntityTarget(entity):
                return entity in self.corpus.entities
            case SourceTarget(source):
                return source in self.corpus.sources or source in self.drafts.sources
            case RowTarget(row):
                # One that is gone has a card still.
                table = self.table
                return table is not None and table.coded(row) in table.versions(row, self.day)
            case EventTarget(event):
                return event in self.corpus.events or event in self.drafts.events
            case QuestionTarget(question):
                return question in self.corpus.questions or question in self.drafts.questions
            case ListTarget(name):
                return name in self.corpus.lists
            case FindingTarget(finding):
                return finding < len(self.corpus.findings)
            case None:
                return True

    def is_published(self, place: TextTarget | None) -> bool:
        """Whether the document of a place is one that could be read, and as long as that."""
        if place is None:
            return True
        if place.source in self.drafts.sources:
            return place.end <= max(1, len(self.drafts.corpus.texts[place.source]))
        there = place.source in self.corpus.sources and place.source not in self.corpus.printed_later
        return there and place.end <= max(1, len(self.corpus.texts[place.source]))
