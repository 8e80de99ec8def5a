"""Every visible word of what is added is in its text, as often as there and letter for letter."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from model.curate.intake.extracted import NotTaken
from model.curate.intake.kinds import KINDS, kind_of
from model.curate.intake.visible_html import html_tree, visible_page
from tests.curate.intake.every import every_file
from tests.curate.intake.made import Made
from tests.curate.intake.made_pages import ARTICLE, ARTICLE_WORDS

FILES = every_file()


def words(text: str) -> Counter[str]:
    """The words of a text. A no-break space is a letter of its word: it is not to become another space."""
    return Counter(
        word for word in text.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ") if word
    )


@pytest.mark.parametrize("made", FILES, ids=lambda made: made.name)
def test_the_words_kept_and_the_words_folded_are_the_visible_words(made: Made):
    kind = kind_of(made.data, made.name)
    assert kind.name == made.kind
    found = kind.read(made.data)
    folded: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    done = 0
    for aside in found.asides:
        assert done <= aside.start < aside.end
        kept += words(found.text[done : aside.start])
        folded += words(found.text[aside.start : aside.end])
        done = aside.end
    kept += words(found.text[done:])
    assert kept + folded == words(made.words)
    assert kept, "not all of it is furniture"


def test_there_are_two_files_of_each_kind():
    counts = Counter(made.kind for made in FILES)
    assert {name: count for name, count in counts.items() if count < 2} == {}
    assert counts.keys() == KINDS.keys()


@pytest.mark.parametrize("made", [it for it in FILES if "." in it.name], ids=lambda made: made.name)
def test_the_kind_is_told_by_what_is_in_a_file_and_not_by_its_name(made: Made):
    assert kind_of(made.data, "").name == made.kind
    assert kind_of(made.data, "wrong.bin").name == made.kind


class _Oracle(HTMLParser):
    """The visible words of a page that is well formed, by a parser that knows nothing of ours."""

    EMPTY = frozenset({"meta", "img", "input", "br", "link", "hr"})
    UNSEEN = frozenset({"head", "script", "style", "template", "noscript"})

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen: list[bool] = [False]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in {"b", "i"}:
            self.pieces.append(" ")
        if tag not in self.EMPTY:
            unseen = tag in self.UNSEEN or "hidden" in given or given.get("aria-hidden") == "true"
            self._unseen.append(self._unseen[-1] or unseen or "display: none" in (given.get("style") or ""))

    def handle_endtag(self, tag: str) -> None:
        self._unseen.pop()
        if tag not in {"b", "i"}:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen[-1]:
            self.pieces.append(data)


def test_what_is_known_of_the_page_is_what_another_parser_sees():
    oracle = _Oracle()
    oracle.feed(ARTICLE)
    assert words("".join(oracle.pieces)) == words(ARTICLE_WORDS)


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>one<p>two", "one two"),
        ("after</html> the end", "after the end"),
        ("<body><div>a<script>b</script>c</div>", "ac"),
        ("<table>stray<tr><td>cell</table>", "stray cell"),
        ("<p>a &lt;b&gt; c &amp;amp; &#x41;&euro;", "a <b> c &amp; A€"),
        ("<p>1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("<p>Cafe\u0301 “x” ‘y’ \u200bz", "Cafe\u0301 “x” ‘y’ \u200bz"),
        ("<p>x</p></body></html>tail<p>more</p>", "x tail more"),
        ("<svg><title>no</title><text>drawn</text></svg>", "drawn"),
        ("<select><option>one<option>two</select>", "one two"),
        ("<textarea>written</textarea>", "written"),
        ("<details><summary>more</summary>folded</details>", "more folded"),
        ("<dialog>closed</dialog><dialog open>shown</dialog>", "shown"),
        ("<p style='visibility:hidden'>no</p><p style='display:block'>yes", "yes"),
        ("<a>in</a>line <i>w</i>ord", "inline word"),
        ("<div>" * 1_000 + "deep", "deep"),
    ],
    ids=str,
)
def test_odd_pages_are_seen_as_browsers_show_them(html: str, seen: str):
    text = "\n".join(block.text for block in visible_page(html_tree(html)).blocks)
    assert words(text) == words(seen)


def test_a_page_of_which_the_parser_gives_up_a_part_is_refused():
    with pytest.raises(NotTaken, match="more deeply than is read"):
        html_tree("<div>" * 20_000 + "deep")
