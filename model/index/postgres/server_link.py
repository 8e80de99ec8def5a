"""A connection to a server: made when it is needed, made again when it was lost, and never waited for without end."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from model.index.faults import Interrupted, StoreFault
from model.index.postgres.address import Address
from model.index.postgres.parts import PartLost
from model.index.postgres.password_file import refused_password_file
from model.index.postgres.server_sentences import sentence_of, slow, unreached, unreadable

LONGEST = 10.0
"""Seconds that an answer may take; none of those that the screen waits for takes a tenth of one."""
_GRACE = 2.0
"""Seconds more after which a server counts as lost that did not end by itself what took too long."""
_AGAIN = 1.0
"""Seconds after which a server that was not reached is tried again: a key that is held does not wait each time."""

SOON = 2.0
"""Seconds for what need not be done."""
PATIENCE = 2.0
"""Seconds after which it is looked whether all servers of a table are there, if it is on several."""

KEPT_ALIVE = {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "2"}
"""By these, who waits for an answer finds out within twenty seconds that the other machine is gone."""
_UNLESS_SAID = {"connect_timeout": "2", "application_name": "dprk-tui"} | KEPT_ALIVE
_T = TypeVar("_T")

# What psycopg gives up it would tell on standard error, where nobody asked for it; what matters is raised.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

Ask = Callable[..., list[Any]]
"""Asks a server, with values; the rows."""


class WatchedParts(Protocol):
    """What tells of the parts of a table which of them are lost."""

    def find_lost(self) -> bool:
        """Ask each part that is thought to be there; whether one is not, which is away from then on."""
        ...

    def is_of_part(self, problem: psycopg.Error) -> bool:
        """Whether an error is one of a part, told by the head."""
        ...


class _Timed(psycopg.Connection[Any]):
    """A connection of which no answer is waited for longer than `longest` seconds; None: as long as it takes."""

    longest: float | None = None
    suspect: Callable[[], None] | None = None
    """Is called where an answer is waited for for long: once, or as long as that lasts if it is `watchful`."""
    watchful = False

    def wait(self, gen: PQGen[_T], interval: float = 0.1, timeout: float | None = None) -> _T:
        """Wait for what psycopg does in steps."""
        if self.suspect is not None:
            gen = _watched(gen, self.suspect, self.watchful)
        return super().wait(gen, interval, self.longest if timeout is None else timeout)


def _watched(gen: PQGen[_T], suspect: Callable[[], None], again: bool) -> PQGen[_T]:
    """What psycopg does in steps; where it waits for long, `suspect` is called, once or again and again."""
    until = time.monotonic() + PATIENCE
    is_watched = False
    try:
        step = next(gen)
        while True:
            ready = yield step
            if not ready and not is_watched and time.monotonic() >= until:
                is_watched, until = not again, time.monotonic() + PATIENCE
                suspect()
            step = gen.send(ready)
    except StopIteration as over:
        value: _T = over.value
        return value


def connected(address: Address) -> _Timed:
    """A connection, of which each statement is a transaction. StoreFault where none comes about."""
    refused = None
    try:
        said = conninfo_to_dict(address.uri)
        own = {key: value for key, value in _UNLESS_SAID.items() if key not in said}
        if (refused := refused_password_file(said)) is not None:
            # One that is not there is passed over in silence.
            own["passfile"] = str(refused / "none")
        return _Timed.connect(make_conninfo(address.uri, **own, client_encoding="UTF8"), autocommit=True)
    except psycopg.Error as problem:
        raise unreached(address, problem, refused is not None) from None
    except UnicodeError:
        raise unreadable(address) from None


def writing(address: Address, *others: Address) -> _Timed:
    """A connection of which any answer may take long, but not for ever.

    StoreFault where it or one of the `others`, which it may wait for, takes no new connection: it stands still.
    """
    connection = connected(address)

    def find_who_stands_still() -> None:
        """Look whether each of them takes a connection."""
        for it in (address, *others):
            try:
                connected(it).close()
            except StoreFault as fault:
                # One that has too many connections, say, is at work.
                if isinstance(fault.__context__, psycopg.errors.ConnectionTimeout):
                    raise StoreFault(
                        f"{fault}; the same command goes on where this one was cut off"
                    ) from None

    connection.suspect, connection.watchful = find_who_stands_still, True
    return connection


class ServerLink:
    """What asks a server, which can change nothing there; `greet` is done on each new connection.

    It is for one thread; `interrupt` may be called from another.
    """

    def __init__(self, address: Address, longest: float = LONGEST) -> None:
        self.address, self._longest = address, longest
        self.greet: Callable[[Ask], None] = lambda _: None
        self._connection: _Timed | None = None
        self._running = self._ended = False
        self._cancelling: threading.Thread | None = None
        self._parts: WatchedParts | None = None
        self._refused: tuple[float, StoreFault] | None = None

    def watch(self, parts: WatchedParts) -> None:
        """Find out where a part of the table is lost: then `ask` raises PartLost, once for each."""
        self._parts = parts
        if self._connection is not None:
            self._connection.suspect = self._suspect

    def ask(self, sql: str, *values: object) -> list[Any]:
        """The rows of an answer, with `?` for each value. Raises StoreFault, Interrupted."""
        if self._ended:
            raise Interrupted
        statement = _statement(sql)
        connection = self._open()
        try:
            return self._asked(connection, statement, values)
        except psycopg.Error:
            if self._ended:
                raise Interrupted from None
            # The server may have been started again since, or a late word to end reached the wrong question.
        connection = self._open()
        try:
            return self._asked(connection, statement, values)
        except psycopg.Error as problem:
            if self._ended:
                raise Interrupted from None
            raise sentence_of(self.address, problem, self._longest) from problem

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While something is found out that can be interrupted."""
        if self._running:
            yield
            return
        if self._cancelling is not None:
            self._cancelling.join()
            self._cancelling = None
        self._ended, self._running = False, True
        try:
            yield
        finally:
            self._running = False

    def interrupt(self) -> None:
        """End what another thread waits for; the server is told beside, since it may be far away."""
        connection = self._connection
        if not self._running or self._ended:
            return
        self._ended = True
        if connection is not None:
            self._cancelling = threading.Thread(target=_cancel, args=(connection,), daemon=True)
            self._cancelling.start()

    def close(self) -> None:
        """Let go of the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _asked(self, connection: _Timed, statement: bytes, values: tuple[object, ...]) -> list[Any]:
        begun = time.monotonic()
        try:
            return connection.execute(statement, values, binary=True).fetchall()
        except PartLost:
            # The head waits there for what will not come.
            self.close()
            raise
        except psycopg.Error as problem:
            lasted = time.monotonic() - begun
            if connection.closed or lasted >= self._longest + _GRACE:
                self.close()
            if lasted >= self._longest and not self._ended:
                raise slow(self.address, self._longest) from problem
            is_of_part = self._parts is not None and self._parts.is_of_part(problem)
            if is_of_part:
                self._suspect()
            if not connection.closed and problem.sqlstate not in ("57014", None) and not is_of_part:
                raise sentence_of(self.address, problem, self._longest) from problem
            raise

    def _suspect(self) -> None:
        """Raise PartLost where a part is, which was not."""
        if self._parts is not None and not self._ended and self._parts.find_lost():
            raise PartLost

    def _open(self) -> _Timed:
        if self._connection is not None:
            return self._connection
        if self._refused is not None and time.monotonic() < self._refused[0]:
            raise self._refused[1]
        try:
            connection = connected(self.address)
        except StoreFault as fault:
            self._refused = time.monotonic() + _AGAIN, fault
            raise
        connection.longest = self._longest + _GRACE
        connection.suspect = self._suspect if self._parts is not None else None
        self._connection = connection
        try:
            # Nothing is taken from a search path; whoever may write there cannot write from here.
            connection.execute(
                f"SET default_transaction_read_only = on; SET search_path = pg_catalog, pg_temp; "
                f"SET statement_timeout = {round(self._longest * 1000)}".encode()
            )
            self.greet(lambda sql, *values: self._asked(connection, _statement(sql), values))
        except psycopg.Error as problem:
            self.close()
            raise sentence_of(self.address, problem, self._longest) from problem
        except BaseException:
            self.close()
            raise
        return connection


def _statement(sql: str) -> bytes:
    """As psycopg has it: our SQL has a question mark only for a value."""
    return sql.replace("?", "%s").encode()


def _cancel(connection: _Timed) -> None:
    with suppress(psycopg.Error):
        connection.cancel_safe(timeout=_GRACE)
