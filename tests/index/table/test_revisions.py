"""As of any day, a table of several downloads is the one that was valid then: whatever came, changed and went."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.dates.edtf import parse
from model.index.table.coded import CodedRow, TableFile, TableMeta
from model.index.table.file.file_store import open_store
from model.index.table.file.revising import Download, DownloadRefused, MissingRows, Revised
from model.index.table.file.staged_writer import StagedWriter
from model.index.table.file.writer import TableWriter
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.store import Store, StoreFault
from tests.index.table.drawn import META, texts
from tests.index.table.test_table_truncation import told

KEY = 4
"""The column of the key: that of notes."""

DAY = 739_000
Given = list[tuple[str, str, str, str]]
"""The rows of a download: key, title, date and country."""

_row = st.tuples(
    st.sampled_from("abcdefg"),
    texts,
    st.sampled_from(("2021-05-03", "2021-05", "")),
    st.sampled_from(("Russia", "조선", "")),
)
downloads = st.lists(
    st.tuples(
        st.lists(_row, max_size=6, unique_by=lambda it: it[0]), st.sampled_from((0, 1, 3)), st.booleans()
    ),
    min_size=1,
    max_size=4,
)


def file_of(download: int, day: int) -> TableFile:
    return TableFile(f"{download}.csv", f"{download}", 9, "csv", "utf-8", day, download)


def meta_of(days: list[int]) -> TableMeta:
    return TableMeta("Drawn", META.columns, tuple(map(file_of, range(len(days)), days)), key=(KEY,))


def coded(given: Given, file: int) -> list[CodedRow]:
    found = []
    for number, (key, title, date, country) in enumerate(given, 1):
        cells = (title, date, country, "", key)
        found.append(CodedRow(file, number, title, parse(date) if date else None, cells, "|".join(cells)))
    return found


def revised(
    path: Path, before: Store | None, meta: TableMeta, rows: list[CodedRow], missing: MissingRows
) -> tuple[Store, Revised]:
    """The table in a file with one download more."""
    found = taken(TableWriter(path, same_as(meta, before), chunk=3), before, meta, rows, missing)
    return open_store(path), found


def same_as(meta: TableMeta, before: Store | None) -> TableMeta:
    return replace(meta, same=before.meta.same if before is not None else 0)


def taken(
    writer: StagedWriter, before: Store | None, meta: TableMeta, rows: list[CodedRow], missing: MissingRows
) -> Revised:
    """What a writer says of the rows of the last file of a table."""
    with writer:
        writer.add(rows)
        file = len(meta.files) - 1
        writer.finish(download=Download(before, file, meta.files[file].day, missing))
    assert writer.revised is not None
    return writer.revised


SOME = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@SOME
@given(downloads, st.integers(-1, 9))
def test_as_of_any_day_it_is_the_download_valid_then(tmp_path: Path, drawn: Any, ahead: int):
    path, store = tmp_path / "t.db", None
    path.unlink(missing_ok=True)
    days, states, first, read = list[int](), list[dict[str, CodedRow]](), dict[str, int](), 0
    for at, (said_then, later, partial) in enumerate(drawn):
        days.append((days[-1] if days else DAY) + later)
        rows = coded(said_then, at)
        missing = MissingRows.KEPT if partial else MissingRows.GONE
        before = states[-1] if states else {}
        store, found = revised(path, store, meta_of(days), rows, missing)
        said = {row.cells[KEY]: row for row in rows}
        for key, row in said.items():
            first.setdefault(key, row.file << 40 | row.number)
        there = {key: row for key, row in before.items() if partial or key in said}
        states.append(there | said)
        read += len(rows)
        # Every row of the download, and every one that was there, is accounted for.
        same = sum(key in before and before[key].cells == row.cells for key, row in said.items())
        new = len(said.keys() - before.keys())
        sums = (found.same, found.changed, found.new, found.missing) if at else (0, 0, found.new, 0)
        gone = len(before.keys() - said.keys())
        assert sums == (same, len(said) - same - new, new, gone)
        assert store.meta.read == read == store.meta.rows + store.meta.same
    assert store is not None
    day = DAY + ahead
    valid = [state for at, state in zip(days, states, strict=True) if at <= day]
    # As a table of its own it has one file, had when it came to be so.
    order = sorted((valid or [{}])[-1].items(), key=lambda it: first[it[0]])
    fresh = [row._replace(file=0, number=number) for number, (_, row) in enumerate(order, 1)]
    since = max((at for at in days if at <= day), default=DAY)
    columns = TableMeta("Drawn", store.meta.columns, (file_of(0, since),))
    one, other = (answers(TableIndex(it), day) for it in (store, MemoryStore(columns, fresh, chunk=3)))
    assert {what: (one[what], other[what]) for what in one if one[what] != other[what]} == {}
    store.close()


def answers(index: TableIndex, day: int) -> dict[str, Any]:
    """What it tells as of a day, but for the steps that led there."""
    found: dict[str, Any] = told(index, day, ["missile", "미사", "a", "mis"])
    found["rows"] = [(at, title, date, until) for at, title, date, _, until in found["rows"]]
    found["counts"] = found["counts"][0]
    return found


def test_versions_stand_in_the_order_in_which_they_came_and_say_until_when(tmp_path: Path):
    store = None
    days = [DAY, DAY + 5, DAY + 9]
    rows: list[Given] = [[("a", "one", "2021", "")], [("a", "two", "1990", "")], []]
    for at, some in enumerate(rows):
        store, _ = revised(
            tmp_path / "t.db", store, meta_of(days[: at + 1]), coded(some, at), MissingRows.GONE
        )
    assert store is not None
    assert [(it.title, it.until) for it in store.rows(0, 9)] == [("two", DAY + 9), ("one", DAY + 5)]
    assert list(store.versions(0)) == list(store.versions(1)) == [1, 0]
    assert store.known_steps() == [(DAY, 1, 0), (DAY + 5, 1, 1), (DAY + 9, 0, 1)]
    memory = MemoryStore(store.meta, store.rows(0, 9))
    assert (memory.known_steps(), memory.versions(0)) == (store.known_steps(), [1, 0])
    store.close()


def test_twins_and_rows_without_a_key_are_kept_and_the_same_ones_are_found_first(tmp_path: Path):
    one: Given = [
        ("a", "x", "", ""),
        ("a", "y", "", ""),
        ("", "p", "", ""),
        ("", "q", "", ""),
        ("b", "z", "", ""),
    ]
    two: Given = [
        ("a", "y", "", ""),
        ("a", "new", "", ""),
        ("", "q", "", ""),
        ("", "r", "", ""),
        ("b", "z", "", ""),
    ]
    store, found = revised(tmp_path / "t.db", None, meta_of([DAY]), coded(one, 0), MissingRows.GONE)
    assert (found.twins, found.twin, found.keyless) == (1, (0, 2), 2)
    store, found = revised(tmp_path / "t.db", store, meta_of([DAY, DAY + 1]), coded(two, 1), MissingRows.GONE)
    assert (found.same, found.changed, found.new, found.missing) == (3, 1, 1, 1)
    store.close()


def test_where_many_rows_are_missing_somebody_has_to_say_what_becomes_of_them(tmp_path: Path):
    path = tmp_path / "t.db"
    many: Given = [(str(it), "x", "", "") for it in range(20)]
    store, _ = revised(path, None, meta_of([DAY]), coded(many, 0), MissingRows.ASKED)
    was = path.read_bytes()
    with pytest.raises(
        DownloadRefused, match=r"^3 of 20 rows of the table are not in this download; say --partial"
    ):
        revised(path, store, meta_of([DAY, DAY + 1]), coded(many[:17], 1), MissingRows.ASKED)
    assert path.read_bytes() == was
    store, found = revised(path, store, meta_of([DAY, DAY + 1]), coded(many[:18], 1), MissingRows.ASKED)
    stand = sum(len(store.known(DAY + 1, chunk)) for chunk in range(7))
    assert (found.missing, stand) == (2, 18)
    store.close()


def test_a_key_that_tells_too_little_apart_is_refused(tmp_path: Path):
    rows: Given = [(it, str(number), "", "") for number in range(9) for it in "ab"]
    with pytest.raises(DownloadRefused, match=r'^"Note": 18 rows have 2 different values'):
        revised(tmp_path / "t.db", None, meta_of([DAY]), coded(rows, 0), MissingRows.ASKED)
    assert not (tmp_path / "t.db").exists()


@pytest.mark.parametrize("stage", ["comparing", "sorting", "writing"])
def test_what_is_cut_off_leaves_the_table_as_it_was_and_the_same_goes_on(tmp_path: Path, stage: str):
    path = tmp_path / "t.db"
    many: Given = [(str(it), "x", "", "") for it in range(20)]
    store, _ = revised(path, None, meta_of([DAY]), coded(many, 0), MissingRows.ASKED)
    was, meta = path.read_bytes(), meta_of([DAY, DAY + 1])

    def cut(now: str, done: int, of: int) -> None:
        if now == stage:
            raise KeyboardInterrupt

    with TableWriter(path, meta, chunk=3) as writer:
        writer.add(coded(many[1:], 1))
        with pytest.raises(KeyboardInterrupt):
            writer.finish(cut, Download(store, 1, DAY + 1))
    assert path.read_bytes() == was
    assert sorted(it.name for it in tmp_path.iterdir()) == ["t.db", "t.db.dprk-tui-rows"]
    with TableWriter(path, meta, chunk=3) as writer:
        assert (writer.resumed, writer.resume_at(1)) == (True, 19)
        writer.finish(download=Download(store, 1, DAY + 1))
    assert writer.revised is not None
    assert (writer.revised.same, writer.revised.missing) == (19, 1)
    assert [it.name for it in tmp_path.iterdir()] == ["t.db"]
    store.close()


def test_what_another_program_put_there_meanwhile_is_not_written_over(tmp_path: Path):
    path = tmp_path / "t.db"
    some: Given = [("a", "x", "", "")]
    old, _ = revised(path, None, meta_of([DAY]), coded(some, 0), MissingRows.ASKED)
    revised(path, old, meta_of([DAY, DAY + 1]), coded(some, 1), MissingRows.ASKED)[0].close()
    was = path.read_bytes()
    with pytest.raises(StoreFault, match="replaced by another one"):
        revised(path, old, meta_of([DAY, DAY + 2]), coded(some, 1), MissingRows.ASKED)
    assert path.read_bytes() == was
    old.close()
