"""Real renderers of Markdown: what a reader sees of a text, and the pieces of it in which others look for more."""

import functools
import shutil
import subprocess
from collections.abc import Callable

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

Renderer = Callable[[str], str]

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# By itself it shows addresses decoded and in Punycode, whatever the text has.
_COMMONMARK.normalizeLinkText = lambda link: link  # type: ignore[method-assign]


def github(text: str) -> str:
    """As GitHub's own cmark-gfm does, with tables, strikethrough, addresses as links, footnotes and raw HTML."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options))


def commonmark(text: str) -> str:
    """As markdown-it-py does."""
    return str(_COMMONMARK.render(text))


def pandoc(text: str, reading: str) -> str:
    """As Pandoc does, with mathematics left for MathJax."""
    done = subprocess.run(
        ["pandoc", "--from", reading, "--to", "html", "--mathjax", "--wrap=preserve"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


RENDERERS: dict[str, Renderer] = {"GitHub": github, "CommonMark": commonmark}
"""Each by its name, those that are quick."""

PANDOCS: dict[str, Renderer] = {
    f"Pandoc {reading}": functools.partial(pandoc, reading=reading)
    for reading in ("markdown", "gfm", "commonmark_x")
    if shutil.which("pandoc")
}
"""Pandoc's own Markdown, and what it takes for GitHub's; none where Pandoc is not installed."""


def parts_of(page: str, element: str) -> list[list[str]]:
    """The pieces of text (text nodes) in each of some elements of a page, in order."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [[text for text in it.itertext() if text] for it in tree.iter(element)]


def straight(text: str) -> str:
    """The text with straight quotation marks, which Pandoc sets as curly ones."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))
