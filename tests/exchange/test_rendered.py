"""What real renderers show of a text is the text: GitHub's cmark-gfm, markdown-it-py, and Pandoc where it is."""

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exchange.brief import Brief, brief_of, event_brief
from model.exchange.extract import Extract, Scope
from model.exchange.laid_out import plain_text
from model.exchange.markdown_text import escaped
from model.exchange.to_html import html
from model.exchange.to_markdown import markdown
from model.exchange.visible import visible
from tests.effort import examples
from tests.exchange.bundled import obtained, whole
from tests.exchange.renderers import PANDOCS, RENDERERS, github, parts_of, straight
from tests.tui.small_corpus import small_corpus

SIGNS = list("-+*=#>|~`_[](){}!$^&<\\:.1aIv @/%\"';,?x")
HABITS = [
    "www.", "http://", "https://", "HTTP://a.b", "a.b", "a@b.c", "@me", "[@a]", "(@)", ":+1:", ":smile:", "#12", "GH-1",
    "[^", "[^a]", "$x$", "$5", "\\(", "\\)", "\\[", "...", "--", "mailto:", "xmpp:", "<b>", "</p>", "<!--", "&amp;",
    "&#36;", "^a^", "~a~", "~~", "최", "é", "|--|", "```", "[x](y)", "![", "{#a}", "::: ", "1.", "a)", "  ",
]  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(SIGNS + HABITS) | st.characters(), max_size=10).map("".join).map(visible)
).filter(bool)

LOOKED_FOR = re.compile(
    r":[\w+-]+:"  # emoji
    r"|(?<![\w`])@[A-Za-z0-9]"  # people
    r"|(?<!\w)#[0-9]|\bGH-[0-9]"  # issues
    r"|\$[^$]+\$(?![0-9])|\\\(|\\\[",  # mathematics
    re.IGNORECASE,
)
"""What GitHub and MathJax look for in what is rendered, in each text node by itself."""


def spaced(text: str) -> str:
    return " ".join(text.split())


@examples(400)
@given(TEXTS)
def test_any_text_is_shown_as_it_is_at_the_start_and_in_a_list(text: str):
    for name, render in RENDERERS.items():
        for before in ("", "- ", "- x\n  - ", "**x**, "):
            (shown,) = parts_of(render(f"{before}{escaped(text, not before.startswith('*'))}\n"), "body")
            around = {"": "", "- ": "", "**x**, ": "x, "}.get(before, "x ")
            assert spaced("".join(shown)) == spaced(around + text), (name, before)
            for piece in shown:
                assert not LOOKED_FOR.search(piece) or "://" in piece, (name, before)


TRAPS = (
    "www.example.org/a*b_c_|d",
    "see www.a.b/*x*",
    "http://a.b/?x&copy;y",
    "HTTP://a.b/c_d_e*f*",
    "ftp://a.b/~c~d",
    "mailto:a*b@c.de",
    "xmpp:a*b@c.de/x",
    "a_b@c.de",
    "\\(x\\) and \\[y\\]",
)
"""What GitHub makes links of, with signs in it that it would show escaped, and mathematics."""


@pytest.mark.parametrize("text", TRAPS)
def test_an_address_is_shown_as_it_is_with_or_without_a_link(text: str):
    for name, render in RENDERERS.items():
        assert "".join(parts_of(render(escaped(text)), "p")[0]) == text, name


@pytest.mark.parametrize(
    "name", PANDOCS or [pytest.param("", marks=pytest.mark.skip("Pandoc is not installed"))]
)
def test_pandoc_shows_what_it_may_take_for_something_else_as_it_is(name: str):
    texts = [*TRAPS, *filter(None, (visible(a + b) for a in HABITS for b in (*SIGNS, *HABITS)))]
    shown = parts_of(PANDOCS[name]("\n\n".join(map(escaped, texts))), "p")
    shown += [[]] * (len(texts) - len(shown))
    for words, text in zip(shown, texts, strict=True):
        assert straight(spaced("".join(words))) == straight(spaced(text))


HOSTILE = (
    "US$5 and $x$ at https://example.org/a_b_c?d=~e, 1_000~2 ^up^ [^n] :smile: @nobody #12 "
    "| a | <b>x</b> -- ... &amp;"
)


def hostile(folder: Path) -> Brief:
    corpus = small_corpus(folder / "corpus", ["2025-05-01", "2025-05-02"], HOSTILE)
    return brief_of(Extract(corpus, Scope(10**6, ("e0", "e1"), 2), (), since=0))


@pytest.mark.parametrize("name", [*RENDERERS, *PANDOCS])
def test_a_brief_of_hostile_text_shows_it_in_every_heading_item_and_note(tmp_path: Path, name: str):
    brief = hostile(tmp_path)
    text = "\n".join(markdown(brief))
    page = (RENDERERS | PANDOCS)[name](text)
    shown = straight(spaced("".join(parts_of(page, "body")[0])))
    for words in (
        brief.title,
        *(it.title for it in brief.events),
        *(plain_text(it.pieces) for it in brief.sources),
    ):
        assert straight(spaced(words)) in shown
    assert len(parts_of(page, "h3")) >= len(list(brief.events))
    assert not parts_of(page, "table")
    assert not parts_of(page, "b")


def links(page: str) -> tuple[list[str], list[str]]:
    """The ids of a page, and where its links lead inside it."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    ids = [name for it in tree.iter() if (name := it.get("id"))]
    return ids, [to[1:] for it in tree.iter("a") if (to := it.get("href", "")).startswith("#")]


def test_in_markdown_every_note_leads_back_to_where_it_is_used():
    brief = whole()
    page = github("\n".join(markdown(brief)))
    ids, led = links(page)
    assert set(led) <= set(ids)
    assert {it for it in ids if it.startswith("fn-")} == {f"fn-{name}" for name in brief.notes}
    # One way there and one back for each use.
    assert len([it for it in led if it.startswith("fn-")]) == len(
        [it for it in led if it.startswith("fnref-")]
    )
    assert "[^" not in "".join(parts_of(page, "body")[0])


def test_a_page_is_sound_html_and_shows_hostile_text(tmp_path: Path):
    for brief in (whole(), hostile(tmp_path)):
        page = html(brief)
        html5lib.HTMLParser(strict=True).parse(page)
        shown = "".join(parts_of(page, "main")[0])
        for words in (
            brief.title,
            *(it.title for it in brief.events),
            *(it.quote for it in brief.notes.values()),
        ):
            assert words in shown


def test_what_is_linked_in_a_brief_leads_where_it_says():
    url = "https://example.org/a_b?x=_c_"
    brief = event_brief(obtained(archived="https://archive.example/$1_2"), "kim-attends", 739_376)
    for page in (github("\n".join(markdown(brief))), html(brief)):
        tree = html5lib.parse(page, namespaceHTMLElements=False)
        led = {it.get("href", ""): "".join(it.itertext()) for it in tree.iter("a")}
        assert led[url] == url
        assert any(it.startswith("https://archive.example/") and it.endswith("1_2") for it in led)
