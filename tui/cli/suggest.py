"""`dprk-tui suggest`: what may be at odds, of one origin or one event, with its reason and the two sentences."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from model.asof.saying import saying
from model.candidates.find import (
    Found,
    all_candidates,
    find_candidates,
    keep_candidates,
    steps,
)
from model.candidates.proposal import Proposal
from model.corpus.quoted import wording
from model.corpus.vocabulary import CandidateKind
from model.index.archive import Archive
from tui.cli.narration import narrate
from tui.cli.progress import told
from tui.cli.streams import output
from tui.state.context import CLAIMS_AT_ONCE
from tui.text.candidate_words import HEADINGS, NO_CANDIDATE, reason, warning
from tui.text.phrases import Phrases, counted
from tui.text.signs import ASCII, UNICODE


def print_suggestions(archive: Archive, to: str, ascii_only: bool) -> int:
    """Print the candidates as of the archive's own day, in one of `FORMATS`; what there is of each kind is narrated."""
    when = archive.default
    phrases = Phrases(archive.known(when.day), ASCII if ascii_only else UNICODE, when.day, longest=None)
    found = archive.candidates(when, _all(archive, when.day))
    with output():
        for line in FORMATS[to](found, phrases):
            print(line)
    of_each = Counter(it.kind for it in found)
    counts = ", ".join(counted(of_each[kind], HEADINGS[kind][0]) for kind in CandidateKind if of_each[kind])
    narrate(f"{counts}. None of them is a verdict." if found else NO_CANDIDATE)
    return 0


def _all(archive: Archive, day: int) -> Found:
    """All candidates; of many claims, with a word on how far the search for them has come."""
    if len(archive.known(day).claims) <= CLAIMS_AT_ONCE:
        return all_candidates(archive.corpus, day)
    found = find_candidates(archive.corpus, day)
    return keep_candidates(
        archive.corpus, day, told(found, "Looking for candidates", steps(archive.corpus, day))
    )


def candidate_lines(found: Sequence[Proposal], phrases: Phrases) -> Iterator[str]:
    """A line with the kind and the reason, one with a warning where there is one, and one for each sentence."""
    for it in found:
        yield f"{HEADINGS[it.kind][0]}: {reason(it, phrases)}"
        if it.kept_apart is not None:
            yield f"    {warning(it, phrases)}"
        for name in it.claims:
            claim = phrases.corpus.claims[name]
            said = saying(phrases.corpus, claim)
            who = f"{phrases.brief_who(said)}, {phrases.said_on(said)}"
            yield f'    {phrases.safe(name)}  {who}: "{phrases.quote(claim)}" [{phrases.source(claim.source)}]'


def _json(found: Sequence[Proposal], phrases: Phrases) -> Iterator[str]:
    """A list of objects; `between` and `claims` are ids, `quotes` the words of the two claims to read."""
    rows = [
        {
            "kind": it.kind.value,
            "between": it.between,
            "reason": it.reason,
            "claims": it.sides,
            "quotes": [wording(phrases.corpus.claims[name]) for name in it.claims],
            "kept_apart": it.kept_apart,
        }
        for it in found
    ]
    yield json.dumps(rows, indent=2)


FORMATS: dict[str, Callable[[Sequence[Proposal], Phrases], Iterator[str]]] = {
    "text": candidate_lines,
    "json": _json,
}
"""How candidates are printed, by the name of the format."""
