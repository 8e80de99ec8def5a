"""Filters saved under a name, in a file of the person's own."""

import os
import tempfile
from pathlib import Path

MOST_BYTES = 1_000_000


class SavedFilters:
    """The filters in `filters.toml`, in the person's configuration folder; made when the first one is saved."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or _default_file()

    def read(self) -> dict[str, str]:
        """The filters by name; none where there is no such file. Raises `OSError`, and `ValueError` with a reason."""
        import tomllib

        if not self.file.is_file():
            return {}
        if self.file.stat().st_size > MOST_BYTES:
            raise ValueError(f"{self.file} is larger than {MOST_BYTES:,} bytes")
        try:
            table = tomllib.loads(self.file.read_text("utf-8")).get("filters", {})
        except ValueError as error:
            raise ValueError(f"{self.file} is no TOML: {error}") from None
        if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
            raise ValueError(f'{self.file}: under [filters] stands name = "filter", and nothing else')
        return table

    def save(self, name: str, text: str) -> None:
        """Write a filter beside those that are there, comments and all. Raises `OSError` and `ValueError`."""
        import tomlkit

        self.read()
        old = self.file.read_text("utf-8") if self.file.is_file() else ""
        document = tomlkit.parse(old)
        document.setdefault("filters", tomlkit.table())[name] = text
        self.file.parent.mkdir(parents=True, exist_ok=True)
        # Written whole or not at all.
        descriptor, temporary = tempfile.mkstemp(dir=self.file.parent, prefix=".filters-")
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(tomlkit.dumps(document))
        Path(temporary).replace(self.file)


def _default_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("dprk-tui") / "filters.toml"
