"""The signs of the screen, each with its ASCII twin. None rests on colour alone; none is of ambiguous width."""

from dataclasses import dataclass

from model.asof.word import Word
from model.corpus.vocabulary import Status
from tui.text.line import Role


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Every mark that we draw ourselves, in one character set.

    `by_word` and `by_status` are the status signs (`believed` keeps its status's sign).
    """

    ascii_only: bool
    by_word: dict[Word, str]
    by_status: dict[Status, str]
    selected: str
    lit: str
    new: str
    changed: str
    contested: str
    cut: str
    rule: str
    divider: str
    chain: str
    lasts: str
    back: str
    turned: str

    def of(self, word: Word, status: Status) -> str:
        """The sign of a row or claim."""
        return self.by_word.get(word) or self.by_status[status]


_TABLE: dict[Word, tuple[str, str]] = {
    Word.OCCURRED: ("∙", "."),
    Word.REPORTEDLY: ("∙", "."),
    Word.ONGOING: ("►", ">"),
    Word.CONFIRMED: ("◉", "#"),
    Word.SCHEDULED: ("◦", "o"),
    Word.EXPECTED: ("◊", "~"),
    Word.SPECULATED: ("◌", "%"),
    Word.UNCONFIRMED: ("?", "?"),
    Word.NO_COMMENT: ("∅", "0"),
    Word.CONDITIONAL: ("⊸", "&"),
    Word.NOT_EXPECTED: ("⊖", "-"),
    Word.DOUBTED: ("⊖", "-"),
    Word.NOT_BELIEVED: ("⊖", "-"),
    Word.DENIED: ("✗", "x"),
    Word.CANCELLED: ("⊘", "/"),
    Word.DUE: ("◷", "@"),
    Word.SUPERSEDED: ("↳", "^"),
    Word.CODED: ("▫", ":"),
}


def _signs(column: int, **marks: str) -> Signs:
    by_word = {word: pair[column] for word, pair in _TABLE.items()}
    by_status = {status: by_word[Word(status.value.replace("-", " "))] for status in Status}
    return Signs(column == 1, by_word, by_status, **marks)


UNICODE = _signs(
    0,
    selected="›",
    lit='"',
    new="+",
    changed="*",
    contested="⇄",
    cut="⋯",
    rule="╌",
    divider="╎",
    chain="›",
    lasts="▬",
    back="‹",
    turned="↦",
)
ASCII = _signs(
    1,
    selected=">",
    lit='"',
    new="+",
    changed="*",
    contested="!",
    cut="~",
    rule="-",
    divider="|",
    chain=">",
    lasts="=",
    back="<",
    turned="->",
)

ROLES: dict[Word, Role] = {
    Word.OCCURRED: Role.TEXT,
    Word.REPORTEDLY: Role.TEXT,
    Word.ONGOING: Role.TEXT,
    Word.CONFIRMED: Role.AHEAD,
    Word.SCHEDULED: Role.AHEAD,
    Word.EXPECTED: Role.AHEAD,
    Word.SPECULATED: Role.DOUBT,
    Word.BELIEVED: Role.DOUBT,
    Word.UNCONFIRMED: Role.DOUBT,
    Word.NO_COMMENT: Role.DOUBT,
    Word.CONDITIONAL: Role.DOUBT,
    Word.NOT_EXPECTED: Role.NO,
    Word.DOUBTED: Role.NO,
    Word.NOT_BELIEVED: Role.NO,
    Word.DENIED: Role.NO,
    Word.CANCELLED: Role.NO,
    Word.DUE: Role.DUE,
    Word.SUPERSEDED: Role.MUTE,
    Word.CODED: Role.TEXT,
}
"""The role, and so the colour, of each word: what is past has none, colour means still open."""

MUTED_TITLES = frozenset({Word.DENIED, Word.CANCELLED, Word.NOT_EXPECTED, Word.DOUBTED, Word.NOT_BELIEVED})
"""Words whose event may be skipped while reading: their titles are muted."""
