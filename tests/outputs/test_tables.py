"""A table of three downloads, alone and under a corpus: as of each day one set of rows, and nothing that came later."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from model.dates.calendar import day_from_text
from model.dates.civil import iso_day
from model.exchange.formats import EXPORTERS
from model.index.archive import Archive
from model.index.found import Kind
from model.index.layered.names import row_of_name
from tests.outputs.told_rows import exported_rows, told_of_rows
from tests.tui.contexts import context_of
from tui.__main__ import main
from tui.cli.dispatch import archive_shown
from tui.cli.parser import parse_arguments
from tui.cli.printing import asked_for
from tui.cli.revisions import revised_lines
from tui.exporting import rows_extract_of
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import RowTarget
from tui.views.changes import ChangesView

DOWNLOADS = {
    "2025-05-10": (
        "id,date,title,country",
        "1,2025-05-01,Test alpha,Russia",
        "2,2025-05-02,Test beta,Korea",
        "3,2025-05-03,Test gamma,Korea",
        "4,2025-05-04,Test delta,Russia",
    ),
    "2025-05-20": (
        "id,date,title,country",
        "1,2025-05-01,Test alpha,Russia",
        "2,2025-04-12,Test beta moved,Japan",
        "4,2025-05-04,Test delta,Russia",
        "5,2025-05-15,Test epsilon,Korea",
    ),
    "2025-05-30": (
        "id,date,title,country,note",
        "1,2025-05-01,Test alpha,Russia,",
        "2,2025-04-12,Test beta for good,Japan,",
        "3,2025-05-03,Test gamma again,Korea,returned",
        "5,2025-05-15,Test epsilon,Korea,",
        "6,2025-05-16,Test zeta,China,noted",
    ),
}
TITLES = {
    "2025-05-09": set(),
    "2025-05-10": {"alpha", "beta", "gamma", "delta"},
    "2025-05-20": {"alpha", "beta moved", "delta", "epsilon"},
    "2025-05-30": {"alpha", "beta for good", "gamma again", "epsilon", "zeta"},
}
"""What the table has as of each day."""

ALL = frozenset[str]().union(*TITLES.values())


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The table as it was after each download, by the day of that."""
    folder = tmp_path_factory.mktemp("tables")
    found: dict[str, Path] = {}
    for day, lines in DOWNLOADS.items():
        file = folder / f"rows-{day}.csv"
        file.write_text("\n".join(lines) + "\n")
        out = folder / day / "rows.db"
        out.parent.mkdir()
        if found:
            shutil.copy([*found.values()][-1], out)
        key = [] if found else ["--key", "id"]
        assert main(["import", str(file), "-o", str(out), "--day", day, "--whole", *key]) == 0
        found[day] = out
    return found


def opened(table: Path, day: str, under: bool = False) -> Archive:
    """The table as of a day, alone or under the corpus that comes with the program."""
    named = ["seeds", "--with", str(table)] if under else [str(table)]
    return archive_shown(parse_arguments(["open", *named, "--as-of", day]))


def said(text: str) -> set[str]:
    """The rows of which a text has the title, whatever stands after it."""
    longest = sorted(ALL, key=len, reverse=True)
    found = set()
    for title in longest:
        if (whole := f"Test {title}") in text:
            found.add(title)
            text = text.replace(whole, "")
    return found


@pytest.mark.parametrize("day", TITLES)
def test_screen_hits_and_exports_have_the_same_rows(tables: dict[str, Path], day: str):
    table, expected = [*tables.values()][-1], TITLES[day]
    alone, under = opened(table, day), opened(table, day, under=True)
    for archive in (alone, under):
        reader = archive.at(archive.default)
        rows = [it for it in reader.rows(0, 1000) if not it.claim]
        coded = [it for it in rows if archive is alone or row_of_name(it.event) is not None]
        assert {it.title.removeprefix("Test ") for it in coded} == expected
        assert (
            len(coded) == len(expected) == (reader.counts.rows if archive is under else reader.counts.total)
        )
        assert archive.table is not None
        standing = [archive.table.standing(it.event, archive.default.day) for it in coded]
        assert standing == [archive.table.coded(it.event) for it in coded]
        hits = reader.find.of("test").hits
        found = [it for it in hits if it.kind is Kind.ROW or archive is alone]
        assert {it.event for it in found} == {it.event for it in coded}
        tells = told_of_rows(archive, archive.default.day, ["test"])
        assert said(str(tells["view timeline"])) <= ALL
        if archive is alone:
            assert said(str(tells["view timeline"])) == said(str(tells["print, brief: True"])) == expected
    for exporter in map(EXPORTERS.get, EXPORTERS.names()):
        if exporter.rows_writer and expected:
            assert alone.table is not None
            extract = rows_extract_of(alone, alone.table.tables[0], alone.default)
            assert said(str(exported_rows(exporter, extract))) == expected, exporter.name


@pytest.mark.parametrize("under", [False, True])
@pytest.mark.parametrize("day", ["2025-05-10", "2025-05-19", "2025-05-20"])
def test_nothing_tells_what_a_later_download_brought(tables: dict[str, Path], day: str, under: bool):
    now = day_from_text(day)
    of_then = max(it for it in tables if it <= day)
    words = ["test", "gamma", "returned", "zet", "country:china"]
    whole = told_of_rows(opened([*tables.values()][-1], day, under), now, words[:-1])
    then = told_of_rows(opened(tables[of_then], day, under), now, words[:-1])
    assert whole.keys() == then.keys()
    assert {what: (tells, then[what]) for what, tells in whole.items() if tells != then[what]} == {}


def test_what_changed_on_the_screen_is_what_is_printed(tables: dict[str, Path]):
    for day in ("2025-05-20", "2025-05-30"):
        archive = opened([*tables.values()][-1], day)
        assert archive.table is not None
        table, when = archive.table.tables[0], archive.default
        since, phrases = when.day - 10, Phrases(archive.known(when.day), UNICODE, when.day, longest=None)
        ctx = context_of(archive)
        ctx = ctx.of(replace(ctx.scene, viewed=replace(ctx.scene.viewed, since=since)))
        printed = "\n".join(revised_lines(archive, table, since, phrases, brief=True))
        entries = ChangesView().entries(ctx)
        drawn = "\n".join(line.text for line in ChangesView().lines(ctx, 100) if line.target is not None)
        assert len(entries) == printed.count("\n") == drawn.count("\n") + 1
        assert said(printed.partition("\n")[2]) == said(drawn)
        # Under a corpus the same is told, below what changed of the events.
        below = opened([*tables.values()][-1], day, under=True)
        ctx = context_of(below)
        ctx = ctx.of(replace(ctx.scene, viewed=replace(ctx.scene.viewed, since=since)))
        rows = [it for it in ChangesView().entries(ctx) if isinstance(it, RowTarget)]
        lines = ChangesView().lines(ctx, 100)
        told = [line for line in lines if isinstance(line.target, RowTarget)]
        assert len(rows) == len(told) == len(entries) and said("\n".join(it.text for it in told)) == said(
            drawn
        )
        options = parse_arguments(["print", "--since", iso_day(since), "--brief"])
        of_events = Phrases(below.known(when.day), UNICODE, when.day, longest=None)
        assert "\n".join(asked_for(below, of_events, options)).endswith("\n\n" + printed)
        assert all(ctx.selector.target(ctx.selection, it).card == it for it in rows)


def test_a_row_that_is_gone_has_a_card_and_no_day_before_it_was_known_has(tables: dict[str, Path]):
    archive = opened([*tables.values()][-1], "2025-05-30")
    ctx = context_of(archive)
    ctx = ctx.of(replace(ctx.scene, viewed=replace(ctx.scene.viewed, since=archive.default.day - 10)))
    gone = ChangesView().entries(ctx)[-1]
    assert isinstance(gone, RowTarget) and ctx.reader.position_of(gone.row) is None
    selection = ctx.selector.as_known(ctx.selector.target(ctx.selection, gone))
    assert selection.card == gone and selection.event == ctx.selection.event
    before = context_of(opened([*tables.values()][-1], "2025-05-09"))
    assert before.selector.as_known(selection).card is None


def test_what_a_row_is_called_elsewhere_stays_the_same(tables: dict[str, Path]):
    names = []
    for day in DOWNLOADS:
        archive = opened(tables[day], day)
        assert archive.table is not None
        rows = rows_extract_of(archive, archive.table.tables[0], archive.default).rows
        names.append({it.cells[0]: it.name for it in rows})
    assert names[0]["2"] == names[1]["2"] == names[2]["2"] and names[0]["3"] == names[2]["3"]
    assert len({*names[2].values()}) == 5
