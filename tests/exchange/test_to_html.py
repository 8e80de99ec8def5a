"""The page: whole, in need of nothing else, each text in its language."""

from dataclasses import replace
from html.parser import HTMLParser

import msgspec

from model.dates.calendar import day_from_text
from model.exchange.brief import event_brief
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
    sources = tuple(replace(it, url="javascript:alert(1)") for it in brief.sources)
    page = Checked()
    page.feed(html(replace(brief, sources=sources)))
    assert {link[:1] for link in page.links} == {"#"}


def test_every_quote_of_the_page_is_in_the_language_of_its_source_and_runs_as_its_script_does():
    page = html(event_brief(obtained(language='ar"<'), "kim-attends", day_from_text("2025-05-06")))
    assert "<q" in page
    assert page.count("<q") == page.count('<q lang="ar&quot;&lt;" dir="auto">')


def test_what_the_curator_wrote_is_in_the_language_of_the_corpus():
    info = msgspec.structs.replace(CORPUS.info, language="ko")
    page = html(event_brief(replace(CORPUS, info=info), "kim-attends", day_from_text("2025-05-06")))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    for element in ("<h1", "<h3", '<p class="lead"', "<h3><span", "The curator: <span", 'class="preferred"'):
        assert f'{element} lang="ko" dir="auto">' in page
