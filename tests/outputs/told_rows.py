"""Everything that the program tells of the rows of a table as of a day, alone or under a corpus, by what tells it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from model.dates.civil import iso_day
from model.exchange.formats import EXPORTERS, Exporter
from model.exchange.row_exports.told_rows import RowsExtract
from model.index.archive import Archive
from model.index.features import Feature
from tests.outputs.told import HEIGHT, WIDTH, within
from tests.tui.contexts import context_of
from tui.cli.parser import parse_arguments
from tui.cli.printing import asked_for
from tui.cli.revisions import revised_lines
from tui.cli.table import table_lines
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.exporting import rows_extract_of
from tui.prompt.filter import FilterAnswers
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import RowTarget
from tui.views.changes import ChangesView
from tui.views.registry import new_views
from tui.widgets.card import DetailPane
from tui.widgets.source_panes import source_pane
from tui.widgets.strip import Strip


def told_of_rows(archive: Archive, day: int, words: list[str]) -> dict[str, object]:
    """What each output tells as of `day`; how many steps there are besides is left aside, and so are ids."""
    archive = replace(archive, default=replace(archive.default, day=day))
    return dict(_outputs(archive, words))


def exported_rows(exporter: Exporter, extract: RowsExtract) -> object:
    """A document of rows as it reads; of one that is bytes, all that is in it."""
    if not exporter.is_binary:
        return "".join(exporter.pieces_of_rows(extract))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        exporter.rows_into_file(extract, path)
        return within(path)


def _outputs(archive: Archive, words: list[str]) -> Iterator[tuple[str, object]]:
    assert archive.table is not None
    table, when = archive.table.tables[0], archive.default
    phrases = Phrases(archive.known(when.day), UNICODE, when.day, longest=None)
    if Feature.LAYER not in archive.features:
        for brief in (False, True):
            heading, *lines = table_lines(archive, table, phrases, brief)
            # The step stands before the title of the table.
            yield f"print, brief: {brief}", (heading.partition("  ")[2], lines)
            lines = [*revised_lines(archive, table, when.day - 20, phrases, brief)]
            yield f"print --since, brief: {brief}", (lines[0], sorted(lines))
        for exporter in map(EXPORTERS.get, EXPORTERS.names()):
            if exporter.rows_writer:
                extract = rows_extract_of(archive, table, when)
                yield (
                    f"export --to {exporter.name}",
                    (exported_rows(exporter, extract), [*extract.left_out()]),
                )
    else:
        for brief in (False, True):
            since = ["--since", iso_day(when.day - 20)]
            for asked in ([], since):
                options = parse_arguments(["print", *asked, *(["--brief"] if brief else [])])
                lines = [*asked_for(archive, phrases, options)]
                # The step stands before the title of a table.
                yield f"print {asked} under a corpus, brief: {brief}", sorted(_no_step(it) for it in lines)
    begun = _context(archive)
    yield from _panes(begun)
    answers = FilterAnswers(archive, begun.reader, {}, UNICODE)
    for typed in ("", "country:", "note:", *words):
        offered = answers.offer(typed)
        choices = [(it.line.text, it.typed) for it in offered.choices]
        yield f"f {typed}", (offered.heading, choices, answers.answer(typed))
    for typed in words:
        found = begun.find(typed)
        hits = [(it.kind, it.text, it.places) for it in found.hits]
        yield f"/{typed}", (hits, found.more, found.hidden, begun.reader.find.nearest(typed))


def _no_step(line: str) -> str:
    return line.partition("  ")[2] if line.startswith("as of ") else line


def _context(archive: Archive) -> Context:
    begun = context_of(archive)
    commands = CommandList(COMMANDS, features=archive.features)
    return replace(begun, keys=commands.keys, views=new_views(archive.features), named=commands.named)


def _panes(begun: Context) -> Iterator[tuple[str, object]]:
    first, rows = begun.scene.selection, begun.reader.rows(0, 1000)
    for name, view in new_views(begun.archive.features).items():
        content = [line.text for line in view.content(begun, WIDTH, HEIGHT, True)]
        yield f"view {name}", (view.title(begun, WIDTH), content)
    changes, day = ChangesView(), begun.scene.when.day
    seen = begun.of(replace(begun.scene, viewed=replace(begun.scene.viewed, since=day - 15)))
    yield "view changes since", [line.text for line in changes.content(seen, WIDTH, HEIGHT, True)]
    for number, row in enumerate(rows):
        if not row.claim:
            chosen = replace(first, event=row.event, card=RowTarget(row.event), quote=None, place=None)
            ctx = begun.of(Scene(begun.scene.when, chosen))
            card, source = DetailPane(ctx), source_pane(ctx)
            yield f"card {number}", [line.text for line in card.content(WIDTH, HEIGHT)]
            yield f"source {number}", ([line.text for line in source.content(WIDTH, HEIGHT)], source.title())
    yield "strip", [line.text for line in Strip(begun).lines(WIDTH, 1)]
