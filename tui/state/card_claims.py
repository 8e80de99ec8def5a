"""The claims that a card lists."""

from model.asof.begun import Begun
from model.asof.conflict import conflict_view
from model.asof.entity import entity_claims
from model.asof.questions import question_view
from model.asof.visible import visible_claims
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
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


def claims_of_card(card: CardTarget | None, corpus: Corpus, drafts: Begun, day: int) -> list[Claim]:
    """The claims of a card in the order in which they are walked, of a corpus as it was known on a day."""
    match card:
        case EventTarget(event):
            return [item.claim for item in visible_claims(corpus, event, day)]
        case EntityTarget(entity):
            return entity_claims(corpus, entity, day)
        case SourceTarget(source):
            return [*corpus.claims_in_source.get(source, ())]
        case ConflictTarget(conflict) if conflict in drafts.conflicts:
            return []
        case ConflictTarget(conflict):
            view = conflict_view(corpus, corpus.conflicts[conflict], day)
            return [item.claim for reading in view.readings for item in reading.claims]
        case QuestionTarget(question) if question in corpus.questions:
            return [it.claim for it in question_view(corpus, corpus.questions[question], day).walked]
        case QuestionTarget() | ListTarget() | FindingTarget() | RowTarget() | None:
            return []
