"""What may be meant by a filter that is being typed: keys, values, saved names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from model.query.nearness import Nearness, nearness
from model.query.spelling import quoted
from model.query.twins import in_ascii
from model.query.values import Value, Values
from model.query.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Meant:
    """One way to go on: `typed` is the whole line then. `key` and `value` say what it is; a saved filter has key `@`.

    A `value` of several ids, with commas, is of a name and of those to whom it leads on; `beyond` tells that these are
    others than who was typed. `near` says how near what has been typed is to it.

    `about` says it in words, which may hold any character of a corpus.
    """

    typed: str
    key: str
    value: str = ""
    about: str = ""
    near: Nearness = Nearness.EXACT
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Typing:
    """A line that is being typed: what is finished (`head`), and the term under way, in its parts."""

    head: str
    minus: str
    key: str
    others: str
    tail: str

    @classmethod
    def of(cls, typed: str, vocabulary: Vocabulary) -> "Typing":
        """The parts of a line; what stands after the last space that is not in quotation marks is under way."""
        typed = in_ascii(typed)
        cut = _last_space(typed) + 1
        head, term = typed[:cut], typed[cut:]
        minus = "-" if term.startswith("-") else ""
        before, colon, value = term.removeprefix("-").partition(":")
        if not colon or (key := vocabulary.key_of(before)) not in vocabulary.about:
            return cls(head, minus, "", "", term.removeprefix("-"))
        others, comma, last = value.rpartition(",")
        return cls(head, minus, key, others + comma, last.strip('"'))


def completions(
    typed: str, vocabulary: Vocabulary, saved: Mapping[str, str], missing: Collection[str] = ()
) -> Iterator[Meant]:
    """The ways to go on from what has been typed; of the keys that are `missing`, no values."""
    now = Typing.of(typed, vocabulary)
    start = f"{now.head}{now.minus}"
    if now.key in missing:
        return
    if now.key:
        yield from _of_key(now, f"{start}{now.key}:{now.others}", vocabulary)
        return
    for name, text in saved.items():
        if f"@{name}".startswith(now.tail or "@") and not now.minus:
            yield Meant(f"{now.head}@{name} ", "@", name, text)
    for key, about in vocabulary.about.items():
        if key.startswith(now.tail.lower()):
            yield Meant(f"{start}{key}:", key, "", about)
    if now.tail and not now.tail.startswith("@"):
        for key in vocabulary:
            if key not in missing:
                found = vocabulary.matching(key, now.tail)
                every = _offered(found, vocabulary[key], key, f"{start}{key}:", now.tail)
                yield from (it for it in every if not it.beyond)


def _of_key(now: Typing, begin: str, vocabulary: Vocabulary) -> Iterator[Meant]:
    """The values of the key under way, all of them where nothing of one is typed."""
    values = vocabulary[now.key]
    found = vocabulary.matching(now.key, now.tail) if now.tail else [*values.values()]
    return _offered(found, values, now.key, begin, now.tail)


def _offered(found: list[Value], values: Values, key: str, begin: str, tail: str) -> Iterator[Meant]:
    """The values that were found; after one that is begun, it together with those to whom it leads on, once."""
    told: set[frozenset[str]] = set()
    for value in found:
        near = nearness(tail, (value.id, *value.names))
        yield Meant(f"{begin}{quoted(value.id)} ", key, value.id, value.name, near)
        all_ids = (value.id, *value.leads_on)
        if value.leads_on and tail and frozenset(all_ids) not in told:
            told.add(frozenset(all_ids))
            name = value.together or " and ".join(values[it].name for it in all_ids)
            near = nearness(tail, (value.together,)) if value.together else near
            ids = ",".join(all_ids)
            yield Meant(f"{begin}{ids} ", key, ids, name, near, beyond=not value.together)


def _last_space(typed: str) -> int:
    last, quoted = -1, False
    for at, char in enumerate(typed):
        if char == '"':
            quoted = not quoted
        elif char.isspace() and not quoted:
            last = at
    return last
