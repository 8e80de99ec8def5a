"""The fields of what a claim says of its event: status, how sure, hedge, date, figures."""

from collections.abc import Iterator

from model.corpus.vocabulary import ALLOWED_FACTUALITY, SURE_WORDS, Factuality, Status
from model.curate.entry import amounts
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.entry_field import EntryField, known_by, one_of_words


def meaning_fields(meant: ClaimEntry) -> Iterator[EntryField]:
    """What it says of its event, and when that is."""
    yield one_of_words("status", "status", meant.get("status"), Status, _because(meant))
    sure = meant.get("sure")
    allowed = _allowed(meant.get("status"))
    if not sure and not meant.get("status"):
        yield EntryField("sure", "how sure", "as the status goes", wrong=True)
    elif sure in allowed:
        yield EntryField("sure", "how sure", _LEVELS[Factuality(sure)])
    else:
        yield EntryField("sure", "how sure", f"{' or '.join(sorted(allowed))} goes with it", wrong=True)
    hedge = (
        "not in what is marked"
        if meant.hedge_missing
        else "the source's own word"
        if meant.get("hedge")
        else ""
    )
    yield EntryField("hedge", "its word", hedge, meant.hedge_missing)
    date = meant.date
    left = next(iter(meant.dates_left), None) if not meant.get("date") and not date.wrong else None
    answer = f'{date.answer}; Tab reads "{" ".join(left.split())}"' if left is not None else date.answer
    yield EntryField("date", "date", answer, date.wrong and not date.asks)
    if (meant.get("date") and not meant.get("date").startswith("=")) or meant.get("words"):
        yield EntryField("words", "  its words")
    if date.asks and not meant.get("date").startswith("="):
        yield known_by("basis", meant.get("basis"))
    if date.asks:
        yield EntryField("why", "  why", "how the date was arrived at", date.wrong)


def amounts_field(meant: ClaimEntry) -> EntryField:
    """The figures, with what they come to or what may be read."""
    if wrong := amounts.wrong_in(meant.amounts):
        return EntryField("amounts", "figures", wrong, wrong=True)
    if meant.amounts:
        return EntryField("amounts", "figures", amounts.in_short(meant.amounts))
    found = next(iter(meant.passage.figures), None)
    return EntryField(
        "amounts", "figures", f'none; Tab reads "{found.words}"' if found is not None else "none"
    )


def _because(meant: ClaimEntry) -> str:
    if meant.is_still_planned:
        return "others only plan it: has it happened?"
    found = meant.passage.suggestion
    if found is None:
        none = meant.passage.no_status
        return none.because if none is not None else "no hedge is marked"
    alike = found.status == meant.get("status")
    return f'from "{found.hedge}"' if alike else f'"{found.hedge}" suggests {found.status.value}'


def _allowed(status: str) -> frozenset[Factuality]:
    known = [it for it in Status if it.value == status]
    return frozenset(ALLOWED_FACTUALITY[known[0]]) if known else frozenset(Factuality)


_LEVELS = SURE_WORDS | {Factuality.UNDERSPECIFIED: "nobody says"}
