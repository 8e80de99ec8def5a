"""The guide's walk from the first source to the first conflict: its commands and keys are tried, and what they say."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import seeds
from tests.tui.terminal import Terminal

SEEDS = Path(seeds.__file__).parent
WALK = (
    (SEEDS / "README.md")
    .read_text("utf-8")
    .partition("## From the first source to the first conflict\n")[2]
    .partition("\n## ")[0]
)
_PART = re.compile(r"^```(?P<kind>\w*)\n(?P<block>.*?)^```$|^\|(?P<row>[^\n]*)\|$", re.DOTALL | re.MULTILINE)
_STEP = re.compile(r"`(?P<key>[^`]+)`|Down to \*\*(?P<field>[^*]+)\*\*|\*(?P<typed>[^*]+)\*")
_NUMBER = re.compile(r" (\d+) of \d+ ╌$")
_LABEL = 15
_KEYS = {"Enter": "\r", "Tab": "\t", "Ctrl-u": "\x15"}


def parts() -> Iterator[tuple[str, str]]:
    """What the walk asks for, in order: a block by its kind, or a row of keys."""
    for it in _PART.finditer(WALK):
        if it["row"] is None:
            yield it["kind"] or "file", it["block"]
        elif not it["row"].startswith((" keys", "---")):
            yield "keys", it["row"]


def run(block: str, folder: Path) -> None:
    """Give the commands of a block; the comment after each one is in what it says."""
    said = ""
    for line in block.splitlines():
        if line.startswith("# "):
            assert line.removeprefix("# ") in said, (line, said)
            continue
        program, *arguments = shlex.split(line)
        assert program == "dprk-tui"
        command = [sys.executable, "-m", "tui", *arguments]
        done = subprocess.run(
            command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, (line, said)


ENVIRONMENT = {"PYTHONPATH": str(SEEDS.parent), "LC_ALL": "C.UTF-8", "COLUMNS": "160"}


def put(block: str, folder: Path) -> None:
    """Write a block at the end of the file that its first line names; one without a name stands in a file already."""
    name, _, record = block.partition("\n")
    if name.startswith("# "):
        with (folder / name.removeprefix("# ")).open("a", encoding="utf-8") as file:
            file.write(f"\n{record}")
    else:
        assert block in (folder / "moscow/conflicts.toml").read_text("utf-8")


def go_down(terminal: Terminal, field: str) -> None:
    """Go down to a field of the form."""

    def here() -> tuple[int, str]:
        """The number of the field that is typed in, by the form's heading, and its label."""
        number = next((it[1] for row in terminal.rows if (it := _NUMBER.search(row.rstrip()))), "0")
        row = next((it for it in reversed(terminal.rows) if it.startswith("›")), "")
        return int(number), row[1:_LABEL].strip()

    def goes_on(number: int, label: str) -> None:
        terminal.send("\x1b[B")
        terminal.wait(
            lambda: here()[0] == number + 1 and here()[1] not in ("", label), f"the field after {label}"
        )

    while not (at := here())[1].startswith(field):
        goes_on(*at)


def press(terminal: Terminal, row: str) -> None:
    """Do what a row of a table says, and see what it says is seen."""
    keys, _, seen = (it.strip() for it in row.split(" | "))
    for step in _STEP.finditer(keys):
        if step["field"] is not None:
            go_down(terminal, step["field"])
        else:
            terminal.send(step["typed"] or _KEYS.get(step["key"], step["key"]))
    if seen:
        terminal.wait(lambda: terminal.has(seen), repr(seen))


def opened(folder: Path) -> Terminal:
    terminal = Terminal([sys.executable, "-m", "tui", "moscow"], 100, 30, folder, **ENVIRONMENT)
    terminal.wait(lambda: terminal.has("keys and signs"), "its start")
    return terminal


def test_the_walk_of_the_guide_leads_where_it_says(tmp_path: Path):
    (tmp_path / "seeds").symlink_to(SEEDS, target_is_directory=True)
    terminal: Terminal | None = None
    done = dict.fromkeys(("sh", "file", "keys"), 0)
    for kind, what in parts():
        done[kind] += 1
        if kind == "sh":
            run(what, tmp_path)
        elif kind == "file":
            put(what, tmp_path)
        else:
            terminal = terminal or opened(tmp_path)
            press(terminal, what.removeprefix(" "))
            if "`q`" in what:
                assert terminal.close() == 0
    assert done == {"sh": 4, "file": 5, "keys": 20}
