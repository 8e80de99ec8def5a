"""What may come instead of an answer from an index that stands in a file or on a server."""


class Interrupted(Exception):
    """An answer was not waited for: somebody else had it ended."""


class StoreFault(Exception):
    """An engine cannot answer; the message is one sentence that says why and what would help."""
