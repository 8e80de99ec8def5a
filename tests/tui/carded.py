"""The card of an entity, as the screen asks for it."""

from model.asof.entity import entity_view
from model.corpus.corpus import Corpus
from model.index.archive import open_archive
from model.index.values import AsOf
from tui.cards.entity import EntityCard
from tui.text.phrases import Phrases


def entity_card_of(corpus: Corpus, entity: str, phrases: Phrases, width: int) -> EntityCard:
    """The card as of the day of `phrases`, without a filter."""
    reader = open_archive(corpus, None, phrases.day).at(AsOf(phrases.day))
    return EntityCard(entity_view(corpus, entity, phrases.day), phrases, width, reader)
