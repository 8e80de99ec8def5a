"""What is typed as the address of a table: no password is taken, and none is ever repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.index.faults import StoreFault
from model.index.postgres.address import is_address, is_name, read_address
from tui.text.addresses import without_passwords

SECRET = "s3cr:t@%2F"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://host/db?table=acled",
        "postgres://user@host:5433,other/db?table=acled&sslmode=verify-full",
        "postgresql://user@[::1]:5432/db?table=acled",
        "postgresql:///?service=team&table=acled",
        "postgresql://?table=acled&host=/tmp/a%20b",
    ],
)
def test_an_address_is_what_libpq_takes_but_for_its_table(text: str):
    assert is_address(text)
    address = read_address(text)
    assert address.table == "acled" and "table" not in address.uri
    assert read_address(str(address)) == address


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql://user:{SECRET}@host/db?table=x",
        f"postgresql://user@host/db?table=x&password={SECRET}",
        f"postgresql://user@host/db?table=x&pass%77ord={SECRET}",
        f"postgresql://user@host/db?sslpassword={SECRET}&table=x",
        f"postgresql://user:a/b?{SECRET}@host/db?table=x",
        "postgresql://:s3cr@host/db?table=x",
    ],
)
def test_a_password_is_refused_and_not_repeated(text: str):
    with pytest.raises(StoreFault, match=r"^an address with a password is not taken.*\.pgpass") as fault:
        read_address(text)
    assert "s3cr" not in str(fault.value)
    assert "s3cr" not in without_passwords(f"{text}: there is no such file")


@pytest.mark.parametrize("query", ["", "?", "?table=", "?table=a&table=b", "?host=x", "?table"])
def test_a_table_has_to_be_named_once(query: str):
    with pytest.raises(StoreFault, match=r"table=NAME$"):
        read_address(f"postgresql://host/db{query}")


@pytest.mark.parametrize(
    "name",
    [
        "A",
        "1a",
        "a-b",
        "public",
        "pg_x",
        "information_schema",
        'a";DROP SCHEMA b;--',
        "조선",
        "a" * 41,
        "a\n",
    ],
)
def test_a_name_that_sql_would_read_otherwise_is_none(name: str):
    assert not is_name(name)


@given(st.text(max_size=30), st.text(max_size=20))
def test_whatever_is_typed_is_an_address_or_one_sentence(base: str, table: str):
    try:
        address = read_address(f"postgresql://{base}?table={table}")
    except StoreFault:
        return
    assert is_name(address.table)
    assert str(address).isascii() and str(address).isprintable()
