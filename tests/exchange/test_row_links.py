"""Links of events to rows of tables: each format carries them, or says how many it has no place for."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from model.corpus.records import RowLink
from model.dates.calendar import day_from_text
from model.exchange.formats import EXPORTERS
from model.index.archive import Archive, archive_of
from model.index.sqlite.index import SqliteIndex
from tests.handmade import corpus_of
from tests.hostile.harmless import harmful
from tui.cli.exchange import print_export

LINKS = (
    RowLink(table="Missile tests", row="MT-12"),
    RowLink(table="a\x1b]0;b\x07[bold]\u202e", row="a.csv, line 2"),
)
TODAY = day_from_text("2026-11-29")


def archive(day: str | None = None, links: tuple[RowLink, ...] = LINKS) -> Archive:
    corpus = corpus_of("plan  2025-05-01  scheduled  CT+  2025-05-09  by=kremlin  roles=host:russia")
    events = {name: msgspec.structs.replace(it, rows=links) for name, it in corpus.events.items()}
    corpus = replace(corpus, events=events)
    return archive_of(corpus, SqliteIndex(corpus), day_from_text(day) if day is not None else None, TODAY)


def exported(name: str, tmp_path: Path, capsys, of: Archive) -> tuple[Path, str, str]:
    out = tmp_path / "out"
    binary = EXPORTERS.get(name).is_binary
    assert print_export(of, name, out=str(out) if binary else None) == 0
    document, said = capsys.readouterr()
    assert not harmful(said)
    return out, document, said


@pytest.mark.parametrize("name", [it.name for it in EXPORTERS.built_in])
def test_links_are_carried_or_said(name: str, tmp_path: Path, capsys):
    out, document, said = exported(name, tmp_path, capsys, archive())
    number = len(archive().corpus.events) * len(LINKS)
    if not EXPORTERS.get(name).carries_links:
        assert f"{number} links of events to rows of a table have no place in it" in said
        return
    assert "no place in it" not in said
    if name == "sqlite":
        with closing(sqlite3.connect(out)) as database:
            rows = database.execute("SELECT event, table_title, row FROM linked_rows").fetchall()
        assert len(rows) == number and rows[0][1:] == ("Missile tests", "MT-12") and "MT-12" in str(rows)
    else:
        assert [it["rows"][0]["row"] for it in json.loads(document)["events"]] == ["MT-12"] * (number // 2)


@pytest.mark.parametrize("name", ["csv", "sqlite", "markdown"])
def test_without_links_nothing_is_said_of_them(name: str, tmp_path: Path, capsys):
    *_, said = exported(name, tmp_path, capsys, archive(links=()))
    assert "links" not in said
