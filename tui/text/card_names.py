"""What cards are called."""

from model.asof.list_words import kind_words
from model.index.layered.names import row_of_name
from tui.text.phrases import Phrases
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
)


def card_name(card: CardTarget, phrases: Phrases) -> str:
    """An event's or a document's title, an entity's name, a conflict's topic, a question, what a finding is.

    A list goes by its kind, a coded row by its place.
    A draft of a conflict that has no place among the others yet goes by its id.
    """
    match card:
        case ConflictTarget(conflict):
            known = phrases.corpus.conflicts.get(conflict)
            return phrases.plain(known.topic) if known is not None else conflict
        case EntityTarget(entity):
            return phrases.name(entity)
        case QuestionTarget(question):
            return phrases.plain(phrases.corpus.questions[question].text)
        case ListTarget(name):
            return phrases.safe(kind_words(phrases.corpus.lists[name]))
        case SourceTarget(source):
            return phrases.plain(phrases.corpus.sources[source].title)
        case FindingTarget(finding):
            found = phrases.corpus.findings[finding]
            return f"{found.severity} {found.code}"
        case RowTarget(row):
            return f"row {int(row_of_name(row) or row) + 1} in time"
        case EventTarget(event):
            return phrases.title(event)
