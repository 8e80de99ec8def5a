"""From a folder of files to the corpus of all in it that is sound: the one way in."""

from dataclasses import replace
from pathlib import Path

from model.corpus.anchors import anchor_draft
from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, names_in
from model.corpus.findings import CorpusError, Finding, Place
from model.corpus.layout import PLAIN, SOURCES, unknown_files
from model.corpus.positions import locate
from model.corpus.reading import Reading
from model.corpus.set_apart import has_drafts, is_draft, with_drafts, without_drafts
from model.corpus.silenced import without_silenced
from model.corpus.sound import sound
from model.corpus.unfinished import softened

_UNKNOWN_FORMAT = "F010"


def load_corpus(folder: Path, max_bytes: int = MAX_BYTES) -> Corpus:
    """The corpus of all that is sound in `folder`, with what was found; no file of more than `max_bytes` is read.

    A record with an error is left out, and with it what needs it: `Corpus.findings` says each, `Corpus.lost` how many
    they are. Raises `CorpusError`, `unusable`, where no corpus is there, it is of an unknown format, or it has sources
    and none of them is sound.
    """
    try:
        names = names_in(folder)
    except UnreadableFile as error:
        raise _unusable(folder, f"{error}; name a folder that holds a corpus.toml") from None
    if not names:
        raise _unusable(folder, "is empty; a corpus begins with a corpus.toml")
    if not {SOURCES, *PLAIN} & {*names}:
        raise _unusable(folder, "holds no corpus; a corpus begins with a corpus.toml")
    reading = Reading(folder, max_bytes)
    draft = reading.draft
    anchors, checked = check_draft(draft)
    problems = [*reading.problems, *unknown_files(names), *softened(checked, _begun(draft))]
    to_silence = draft.info.check.ignore if draft.info is not None else ()
    if not problems and not to_silence and not has_drafts(draft):
        return Corpus.of(draft, anchors)
    kept, lost = draft, 0
    if any(problem.severity is Severity.ERROR for problem in problems):
        kept, more, lost = sound(draft, problems)
        problems += more
    standing, apart, waiting = without_drafts(kept) if has_drafts(kept) else (kept, (), [])
    problems += waiting
    records = _records(draft)
    findings = locate(without_silenced(problems, to_silence, records), reading.files, records)
    if any(it.code == _UNKNOWN_FORMAT for it in problems) or (_has_sources(draft) and not kept.sources):
        raise CorpusError(findings, unusable=True)
    corpus = _corpus_of(standing)
    return replace(
        corpus,
        findings=tuple(findings),
        lost=lost,
        drafts=apart,
        with_drafts=_corpus_of(with_drafts(kept)) if apart else None,
    )


def _corpus_of(draft: Draft) -> Corpus:
    return Corpus.of(draft, anchor_draft(draft)[0])


def _begun(draft: Draft) -> frozenset[Place]:
    """Where the records stand that are drafts."""
    return frozenset(
        place for rows in draft.named_records().values() for record, place in rows if is_draft(record)
    )


def _has_sources(draft: Draft) -> bool:
    """Whether there are any, though none may have been read."""
    lost = any(it.kind == "source" for it in draft.lost) or draft.missing.perhaps("source") is not None
    return lost or bool(draft.sources)


def _records(draft: Draft) -> dict[Place, tuple[str, str]]:
    """The kind and id of every record, also of those that could not be read, by its place."""
    found = {it.place: (it.kind, it.id) for it in draft.lost if it.kind}
    for kind, passages in (("furniture", draft.furniture), ("left_out", draft.left_out)):
        found |= {place: (kind, "") for rows in passages.values() for _, place in rows}
    for kind, records in draft.named_records().items():
        found |= {place: (kind, record.id) for record, place in records}
    return found


def _unusable(folder: Path, what: str) -> CorpusError:
    return CorpusError([Finding(str(folder), 0, 0, "", what, "F001")], unusable=True)
