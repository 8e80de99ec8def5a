"""What there is to say of a server that does not answer: one sentence, which says what would help."""

import re
from collections.abc import Mapping

from psycopg import Error

from model.index.faults import StoreFault
from model.index.postgres.address import Address

_BY_STATE = {
    "25006": "it takes no changes, as a replica does; name the server that does",
    "28000": "it does not let you in; ask whoever runs it, or name another user: postgresql://USER@HOST/...",
    "28P01": "the password is wrong; mend it in ~/.pgpass or in the service",
    "3D000": "there is no such database; name another: postgresql://HOST/DATABASE?table=NAME",
    "42501": "you may not do that there; whoever imported the table gives the rights that "
    "`dprk-tui import ... --print-grants` prints",
    "42P01": "the table was replaced or taken away; open it again",
    "3F000": "the table was replaced or taken away; open it again",
    "53100": "its disk is full; nothing that could be read before was changed: make room there and import again",
    "53200": "it is out of memory; try again later",
    "53300": "it has too many connections; try again later, or ask whoever runs it for more",
    "57014": "it took longer than {longest} seconds to answer; try again, or ask for less",
    "57P01": "it is shutting down; it can be asked again once it is back",
    "57P02": "it is shutting down; it can be asked again once it is back",
    "57P03": "it is starting up; try again in a moment",
    "40001": "it broke off what was asked to keep up with the server that it follows; try again",
    "25P02": "it broke off what was being done; try again",
}
_BY_CLASS = {
    "08": "the connection to it was lost; the next key tries again",
    "22": "it does not take what it was asked; please report that",
    "42": "it has other tables than those of this version; import the table again",
    "53": "it has too little of something that it needs; try again later",
    "XX": "it found its data damaged; ask whoever runs it",
    "58": "its disk fails; ask whoever runs it",
}
_BY_WORDS: Mapping[str, str] = {
    r"password authentication failed": "28P01",
    r"no pg_hba\.conf entry|authentication failed|role \".*\" does not exist": "28000",
    r"database \".*\" does not exist": "3D000",
    r"too many (clients|connections)|remaining connection slots": "53300",
    r"the database system is starting up": "57P03",
    r"the database system is shutting down": "57P01",
}
"""How libpq tells a state where it does not tell its number: while it connects."""

_NO_PASSWORD = r"no password supplied"
_OPEN_TO_OTHERS = (
    "it asks for a password, and ~/.pgpass (or what PGPASSFILE names) is not read, since others may read it too; "
    "chmod 600 makes it yours alone"
)
_UNREADABLE = (
    "the address cannot be read; it is written postgresql://HOST/DATABASE?table=NAME, and other signs than letters "
    "and digits as %20"
)

_UNREACHED = {
    _NO_PASSWORD: "it asks for a password, and none is found; put one into ~/.pgpass or into a service",
    r"root certificate file .* does not exist": "there is no certificate to know it by; name a file that has it with "
    "sslrootcert, or ask for less than sslmode=verify-ca",
    r"certificate|SSL error|TLS": "its certificate is not the one that was expected, so that another may be listening; "
    "see sslmode and sslrootcert of libpq",
    r"SSL|GSSAPI": "it does not offer the encryption that the address asks for; see sslmode of libpq",
    r"could not translate host name|Name or service not known|resolve": "there is no such host; mend the address",
    r"service": "there is no such service, or its file cannot be read; see pg_service.conf of libpq",
    r"timeout|timed out": "it does not answer; see whether it runs, and whether a firewall stands between",
    r"refused|No such file|unreachable|No route": "nobody answers there; see whether it runs, and at which port",
    r"invalid|percent|missing|parameter|unexpected|end of string": _UNREADABLE,
}


_NOT_LET_IN = (
    "it does not let the head in; whoever imported the table imports it again, with the right password"
)
_OF_PART = {
    "28000": _NOT_LET_IN,
    "28P01": _NOT_LET_IN,
    "3D000": "its database is gone; whoever imported the table imports it again",
    "42P01": "its part of the table is gone; whoever imported the table imports it again",
    "3F000": "its part of the table is gone; whoever imported the table imports it again",
}
"""What is said otherwise of a shard, to whoever reads: nothing here can mend it."""


def sentence_of(address: Address, problem: Error, longest: float) -> StoreFault:
    """What to say of an error of a connection that answered, and may be lost by now."""
    state = problem.sqlstate or ""
    said = _BY_STATE.get(state) or _BY_CLASS.get(state[:2]) or _BY_CLASS["08"]
    return _said_of(address, said.format(longest=f"{longest:g}"))


def unreached(address: Address, problem: Error, refused: bool = False) -> StoreFault:
    """What to say where no connection came about; `refused`: a file of passwords was not read."""
    text = str(problem)
    if refused and re.search(_NO_PASSWORD, text):
        return _said_of(address, _OPEN_TO_OTHERS)
    state = problem.sqlstate or next((it for words, it in _BY_WORDS.items() if re.search(words, text)), None)
    if state in _BY_STATE:
        return sentence_of(address, _of_state(state), 0)
    said = next((it for words, it in _UNREACHED.items() if re.search(words, text)), None)
    return _said_of(address, said or "the server cannot be reached; try psql with the same address")


def unreadable(address: Address) -> StoreFault:
    """What to say where an address is none for libpq."""
    return _said_of(address, _UNREADABLE)


def may_not_write(address: Address) -> StoreFault:
    """What to say to somebody who may not write on a server."""
    return _said_of(
        address,
        "you may not write there; whoever runs the server lets you by GRANT CREATE ON DATABASE ... TO your name, and "
        "whoever made the table is the one who replaces it",
    )


def replica(address: Address) -> StoreFault:
    """What to say where something is to be written to a server that only follows another one."""
    return sentence_of(address, _of_state("25006"), 0)


def unreached_part(problem: Error) -> str:
    """Why a head does not come to one of its shards, in one sentence."""
    state, text = problem.sqlstate or "", str(problem)
    if state.startswith("08"):
        state = next((it for words, it in _BY_WORDS.items() if re.search(words, text)), "")
    if (state == "42501" and "password" in text) or state == "2F003":
        return "it asks for a password, and none is found here; put one into ~/.pgpass or into a service"
    if state in _OF_PART:
        return _OF_PART[state]
    if state in _BY_STATE:
        return _BY_STATE[state].format(longest="a few")
    said = next((it for words, it in _UNREACHED.items() if re.search(words, text)), None)
    return said or "it cannot be reached"


def slow(address: Address, longest: float) -> StoreFault:
    """What to say where no answer came in time."""
    return sentence_of(address, _of_state("57014"), longest)


def _said_of(address: Address, said: str) -> StoreFault:
    return StoreFault(f"{address.short}: {said}")


def _of_state(state: str) -> Error:
    problem = Error()
    problem.sqlstate = state
    return problem
