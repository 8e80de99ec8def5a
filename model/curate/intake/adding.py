"""A new source for a corpus: from what was taken out of a file to the files that are written."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.corpus.check_values import language_problems, no_url
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.curate.changes import Changes, changed_files
from model.curate.intake.extracted import Extracted, NotTaken, SetAside
from model.curate.intake.naming import new_id
from model.curate.intake.printed_day import PrintedDay, printed_days
from model.curate.intake.sidecar import Offer, Value, plain_line, sidecar
from model.curate.intake.wishes import Wishes, refuse_bad

ORIGINALS = "originals"
"""The folder in which what was obtained is kept, beside the one of the texts."""

_NEEDED = ("title", "publisher", "language", "published")
_NAMED = "given when it was added"
_HANGUL_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Obtained:
    """A file as it was obtained: its bytes, its name, and a time (`YYYY-MM-DDThh:mmZ`) by which it had been."""

    data: bytes
    name: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """A source that can be saved: its id, the files to write, and what to tell of it.

    `lacking` names the fields that it has to have in the end and does not have yet; `offers` what may be taken for
    some.
    """

    id: str
    changes: Changes
    text: str
    asides: tuple[SetAside, ...]
    lacking: tuple[str, ...]
    offers: tuple[Offer, ...]
    notes: tuple[str, ...]


def new_source(
    draft: Draft, originals: Iterable[str], obtained: Obtained, extracted: Extracted, wishes: Wishes
) -> NewSource:
    """The source that a file becomes in a corpus, of which `draft` is all that there is, and `originals` what is kept.

    Raises `NotTaken` where it is there already, or a wish cannot be fulfilled.
    """
    refuse_bad(draft, wishes)
    text, asides = extracted.text, extracted.asides
    if wishes.nfc:
        text, asides = _composed(text, asides)
    digest, text_digest = (hashlib.sha256(it).hexdigest() for it in (obtained.data, text.encode()))
    _refuse_again(draft, digest)
    values, offers = _values(draft, text, asides, extracted, wishes, obtained.time)
    title = values.get("title")
    name = new_id(
        title if isinstance(title, str) else None, obtained.name, wishes.published, _taken(draft, originals)
    )
    original = f"{ORIGINALS}/{name}.{extracted.ending}"
    values["original"] = {"file": original, "sha256": digest}
    values["sha256"] = text_digest
    notes = [*_remarks(extracted), *_on_form(text, wishes), *_same_words(draft, text_digest)]
    if remarks := _remarks(extracted):
        values["note"] = " ".join(remarks)
    lacking = tuple(field for field in _NEEDED if field not in values)
    if lacking:
        values["draft"] = True
    files = {
        original: obtained.data,
        f"sources/{name}.txt": text.encode(),
        f"sources/{name}.toml": sidecar(values, offers, text, asides).encode(),
    }
    return NewSource(
        id=name,
        changes=changed_files({}, files),
        text=text,
        asides=asides,
        lacking=lacking,
        offers=tuple(offers),
        notes=tuple(notes),
    )


def _refuse_again(draft: Draft, digest: str) -> None:
    for source, _ in draft.sources:
        if source.original is not None and source.original.sha256 == digest:
            raise NotTaken(f'it is there already, as "{source.id}"')


def _same_words(draft: Draft, text_digest: str) -> Iterator[str]:
    """That another source has the very text, if one does: an agency's report, perhaps, that two papers print."""
    for source, found in draft.digests.items():
        if found == text_digest:
            yield f'Its text is that of "{source}", letter for letter; if it prints that again, say reprint_of.'


def _values(
    draft: Draft, text: str, asides: Iterable[SetAside], extracted: Extracted, wishes: Wishes, now: str
) -> tuple[dict[str, Value], list[Offer]]:
    """The fields of the source that are known, and what is offered beside them."""
    values: dict[str, Value] = {}
    offers: list[Offer] = []
    titles = [wishes.title] if wishes.title is not None else list(extracted.titles)
    printed = [title for it in titles if (title := _as_printed(it, text))]
    if wishes.title is not None and not printed:
        raise NotTaken(f'--title: "{wishes.title}" is not in the text; write it as printed, or leave it out')
    _put(values, "title", next(iter(printed), None))
    offers += [Offer("title", it, "not printed so in the text") for it in titles[:1] if not printed]
    publisher = _publisher(draft, wishes.publisher)
    _put(values, "publisher", publisher)
    if wishes.publisher is not None and publisher is None:
        offers.append(Offer("publisher", wishes.publisher, "no entity has this id, name or alias yet"))
    elif wishes.publisher is None and extracted.publisher:
        known = _publisher(draft, extracted.publisher) or extracted.publisher
        offers.append(Offer("publisher", known, "the page calls its site so"))
    if extracted.authors:
        offers.append(Offer("authors", extracted.authors, "the file says so; write them as printed"))
    language, offered = _language(text, extracted, wishes)
    _put(values, "language", language)
    offers += offered
    _put(values, "version_of", wishes.version_of)
    if wishes.version_of is not None:
        offers.append(Offer("change", "update", "or correction, or retraction, if it is one"))
    beside = printed_days(text, next(iter(printed), ""), asides)
    if wishes.published is not None:
        values["published"] = _given_day(wishes.published, beside)
    else:
        offers += list(_days(extracted, beside))
    url = wishes.url or extracted.url
    _put(values, "url", url if url and not no_url(url) else None)
    values["retrieved"] = extracted.retrieved or now
    _put(values, "medium", wishes.medium or extracted.medium)
    return values, offers


def _remarks(extracted: Extracted) -> list[str]:
    """What is not in the text, and what else is to be remembered of it, in sentences."""
    left_out = (
        [f"Not in the text: {'; '.join(map(plain_line, extracted.left_out))}."] if extracted.left_out else []
    )
    return left_out + [f"{plain_line(note)}." for note in extracted.notes]


def _put(values: dict[str, Value], field: str, value: str | None) -> None:
    if value:
        values[field] = value


def _as_printed(title: str, text: str) -> str:
    """A title as the text has it, whatever its line breaks are, and in the form of its letters; else nothing."""
    flat = " ".join(text.split())
    for form in (title, unicodedata.normalize("NFC", title), unicodedata.normalize("NFD", title)):
        words = " ".join(form.split())
        if form.strip() and form.strip() in text:
            return form.strip()
        if words and words in flat:
            return words
    return ""


def _publisher(draft: Draft, wanted: str | None) -> str | None:
    """The id of the entity that is meant."""
    if wanted is None:
        return None
    entities = [entity for entity, _ in draft.entities]
    for entity in entities:
        if entity.id == wanted:
            return entity.id
    folded = wanted.casefold()
    for entity in entities:
        if folded in {form.casefold() for form in (entity.name, entity.short or "", *entity.aliases)}:
            return entity.id
    return None


def _language(text: str, extracted: Extracted, wishes: Wishes) -> tuple[str | None, list[Offer]]:
    """The language that is given, or that the file says it is in, unless its letters are of another."""
    if wishes.language is not None:
        return wishes.language, []
    said = (extracted.language or "").strip().replace("_", "-")
    if not said or any(True for _ in language_problems(said, Place(""))):
        return None, []
    letters = [it for it in text[:200_000] if it.isalpha()]
    hangul = sum("\uac00" <= it <= "\ud7a3" or "\u1100" <= it <= "\u11ff" for it in letters)
    is_korean = hangul > _HANGUL_SHARE * max(1, len(letters))
    if is_korean != (said.lower().partition("-")[0] == "ko"):
        return None, [Offer("language", said, "the file says so, and its letters look otherwise")]
    return said, []


def _given_day(day: str, beside: Iterable[PrintedDay]) -> dict[str, str]:
    """The day of publication that was given: in the words of the byline, where that prints the same day."""
    words = next((it.words for it in beside if it.day == day), None)
    if words is not None:
        return {"edtf": day, "words": words, "basis": "explicit"}
    return {"edtf": day, "basis": "external", "reasoning": f"The day was {_NAMED}."}


def _days(extracted: Extracted, beside: list[PrintedDay]) -> Iterator[Offer]:
    """What may be the day of publication: first what the text prints beside its title, then what the file says."""
    told = {it.day: it.told_by for it in reversed(extracted.dates)}
    for printed in beside:
        also = f", and {told.pop(printed.day)} says so" if printed.day in told else ""
        value = {"edtf": printed.day, "words": printed.words, "basis": "explicit"}
        yield Offer("published", value, f"printed near the title{also}, perhaps of an update; see the text")
    for day, told_by in told.items():
        value = {"edtf": day, "basis": "external", "reasoning": f"A candidate: {told_by}."}
        yield Offer("published", value, f"{told_by} says so, perhaps of an update; see the text")


def _taken(draft: Draft, originals: Iterable[str]) -> frozenset[str]:
    """The ids that a source cannot have any more: those of sources, statements and claims are of one space."""
    records = draft.named_records()
    named = {record.id for kind in ("source", "statement", "claim") for record, _ in records[kind]}
    stems = {it.file.rpartition("/")[2].rpartition(".")[0] for it in _places_of_lost(draft)}
    kept = {name.partition(".")[0] for name in originals}
    return frozenset(named | {it.id for it in draft.lost} | stems | kept)


def _places_of_lost(draft: Draft) -> Iterable[Place]:
    return [it.place for it in draft.lost] + [it.place for it in draft.lost_parts]


def _composed(text: str, asides: Iterable[SetAside]) -> tuple[str, tuple[SetAside, ...]]:
    """The text in NFC, and where its furniture is then."""
    parts: list[str] = []
    moved: list[SetAside] = []
    done = length = 0
    for aside in asides:
        before, within = (
            unicodedata.normalize("NFC", text[start:end])
            for start, end in ((done, aside.start), (aside.start, aside.end))
        )
        start = length + len(before)
        length = start + len(within)
        moved.append(SetAside(start, length, aside.kind))
        parts += (before, within)
        done = aside.end
    return "".join([*parts, unicodedata.normalize("NFC", text[done:])]), tuple(moved)


def _on_form(text: str, wishes: Wishes) -> Iterator[str]:
    if not wishes.nfc and not unicodedata.is_normalized("NFC", text):
        yield "Some of its letters are decomposed (not NFC), and are kept so; --nfc composes them."


def words_of(text: str, asides: Iterable[SetAside]) -> int:
    """How many words of a text are no furniture."""
    aside = sum(len(text[it.start : it.end].split()) for it in asides)
    return len(text.split()) - aside
