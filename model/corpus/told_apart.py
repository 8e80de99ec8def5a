"""How documents of one publisher are told apart: by their days, else by how their titles begin, else by their ids."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from model.corpus.corpus import Corpus
from model.corpus.records import Source
from model.dates.edtf import parse
from model.dates.wording import bounds_form

LEAST_WORDS = 3
"""So many words of a title at least are said, where there are so many."""


def source_name(corpus: Corpus, source: str) -> str:
    """A source, given by its id, by its publisher, and by what tells it from others of that, if there are any."""
    name = corpus.entities[corpus.sources[source].publisher].name
    beside = corpus.derived(beside_publisher)[source]
    return f"{name}, {beside}" if beside else name


def beside_publisher(corpus: Corpus) -> dict[str, str]:
    """What is said of each source beside its publisher; empty where the publisher has no other one.

    Outside text is as it stands in the corpus.
    """
    of_publisher: defaultdict[str, list[Source]] = defaultdict(list)
    for source in corpus.sources.values():
        of_publisher[source.publisher].append(source)
    found: dict[str, str] = {}
    for sources in of_publisher.values():
        found |= _told_apart(sources) if len(sources) > 1 else {sources[0].id: ""}
    return found


def _told_apart(sources: list[Source]) -> dict[str, str]:
    found: dict[str, str] = {}
    for way in (_day, _beginning_of_title(sources), lambda source: source.id):
        left = [source for source in sources if source.id not in found]
        said = {source.id: way(source) for source in left}
        times = Counter(said.values())
        found |= {name: words for name, words in said.items() if words and times[words] == 1}
    return found


def _day(source: Source) -> str:
    return bounds_form(parse(source.published.edtf)) if source.published.edtf is not None else ""


def _beginning_of_title(sources: Iterable[Source]) -> Callable[[Source], str]:
    """As many words of a title as no other one begins with."""
    begun: Counter[tuple[str, ...]] = Counter()
    for source in sources:
        words = tuple(source.title.split())
        begun.update(words[:count] for count in range(1, len(words) + 1))

    def beginning(source: Source) -> str:
        words = tuple(source.title.split())
        alone = (count for count in range(1, len(words) + 1) if begun[words[:count]] == 1)
        count = max(next(alone, len(words)), LEAST_WORDS)
        return f'"{" ".join(words[:count])}{"..." if count < len(words) else ""}"'

    return beginning
