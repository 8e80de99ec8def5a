"""What `add-source` wrote behind a `#` is what Tab offers in the form of that source."""

import html
from dataclasses import replace
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.curate.entry.source import SourceEntry, begun
from model.curate.intake.sidecar import offers_in
from tests.curate.intake.fresh import add, fresh
from tests.curate.intake.made_pages import ARTICLE


def form(folder: Path, **typed: str) -> SourceEntry:
    """The form of the draft that was added, with what is typed in it."""
    corpus = load_corpus(folder)
    (draft,) = corpus.drafts
    whole = corpus.with_drafts
    assert whole is not None
    source = whole.sources[draft.record.id]
    file = next((folder / "sources").glob("*.toml"))
    return SourceEntry(
        whole, source, draft, {**begun(whole, source, draft), **typed}, beside=file.read_bytes()
    )


@pytest.mark.parametrize(
    ("called", "typed"), [("더페이퍼", "The Paper"), ("The Tumen Herald", "The Tumen Herald")]
)
def test_tab_offers_for_each_field_what_is_offered_beside_it(tmp_path: Path, called: str, typed: str):
    folder = fresh(tmp_path / "corpus")
    marks = {"og:site_name": called, "og:title": "A title that nobody prints", "author": "Han Mi-rae, Jo Roe"}
    head = "".join(
        f'<meta {"name" if it == "author" else "property"}="{it}" content="{words}">'
        for it, words in marks.items()
    )
    page = ARTICLE.replace("</head>", f"{head}</head>", 1)
    assert add(folder, page.encode()).returncode == 0
    entry = form(folder)
    offers = offers_in(entry.beside)
    assert {"publisher", "authors", "published"} <= offers.keys()
    assert entry.offered("publisher")[0] == typed
    assert entry.offered("authors")[0] == "A. Writer; Han Mi-rae; Jo Roe"
    for name in offers:
        if name in entry.values:
            assert len(entry.offered(name)) == len({*entry.offered(name)}) >= 1, name
    assert offers["published"][0]["edtf"] in entry.offered("published")
    field = next(it for it in entry.fields() if it.name == "publisher")
    assert field.answer == f'a name, there or new; Tab offers "{typed}"'


def test_what_is_typed_is_completed_and_offers_nothing_else(tmp_path: Path):
    folder = fresh(tmp_path / "corpus")
    mark = f'<meta property="og:site_name" content="{html.escape("The Tumen Herald")}"></head>'
    assert add(folder, ARTICLE.replace("</head>", mark, 1).encode()).returncode == 0
    assert form(folder, publisher="The P").offered("publisher") == ["The Paper"]
    # What only stands in for what a draft lacks is nobody.
    assert form(folder, publisher="not gi").offered("publisher") == []
    # The next Tab goes on from what the first one wrote.
    assert form(folder, publisher="The Tumen Herald").offered("publisher")[0] == "The Tumen Herald"


@pytest.mark.parametrize(
    "line",
    [
        '# publisher = "cut off...  # by its length',
        '# publisher = "The\\u202ePaper"  # who reverses',
        '# publisher = ""  # nothing',
        "# publisher = no TOML  # x",
        "# publisher",
        '[[statement]]\n# publisher = "elsewhere"  # x',
    ],
)
def test_what_is_no_offer_is_not_offered(tmp_path: Path, line: str):
    folder = fresh(tmp_path / "corpus")
    assert add(folder, ARTICLE.encode()).returncode == 0
    entry = form(folder)
    assert (
        replace(entry, beside=b'[source]\n# publisher = "The Herald"  # x').offered("publisher")[0]
        == "The Herald"
    )
    assert replace(entry, beside=f"[source]\n{line}\n".encode()).offered("publisher") == ["The Paper"]
