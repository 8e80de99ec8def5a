"""Draw all that the README shows: pictures of the program on the bundled corpus, tables of keys and of filters.

    python screenshots/draw.py [FOLDER]     pictures into FOLDER (default: here), the tables into ../README.md

The same corpus and code give the same files to the byte; a test says when they are stale.
"""

import asyncio
import io
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

import seeds
from model.corpus.load import load_files
from model.exchange.formats import EXPORTERS
from model.index.archive import Archive, open_archive
from model.index.features import Feature
from model.query.vocabulary import KEYS as FILTER_KEYS
from screenshots.findings_page import PAGE, findings_page
from screenshots.recognised_table import GUIDE, with_recognised
from screenshots.suggested_table import with_suggested
from tui.app import DprkTui
from tui.commands.command import ALWAYS, EVERYWHERE, Command
from tui.commands.every import COMMANDS
from tui.exporting import exported
from tui.text.signs import ASCII, UNICODE
from tui.views.registry import NAMES, keys_to

HERE = Path(__file__).parent
README = HERE.parent / "README.md"

_FONT_FACES = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """A picture's file name, the size of the terminal, the keys pressed before, and how it is drawn."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    ascii_only: bool = False


AMBASSADOR = ("j", "j", "j", "j")

PICTURES = (
    Picture("opening-120x40", (120, 40), AMBASSADOR),
    Picture("opening-80x24", (80, 24), AMBASSADOR),
    Picture("light-160x50", (160, 50), AMBASSADOR, theme="light"),
    Picture("card-80x24", (80, 24), (*AMBASSADOR, "enter")),
    Picture("entity-120x40", (120, 40), (*AMBASSADOR, "enter", "enter")),
    Picture("source-120x40", (120, 40), (*AMBASSADOR, "3", "right_square_bracket")),
    Picture("conflict-120x40", (120, 40), (*AMBASSADOR, "c")),
    Picture("lanes-120x40", (120, 40), (*AMBASSADOR, "v")),
    Picture("earlier-120x40", (120, 40), ("comma", "comma")),
    Picture("search-120x40", (120, 40), ("slash", *"choe ryong hae", "enter", "j", "j")),
    Picture("filter-80x24", (80, 24), ("f", *"has:conflict by:", "down")),
    Picture("entities-120x40", (120, 40), (*keys_to("entities"), "j", "j")),
    Picture("grid-120x40", (120, 40), keys_to("grid")),
    Picture("sources-120x40", (120, 40), (*keys_to("sources"), "j", "j")),
    Picture("marking-80x24", (80, 24), ("3", "z", "s", "right_parenthesis")),
    Picture("claim-120x40", (120, 40), ("3", "s", "i")),
    Picture("narrow-60x20", (60, 20), AMBASSADOR),
    Picture("plain-ascii-80x24", (80, 24), AMBASSADOR, theme="plain", ascii_only=True),
    Picture("help-80x24", (80, 24), ("question_mark",)),
)


async def draw(picture: Picture, archive: Archive) -> str:
    """The picture as SVG, without fonts from elsewhere."""
    app = DprkTui(archive, ASCII if picture.ascii_only else UNICODE, theme=picture.theme)
    app.title = "dprk-tui"
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
        await pilot.pause()
        svg = app.export_screenshot(simplify=True)
    return _FONT_FACES.sub("", svg)


def draw_brief(archive: Archive) -> str:
    """The beginning of a brief as `export --to markdown --filter by:ushakov` writes it, set as a reader shows it."""
    query = archive.read("by:ushakov", archive.default)
    text = "".join(exported(archive, replace(archive.default, query=query), EXPORTERS.get("markdown")))
    beginning = text[: text.index("### Over 15 bilateral")]
    console = Console(
        record=True, width=100, file=io.StringIO(), color_system="truecolor", force_terminal=True
    )
    console.print(Markdown(beginning, hyperlinks=False))
    return _FONT_FACES.sub("", console.export_svg(title="brief.md", unique_id="brief"))


def key_table() -> str:
    """The commands as a Markdown table, for the README."""
    rows = ["| keys | what they do |", "|---|---|"]
    for command in COMMANDS:
        where = "" if command.where in (EVERYWHERE, ALWAYS) else f" ({_places(command)})"
        where += " (in a table of coded rows)" if command.needs is Feature.ROWS else ""
        keys = " ".join(f"`{key}`" for key in command.keys.split())
        also = f", {command.also}" if command.also else ""
        rows.append(f"| {keys}{also} | {command.help}{where} |")
    return "\n".join(rows) + "\n"


def filter_table() -> str:
    """What a filter can ask for as a Markdown table, for the README."""
    rows = ["| term | keeps events by |", "|---|---|"]
    rows += [f"| `{name}:` | {about} |" for name, about in FILTER_KEYS.items()]
    return "\n".join(rows) + "\n"


TABLES = {"keys": key_table, "filters": filter_table}
"""The README's tables by the names of the comments that they stand between."""


def with_tables(readme: str) -> str:
    """The README with its tables as they are now."""
    for name, table in TABLES.items():
        begin, rest = re.split(rf"(?<=<!-- {name}: made by `make screenshots` -->\n)", readme)
        end = rest[rest.index(f"<!-- /{name} -->") :]
        readme = f"{begin}\n{table()}{end}"
    return readme


def _places(command: Command) -> str:
    """Where a command acts, in words: the places or, where these are most, the few in which it does not."""
    without = [place for place in EVERYWHERE if place not in command.where]
    if len(without) < len(command.where):
        return f"everywhere but in {_named(without)}"
    return f"in {_named(command.where)}"


def _named(places: Sequence[str]) -> str:
    """The views are named together where all are meant."""
    views = ["every view"] if set(NAMES) <= set(places) else []
    names = [*views, *(f"the {place}" for place in places if not views or place not in NAMES)]
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def main(folder: Path) -> None:
    """Draw every picture, and write the tables, the page of findings and the guide's figures."""
    loaded = load_files(Path(seeds.__file__).parent)
    archive = open_archive(loaded.corpus, None, today=0, folder="seeds", files=loaded.files)
    for picture in PICTURES:
        (folder / f"{picture.name}.svg").write_text(asyncio.run(draw(picture, archive)))
    (folder / "brief.svg").write_text(draw_brief(archive))
    if folder == HERE:
        README.write_text(with_tables(README.read_text()))
        PAGE.write_text(findings_page())
        GUIDE.write_text(with_suggested(with_recognised(GUIDE.read_text())))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
