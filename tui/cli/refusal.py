"""What every part of the command line raises when it cannot do what it was asked for."""


class Refusal(Exception):
    """Something that cannot be done; the message is one sentence that says why, and what would be right."""
