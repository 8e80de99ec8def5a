"""What events are a part of in the end."""

from model.corpus.chains import ends
from model.corpus.corpus import Corpus


def strands(known: Corpus) -> dict[str, str]:
    """What each event of a corpus, as known on some day, is a part of in the end; nothing of what stands alone."""
    parents = {event.part_of for event in known.events.values()}
    tops = ends({event.id: event.part_of for event in known.events.values()})
    return {event: top for event, top in tops.items() if top in parents}
