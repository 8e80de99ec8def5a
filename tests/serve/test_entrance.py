"""Who may come in."""

import pytest

from tui.serve.entrance import Entrance, proxy_of

HERE = Entrance("127.0.0.1", 8765)


def token_of(entrance: Entrance) -> str:
    return entrance.address.partition("?token=")[2]


def test_a_token_lets_in_one_visitor_and_the_next_one_another():
    entrance = Entrance("127.0.0.1", 8765)
    first = token_of(entrance)
    assert (
        entrance.admit(None)
        is entrance.admit("")
        is entrance.admit(first[:-1])
        is entrance.admit("é")
        is None
    )
    one = entrance.admit(first)
    assert one is not None
    assert entrance.admit(first) is None
    other = entrance.admit(token_of(entrance))
    assert other not in (None, one)
    assert entrance.knows(one)
    assert entrance.knows(other)
    assert not any(map(entrance.knows, (None, "", first, f"{one}x")))


@pytest.mark.parametrize(
    ("host", "speaks"),
    [
        ("127.0.0.1:8765", True),
        ("localhost:8765", True),
        # As through a tunnel of SSH.
        ("localhost:9000", True),
        ("[::1]:8765", True),
        ("192.0.2.7:8765", True),
        ("evil.example:8765", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8765", False),
        ("", False),
        ("[", False),
        ("@127.0.0.1@evil.example", False),
    ],
)
def test_it_answers_to_numbers_and_to_its_own_name_alone(host: str, speaks: bool):
    assert HERE.speaks_for(host) is speaks


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:8765", True),
        ("http://localhost:8765", False),
        ("http://127.0.0.1:8766", False),
        ("https://127.0.0.1:8765", False),
        ("http://evil.example", False),
        ("null", False),
        (None, False),
    ],
)
def test_a_websocket_is_opened_by_a_page_of_the_same_address_alone(origin: str | None, own: bool):
    assert HERE.is_own_origin(origin, "127.0.0.1:8765") is own


def test_behind_a_proxy_everybody_comes_in_and_only_from_its_pages():
    entrance = Entrance("127.0.0.1", 8765, proxy_of("https://Desk.example/nk/"))
    assert entrance.address == "https://desk.example/nk/"
    assert entrance.is_secure
    assert entrance.admit(None) != entrance.admit(None)
    assert entrance.speaks_for("desk.example")
    assert entrance.speaks_for("127.0.0.1:8765")
    assert not entrance.speaks_for("evil.example")
    assert entrance.is_own_origin("https://desk.example", "127.0.0.1:8765")
    assert not entrance.is_own_origin("http://127.0.0.1:8765", "127.0.0.1:8765")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://desk.example:443/nk", "https://desk.example"),
        ("http://desk.example:80", "http://desk.example"),
        ("https://desk.example:8443/nk/", "https://desk.example:8443"),
        ("https://desk.example:80", "https://desk.example:80"),
        ("https://[2001:db8::1]:443/", "https://[2001:db8::1]"),
    ],
)
def test_the_origin_of_a_proxy_is_as_browsers_say_it(url: str, origin: str):
    entrance = Entrance("127.0.0.1", 8765, proxy_of(url))
    assert entrance.is_own_origin(origin, "127.0.0.1:8765")
    # Its name is passed on with its port or without.
    assert entrance.speaks_for(origin.partition("://")[2]) and entrance.speaks_for("desk.example") is (
        "desk" in url
    )


@pytest.mark.parametrize(
    "url",
    [
        "desk.example",
        "ftp://desk.example",
        "https://",
        "https://me@desk.example",
        "https://desk.example/?a=b",
        "https://[",
    ],
)
def test_what_is_no_address_of_a_proxy_is_said(url: str):
    with pytest.raises(ValueError, match=r"^\w.*\w"):
        proxy_of(url)
