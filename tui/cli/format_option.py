"""The option that names a format. Imports argparse alone: the tables are read when somebody asks for a format."""

import argparse

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from model.exchange.registry import Format, Registry


class FormatOption(argparse.Action):
    """`--to` or `--from`: takes the name of a format of its table, and tells them all in its help."""

    def __init__(self, *, outwards: bool, **others: "Any") -> None:
        self._outwards = outwards
        super().__init__(metavar="FORMAT", **others)

    @property
    def choices(self) -> "_Names":
        """The names; what `argparse` would keep here is made from the table."""
        return _Names(self._table, self._tables)

    @choices.setter
    def choices(self, _: object) -> None: ...

    @property
    def help(self) -> str:
        """Each format with what it is."""
        formats = self._table
        told = [f"{it.name}: {it.about}" for it in (*formats.built_in, *self._tables.values())]
        return "; ".join((*told, *(f"{name}: from a plug-in" for name in formats.plugin_names())))

    @help.setter
    def help(self, _: object) -> None: ...

    @property
    def _table(self) -> "Registry[Any]":
        from model.exchange.formats import EXPORTERS, IMPORTERS

        return EXPORTERS if self._outwards else IMPORTERS

    @property
    def _tables(self) -> "Mapping[str, Format]":
        """The formats of tables, which are only read; a document of JSON is both a corpus and a table."""
        if self._outwards:
            return {}
        from model.exchange.tables.reading import TABLES
        from model.exchange.tables.streams.row_formats import STREAMS

        others = {name: it for name, it in STREAMS.items() if name not in self._table}
        return {**TABLES, **{name: it for name, it in others.items() if name not in TABLES}}

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the name."""
        setattr(namespace, self.dest, values)


class _Names:
    """The names of a table, looked for among plug-ins only where no format that comes along is meant."""

    def __init__(self, formats: "Registry[Any]", tables: "Mapping[str, Format]") -> None:
        self._formats = formats
        self._tables = tables

    def __contains__(self, name: object) -> bool:
        return name in self._tables or name in self._formats

    def __iter__(self) -> "Iterator[str]":
        return iter((*self._formats.names(), *self._tables))
