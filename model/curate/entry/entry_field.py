"""A field of a form as it is shown: what its value means, or why it is not asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from model.corpus.vocabulary import EntityType, OnRecord, Status
from model.curate.entry.claim import NEW
from model.curate.entry.dating import BASES
from model.curate.entry.new_entity import SHORT


@dataclass(frozen=True, slots=True)
class EntryField:
    """A field by its `name` among the values, what it is called, what its value means. Outside text may be in it.

    One that is `off` has nothing to ask for as the others stand; its `answer` says why. It keeps its place.
    """

    name: str
    label: str
    answer: str = ""
    wrong: bool = False
    off: bool = False


def as_it_was(field: EntryField, differing: frozenset[str], date: frozenset[str]) -> EntryField:
    """A field of a record that is there; what nobody has changed is as it was checked, and not wrong.

    `differing` are the fields that are changed, `date` those that make one date: with words of its own, or of another
    basis, it may stay so, also where only its reasoning is another.
    """
    with_date = field.name in date and differing & date not in (frozenset(), {"why"})
    untouched = field.name not in differing and not with_date and not field.name.startswith((NEW, SHORT))
    return replace(field, wrong=False) if untouched and field.wrong else field


def standing(
    found: Iterable[EntryField], labels: Mapping[str, str], instead: Callable[[str], EntryField]
) -> tuple[EntryField, ...]:
    """The fields of `labels`, all of them and in that order, then any others.

    So none comes or goes while one types, and it is always as many rows to each. Of one that is not among those that
    were `found`, `instead` says what stands there.
    """
    by_name = {it.name: it for it in found}
    kept = [by_name[name] if name in by_name else instead(name) for name in labels]
    return (*kept, *(it for it in by_name.values() if it.name not in labels))


def of_date(name: str, label: str, date: str, typed: str) -> EntryField:
    """A field that goes with a date, where the date does not ask for it: its words may be given before it is."""
    if date.strip().startswith("=") and not name.endswith("why"):
        return EntryField(name, label, "as the other record has it", off=True)
    if not date.strip() and not typed.strip() and not name.endswith("words"):
        return EntryField(name, label, "only of a date", off=True)
    return EntryField(name, label, "as its words say; Tab for another" if name.endswith("basis") else "")


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


def one_of_words(
    name: str, label: str, value: str, words: type[Status | OnRecord | EntityType], answer: str = ""
) -> EntryField:
    """The field whose value is one of some words; where it is none, they are named."""
    if value in [it.value for it in words]:
        return EntryField(name, label, answer)
    one_of = f"one of {', '.join(it.value for it in words)}"
    return EntryField(name, label, f"{answer}; {one_of}" if answer and not value else one_of, wrong=True)
