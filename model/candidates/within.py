"""Claims of one event that may not stand together: another polarity, firmness, date, figure or holder of a part.

Claims are put together by what they say, and each reading is set against the one that most claims have: that is linear
in the claims of an event, where pairs of claims would be their square. No measure of likeness and no threshold is
needed: a field that is filled in otherwise is a difference.

What a curator has said to contradict another claim is not looked for: `check` finds it where no conflict has both.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from model.asof.saying import saying
from model.asof.sureness import sure_words
from model.asof.word import word_of
from model.candidates.proposal import Proposal
from model.corpus.corpus import Corpus
from model.corpus.possible import edtf_of
from model.corpus.records import Amount, Claim
from model.corpus.vocabulary import CandidateKind, Factuality
from model.dates.edtf import Edtf, parse
from model.dates.wording import bounds_form

K = TypeVar("K")

_FIRMEST = [
    Factuality.CERTAIN,
    Factuality.CERTAIN_NOT,
    Factuality.PROBABLE,
    Factuality.PROBABLE_NOT,
    Factuality.POSSIBLE,
    Factuality.POSSIBLE_NOT,
    Factuality.UNDERSPECIFIED,
]


def at_odds_within(corpus: Corpus, event: str, shared: frozenset[str]) -> Iterator[Proposal]:
    """What may be at odds in an event; `shared` are the parts that several may have at once (`shared_parts`)."""
    claims = sorted((it for it in corpus.claims_of_event[event] if it.decides), key=reading_order)
    title = corpus.events[event].title
    yield from _over_whether(corpus, claims, title)
    yield from _over_when(claims, title)
    yield from _over_figures(claims, title)
    yield from _over_parts(corpus, claims, title, shared)
    yield from _over_reasons(claims, title)


def shared_parts(corpus: Corpus) -> frozenset[str]:
    """The parts that some claim gives to several at once, as an attendee: two holders of them are no contradiction."""
    return frozenset(
        role
        for claim in corpus.claims.values()
        for role, held in claim.roles.items()
        if not isinstance(held, str) and len(held) > 1
    )


def reading_order(claim: Claim) -> tuple[int, str]:
    """The firmest claim is read first: it is the one that a reader will hold to."""
    return _FIRMEST.index(claim.factuality), claim.id


def _over_whether(corpus: Corpus, claims: Sequence[Claim], title: str) -> Iterator[Proposal]:
    no = [it for it in claims if it.factuality.negative]
    yes = [it for it in claims if not it.factuality.negative]
    if no and yes:
        yield at_odds(
            yes, no, f'Of "{title}" one says {told(corpus, yes[0])}, another {told(corpus, no[0])}.'
        )
    for same_way in (yes, no):
        firm = [it for it in same_way if it.factuality is same_way[0].factuality]
        less = [it for it in same_way if it.factuality is not same_way[0].factuality]
        if less:
            reason = f'Of "{title}" one says {told(corpus, firm[0])}, another {told(corpus, less[0])}.'
            yield at_odds(firm, less, reason)


def told(corpus: Corpus, claim: Claim) -> str:
    """What a claim says, how sure, and the source's own word for that: `not expected, probably not ("a shift")`."""
    said = saying(corpus, claim)
    words = f"{word_of(claim, edtf_of(claim.date), said)}, {sure_words(claim, said)}"
    return f'{words} ("{claim.hedge}")' if claim.hedge else words


def _over_when(claims: Sequence[Claim], title: str) -> Iterator[Proposal]:
    dated = _grouped(claims, lambda it: it.date.edtf if it.date is not None else None)
    dates = {edtf: parse(edtf) for edtf in dated}
    for most, other in against_most(dated, lambda one, two: apart(dates[one], dates[two])):
        when = f"{bounds_form(dates[most])} and {bounds_form(dates[other])}"
        yield at_odds(dated[most], dated[other], f'The dates of "{title}" have no day in common: {when}.')


def apart(one: Edtf, other: Edtf) -> bool:
    """Whether two dates have no day in common."""
    return _before(one, other) or _before(other, one)


def _before(one: Edtf, other: Edtf) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _over_figures(claims: Sequence[Claim], title: str) -> Iterator[Proposal]:
    given: defaultdict[tuple[str, str | None], dict[Amount, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        for amount in claim.amounts:
            given[amount.what, amount.unit].setdefault(amount, []).append(claim)
    for (what, _), said in given.items():
        for most, other in against_most(said, _differ):
            reason = f'Of "{title}" one gives "{most.words}" as {what}, another "{other.words}".'
            yield at_odds(said[most], said[other], reason)


def _differ(one: Amount, other: Amount) -> bool:
    (low, high), (least, most) = _range(one), _range(other)
    return high < least or most < low


def _range(amount: Amount) -> tuple[float, float]:
    if amount.value is not None:
        return amount.value, amount.value
    low = amount.min if amount.min is not None else float("-inf")
    return low, amount.max if amount.max is not None else float("inf")


def _over_parts(
    corpus: Corpus, claims: Sequence[Claim], title: str, shared: frozenset[str]
) -> Iterator[Proposal]:
    roles = dict.fromkeys(role for claim in claims for role in claim.roles if role not in shared)
    for role in roles:
        held = _grouped(claims, partial(_holder, role=role))
        for most, other in against_most(held, lambda one, two: one != two):
            names = f"{corpus.entities[most].name}, another {corpus.entities[other].name}"
            yield at_odds(held[most], held[other], f'Of "{title}" one names as {role} {names}.')


def _over_reasons(claims: Sequence[Claim], title: str) -> Iterator[Proposal]:
    """Several reasons for one thing: of all differences the one that may well be none."""
    given: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for name in claim.explains:
            given[name].append(claim)
    for reasons in given.values():
        if len(reasons) > 1:
            yield at_odds(reasons[:1], reasons[1:], f'Of "{title}" several reasons are given ("explains").')


def _holder(claim: Claim, role: str) -> str | None:
    return next((who for part, who in claim.parts if part == role), None)


def at_odds(one: Sequence[Claim], other: Sequence[Claim], reason: str) -> Proposal:
    """A likely conflict between two readings, each with its claims, the first to be read first."""
    sides = tuple(it.id for it in one), tuple(it.id for it in other)
    return Proposal(CandidateKind.CONFLICT, (sides[0][0], sides[1][0]), sides, reason)


def against_most(said: Mapping[K, Sequence[Claim]], differ: Callable[[K, K], bool]) -> Iterator[tuple[K, K]]:
    """Each reading with the one that most claims have, of equals the first, where the two differ."""
    if said:
        most = max(said, key=lambda reading: len(said[reading]))
        yield from ((most, other) for other in said if other != most and differ(most, other))


def _grouped(claims: Iterable[Claim], say: Callable[[Claim], str | None]) -> dict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (said := say(claim)) is not None:
            found[said].append(claim)
    return dict(found)
