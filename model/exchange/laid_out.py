"""A document before it is Markdown or HTML: headings, paragraphs and lists, made of pieces of text.

Texts have hidden characters spelled out, and are neither Markdown nor HTML yet. What a piece is, whose words and in
which language, is said here alone; how that looks is a matter of the writer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum


class Whose(Enum):
    """Whose words a piece is: of the program (in English), of the corpus's curator, or quoted from a source."""

    OURS = "ours"
    CURATORS = "curator's"
    QUOTED = "quoted"


class Stress(Enum):
    """How a piece stands out: a `WORD` says how an event stands; what is `STRUCK` has fallen, `MUTE` is an aside."""

    PLAIN = "plain"
    STRONG = "strong"
    WORD = "word"
    MUTE = "mute"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text on one line.

    `language` is that of what is quoted (BCP 47). `link` is where the piece leads: `#id` to a heading of the document,
    else an address of the web (empty: nowhere).
    """

    text: str
    whose: Whose = Whose.OURS
    look: Stress = Stress.PLAIN
    language: str = ""
    link: str = ""

    @property
    def shown(self) -> str:
        """The text as it is read: what is quoted stands in quotation marks."""
        return f'"{self.text}"' if self.whose is Whose.QUOTED else self.text


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of the note on a claim, by the claim's id."""

    claim: str


Wording = tuple[Words, ...]
Line = tuple[Words | NoteMark, ...]
"""What stands on one line, or in one paragraph."""


def ours(text: str, look: Stress = Stress.PLAIN) -> Words:
    """Words of the program."""
    return Words(text, look=look)


def curators(text: str, look: Stress = Stress.PLAIN, link: str = "") -> Words:
    """Words of the curator, in the language of the corpus."""
    return Words(text, Whose.CURATORS, look, link=link)


def quoted(text: str, language: str) -> Words:
    """Words of a source, in its language; the quotation marks come by themselves."""
    return Words(text, Whose.QUOTED, language=language)


def looking(look: Stress, pieces: Iterable[Words]) -> Wording:
    """The same pieces, all of one look."""
    return tuple(replace(piece, look=look) for piece in pieces)


def plain_text(pieces: Iterable[Words]) -> str:
    """The pieces as plain text."""
    return "".join(piece.shown for piece in pieces)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 3; `anchor` is the id by which links find it (empty: none leads there)."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with those below it."""

    line: Line
    below: "tuple[Item, ...]" = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; one without items is not there."""

    items: tuple[Item, ...]


Block = Heading | Paragraph | Items


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A whole document: its blocks, and the note on each claim in the order in which they are numbered.

    `language` is that of the curator's words (BCP 47).
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, Wording], ...]
