"""Everything that the program tells of a day, by the output that tells it: what is printed, exported and drawn."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pyarrow import parquet

from model.candidates.find import all_candidates
from model.exchange.brief import event_brief
from model.exchange.change_rows import changes_tree
from model.exchange.extract import Extract
from model.exchange.formats import EXPORTERS, Exporter
from model.exchange.json_text import json_text
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown_event
from model.index.archive import Archive
from model.index.values import AsOf
from model.query.leads import lead
from model.query.vocabulary import KEYS
from tests.tui.contexts import context_of
from tui.cli.changed import changes_lines
from tui.cli.conflicts import conflict_lines
from tui.cli.differences import difference_lines
from tui.cli.listing import timeline_lines
from tui.cli.lists import list_lines
from tui.cli.questions import question_lines
from tui.cli.suggest import FORMATS
from tui.cli.supports import support_lines
from tui.exporting import extract_of
from tui.prompt.filter import FilterAnswers
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import (
    CardTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    ListTarget,
    QuestionTarget,
    SourceTarget,
)
from tui.views.changes import ChangesView
from tui.views.registry import new_views
from tui.widgets.card import DetailPane
from tui.widgets.source import SourcePane
from tui.widgets.strip import Strip

WIDTH, HEIGHT = 100, 400
"""Cells and lines of every pane: so many that nothing of it is cut."""


def told(archive: Archive, day: int, words: list[str]) -> dict[str, object]:
    """What each output tells as of `day`, by its name; `words` are searched for, and typed as filters.

    How many steps there are besides is left aside.
    """
    archive = replace(archive, default=AsOf(day))
    return dict(_outputs(archive, words))


def _outputs(archive: Archive, words: list[str]) -> Iterator[tuple[str, object]]:
    when = archive.default
    phrases = Phrases(archive.known(when.day), UNICODE, when.day, longest=None)
    for name, options in (
        ("print", (False, False)),
        ("print --brief", (True, False)),
        ("print --due", (False, True)),
        ("print --drafts", (False, False, True)),
    ):
        heading, *lines = timeline_lines(archive, phrases, *options)
        # The step stands before the title of the corpus.
        yield name, (heading.partition("  ")[2], _without_steps(lines))
    heading, *lines = conflict_lines(archive, phrases)
    yield "print --conflicts", (heading.partition("  ")[2], lines)
    for brief in (False, True):
        heading, *lines = list_lines(archive, phrases, brief)
        yield f"print --lists{' --brief' if brief else ''}", (heading.partition("  ")[2], lines)
    yield "print --questions", list(question_lines(archive, phrases))
    yield "print, what differs", list(difference_lines(archive, phrases))
    begun = context_of(archive)
    yield from _changes(begun, phrases)
    yield "print --support", list(support_lines(archive, phrases, brief=False))
    candidates = archive.candidates(when, all_candidates(archive.corpus, when.day))
    for to, write in FORMATS.items():
        yield f"suggest --format {to}", list(write(candidates, phrases))
    for exporter in map(EXPORTERS.get, EXPORTERS.names()):
        if not exporter.lossless:
            for drafts in (False, True):
                named = f"export --to {exporter.name}{' --drafts' if drafts else ''}"
                extract = extract_of(archive, when, drafts)
                yield named, (document(exporter, extract), exporter.what_is_left_out(extract))
            yield from _tables(archive, exporter)
    yield from _of_each_event(begun)
    yield from _panes(begun)
    yield from _searches(begun, words)
    yield from _offers(archive, words)


def document(exporter: Exporter, extract: Extract) -> object:
    """A document as it reads; of one that is bytes, all that is in it."""
    if not exporter.is_binary:
        return "".join(exporter.pieces(extract))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        exporter.into_file(extract, path)
        return within(path)


def within(path: Path) -> object:
    """All that is in a file of Parquet, or in a database."""
    with path.open("rb") as file:
        is_parquet = file.read(4) == b"PAR1"
    if is_parquet:
        table = parquet.read_table(path)
        return table.schema.metadata, table.to_pylist()
    with closing(sqlite3.connect(path)) as database:
        return [*database.iterdump()]


def _tables(archive: Archive, exporter: Exporter) -> Iterator[tuple[str, object]]:
    """Each table of a format of several, and what is said that it has no place for."""
    for table in exporter.tables:
        extract = extract_of(archive, archive.default, table=table)
        told = document(exporter, extract), exporter.what_is_left_out(extract)
        yield f"export --to {exporter.name} --what {table}", told


def _changes(begun: Context, phrases: Phrases) -> Iterator[tuple[str, object]]:
    """What changed, since the step before, and since long ago."""
    archive, when = begun.archive, begun.scene.when
    for since in (archive.day_before(when.day), when.day - 10_000):
        for options in ((False, False), (True, False), (False, True)):
            yield f"print --since {since} {options}", list(changes_lines(archive, since, phrases, *options))
        for exporter in map(EXPORTERS.get, EXPORTERS.names()):
            if not exporter.lossless:
                extract = extract_of(archive, when, since=since)
                yield f"export --to {exporter.name} --since {since}", document(exporter, extract)
        tree = changes_tree(since, when.day, extract_of(archive, when, since=since).changes)
        yield f"JSON, changes since {since}", tree
        view = ChangesView()
        seen = begun.of(replace(begun.scene, viewed=replace(begun.scene.viewed, since=since)))
        content = [line.text for line in view.content(seen, WIDTH, HEIGHT, True)]
        yield f"view changes since {since}", (view.title(seen, WIDTH), content)


def _of_each_event(begun: Context) -> Iterator[tuple[str, object]]:
    """What `W` takes away, and what the lossless export counts."""
    corpus, day = begun.archive.corpus, begun.scene.when.day
    events = json.loads("".join(json_text(export_json(corpus, day))))["events"]
    counted = {event["id"]: event for event in events}
    for row in begun.reader.rows(0, 1000):
        yield f"W {row.event}", list(markdown_event(event_brief(corpus, row.event, day)))
        yield (
            f"JSON {row.event}",
            [counted[row.event][it] for it in ("status", "date", "dated_by", "due", "origins")],
        )


def _without_steps(lines: Iterable[str]) -> list[str]:
    """The lines without those that say, of a day on which nothing was known, when the first step is."""
    empty = ("Nothing was known by ", "No claim is visible as of ")
    return [line for line in lines if not line.strip().startswith(empty)]


def _panes(begun: Context) -> Iterator[tuple[str, object]]:
    known, rows = begun.corpus, begun.reader.rows(0, 1000)
    for name, view in new_views().items():
        content = view.content(begun, WIDTH, HEIGHT, True)
        yield f"view {name}", (view.title(begun, WIDTH), _without_steps(line.text for line in content))
    first = begun.scene.selection
    cards: list[CardTarget] = [
        *(EventTarget(row.event) for row in rows),
        *map(EntityTarget, known.entities),
        *map(ConflictTarget, known.conflicts),
        *map(ListTarget, known.lists),
        *map(SourceTarget, [*known.sources, *begun.drafts.sources]),
        *map(EventTarget, begun.drafts.events),
        *map(QuestionTarget, {**known.questions, **begun.drafts.questions}),
        *map(ConflictTarget, begun.drafts.conflicts),
    ]
    for card in cards:
        for alone in (False, True):
            pane = DetailPane(begun.of(Scene(begun.scene.when, replace(first, card=card))))
            pane.set_reactive(DetailPane.alone, alone)
            lines = [line.text for line in pane.content(WIDTH, HEIGHT)]
            yield f"card {card}{', alone' if alone else ''}", (pane.title(), lines)
    for claim in known.claims:
        source = SourcePane(begun.of(Scene(begun.scene.when, replace(first, quote=claim))))
        lines = [line.text for line in source.content(WIDTH, HEIGHT)]
        yield f"source, {claim} lit", (source.title(), lines)
    strip = Strip(begun)
    yield "strip", [line.text for line in strip.lines(WIDTH, 1)]


def _searches(begun: Context, words: list[str]) -> Iterator[tuple[str, object]]:
    for typed in words:
        found = begun.find(typed)
        yield f"/{typed}", (found.hits, found.more, found.hidden, begun.reader.find.nearest(typed))


def _offers(archive: Archive, words: list[str]) -> Iterator[tuple[str, object]]:
    answers = FilterAnswers(archive, archive.at(archive.default), {}, UNICODE)
    keys = [f"{key}:" for key in KEYS]
    for typed in ("", *keys, "who:zzz", "via:zzz", *words):
        offered = answers.offer(typed)
        yield (
            f"f {typed}",
            (offered.heading, [(it.line.text, it.typed) for it in offered.choices], answers.answer(typed)),
        )
    reader = archive.at(archive.default)
    for name in reader.vocabulary["by"]:
        query = archive.read(f"by:{name}", archive.default)
        yield f"f by:{name}, leads on", lead(query, reader.vocabulary, reader.facets.count)
