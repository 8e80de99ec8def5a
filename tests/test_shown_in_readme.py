"""What the README shows is what the program is."""

import subprocess
import sys
from pathlib import Path

from screenshots.draw import with_tables
from screenshots.findings_page import PAGE, findings_page
from screenshots.recognised_table import GUIDE, with_recognised
from screenshots.suggested_table import with_suggested

ROOT = Path(__file__).parent.parent


def test_the_pictures_are_those_that_the_program_draws_now(tmp_path: Path):
    subprocess.run([sys.executable, ROOT / "screenshots/draw.py", tmp_path], check=True, cwd=ROOT)
    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (ROOT / "screenshots").glob("*.svg")}
    assert drawn.keys() == kept.keys()
    stale = sorted(name for name, data in drawn.items() if kept[name] != data)
    assert stale == [], "run `make screenshots`, and look at them"


def test_the_tables_of_keys_and_filters_are_those_of_the_program():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert with_tables(readme) == readme, "run `make screenshots`"
    assert {"<!-- /keys -->", "<!-- /filters -->"} <= set(readme.splitlines())


def test_the_page_of_findings_is_made_from_the_table_of_codes():
    assert PAGE.read_text("utf-8") == findings_page(), "run `make screenshots`"


def test_the_figures_of_the_guide_are_those_that_are_measured_now():
    guide = GUIDE.read_text("utf-8")
    assert with_recognised(guide) == guide, "run `make screenshots`"
    assert with_suggested(guide) == guide, "run `make screenshots`"


def test_the_guide_and_the_readme_lead_to_the_page_of_findings():
    assert "[FINDINGS.md](FINDINGS.md)" in (ROOT / "seeds" / "README.md").read_text("utf-8")
    assert "(seeds/FINDINGS.md)" in (ROOT / "README.md").read_text("utf-8")


def test_every_picture_that_the_readme_shows_is_there():
    shown = [
        part.partition(")")[0] for part in (ROOT / "README.md").read_text("utf-8").split("](screenshots/")[1:]
    ]
    assert shown
    assert all((ROOT / "screenshots" / name).is_file() for name in shown)
