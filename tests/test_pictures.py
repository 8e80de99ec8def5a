"""Every picture belongs to a test: processes that run side by side do not say which of them is left over."""

import re
import subprocess
import sys

from tests.cli.running import ROOT


def test_no_picture_is_left_of_a_test_that_is_gone():
    pictures = [*ROOT.glob("tests/**/__snapshots__/*/*.svg")]
    texts = [*ROOT.glob("tests/**/__snapshots__/*.ambr")]
    assert pictures
    assert texts
    kept = {picture.stem for picture in pictures}
    for text in texts:
        kept |= {*re.findall(r"^# name: (.+)$", text.read_text("utf-8"), re.MULTILINE)}
    modules = {file.parent.with_name(f"{file.stem}.py") for file in texts}
    modules |= {picture.parents[1].with_name(f"{picture.parent.name}.py") for picture in pictures}
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", *map(str, sorted(modules))]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert kept - {*re.findall(r"::(.+)$", listed, re.MULTILINE)} == set()
