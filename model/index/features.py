"""What an index can be asked for beside the rows, their days, their lanes and their words, which every one has."""

from enum import StrEnum


class Feature(StrEnum):
    """Something that one kind of archive has and another has not."""

    CLAIMS = "claims"
    """Quotes, and all that is read from them: conflicts, lags, support, questions, lists, documents, changes."""

    MENTIONS = "mentions"
    """Entities, and in which rows they are met."""

    ROWS = "rows"
    """Rows as they stood in a file (`model.index.table.coded`)."""

    LAYER = "layer"
    """A table of such rows that lies under a curated corpus (`model.index.layered`)."""

    @property
    def lacking(self) -> str:
        """Why something that needs it is not there, as a clause."""
        return _LACKING[self]


_LACKING = {
    Feature.CLAIMS: "a table of coded rows has no claims and no quotes",
    Feature.MENTIONS: "a table of coded rows knows no entities",
    Feature.ROWS: "a curated corpus has no coded rows",
    Feature.LAYER: "no table lies under it; --with TABLE.db opens a corpus with one",
}

CURATED = frozenset({Feature.CLAIMS, Feature.MENTIONS})
"""What a curated corpus has."""

CODED = frozenset({Feature.ROWS})
"""What a table of coded rows has."""
