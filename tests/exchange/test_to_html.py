"""The page: whole, in need of nothing else, each text in its language."""

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import html5lib
import msgspec
import pytest

from model.dates.calendar import day_from_text
from model.exchange.brief import Brief, brief_of, event_brief
from model.exchange.extract import Extract, Scope
from model.exchange.laid_out import Whose
from model.exchange.to_html import html
from tests.exchange.bundled import CORPUS, obtained, whole


class Checked(HTMLParser):
    """Reads a page; every element must be closed, and every link lead somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_needs_nothing_else_and_every_link_leads_inside_it():
    page = Checked()
    page.feed(html(whole()))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert page.names & {"script", "img", "link", "iframe"} == set()


def test_only_an_address_of_the_web_is_a_link_in_the_page():
    brief = event_brief(obtained(), "kim-attends", day_from_text("2025-05-06"))
    sources = tuple(
        replace(it, url="javascript:alert(1)", archived="data:text/html,x") for it in brief.sources
    )
    page = Checked()
    page.feed(html(replace(brief, sources=sources)))
    assert {link[:1] for link in page.links} == {"#"}


@pytest.mark.parametrize(
    ("language", "runs"),
    [
        ("ar", "rtl"),
        ("ur-PK", "rtl"),
        ("ku-Arab", "rtl"),
        ("ar-Latn", "auto"),
        ("ko", "auto"),
        ('ar"<', "auto"),
    ],
)
def test_every_quote_of_the_page_says_its_language_and_how_it_runs(language: str, runs: str):
    brief = event_brief(obtained(language=language), "kim-attends", day_from_text("2025-05-06"))
    page = html(brief)
    assert page.count("<q") == page.count(f'<q lang="{escape(language)}" dir="{runs}">')
    # Quotes in notes, hedges, words of dates, and titles of documents.
    (event,) = brief.events
    lines = [*event.dated, *event.says.says, *(piece for it in brief.sources for piece in it.pieces)]
    quotes = [piece.text for piece in lines if piece.whose is Whose.QUOTED]
    assert len(quotes) > len(brief.sources) + 1
    for words in (*(it.quote for it in brief.notes.values()), *quotes):
        assert f">{escape(words)}</q>" in page
    assert page.count("<q") > len(brief.notes) + len(brief.sources)


def test_each_note_leads_back_to_every_place_that_it_is_used_in():
    tree = html5lib.parse(html(whole()), namespaceHTMLElements=False)
    uses = {it.get("id"): it.get("href") for it in tree.iter("a") if it.get("role") == "doc-noteref"}
    back: dict[str, list[str]] = {}
    for note in tree.iter("li"):
        for it in note.iter("a"):
            if it.get("role") == "doc-backlink":
                back.setdefault(f"#{note.get('id')}", []).append(it.get("href", "")[1:])
    assert back.keys() == set(uses.values())
    assert {use: note for note, found in back.items() for use in found} == uses
    assert max(map(len, back.values())) > 1


def test_notes_are_numbered_in_the_order_in_which_they_are_read():
    for brief in (whole(), changed_brief()):
        numbers = [int(it) for it in re.findall(r'role="doc-noteref">(\d+)<', html(brief))]
        assert list(dict.fromkeys(numbers)) == list(range(1, len(brief.notes) + 1))


def changed_brief() -> Brief:
    scope = Scope(day_from_text("2025-05-20"), whole("2025-05-20").scope.events, 53)
    return brief_of(Extract(CORPUS, scope, (), since=day_from_text("2025-04-30")))


def test_the_page_has_a_look_for_dark_light_and_paper_and_asks_for_nothing():
    page = html(whole())
    for words in ("color-scheme: light dark", "@media (prefers-color-scheme: dark)", "@media print"):
        assert words in page
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|src=", page)


def test_what_the_curator_wrote_is_in_the_language_of_the_corpus():
    info = msgspec.structs.replace(CORPUS.info, language="ko")
    page = html(event_brief(replace(CORPUS, info=info), "kim-attends", day_from_text("2025-05-06")))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    marked = {"".join(it.itertext()) for it in tree.iter("span") if it.get("lang") == "ko" and it.get("dir")}
    brief = event_brief(CORPUS, "kim-attends", day_from_text("2025-05-06"))
    (event,) = brief.events
    readings = {it.words for conflict in brief.conflicts for it in conflict.readings}
    reasons = {it.reason for it in brief.conflicts} - {""}
    assert marked >= {brief.title, brief.description, event.title} | readings | reasons
