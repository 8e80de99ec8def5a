"""`import -o` makes one file of rows: all of it is said, and nothing half done looks whole."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pexpect
import pytest

from model.coding.into_table import into_table, meta_of
from model.coding.plan import plan_of
from model.coding.rejected import write_rejects
from model.exchange.tables.streams.row_formats import streams_of
from model.index.table.file.file_store import open_store
from model.index.table.file.file_target import FileTarget
from model.index.table.store import StoreFault
from tests.cli.running import ROOT, run
from tests.coded_tables import table as coded_table
from tests.coding.coding import ACLED, DATA, in_csv, read

TABLE = """\
Date,Event,Place
3/4/2031,Ferry sails,Rason
3/14/2031,Ferry lands,Rason

5/6/2031,x,y,z
soon,Ferry sinks,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "ferries.csv").write_text(TABLE)
    return tmp_path / "ferries.csv"


def test_a_table_is_made_and_all_of_it_is_said(table: Path):
    out = table.parent / "out.db"
    done = run("import", table, "-o", out, "--day", "2031-07-01", "--title", "Ferries")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines() == [
        "ferries.csv: csv; read as UTF-8; parted by commas; blank lines, passed over: 1, the first in line 4",
        "4 rows of 3 columns",
        '  title: "Event"',
        '  date: "Date" (month first)',
        '  place: "Place"',
        f"{out}: 4 read = 3 imported + 1 rejected",
        "  rejected: line 5: It has 4 cells, and there are 3 columns.",
        f"  all that were rejected, with reason and place: {out}.rejects.csv",
        "  dates: 2 read, 1 not read, 0 not given; rows without a date are at the end",
        "  not read: 1: What date that is, is not sure.",
        f"{out}: to see it: dprk-tui {out}",
    ]
    assert (table.parent / "out.db.rejects.csv").read_text() == (
        "file,row,why,as it stood\n"
        'ferries.csv,5,"It has 4 cells, and there are 3 columns.","5/6/2031,x,y,z"\n'
    )
    store = open_store(out)
    assert (store.meta.title, store.meta.read, store.meta.rows, store.meta.rejected) == ("Ferries", 4, 3, 1)
    assert [(row.title, row.date.text if row.date else None, row.raw) for row in store.rows(0, 9)] == [
        ("Ferry sails", "2031-03-04", "3/4/2031,Ferry sails,Rason"),
        ("Ferry lands", "2031-03-14", "3/14/2031,Ferry lands,Rason"),
        ("Ferry sinks", None, "soon,Ferry sinks,"),
    ]
    assert store.kept("map") is not None
    assert [day for day, *_ in store.known_steps()] == [store.meta.files[0].day]
    store.close()
    assert sorted(it.name for it in table.parent.iterdir()) == ["ferries.csv", "out.db", "out.db.rejects.csv"]


def test_a_newer_download_is_put_beside_the_first_and_both_are_kept(tmp_path: Path):
    first, later, out = tmp_path / "may.csv", tmp_path / "june.csv", tmp_path / "t.db"
    rows = [[f"T{it}", f"2031-03-{it:02}", f"Ferry {it}", "sails"] for it in range(1, 13)]
    first.write_text(in_csv([["id", "date", "event", "what"], *rows]))
    # Other columns first, one of them new; a row changed, one gone, one new, one that cannot be read.
    changed = [[it[3] if it[0] != "T2" else "sinks", it[2], it[0], it[1], ""] for it in rows[1:]]
    new = [["lands", "Ferry 99", "T99", "2031-04-01", "of its own"], ["x"] * 6]
    later.write_text(in_csv([["what", "event", "id", "date", "flag"], *new, *changed]))
    run("import", first, "-o", out, "--key", "ID", "--day", "2031-05-01")
    done = run("import", later, "-o", out, "--day", "2031-06-01")
    assert done.stderr.decode().splitlines()[-7:] == [
        f"  all that were rejected, with reason and place: {out}.rejects-2.csv",
        "  dates: 12 read, 0 not read, 0 not given",
        f"{out}: of 1 Jun 2031, 12 imported = 10 unchanged + 1 changed + 1 new",
        "  changed, by column: what 1",
        "  new columns: flag",
        "  gone: 1 of 12 rows before, which are kept as of earlier days",
        f"{out}: to see it: dprk-tui {out}",
    ]
    for day, is_later in (("2031-05-31", False), ("2031-06-01", True)):
        listed = run("print", out, "--as-of", day, "--brief").stdout
        assert b": 12 rows" in listed
        assert (b"Ferry 1 " in listed, b"Ferry 99" in listed) == (not is_later, is_later)
    printed = run("print", out, "--as-of", "2031-06-01", "--since", "2031-05-01", "--ascii").stdout.decode()
    assert "t: 1 new, 1 changed, 1 gone" in printed.replace("may: ", "t: ")
    assert "    what: sails -> sinks\n" in printed
    assert "gone     1 Mar 2031" in printed
    was = out.read_bytes()
    done = run("import", later, "-o", out, "--day", "2031-06-02")
    assert done.stderr == b"nothing new: it is the same as june.csv, the newest in the table\n"
    for key, why in (("none", '--key: there is no column "none"'), ("event", "its rows are the same by id")):
        done = run("import", later, "-o", out, "--day", "2031-06-02", "--key", key)
        assert (done.returncode, why in done.stderr.decode()) == (2, True)
    refused: list[tuple[list[str | Path], str]] = [
        ([first, "--day", "2031-05-15"], "downloads come in one after the other, the oldest first"),
        ([first], "may.csv is in the table already, as had on 1 May 2031"),
        ([first, "--key", "event", "--day", "2032-01-01"], "its rows are the same by id"),
        (
            [first, "--key", "none", "--day", "2032-01-01"],
            '--key: there is no column "none"; there are: "id"',
        ),
    ]
    (tmp_path / "part.csv").write_text(in_csv([["id", "date", "event", "what"], *rows[3:6]]))
    (tmp_path / "keyless.csv").write_text(in_csv([["date", "event", "what"], *(it[1:] for it in rows)]))
    refused += [
        (
            [tmp_path / "part.csv", "--day", "2031-07-01"],
            "9 of 12 rows of the table are not in this download; say --partial",
        ),
        (
            [tmp_path / "keyless.csv", "--day", "2031-07-01"],
            'keyless.csv has no column "id", by which rows are the same',
        ),
    ]
    for arguments, why in refused:
        done = run("import", *arguments, "-o", out)
        assert (done.returncode, why in done.stderr.decode().splitlines()[-1]) == (2, True), done.stderr
    assert out.read_bytes() == was
    assert [it.name for it in tmp_path.iterdir() if it.name.endswith(("-rows", "-part"))] == []
    done = run("import", tmp_path / "part.csv", "-o", out, "--partial", "--day", "2031-07-01")
    assert b"  not in this part: 9 of 12 rows before, which stay as they were\n" in done.stderr


def test_a_table_without_a_key_takes_a_newer_download_once_one_is_said(table: Path):
    out, newer = table.parent / "o.db", table.parent / "newer.csv"
    run("import", table, "-o", out, "--day", "2031-05-01")
    newer.write_text(TABLE.replace("Ferry sinks", "Ferry sank"))
    done = run("import", newer, "-o", out)
    assert b"say with --key COLUMN by which column a row is the same in both" in done.stderr
    done = run("import", newer, "-o", out, "--key", "Date,Place", "--day", "2031-05-02")
    assert b"3 imported = 2 unchanged + 1 changed + 0 new" in done.stderr


def test_what_was_guessed_is_saved_and_what_is_saved_is_used(table: Path):
    map_file = table.parent / "map.toml"
    done = run("import", table, "-o", table.parent / "one.db", "--map", map_file)
    assert done.stderr.decode().splitlines()[-1] == (
        f"{map_file}: what the columns were taken for; mend it, and name it with --map for the next such table"
    )
    text = map_file.read_text()
    assert 'order = "month-first"' in text
    map_file.write_text(
        text.replace("month-first", "day-first").replace('title = "Event"', 'title = "Place"')
    )
    done = run("import", table, "-o", table.parent / "two.db", "--map", map_file)
    assert b'  title: "Place"\n  date: "Date" (day first)\n' in done.stderr
    store = open_store(table.parent / "two.db")
    date = store.rows(0, 1)[0].date
    assert date is not None
    assert date.text == "2031-04-03"
    store.close()


def test_a_map_may_name_one_sheet_of_a_workbook(tmp_path: Path):
    book = openpyxl.Workbook()
    for name in ("Old", "New"):
        book.create_sheet(name).append(["Date", "Event"])
        book[name].append(["2031", f"{name} ferry"])
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "map.toml").write_text('[[sheet]]\nname = "New"\ndate = "Date"\ntitle = "Event"\n')
    done = run("import", tmp_path / "t.xlsx", "-o", tmp_path / "o.db", "--map", tmp_path / "map.toml")
    assert b"1 read = 1 imported + 0 rejected" in done.stderr
    (tmp_path / "map.toml").write_text('[[sheet]]\nname = "None"\n')
    done = run("import", tmp_path / "t.xlsx", "-o", tmp_path / "p.db", "--map", tmp_path / "map.toml")
    assert done.stderr.endswith(b'there is no sheet "None" with rows; there are: "Old", "New"\n')


def test_the_map_has_the_order_to_be_set_and_takes_equal_headers_by_name_or_number(tmp_path: Path):
    (tmp_path / "t.csv").write_text("date,title,date\n3/4/2031,a,5/6/2031\n")
    done = run("import", tmp_path / "t.csv", "-o", tmp_path / "o.db", "--map", tmp_path / "map.toml")
    assert b'  date: "date (#1)"' in done.stderr
    text = (tmp_path / "map.toml").read_text().replace('# order = "day-first"', 'order = "day-first"')
    for number, name in enumerate(("#3", "date (#3)")):
        (tmp_path / "map.toml").write_text(text.replace('date = "date (#1)"', f'date = "{name}"'))
        out = tmp_path / f"{number}.db"
        done = run("import", tmp_path / "t.csv", "-o", out, "--map", tmp_path / "map.toml")
        assert b'  date: "date (#3)" (day first)' in done.stderr
        store = open_store(out)
        date = store.rows(0, 1)[0].date
        assert date is not None
        assert date.text == "2031-06-05"
        store.close()


def test_what_cannot_be_decided_says_how_to_say_it(tmp_path: Path):
    (tmp_path / "t.csv").write_text("date,title\n3/4/2031,a\n")
    done = run("import", tmp_path / "t.csv", "-o", tmp_path / "o.db")
    assert done.stderr.decode().splitlines()[-2] == (
        "  not read: 1: Day and month may stand in either order. "
        "To say it, import with --map FILE, which writes a map of the columns; "
        'set order = "day-first" or order = "month-first" in it, and import with it again.'
    )


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        (DATA / "nk-missile-tests-cns/test.en.json", 339),
        (DATA / "timeline-timelinejs/women_in_computing.json", 10),
        (DATA / "timeline-timelinejs/women_in_computing.csv", 11),
        (DATA / "timeline-simile/jfk.xml", 130),
        (DATA / "timeline-simile/monet.xml", 27),
    ],
    ids=lambda it: it.name if isinstance(it, Path) else "",
)
def test_what_others_published_is_imported_row_by_row(file: Path, rows: int, tmp_path: Path):
    plan = plan_of(streams_of(file, file.name, None), None)
    imported = into_table(plan, meta_of(plan, "t", (20_000,)), FileTarget(tmp_path / "o.db"))
    assert imported.meta is not None
    assert (imported.meta.read, imported.meta.rejected, imported.rejects) == (rows, 0, None)
    store = open_store(tmp_path / "o.db")
    kept = [row for number in range(0, store.total, 100) for row in store.rows(number, 100)]
    assert len(kept) == rows
    listed = read(file).rows
    assert sorted(kept, key=lambda row: row.number) == sorted(listed, key=lambda row: row.number)
    store.close()


def test_where_every_row_is_rejected_no_table_is_written_and_one_that_is_there_stays(tmp_path: Path):
    broken, sound, out = tmp_path / "broken.csv", tmp_path / "sound.csv", tmp_path / "o.db"
    broken.write_text("id,date,event\n1,2031,a,b\n2,2031,a,b\n")
    done = run("import", broken, "-o", out)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, f"{out}: 2 read = 0 imported + 2 rejected" in lines) == (2, True)
    assert lines[-1] == "broken.csv: every row was rejected; no table was written"
    rejects = out.with_name("o.db.rejects.csv")
    assert rejects.read_text().count("\n") == 3
    assert {it.name for it in tmp_path.iterdir()} == {"broken.csv", rejects.name}
    rejects.unlink()
    sound.write_text("id,date,event\n1,2031,a\n")
    assert run("import", sound, "-o", out, "--key", "id", "--day", "2031-01-01").returncode == 0
    was = out.read_bytes()
    done = run("import", broken, "-o", out, "--day", "2031-02-01")
    assert (done.returncode, out.read_bytes() == was) == (2, True)
    assert done.stderr.decode().splitlines()[-1] == f"broken.csv: every row was rejected; {out} is as it was"
    assert {it.name for it in tmp_path.iterdir()} == {"broken.csv", "sound.csv", "o.db", "o.db.rejects-2.csv"}


def test_standard_input_and_several_files_become_one_table(table: Path):
    done = run("import", "-", "-o", table.parent / "a.db", given=ACLED.encode())
    assert (done.returncode, b"standard input: acled" in done.stderr) == (0, True)
    (table.parent / "b.csv").write_text("date;event\n2032;Ferry rusts\n")
    done = run("import", table, table.parent / "b.csv", "-o", table.parent / "c.db")
    assert b"5 read = 4 imported + 1 rejected" in done.stderr
    assert b"rejected: line 5 of ferries.csv: It has 4 cells" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["{t}", "--into", "{d}/c", "--day", "2031-01-01"], "--day and --title are for a table of its own"),
        (["{t}", "{t}", "--into", "{d}/c"], "--into takes one file"),
        (
            ["{t}", "--into", "{d}/c", "--from", "jsonl"],
            "jsonl is read into a table of its own; say -o OUT.db",
        ),
        (["{t}", "-o", "{t}"], "is there already; name another file"),
        (["{d}/none.csv", "-o", "{d}/o.db"], "there is no such file"),
        (["{d}", "-o", "{d}/o.db"], "it is no regular file"),
        (["-", "{t}", "-o", "{d}/o.db"], "standard input is read alone"),
        (["-", "-o", "{d}/o.db"], "it is empty"),
        (["{t}", "-o", "{d}/o.db", "--day", "2031"], '--day: "2031" is not a full day'),
        (["{t}", "-o", "{d}/o.db", "--encoding", "utf-99"], 'there is no encoding "utf-99"'),
        (["{t}", "-o", "{d}/o.db", "--map", "{t}"], "it is no TOML"),
        (
            ["{t}", "-o", "{d}/o.db", "--from", "gdelt"],
            "its first line has 1 cells, and event files of GDELT have",
        ),
        (["{t}", "-o", "{d}/o.db", "--from", "timelinejs"], None),
        (["{t}", "-o", "{d}/no/o.db"], "o.db: it cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_left(
    table: Path, arguments: list[str], why: str | None
):
    folder = table.parent
    done = run("import", *(it.format(t=table, d=folder) for it in arguments))
    if why is None:
        assert done.returncode == 0
        return
    assert done.returncode == 2
    assert why in done.stderr.decode().splitlines()[-1]
    assert [it.name for it in folder.iterdir()] == ["ferries.csv"]


def test_a_list_of_rejects_that_is_there_is_never_touched(table: Path):
    out, rejects = table.parent / "o.db", table.parent / "o.db.rejects.csv"
    rejects.write_text("of the user")
    (table.parent / "sound.csv").write_text("date,title\n2031,a\n")
    for name in ("ferries.csv", "sound.csv"):
        done = run("import", table.parent / name, "-o", out)
        (line,) = done.stderr.decode().splitlines()
        assert (done.returncode, f"{rejects} is there already" in line) == (2, True)
        assert (rejects.read_text(), out.exists()) == ("of the user", False)
    # Where it comes into being meanwhile.
    plan = plan_of(streams_of(table, table.name, None), None)
    with pytest.raises(StoreFault, match=r"rejects\.csv: the list of rejected rows cannot be written"):
        into_table(plan, meta_of(plan, "t", (20_000,)), FileTarget(out))
    assert rejects.read_text() == "of the user"


def test_the_same_file_twice_is_refused_however_it_is_named(table: Path):
    (table.parent / "link.csv").symlink_to(table)
    for other, said in ((table, ""), (table.parent / "link.csv", f", also as {table}")):
        done = run("import", table, other, "-o", table.parent / "o.db")
        assert done.returncode == 2
        assert done.stderr.decode().endswith(
            f"{other}: this file is named twice{said}; name it once, so that no row comes twice\n"
        )


def test_a_header_alone_makes_nothing(tmp_path: Path):
    (tmp_path / "t.csv").write_text("date,title\n")
    done = run("import", tmp_path / "t.csv", "-o", tmp_path / "o.db")
    assert done.stderr.decode().splitlines()[-1] == "t.csv: it has a header and no rows; nothing was written"
    assert not (tmp_path / "o.db").exists()


def test_hostile_cells_never_reach_the_terminal_nor_a_spreadsheet(tmp_path: Path):
    (tmp_path / "t.csv").write_text("date,\x1b[31mtitle\n2031,a\x1b]0;b\x07\n=1+1,\x1b[2J,x\n")
    done = run("import", tmp_path / "t.csv", "-o", tmp_path / "o.db")
    assert done.returncode == 0
    assert b"\x1b" not in done.stderr
    rejects = (tmp_path / "o.db.rejects.csv").read_text()
    assert "\x1b" not in rejects
    assert "'=1+1" in rejects


KILLED = """
import os, signal, sys
from pathlib import Path
from model.coding.into_table import into_table, meta_of
from model.coding.plan import plan_of
from model.exchange.tables.streams.row_formats import streams_of
from model.index.table.file.file_target import FileTarget

source, out, stage, calls = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
plan = plan_of(streams_of(source, source.name, None), None)
met = 0

def done(what, part, whole):
    global met
    met += what == stage
    if met == calls:
        os.kill(os.getpid(), int(sys.argv[5]))

signal.signal(signal.SIGINT, signal.default_int_handler)
into_table(plan, meta_of(plan, "t", (20000,)), FileTarget(out), done)
"""


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [[f"20{number % 40:02}-01-{number % 28 + 1:02}", f"row {number}"] for number in range(10_000)]
    rows[3_000] = ["", ""]
    path = tmp_path_factory.mktemp("many") / "many.csv"
    path.write_text(in_csv([["date", "title"], *rows]))
    return path


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
@pytest.mark.parametrize(
    ("stage", "calls"),
    [("rows taken", 1), ("rows taken", 3), ("rows sorted", 1), ("rows written", 1)],
    ids=["at first", "midway", "sorting", "writing"],
)
def test_what_is_cut_off_looks_like_no_table_and_the_same_goes_on(
    many: Path, tmp_path: Path, stage: str, calls: int, stop: signal.Signals
):
    out = tmp_path / "o.db"
    command = ["-c", KILLED, str(many), str(out), stage, str(calls), str(int(stop))]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    cut = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert cut.returncode in (-stop, 130, 1), cut.stderr
    assert not out.exists()
    plan = plan_of(streams_of(many, many.name, None), None)
    imported = into_table(plan, meta_of(plan, "t", (20000,)), FileTarget(out))
    assert imported.meta is not None
    assert (imported.meta.read, imported.meta.rows, imported.meta.rejected) == (10_000, 9_999, 1)
    if stop is signal.SIGINT and (stage, calls) != ("rows taken", 1):
        assert imported.taken.before >= 4_096
    store = open_store(out)
    assert [number for _, number, _, _ in store.rejects(0, 9)] == [3_002]
    assert sorted(row.number for row in store.rows(0, 10_000)) == sorted({*range(2, 10_002)} - {3_002})
    store.close()
    assert sorted(it.name for it in tmp_path.iterdir()) == ["o.db", "o.db.rejects.csv"]


def test_on_a_terminal_it_says_how_far_it_is_and_after_ctrl_c_how_to_go_on(tmp_path: Path):
    rows = [[f"20{number % 40:02}", f"a row {number} of {number * 7919}"] for number in range(200_000)]
    (tmp_path / "t.csv").write_text(in_csv([["date", "title"], *rows]))
    out = tmp_path / "o.db"
    arguments = ["-m", "tui", "import", str(tmp_path / "t.csv"), "-o", str(out)]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(ROOT), dimensions=(24, 100), timeout=120)
    child.expect(rb"rows \w+: [\d,]+ of 200,000, [\d,]+ a second, \d+ s left")
    child.sendintr()
    child.expect(rb"o\.db is not written yet; the same command goes on where this one was cut off")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert not out.exists()
    done = run(*arguments[2:])
    assert b"200,000 read = 200,000 imported + 0 rejected; " in done.stderr
    assert b"of them by an earlier run" in done.stderr
    assert sorted(it.name for it in tmp_path.iterdir()) == ["o.db", "t.csv"]


def test_a_list_of_rejects_that_the_disk_does_not_take_is_not_left_half(tmp_path: Path):
    def rejects():
        yield 0, 2, "a,b", "It has 2 cells"
        raise OSError(errno.ENOSPC, "No space left on device")

    meta, _ = coded_table([("2031", "a", "b", "")])
    with pytest.raises(OSError, match="No space"):
        write_rejects(tmp_path / "o.db.rejects.csv", rejects(), meta)
    assert [*tmp_path.iterdir()] == []
    (tmp_path / "there.csv").write_text("of somebody else")
    with pytest.raises(FileExistsError):
        write_rejects(tmp_path / "there.csv", rejects(), meta)
    assert (tmp_path / "there.csv").read_text() == "of somebody else"
