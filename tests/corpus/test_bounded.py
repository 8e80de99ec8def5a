"""Of very many mistakes, the first ones are explained and said, and the others counted."""

from pathlib import Path

import pytest

from model.corpus.codes import Severity
from model.corpus.findings import MOST_SAID, CorpusError
from model.corpus.load import load_corpus
from model.corpus.positions import _Columns
from model.corpus.suggest import Effort
from tests import shapes
from tests.cli.running import run


def refusal(files: shapes.Files, folder: Path) -> CorpusError:
    """All that is found, as one would refuse the corpus for it."""
    found = load_corpus(shapes.write(files, folder / "corpus")).findings
    errors = (finding for finding in found if finding.severity is Severity.ERROR)
    return CorpusError(finding for finding in errors if not finding.follows)


@pytest.mark.parametrize(
    ("shape", "bound", "most", "hint", "without"),
    [
        # 31 events are known: the second search is the one that goes beyond 50 names.
        (
            shapes.unknown_ids,
            "check_references._MOST_COMPARED",
            50,
            "did you mean",
            'there is no event "evnt-29"; name one that is there, or write it into events.toml',
        ),
        # A text of 30,000 characters and more.
        (
            shapes.missing_quotes,
            "anchors._MOST_READ",
            50_000,
            "closest is line",
            "the quote is not in the text; give the source's own words, unchanged",
        ),
    ],
)
def test_what_was_meant_is_sought_for_the_first_mistakes_only(
    shape: shapes.Shape,
    bound: str,
    most: int,
    hint: str,
    without: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(f"model.corpus.{bound}", most)
    lines = refusal(shape(30), tmp_path).lines
    assert [hint in line for line in lines] == [True] * 2 + [False] * 28
    assert lines[-1].endswith(without)


def test_where_a_quote_stands_elsewhere_is_said_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("model.corpus.anchors._MOST_READ", 0)
    files = shapes.one_document(3)
    sentence = "The speaker said that item 1 of the list would follow on that day."
    quoted = f'quote = "{sentence}"'
    assert quoted in files["sources/paper.toml"]
    selector = f'quote = {{ exact = "{sentence}", prefix = "no", suffix = "" }}'
    files["sources/paper.toml"] = files["sources/paper.toml"].replace(quoted, selector)
    assert all("but not directly beside its prefix" in line for line in refusal(files, tmp_path).lines)


def test_the_first_search_is_made_whatever_it_costs():
    effort = Effort(10)
    assert [effort.spend(100), effort.spend(1)] == [True, False]


def test_so_many_findings_are_said_and_the_others_counted(tmp_path: Path):
    error = refusal(shapes.braces(MOST_SAID), tmp_path)
    assert len(error.findings) == MOST_SAID
    assert error.more == 3 * MOST_SAID
    assert error.lines[-1] == "and 1,500 more; mend these first"
    assert str(error).splitlines() == error.lines


def test_the_command_line_says_how_many_more_there_are(tmp_path: Path):
    folder = shapes.write(shapes.braces(MOST_SAID), tmp_path / "corpus")
    done = run("check", folder)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, MOST_SAID)
    assert done.stderr.startswith(b"and 1,501 more; mend these first\n")


class _CountedLine(bytes):
    read = 0

    def __getitem__(self, wanted: slice) -> bytes:  # type: ignore[override]
        found = super().__getitem__(wanted)
        _CountedLine.read += len(found)
        return found


def test_columns_of_many_values_in_one_line_are_counted_on():
    data = "claim = [" + "{é}, " * 500 + "]"
    columns = _Columns(data.encode())
    columns._lines = [_CountedLine(data.encode())]
    starts = [at for at, char in enumerate(data) if char == "{"]
    places = [len(data[:at].encode()) for at in starts]
    assert [columns.character(0, place) for place in places] == starts
    assert _CountedLine.read <= len(data.encode())
    assert [columns.character(0, place) for place in reversed(places)] == starts[::-1]
