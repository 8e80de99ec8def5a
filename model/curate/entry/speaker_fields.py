"""The fields of who says a claim, and of the statement in which it is said."""

from collections.abc import Iterator

from model.corpus.records import Statement
from model.corpus.suggest import did_you_mean
from model.corpus.vocabulary import OnRecord
from model.curate.entry import lookup
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.entity_fields import several_called
from model.curate.entry.entry_field import EntryField, known_by, one_of_words
from model.curate.entry.saying import BY
from model.curate.entry.voice import is_from_elsewhere, voice_hint


def speaker_fields(meant: ClaimEntry) -> Iterator[EntryField]:
    """Who says it; of a new statement also by which words, how, when and on what footing."""
    yield _speaker(meant)
    if meant.statement is None and meant.speakers.chain:
        yield from _attribution(meant)
        yield from _day_of_saying(meant)
        public = meant.get("public")
        right = public in ("yes", "no")
        yield EntryField("public", "in public", "told to the world: yes, or no", not right)
        yield _origin(meant)


def _speaker(meant: ClaimEntry) -> EntryField:
    corpus, who, passage = meant.passage.corpus, meant.speakers, meant.passage
    if meant.statement is not None:
        told = voice_hint(passage, meant.get("speaker")) if is_from_elsewhere(passage) else ""
        said = _said(meant, meant.statement)
        return EntryField("speaker", "who says it", f"{said}, {told}" if told else said)
    if not who.chain:
        publisher = corpus.entities[corpus.sources[passage.source].publisher].name
        told = voice_hint(passage, "")
        return EntryField(
            "speaker", "who says it", f"nobody else: {publisher} itself{f'; {told}' if told else ''}"
        )
    if wrong_name := several_called(meant, who.chain):
        return EntryField("speaker", "who says it", wrong_name, wrong=True)
    new = next((it for it in who.chain if it in meant.new_names), None)
    hint = lookup.meant_by(new, corpus, passage.text).removesuffix("?") if new else ""
    told = voice_hint(passage, meant.get("speaker"))
    way = f", {told}" if told else "" if hint or len(who.chain) > 1 else f"; A{BY}B: by way of B"
    return EntryField("speaker", "who says it", f"a new statement{hint}{way}")


def _attribution(meant: ClaimEntry) -> Iterator[EntryField]:
    said, how = meant.get("said"), meant.get("how")
    if not said:
        wrong = "the words that name the speaker"
    else:
        wrong = "these words are not in the source" if meant.said_at is None else ""
    yield EntryField("said", "attributed by", wrong, bool(wrong))
    foreign = how not in said
    yield EntryField("how", "its verb", "the verb is not in these words" if foreign else "", foreign)
    yield one_of_words("footing", "footing", meant.get("footing"), OnRecord)


def _day_of_saying(meant: ClaimEntry) -> Iterator[EntryField]:
    yield EntryField("on", "said on", meant.on.answer, meant.on.wrong and not meant.on.asks)
    if meant.get("on"):
        yield EntryField("on words", "  its words")
    if meant.on.asks:
        yield known_by("on basis", meant.get("on basis"))
        yield EntryField("on why", "  why", "how the day was arrived at", meant.on.wrong)


def _origin(meant: ClaimEntry) -> EntryField:
    typed, known = meant.get("origin"), meant.passage.corpus.statements
    if not typed:
        return EntryField("origin", "goes back to", "itself; or the statement of which it tells")
    if typed not in known:
        return EntryField(
            "origin", "goes back to", f"no such statement{did_you_mean(typed, known)}", wrong=True
        )
    return EntryField("origin", "goes back to", _said(meant, known[typed]))


def _said(meant: ClaimEntry, statement: Statement) -> str:
    names = meant.passage.corpus.entities
    chain = BY.join(names[hop.who].name for hop in statement.chain)
    return f"{chain}{f', {statement.on.edtf}' if statement.on is not None and statement.on.edtf else ''}"
