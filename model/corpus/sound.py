"""What of a draft is sound: all but what has an error, and what needs something that is left out.

Nothing that depends on a record left out is shown as if that stood. It is followed to a fixed point, from each record
to those that need it; each link is followed once.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable

from model.corpus.asked import VainSearch
from model.corpus.cause import BEGUN, BROKEN, Cause
from model.corpus.check_meaning import STRAND
from model.corpus.codes import Severity
from model.corpus.draft import Draft, NamedRecord
from model.corpus.findings import Place, Problem
from model.corpus.needs import Need, needs_of
from model.corpus.records import Claim, Conflict, Event
from model.corpus.trimmed import trimmed

_Key = tuple[str, str]
"""The kind and the id of a record."""

_MIN_CLAIMS = 2
"""How many claims make a conflict."""


def sound(draft: Draft, problems: Iterable[Problem]) -> tuple[Draft, list[Problem], int]:
    """The part of a draft that stands, what there is to say of the rest, and how many records are left out.

    The records that an error in `problems` names are left out, then those that need one of them or one that was lost:
    of these a problem each. What can do without is kept without it, and that is a problem too.
    """
    wrong = [problem.place for problem in problems if problem.severity is Severity.ERROR]
    if not wrong and not draft.lost and not draft.lost_parts:
        return draft, [], 0
    leaving = Leaving(draft)
    for place in wrong:
        leaving.leave_at(place)
    leaving.follow()
    kept, changes = trimmed(draft, leaving.left)
    return kept, [*leaving.said, *changes], len(leaving.left) + len(draft.lost)


class Leaving:
    """Which records are left out so far, by their places, and what there is to say of it.

    Where claims are only begun, their event stays all the same.
    """

    def __init__(self, draft: Draft, cause: Cause = BROKEN) -> None:
        self._cause = cause
        self.left: set[Place] = set()
        self.said: list[Problem] = []
        self._missing = draft.missing
        self._queue: deque[Place] = deque()
        self._records: dict[Place, tuple[str, NamedRecord]] = {}
        self._first: dict[_Key, Place] = {}
        self._needed_by: defaultdict[Place, list[Place]] = defaultdict(list)
        self._claims_left: Counter[Place] = Counter()
        self._lost_claims = Counter(
            name for it in draft.lost if it.kind == "claim" for name in it.names("event")
        )
        for kind, records in draft.named_records().items():
            for record, place in records:
                self._records[place] = kind, record
                self._first.setdefault((kind, record.id), place)
        self._passages = {
            *(place for rows in draft.furniture.values() for _, place in rows),
            *(place for rows in draft.left_out.values() for _, place in rows),
        }
        self._held: defaultdict[Place, list[Place]] = defaultdict(list)
        self._link()

    def _link(self) -> None:
        for place, (_, record) in self._records.items():
            for need in needs_of(record):
                target = self._target(need)
                if target is not None:
                    self._needed_by[target].append(place)
            if isinstance(record, Claim) and record.event is not None:
                self._hold(self._first.get(("event", record.event)), place)
            if isinstance(record, Conflict):
                for name in record.claims:
                    self._hold_claim(place, name)
            if isinstance(record, VainSearch):
                self._hold_search(place, record)

    def _hold_search(self, place: Place, search: VainSearch) -> None:
        """A search stays while something is left that it was for."""
        for kind, names in (("event", search.events), ("question", search.questions)):
            for name in names:
                if (target := self._first.get((kind, name))) is not None:
                    self._hold(place, target)

    def _hold(self, holder: Place | None, claim: Place) -> None:
        if holder is not None:
            self._claims_left[holder] += 1
            self._held[claim].append(holder)

    def _hold_claim(self, conflict: Place, name: str) -> None:
        claim = self._first.get(("claim", name))
        if claim is not None:
            self._hold(conflict, claim)

    def _target(self, need: Need) -> Place | None:
        places = (self._first.get((kind, need.name)) for kind in need.kinds)
        return next((place for place in places if place is not None), None)

    def leave_at(self, place: Place) -> None:
        """Leave out the record or passage in which a place is, if it is in one."""
        for length in (2, 1):
            within = Place(place.file, place.path[:length])
            if within in self._records or within in self._passages:
                self._leave(within)
                return

    def _leave(self, place: Place) -> None:
        if place not in self.left:
            self.left.add(place)
            self._queue.append(place)

    def follow(self) -> None:
        """Leave out all that needs what is left out, or what was lost."""
        for place, (_, record) in self._records.items():
            if place not in self.left:
                self._look_for_lost(place, record)
        while self._queue:
            gone = self._queue.popleft()
            for place in self._needed_by[gone]:
                self._leave_with(place, gone)
            for holder in self._held[gone]:
                self._claims_left[holder] -= 1
                self._leave_if_empty(holder)

    def _look_for_lost(self, place: Place, record: NamedRecord) -> None:
        for need in needs_of(record):
            if self._target(need) is None and (where := self._lost(need)):
                named = f'the {" or ".join(need.kinds)} "{need.name}"'
                self._say(place, f"{self._cause.goes} with {named}, which could not be read", where)
                return
        if isinstance(record, Event | Conflict) or (
            place in self._claims_left and isinstance(record, VainSearch)
        ):
            self._leave_if_empty(place)

    def _lost(self, need: Need) -> Place | None:
        return next(
            (
                where
                for look in (lambda kind: self._missing.named(kind, need.name), self._missing.perhaps)
                for kind in need.kinds
                if (where := look(kind))
            ),
            None,
        )

    def _leave_with(self, place: Place, gone: Place) -> None:
        kind, record = self._records[gone]
        self._say(place, f'{self._cause.goes} with the {kind} "{record.id}", which it needs', gone)

    def _leave_if_empty(self, place: Place) -> None:
        _, record = self._records[place]
        left = self._claims_left[place]
        # A draft of a conflict has not found its claims yet.
        if isinstance(record, Conflict) and left < _MIN_CLAIMS and not record.draft:
            self._say(place, f"{self._cause.goes} with its claims: fewer than two of them are left", None)
        if isinstance(record, VainSearch) and not left:
            self._say(place, f"{self._cause.goes} with what was sought: none of it is left", None)
        if isinstance(record, Event) and not left and self._must_have_claims(place, record):
            why = f"{self._cause.goes} with its claims: none of them is left"
            self._say(place, why, self._missing.perhaps("claim"))

    def _must_have_claims(self, place: Place, event: Event) -> bool:
        """Whether a claim speaks of an event, or may do so in what could not be read."""
        if self._cause is BEGUN or event.draft or event.type == STRAND:
            return False
        spoken = place in self._claims_left or event.id in self._lost_claims
        return spoken or self._missing.perhaps("claim") is not None

    def _say(self, place: Place, message: str, because: Place | None) -> None:
        if place not in self.left:
            self.said.append(Problem(place, message, self._cause.goes_with, other=because))
            self._leave(place)
