"""A corpus and its index as bytes, and back: typed data in MessagePack."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from model.asof.days_of_knowing import days_of_knowing
from model.asof.knowledge import Step
from model.corpus.anchors import Anchors
from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.findings import Finding, Path
from model.corpus.listed import PrintedList
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Source,
    Statement,
)
from model.corpus.unfinished import DraftRecord
from model.quotes.span import TextSpan

Spans = list[int]
"""Where stretches start and end, one after the other."""


class _Anchors(msgspec.Struct, array_like=True):
    """The anchors of a corpus: of claims, statements and lists in the order in which `names` has them."""

    names: tuple[list[str], list[str], list[str]]
    spans: tuple[Spans, Spans, Spans]
    furniture: dict[str, Spans]
    left_out: dict[str, Spans]
    beside: list[tuple[str, str, list[Path], Spans]]


class _Drafts(msgspec.Struct, array_like=True):
    """What is only begun: the kind and place in its own table of each, with what it lacks; and the tables."""

    order: tuple[tuple[str, int, tuple[str, ...]], ...]
    source: tuple[Source, ...]
    statement: tuple[Statement, ...]
    claim: tuple[Claim, ...]
    event: tuple[Event, ...]
    conflict: tuple[Conflict, ...]
    list: tuple[PrintedList, ...]
    question: tuple[Question, ...]
    search: tuple[VainSearch, ...]


class PackedCorpus(msgspec.Struct, array_like=True):
    """A corpus, with the days on which anything in it became known."""

    info: CorpusInfo
    sources: list[Source]
    texts: dict[str, str]
    entities: list[Entity]
    events: list[Event]
    conflicts: list[Conflict]
    statements: list[Statement]
    claims: list[Claim]
    furniture: dict[str, tuple[Furniture, ...]]
    left_out: dict[str, tuple[LeftOut, ...]]
    lists: list[PrintedList]
    questions: list[Question]
    searches: list[VainSearch]
    anchors: _Anchors
    findings: tuple[Finding, ...]
    lost: int
    drafts: _Drafts
    days: list[int]


class Packed(msgspec.Struct, array_like=True):
    """All that is kept of a folder: `originals` has what was found of them, by their files."""

    corpus: PackedCorpus
    with_drafts: PackedCorpus | None
    originals: dict[str, str]
    steps: tuple[Step, ...]
    image: bytes


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Packed)


def packed(corpus: Corpus, originals: Mapping[str, str], steps: tuple[Step, ...], image: bytes) -> bytes:
    """A corpus and its index as bytes. Raises `msgspec.MsgspecError` for what cannot be given back as it is."""
    begun = corpus.with_drafts
    body = _ENCODER.encode(
        Packed(_packed(corpus), _packed(begun) if begun is not None else None, dict(originals), steps, image)
    )
    # What stands in for a draft's fields need not be what a field may hold; then nothing is kept.
    again = corpus_of(_DECODER.decode(body))
    if again != corpus or (again.findings, again.drafts) != (corpus.findings, corpus.drafts):
        raise msgspec.ValidationError("the corpus does not come back as it is")
    if again.with_drafts != begun:
        raise msgspec.ValidationError("its drafts do not come back as they are")
    return body


def unpacked(body: bytes) -> Packed:
    """What `packed` has made. Raises `msgspec.MsgspecError` for anything else."""
    return _DECODER.decode(body)


def corpus_of(kept: Packed) -> Corpus:
    """The corpus."""
    begun = _unpacked(kept.with_drafts, None) if kept.with_drafts is not None else None
    return _unpacked(kept.corpus, begun)


def _packed(corpus: Corpus) -> PackedCorpus:
    return PackedCorpus(
        info=corpus.info,
        sources=[*corpus.sources.values()],
        texts=dict(corpus.texts),
        entities=[*corpus.entities.values()],
        events=[*corpus.events.values()],
        conflicts=[*corpus.conflicts.values()],
        statements=[*corpus.statements.values()],
        claims=[*corpus.claims.values()],
        furniture=dict(corpus.furniture),
        left_out=dict(corpus.left_out),
        lists=[*corpus.lists.values()],
        questions=[*corpus.questions.values()],
        searches=[*corpus.searches.values()],
        anchors=_packed_anchors(corpus.anchors),
        findings=corpus.findings,
        lost=corpus.lost,
        drafts=_packed_drafts(corpus.drafts),
        days=corpus.derived(days_of_knowing),
    )


def _unpacked(kept: PackedCorpus, begun: Corpus | None) -> Corpus:
    corpus = Corpus(
        info=kept.info,
        sources={it.id: it for it in kept.sources},
        texts=kept.texts,
        entities={it.id: it for it in kept.entities},
        events={it.id: it for it in kept.events},
        conflicts={it.id: it for it in kept.conflicts},
        statements={it.id: it for it in kept.statements},
        claims={it.id: it for it in kept.claims},
        furniture=kept.furniture,
        left_out=kept.left_out,
        anchors=_unpacked_anchors(kept.anchors),
        findings=kept.findings,
        lost=kept.lost,
        drafts=_unpacked_drafts(kept.drafts),
        lists={it.id: it for it in kept.lists},
        questions={it.id: it for it in kept.questions},
        searches={it.id: it for it in kept.searches},
        with_drafts=begun,
    )
    corpus.give(days_of_knowing, kept.days)
    return corpus


def _packed_anchors(anchors: Anchors) -> _Anchors:
    tables = (anchors.claims, anchors.statements, anchors.lists)
    return _Anchors(
        names=([*tables[0]], [*tables[1]], [*tables[2]]),
        spans=(_flat(tables[0].values()), _flat(tables[1].values()), _flat(tables[2].values())),
        furniture={source: _flat(spans) for source, spans in anchors.furniture.items()},
        left_out={source: _flat(spans) for source, spans in anchors.left_out.items()},
        beside=[(*key, [*found], _flat(found.values())) for key, found in anchors.beside.items()],
    )


def _unpacked_anchors(kept: _Anchors) -> Anchors:
    claims, statements, lists = (
        dict(zip(names, _spans(spans), strict=True))
        for names, spans in zip(kept.names, kept.spans, strict=True)
    )
    return Anchors(
        claims=claims,
        statements=statements,
        lists=lists,
        furniture={source: tuple(_spans(spans)) for source, spans in kept.furniture.items()},
        left_out={source: tuple(_spans(spans)) for source, spans in kept.left_out.items()},
        beside={
            (kind, name): dict(zip(paths, _spans(spans), strict=True))
            for kind, name, paths, spans in kept.beside
        },
    )


def _flat(spans: Iterable[TextSpan]) -> Spans:
    return [place for span in spans for place in (span.start, span.end)]


def _spans(flat: Spans) -> Iterable[TextSpan]:
    return map(TextSpan, flat[::2], flat[1::2])


def _packed_drafts(drafts: Iterable[DraftRecord]) -> _Drafts:
    tables: dict[str, list[Any]] = {kind: [] for kind in _Drafts.__struct_fields__ if kind != "order"}
    order = []
    for it in drafts:
        order.append((it.kind, len(tables[it.kind]), tuple(sorted(it.missing))))
        tables[it.kind].append(it.record)
    return _Drafts(tuple(order), **{kind: tuple(records) for kind, records in tables.items()})


def _unpacked_drafts(kept: _Drafts) -> tuple[DraftRecord, ...]:
    return tuple(
        DraftRecord(kind, getattr(kept, kind)[number], frozenset(missing))
        for kind, number, missing in kept.order
    )
