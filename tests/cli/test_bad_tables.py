"""Whatever is wrong with a file of rows of any format: one clear sentence or a whole table, nothing half written."""

import csv
import gc
import io
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from model.exchange.tables.streams.row_formats import STREAMS
from model.index.table.file.file_store import open_store
from tests.coding.coding import ACLED, DATA, FTM, ICS, UCDP, gdelt, in_csv
from tests.hostile.harmless import harmful
from tui.__main__ import main

ROWS = [["date", "title"], *([f"20{it:02}-05-09", f"Row {it} 미사일"] for it in range(30))]


def _book() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


SOUND: dict[str, bytes] = {
    "csv": in_csv(ROWS).encode(),
    "tsv": in_csv(ROWS, "\t").encode(),
    "jsonl": b"".join(f'{{"date": "{day}", "title": "{it}"}}\n'.encode() for day, it in ROWS[1:]),
    "json": b'[{"date": "2031", "title": "a"},\n {"date": "2032-05", "title": "b"}]',
    "xlsx": _book(),
    "timelinejs": (DATA / "timeline-timelinejs/women_in_computing.json").read_bytes(),
    "simile": (DATA / "timeline-simile/monet.xml").read_bytes(),
    "ics": ICS.replace("\n", "\r\n").encode(),
    "acled": ACLED.encode(),
    "ucdp": UCDP.encode(),
    "gdelt": (gdelt(2) * 3).encode(),
    "ftm": FTM.encode(),
}
"""Of each format a file that is sound."""


def _middle(data: bytes, put_in: bytes) -> bytes:
    at = data.find(b"\n", len(data) // 2) + 1 or len(data) // 2
    return data[:at] + put_in + data[at:]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "sound": lambda it: it,
    "empty": lambda it: b"",
    "blank": lambda it: b"\n \r\n\t\n",
    "first line": lambda it: it.partition(b"\n")[0] + b"\n",
    "cut short": lambda it: it[: len(it) // 2],
    "nearly whole": lambda it: it[: len(it) * 9 // 10],
    "twice": lambda it: it + it,
    "NULs": lambda it: _middle(it, b"\0\0a\0"),
    "all NULs": lambda it: b"\0" * 5_000,
    "another encoding": lambda it: _middle(it, "2020,평양에서 미사일 발사\n".encode("cp949")),
    "no encoding": lambda it: _middle(it, b"2020,\x81\x8d\x8f\x90\xff\xfe\n"),
    "UTF-16": lambda it: it.decode("latin-1").encode("utf-16"),
    "a long line": lambda it: _middle(it, b"x" * 3_000_000 + b"\n"),
    "an open quote": lambda it: _middle(it, b'"'),
    "controls": lambda it: _middle(it, b"2031,\x1b]0;a\x07\x1b[2J,\xe2\x80\xae\n"),
    "prose": lambda it: (
        b"We saw it, they say.\nNobody knew, nobody asked, and so it went on.\nThat was all.\n" * 9
    ),
    "noise": lambda it: random.Random(8).randbytes(4_000),
}
"""What is done to it."""


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Put back what a run of the program sets for its process."""
    before, thresholds = (
        {it: signal.getsignal(it) for it in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)},
        gc.get_threshold(),
    )
    yield
    gc.set_threshold(*thresholds)
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("format", STREAMS)
def test_a_sentence_or_a_whole_table(
    format: str, damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    ending = (*STREAMS[format].endings, ".json" if format == "timelinejs" else ".csv")[0]
    given, out = tmp_path / f"t{ending}", tmp_path / "o.db"
    given.write_bytes(DAMAGES[damage](SOUND[format]))
    for named in ([], ["--from", format]):
        status = main(["import", str(given), "-o", str(out), *named])
        said = capsys.readouterr().err
        lines, left = said.splitlines(), {it.name for it in tmp_path.iterdir()} - {given.name}
        assert not harmful(said) and "Traceback" not in said
        if status == 0:
            assert damage != "prose", said
            store = open_store(out)
            meta = store.meta
            store.close()
            assert meta.read == meta.rows + meta.rejected and meta.rows > 0
            assert f"{out}: {meta.read:,} read = {meta.rows:,} imported + {meta.rejected:,} rejected" in lines
            assert left == ({"o.db", "o.db.rejects.csv"} if meta.rejected else {"o.db"})
            if meta.rejected:
                rejects = out.with_name("o.db.rejects.csv")
                assert len([*csv.reader(rejects.open(newline=""))]) == meta.rejected + 1
                rejects.unlink()
            out.unlink()
        else:
            none_taken = "every row was rejected; no table was written" in lines[-1]
            assert (status, left) == (2, {"o.db.rejects.csv"} if none_taken else set())
            for name in left:
                (tmp_path / name).unlink()
            assert given.name in lines[-1] and len(lines[-1]) < 500, lines[-1]
            assert damage != "sound"


def test_a_database_is_no_file_of_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        database.execute("CREATE TABLE a (b)")
    assert main(["import", str(tmp_path / "x.db"), "-o", str(tmp_path / "o.db")]) == 2
    assert capsys.readouterr().err.endswith(
        "it is a database already; open it as it is, or export it as CSV\n"
    )
    assert not (tmp_path / "o.db").exists()
