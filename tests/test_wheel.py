"""The wheel works outside the checkout: in a new environment, run from a stranger's folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import tui

ROOT = Path(__file__).parents[1]
# One process builds the wheel, and has all that is asked of it.
pytestmark = pytest.mark.xdist_group("wheel")

SHIPPED_SEEDS = ("*.toml", "README.md", "sources/*.txt", "sources/*.toml")

WHERE_THE_PACKAGES_ARE = (
    "import model, tui, seeds; print(*(m.__file__ for m in (model, tui, seeds)), sep='\\n')"
)


class Installed(NamedTuple):
    """A new environment that holds the wheel, and the stranger's folder from which it is run."""

    wheel: Path
    environment: Path
    folder: Path

    def run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the stranger's folder."""
        command = [self.environment / "bin" / program, *arguments]
        return run(*command, cwd=self.folder)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run without PYTHONPATH, so that nothing of the checkout is found by accident."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    clean["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def must(*command: str | Path, cwd: Path) -> None:
    """Run a step of the set-up, which has to work."""
    done = run(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr


def new_environment(folder: Path) -> None:
    """Create an environment that borrows the dependencies of the running one.

    The borrowed folder is named in a `.pth` file: it comes after the environment's own packages, and its own
    `.pth` files, among them that of the editable install, are not followed.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    Path(paths["purelib"], "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel from this checkout and install it, without a network."""
    base = tmp_path_factory.mktemp("wheel")
    must(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", base / "dist", cwd=ROOT)
    (wheel,) = (base / "dist").glob("*.whl")
    environment = base / "environment"
    new_environment(environment)
    pip = (sys.executable, "-m", "pip", "--isolated", "--python", environment / "bin" / "python")
    must(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=base)
    folder = base / "stranger"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "corpus.toml").write_text("not = a corpus", "utf-8")
    return Installed(wheel, environment, folder)


def test_the_wheel_installs_three_packages_and_nothing_else(installed: Installed):
    names = zipfile.ZipFile(installed.wheel).namelist()
    about = f"dprk_tui-{tui.__version__}.dist-info"
    assert {name.partition("/")[0] for name in names} == {"model", "tui", "seeds", about}
    assert {"model/py.typed", "tui/py.typed"} <= set(names)


@pytest.mark.parametrize("pattern", SHIPPED_SEEDS)
def test_the_wheel_ships_the_bundled_corpus_byte_for_byte(installed: Installed, pattern: str):
    files = sorted((ROOT / "seeds").glob(pattern))
    assert files, f"the checkout has no seeds/{pattern}"
    with zipfile.ZipFile(installed.wheel) as wheel:
        shipped = {path.name: wheel.read(path.relative_to(ROOT).as_posix()) for path in files}
    assert shipped == {path.name: path.read_bytes() for path in files}


def test_the_packages_come_from_the_wheel(installed: Installed):
    done = installed.run("python", "-P", "-c", WHERE_THE_PACKAGES_ARE)
    assert done.returncode == 0, done.stderr
    assert all(Path(path).is_relative_to(installed.environment) for path in done.stdout.split())


def test_the_version_is_that_of_the_checkout(installed: Installed):
    done = installed.run("dprk-tui", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert tui.__version__ in done.stdout.split()


def test_the_bundled_corpus_passes_check(installed: Installed):
    done = installed.run("dprk-tui", "check")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [("dprk-tui",), ("python", "-m", "tui")])
def test_print_shows_the_bundled_corpus_not_the_strangers_folder(
    installed: Installed, command: tuple[str, ...]
):
    done = installed.run(*command, "print")
    assert done.returncode == 0, done.stderr
    here = run(sys.executable, "-m", "tui", "print", cwd=ROOT)
    assert here.returncode == 0, here.stderr
    assert done.stdout == here.stdout != ""


def test_a_new_corpus_can_be_begun_from_it(installed: Installed, tmp_path: Path):
    done = installed.run("dprk-tui", "new", str(tmp_path / "new"))
    assert done.returncode == 0, done.stderr
    done = installed.run("dprk-tui", "check", str(tmp_path / "new"))
    assert done.returncode == 0, done.stdout + done.stderr
