"""`print` is enough to work by, without a screen: nothing that can be known of the corpus on a day is left out."""

import pytest

from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.saying import saying
from model.asof.support import all_supports
from model.asof.visible import visible_claims
from tests.cli.running import run
from tests.readers import reader_of
from tests.tui.conftest import Archives, archive_at, corpus  # noqa: F401 - fixtures
from tui.text.falling import becomes
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-06"])
def test_every_claim_every_conflict_and_every_verdict_is_printed(archive_at: Archives, as_of: str):  # noqa: F811
    archive = archive_at(as_of)
    phrases = Phrases(archive.corpus, UNICODE, reader_of(archive).when.day, longest=None)
    printed = run("print", "--as-of", as_of).stdout.decode()
    lines = printed.splitlines()
    rows = reader_of(archive).rows(0, reader_of(archive).counts.total)
    for row in rows:
        assert phrases.plain(row.title) in printed
        for item in visible_claims(archive.corpus, row.event, reader_of(archive).when.day):
            parts = (
                phrases.quote(item.claim),
                phrases.name(saying(archive.corpus, item.claim).speaker),
                phrases.sure(item.claim),
            )
            assert any(all(part in line for part in parts) for line in lines), item.claim.id
    conflicts = conflicts_as_of(archive.corpus, reader_of(archive).when.day)
    assert conflicts
    for conflict in conflicts:
        view = conflict_view(archive.corpus, conflict, reader_of(archive).when.day)
        assert phrases.plain(conflict.topic) in printed
        assert all(phrases.plain(reading.words) in printed for reading in view.readings)
        assert (phrases.safe(conflict.reason) in printed) == view.settled
        if conflict.open:
            assert (phrases.safe(conflict.open) in printed) == view.settled


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-06"])
def test_every_origin_is_printed_with_all_that_would_fall_without_it(archive_at: Archives, as_of: str):  # noqa: F811
    archive = archive_at(as_of)
    when = archive.default
    phrases = Phrases(archive.known(when.day), UNICODE, when.day, longest=None)
    found = archive.origins(when, all_supports(archive.corpus, when.day))
    _, *lines = run("print", "--support", "--as-of", as_of).stdout.decode().splitlines()
    brief = run("print", "--support", "--brief", "--as-of", as_of).stdout.decode().splitlines()[1:]
    assert [line for line in lines if line.startswith("without ")] == brief
    assert len(lines) == len(brief) + sum(len(it.falls) for it in found)
    at = 0
    for of in found:
        assert lines[at].startswith(f"without {phrases.origin(of.origin)} (")
        for number, fall in enumerate(of.falls, 1):
            parts = (
                phrases.title(fall.event),
                becomes(fall, None),
                phrases.quote(phrases.corpus.claims[fall.claim]),
            )
            assert all(part in lines[at + number] for part in parts)
        at += 1 + len(of.falls)


def test_brief_lists_leave_conflicts_out():
    for options in (("--brief",), ("--due",)):
        assert b"where sources differ" not in run("print", *options).stdout
