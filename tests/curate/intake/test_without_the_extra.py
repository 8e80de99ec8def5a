"""Where the libraries of `dprk-tui[sources]` are not installed: text, subtitles and e-mail are read all the same."""

import os
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from tests.curate.folder import files_in
from tests.curate.intake.every import every_file
from tests.curate.intake.fresh import fresh
from tests.curate.intake.made import Made

ROOT = Path(__file__).parents[3]
PACKAGES = Path(sysconfig.get_path("purelib"))
HIDDEN = ("charset_normalizer", "htmldate", "lxml", "pypdfium2", "docx", "trafilatura", "warcio")
READ = {"text", "email", "srt", "vtt"}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all packages that are installed, but for the extra."""
    folder = tmp_path_factory.mktemp("packages")
    for path in PACKAGES.iterdir():
        if not path.name.startswith(HIDDEN):
            (folder / path.name).symlink_to(path)
    return folder


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def add(packages: Path, folder: Path, made: Made) -> subprocess.CompletedProcess[bytes]:
    """Run the program so that it finds these packages alone."""
    # Without `site` there is the standard library, and no package.
    paths = [str(ROOT), str(packages)]
    code = f"import sys; sys.path[:0] = {paths!r}; from tui.__main__ import main; sys.exit(main())"
    file = folder.parent / made.name
    file.write_bytes(made.data)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [sys.executable, "-S", "-P", "-c", code, "add-source", str(folder), str(file)]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


@pytest.mark.parametrize("made", every_file(), ids=lambda made: made.name)
def test_it_is_read_or_the_sentence_says_what_to_install(packages: Path, tmp_path: Path, made: Made):
    folder = fresh(tmp_path / "corpus")
    before = files_in(folder)
    done = add(packages, folder, made)
    said = done.stderr.decode()
    needs_html = made.name.endswith(".mhtml")
    if needs_html or made.kind not in READ or (made.kind == "text" and not is_utf8(made.data)):
        assert done.returncode == 2
        assert 'install "dprk-tui[sources]", as in: pip install "dprk-tui[sources]"' in said
        assert said.count("\n") == 1
        assert files_in(folder) == before
    else:
        assert done.returncode == 0, said
        assert any((folder / "sources").glob("*.txt"))


def test_all_that_the_extra_has_is_hidden_here():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = project["project"]["optional-dependencies"]["sources"]
    names = {it.partition(">")[0].replace("-", "_").removeprefix("python_") for it in asked}
    assert {it for it in names if not it.startswith(HIDDEN)} == set()
