"""How many questions a server is asked: each is a round trip, and the server may be far away."""

import pytest

from model.index.postgres import server_rows
from model.index.postgres.server_link import ServerLink
from model.index.table.memory import MemoryStore
from tests.index.postgres.conftest import Fill, Opened
from tests.index.postgres.shared_table import META, ROWS

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked, as it is."""
    asked: list[str] = []
    ask = ServerLink.ask

    def counted(link: ServerLink, sql: str, *values: object) -> list[object]:
        asked.append(sql)
        return ask(link, sql, *values)

    monkeypatch.setattr(ServerLink, "ask", counted)
    return asked


def test_days_of_all_chunks_are_asked_for_some_at_once_and_once(fill: Fill, opened: Opened, asked: list[str]):
    store, plain = opened(fill(chunk=20)), MemoryStore(META, ROWS, chunk=20)
    asked.clear()
    day = ROWS[150].known or 0
    # Of one chunk, that one alone is asked for.
    assert store.known(day, 9) == plain.known(day, 9) and len(asked) == 1
    assert [store.known(day, it) for it in range(17)] == [plain.known(day, it) for it in range(17)]
    assert len(asked) <= 8
    # On another day, and in another thread, all is here.
    asked.clear()
    beside = store.again()
    for it in range(17):
        assert beside.known(day - 900, it) == store.known(day - 900, it) == plain.known(day - 900, it)
    assert not any("by_day" in it for it in asked)
    beside.close()


def test_rows_that_lie_close_together_come_with_those_around_them(
    fill: Fill, opened: Opened, asked: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server_rows, "_AROUND", 30)
    store, plain = opened(fill()), MemoryStore(META, ROWS, chunk=100)
    for ids, questions in (((100, 104, 110), 1), ((90, 95, 130), 0), ((5, 180, 300), 1), ((301,), 1)):
        asked.clear()
        assert list(store.rows_at(ids)) == list(plain.rows_at(ids))
        assert len(asked) == questions, ids
    asked.clear()
    assert list(store.rows(75, 60)) == list(plain.rows(75, 60)) and asked == []
