"""From a folder of files to the corpus of all in it that is sound: the one way in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from model.corpus.anchors import Spans
from model.corpus.check import check_draft
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, names_in
from model.corpus.findings import CorpusError, Finding, Place, Problem
from model.corpus.instead import Instead
from model.corpus.layout import PLAIN, SOURCES, unknown_files
from model.corpus.part import Parts
from model.corpus.positions import locate
from model.corpus.reading import FolderReading
from model.corpus.records import Silenced
from model.corpus.set_apart import begun_in, standing
from model.corpus.silenced import without_silenced
from model.corpus.sound import sound
from model.corpus.unfinished import softened

_UNKNOWN_FORMAT = "F010"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A corpus, and the bytes of the files that it was read from, by their paths in the folder.

    `parts` are for whoever reads the folder again: what has not changed is taken from them.
    """

    corpus: Corpus
    files: Mapping[str, bytes]
    parts: Parts = field(default_factory=dict)


def load_corpus(folder: Path, max_bytes: int = MAX_BYTES) -> Corpus:
    """The corpus of all that is sound in `folder`, with what was found; no file of more than `max_bytes` is read.

    A record with an error is left out, and with it what needs it: `Corpus.findings` says each, `Corpus.lost` how many
    they are. Raises `CorpusError`, `unusable`, where no corpus is there, it is of an unknown format, or it has sources
    and none of them is sound.
    """
    return load_files(folder, max_bytes).corpus


def load_files(
    folder: Path, max_bytes: int = MAX_BYTES, instead: Instead | None = None, before: Parts | None = None
) -> Loaded:
    """The same with the bytes that were read; a file that `instead` has is read as it is there, not as on disk.

    One that is None there is none at all, and one that is not on disk is there. Of a folder that was read before, only
    what has other bytes than in the parts of then is made out anew: what is found is the same, sooner.
    """
    names = _names_of_corpus(folder)
    reading = FolderReading(folder, max_bytes, instead, before)
    return Loaded(_corpus_of_reading(reading, names), reading.read, reading.parts)


def _corpus_of_reading(reading: FolderReading, names: list[str]) -> Corpus:
    draft = reading.draft
    spans, checked = check_draft(draft, [*reading.parts.values()])
    problems = [*reading.problems, *unknown_files(names), *softened(checked, begun_in(draft))]
    return _in_part(draft, spans, problems, reading.files)


def _names_of_corpus(folder: Path) -> list[str]:
    """What lies in the folder. Raises `CorpusError` where that is no corpus."""
    try:
        names = names_in(folder)
    except UnreadableFile as error:
        raise _unusable(folder, f"{error}; name a folder that holds a corpus.toml") from None
    if not names:
        raise _unusable(folder, "is empty; a corpus begins with a corpus.toml")
    if not {SOURCES, *PLAIN} & {*names}:
        raise _unusable(folder, "holds no corpus; a corpus begins with a corpus.toml")
    return names


def _in_part(draft: Draft, spans: Spans, problems: list[Problem], files: Mapping[str, bytes]) -> Corpus:
    """What of a draft stands, with all that is to be said of the rest."""
    kept, more, lost = sound(draft, problems)
    corpus, waiting = standing(kept, spans)
    records = _records(draft)
    said = without_silenced([*problems, *more, *waiting], _to_silence(draft), records)
    findings = tuple(locate(said, files, records))
    if any(it.code == _UNKNOWN_FORMAT for it in problems) or (_has_sources(draft) and not kept.sources):
        raise CorpusError(findings, unusable=True)
    return replace(corpus, findings=findings, lost=lost)


def _to_silence(draft: Draft) -> tuple[Silenced, ...]:
    return draft.info.check.ignore if draft.info is not None else ()


def _has_sources(draft: Draft) -> bool:
    """Whether there are any, though none may have been read."""
    lost = any(it.kind == "source" for it in draft.lost) or draft.missing.perhaps("source") is not None
    return lost or bool(draft.sources)


def _records(draft: Draft) -> dict[Place, tuple[str, str]]:
    """The kind and id of every record, also of those that could not be read, by its place."""
    found = {it.place: (it.kind, it.id) for it in draft.lost if it.kind and (it.id or it.place.path)}
    for kind, passages in (("furniture", draft.furniture), ("left_out", draft.left_out)):
        found |= {place: (kind, "") for rows in passages.values() for _, place in rows}
    for kind, records in draft.named_records().items():
        found |= {place: (kind, record.id) for record, place in records}
    return found


def _unusable(folder: Path, what: str) -> CorpusError:
    return CorpusError([Finding(str(folder), 0, 0, "", what, "F001")], unusable=True)
