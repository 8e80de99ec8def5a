"""The fields of who takes part in a claim, and of an entity that is new."""

from collections.abc import Iterable, Iterator

from model.corpus.slugs import is_slug
from model.corpus.vocabulary import EntityType
from model.curate.entry import lookup
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.entry_field import EntryField, one_of_words
from model.curate.entry.new_entity import SHORT, needs_short, no_short


def new_entity_fields(
    name: str, label: str, kind: str, short: str, id: str, called: str
) -> Iterator[EntryField]:
    """The fields of an entity that is new: its type and, where a column has no room for its name, a short one."""
    yield one_of_words(f"{NEW}{name}", label, kind, EntityType, f"new: {id}")
    if needs_short(called):
        wrong = no_short(short)
        yield EntryField(f"{SHORT}{name}", "  in short", wrong or "what columns show", bool(wrong))


def roles_field(meant: ClaimEntry) -> EntryField:
    """Who takes part, with who of them is new."""
    bad = next((role for role in meant.roles if not is_slug(role)), None)
    if bad is not None:
        return EntryField("roles", "who takes part", "as host=Russia, guest=Kim Jong-un", wrong=True)
    if wrong_name := several_called(meant, (name for held in meant.roles.values() for name in held)):
        return EntryField("roles", "who takes part", wrong_name, wrong=True)
    near = [
        f"{name}{hint.removesuffix('?')}"
        for name in _new_in_roles(meant)
        if (hint := lookup.meant_by(name, meant.passage.corpus, meant.passage.text))
    ]
    new = (
        f"{meant.new_ids[name]}, {meant.get(f'{NEW}{name}') or 'of no type yet'}"
        for name in _new_in_roles(meant)
    )
    plain = f"new: {'; '.join(new)}".removesuffix("new: ") if meant.roles else "role=name, role=name"
    return EntryField("roles", "who takes part", f"nobody is called {near[0]}" if near else plain)


def _new_in_roles(meant: ClaimEntry) -> list[str]:
    return [
        name
        for name in dict.fromkeys(it for held in meant.roles.values() for it in held)
        if name in meant.new_names
    ]


def several_called(meant: ClaimEntry, names: Iterable[str]) -> str:
    """What is wrong with the first of some names that several entities have."""
    called = lookup.entities(meant.passage.corpus)
    wrong = ((name, lookup.several(name, called)) for name in names)
    return next((f"{name}: {why}" for name, why in wrong if why), "")
