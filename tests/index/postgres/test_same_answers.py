"""A file, a server and three shards answer the same, whatever is drawn: tables, days, filters, words (Korean too)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.values import AsOf
from model.query.terms import Query
from tests.index.table.conftest import FileStores, ServerStores
from tests.index.table.drawn import META, coded_rows, days, queries, searches
from tests.index.table.test_table_contract import SOME, answers, counted
from tests.postgres_server import PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")
Engines = tuple[FileStores, ServerStores, ServerStores]


@pytest.fixture(scope="module")
def engines(
    postgres_server: PostgresServer,
    postgres_shards: list[PostgresServer],
    tmp_path_factory: pytest.TempPathFactory,
):
    folder = tmp_path_factory.mktemp("engines")
    on_server, on_shards = (
        ServerStores(postgres_server, folder),
        ServerStores(postgres_server, folder, postgres_shards),
    )
    yield FileStores(folder), on_server, on_shards
    on_server.close()
    on_shards.close()


@settings(SOME, max_examples=12)
@given(
    coded_rows(most=20),
    st.integers(1, 7),
    days,
    st.lists(queries, min_size=1, max_size=3),
    st.lists(searches | st.sampled_from(("미", "조선", "북한 미사일", "사일을 -발사")), min_size=1),
)
def test_a_file_a_server_and_shards_answer_the_same(
    engines: Engines, rows: list[CodedRow], chunk: int, day: int, asked: list[Query], typed: list[str]
):
    found = []
    for store_of in engines:
        store = store_of(META, rows, chunk)
        reader = counted(TableIndex(store).at(AsOf(day, asked[0])), asked, typed)
        found.append(answers(reader, len(rows), asked, typed, [day - 1, day + 1]))
    one, *others = found
    for other in others:
        assert {what: (one[what], other[what]) for what in one if one[what] != other[what]} == {}
