"""The pages: the one in which the program is shown, a list of corpora, and a sentence."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template

FOLDER = files("tui.serve") / "page"
"""Where what they are made of lies."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""That nothing comes from elsewhere, and nobody frames it (W3C Content Security Policy). Scripts set styles."""


def program_page(title: str) -> str:
    """The page in which the program is shown; its address ends in `/CORPUS/SEAT/`."""
    return _filled("program.html", title=escape(title))


def enter_page(title: str) -> str:
    """The page that leads on to a seat; its address ends in `/CORPUS/`."""
    return _filled("enter.html", title=escape(title))


def list_page(titles: Sequence[str]) -> str:
    """A list of corpora to choose from; their addresses are their numbers, from 1."""
    lines = (f'<li><a href="{number}/">{escape(title)}</a></li>' for number, title in enumerate(titles, 1))
    return _filled("plain.html", title="dprk-tui", content=f"<ul>{''.join(lines)}</ul>")


def sentence_page(sentence: str) -> str:
    """A sentence, where there is nothing else to show."""
    return _filled("plain.html", title="dprk-tui", content=f"<p>{escape(sentence)}</p>")


def _filled(name: str, **values: str) -> str:
    return Template((FOLDER / name).read_text("utf-8")).substitute(values)
