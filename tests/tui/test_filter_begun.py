"""What a filter's prompt counts by is made bit by bit, and what is not there yet is said."""

from collections.abc import Callable
from pathlib import Path

from model.corpus.load import load_corpus
from model.index.archive import Archive, open_archive
from model.index.protocol import Reader
from model.query.vocabulary import KEYS
from tests import shapes
from tests.growth import growth
from tests.readers import reader_of
from tui.prompt.filter import STILL, FilterAnswers
from tui.state.outcome import Prepared
from tui.text.signs import UNICODE


def opened(tmp_path: Path, size: int) -> Archive:
    return open_archive(load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size))), None, 0)


def asking(archive: Archive, reader: Reader) -> FilterAnswers:
    return FilterAnswers(archive, reader, {}, UNICODE)


def test_until_all_is_there_the_prompt_says_so_and_offers_keys_alone(tmp_path: Path):
    archive = opened(tmp_path, 40)
    prompt = asking(archive, reader_of(archive))
    assert prompt.prepare() is Prepared.MORE
    assert prompt.answer("w") == STILL
    assert [choice.typed for choice in prompt.offer("w").choices] == ["who:", "within:"]
    assert prompt.offer("who:s").wrong == ""
    assert prompt.offer("who:s").choices == ()


def test_bit_by_bit_it_comes_to_what_is_counted_in_one_go(tmp_path: Path):
    archive, other = opened(tmp_path / "a", 40), opened(tmp_path / "b", 40)
    prompt, told = asking(archive, reader_of(archive)), []
    while (done := prompt.prepare()) is not Prepared.ALL:
        told.append(done)
        assert prompt.answer("who:speaker") in (STILL, "40 of 40 events")
        if Prepared.NEWS in told:
            # What events rest on takes longest, and nothing else waits for it.
            assert prompt.answer("who:speaker") != STILL
            assert prompt.answer("leg:speaker") in ("", STILL)
    assert told.count(Prepared.NEWS) == 1
    at_once = asking(other, reader_of(other))
    for typed in ("", "s", "who:speaker", "leg:", "item", "by:pa", "-who:s"):
        assert prompt.answer(typed) == at_once.answer(typed)
        assert prompt.offer(typed) == at_once.offer(typed)
    for key in KEYS:
        one, two = (reader_of(it).facets for it in (archive, other))
        query = archive.read("", archive.default)
        assert one.counts(key, query) == two.counts(key, query)
    assert asking(archive, reader_of(archive)).prepare() is Prepared.ALL


def test_the_first_key_costs_the_same_among_many(tmp_path: Path):
    def key(size: int) -> Callable[[], object]:
        archive = opened(tmp_path, size)
        # On the screen, what was known is there.
        archive.known(archive.default.day)
        prompt = asking(archive, reader_of(archive))
        prompt.prepare()
        return lambda: (prompt.answer("s"), prompt.offer("s"))

    assert growth(key, 60) < 1.1
