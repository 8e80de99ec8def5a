"""A corpus of one page, and what the form offers for a marked stretch of it."""

import hashlib
from pathlib import Path

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.curate.entry.passage import Passage
from model.quotes.span import TextSpan

ENTITIES = """
[[entity]]
id = "paper"
type = "organization"
name = "Amnok Courier"
"""
EVENTS = """
[[event]]
id = "fair"
type = "fair"
title = "Autumn trade fair in Sinuiju"
"""
SOURCE = """[source]
title = "{title}"
publisher = "paper"
language = "{language}"
published = {{ edtf = "2026-09-23", basis = "external", reasoning = "Saved on that day." }}
sha256 = "{digest}"
"""


def page(folder: Path, text: str, records: str = "", events: str = EVENTS, entities: str = "") -> Corpus:
    """A corpus whose one source, `page`, has this text; it is of Wednesday, 23 September 2026.

    Beside who prints it more `entities` may be known.
    """
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    title, whole = "A page", f"A page\n\n{text}\n"
    (folder / "corpus.toml").write_text(
        'format = 3\ntitle = "A page"\ndescription = "One page."\ncurators = ["me"]\nlanguage = "en"\n',
        "utf-8",
    )
    (folder / "entities.toml").write_text(ENTITIES + entities, "utf-8")
    (folder / "events.toml").write_text(events, "utf-8")
    (folder / "sources/page.txt").write_bytes(whole.encode())
    digest = hashlib.sha256(whole.encode()).hexdigest()
    language = "ko" if any("가" <= it <= "힣" for it in text) else "en"
    (folder / "sources/page.toml").write_text(
        SOURCE.format(title=title, language=language, digest=digest) + records, "utf-8"
    )
    return load_corpus(folder)


def marked(corpus: Corpus, words: str) -> Passage:
    """These words of the page, marked."""
    start = corpus.texts["page"].index(words)
    return Passage(corpus, "page", TextSpan(start, start + len(words)))
