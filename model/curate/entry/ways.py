"""What may be typed in each field of a claim, for whoever asks for help there."""

from collections.abc import Mapping

_DATE = (
    "2026-09-14 or 2026-09; 2026-09-14/2026-09-16 lasts; [2026-09-14..2026-09-16] is once within;"
    " after 14 Sep, by 2026-10; words of the passage; "
)
_BASIS = "empty: as its words say; or explicit, explicit-partial, derived-relative and others: Tab"

WAYS: Mapping[str, str] = {
    "event": "a title that is there, or a new one: word and title together are one true sentence",
    "kind": "one word, as visit, launch, meeting, or one of your own",
    "strand": "the title of an event that is there, or of a new strand, which groups events; empty: nothing",
    "speaker": "a name; A > B, what A said by way of B; the id of a statement; empty: the document itself",
    "status": "what it says of the event: Tab goes through them",
    "sure": "CT certain, PR probable, PS possible; + so, - not so; Uu nobody says",
    "hedge": "the source's own word for how sure it is, within what is marked",
    "date": f"{_DATE}=ID takes over that of a claim; empty: no date",
    "words": "the words of the passage that give the date",
    "basis": _BASIS,
    "why": "a sentence that names from what the date was inferred",
    "amounts": "what=words; what=words, as passengers=up to 300; crew=about 20; rice=1.500 tons (1500 tons)",
    "roles": "role=name, role=name, as visitor=Wang Yi, host=North Korea; of one role several: visitor=A, B",
    "said": "the words of the source that name the speaker and have the verb",
    "how": "the verb of saying, as printed",
    "footing": "on-record, official (a text in an office's name), document, anonymous",
    "on": f"{_DATE}empty: the text does not tell it",
    "on words": "the words that give the day of saying",
    "on basis": _BASIS,
    "on why": "a sentence that names from what the day was inferred",
    "public": "yes: told to the world, known from that day; no: told to one newspaper, or in doubt",
    "origin": "the id of the statement of which this one only tells; empty: it is its own",
    "replaces": "ids of claims whose place it takes, parted by commas",
    "note": "what you want to keep in mind; never in briefs",
    "id": "lower-case letters, digits, hyphens",
}
"""By the names of the fields."""
