"""What each key marks: walked on a plain text, on a Korean one, and on odd ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.index.archive import open_archive
from tests.odd.corpora import WHO, Folder, claim, event
from tests.tui.contexts import context_of
from tui.actions.marking import begun
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.state.context import Context
from tui.state.outcome import Say, one_by_one
from tui.state.scene import Scene
from tui.text.target import TextTarget

PLAIN = 'He left. "Kim Jong-un, he said, saw 1,500 men (guards)..." They\'re gone, all: the "last" ones!\nThe end.\n'
KOREAN = (
    "최룡해 대표단이 지난 8일, 모스크바를 방문했다. 국정원은 \u201c단장은 최룡해\u201d라고 밝혔다.\n끝이다.\n"
)
ACCENTS = "La Re\u0301publique a dit non. \U0001f1f0\U0001f1f5 \u2764\ufe0f salut \u2026 fin.\n"
ENDLESS = f"One. A {'x' * 3_000} word. {'-' * 2_000} Two.\n"
NO_END = "no mark of an end here"
FURNITURE = "First words stand here. Home Menu. Second words.\n"

TEXTS = {
    "plain": PLAIN, "korean": KOREAN, "accents": ACCENTS, "endless": ENDLESS, "no end": NO_END, "folded": FURNITURE,
}  # fmt: skip

_COMMANDS = CommandList(COMMANDS)
_NAMES = {"(": "left_parenthesis", ")": "right_parenthesis"}


def opened(folder: Path, text: str) -> Context:
    quote = text.split()[0]
    folded = '\n[[furniture]]\nquote = "Home Menu."\nkind = "menu"\n' if text is FURNITURE else ""
    records = claim("c", quote, 'event = "e"\n') + folded
    corpus = Folder(WHO, event("e", "It")).source(text, records).load(folder / "corpus")
    return context_of(open_archive(corpus, None, today=0))


def walked(ctx: Context, keys: str) -> tuple[str, list[str]]:
    """What is marked once some keys were pressed, parted by spaces, and all that was said."""
    said: list[str] = []

    def obey(now: Context, outcomes: object) -> Context:
        for it in one_by_one(outcomes):  # type: ignore[arg-type]
            if isinstance(it, Scene):
                now = now.of(it)
            elif isinstance(it, Say):
                said.append(it.words)
        return now

    for key in keys.split():
        found = _COMMANDS.of_key(_NAMES.get(key, key), ctx.scene.place)
        assert found is not None, key
        ctx = obey(ctx, found[0].run(ctx, found[1].by))
    marked = ctx.scene.marking
    assert marked is not None
    assert marked.start < marked.end
    return ctx.archive.whole.texts["s"][marked.start : marked.end], said


def at(ctx: Context, words: str) -> Context:
    """The sentence with these words is marked, in the source."""
    start = ctx.archive.whole.texts["s"].index(words)
    scene = begun(ctx, TextTarget("s", start, start + len(words)))
    assert isinstance(scene, Scene)
    return ctx.of(replace(scene, stance=replace(scene.stance, pane="source")))


WALKS = [
    ("plain", "He left", "", "He left."),
    ("plain", "He left", "h", "He left"),
    ("plain", "He left", "h l", "He left."),
    ("plain", "He left", "H", "He left"),
    ("plain", "He left", "H H", "He"),
    ("plain", "He left", "L", 'He left. "Kim'),
    ("plain", "He left", "L L", 'He left. "Kim Jong-un'),
    ("plain", "He left", "L L L L L", 'He left. "Kim Jong-un, he said, saw'),
    ("plain", "He left", "L L L L L L", 'He left. "Kim Jong-un, he said, saw 1,500'),
    ("plain", "He left", "L L L L L L L L L", "He left. \"Kim Jong-un, he said, saw 1,500 men (guards)...\" They're"),
    ("plain", "He left", ")", 'He left. "Kim Jong-un, he said, saw 1,500 men (guards)..."'),
    ("plain", "He left", ") (", "He left."),
    ("plain", "He left", "L (", "He left."),
    ("plain", "Kim", "o L", 'Kim Jong-un, he said, saw 1,500 men (guards)..."'),
    ("plain", "Kim", "o L h w", '"Kim Jong-un, he said, saw 1,500 men (guards)..."'),
    ("plain", "Kim", "o (", 'He left. "Kim Jong-un, he said, saw 1,500 men (guards)..."'),
    ("plain", "Kim", "o l w", 'Kim Jong-un, he said, saw 1,500 men (guards)..."'),
    ("plain", "Kim", "j", 'They\'re gone, all: the "last" ones!'),
    ("plain", "Kim", "j j", "The end."),
    ("plain", "Kim", "k", "He left."),
    ("plain", "Kim", "L k", "He left."),
    ("plain", "The end", "l w", "The end."),
    ("plain", "The end", "o h w", "The end."),
    ("korean", "최룡해 대표단", "", "최룡해 대표단이 지난 8일, 모스크바를 방문했다."),
    ("korean", "최룡해 대표단", "H H", "최룡해 대표단이 지난 8일, 모스크바를"),
    ("korean", "최룡해 대표단", "H H H", "최룡해 대표단이 지난 8일"),
    ("korean", "최룡해 대표단", "H H H L", "최룡해 대표단이 지난 8일, 모스크바를"),
    ("korean", "최룡해 대표단", "L", "최룡해 대표단이 지난 8일, 모스크바를 방문했다. 국정원은"),
    ("korean", "최룡해 대표단", "h h", "최룡해 대표단이 지난 8일, 모스크바를 방문했"),
    ("korean", "최룡해 대표단", "j", "국정원은 \u201c단장은 최룡해\u201d라고 밝혔다."),
    ("korean", "국정원", "o L", "단장은 최룡해\u201d라고 밝혔다."),
    ("korean", "국정원", ")", "국정원은 \u201c단장은 최룡해\u201d라고 밝혔다.\n끝이다."),
    ("accents", "La Re", "H H H H", "La Re\u0301publique"),
    ("accents", "La Re", "H H H H h", "La Re\u0301publiqu"),
    ("accents", "La Re", "H H H H h h h h h h h h", "La Re\u0301"),
    ("accents", "La Re", "H H H H h h h h h h h h h", "La R"),
    ("accents", "\u2764", "o L", "salut \u2026 fin."),
    ("accents", "La Re", "L", "La Re\u0301publique a dit non. \U0001f1f0\U0001f1f5 \u2764\ufe0f salut"),
    ("endless", "One", "L L", f"One. A {'x' * 3_000}"),
    ("endless", "One", "L L L", f"One. A {'x' * 3_000} word"),
    ("endless", "One", "L L L L", f"One. A {'x' * 3_000} word. {'-' * 2_000} Two"),
    ("endless", "Two", "o L", "Two."),
    ("no end", "no mark", "H", "no mark of an end"),
    ("folded", "First", "j", "Second words."),
    ("folded", "First", ")", "First words stand here. Home Menu. Second words."),
    ("folded", "Second", "k", "First words stand here."),
    ("folded", "Menu", "", "Second words."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "keys", "expected"), WALKS, ids=lambda it: str(it)[:24])
def test_each_key_marks_what_it_says(tmp_path: Path, name: str, words: str, keys: str, expected: str):
    assert walked(at(opened(tmp_path, TEXTS[name]), words), keys) == (expected, [])


@pytest.mark.parametrize(
    ("name", "words", "keys", "expected", "said"),
    [
        ("plain", "He left", "(", "He left.", "Less than this is nothing"),
        ("plain", "He left", "H H H", "He", "Less than this is nothing"),
        ("plain", "He left", "H H h h", "H", "Less than this is nothing"),
        ("plain", "Kim", "(", '"Kim Jong-un, he said, saw 1,500 men (guards)..."', "Less than this is nothing"),
        ("plain", "The end", ")", "The end.", "The text ends here"),
        ("plain", "The end", "j", "The end.", "This is the last sentence"),
        ("plain", "He left", "k", "He left.", "This is the first sentence"),
        ("plain", "He left", "o h", "He left.", "The text begins here"),
        ("no end", "no mark", "L", "no mark of an end here", "The text ends here"),
    ],
    ids=lambda it: str(it)[:24],
)  # fmt: skip
def test_where_a_key_marks_nothing_more_it_says_so(
    tmp_path: Path, name: str, words: str, keys: str, expected: str, said: str
):
    marked, heard = walked(at(opened(tmp_path, TEXTS[name]), words), keys)
    assert marked == expected
    assert len(heard) == 1
    assert heard[0].startswith(said)


@pytest.mark.parametrize("name", TEXTS)
def test_keys_of_a_hand_that_slips_never_mark_nothing(tmp_path: Path, name: str):
    ctx = opened(tmp_path, TEXTS[name])
    walks = (
        "h " * 9,
        "H " * 9,
        "( " * 9,
        "o l l l L L ) )",
        "L ( h ( H o L h ( l )",
        ") ) ) o ( ( l L H w s h",
    )
    for keys in walks:
        marked, _ = walked(at(ctx, TEXTS[name].split()[0]), keys)
        assert marked


def test_words_that_are_lit_in_a_folded_sentence_are_marked_and_not_the_next_one(tmp_path: Path):
    text = "Menu and so it was. It was not.\n"
    records = claim("c", "so it was", 'event = "e"\n') + '\n[[furniture]]\nquote = "Menu"\nkind = "menu"\n'
    corpus = Folder(WHO, event("e", "It")).source(text, records).load(tmp_path / "corpus")
    assert walked(at(context_of(open_archive(corpus, None, today=0)), "so it was"), "") == ("so it was", [])
