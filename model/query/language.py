"""The language of filters: `who:putin by:ushakov status:expected after:2025-05 has:conflict -source:kjd troops`.

A term is `key:value`, with `key:one,other` for either; a word alone is looked for in titles and quotes. All terms have
to hold; `-` before one turns it round. Quotation marks hold words together. `@name` stands for a saved filter, and
`as:name` at the end asks to save this one. Typographic twins of these signs are read as they are (`model.query.twins`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from model.dates.edtf import EdtfError, parse
from model.query.folding import words
from model.query.spelling import JOINING, quoted, spell
from model.query.terms import Query, QueryError, Term
from model.query.twins import in_ascii
from model.query.values import Value
from model.query.vocabulary import Vocabulary

LONGEST = 1000
"""The most characters of a filter, also with the saved filters that it names written out."""

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""The name of a saved filter."""

_PIECE = re.compile(r'(?:"[^"]*"|[^\s"])+')
_KEYED = re.compile(r"([^\":]*):(.*)\Z", re.DOTALL)
_QUOTED_KEY = re.compile(r'"([^":]+)":(.+)\Z', re.DOTALL)
_SIGNS = frozenset({"|", "||", "&", "&&"})
_DEEPEST = 8
_FEW = 15
_MOST_KEYS = 20


@dataclass(frozen=True, slots=True)
class Readable:
    """What a filter can be read with: the keys and values `known` on a day, and the values there are on `whatever` day.

    Values are looked for in what is known. An id that is of nothing known may still be of something on another day: a
    filter stays when one steps back, and finds nothing then. Parts of names are of what is known alone, and so is all
    that is said of a value that is there on no day. Whose name is written whole is meant alone: "Korea Daily" is not
    the Korea JoongAng Daily besides.
    """

    known: Vocabulary
    whatever: Vocabulary | None = None

    def matching(self, key: str, typed: str) -> list[Value]:
        """The values of a key that `typed` means."""
        found = self.known.matching(key, typed)
        found = [it for it in found if words(it.name) == words(typed)] or found
        later = self.whatever[key].get(typed) if not found and self.whatever is not None else None
        return [later] if later is not None else found


def read(text: str, readable: Readable, saved: Mapping[str, str] | None = None) -> Query:
    """The filter that `text` writes; `saved` has filters by name. Raises `QueryError`."""
    if len(text) > LONGEST:
        raise QueryError(f"A filter has at most {LONGEST:,} characters; this one has {len(text):,}.")
    terms: list[Term] = []
    name, length = "", 0
    found = pieces(text)
    _refuse_joined(found)
    for piece in found:
        if piece.lower().startswith("as:"):
            name = _name(piece[3:])
            continue
        for term in _terms(piece, readable, saved or {}, 0):
            length += len(spell([term])) + 1
            if length > LONGEST + 1:
                raise QueryError(
                    f"A filter has at most {LONGEST:,} characters, with the saved ones in it written out."
                )
            terms.append(term)
    if name and not terms:
        raise QueryError("Before as: stands what is to be saved, as in  by:ushakov as:kremlin")
    return Query(spell(terms), tuple(terms), name)


def pieces(text: str) -> list[str]:
    """The terms as they were written, in ASCII signs. Raises `QueryError` where a quotation mark is not closed."""
    text = in_ascii(text)
    if text.count('"') % 2:
        raise QueryError('A quotation mark is not closed; put the words that belong together in "two marks".')
    return _PIECE.findall(text)


def _refuse_joined(found: list[str]) -> None:
    """Say how it is written where a word or sign seems to join two terms: all of them hold anyway."""
    for before, piece, after in zip(found, found[1:], found[2:], strict=False):
        is_keyed = any(_KEYED.match(it.removeprefix("-")) for it in (before, after))
        is_word = piece.lower() in JOINING and (is_keyed or piece.isupper())
        if is_word or piece in _SIGNS:
            either = "all terms have to hold, and either of two values of one key is by:tass,kremlin"
            besides = f'; the word itself is "{piece.lower()}" in quotation marks' if is_word else ""
            raise QueryError(f'"{piece}" joins no terms: {either}{besides}.')


def _terms(piece: str, readable: Readable, saved: Mapping[str, str], depth: int) -> Iterator[Term]:
    bare = piece.removeprefix("-")
    if bare.startswith("-") and words(bare):
        raise QueryError(f'"{shortened(piece)}" has more than one - before it; one turns a term round.')
    if bare.startswith("@"):
        if bare != piece:
            raise QueryError("A saved filter cannot be turned round; write its terms with - before them.")
        yield from _saved_terms(bare[1:], readable, saved, depth)
        return
    keyed = _KEYED.match(bare) or _with_quoted_key(bare, readable.known)
    if keyed is None or (words(keyed[1]) and not re.search(r"[^\W\d_]", keyed[1])):
        # Without a letter before it, a colon is one of a time of day or a score.
        yield _word(bare, bare != piece, readable.known)
        return
    key, value = readable.known.key_of(keyed[1]), keyed[2]
    if not words(key):
        raise QueryError(
            f'"{shortened(bare)}" has no key before its colon; write it without a space, as who:putin.'
        )
    if key not in readable.known.about:
        raise QueryError(readable.known.apart.get(key) or _unknown_key(keyed[1], readable.known))
    yield _keyed_term(key, value, bare != piece, readable)


def _with_quoted_key(bare: str, known: Vocabulary) -> re.Match[str] | None:
    """A term such as `"Event Type":launch`, whose key is the name of a column with its blanks; None of other quotes."""
    found = _QUOTED_KEY.match(bare)
    is_key = (
        found is not None and (key := known.key_of(found[1])) and (key in known.about or key in known.apart)
    )
    return found if is_key else None


def _saved_terms(name: str, readable: Readable, saved: Mapping[str, str], depth: int) -> Iterator[Term]:
    if name not in saved:
        near = did_you_mean(name, saved)
        known = "" if near or not saved else f"; there are {', '.join('@' + it for it in sorted(saved)[:5])}"
        raise QueryError(f"No filter is saved as @{shortened(name)}{near}{known}.")
    if depth == _DEEPEST:
        raise QueryError(
            f"The saved filter @{shortened(name)} leads to itself, or more than {_DEEPEST} lead one to another."
        )
    held = pieces(saved[name])
    if not held:
        raise QueryError(
            f"The saved filter @{shortened(name)} holds nothing; save another one under this name."
        )
    for piece in held:
        yield from _terms(piece, readable, saved, depth + 1)


def _unknown_key(key: str, known: Vocabulary) -> str:
    names = [f"{name}:" for name in known.about]
    near = did_you_mean(f"{key.lower()}:", names)
    others = f"; there are {', '.join(names[:_MOST_KEYS])}{' and others' if len(names) > _MOST_KEYS else ''}"
    return f'There is no "{shortened(key)}:"{near or others}'


def _word(bare: str, negated: bool, known: Vocabulary) -> Term:
    typed = " ".join(bare.replace('"', " ").split())
    key, equals, _ = typed.partition("=")
    if equals and key.lower() in known.about:
        raise QueryError(
            f'After {key.lower()} stands a colon, as in {key.lower()}:...; not "{shortened(typed)}".'
        )
    if not words(typed):
        raise QueryError(f'"{shortened(typed or bare or "-")}" has no letter or digit to look for.')
    return Term("", typed, negated=negated)


def _keyed_term(key: str, value: str, negated: bool, readable: Readable) -> Term:
    if not value:
        raise QueryError(f"{key}: wants a value, {readable.known.about[key]}.")
    if key in readable.known.dates:
        date = value.replace('"', "").strip()
        return Term(key, date, day=_day(key, date), negated=negated)
    found: dict[str, None] = {}
    alternatives = _alternatives(value)
    for one in alternatives:
        hits = readable.matching(key, one)
        if not hits:
            other = _in_another_way(key, one, readable)
            raise QueryError(f'{key}: knows no "{shortened(one)}"{other or _known(readable.known[key], one)}')
        found |= dict.fromkeys(hit.id for hit in hits)
    return Term(key, ",".join(map(quoted, alternatives)), tuple(found), negated=negated)


def _in_another_way(key: str, typed: str, readable: Readable) -> str:
    """The term by which someone is found who is not there under this key, but under another key of how one is met."""
    for other in ("via", "by", "who") if key in readable.known.ways else ():
        hits = readable.matching(other, typed)
        if len(hits) == 1:
            return f', did you mean "{other}:{hits[0].id}"?'
    return ""


def _known(values: Mapping[str, Value], typed: str) -> str:
    """The value that was probably meant, else all of them where they are few."""
    near = did_you_mean(typed, [name for it in values.values() for name in (it.id, *it.names)])
    return near or (f"; it is one of {', '.join(values)}." if 0 < len(values) <= _FEW else ".")


def _alternatives(value: str) -> list[str]:
    """The values between commas, where these are not inside quotation marks."""
    parts = re.findall(r'(?:"[^"]*"|[^,"])+', value)
    found = [" ".join(part.replace('"', "").split()) for part in parts]
    return [part for part in found if part] or [value.replace('"', "")]


def _day(key: str, value: str) -> int:
    """The first day of a day, month or year as `model.dates.edtf` writes them."""
    try:
        day = parse(value).earliest if re.fullmatch(r"[-Y0-9]+", value) else None
    except EdtfError:
        day = None
    if day is None:
        raise QueryError(
            f'{key}: wants a day, month or year, as 2025-05-07, 2025-05 or 2025; not "{shortened(value)}".'
        )
    return day


def _name(name: str) -> str:
    if not NAME.match(name) or len(name) > 40:
        raise QueryError(f'as: wants a name of small letters, digits and hyphens; not "{shortened(name)}".')
    return name
