"""Completions and the manual page name everything that can be asked for, and are what their readers take."""

import shutil
import subprocess

import pytest

from model.exchange.formats import EXPORTERS
from tests.cli.running import PROGRAM
from tui.cli.parser import SHELLS
from tui.commands.every import COMMANDS


def printed(*arguments: str) -> str:
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_knows_every_command_and_option(shell: str):
    text = printed("--print-completion", shell)
    for word in ("export", "import", "print", "check", "suggest", "as-of", "filter", *EXPORTERS.names()):
        assert word in text


def test_bash_takes_its_completion_and_completes():
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    script = printed("--print-completion", "bash")
    ask = 'COMP_WORDS=(dprk-tui export --to m); COMP_CWORD=3; _shtab_dprk_tui dprk-tui m --to; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "markdown"


def test_fish_takes_its_completion_and_completes():
    if shutil.which("fish") is None:
        pytest.skip("there is no fish")
    script = printed("--print-completion", "fish")
    done = subprocess.run(
        ["fish", "-c", f"{script}\ncomplete -C 'dprk-tui export --to m'"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["markdown"]


def test_the_manual_has_all_keys_and_options_and_no_line_that_troff_would_obey_by_mistake():
    text = printed("--print-man")
    for command in COMMANDS:
        assert command.help.replace("'", "\\(aq").replace("-", "\\-") in text
    known = (".TH ", ".SH ", ".SS ", ".TP", ".PP", ".br")
    assert all(line.startswith(known) for line in text.splitlines() if line.startswith((".", "'")))


@pytest.mark.parametrize("arguments", [["--print-completion"], ["--print-completion", "tcsh"]])
def test_a_shell_that_is_not_known_is_refused(arguments: list[str]):
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--print-completion" in done.stderr
