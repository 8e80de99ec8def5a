"""`add-source`: what is written, what is told, and what is left to the curator."""

import hashlib
import html
import tomllib
import unicodedata
from pathlib import Path

import pytest

from model.corpus.codes import Severity
from model.corpus.load import load_corpus
from model.curate.intake.sidecar import without_offers
from model.curate.toml_text import CannotEdit
from tests.cli.running import run
from tests.curate.folder import BUNDLED, copy_of, files_in
from tests.curate.intake.every import every_file
from tests.curate.intake.fresh import add, fresh
from tests.curate.intake.made import Made
from tests.curate.intake.made_archives import archives
from tests.curate.intake.made_pages import ARTICLE, pages, saved_pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fresh(tmp_path / "corpus")


def records(folder: Path, name: str) -> dict[str, object]:
    table = tomllib.loads((folder / f"sources/{name}.toml").read_text("utf-8"))
    source = table["source"]
    assert isinstance(source, dict)
    return source


FILES = every_file()


@pytest.mark.parametrize("made", FILES[::2], ids=lambda made: made.name)
def test_check_finds_no_error_and_the_original_is_kept(folder: Path, made: Made):
    done = add(folder, made.data, name=made.name)
    assert done.returncode == 0, done.stderr
    corpus = load_corpus(folder)
    assert [it for it in corpus.findings if it.severity is not Severity.NOTE] == []
    (draft,) = corpus.drafts
    (text,) = (folder / "sources").glob("*.txt")
    assert text.stem == draft.record.id
    (kept,) = (folder / "originals").iterdir()
    source = records(folder, text.stem)
    assert kept.read_bytes() == made.data
    assert source["original"] == {
        "file": f"originals/{kept.name}",
        "sha256": hashlib.sha256(made.data).hexdigest(),
    }
    assert source["sha256"] == hashlib.sha256(text.read_bytes()).hexdigest()
    assert "published" not in source
    assert {*files_in(folder)} - {"corpus.toml", "entities.toml", "events.toml"} == {
        f"originals/{kept.name}",
        f"sources/{text.stem}.toml",
        f"sources/{text.stem}.txt",
    }


def test_what_is_filled_in_is_offered_no_longer(folder: Path):
    assert add(folder, ARTICLE.encode()).returncode == 0
    file = "sources/a-visit-comes.toml"
    data = (folder / file).read_bytes()
    assert b"\n# published = " in data
    left = without_offers(data, ["published", "note"])
    assert left == b"".join(
        it for it in data.splitlines(keepends=True) if not it.startswith(b"# published = ")
    )
    assert without_offers(data, ["publish", "title"]) == data
    mine = data.replace(b"[source]", b"# published = 2025, I think\n[source]")
    assert b"# published = 2025, I think" in without_offers(mine, ["published"])
    text = b'[source]\nnote = """\n# published = a  # b\n"""\n'
    with pytest.raises(CannotEdit):
        without_offers(text, ["published"])


def test_a_date_is_only_taken_from_a_person(folder: Path):
    assert add(folder, ARTICLE.encode()).returncode == 0
    text = (folder / "sources/a-visit-comes.toml").read_text("utf-8")
    assert '# published = { edtf = "2025-05-06"' in text
    assert "published" not in records(folder, "a-visit-comes")
    other = ARTICLE.replace("9 May", "10 May").encode()
    done = add(
        folder, other, "--date", "2025-05-07", "--publisher", "더페이퍼", "--url", "https://example.org/a"
    )
    assert done.returncode == 0, done.stderr
    source = records(folder, "a-visit-comes-2025-05-07")
    assert source["published"] == {
        "edtf": "2025-05-07",
        "basis": "external",
        "reasoning": "The day was given when it was added.",
    }
    assert (source["publisher"], source["url"]) == ("the-paper", "https://example.org/a")
    assert "draft" not in source
    corpus = load_corpus(folder)
    assert "a-visit-comes-2025-05-07" in corpus.sources
    assert not any(it.severity is Severity.ERROR for it in corpus.findings)


@pytest.mark.parametrize(
    ("byline", "words", "day"),
    [
        ("By A. Writer, September 14, 2026", "September 14, 2026", "2026-09-14"),
        ("Published on Monday, Sept. 14, 2026, 3:05 p.m.", "Monday, Sept. 14, 2026", "2026-09-14"),
        ("홍길동 기자 입력 2026.09.14 03:00", "2026.09.14", "2026-09-14"),
        ("2026년 9월 14일", "2026년 9월 14일", "2026-09-14"),
        ("By A. Writer, May 6, 2025", "May 6, 2025", "2025-05-06"),
    ],
)
def test_a_day_that_a_byline_prints_is_offered_first_and_in_its_words(
    folder: Path, byline: str, words: str, day: str
):
    done = add(folder, ARTICLE.replace("By A. Writer", byline, 1).encode())
    assert done.returncode == 0, done.stderr
    assert "published" not in records(folder, "a-visit-comes")
    table = folder / "sources/a-visit-comes.toml"
    text = table.read_text("utf-8")
    value = f'{{ edtf = "{day}", words = "{words}", basis = "explicit" }}'
    offered = [line for line in text.splitlines() if line.startswith("# published")]
    assert offered[0].startswith(f"# published = {value}  # printed near the title")
    # The mark of the page is there too: by itself, or as one who says the same.
    assert len(offered) == (1 if day == "2025-05-06" else 2)
    assert "article:published_time" in offered[-1]
    table.write_text(text.replace(offered[0], f"published = {value}"), "utf-8")
    assert [it for it in load_corpus(folder).findings if it.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    "line",
    [
        "Choe in Pyongyang on March 21, 2025. [Yonhap]",
        "By A. Writer, May 6",
        "By A. Writer, 5/6/2025",
        "By A. Writer, since May 6, 2025",
        "The visit of May 3, 2025 was the first of all that anybody can think of.",
    ],
)
def test_no_other_day_near_the_title_is_offered(folder: Path, line: str):
    assert add(folder, ARTICLE.replace("By A. Writer", line, 1).encode()).returncode == 0
    text = (folder / "sources/a-visit-comes.toml").read_text("utf-8")
    assert "printed near the title" not in text


def test_what_is_folded_is_told_and_kept(folder: Path):
    done = add(folder, ARTICLE.encode())
    said = done.stderr.decode()
    assert "menu (3 words): Politics North Korea" in said
    assert "page-footer (7 words): © 2025 The Paper. All rights reserved." in said
    assert "Not in the text: what the page hides (5 words)." in said
    assert "published may be 2025-05-06" in said
    table = tomllib.loads((folder / "sources/a-visit-comes.toml").read_text("utf-8"))
    assert [it["kind"] for it in table["furniture"]] == [
        "page-header",
        "menu",
        "boilerplate",
        "aside",
        "form",
        "page-footer",
    ]
    assert table["source"]["note"] == "Not in the text: what the page hides (5 words)."
    text = (folder / "sources/a-visit-comes.txt").read_text("utf-8")
    captions = "Choe in Pyongyang on March 21. [Yonhap]"
    assert captions in text
    assert all(captions not in str(it["quote"]) for it in table["furniture"])


def test_nothing_is_written_over_and_nothing_is_added_twice(folder: Path):
    made = pages()[0]
    assert add(folder, made.data).returncode == 0
    before = files_in(folder)
    done = add(folder, made.data)
    assert done.returncode == 2
    assert b'it is there already, as "a-visit-comes"' in done.stderr
    assert files_in(folder) == before
    assert add(folder, ARTICLE.replace("9 May", "8 May").encode()).returncode == 0
    assert files_in(folder).items() >= before.items()
    assert (folder / "sources/a-visit-comes-2.txt").exists()


def test_an_original_without_a_source_keeps_its_name(folder: Path):
    (folder / "originals").mkdir()
    (folder / "originals/a-visit-comes.pdf").write_bytes(b"mine")
    assert add(folder, ARTICLE.encode()).returncode == 0
    assert (folder / "originals/a-visit-comes.pdf").read_bytes() == b"mine"
    assert (folder / "originals/a-visit-comes-2.html").exists()


def test_where_and_when_is_what_the_file_itself_says(folder: Path):
    assert add(folder, saved_pages()[0].data).returncode == 0
    source = records(folder, "a-visit")
    assert source["url"] == "https://www.example.org/news/visit?id=1"
    assert source["retrieved"] == "2025-05-07T03:30Z"
    assert add(folder, archives()[0].data).returncode == 0
    source = records(folder, "a-visit-comes")
    assert (source["url"], source["retrieved"]) == ("https://example.org/visit", "2025-05-07T03:30Z")


def test_a_page_of_a_web_archive_can_be_named(folder: Path):
    data = archives()[0].data
    done = add(folder, data, "--url", "https://nowhere.example.org/")
    assert done.returncode == 2
    assert b"there is no such page in it; there is https://example.org/visit" in done.stderr
    assert add(folder, data, "--url", "https://ads.example.org/").returncode == 0
    (text,) = (folder / "sources").glob("*.txt")
    assert text.read_text("utf-8").startswith("Buy this")


def test_letters_are_kept_unless_asked(folder: Path):
    text = unicodedata.normalize("NFD", "방문이 온다\n\nCafé\u00a0“x” 10\u2009km\n")
    done = add(folder, text.encode(), name="a.txt")
    assert "--nfc composes them" in done.stderr.decode()
    assert (folder / "sources/bangmuni-onda.txt").read_text("utf-8") == text
    assert add(folder, text.encode() + b".", "--nfc", name="b.txt").returncode == 0
    composed = unicodedata.normalize("NFC", f"{text}.")
    assert (folder / "sources/bangmuni-onda-2.txt").read_text("utf-8") == composed


def test_furniture_is_where_it_was_when_letters_are_composed(folder: Path):
    page = unicodedata.normalize("NFD", ARTICLE.replace("North Korea", "북한").replace("9 May", "5월 9일"))
    assert add(folder, page.encode(), "--nfc").returncode == 0
    assert [it for it in load_corpus(folder).findings if it.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--url", "example.org/a"), '--url: "example.org/a" is no URL'),
        (("--date", "6 May"), "--date: "),
        (("--lang", "English"), "--lang: "),
        (("--medium", "Web Page"), "--medium: "),
        (("--new-version", "a-vist"), '--new-version: there is no source "a-vist"'),
        (("--title", "Nowhere printed"), '--title: "Nowhere printed" is not in the text'),
        (("--title", ""), "it is empty"),
    ],
)
def test_what_is_asked_for_wrongly_is_refused(folder: Path, options: tuple[str, ...], sentence: str):
    before = files_in(folder)
    done = add(folder, ARTICLE.encode(), *options)
    assert done.returncode == 2
    assert sentence in done.stderr.decode()
    assert files_in(folder) == before


def test_a_publisher_whom_nobody_knows_is_offered(folder: Path):
    done = add(folder, ARTICLE.encode(), "--publisher", "Other Paper")
    assert done.returncode == 0
    assert "publisher may be Other Paper: no entity has this id, name or alias yet" in done.stderr.decode()
    assert '# publisher = "Other Paper"' in (folder / "sources/a-visit-comes.toml").read_text("utf-8")


def test_a_folder_of_format_1_is_told_what_it_takes(folder: Path):
    info = folder / "corpus.toml"
    info.write_text(info.read_text("utf-8").replace("format = 2", "format = 1"), "utf-8")
    done = add(folder, b"words")
    assert done.returncode == 2
    assert b"corpus.toml: write format = 2" in done.stderr


def test_where_one_stands_in_no_corpus_none_is_written_to(tmp_path: Path):
    bundled = files_in(BUNDLED)
    done = run("add-source", "-", given=b"words")
    assert done.returncode == 2
    assert b"no corpus is meant; name its folder, or stand in it" in done.stderr
    assert files_in(BUNDLED) == bundled
    done = run("add-source", tmp_path / "nowhere", "-", given=b"words")
    assert done.returncode == 2
    assert b"does not exist" in done.stderr


def test_read_only_refuses(folder: Path):
    before = files_in(folder)
    done = add(folder, ARTICLE.encode(), "--read-only")
    assert done.returncode == 2
    assert b"add-source writes, and --read-only lets nothing be written" in done.stderr
    assert files_in(folder) == before


def test_options_may_stand_between_the_folder_and_the_file(folder: Path):
    done = run("add-source", folder, "--lang", "en", "-", "--nfc", given=b"A visit\n\nwords")
    assert done.returncode == 0, done.stderr
    assert records(folder, "a-visit")["language"] == "en"


def test_a_folder_that_cannot_be_written_to_stays_as_it_is(folder: Path):
    (folder / "originals").write_text("a file", "utf-8")
    before = files_in(folder)
    done = add(folder, ARTICLE.encode())
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert files_in(folder) == before


def test_a_corpus_with_sources_takes_another(tmp_path: Path):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    info = folder / "corpus.toml"
    info.write_text(info.read_text("utf-8").replace("format = 1", "format = 2"), "utf-8")
    assert add(folder, pages()[1].data, "--title", "방문이 온다", name="visit.html").returncode == 0
    corpus = load_corpus(folder)
    assert not any(it.severity is Severity.ERROR for it in corpus.findings)
    assert len(corpus.sources) == 2
    assert [it.record.id for it in corpus.drafts] == ["bangmuni-onda"]


def test_a_day_that_is_given_is_in_the_words_of_the_byline_that_prints_it(folder: Path):
    page = ARTICLE.replace("By A. Writer", "By A. Writer, May 7, 2025", 1)
    assert add(folder, page.encode(), "--date", "2025-05-07").returncode == 0
    assert records(folder, "a-visit-comes")["published"] == {
        "edtf": "2025-05-07",
        "words": "May 7, 2025",
        "basis": "explicit",
    }
    corpus = load_corpus(folder)
    assert [it for it in corpus.findings if it.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(("called", "known"), [("더페이퍼", "the-paper"), ("Other <b>Paper</b>", "")])
def test_who_prints_a_page_is_offered_as_it_calls_itself_and_never_taken(
    folder: Path, called: str, known: str
):
    mark = f'<meta property="og:site_name" content="{html.escape(called)}"></head>'
    done = add(folder, ARTICLE.replace("</head>", mark, 1).encode())
    assert f"publisher may be {known or called}: the page calls its site so" in done.stderr.decode()
    assert "publisher" not in records(folder, "a-visit-comes")
    text = (folder / "sources/a-visit-comes.toml").read_text("utf-8")
    offer = next(line for line in text.splitlines() if line.startswith("# publisher"))
    assert tomllib.loads(offer.removeprefix("# ")) == {"publisher": known or called}


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("Han Mi-rae, Peter Lindqvist", ["Han Mi-rae", "Peter Lindqvist"]),
        ("Jane Doe, Kim Min-su and John Roe", ["Jane Doe", "Kim Min-su", "John Roe"]),
        ("Reporter, Agency", ["Reporter, Agency"]),
        ("홍길동", ["홍길동"]),
    ],
)
def test_authors_in_a_row_are_offered_each_by_himself(folder: Path, said: str, authors: list[str]):
    mark = f'<meta name="author" content="{said}"></head>'
    assert add(folder, ARTICLE.replace("</head>", mark, 1).encode()).returncode == 0
    text = (folder / "sources/a-visit-comes.toml").read_text("utf-8")
    offer = next(line for line in text.splitlines() if line.startswith("# authors"))
    assert tomllib.loads(offer.removeprefix("# "))["authors"] == ["A. Writer", *authors]
