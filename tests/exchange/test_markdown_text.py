"""Whatever a text holds, Markdown shows it as it is, and an address leads where it says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from model.exchange.markdown_text import address, escaped
from model.exchange.visible import visible

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

AT_LINE_STARTS = [
    "- x", "+ x", "* x", "1. x", "1) x", "12. x", "(1) x", "a. x", "A) x", "iv. x", "(MIX) x", "#. x", "(@) x", "1.",
    "-", "c. 9 May", "1986. A great year", "---", "- - -", "***", "___", "===", "=", "+", "# x", "###### x", "#", "> x",
    ">", "| a | b |", "|--|--|", ":-- | --:", "```", "~~~ x", "`x`", ": x", "~ x", "::: x", "% x", "[x]: /y", "[^x]: y",
    "[ ] x", "<x>", "<!-- x", "<div>", "</p>", "&lt;", "@x", "\\- x", "$$", "$x$", "![x](y)", "*x*", "_x_", "**x**",
    "~~x~~", "^x^", "{x}", "\\",
]  # fmt: skip
IN_LINES = [
    "a *b* c",
    "a_b_c",
    "a _b_ c",
    "a __b__",
    "a [b](c) d",
    "a <b> c",
    "a `b` c",
    "x & y",
    "&amp;",
    "a | b",
    "a@b.c",
    "a @b",
]

_PANDOC_MATHS = re.compile(r"(?<!\\)\$(?=\S)(?:[^$\\]|\\.)*?(?<=\S)(?<!\\)\$(?!\d)")
_DEAD = re.compile(r"https?://\S*\\")
_PANDOC_LIST = re.compile(r"\(?(?:[A-Za-z]|[ivxlcdmIVXLCDM]+|#|@\w*|\d+)[.)]\s")


def shown(text: str) -> str:
    """What a reader sees of a document that must be one paragraph of plain text and links."""
    tokens = READER.parse(text)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], text
    words: list[Token] = tokens[1].children or []
    allowed = {"text", "text_special", "html_inline", "link_open", "link_close"}
    assert {token.type for token in words} <= allowed, text
    assert {token.content for token in words if token.type == "html_inline"} <= {"<span>", "</span>"}
    assert all(token.markup == "autolink" for token in words if token.type == "link_open")
    return "".join(token.content for token in words if token.type.startswith("text"))


def at_line_starts(text: str) -> list[str]:
    """What a document shows of the text in a paragraph, under another, in a list, in a list in it."""
    seen = []
    for before in ("", "above\n\n", "- ", "- x\n  - "):
        tokens = READER.parse(f"{before}{escaped(text)}\n")
        kinds = [it.type for it in tokens]
        assert not {"heading_open", "hr", "blockquote_open", "table_open", "fence", "html_block"} & set(kinds)
        assert sum(kind.endswith("list_open") for kind in kinds) == before.count("- "), text
        last = [it for it in tokens if it.type == "inline"][-1]
        seen.append("".join(it.content for it in last.children or [] if it.type.startswith("text")))
    return seen


@pytest.mark.parametrize("text", AT_LINE_STARTS + IN_LINES)
def test_a_text_is_shown_as_it_is_wherever_it_stands(text: str):
    assert shown(escaped(text)) == text
    assert at_line_starts(text) == [text] * 4
    assert shown(f"Before: {escaped(text)}") == f"Before: {text}"
    assert not _PANDOC_LIST.match(escaped(text))


@settings(max_examples=300)
@given(st.text(st.sampled_from("-+*=#>|~`_[](){}!$^&<\\:.1aIv @/%\"'") | st.characters(), max_size=12))
def test_any_text_is_shown_as_it_is(text: str):
    text = visible(text)
    if text:
        assert shown(escaped(text)) == text
        assert not _PANDOC_MATHS.search(escaped(text))


@pytest.mark.parametrize(
    "text",
    [
        "$3,500 in 2022 and $5,000",
        "from 3$ to 5$",
        "$x$",
        "US$5 or US$",
        "$$x$$",
        "\\$5 x\\$",
        "$ a $",
        "$`x`$",
    ],
)
def test_dollars_are_no_mathematics(text: str):
    written = escaped(text)
    assert shown(written) == text
    assert not _PANDOC_MATHS.search(written)
    # For GitHub, whose mathematics is found after escapes are gone: one that no digit follows stands apart.
    assert re.findall(r"\$(?!\d|</span>)", written) == []


ADDRESSES = [
    "https://example.org/a_b/_c_d?e=f&g=*h*#i_j",
    "http://example.org/x_(y)",
    "https://example.org/~me/a%20b",
    "https://example.org/최/a_b",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_leads_where_it_says(url: str):
    for written in (address(url), f"See {escaped(url)}.", escaped(f"({url}), or")):
        assert f"<{url}>" in written
        links = [
            it.attrs["href"]
            for token in READER.parse(written)
            for it in token.children or []
            if it.type == "link_open"
        ]
        assert links == [READER.normalizeLink(url)]
        assert not _DEAD.search(written)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "nowhere_at_all_", "//x/y"]
)
def test_what_is_no_address_of_the_web_is_text(url: str):
    assert shown(address(url)) == url
    assert "<" not in address(url)


def test_what_an_address_cannot_hold_does_not_end_its_link():
    written = address("https://example.org/a b>c`d$e\\f|g")
    assert written == "<https://example.org/a%20b%3Ec%60d%24e%5Cf%7Cg>"


def test_the_sentence_around_an_address_is_no_part_of_it():
    assert escaped("See https://example.org/a_b, or (https://example.org/c).") == (
        "See <https://example.org/a_b>, or (<https://example.org/c>)."
    )


def test_a_flood_of_brackets_after_an_address_is_read_once():
    text = f"https://example.org/{')' * 200_000}"
    assert escaped(text) == f"<https://example.org/>{')' * 200_000}"
