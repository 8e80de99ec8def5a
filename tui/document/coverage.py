"""In how few words it is said of what in a document nothing is made."""

from collections.abc import Sequence

from model.cues.gaps import Gap, GapKind
from tui.state.marking import Marking

_NAMES = {
    GapKind.SENTENCE: ("sentence", "sentences"),
    GapKind.DATE: ("date word", "date words"),
    GapKind.SAYING: ("verb", "verbs"),
}


def coverage_words(gaps: Sequence[Gap], marked: Marking | None) -> str:
    """As in `gap 3 of 12, a date word`, or `12 gaps: 8 sentences, 4 date words` while none of them is marked."""
    if not gaps:
        return "no gaps"
    here = next(
        (number for number, gap in enumerate(gaps) if marked is not None and gap.span == marked.span), None
    )
    if here is not None:
        return f"gap {here + 1} of {len(gaps)}, a {_NAMES[gaps[here].kind][0]}"
    kinds = [gap.kind for gap in gaps]
    each = ", ".join(
        f"{kinds.count(kind)} {names[kinds.count(kind) != 1]}"
        for kind, names in _NAMES.items()
        if kind in kinds
    )
    return f"not used: {each}"
