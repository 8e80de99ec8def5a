"""A letter of a search in a table costs what is seen of its hits, and the rows of all of them once."""

from collections.abc import Sequence

import pytest

from model.index.found import Hit, Kind, LateHit, Sight
from model.index.table import find
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from model.query.folding import Finder
from model.quotes.span import TextSpan
from tests.coded_tables import TODAY, table
from tests.tui.looking import pane_text, press, shown
from tests.tui.test_layer import opened

MANY = 300


async def test_only_the_hits_in_sight_are_looked_at(monkeypatch: pytest.MonkeyPatch):
    meta, rows = table(
        [("2000-01-05", f"Ambassado{'tr'[it % 2]} {it}", "", "2025-05-01") for it in range(MANY)]
    )
    looked, read = list[str](), list[int]()
    sight, rows_at = find._sight, MemoryStore.rows_at

    def counted(row: CodedRow, finder: Finder) -> Sight:
        looked.append(row.title)
        return sight(row, finder)

    def reading(self: MemoryStore, ids: Sequence[int]) -> Sequence[CodedRow]:
        read.append(len(ids))
        return rows_at(self, ids)

    monkeypatch.setattr(find, "_sight", counted)
    monkeypatch.setattr(MemoryStore, "rows_at", reading)
    archive = archive_of_table(TableIndex(MemoryStore(meta, rows)), None, TODAY)
    async with opened(archive) as pilot:
        await press(pilot, "slash", *"ambassado")
        looked.clear()
        read.clear()
        await press(pilot, "r")
        assert (found := shown(pilot).found) is not None and len(found.hits) == 100
        assert 3 < len(looked) < pilot.app.size.height
        assert len(set(looked)) == len(looked)
        assert [it for it in read if it > 1] == [100]


KOREAN = "중앙통신사가 전한 바에 따르면 "
"""Words that stand before what is looked for."""


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    ("word", "before"),
    [("missile", "the agency has said that "), ("미사일", KOREAN), ("missile", "x" * 40)],
)
async def test_what_was_found_is_seen_wherever_it_stands(word: str, before: str, width: int):
    texts = [f"{(before * 4)[:at]} {word} {before * 2}" for at in range(0, 60, 4)]
    names = ("date", "title", "notes")
    meta, rows = table([("2000-01-05", "A title " * 8, it) for it in texts], names, faceted=())
    archive = archive_of_table(TableIndex(MemoryStore(meta, rows)), None, TODAY)
    async with opened(archive, width) as pilot:
        await press(pilot, "slash", *word)
        lines = [it for it in pane_text(pilot, "timeline").splitlines() if "A title" in it]
        assert len(lines) > 5
        assert [it for it in lines if word not in it] == []


def test_a_hit_that_is_looked_at_late_is_the_hit_it_is():
    asked = list[int]()

    def look() -> Sight:
        asked.append(1)
        return "Ambassador", (TextSpan(0, 3),)

    late = LateHit(Kind.EVENT, "0000000001", look)
    other = late.called(Kind.ROW, "~0000000001")
    assert late != LateHit(Kind.EVENT, "0000000002", look) and not asked
    for kind, name, it in ((Kind.EVENT, "0000000001", late), (Kind.ROW, "~0000000001", other)):
        plain = Hit(kind, name, name, "Ambassador", (TextSpan(0, 3),))
        assert it == plain and plain == it and hash(it) == hash(plain)
        assert it != Hit(kind, name, name, "Ambassador", ())
    assert len(asked) == 1
