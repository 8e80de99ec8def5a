"""Why something cannot be written in a format at all."""


class CannotExport(Exception):
    """Nothing is written; the message is one sentence that says why, and what to do."""
