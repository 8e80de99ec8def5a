"""Of what has passed with nobody saying what happened, only what was to be is *due*; the rest keeps its word.

And how sure somebody is, in words that cannot be taken for ours. Both are walked through every status, certainty,
footing and shape of date, and every place that says so.
"""

import json
from itertools import product

import pytest

from model.asof.passing import passing_briefly
from model.asof.state import EventState, event_state
from model.asof.word import Word
from model.corpus.vocabulary import ALLOWED_FACTUALITY, Factuality, OnRecord, Status
from model.dates.calendar import day_from_text
from model.exchange.brief import event_brief
from model.exchange.json_text import json_text
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown_event
from model.index.archive import Archive, open_archive
from model.index.values import AsOf, Grouping
from tests.handmade import corpus_of
from tests.tui.contexts import context_of
from tests.tui.looking import texts
from tui.cards.event import SHORT, EventCard
from tui.cli.listing import timeline_lines
from tui.text.line import Role
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.rows import Rows

SHAPES = {
    "day": "2025-05-09",
    "stretch": "2025-05-07/2025-05-10",
    "month": "2025-05",
    "year": "2025",
    "by": "[..2025-05-09]",
    "within": "[2025-05-07..2025-05-10]",
    "about": "2025-05-09~",
    "perhaps": "2025-05-09?",
    "until": "../2025-05-09",
    "since": "2025-05-09/..",
    "from": "[2025-05-09..]",
    "undated": "-",
}
ENDLESS = {"since", "from", "undated"}
TO_BE = {Status.SCHEDULED, Status.CONFIRMED, Status.EXPECTED, Status.SPECULATED}
KEPT = {
    (Status.EXPECTED, False): "not expected",
    (Status.SPECULATED, False): "doubted",
    (Status.UNCONFIRMED, True): "unconfirmed",
    (Status.NO_COMMENT, True): "no comment",
}
"""By status, and whether that is not denied in the same breath, the words of what nobody counted on."""

DAY = day_from_text("2026-12-31")
LEVELS = {
    "CT+": "certain", "PR+": "probable", "PS+": "possible", "Uu": "does not say",
    "CT-": "certainly not", "PR-": "probably not", "PS-": "possibly not",
}  # fmt: skip
UNNAMED = LEVELS | {"CT+": "sounds certain", "CT-": "sounds certain it is not"}


def _ways() -> list[tuple[Status, Factuality, OnRecord, str]]:
    pairs = [(status, sure) for status in Status for sure in Factuality if sure in ALLOWED_FACTUALITY[status]]
    return [(status, sure, how, shape) for (status, sure), how, shape in product(pairs, OnRecord, SHAPES)]


def _name(status: Status, sure: Factuality, how: OnRecord, shape: str) -> str:
    sign = {"+": "yes", "-": "not", "u": "open"}[sure.value[-1]]
    return f"{status}-{sure.value[:-1].lower()}-{sign}-{how}-{shape}"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """One event for each way, said in good time; of what had occurred, afterwards."""
    lines = []
    for way in _ways():
        status, sure, how, shape = way
        said = "2026-02-01" if status is Status.OCCURRED else "2025-04-01"
        if status is Status.ONGOING:
            said = "2025-05-08" if shape not in ("since", "from") else "2025-05-09"
        lines.append(
            f"{_name(*way)} {said} {status} {sure} {SHAPES[shape]} event={_name(*way)} footing={how}"
            f" by={'tass' if how is not OnRecord.ANONYMOUS else 'somebody'}"
        )
    lines.append("entity somebody anonymous")
    corpus = corpus_of("\n".join(lines), published="2026-03-01")
    return open_archive(corpus, DAY, DAY)


def state_of(archive: Archive, name: str) -> EventState:
    state = event_state(archive.corpus, name, DAY)
    assert state is not None
    return state


def lapsed(archive: Archive) -> dict[str, str]:
    """What time has added to each event, worked out from status, certainty and shape alone; empty: nothing."""
    found = {}
    for way in _ways():
        status, sure, _, shape = way
        kept = (status, not sure.negative) in KEPT
        if shape == "undated" or not (kept or status in {*TO_BE, Status.ONGOING}):
            found[_name(*way)] = ""
        elif shape in ENDLESS:
            found[_name(*way)] = "unanswered" if status is not Status.ONGOING else ""
        else:
            found[_name(*way)] = "outcome unknown" if kept else "due"
    return found


def test_only_what_was_to_be_is_due(archive: Archive):
    wanted = lapsed(archive)
    assert set(wanted.values()) == {"", "due", "outcome unknown", "unanswered"}
    for way in _ways():
        name, (status, sure, *_) = _name(*way), way
        state = state_of(archive, name)
        assert (state.passed_at(DAY) or "") == wanted[name], name
        if wanted[name] == "outcome unknown":
            assert state.word_at(DAY) == KEPT[status, not sure.negative], name


def test_no_list_and_no_count_has_anything_else_as_due(archive: Archive):
    due = {name for name, passed in lapsed(archive).items() if passed == "due"}
    reader = archive.at(archive.default)
    rows = reader.rows(0, 10_000)
    assert {row.event for row in rows if row.word is Word.DUE} == due
    assert reader.counts.due == len(due)
    for typed in ("has:due", "status:due"):
        found = archive.at(AsOf(DAY, archive.read(typed, archive.default)))
        assert {row.event for row in found.rows(0, 10_000)} == due
    lanes = {lane.id: lane.events for lane in reader.lanes.of(Grouping.STATUS)}
    assert lanes[Word.DUE] == len(due)
    for word in ("not expected", "doubted", "unconfirmed", "no comment"):
        assert lanes[word] == sum(row.word == word for row in rows), word
    exported = json.loads("".join(json_text(export_json(archive.corpus, DAY))))["events"]
    assert {event["id"] for event in exported if event["due"]} == due


@pytest.mark.parametrize("width", [30, 50, 80])
def test_the_look_of_what_is_due_is_nothing_elses(archive: Archive, width: int):
    ctx = context_of(archive)
    due = {name for name, passed in lapsed(archive).items() if passed == "due"}
    rows = ctx.reader.rows(0, 10_000)
    lines = [it for it in Rows(ctx.reader, ctx.phrases, width, gaps=False).lines(0, 10_000, -1) if it.target]
    for row, line in zip(rows, lines, strict=True):
        assert any(span.look.role is Role.DUE for span in line.spans) == (row.event in due), line.text


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_the_card_says_that_the_outcome_is_unknown_in_each_of_its_forms(archive: Archive, signs: Signs):
    phrases = Phrases(archive.corpus, signs, DAY)
    for name, passed in lapsed(archive).items():
        card = EventCard(state_of(archive, name), phrases, 79)
        short, full = texts(card.short()), texts(card.full(quotes=False))
        assert len(short) <= SHORT
        for rows in (short, full):
            said = "\n".join(rows).casefold()
            for words in ("outcome unknown", "unanswered for 20 months", "has passed"):
                due = words == "has passed" and passed == "due"
                also = words == "has passed" and passed == "outcome unknown" and rows is full
                told = words.startswith(passed) and bool(passed)
                assert (words in said) == (due or also or told), (name, rows)
        assert any(span.look.role is Role.DUE for line in card.short() for span in line.spans) == (
            passed == "due"
        )


def test_print_and_briefs_say_it_too(archive: Archive):
    phrases = Phrases(archive.corpus, UNICODE, DAY, longest=None)
    wanted = lapsed(archive)
    headed: dict[str, set[str]] = {"due": set()}
    part = "due"
    for line in timeline_lines(archive, phrases, brief=True, due=True):
        if line.startswith("╌╌ "):
            part = line.strip("╌ ")
        elif found := [name for name in wanted if f" {name} " in f"{line} "]:
            headed.setdefault(part, set()).update(found)
    assert headed == {
        passed: {name for name, it in wanted.items() if it == passed}
        for passed in ("due", "outcome unknown", "unanswered")
    }
    for name, passed in wanted.items():
        brief = "\n".join(markdown_event(event_brief(archive.corpus, name, DAY))).casefold()
        assert ("outcome unknown" in brief) == (passed == "outcome unknown"), name
        assert ("its last day" in brief or "its day" in brief or "its time" in brief) == (
            passed in ("due", "outcome unknown")
        )
        briefly = passing_briefly(state_of(archive, name), DAY)
        assert briefly.startswith(passed if passed != "due" else "") and bool(briefly) == (
            passed not in ("", "due")
        )


def test_how_sure_somebody_is_is_his_and_never_ours(archive: Archive):
    phrases = Phrases(archive.corpus, UNICODE, DAY, longest=None)
    listed = [line for line in timeline_lines(archive, phrases) if line.startswith("    ")]
    for way in _ways():
        _, sure, how, _ = way
        name = _name(*way)
        words = (UNNAMED if how is OnRecord.ANONYMOUS else LEVELS)[sure.value]
        state = state_of(archive, name)
        card = EventCard(state, phrases, 79, whole=True)
        for rows in (texts(card.short()), texts(card.full(quotes=True))):
            assert any(row.startswith("sure ") and row.split(maxsplit=1)[1] == words for row in rows), rows
            assert "not so" not in "".join(rows)
        (line,) = [it for it in listed if f'"<{name}>"' in it]
        assert f"  {words}  " in line
        brief = " ".join(markdown_event(event_brief(archive.corpus, name, DAY)))
        assert f"; {words}" in brief
        assert "not so" not in brief


def test_no_way_is_left_out(archive: Archive):
    assert len(archive.corpus.events) == len(_ways()) > 700
