"""What a program and whoever shows it elsewhere say to each other over pipes, as Textual's web driver has it.

A packet is a letter for its kind, its length in four bytes (the first is the highest), and what it carries.
"""

from collections.abc import Iterator

DATA, META = b"D", b"M"
"""What a terminal would be written, or would have typed; and all else, as JSON."""

_HEAD = 5


def packet(kind: bytes, payload: bytes) -> bytes:
    """One packet."""
    return kind + len(payload).to_bytes(4, "big") + payload


class Packets:
    """Bytes as they come, in packets."""

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The packets that are whole now, each as its kind and what it carries."""
        self._held += data
        while len(self._held) >= _HEAD:
            end = _HEAD + int.from_bytes(self._held[1:_HEAD], "big")
            if len(self._held) < end:
                return
            whole, self._held = self._held[:end], self._held[end:]
            yield whole[:1], whole[_HEAD:]
