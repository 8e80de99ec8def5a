"""What the command line prints of a hostile corpus, of hostile file names and of hostile arguments is only text."""

import hashlib
import re
import shutil
from itertools import cycle, product
from pathlib import Path

import pytest

from model.exchange.formats import EXPORTERS
from tests.cli.running import Done, run
from tests.corpus.spoiled import FILES
from tests.effort import some, tireless
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import harmful
from tests.hostile.payloads import PAYLOADS

NAMES = [payload.replace("/", "").replace("\0", "")[:60] for payload in PAYLOADS]
"""What a file may be called on Linux."""

TABULAR = [it for it in EXPORTERS.built_in if it.tables and not it.is_binary]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile corpus, in a folder with a hostile name."""
    folder = tmp_path_factory.mktemp("hostile") / NAMES[0]
    hostile_corpus(folder)
    return folder


def said(done: Done) -> str:
    """All that a run has written, which must be UTF-8."""
    assert b"Traceback" not in done.stderr
    return (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("print",),
        ("print", "--ascii"),
        ("print", "--due", "--brief"),
        ("print", "--support"),
        ("suggest",),
        ("suggest", "--ascii"),
        ("suggest", "--format", "json"),
        ("print", "--filter", "has:conflict"),
        *(("export", "--to", it.name) for it in EXPORTERS.built_in if not it.is_binary),
        *(("export", "--to", it.name, "--what", table) for it in TABULAR for table in it.tables),
        (),
    ],
)
def test_a_command_writes_nothing_but_text(folder: Path, arguments: tuple[str, ...]):
    done = run(*arguments, folder)
    assert done.returncode == 0
    text = said(done)
    # The lines of a table and of a calendar end as RFC 4180 and RFC 5545 have it; between cells there may be tabs.
    if "csv" in arguments or "ics" in arguments:
        text = text.replace("\r\n", "\n")
    if "tsv" in arguments:
        text = text.replace("\t", " ")
    assert harmful(text) == set()
    if arguments != ("check",):
        assert "PWNED" in text, "the texts themselves are there"
    if "--ascii" in arguments:
        assert text.isascii()
    if "html" in arguments:
        assert not re.search(r"<(?:script|img|iframe)", text, re.IGNORECASE)


BEGUN = ["claim", "statement", "event", "conflict", "source"]
WRITTEN = [("print",), *(("export", "--to", form) for form in ("markdown", "html", "csv", "tsv", "jsonl"))]


@tireless
@pytest.mark.parametrize(
    ("header", "arguments"), some([*zip(cycle(BEGUN), WRITTEN)], [*product(BEGUN, WRITTEN)])
)
def test_what_is_only_begun_is_nothing_but_text_either(
    folder: Path, tmp_path: Path, header: str, arguments: tuple[str, ...]
):
    begun = tmp_path / "begun"
    shutil.copytree(folder, begun)
    for file in begun.rglob("*.toml"):
        opened = f"[{header}]\n" if header == "source" else f"[[{header}]]\n"
        file.write_bytes(file.read_bytes().replace(opened.encode(), f"{opened}draft = true\n".encode()))
    done = run(*arguments, "--drafts", begun)
    assert done.returncode == 0
    text = said(done).replace("\r\n", "\n").replace("\t", " " if "tsv" in arguments else "\t")
    assert harmful(text) == set()
    assert "draft" in text
    assert not re.search(r"<(?:script|img|iframe)", text, re.IGNORECASE) or "html" not in arguments


@pytest.mark.parametrize("name", NAMES)
def test_hostile_file_names_are_named_safely(tmp_path: Path, name: str):
    root = tmp_path / name
    (root / "sources").mkdir(parents=True)
    for file, text in FILES.items():
        (root / file).write_bytes(text.encode())
    for ending in ("txt", "toml"):
        (root / "sources" / f"{name}.{ending}").write_bytes(b"")
    (root / name).write_bytes(b"")
    done = run("check", root)
    assert done.returncode == 1
    assert harmful(said(done)) == set()
    assert done.stdout.count(b"\n") == 1, "one line for the one file that is not part of a corpus"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_findings_quote_a_record_safely(tmp_path: Path, payload: str):
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    text = f"{FILES['sources/a.txt']}\n{payload}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    table = FILES["sources/a.toml"].replace(
        hashlib.sha256(FILES["sources/a.txt"].encode()).hexdigest(), digest
    )
    files = FILES | {
        "sources/a.txt": text,
        "sources/a.toml": table.replace("comes on", "comes, it is said, on"),
    }
    for file, content in files.items():
        (root / file).write_bytes(content.encode())
    (root / "events.toml").write_text(f"{payload} = 1\n", encoding="utf-8", newline="")
    done = run("check", root)
    assert done.returncode == 1
    assert harmful(said(done)) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of",),
        ("--event",),
        ("--entity",),
        ("--theme",),
        ("--nonsense",),
        ("export", "--to"),
        ("import",),
        ("check",),
    ],
)
def test_arguments_are_quoted_safely(arguments: tuple[str, ...]):
    for payload in (PAYLOADS[0], PAYLOADS[6], PAYLOADS[9]):
        done = run(*arguments, payload)
        assert done.returncode == 2
        assert harmful(said(done)) == set()
