"""The brief, the citation and the table: nothing hidden, nothing unescaped, every quote where it says it is."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt

from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.state import event_state
from model.asof.visible import visible_claims
from model.corpus.quoted import as_quote
from model.corpus.vocabulary import RELIABILITY_WORDS, OnRecord, Reliability
from model.dates.calendar import day_from_text
from model.exchange.brief import brief_of, event_brief
from model.exchange.citation import citation
from model.exchange.cited import rating
from model.exchange.extract import Extract, Scope
from model.exchange.markdown_text import escaped
from model.exchange.to_csv import csv_claims
from model.exchange.to_html import html
from model.exchange.to_markdown import markdown, markdown_event
from model.exchange.visible import visible
from tests.exchange.bundled import CORPUS, OBTAINED, obtained, whole
from tests.handmade import corpus_of
from tests.tui.small_corpus import small_corpus
from tui.text.phrases import Phrases
from tui.text.signs import ASCII

HOSTILE = "\x1b[2J <script>alert(1)</script> [x](javascript:1) \u202e `*_# |&amp; <U+1>"


def test_every_claim_that_could_be_known_of_an_event_is_in_the_brief_with_its_quote():
    brief = whole()
    told = {line.claim for event in brief.events for line in (event.says, *event.others)}
    assert told == {claim.id for claim in CORPUS.claims.values() if claim.event}
    assert [part.conflict for part in brief.conflicts] == list(CORPUS.conflicts)
    assert all(
        visible(as_quote(CORPUS.claims[name].quote).exact) == note.quote for name, note in brief.notes.items()
    )


def test_markdown_names_each_footnote_once_and_uses_each():
    text = "\n".join(markdown(whole()))
    defined = re.findall(r"^\[\^([a-z0-9-]+)\]: ", text, flags=re.MULTILINE)
    used = set(re.findall(r"\[\^([a-z0-9-]+)\](?!:)", text))
    assert len(defined) == len(set(defined))
    assert set(defined) == used


def test_what_is_due_comes_first_and_nothing_became_occurred_by_itself():
    text = "\n".join(markdown(whole()))
    assert text.index("## Due") < text.index("## 2015")
    assert "**due**, last confirmed: Yuri Ushakov" in text
    assert "No event in it is due." in "\n".join(markdown(whole("2025-05-06")))


def test_a_brief_opens_with_what_it_rests_on_then_what_changed_is_asked_and_is_due():
    day, since = day_from_text("2025-05-20"), day_from_text("2025-04-30")
    scope = Scope(day, whole("2025-05-20").scope.events, 53)
    brief = brief_of(Extract(CORPUS, scope, tuple(CORPUS.conflicts.values()), since=since))
    text = "\n".join(markdown(brief))
    opening = text.splitlines()[2]
    assert opening.startswith("**2 documents, 16 origins cited, as of Tue 20 May 2025**: ")
    assert opening.endswith(
        ". All 53 events known by 20 May 2025. 10 contested, 19 conflicts, 12 due, 3 unanswered."
    )
    headings = re.findall(r"^## (.*)$", text, flags=re.MULTILINE)
    assert headings[:4] == ["What changed, 30 Apr to 20 May 2025", "Questions", "Due", "2015"]
    assert headings[-3:] == ["Where sources differ", "Lists as printed", "Sources"]


@pytest.mark.parametrize("day", ["2025-03-22", "2025-04-30", "2025-05-05", "2025-05-06", "2025-06-01"])
def test_what_it_opens_with_is_what_it_lists(day: str):
    brief = whole(day)
    known = known_by(CORPUS, day_from_text(day))
    origins = {saying(known, known.claims[name]).origin for name in brief.notes}
    assert (len(brief.sources), brief.origins) == (
        len({known.claims[it].source for it in brief.notes}),
        len(origins),
    )
    said = re.match(r"(\d+) documents?, (\d+) origins? cited, ", brief.opening)
    assert said is not None
    assert (int(said[1]), int(said[2])) == (len(brief.sources), brief.origins)
    sources = "\n".join(markdown(brief)).partition("## Sources\n")[2].partition("\n[^")[0]
    assert sources.count("\n- ") == int(said[1])


def test_a_line_of_what_is_due_has_the_note_of_its_last_word():
    brief = whole()
    due = "\n".join(markdown(brief)).partition("## Due\n")[2].partition("## ")[0]
    assert re.findall(r"\[\^(.*?)\]", due) == [it.says.claim for it in brief.due]


def test_the_brief_says_what_it_left_out():
    day = day_from_text("2025-04-30")
    brief = brief_of(Extract(CORPUS, Scope(day, ("kim-attends",), 33, "who:kim"), ()))
    assert brief.counts == "1 of 33 events known by 30 Apr 2025: the filter who:kim leaves out 32."
    assert "the filter who:kim leaves out 32" in html(brief)


@pytest.mark.parametrize(
    ("published", "words"),
    [("2025-06-01", "superseded by paper, 1 Jun 2025"), ("-", "superseded by paper")],
)
def test_a_day_on_which_a_claim_was_superseded_is_said_only_where_it_is_known(published: str, words: str):
    corpus = corpus_of(
        """
        plan   -  scheduled  CT+  2025-05-09
        later  -  confirmed  CT+  2025-05-09  supersedes=plan
        """,
        published,
    )
    day = day_from_text("2025-07-01")
    (event,) = event_brief(corpus, "visit", day).events
    assert [line.superseded for line in event.others] == [words]
    (plan,) = [item for item in visible_claims(corpus, "visit", day) if item.superseded_by]
    assert Phrases(corpus, ASCII, day).superseded(plan) == words.replace(" 2025", "")


def test_hostile_text_becomes_neither_markup_nor_control_codes(tmp_path: Path):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01", "2025-05-02"], HOSTILE)
    brief = brief_of(Extract(corpus, Scope(10**6, ("e0", "e1"), 2), (), since=0))
    page, text = html(brief), "\n".join(markdown(brief))
    assert brief.changed is not None
    assert {line.title for line in brief.changed.lines} >= {event.title for event in brief.events}
    for written in (page, text, citation(corpus, corpus.claims["c0"]).text):
        assert "\x1b" not in written
        assert "\u202e" not in written
        assert "U+202E" in written
    assert "<script" not in page
    assert "<script" not in text
    assert "[x](javascript" not in text


def test_an_escaped_text_has_nothing_that_markdown_obeys():
    assert escaped("a*b_[c](d)<e>`#|") == "a\\*b\\_\\[c\\](d)&lt;e>\\`\\#\\|"


def test_a_citation_says_who_when_where_and_in_which_words():
    text = citation(CORPUS, CORPUS.claims["kd-ushakov-ambassador"]).text
    claim, source = CORPUS.claims["kd-ushakov-ambassador"], CORPUS.texts["kd-ambassador"]
    start, end = (int(number) for number in re.search(r"characters (\d+)-(\d+)", text).groups())  # type: ignore[union-attr]
    assert source[start - 1 : end] == as_quote(claim.quote).exact
    for part in (
        "Said by Yuri Ushakov, on record, 5 May 2025",
        "Korea Daily",
        "published 5-7 May 2025",
        "Paragraph 8",
    ):
        assert part in text


def test_a_block_of_one_event_stands_alone():
    text = "\n".join(markdown_event(event_brief(CORPUS, "kim-attends", day_from_text("2025-05-06"))))
    assert text.startswith("### Kim Jong-un attends Victory Day")
    assert "below" not in text
    assert "sha256" in text


def test_a_brief_and_a_table_say_where_and_when_a_source_was_obtained_and_how_far_it_is_to_be_trusted():
    corpus = obtained()
    brief = event_brief(corpus, "kim-attends", day_from_text("2025-05-06"))
    url = OBTAINED["url"]
    for text in ("\n".join(markdown(brief)), "\n".join(markdown_event(brief))):
        assert f"<{url}> (retrieved 2025-05-07)" in text
    whole_brief, event = "\n".join(markdown(brief)), "\n".join(markdown_event(brief))
    assert whole_brief.count("reliability: B, usually reliable") == len(brief.sources) + len(brief.notes)
    assert event.count("reliability: B, usually reliable") == event.count("[^k") / 2
    assert f'<a href="{url}" rel="noreferrer">{url}</a> (retrieved 2025-05-07)' in html(brief)
    assert html(brief).count("B, usually reliable") == len(brief.sources) + len(brief.notes)
    text = citation(corpus, corpus.claims["kd-ushakov-ambassador"]).text
    assert text.endswith(f"\n{url} (retrieved 2025-05-07)\n")
    assert "\nReliability: B, usually reliable.\n" in text
    for row in csv.DictReader(io.StringIO("".join(csv_claims(corpus, 10**6)), newline="")):
        assert (row["url"], row["retrieved"], row["reliability"]) == (
            url,
            "2025-05-07",
            "B, usually reliable",
        )


def test_what_is_not_known_of_a_source_is_not_said():
    brief = event_brief(CORPUS, "kim-attends", day_from_text("2025-05-06"))
    for text in ("\n".join(markdown(brief)), "\n".join(markdown_event(brief)), html(brief)):
        assert "retrieved" not in text
        assert "eliability" not in text
        assert "()" not in text


@pytest.mark.parametrize("letter", Reliability)
def test_every_letter_of_reliability_has_its_words(letter: Reliability):
    assert rating(msgspec.structs.replace(CORPUS.sources["kd-ambassador"], reliability=letter)) == (
        f"{letter.value}, {RELIABILITY_WORDS[letter]}"
    )


BLOCKS = (
    "- x",
    "1. x",
    "a) x",
    "---",
    "===",
    "# x",
    "> x",
    "+ x",
    "| a |",
    "```",
    "~~~",
    ": x",
    "$x$",
    "c. x",
)


@pytest.mark.parametrize("words", BLOCKS)
def test_no_text_of_a_corpus_changes_how_the_markdown_is_built(tmp_path: Path, words: str):
    def built(words: str) -> list[str]:
        corpus = small_corpus(tmp_path / words[:1].replace("-", "_"), ["2025-05-01", "2025~"], words)
        info = msgspec.structs.replace(corpus.info, description=words)
        source = msgspec.structs.replace(corpus.sources["s"], authors=(words,), caveats=(words, words))
        corpus = replace(corpus, info=info, sources={"s": source})
        text = "\n".join(markdown(brief_of(Extract(corpus, Scope(10**6, ("e0", "e1"), 2), ()))))
        assert not re.search(r"^[\s-]*(?:[A-Za-z]|[ivxlcdm]+)[.)] ", text, flags=re.MULTILINE), (
            "a list, for Pandoc"
        )
        return [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]

    assert built(words) == built("Something")


@pytest.mark.parametrize("day", ["2025-03-22", "2025-04-30", "2025-05-05", "2025-05-06", "2026-01-01"])
def test_a_brief_says_why_as_the_card_does(day: str):
    phrases = Phrases(CORPUS, ASCII, day_from_text(day))
    reasons = set()
    for part in whole(day).events:
        state = event_state(CORPUS, part.event, phrases.day)
        assert state is not None
        assert part.reason == phrases.chosen(state)
        reasons.add(part.reason)
        unnamed = [item for item in state.claims if item.said.record is OnRecord.ANONYMOUS]
        assert unnamed or "unnamed" not in part.reason
    assert len(reasons) > (day > "2025-04-29")


@pytest.mark.parametrize("step", ["2025-04-30", "2025-05-05"])
def test_what_the_curator_says_of_later_claims_is_not_known_before(step: str):
    day = day_from_text(step)
    for part in whole(step).conflicts:
        conflict = CORPUS.conflicts[part.conflict]
        known = all(saying(CORPUS, CORPUS.claims[name]).visible <= day for name in conflict.claims)
        assert (part.reason, part.open) == ((conflict.reason, conflict.open or "") if known else ("", ""))
        assert known or part.kind != "resolved"
