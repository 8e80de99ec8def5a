"""Claims at odds, in the few lines that they have on an event's card."""

from model.asof.conflict import ConflictView, Reading
from model.asof.visible import VisibleClaim
from model.corpus.quarrels import contests
from model.corpus.vocabulary import EntityType, OnRecord
from tui.cards.layout import columns, widest
from tui.text.line import BOLD, MUTE, STRUCK, TEXT, Line, Look, Role, Span
from tui.text.phrases import Phrases
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, ConflictTarget

_WHO, _SAID, _SURE = 11, 7, 13

_MOST_WORDS = 52
"""The most cells of a reading's words: on a wide card, what belongs together stays together."""

FOOTING = {
    OnRecord.ON_RECORD: "on record",
    OnRecord.OFFICIAL: "official",
    OnRecord.DOCUMENT: "a document",
    OnRecord.ANONYMOUS: "unnamed",
}
"""On what footing someone speaks, in words."""

NO_SPEAKER = "no speaker"
"""What is said in the name of a country, or of somebody else who has one, by nobody who is named."""


def footing_of(speaker: str, record: OnRecord, phrases: Phrases) -> str:
    """On what footing somebody speaks: of whom has a name, and speaks by nobody who is named, that there is none."""
    is_named = phrases.corpus.entities[speaker].type is not EntityType.ANONYMOUS
    return NO_SPEAKER if is_named and record is OnRecord.ANONYMOUS else FOOTING[record]


def sign_look(item: VisibleClaim) -> Look:
    """The look of a claim's sign: muted where it was superseded."""
    return MUTE if item.fallen else Look(ROLES[item.word])


def contested_line(view: ConflictView, phrases: Phrases) -> Line:
    """The topic, and what kind of conflict it is; it leads to the conflict."""
    # Over a figure, a reason or a name there is a quarrel, and what happened is not contested.
    is_contest = contests(view.conflict)
    mark = Span(
        f"{phrases.signs.contested} contested" if is_contest else f"{view.kind}:",
        Look(Role.CONTEST, bold=True) if is_contest else MUTE,
    )
    topic = Span(f"  {phrases.plain(view.conflict.topic)}")
    return Line((mark, topic), ConflictTarget(view.conflict.id))


def contested_block(view: ConflictView, phrases: Phrases, width: int, chosen: str) -> list[Line]:
    """The topic, and a line for each reading; the one that `chosen` (a claim) or the curator prefers stands out."""
    signs, lines = phrases.signs, [contested_line(view, phrases)]
    readings = [(reading, _deciding(reading, chosen)) for reading in view.readings]
    readings.sort(key=lambda pair: not (pair[0].preferred or pair[1]))
    items = [decides or reading.claims[0] for reading, decides in readings]
    said = widest((phrases.said_on(item.said) for item in items), _SAID)
    sures = [_sure(reading, item, phrases) for (reading, _), item in zip(readings, items, strict=True)]
    after = _WHO + 1 + said + 1 + widest(sures, _SURE)
    for (reading, decides), item, sure in zip(readings, items, sures, strict=True):
        first = reading.preferred or decides is not None
        look = STRUCK if reading.superseded else BOLD if first else TEXT
        row = [
            (f"  {signs.of(item.word, item.claim.status)}", sign_look(item), 3),
            (
                phrases.plain(reading.words),
                look,
                min(max(10, width - 5 - after), _MOST_WORDS),
            ),
            (phrases.short_name(item.said.speaker), MUTE, _WHO),
            (phrases.said_on(item.said), MUTE, said),
            (sure, MUTE, 0),
        ]
        lines.append(columns(row, signs.cut, ClaimTarget(item.claim.id)))
    return lines


def _sure(reading: Reading, item: VisibleClaim, phrases: Phrases) -> str:
    return "superseded" if reading.superseded else phrases.level(item.claim)


def _deciding(reading: Reading, chosen: str) -> VisibleClaim | None:
    return next((item for item in reading.claims if item.claim.id == chosen), None)
