"""Which document is a copy of which: edited versions, reprints and translations go back to what they were made from."""

from model.corpus.records import Source

LINKS = ("version_of", "reprint_of", "translation_of")
"""The fields of a source that name the one it was made from; it has one of them at most."""


def made_from(source: Source) -> str | None:
    """The source that one was made from, None where it is nobody's copy."""
    return source.version_of or source.reprint_of or source.translation_of


def link_of(source: Source) -> str | None:
    """The field that says so."""
    return next((field for field in LINKS if getattr(source, field) is not None), None)
