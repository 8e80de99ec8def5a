"""From a page to claims by keyboard alone, in a real terminal: a document, claims, a conflict, a mistake."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

ROOT = Path(__file__).parents[2]

PAGE = """<html lang="en"><head><title>Envoy to visit Rason on May 12</title></head><body><nav>Home Politics</nav>
<article><h1>Envoy to visit Rason on May 12</h1>
<p>A Russian envoy is expected to visit Rason on May 12, the Foreign Ministry said on Thursday.</p>
<p>The visit was called off, the Foreign Ministry said on Friday.</p>
<p>국정원은 특사가 지난 8일 라선을 방문한 것으로 알려졌다고 밝혔다.</p></article>
<footer>Copyright</footer></body></html>
"""


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *words: str) -> str:
    named = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "rason"
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert run("new", str(folder), folder=tmp_path).returncode == 0
    added = run(
        "add-source", str(folder), "page.html", "--date", "2026-05-09", "--lang", "en", folder=tmp_path
    )
    assert added.returncode == 0, added.stderr
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "begun")
    return folder


def claims_of(folder: Path) -> str:
    return next(folder.glob("sources/*.toml")).read_text("utf-8")


def test_by_keyboard_alone(corpus: Path):
    command = [sys.executable, "-m", "tui", str(corpus)]
    terminal = Terminal(command, 120, 40, corpus, PYTHONPATH=str(ROOT))

    def see(words: str) -> None:
        terminal.wait(lambda: terminal.has(words), repr(words))

    def heading() -> int:
        """The row in which the form's heading stands, and with it which field one types in."""
        return next(
            (y for y, row in enumerate(terminal.rows) if re.search(r" \d+ of \d+ ╌$", row.rstrip())), -1
        )

    def type_in(field: str, words: str) -> None:
        """Go down to a field, and write there in place of what stands in it."""
        terminal.wait(lambda: any(row[1:].startswith(field) for row in terminal.rows), f"the field {field}")
        terminal.wait(
            lambda: any(row.startswith("›") for row in terminal.rows[heading() + 2 :]),
            "the field one types in",
        )
        rows = terminal.rows[heading() + 2 :]
        labels = [row[1:].partition("  ")[0].strip() for row in rows]
        here = int(re.findall(r" (\d+) of \d+ ╌", terminal.rows[heading()])[0])
        at = next(number for number, row in enumerate(rows) if row.startswith("›"))
        wanted = here + labels.index(field) - at
        terminal.send("\x1b[B" * (wanted - here))
        terminal.wait(lambda: f" {wanted} of " in terminal.rows[heading()], f"the field {field}")
        terminal.send("\x15" + words)
        see(words.strip()[:20])

    see("keys and signs")
    # The inbox; the publisher is filled in, so that the document stands.
    terminal.send("V")
    see("1 of 1 unread")
    terminal.send("i")
    type_in("published by", "Rason Times")
    terminal.send("\r")
    see("Changed: envoy-to-visit-rason")
    # Whatever is known by now is shown, as when it is opened again.
    see("as of Sat 9 May 2026")
    # A claim with a new event.
    terminal.send("\rsj")
    see("marked: 17 words")
    terminal.send("i")
    see("2026-05-12")
    terminal.send("Envoy visits Rason")
    see("a new event")
    type_in("who says it", "Foreign Ministry")
    see("a new statement")
    terminal.send("\r")
    see("Written: envoy-visits-foreign.")
    # A claim that supersedes it.
    terminal.send("s")
    see("marked: 11 words")
    terminal.send("i")
    type_in("event", "Envoy visits Rason")
    see("1 claim so far")
    terminal.send("\x1b[B" * 22)
    terminal.wait(lambda: " 23 of " in terminal.rows[heading()], "the last fields")
    type_in("replaces", "envoy-visits-foreign")
    terminal.send("\r")
    see("Written: envoy-visits-foreign-2.")
    # A Korean claim, of the same event.
    terminal.send("s")
    see("marked: 9 words")
    terminal.send("I")
    see("2026-05-08")
    type_in("who says it", "국정원")
    terminal.send("\r")
    see("Written: envoy-visits-gugjeongwon.")
    # A conflict between the last two.
    terminal.send("K")
    see("light another claim")
    terminal.send("[K")
    see("Conflict between")
    type_in("first reads", "visited")
    type_in("second reads", "called off")
    type_in("why", "One of them is wrong.")
    terminal.send("\r")
    see("Written: envoy-visits-rason.")
    # A mistake, made elsewhere, and mended there.
    file = next(corpus.glob("sources/*.toml"))
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b'status = "expected"', b'status = "expectd"'))
    see("shown as before")
    file.write_bytes(sound)
    see("What was broken is mended.")
    terminal.send("q")
    assert terminal.close() == 0

    checked = run("check", str(corpus), folder=corpus)
    assert checked.returncode == 0, checked.stdout
    assert "warning" not in checked.stdout, checked.stdout
    changed = git(corpus, "diff", "--stat")
    assert {row.split("|")[0].strip() for row in changed.splitlines()[:-1]} == {
        "conflicts.toml", "entities.toml", "events.toml", str(file.relative_to(corpus)),
    }  # fmt: skip
    gone = [
        row for row in git(corpus, "diff").splitlines() if row.startswith("-") and not row.startswith("---")
    ]
    assert gone == ["-draft = true"]
    for words in (
        "2026-05-08",
        "국정원은 특사가 지난 8일",
        'supersedes = ["envoy-visits-foreign"]',
    ):
        assert words in claims_of(corpus)
