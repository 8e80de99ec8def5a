"""Answers of the model as words: the same on the cards, in the timeline and in `print`.

Every phrase that quotes a source or names an entity is safe to show.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from model.asof.knowledge import Step
from model.asof.labels import label_then
from model.asof.origin import origin_name
from model.asof.passing import passing, passing_briefly
from model.asof.saying import ALWAYS, Saying, published, saying
from model.asof.searches import looked_words
from model.asof.state import EventState, event_state
from model.asof.sureness import sure_words
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quoted import gloss_of, wording
from model.corpus.records import Claim, Dated
from model.corpus.told_apart import beside_publisher, source_name
from model.corpus.vocabulary import BASIS_WORDS, Basis, OnRecord
from model.dates.civil import civil_date
from model.dates.wording import bounds_form, day_medium, day_short
from model.exchange.amounts import amounts_words
from tui.text.shown import folded, shown
from tui.text.signs import Signs

LONGEST = 4000
"""The most code points of one text that a card or a row is given: more than the largest screen's card can show."""

NOBODY = "nobody named"
"""Who translated what nobody says that he translated."""

ON_RECORD = {OnRecord.ON_RECORD: "on record", OnRecord.OFFICIAL: "officially"}
"""The words of who speaks with a name, beside that name."""

DRAFT = "draft"
"""The word of what is only begun, where others have their state or status."""


class Phrases:
    """Phrases about a corpus as it was known on a day (`model.asof.known`), in one character set.

    The day also gives the year that is left unsaid. A text of more than `longest` code points is cut; None cuts
    nothing, as becomes data.
    """

    def __init__(self, corpus: Corpus, signs: Signs, day: int, longest: int | None = LONGEST) -> None:
        self.corpus = corpus
        self.signs = signs
        self.day = day
        self._longest = longest
        self.year = civil_date(day)[0]

    def safe(self, text: str) -> str:
        """Outside text on one line, with its own typography (ASCII only where the terminal is)."""
        return shown(self.bounded(text), self.signs.ascii_only)

    def plain(self, text: str) -> str:
        """Outside text for aligned places: marks of ambiguous width folded."""
        return folded(self.bounded(text), self.signs.ascii_only)

    def bounded(self, text: str) -> str:
        """The text, cut where no screen would show more of it; on the border of a cluster."""
        if self._longest is None or len(text) <= self._longest:
            return text
        end = self._longest
        while end and unicodedata.category(text[end]).startswith("M"):
            end -= 1
        return text[:end] + self.signs.cut

    def name(self, entity: str) -> str:
        """An entity's name in full."""
        return self.plain(self.corpus.entities[entity].name)

    def short_name(self, entity: str) -> str:
        """An entity's name for a narrow column."""
        record = self.corpus.entities[entity]
        return self.plain(record.short or record.name)

    def source(self, source: str) -> str:
        """A document by its publisher; where that has several, by its day or its title too."""
        return self.plain(source_name(self.corpus, source))

    def origin(self, origin: str) -> str:
        """An origin by who spoke first, or by the document, told apart from others that are called so."""
        return self.plain(origin_name(self.corpus, origin))

    def origin_through(self, origin: str, speaker: str) -> str:
        """An origin by its name, and by who says it where that is another: `the Kremlin (Yuri Ushakov)`."""
        statement = self.corpus.statements.get(origin)
        if statement is None or statement.chain[0].who == speaker:
            return self.origin(origin)
        return f"{self.origin(origin)} ({self.name(speaker)})"

    def beside(self, source: str) -> str:
        """What tells a document from others of its publisher; empty where there is no other."""
        return self.plain(self.corpus.derived(beside_publisher)[source])

    def quote(self, claim: Claim) -> str:
        """The words that assert a claim, on one line."""
        return self.safe(wording(claim))

    def gloss(self, claim: Claim) -> str:
        """The translation of these words, which is not the source's: `translated by desk: ...`; empty without one."""
        gloss, by = gloss_of(claim)
        if not gloss:
            return ""
        return f"translated by {self.safe(by) or NOBODY}: {self.safe(gloss)}"

    def amounts(self, claim: Claim) -> str:
        """The figures that a claim gives: `troops: about 10,000`; empty where it gives none."""
        return amounts_words(claim.amounts, self.safe)

    def title(self, event: str) -> str:
        """An event's title."""
        return self.plain(self.corpus.events[event].title)

    def who(self, item: VisibleClaim) -> str:
        """Who says so and on what footing: `Yuri Ushakov, Kremlin foreign policy aide, on record`."""
        said = item.said
        parts = [self.name(said.speaker)]
        label = self._label(item)
        if label:
            parts.append(label)
        if said.own_voice:
            parts.append("own words")
        elif said.record in ON_RECORD:
            parts.append(ON_RECORD[said.record])
        return ", ".join(parts)

    def brief_who(self, said: Saying) -> str:
        """Who says so, in a column: `Korea Daily, own words`."""
        return self.name(said.speaker) + (", own words" if said.own_voice else "")

    def way_of(self, said: Saying) -> str:
        """By way of whom it came here: `reporters › TASS › Korea Daily`; empty where nobody stands between."""
        return f" {self.signs.chain} ".join(self.name(hop.who) for hop in said.hops)

    def said(self, said: Saying) -> str:
        """When it was said, to whom and by way of whom: `5 May 2025 to reporters › TASS › Korea Daily`."""
        words = self.day_of_saying(said)
        for number, hop in enumerate(said.hops):
            link = " to " if number == 0 and hop.was_told and len(said.hops) > 1 else f" {self.signs.chain} "
            words += link + self.name(hop.who)
        return words

    def said_on(self, said: Saying) -> str:
        """The day of saying in six cells or so, `?` where it is an estimate: `5 May`, `6 May?`."""
        if said.estimate == ALWAYS:
            return "?"
        return day_short(said.estimate, self.year) + ("" if said.exact else "?")

    def known_on(self, day: int) -> str:
        """A knowledge date in six cells or so."""
        return day_short(day, self.year) if day != ALWAYS else "always"

    def day_of_saying(self, said: Saying) -> str:
        """The day of saying in full; where it is open, its bounds and the estimate."""
        if said.on is None:
            return (
                f"no day given, known by {day_short(said.visible, self.year)}"
                if said.visible != ALWAYS
                else "no day given"
            )
        words = bounds_form(said.on)
        if said.on.single_day is None and said.estimate != ALWAYS:
            words += f", estimated {day_short(said.estimate, self.year)}"
        return words

    def sure(self, claim: Claim) -> str:
        """How sure, and the source's own word for it: `probable: "likely"`."""
        own_word = f': "{self.safe(claim.hedge)}"' if claim.hedge else ""
        return self.level(claim) + own_word

    def on_condition(self, item: VisibleClaim) -> str:
        """`if "it was so", confirmed`: what a claim says on a condition; empty where it has none."""
        return item.on_condition(self.safe)

    def level(self, claim: Claim) -> str:
        """How sure, and which way, in at most 18 cells: `probably not`."""
        return sure_words(claim, saying(self.corpus, claim))

    def backed(self, state: EventState) -> str:
        """The independent origins that support what is shown: `2 origins, TASS and the Kremlin (Ushakov)`."""
        support = [item for item in state.claims if not item.fallen and item.word is state.chosen.word]
        if not support:
            return "no claim that still stands"
        origins = [self.origin_through(it.said.origin, it.said.speaker) for it in _one_per_origin(support)]
        words = f"{counted(state.origins, 'origin')}, {_listed(list(dict.fromkeys(origins)))}"
        if len(support) == 1:
            return words
        documents = f" in {counted(state.sources, 'document')}" if state.sources > 1 else ""
        return f"{words}; {counted(len(support), 'claim')}{documents}"

    def state(self, event: str) -> EventState | None:
        """The state of an event as of the day."""
        return event_state(self.corpus, event, self.day)

    def chosen(self, state: EventState) -> str:
        """The rule that decided, and the curator's reason where the rule is his preference."""
        conflict = state.preferring(self.corpus)
        return f"{self.safe(conflict.reason)} (curator)" if conflict is not None else state.why

    def dated(self, date: Dated | None) -> str:
        """How a date is known: `printed, completed from context: "May 9"`."""
        if date is None:
            return BASIS_WORDS[Basis.NONE]
        words = BASIS_WORDS[date.basis]
        return f'{words}: "{self.safe(date.words)}"' if date.words else words

    def reason(self, state: EventState) -> str:
        """The state and its reason in one line: `confirmed: Ushakov, on record, 5 May; supersedes unnamed, 30 Apr`."""
        words = f"{state.word}: {self._brief_saying(state.chosen.said)}"
        own = state.chosen.claim
        others = [self.corpus.claims[name] for name in own.supersedes]
        seen = [visible_claim(self.corpus, it, saying(self.corpus, it), self.day) for it in others]
        # What had fallen before by other words, these did not bring down.
        older = [it.said for it in seen if it.first_fall(self.corpus) == (own.id, None)]
        told = dict.fromkeys(map(self._brief_saying, older))
        return f"{words}; supersedes {_listed(list(told))}" if told else words

    def _brief_saying(self, said: Saying) -> str:
        footing = f", {ON_RECORD[said.record]}" if said.record in ON_RECORD else ""
        return f"{self.short_name(said.speaker)}{footing}, {self.said_on(said)}"

    def dated_by(self, state: EventState) -> str:
        """How an event's date is known, and by whose word where that is not the deciding claim's."""
        words = self.dated(state.dated_by.date)
        if not state.borrows:
            return words
        return f"by {self.name(saying(self.corpus, state.dated_by).speaker)}: {words}"

    def superseded(self, item: VisibleClaim) -> str:
        """`superseded by Kremlin, 5 May`: who did first (`VisibleClaim.first_fall`), and when he said so.

        Of a document that was taken back before: `retracted 8 May by Korea Daily`.
        """
        claim, taken_back_by = item.first_fall(self.corpus)
        if claim is None:
            source = self.corpus.sources[taken_back_by or ""]
            printed = published(self.corpus, source)
            on = f" {day_short(printed, self.year)}" if printed != ALWAYS else ""
            return f"retracted{on} by {self.short_name(source.publisher)}"
        said = saying(self.corpus, self.corpus.claims[claim])
        on = f", {self.said_on(said)}" if said.estimate != ALWAYS else ""
        return f"superseded by {self.short_name(said.speaker)}{on}"

    def due(self, state: EventState, whose_first: bool = False) -> tuple[str, str]:
        """The sentence of an event that is due, and what was last said of it; `whose_first` where that may be cut."""
        said = state.chosen.said
        what, whose = f"{state.word}, {self.day_of_saying(said)}", f"by {self.name(said.speaker)}"
        return self.passed(state), f"{whose}, {what}" if whose_first else f"{what}, {whose}"

    def passed(self, state: EventState) -> str:
        """What the passing of time has added to an event's word, in a sentence; empty where it has added nothing."""
        looked = looked_words(self.corpus, state, self.day, self.plain, self.year)
        return passing(state, self.day, self.year, looked)

    def passed_briefly(self, state: EventState) -> str:
        """The same in a few words, beside a word that stays as it is: `outcome unknown`; empty where it is *due*."""
        return passing_briefly(state, self.day)

    def nothing_known(self, steps: Sequence[Step]) -> str:
        """Why the timeline is empty as of the day."""
        if not steps or self.day >= steps[0].day:
            return "No claim is visible as of this date."
        return (
            f"Nothing was known by {day_medium(self.day)}. The first claim is of {day_medium(steps[0].day)}."
        )

    def _label(self, item: VisibleClaim) -> str:
        """The shortest label that the speaker of a claim surely had then, if any (see `model.asof.labels`)."""
        label = label_then(self.corpus, item.said.speaker, item.claim.source, item.said.estimate)
        return self.plain(label) if label else ""


def counted(number: int, noun: str, many: str = "") -> str:
    """`1 claim`, `2 claims`; `many` is the plural where it is not made by an s."""
    return f"{number} {noun if number == 1 else many or f'{noun}s'}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _one_per_origin(items: Iterable[VisibleClaim]) -> list[VisibleClaim]:
    return list({item.said.origin: item for item in items}.values())
