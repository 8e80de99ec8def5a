"""What Tab writes into a field: all that may stand there, the likeliest first."""

import re
from collections.abc import Callable, Mapping, Sequence

from model.corpus.records import Dated
from model.corpus.vocabulary import ALLOWED_FACTUALITY, EntityType, OnRecord, Status
from model.curate.entry import amounts, lookup, saying
from model.curate.entry.claim import NEW, PARTING, ClaimEntry, role_and_name
from model.curate.entry.dating import BASES, RELATIONS
from model.curate.entry.event_near import event_said, events_near, of_others
from model.curate.entry.kinds import KINDS
from model.curate.entry.new_entity import SHORT, short_of
from model.curate.entry.passage import Passage
from model.curate.entry.suggest import counted_as, dates_for
from model.curate.entry.values import Values
from model.dates.edtf import Shape, parse


def offered(passage: Passage, name: str, values: Values) -> Sequence[str]:
    """What may stand in the field of this name, beside these values."""
    if name.startswith(NEW):
        return lookup.beginning(values.get(name, ""), (it.value for it in EntityType))
    if name.startswith(SHORT):
        return [short_of(name.removeprefix(SHORT))]
    offer = _OFFERS.get(name)
    return offer(ClaimEntry(passage, values), values.get(name, "")) if offer is not None else []


def _events(meant: ClaimEntry, typed: str) -> list[str]:
    """The likeliest events; unasked none of others than the passage names, since what it tells is then new."""
    said = event_said(meant.passage)
    first = [said.event] if said is not None else []
    events, known = meant.passage.corpus.events, lookup.events(meant.passage.corpus)
    if not typed.strip():
        is_of_others = of_others(meant.passage)
        known = {id: names for id, names in known.items() if not is_of_others(events[id])}
    near = (it for it in (*first, *events_near(meant.passage)) if it in known)
    return lookup.near(typed, known, [*near])


def _strands(meant: ClaimEntry, typed: str) -> list[str]:
    """What the events before belong to, then anything."""
    events = meant.passage.corpus.events
    near = [events[it].part_of for it in events_near(meant.passage)]
    strands = [it for it in (*near, *(it.id for it in events.values() if it.type == "strand")) if it]
    return lookup.near(typed, lookup.events(meant.passage.corpus), strands)


def _kinds(meant: ClaimEntry, typed: str) -> list[str]:
    kinds = [it.type for it in meant.passage.corpus.events.values() if it.type != "strand"]
    often = sorted({*kinds}, key=lambda it: -kinds.count(it))
    return lookup.beginning(typed, dict.fromkeys([*often, *KINDS]))


def _speakers(meant: ClaimEntry, typed: str) -> list[str]:
    return saying.offered(typed, meant.passage)


def _sentence(meant: ClaimEntry, typed: str) -> list[str]:
    at = meant.passage.sentence
    return [meant.passage.text[at.start : at.end]]


def _verbs(meant: ClaimEntry, typed: str) -> list[str]:
    return lookup.beginning(typed, (it.words for it in meant.passage.verbs))


def _sure(meant: ClaimEntry, typed: str) -> list[str]:
    known = [it for it in Status if it.value == meant.get("status")]
    return lookup.beginning(typed, sorted(ALLOWED_FACTUALITY[known[0]])) if known else []


def _dates(meant: ClaimEntry, typed: str) -> list[str]:
    if typed.strip().startswith("="):
        wanted = typed.replace(" ", "")
        taken_over = _taken_over(meant)
        begun = [it for it in taken_over if it.startswith(wanted)]
        return taken_over if wanted in taken_over else begun
    printed = [it.edtf for it in dates_for(meant, "date") if it.edtf]
    if related := _related(typed, printed):
        return related
    inherited = [f"={it.id}" for it in meant.claims_of_event() if it.date is not None]
    return lookup.beginning(typed, dict.fromkeys([*printed, *inherited]))


def _related(typed: str, printed: Sequence[str]) -> list[str]:
    """What begins with a word as "before", and a date of the passage after it; empty where no such word is begun."""
    begun = typed.strip().casefold()
    if not begun[:1].isalpha():
        return []
    words = [it for it in RELATIONS if it.startswith(begun) or begun.startswith(f"{it} ") or begun == it]
    known = [it for it in dict.fromkeys(printed) if parse(it).shape is Shape.POINT]
    offers = [f"{word} {date}" for word in words for date in known] or [f"{word} " for word in words]
    return [it for it in offers if it.startswith(begun)] or offers


def _taken_over(meant: ClaimEntry) -> list[str]:
    """Whose date may be taken over: claims of the event first, the saying, the source, then any other claim."""
    corpus, passage = meant.passage.corpus, meant.passage
    claims = [*meant.claims_of_event(), *passage.claims_before, *corpus.claims.values()]
    of_event = len(meant.claims_of_event())
    dated: list[tuple[str, Dated | None]] = [(it.id, it.date) for it in claims]
    said = [(meant.statement.id, meant.statement.on)] if meant.statement is not None else []
    printed = [(passage.source, corpus.sources[passage.source].published)]
    ordered = (*dated[:of_event], *said, *printed, *dated[of_event:])
    return [*dict.fromkeys(f"={id}" for id, date in ordered if date is not None and date.edtf is not None)]


def _days_of_saying(meant: ClaimEntry, typed: str) -> list[str]:
    return [*dict.fromkeys(it.edtf for it in dates_for(meant, "on") if it.edtf)]


def _roles(meant: ClaimEntry, typed: str) -> list[str]:
    """What is typed with one more name.

    That is of the last part, where a name is begun there, else of who is named in the passage and has no part yet.
    """
    corpus = meant.passage.corpus
    called = lookup.entities(corpus)
    *before, last = re.split("[,;]", typed)
    role, name = role_and_name(last)
    if name and lookup.one(name, called) is None:
        kept = "".join(f"{it.strip()}, " for it in before) + (f"{role}=" if role is not None else "")
        return [f"{kept}{found}" for found in lookup.near(name, called, parting=PARTING)]
    held = {meant.entity(it) for names in meant.roles.values() for it in names}
    named = (id for found in meant.passage.names for id in found.entities if id not in held)
    missing = [*dict.fromkeys(named)]
    start = f"{typed.strip()}, " if typed.strip() else ""
    used = _roles_of_event(meant)
    names = zip(missing, lookup.typed_for(missing, called, PARTING), strict=True)
    return [f"{start}{used.get(id, 'participant')}={it}" for id, it in names]


def _amounts(meant: ClaimEntry, typed: str) -> list[str]:
    """What is typed with one more of the figures that are not in it yet."""
    read = {it.amount.words for it in meant.amounts if it.amount is not None}
    start = f"{typed.strip()}; " if read else ""
    missing = (it for it in meant.passage.figures if it.words not in read)
    return [f"{start}{amounts.typed_for(it, counted_as(meant, it))}" for it in missing]


def _roles_of_event(meant: ClaimEntry) -> Mapping[str, str]:
    """A role that each entity has in other claims of the event."""
    return {holder: role for claim in meant.claims_of_event() for role, holder in claim.parts}


def _origins(meant: ClaimEntry, typed: str) -> list[str]:
    """The statements that there are, those of the source first, the nearest before others."""
    return lookup.beginning(typed, saying.statements_near(meant.passage))


def _replaced(meant: ClaimEntry, typed: str) -> list[str]:
    """What is typed, its last id completed."""
    *before, last = typed.replace(",", " ").split() or [""]
    known = [it.id for it in meant.claims_of_event() if it.id not in before]
    return [" ".join((*before, it)) for it in lookup.beginning(last, known)]


_OFFERS: Mapping[str, Callable[[ClaimEntry, str], Sequence[str]]] = {
    "event": _events,
    "strand": _strands,
    "kind": _kinds,
    "speaker": _speakers,
    "said": _sentence,
    "how": _verbs,
    "footing": lambda meant, typed: lookup.beginning(typed, (it.value for it in OnRecord)),
    "origin": _origins,
    "public": lambda meant, typed: lookup.beginning(typed, ("yes", "no")),
    "status": lambda meant, typed: lookup.beginning(typed, (it.value for it in Status)),
    "sure": _sure,
    "amounts": _amounts,
    "roles": _roles,
    "date": _dates,
    "on": _days_of_saying,
    "words": lambda meant, typed: [it.word.words for it in dates_for(meant, "date")],
    "on words": lambda meant, typed: [it.word.words for it in dates_for(meant, "on")],
    "basis": lambda meant, typed: lookup.beginning(typed, BASES),
    "on basis": lambda meant, typed: lookup.beginning(typed, BASES),
    "replaces": _replaced,
}
