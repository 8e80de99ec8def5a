"""The database of one corpus, and which of its tables have been made."""

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from model.asof.knowledge import Step, knowledge_steps
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.index.sqlite.build import Built, Made, build, restored

if TYPE_CHECKING:
    # No start needs what is found.
    from model.index.sqlite.words import TextTables
    from model.query.vocabulary import Vocabulary


_OVER = object()
"""What comes after the last step."""


class CorpusStore:
    """What all readers of a corpus share: its states, and its tags and texts once they are asked for."""

    def __init__(
        self, corpus: Corpus, steps: tuple[Step, ...], database: sqlite3.Connection, built: Built
    ) -> None:
        self.corpus = corpus
        self.steps = steps
        self.database = database
        self.built = built
        self.database.row_factory = sqlite3.Row
        # Tables of readers live and die in memory, wherever the index itself is.
        self.database.execute("PRAGMA temp_store = MEMORY")
        self._readers = 0
        self._tags: Iterator[None] | None = None
        self._tagged = False
        self._worded = False
        self._legs: list[int] = []
        self._adding: tuple[int, Iterator[None]] | None = None
        self.named: set[int | None] = set()
        """The days of which all that can be named in a filter has been found; None is all days."""
        self._dropped: list[str] = []

    @classmethod
    def of(cls, corpus: Corpus, before: "CorpusStore | None" = None) -> "CorpusStore":
        """The store of a corpus; what is in it as it was in another one is taken from there."""
        database, built = build(corpus, before.built if before is not None else None)
        return cls(corpus, knowledge_steps(corpus), database, built)

    @classmethod
    def restored(cls, corpus: Corpus, steps: tuple[Step, ...], image: bytes) -> "CorpusStore":
        """The same of a corpus of which the steps and the tables are there. Raises `sqlite3.DatabaseError`."""
        return cls(corpus, steps, restored(image), Built(Made(corpus), image))

    def known(self, day: int) -> Corpus:
        """The corpus as it was known on a day."""
        return known_by(self.corpus, day)

    def vocabulary(self, day: int | None) -> "Vocabulary":
        """The values of each key of the language of filters, known on a day or (None) on whatever day."""
        # Imported here: no start needs it.
        from model.query.vocabulary import vocabulary_of

        return (self.corpus if day is None else self.known(day)).derived(vocabulary_of)

    @cached_property
    def texts(self) -> "TextTables":
        """The tables of texts, ready or not."""
        from model.index.sqlite.words import TextTables

        return TextTables(self.database, self.corpus)

    def step_tags(self) -> bool:
        """Make a part of the table of tags; returns whether it is there."""
        if not self._tagged:
            from model.index.sqlite.tags import tags_added

            self._tags = self._tags or tags_added(self.database, self.corpus)
            self._tagged = next(self._tags, _OVER) is _OVER
        return self._tagged

    def need_tags(self) -> None:
        """Have the table of tags, which is made when it is first needed."""
        while not self.step_tags():
            pass

    def step_legs(self, day: int) -> bool:
        """Find out a part of what events rest on as of a day; returns whether the table has it."""
        if day in self._legs:
            return True
        from model.index.sqlite.legs import KEPT, drop_legs, legs_added

        if self._adding is None or self._adding[0] != day:
            self._adding = day, legs_added(self.database, self.corpus, day)
        if next(self._adding[1], _OVER) is not _OVER:
            return False
        self._adding = None
        while len(self._legs) >= KEPT:
            drop_legs(self.database, self._legs.pop(0))
        self._legs.append(day)
        return True

    def need_legs(self, day: int) -> None:
        """Have the table of what events rest on as of a day, made when it is needed and kept for a few days."""
        while not self.step_legs(day):
            pass

    def need_texts(self) -> None:
        """Have the tables of texts ready, which are made when they are first needed."""
        while not self.texts.step():
            pass

    def need_words(self) -> None:
        """Have the table of the words of all texts, which is made when it is first needed."""
        if not self._worded:
            from model.index.sqlite.words import add_words

            self.need_texts()
            add_words(self.database)
            self._worded = True

    def prepare_as(self, other: "CorpusStore") -> None:
        """Make the tables of texts and of tags, where another store has them ready."""
        if other._has_texts:
            self.need_texts()
        if other._tagged:
            self.need_tags()

    @property
    def _has_texts(self) -> bool:
        return "texts" in self.__dict__ and self.texts.texts is None

    def number(self) -> int:
        """A number for the tables of one more reader."""
        self.clean()
        self._readers += 1
        return self._readers

    def drop(self, tables: list[str]) -> None:
        """Nobody reads from these tables any more; safe to be called at any time, from any thread."""
        self._dropped += tables

    def clean(self) -> None:
        """Drop what is to be dropped."""
        with self.database:
            while self._dropped:
                self.database.execute(f"DROP TABLE {self._dropped.pop()}")
