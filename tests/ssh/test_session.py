"""The program at home over SSH: every pane by keyboard, another size mid-way, and a connection that is cut."""

import hashlib
import shlex
import shutil
from pathlib import Path

import seeds
from model.index.archive import Archive
from tests.cli.running import ROOT
from tests.readers import reader_of
from tests.ssh.far import INSTALLED, ended, left_running, pid, script
from tests.ssh.sshd import Server
from tests.tui.conftest import archive, archive_at, corpus  # noqa: F401 - fixtures
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal
from tui.text.shown import folded


def opened(server: Server, home: Path, width: int, height: int, *arguments: str) -> Terminal:
    """The program at the far end of a connection, when its timeline stands."""
    command = server.command(shlex.join(script([*INSTALLED, *arguments], home)))
    terminal = Terminal(command, width, height, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    return terminal


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder, and what is in it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_pane_is_reached_at_every_size_and_the_prompt_comes_back_clean(
    server: Server,
    tmp_path: Path,
    archive: Archive,  # noqa: F811
):
    terminal = opened(server, tmp_path, 80, 24)
    timeline = reader_of(archive)
    rows = timeline.rows(0, timeline.counts.total)

    def marks(title: str) -> bool:
        return any(row.startswith("›") and folded(title)[:20] in row for row in terminal.rows)

    terminal.send("\x1b[H")
    terminal.wait(lambda: marks(rows[0].title), "the first event")
    terminal.send("jjj")
    terminal.wait(lambda: marks(rows[3].title), "the fourth event")
    terminal.send("\t")
    terminal.wait(lambda: terminal.has("enter open") and terminal.has("esc back"), "the keys of the card")
    terminal.send("\t")
    terminal.wait(lambda: terminal.has("enter its event"), "the keys of the source")

    terminal.resize(120, 40)
    terminal.wait(lambda: terminal.has("╎") and marks(rows[3].title), "two columns, the same event")
    terminal.resize(40, 12)
    terminal.wait(lambda: "1 Timeline" in terminal.rows[1], "one pane and tabs")
    terminal.send("1")
    terminal.wait(lambda: marks(rows[3].title), "the same event")
    terminal.resize(80, 24)
    terminal.wait(lambda: terminal.has("q quit") and marks(rows[3].title), "three panes again")

    for keys, words in (
        ("vvv", "said before"),
        ("?", "Keys here"),
        ("\x1b", "said before"),
        ("c", "contradiction"),
    ):
        terminal.send(keys)
        terminal.wait(lambda words=words: terminal.has(words), words)  # type: ignore[misc]
    terminal.send("q")
    terminal.close()
    assert terminal.has("status 0")
    assert terminal.has("keyboard as before")
    assert left_changed(terminal.heard) == set()
    assert left_running(tmp_path) == []


def test_a_connection_cut_in_the_middle_leaves_no_process_and_every_file_as_it_was(
    server: Server, tmp_path: Path
):
    corpus_folder = tmp_path / "corpus"  # a copy: what a broken program would spoil is not ours
    shutil.copytree(Path(seeds.__file__).parent, corpus_folder)
    before = digests(corpus_folder)
    terminal = opened(server, tmp_path, 120, 40, str(corpus_folder))
    process = pid(tmp_path)
    terminal.send("jjjj")
    server.cut()
    assert ended(process)
    terminal.wait_for_end()
    assert left_running(tmp_path) == []
    assert digests(corpus_folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"corpus", "pid", "sshd"}, "no file came to be"
