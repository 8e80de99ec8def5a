"""What the words of a stretch suggest for a claim of it. A suggestion names its cue; nobody decides here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from model.corpus.vocabulary import Factuality, Status
from model.cues.hedge_rules import HedgeKind
from model.cues.hedges import Hedge, hedges
from model.cues.korean import HANGUL
from model.quotes.span import TextSpan

_RANK = {kind: number for number, kind in enumerate(HedgeKind)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status and a factuality that may go together, the hedge verbatim, and where it stands in the text."""

    status: Status
    factuality: Factuality
    hedge: str
    cue: TextSpan

    @property
    def because(self) -> str:
        """The suggestion in a line, with its cue: `expected, PR-, from "not expected"`."""
        return f'{self.status}, {self.factuality}, from "{" ".join(self.hedge.split())}"'


def suggested(text: str, stretch: TextSpan, found: Iterable[Hedge] | None = None) -> Suggestion | None:
    """What the hedges inside of a stretch of a text suggest; None where there is none.

    Of several, what says most decides: silence, a denial, open doubt, a chance, a plan, a confirmation; the first of
    these that are alike. `found` are the hedges of the text, if they are known.
    """
    inside = [
        it
        for it in (hedges(text) if found is None else found)
        if stretch.start <= it.span.start and it.span.end <= stretch.end
    ]
    if not inside:
        return None
    told = min(inside, key=lambda it: (_is_aside(text, it.span.start), _RANK[it.kind], it.span.start))
    if told.kind is HedgeKind.CONFIRMATION and not told.negated:
        told = next((it for it in inside if _is_what_is_confirmed(text, told, it)), told)
    return Suggestion(told.status, told.factuality, told.words, told.span)


_NEXT_CLAUSE = re.compile(r"[.;!?\n]|\b(?:but|although|though|while|whereas)\b", re.IGNORECASE)


def _is_what_is_confirmed(text: str, confirmed: Hedge, it: Hedge) -> bool:
    """Whether it is confirmed that something is not so: "confirmed that work had not begun", 않은 것으로 확인됐다."""
    if it.kind is not HedgeKind.NOT_SO:
        return False
    first, second = sorted((confirmed.span, it.span), key=lambda span: span.start)
    is_behind = it.span.start > confirmed.span.start
    # What is told stands behind the verb in English, and before it in Korean.
    return is_behind is not bool(HANGUL.search(confirmed.words)) and not _NEXT_CLAUSE.search(
        text, first.end, second.start
    )


_ASIDE = re.compile(r",\s(?:which|who|whose|whom)\s[^,.;]{0,80}\Z")


def _is_aside(text: str, place: int) -> bool:
    """Whether a place is in what is said by the way: "the fair, which no one expected, is likely"."""
    return _ASIDE.search(text[max(0, place - 90) : place]) is not None
