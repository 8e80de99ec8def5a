"""A table on several servers: shared out, asked by its head, and read without what is lost."""

from model.index.postgres.address import read_address, read_shards
from model.index.postgres.server_store import ServerStore
from model.index.postgres.shard_writer import ShardWriter
from tests.coded_tables import missile_tests


def test_first(postgres_server, postgres_shards, tmp_path):
    meta, rows = missile_tests()
    head = read_address(postgres_server.uri("missiles"))
    shards = read_shards([it.database() for it in postgres_shards], head)
    with ShardWriter(head, shards, tmp_path / "x.rows", meta, {"map": b"x"}, 20) as writer:
        writer.add(rows)
        writer.finish()
    store = ServerStore(head)
    print(store._parts.parts, store.chunk)
    assert len(store.rows(0, 400)) == 339
    for sql, values in [
        ("SELECT data FROM missiles.v1_row WHERE id >= %s AND id < %s ORDER BY id", (3, 50)),
        ("SELECT data FROM missiles.v1_row WHERE id >= %s AND id < %s ORDER BY id", (100, 150)),
        ("SELECT data FROM missiles.v1_row WHERE id = ANY(%s) ORDER BY id", ([3, 5],)),
        ("SELECT id FROM missiles.v1_row WHERE number = %s AND (id < 100 or id >= 200) ORDER BY id", (3,)),
        ("SELECT id FROM missiles.v1_row WHERE id >= %s ORDER BY id LIMIT 3", (3,)),
        (
            "SELECT chunk, string_agg(counts, ''::bytea), string_agg(rows, ''::bytea) FROM missiles.v1_word WHERE chunk = ANY(%s) AND word >= %s AND word < %s GROUP BY chunk",
            ([0, 5, 6, 7, 8], b"a", b"b"),
        ),
        ("SELECT days, ends, length(rows) FROM missiles.v1_by_day WHERE chunk = %s and what = %s", (3, 1)),
        ("SELECT substr(rows, %s, %s) FROM missiles.v1_by_day WHERE chunk = %s and what = %s", (1, 2, 3, 1)),
    ]:
        con = store._link._open()
        print(sql)
        for (line,) in con.execute(b"EXPLAIN (VERBOSE, COSTS OFF) " + sql.encode(), values).fetchall():
            print("   ", line)
    store.close()
    assert 0
