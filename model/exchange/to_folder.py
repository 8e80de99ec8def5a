"""A corpus as a folder of files, written as a curator would write them."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from model.corpus.corpus import Corpus
from model.corpus.files import link_loop
from model.corpus.records import Record
from model.exchange.to_toml import toml
from model.exchange.whole import whole_of

_FIRST_READ = "corpus.toml"
"""The file by which a folder is a corpus."""


def write_corpus(corpus: Corpus, folder: Path) -> None:
    """Write `corpus` to `folder`, which is new or empty, so that `load_corpus` reads the same corpus from it.

    All or nothing: the files are written beside it, or apart within it, and then moved in place. Raises
    `FileExistsError`, in one sentence, where something is there already, and `OSError` where the disk refuses or links
    lead in a ring.
    """
    folder = _resolved(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there already; name a folder that is new or empty")
    there = folder.exists()
    # Not made of the folder's own name, which may be as long as names can be.
    new = f".{secrets.token_hex(8)}.new"
    beside = folder / new if there else folder.with_name(new)
    beside.mkdir()
    try:
        (beside / "sources").mkdir()
        for name, data in corpus_files(corpus).items():
            (beside / name).write_bytes(data)
        if there:
            _move_up(beside)
        else:
            beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _move_up(beside: Path) -> None:
    """Move what is in a folder into the one around it, which stays the folder that others may be in.

    `corpus.toml` comes last: without it, what an end in the middle leaves behind is no corpus.
    """
    folder = beside.parent
    names = sorted((child.name for child in beside.iterdir()), key=lambda name: (name == _FIRST_READ, name))
    if [child.name for child in folder.iterdir()] != [beside.name]:
        raise FileExistsError(f"{folder} is not empty any more; name a folder that is new or empty")
    try:
        for name in names:
            (beside / name).replace(folder / name)
        beside.rmdir()
    except BaseException:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(beside / name)
        raise


def _resolved(folder: Path) -> Path:
    """The folder itself, because one named "." has no name to stand beside, and a link is not to be replaced."""
    try:
        return folder.resolve()
    except RuntimeError as error:
        if not link_loop(error):
            raise
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder)) from None


def corpus_files(corpus: Corpus) -> Mapping[str, bytes]:
    """The bytes of each file of the folder, drafts and all, by its name, with `/` between folder and file."""
    whole = whole_of(corpus)
    records, lacks = whole.corpus, whole.lacks
    tables = {
        "corpus.toml": toml([("", corpus.info)]),
        "entities.toml": toml(("entity", record) for record in records.entities.values()),
        "events.toml": toml((("event", record) for record in records.events.values()), lacks),
    }
    if records.conflicts:
        tables["conflicts.toml"] = toml(
            (("conflict", record) for record in records.conflicts.values()), lacks
        )
    for file, kind, rows in (
        ("questions.toml", "question", records.questions),
        ("searches.toml", "search", records.searches),
    ):
        if rows:
            tables[file] = toml(((kind, record) for record in rows.values()), lacks)
    for name, source in records.sources.items():
        table = toml([("source", source), *_records_of(records, name)], lacks)
        # A text that nobody has curated stands alone.
        if table != _NOTHING_YET:
            tables[f"sources/{name}.toml"] = table
    texts = {f"sources/{name}.txt": text for name, text in records.texts.items()}
    return {name: text.encode() for name, text in (tables | texts).items()}


_NOTHING_YET = "[source]\ndraft = true\n"
"""What would be written of a source of which nothing but its text is known."""


def _records_of(corpus: Corpus, source: str) -> Iterator[tuple[str, Record]]:
    for statement in corpus.statements.values():
        if statement.source == source:
            yield "statement", statement
    for claim in corpus.claims.values():
        if claim.source == source:
            yield "claim", claim
    for printed in corpus.lists_in_source.get(source, ()):
        yield "list", printed
    for furniture in corpus.furniture.get(source, ()):
        yield "furniture", furniture
    for passage in corpus.left_out.get(source, ()):
        yield "left_out", passage
