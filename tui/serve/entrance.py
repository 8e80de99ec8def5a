"""Who may come in: an address with a token that works once, a cookie after that, and pages of our own alone.

Whoever has the cookie is one *visitor*, who finds what they have left open. Behind a reverse proxy that asks who one
is, everybody it lets through comes in, and the cookie only tells them apart.
"""

import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

_BYTES = 32
"""Of chance in tokens and cookies."""

_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A reverse proxy: the origin of its pages (RFC 6454), and the path at which it passes this on."""

    origin: str
    path: str

    @property
    def address(self) -> str:
        """Where a browser goes."""
        return f"{self.origin}{self.path}/"


def proxy_of(url: str) -> Proxy:
    """The proxy of an address like `https://host/path`. Raises `ValueError` with a sentence."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ValueError("write the address that browsers use, as in https://timeline.example")
    if parts.query or parts.fragment:
        raise ValueError("an address with ? or # is that of a page; write that of the whole place")
    # A browser never says the port that its scheme has anyway.
    usual = f":{_USUAL_PORTS[parts.scheme]}"
    return Proxy(f"{parts.scheme}://{parts.netloc.lower().removesuffix(usual)}", parts.path.rstrip("/"))


class Entrance:
    """Tokens and visitors of one server that listens on `host` and `port`."""

    def __init__(self, host: str, port: int, proxy: Proxy | None = None) -> None:
        self._host, self._port = host, port
        self._proxy = proxy
        self._token = secrets.token_urlsafe(_BYTES)
        self._visitors: set[str] = set()

    @property
    def cookie(self) -> str:
        """The name of the cookie. Ports of one host share their cookies."""
        return f"dprk-tui-{self._port}"

    @property
    def is_secure(self) -> bool:
        """Whether browsers come by https alone."""
        return self._proxy is not None and self._proxy.origin.startswith("https:")

    @property
    def address(self) -> str:
        """Where the next browser goes; it works once."""
        if self._proxy is not None:
            return self._proxy.address
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}/?token={self._token}"

    def admit(self, token: str | None) -> str | None:
        """The name of a new visitor, where the token is the one of the address; that is spent then."""
        if self._proxy is None:
            if token is None or not secrets.compare_digest(token.encode(), self._token.encode()):
                return None
            self._token = secrets.token_urlsafe(_BYTES)
        visitor = secrets.token_urlsafe(_BYTES)
        self._visitors.add(visitor)
        return visitor

    def knows(self, visitor: str | None) -> bool:
        """Whether this is the name of a visitor."""
        return visitor in self._visitors

    def speaks_for(self, host: str) -> bool:
        """Whether a request for this host (as in RFC 9110, with its port) is meant for this server.

        Another name may have been made to lead here, by a page that wants to pass for ours (DNS rebinding).
        """
        # A proxy may pass on its name without its port.
        behind = urlsplit(self._proxy.origin).hostname if self._proxy is not None else None
        try:
            name = urlsplit(f"//{host}").hostname or ""
            return name in ("localhost", self._host, behind) or bool(ip_address(name))
        except ValueError:
            return False

    def is_own_origin(self, origin: str | None, host: str) -> bool:
        """Whether a page that opens a websocket is one of ours, by its `Origin` and the host that it asks."""
        if self._proxy is not None:
            return origin == self._proxy.origin
        return origin == f"http://{host}"
