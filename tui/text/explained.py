"""What the help says of signs and numbers."""

from model.asof.word import Word
from tui.text.numbers import COUNTING

SIGNS: tuple[tuple[Word, str], ...] = (
    (Word.OCCURRED, "it happened, a source says"),
    (Word.REPORTEDLY, "it happened, probably or possibly, a source says"),
    (Word.ONGOING, "it is going on"),
    (Word.CONFIRMED, "a plan, confirmed"),
    (Word.SCHEDULED, "a plan, announced"),
    (Word.EXPECTED, "probable, someone says"),
    (Word.SPECULATED, "possible, someone says"),
    (Word.BELIEVED, "expected or speculated of a day that is past"),
    (Word.UNCONFIRMED, "nobody says whether"),
    (Word.NO_COMMENT, "who was asked declined to say; nobody says more"),
    (Word.CONDITIONAL, "said only on a condition, which the card has"),
    (Word.NOT_EXPECTED, "probably not"),
    (Word.DENIED, "denied"),
    (Word.CANCELLED, "called off"),
    (Word.DUE, "it was to be, its day has passed, and no source says what happened"),
    (Word.SUPERSEDED, "replaced by a later claim, and kept"),
)
"""The signs of a corpus, each with what it means."""


COUNTS: tuple[tuple[str, str], ...] = (
    ("53 events", "what was known by the as-of day; under a filter, 6 of 53 events"),
    ("contested", "events of which sources differ on what happened; one conflict may be about several"),
    (
        "12 due",
        "events that were to be, whose last day has passed, and of which no source says what happened",
    ),
    ("date open 8", "events without a last day, or without a date: they end the timeline"),
    ("takes part in", "events in which someone has a role, or of which it is the place: who:"),
    ("speaks of", "events of which someone says a claim first; a paper, in its own words: by:"),
    ("passes on claims of", "events of which someone is named later in a claim's chain: via:"),
    ("claim 3 of 49", "claims that were known of the document; one sentence may carry several"),
    ("origin", "an act of saying that claims go back to, by whatever way and in however many documents"),
)
"""Numbers that are shown, each with what it counts."""

SIGNS_OF_ROWS = ((Word.CODED, "coded elsewhere, in a table: no quote, no speaker"),)
"""The signs in a table of coded rows."""

COUNTS_OF_ROWS = (
    ("310 rows", "what was known by the as-of day; under a filter, 12 of 310 rows"),
    (COUNTING, "that number is being found out; what is shown is right all the same"),
    ("date open 8", "rows without a last day, or without a date: they end the timeline"),
)
"""Numbers in a table of coded rows, each with what it counts."""
