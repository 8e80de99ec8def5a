"""The fields of a claim as a form shows them: which there are, what each means, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from model.corpus.check_looks import TITLE_CELLS
from model.corpus.records import Statement
from model.corpus.slugs import is_slug
from model.corpus.suggest import did_you_mean
from model.corpus.vocabulary import ALLOWED_FACTUALITY, SURE_WORDS, EntityType, Factuality, OnRecord, Status
from model.curate.entry import amounts, lookup
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.dating import BASES
from model.curate.entry.event_near import event_said, strand_said
from model.curate.entry.new_entity import SHORT, needs_short, no_room, no_short
from model.curate.entry.saying import BY
from model.curate.entry.voice import is_from_elsewhere, voice_hint


@dataclass(frozen=True, slots=True)
class EntryField:
    """A field by its `name` among the values, what it is called, what its value means. Outside text may be in it."""

    name: str
    label: str
    answer: str = ""
    wrong: bool = False


def as_it_was(field: EntryField, differing: frozenset[str], date: frozenset[str]) -> EntryField:
    """A field of a record that is there; what nobody has changed is as it was checked, and not wrong.

    `differing` are the fields that are changed, `date` those that make one date: with words of its own, or of another
    basis, it may stay so, also where only its reasoning is another.
    """
    with_date = field.name in date and differing & date not in (frozenset(), {"why"})
    untouched = field.name not in differing and not with_date and not field.name.startswith((NEW, SHORT))
    return replace(field, wrong=False) if untouched and field.wrong else field


def fields(meant: ClaimEntry) -> tuple[EntryField, ...]:
    """All fields that there are with these values, in the order in which one fills them in."""
    return (*_event(meant), *_speaker(meant), *_what_it_says(meant), *_rest(meant))


def _event(meant: ClaimEntry) -> Iterator[EntryField]:
    events = meant.passage.corpus.events
    typed = meant.get("event")
    if not typed:
        yield EntryField("event", "event", _event_hint(meant), wrong=True)
    elif wrong_name := lookup.several(typed, lookup.events(meant.passage.corpus)):
        yield EntryField("event", "event", wrong_name, wrong=True)
    elif meant.event is None:
        hint = did_you_mean(typed, (it.title for it in events.values())).removesuffix("?")
        long = no_room(typed, TITLE_CELLS)
        yield EntryField("event", "event", long or f"a new event{hint}", bool(long))
        kind = meant.get("kind")
        right = is_slug(kind) and kind != "strand"
        yield EntryField(
            "kind", "it is", "as visit, meeting, parade" if right else "one word, as visit", not right
        )
        strand = meant.get("strand")
        found = _strand_hint(meant)
        wrong = bool(strand) and meant.strand is None
        why = lookup.several(strand, lookup.events(meant.passage.corpus)) or "no event is called so"
        yield EntryField("strand", "belongs to", why if wrong else found, wrong)
    elif events[meant.event].type == "strand":
        yield EntryField("event", "event", "a strand only groups events; name one of them", wrong=True)
    else:
        count = len(meant.claims_of_event())
        said = event_said(meant.passage)
        why = f", {said.because}" if said is not None and said.event == meant.event else ""
        yield EntryField("event", "event", f"{count} claim{'' if count == 1 else 's'} so far{why}")


def _event_hint(meant: ClaimEntry) -> str:
    """What the event may be, with the words that say so; nothing of it is decided."""
    said = event_said(meant.passage)
    if said is None:
        return "what is it about? a title, there or new"
    return f"Tab: {meant.passage.corpus.events[said.event].title}, {said.because}?"


def _strand_hint(meant: ClaimEntry) -> str:
    if meant.strand is None:
        return "nothing; Tab: what others belong to"
    said = strand_said(meant.passage, meant.get("event"))
    why = f", {said.because}" if said is not None and said.event == meant.strand else ""
    return f"{meant.passage.corpus.events[meant.strand].title}{why}"


def _speaker(meant: ClaimEntry) -> Iterator[EntryField]:
    corpus, who = meant.passage.corpus, meant.speakers
    if meant.statement is not None:
        elsewhere = is_from_elsewhere(meant.passage)
        hint = voice_hint(meant.passage, meant.get("speaker")) if elsewhere else ""
        yield EntryField(
            "speaker", "who says it", f"{_said(meant, meant.statement)}{f', {hint}' if hint else ''}"
        )
        return
    if not who.chain:
        publisher = corpus.entities[corpus.sources[meant.passage.source].publisher].name
        hint = voice_hint(meant.passage, "")
        yield EntryField(
            "speaker", "who says it", f"nobody else: {publisher} itself{f'; {hint}' if hint else ''}"
        )
        return
    wrong_name = _several(meant, who.chain)
    new = next((it for it in who.chain if it in meant.new_names), None)
    hint = did_you_mean(new, (it.name for it in corpus.entities.values())).removesuffix("?") if new else ""
    way = "" if hint or len(who.chain) > 1 else f"; A{BY}B: by way of B"
    told = voice_hint(meant.passage, meant.get("speaker"))
    way = f", {told}" if told else way
    yield EntryField("speaker", "who says it", wrong_name or f"a new statement{hint}{way}", bool(wrong_name))
    said = meant.get("said")
    if not said:
        yield EntryField("said", "attributed by", "the words that name the speaker", wrong=True)
    elif meant.said_at is None:
        yield EntryField("said", "attributed by", "these words are not in the source", wrong=True)
    else:
        yield EntryField("said", "attributed by")
    how = meant.get("how")
    yield EntryField(
        "how", "its verb", "" if how in said else "the verb is not in these words", how not in said
    )
    footing = meant.get("footing")
    yield _of("footing", "footing", footing, OnRecord)
    yield EntryField("on", "said on", meant.on.answer, meant.on.wrong and not meant.on.asks)
    if meant.get("on"):
        yield EntryField("on words", "  its words")
    if meant.on.asks:
        yield known_by("on basis", meant.get("on basis"))
        yield EntryField("on why", "  why", "how the day was arrived at", meant.on.wrong)
    public = meant.get("public")
    yield EntryField("public", "in public", "told to the world: yes, or no", public not in ("yes", "no"))
    yield _origin(meant)


def _origin(meant: ClaimEntry) -> EntryField:
    typed, known = meant.get("origin"), meant.passage.corpus.statements
    if not typed:
        return EntryField("origin", "goes back to", "itself; or the statement of which it tells")
    if typed not in known:
        return EntryField(
            "origin", "goes back to", f"no such statement{did_you_mean(typed, known)}", wrong=True
        )
    return EntryField("origin", "goes back to", _said(meant, known[typed]))


def _what_it_says(meant: ClaimEntry) -> Iterator[EntryField]:
    yield _of("status", "status", meant.get("status"), Status, _because(meant))
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


def known_by(name: str, basis: str) -> EntryField:
    """The field in which one may say how a date is known."""
    right = basis in ("", *BASES)
    answer = (
        ""
        if basis in BASES
        else "as its words say; Tab for another"
        if right
        else f"one of {', '.join(BASES)}"
    )
    return EntryField(name, "  known by", answer, not right)


def new_entity_fields(
    name: str, label: str, kind: str, short: str, id: str, called: str
) -> Iterator[EntryField]:
    """The fields of an entity that is new: its type and, where a column has no room for its name, a short one."""
    yield _of(f"{NEW}{name}", label, kind, EntityType, f"new: {id}")
    if needs_short(called):
        wrong = no_short(short)
        yield EntryField(f"{SHORT}{name}", "  in short", wrong or "what columns show", bool(wrong))


def _amounts(meant: ClaimEntry) -> EntryField:
    """The figures, with what they come to or what may be read."""
    if wrong := amounts.wrong_in(meant.amounts):
        return EntryField("amounts", "figures", wrong, wrong=True)
    if meant.amounts:
        return EntryField("amounts", "figures", amounts.in_short(meant.amounts))
    found = next(iter(meant.passage.figures), None)
    return EntryField(
        "amounts", "figures", f'none; Tab reads "{found.words}"' if found is not None else "none"
    )


def _rest(meant: ClaimEntry) -> Iterator[EntryField]:
    yield _amounts(meant)
    yield _roles(meant)
    for name in meant.new_names:
        kind, short = meant.get(f"{NEW}{name}"), meant.get(f"{SHORT}{name}")
        yield from new_entity_fields(name, f"{name} is", kind, short, meant.new_ids[name], name)
    claims = meant.passage.corpus.claims
    missing = next((name for name in meant.replaces if name not in claims), None)
    wrong = f'there is no claim "{missing}"{did_you_mean(missing, claims)}' if missing is not None else ""
    yield EntryField("replaces", "replaces", wrong or _replaced(meant), bool(wrong))
    yield EntryField("note", "note", "your own, never in briefs" if meant.get("note") else "")
    yield _id(meant)


def _id(meant: ClaimEntry) -> EntryField:
    if meant.id in meant.passage.corpus.claims:
        return EntryField("id", "id", "taken already", wrong=True)
    right = is_slug(meant.id)
    return EntryField("id", "id", "" if right else "lower-case letters, digits, hyphens", not right)


def _roles(meant: ClaimEntry) -> EntryField:
    bad = next((role for role in meant.roles if not is_slug(role)), None)
    if bad is not None:
        return EntryField("roles", "who takes part", "as host=Russia, guest=Kim Jong-un", wrong=True)
    if wrong_name := _several(meant, (name for held in meant.roles.values() for name in held)):
        return EntryField("roles", "who takes part", wrong_name, wrong=True)
    near = [
        f"{name}{hint.removesuffix('?')}"
        for name in dict.fromkeys(name for held in meant.roles.values() for name in held)
        if name in meant.new_names
        and (hint := did_you_mean(name, (it.name for it in meant.passage.corpus.entities.values())))
    ]
    plain = "" if meant.roles else "role=name, role=name"
    return EntryField("roles", "who takes part", f"nobody is called {near[0]}" if near else plain)


def _several(meant: ClaimEntry, names: Iterable[str]) -> str:
    """What is wrong with the first of some names that several entities have."""
    called = lookup.entities(meant.passage.corpus)
    wrong = ((name, lookup.several(name, called)) for name in names)
    return next((f"{name}: {why}" for name, why in wrong if why), "")


def _of(
    name: str, label: str, value: str, words: type[Status | OnRecord | EntityType], answer: str = ""
) -> EntryField:
    if value in [it.value for it in words]:
        return EntryField(name, label, answer)
    one_of = f"one of {', '.join(it.value for it in words)}"
    return EntryField(name, label, f"{answer}; {one_of}" if answer and not value else one_of, wrong=True)


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


def _said(meant: ClaimEntry, statement: Statement) -> str:
    names = meant.passage.corpus.entities
    chain = BY.join(names[hop.who].name for hop in statement.chain)
    return f"{chain}{f', {statement.on.edtf}' if statement.on is not None and statement.on.edtf else ''}"


def _replaced(meant: ClaimEntry) -> str:
    if not meant.replaces:
        return "claims that it supersedes"
    return lookup.claim_in_words(meant.passage.corpus, meant.replaces[0])


_LEVELS = SURE_WORDS | {Factuality.UNDERSPECIFIED: "nobody says"}
