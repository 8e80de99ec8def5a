"""The card of a source: what it is, when it was printed, how far it is to be trusted, what is claimed in it."""

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.coverage import coverage
from model.corpus.records import Claim
from model.corpus.unfinished import NOT_GIVEN
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from model.exchange.cited import copy_words, rating
from tui.cards.contested import sign_look
from tui.cards.layout import columns, heading, labelled
from tui.cards.lit import LitPlace
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.cards.printed_list import listed_lines
from tui.text.line import BLANK, MUTE, TEXT, Line, Look
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, EntityTarget, Target

ONLY_BEGUN = "only begun: it can be read, and decides nothing"
"""What is said of a document that is a draft."""

NOT_CURATED = "Nothing is claimed in it yet."
"""What stands in place of claims where there are none."""

_MOST = 9
"""The most lines of what the curator says of it."""


class SourceCard:
    """The card of one source, given by its id, for one width."""

    def __init__(self, source: str, phrases: Phrases, width: int) -> None:
        self._source = phrases.corpus.sources[source]
        self._phrases = phrases
        self._width = width

    def full(self) -> list[Line]:
        """The whole card; of what was printed later, no more than whose it is and what was said in public."""
        is_open = self._is_open
        about = [*self._published(), *self._obtained(), *self._judged()] if is_open else []
        covered = self._coverage() if is_open else []
        noted = note_lines([self._source], self._phrases, self._width) if is_open else []
        warned = self._warnings() if is_open else []
        return [*self._what(), *about, *self._claims(), *self._lists(), *covered, *noted, *warned]

    @property
    def lit_place(self) -> LitPlace:
        """Where it says whose words are lit: below what it is."""
        return LitPlace(at=len(self._what()), claims=0)

    @property
    def _is_open(self) -> bool:
        return self._source.id not in self._phrases.corpus.printed_later

    def _warnings(self) -> list[Line]:
        """What `check` warns of in the document and in who says what there; of its claims, their events' cards tell."""
        source, corpus = self._source.id, self._phrases.corpus
        said = (("statement", it.id) for it in corpus.statements.values() if it.source == source)
        return warning_lines([("source", source), *said], self._phrases, self._width)

    def _what(self) -> list[Line]:
        phrases, source = self._phrases, self._source
        publisher = EntityTarget(source.publisher) if source.publisher != NOT_GIVEN.id else None
        lines = self._labelled("draft", ONLY_BEGUN) if source.draft else []
        lines += self._labelled("title", phrases.safe(source.title), most=3)
        if copied := copy_words(phrases.corpus, source):
            lines += self._labelled("is a", phrases.safe(copied))
        lines += self._labelled("by", phrases.safe(", ".join(source.authors))) if source.authors else []
        return lines + self._labelled("from", phrases.name(source.publisher), publisher)

    def _published(self) -> list[Line]:
        """The day of publication, how it is known, and what the curator thought."""
        date, phrases = self._source.published, self._phrases
        day = bounds_form(parse(date.edtf)) if date.edtf is not None else "no day"
        lines = self._labelled("dated", f"{day}, {phrases.dated(date)}")
        if date.best is not None:
            lines += self._labelled("", f"counts as {bounds_form(parse(date.best))}")
        if date.reasoning:
            lines += self._labelled("", phrases.safe(date.reasoning), most=_MOST)
        return lines

    def _obtained(self) -> list[Line]:
        phrases, source = self._phrases, self._source
        translated = f", translated from {source.translated_from}" if source.translated_from else ""
        lines = self._labelled("in", phrases.safe(f"{source.language}{translated}"))
        for label, words in (
            ("medium", source.medium.replace("-", " ") if source.medium else None),
            ("at", source.url),
            ("got", source.retrieved),
            ("archive", source.archived),
            ("kept", source.original.file if source.original else None),
        ):
            lines += self._labelled(label, phrases.safe(words), most=3) if words else []
        return lines

    def _judged(self) -> list[Line]:
        phrases, source = self._phrases, self._source
        judged = rating(source)
        lines = self._labelled("trust", f"reliability {judged}") if judged else []
        for caveat in source.caveats:
            lines += self._labelled("caveat", phrases.safe(caveat), most=_MOST)
        return lines

    def _claims(self) -> list[Line]:
        """Every claim in the order of the text: its sign and word, what it is about, who says so."""
        corpus = self._phrases.corpus
        claims = corpus.claims_in_source.get(self._source.id, ())
        if not claims:
            curated = self._source.id in corpus.lists_in_source
            return [BLANK, heading("no claims"), *(self._labelled("", NOT_CURATED) if not curated else [])]
        lines = [BLANK, heading(counted(len(claims), "claim"), "in the order of the text")]
        for claim in claims:
            item = visible_claim(corpus, claim, saying(corpus, claim), self._phrases.day)
            lines.append(self._claim(item))
        return lines

    def _lists(self) -> list[Line]:
        found = self._phrases.corpus.lists_in_source.get(self._source.id, ())
        return listed_lines((it.id for it in found), self._phrases, self._width)

    def _claim(self, item: VisibleClaim) -> Line:
        phrases, claim = self._phrases, item.claim
        room = max(12, (self._width - 2 - 1 - 1 - 12 - 1) * 3 // 5)
        return columns(
            [
                ("", TEXT, 1),
                (phrases.signs.of(item.word, claim.status), sign_look(item), 1),
                (item.word.value, Look(ROLES[item.word]), 12),
                (self._about(claim), TEXT, room),
                (phrases.brief_who(item.said), MUTE, 0),
            ],
            phrases.signs.cut,
            ClaimTarget(claim.id),
        )

    def _about(self, claim: Claim) -> str:
        """The event's title; of a claim of who someone is, who, and what that is called."""
        if claim.event is not None:
            return self._phrases.title(claim.event)
        assert claim.entity is not None, "a claim speaks of an event or of an entity"
        return f"{self._phrases.name(claim.entity)}: {self._phrases.safe(claim.label or '')}"

    def _coverage(self) -> list[Line]:
        """How much of the text is accounted for."""
        covered = coverage(self._phrases.corpus, self._source.id)
        if not covered.total:
            return []
        parts = {
            "quoted": covered.quoted,
            "left out": covered.left_out,
            "furniture": covered.furniture,
            "nothing said of": covered.rest,
        }
        words = ", ".join(f"{name} {_percent(part, covered.total)}" for name, part in parts.items() if part)
        return [BLANK, heading("of its text"), *self._labelled("", words)]

    def _labelled(self, label: str, value: str, target: Target | None = None, most: int = 2) -> list[Line]:
        return labelled(label, value, self._width, self._phrases.signs.cut, target, most)


def _percent(part: int, total: int) -> str:
    """A share in whole per cent; what is there is never said to be none of it, nor all."""
    whole = round(100 * part / total)
    return f"{min(max(whole, 1), 99) if part < total else 100} %"
