"""The bundled corpus as exports have it: whole, and with sources that say where they were obtained."""

from dataclasses import replace
from pathlib import Path

import msgspec

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.vocabulary import Reliability
from model.dates.calendar import day_from_text
from model.exchange.brief import Brief, brief_of
from model.exchange.extract import Extract, Scope
from model.index.archive import open_archive

CORPUS = load_corpus(Path(seeds.__file__).parent)


def whole(day: str = "2025-06-01") -> Brief:
    archive = open_archive(CORPUS, day_from_text(day), 0)
    reader = archive.at(archive.default)
    rows = reader.rows(0, reader.counts.total)
    scope = Scope(archive.default.day, tuple(row.event for row in rows), len(rows))
    return brief_of(Extract(CORPUS, scope, tuple(archive.conflicts(archive.default))))


OBTAINED = {"url": "https://example.org/a_b?x=_c_", "retrieved": "2025-05-07", "reliability": Reliability.B}


def obtained(**fields: object) -> Corpus:
    """The bundled corpus, whose sources say where they were obtained, and what else is asked for."""
    sources = {name: msgspec.structs.replace(it, **OBTAINED, **fields) for name, it in CORPUS.sources.items()}
    return replace(CORPUS, sources=sources)
