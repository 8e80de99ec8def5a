"""Filters saved under a name, in a file of the person's own."""

from pathlib import Path

from tui.settings.config import config_folder, read_table, wrong
from tui.text.shown import typeable

_OWN = 0o600
"""The mode of a new file: what somebody looks for is nobody else's."""


class SavedFilters:
    """The filters in `filters.toml`, in the person's configuration folder; made when the first one is saved."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or config_folder() / "filters.toml"

    def read(self) -> dict[str, str]:
        """The filters by name; none where there is no such file. Raises `ConfigError`."""
        return self._read()[0]

    def save(self, name: str, text: str) -> None:
        """Write a filter beside those that are there, comments and all. Raises `ConfigError` and `OSError`.

        Several programs may save at once: each waits until the one before it has written, and adds to that.
        """
        # What cannot be read is explained before anything is made.
        self.read()
        # A link leads to the file that is meant: that one is written.
        file = self.file.resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        # Only who saves needs these.
        from model.curate.locked import locked, open_folder

        with open_folder(file.parent) as folder, locked(folder, wait=True):
            self._write(folder, file.name, self._with(name, text))

    def _with(self, name: str, text: str) -> str:
        """The file as it is, with one filter more."""
        import tomlkit

        document = tomlkit.parse(self._read()[1].decode("utf-8"))
        document.setdefault("filters", tomlkit.table())[name] = text
        return tomlkit.dumps(document)

    def _write(self, folder: int, name: str, content: str) -> None:
        """Written whole or not at all. Whoever could read it before can read it again."""
        from model.curate.whole import new_content, status_of, sweep

        sweep(folder)
        with new_content(folder, content.encode(), status_of(name, folder), _OWN) as new:
            new.become(name)

    def _read(self) -> tuple[dict[str, str], bytes]:
        table, data = read_table(self.file)
        filters = table.get("filters", {})
        if not isinstance(filters, dict):
            raise wrong(self.file, data, ("filters",), 'write [filters] and under it: name = "by:ushakov"')
        for name, text in filters.items():
            if not name or typeable(name) != name or set(name) & set(' "'):
                why = "the name of a filter has no spaces, quotation marks or hidden characters"
                raise wrong(self.file, data, ("filters", name), why)
            if not isinstance(text, str):
                raise wrong(self.file, data, ("filters", name), "a filter is a text, in quotes")
        return filters, data
