"""Documents of one publisher are told apart, in as few words as it takes."""

from dataclasses import replace

import msgspec
from hypothesis import given

from model.corpus.corpus import Corpus
from model.corpus.records import Source
from model.corpus.told_apart import beside_publisher, source_name
from tests.effort import examples
from tests.handmade import corpus_of
from tests.strategies import corpora


def papers(*written: tuple[str, str]) -> Corpus:
    """A corpus of papers of one publisher, each of a day (`-` for none) and with a title."""
    lines = [f"source p{number} {day}" for number, (day, _) in enumerate(written)]
    lines += [f"c{number} - occurred CT+ - source=p{number}" for number in range(len(written))]
    corpus = corpus_of("\n".join(lines))
    publisher = corpus.sources["p0"].publisher
    sources: dict[str, Source] = {
        name: msgspec.structs.replace(it, publisher=publisher, title=written[int(name[1:])][1])
        for name, it in corpus.sources.items()
    }
    return replace(corpus, sources=sources)


def beside(*written: tuple[str, str]) -> list[str]:
    return [words for _, words in sorted(beside_publisher(papers(*written)).items())]


def test_the_only_document_of_a_publisher_needs_nothing():
    corpus = papers(("2025-05-06", "One"))
    assert beside_publisher(corpus) == {"p0": ""}
    assert source_name(corpus, "p0") == corpus.entities[corpus.sources["p0"].publisher].name


def test_days_tell_documents_apart():
    assert beside(("2025-05-06", "One"), ("2025-05-07", "One")) == ["6 May 2025", "7 May 2025"]


def test_of_one_day_their_titles_do_as_far_as_it_takes():
    told = beside(
        ("2025-05-06", "Kim to go to Moscow after all"),
        ("2025-05-06", "Kim to go to Beijing"),
        ("-", "A long title without a day"),
        ("2025-05-08", "Kim"),
    )
    assert told == ['"Kim to go to Moscow..."', '"Kim to go to Beijing"', '"A long title..."', "8 May 2025"]


def test_where_even_the_titles_are_the_same_the_ids_do():
    assert beside(("2025-05-06", "One"), ("2025-05-06", "One")) == ["p0", "p1"]
    assert beside(("2025-05-06", "One"), ("2025-05-06", "One two three four")) == [
        '"One"',
        '"One two three..."',
    ]


@examples(60)
@given(corpora())
def test_no_two_documents_of_a_publisher_are_called_the_same(corpus: Corpus):
    told = [(source.publisher, beside_publisher(corpus)[name]) for name, source in corpus.sources.items()]
    assert len({*told}) == len(told)
