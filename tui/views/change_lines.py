"""What changed, a line each: what it was and is, what it is about, who says so."""

from collections.abc import Iterable
from functools import cached_property

from model.asof.change_words import about, change_words, fallen_by
from model.asof.changes import BY_TIME, CAME_OUT, ChangeKind, Difference
from model.asof.saying import saying
from model.asof.standing import EventStanding
from model.asof.visible import VisibleClaim, visible_claim
from model.asof.word import Word
from model.corpus.records import Claim
from tui.cards.contested import sign_look
from tui.cards.layout import columns, widest
from tui.text import event_date
from tui.text.line import BOLD, MUTE, NAME, STRUCK, TEXT, Line, Look, Role
from tui.text.phrases import Phrases
from tui.text.shown import cells
from tui.text.signs import MUTED_TITLES, ROLES
from tui.text.target import ClaimTarget, ConflictTarget, Target

WITH_WHO, WITH_WORDS = 78, 56
"""The widths from which on lines name who says so at their end, and words stand beside signs."""

_WHO, _SAID, _NAME = 11, 7, 16

Columns = list[tuple[str, Look, int]]


def target_of(change: Difference) -> Target:
    """What a line leads to: the conflict, else the sentence."""
    return ConflictTarget(change.conflict) if change.conflict is not None else ClaimTarget(change.claim)


class ChangeLines:
    """The lines of some changes in a width, drawn one by one; `phrases` are those of the later day."""

    def __init__(self, changes: Iterable[Difference], phrases: Phrases, width: int) -> None:
        self._changes = tuple(changes)
        self._phrases = phrases
        self._signs = phrases.signs
        self._width = width

    def line(self, change: Difference) -> Line:
        """One change."""
        match change.kind:
            case ChangeKind.SUPERSEDED:
                row = self._superseded(change)
            case _ if change.conflict is not None:
                row = self._conflict(change)
            case ChangeKind.ABOUT:
                row = self._about(change)
            case _:
                assert change.after is not None, "all others are of an event"
                row = self._event(change, change.after)
        return columns(row, self._signs.cut, target_of(change))

    # Of events

    def _event(self, change: Difference, now: EventStanding) -> Columns:
        was = change.before
        if change.kind is ChangeKind.TURNED and was is not None:
            before = self._turned(was, now)
        elif change.kind is ChangeKind.MOVED and was is not None:
            before = self._moved(was, now)
        else:
            before = [(self._date(now), TEXT, self._date_cells), self._sign(now), *self._word(change, now)]
        look = MUTE if now.shown in MUTED_TITLES else TEXT
        return self._with(before, self._phrases.title(change.events[0]), look, change)

    def _turned(self, was: EventStanding, now: EventStanding) -> Columns:
        """`⊖ not expected ↦ ✗ denied`; where that has no room, the signs."""
        before, after = [self._sign(was)], [self._sign(now)]
        if self._width >= WITH_WORDS:
            first, last = self._words_turned
            before.append((was.shown.value, Look(ROLES[was.shown]), first))
            after.append((now.shown.value, Look(ROLES[now.shown]), last))
        return [*before, self._arrow, *after]

    def _moved(self, was: EventStanding, now: EventStanding) -> Columns:
        date = (self._date(now), TEXT, self._date_cells)
        before = [(self._date(was), MUTE, self._date_cells)] if self._width >= WITH_WORDS else []
        return [*before, self._arrow, date, self._sign(now)]

    def _word(self, change: Difference, now: EventStanding) -> Columns:
        """The word, or what time has added to it; of what is newly due, what was last said."""
        if self._width < WITH_WORDS:
            return []
        is_by_time = change.kind in BY_TIME and change.kind is not ChangeKind.DUE
        word = now.passed if is_by_time and now.passed is not None else now.word
        # As on the timeline: what has no word has occurred.
        words = word.value if word is not Word.OCCURRED else ""
        return [(words, Look(ROLES[now.shown]), self._widest_word[is_by_time])]

    @cached_property
    def _words_turned(self) -> tuple[int, int]:
        """Cells of the words before and after, in whatever turned."""
        turned = [(it.before, it.after) for it in self._changes if it.kind is ChangeKind.TURNED]
        words = [(was.shown, now.shown) for was, now in turned if was is not None and now is not None]
        return max(len(was) for was, _ in words), max(len(now) for _, now in words)

    @cached_property
    def _widest_word(self) -> dict[bool, int]:
        """Cells of a word, and of what time adds."""
        added = [it.after.passed for it in self._changes if it.after is not None and it.kind in BY_TIME]
        return {False: 12, True: max((len(it) for it in added if it is not None), default=0)}

    @property
    def _arrow(self) -> tuple[str, Look, int]:
        return self._signs.turned, MUTE, cells(self._signs.turned)

    def _date(self, of: EventStanding) -> str:
        return event_date.in_row(of, self._phrases.year, self._date_cells)

    @cached_property
    def _date_cells(self) -> int:
        """Cells of a date, of all that a change is told with."""
        dated = [state for it in self._changes for state in (it.before, it.after) if state is not None]
        return event_date.cells_of(dated, self._phrases.year, self._width)

    def _sign(self, of: EventStanding) -> tuple[str, Look, int]:
        status = self._phrases.corpus.claims[of.claim].status
        return self._signs.of(of.shown, status), Look(ROLES[of.shown]), 1

    # Of claims and conflicts

    def _superseded(self, change: Difference) -> Columns:
        """Who had said it when, the words, who took their place."""
        item = self._item(change.claim)
        before: Columns = [self._claim_sign(item), (self._phrases.short_name(item.said.speaker), MUTE, _WHO)]
        if self._width >= WITH_WORDS:
            before.append((self._phrases.said_on(item.said), MUTE, self._widest_said))
        by = [(self._fallen_by(change), MUTE, self._widest_by)]
        return self._filled(before, f'"{self._phrases.quote(item.claim)}"', STRUCK, by)

    def _fallen_by(self, change: Difference) -> str:
        return f"by {self._phrases.plain(fallen_by(self._phrases.corpus, change))}"

    @cached_property
    def _widest_by(self) -> int:
        """Cells for who took a claim's place: all of it, where that leaves most of the line to the words."""
        by = (self._fallen_by(it) for it in self._changes if it.kind is ChangeKind.SUPERSEDED)
        return min(widest(by, _NAME), max(_NAME, self._width // 3))

    @cached_property
    def _widest_said(self) -> int:
        fallen = [self._claim(it.claim) for it in self._changes if it.kind is ChangeKind.SUPERSEDED]
        sayings = [saying(self._phrases.corpus, it) for it in fallen]
        return widest(map(self._phrases.said_on, sayings), _SAID)

    def _conflict(self, change: Difference) -> Columns:
        """The topic and the kind of quarrel; of what is settled, the reading that came out."""
        phrases = self._phrases
        topic = phrases.plain(about(phrases.corpus, change))
        words = change_words(phrases.corpus, change, phrases.day, phrases.plain)
        look = Look(Role.CONTEST, bold=True) if change.kind is ChangeKind.CONTESTED else MUTE
        mark = (self._signs.contested, look, 1)
        if change.kind not in CAME_OUT.values():
            kind = [(words, MUTE, len(words))] if self._width >= WITH_WHO else []
            return self._filled([mark], topic, TEXT, kind)
        item, half = self._item(change.claim), (self._width - 6 - cells(self._signs.turned)) // 2
        room = max(min(half, self._widest_topic), 4)
        return self._filled([(topic, TEXT, room), self._arrow, self._claim_sign(item)], words, BOLD, [])

    @cached_property
    def _widest_topic(self) -> int:
        corpus = self._phrases.corpus
        topics = [about(corpus, it) for it in self._changes if it.kind in CAME_OUT.values()]
        return max(cells(self._phrases.plain(it)) for it in topics)

    def _about(self, change: Difference) -> Columns:
        """Who it is, and what he is called."""
        phrases = self._phrases
        name, room = phrases.plain(about(phrases.corpus, change)), _NAME
        if self._width >= WITH_WHO:
            room += _NAME // 2
        words = change_words(phrases.corpus, change, phrases.day, phrases.safe)
        return self._with([(name, NAME, min(room, self._width // 2))], words, TEXT, change)

    def _item(self, claim: str) -> VisibleClaim:
        record, corpus = self._claim(claim), self._phrases.corpus
        return visible_claim(corpus, record, saying(corpus, record), self._phrases.day)

    def _claim(self, claim: str) -> Claim:
        return self._phrases.corpus.claims[claim]

    def _claim_sign(self, item: VisibleClaim) -> tuple[str, Look, int]:
        return self._signs.of(item.word, item.claim.status), sign_look(item), 1

    # What stands at the ends

    def _with(self, before: Columns, words: str, look: Look, change: Difference) -> Columns:
        """The line with who says so at its end."""
        speaker = saying(self._phrases.corpus, self._claim(change.claim)).speaker
        return self._filled(before, words, look, [(self._phrases.short_name(speaker), MUTE, _WHO)])

    def _filled(self, before: Columns, words: str, look: Look, after: Columns) -> Columns:
        """Words in all the room between what stands before and after them; that goes where there is little."""
        after = after if self._width >= WITH_WHO else []
        room = self._width - sum(taken + 1 for *_, taken in (*before, *after))
        return [*before, (words, look, max(room, 4)), *after]
