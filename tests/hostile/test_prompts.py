"""What a prompt shows of files before anything is typed: the reasons and kinds that were given before."""

from pathlib import Path

import pytest

from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import harmful
from tests.hostile.payloads import PAYLOADS
from tests.tui.curated import archive_of
from tests.tui.driving import text_of
from tests.tui.looking import main_screen, press
from tui.app import DprkTui
from tui.seam.field import TypingField
from tui.terminal.width import cells
from tui.text.signs import ASCII, UNICODE, Signs


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("reason", PAYLOADS[:10], ids=range(10))
async def test_reasons_that_were_given_are_nothing_but_text(tmp_path: Path, reason: str, signs: Signs):
    folder = tmp_path / "corpus"
    hostile_corpus(folder)
    records = folder / "sources/s.toml"
    head, _, rest = records.read_text("utf-8").partition("[[left_out]]\n")
    quote = rest.splitlines()[0]
    spelled = "".join(f"\\U{ord(it):08X}" for it in reason)
    records.write_bytes(f'{head}[[left_out]]\n{quote}\nreason = "{spelled}"\n'.encode())
    archive = archive_of(folder)
    assert [it.reason for it in archive.whole.left_out["s"]] == [reason]
    async with DprkTui(archive, signs).run_test(size=(240, 24)) as pilot:
        await press(pilot, "home", "3", "s", "w", "L")
        field = main_screen(pilot).query_one(TypingField)
        assert field.placeholder, "it is shown"
        assert cells(field.placeholder) < field.size.width
        assert harmful(field.placeholder) == set()
        assert harmful(text_of(pilot)) == set()
        assert field.placeholder.isascii() or not signs.ascii_only
        await press(pilot, "tab")
        assert harmful(text_of(pilot)) == set()
