"""`dprk-tui check --coverage`: what of the documents nothing is made of, and what each date word there would mean."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from model.corpus.codes import Severity
from model.corpus.load import load_corpus
from model.corpus.shortened import shortened
from model.cues.gaps import Gap, GapKind, gaps
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import output
from tui.text.phrases import counted
from tui.text.shown import shown

_NAMES = {GapKind.SENTENCE: "sentence", GapKind.DATE: "date word", GapKind.SAYING: "reporting verb"}
_RESTING = {GapKind.DATE: "quoted, but no date rests on it", GapKind.SAYING: "quoted, but by no statement"}

Placed = tuple[Path, int, int, Gap]
"""A gap with its file, its line and its column, both from 1."""


def print_coverage(folder: Path, max_bytes: int, to: str = "text") -> int:
    """Print the gaps of all sources of the corpus in `folder`, as text or as JSON; exit status 0.

    Raises `CorpusError` where there is none, and `Refusal` of another format.
    """
    if to not in _FORMATS:
        raise Refusal(f"--coverage is printed as {' or '.join(_FORMATS)}; leave out --format {to}")
    corpus = load_corpus(folder, max_bytes)
    found = [
        (folder / "sources" / f"{source}.txt", *at, gap)
        for source, text in corpus.texts.items()
        for at, gap in _with_places(text, gaps(corpus, source))
    ]
    with output():
        for line in _FORMATS[to](found):
            print(line)
    of_each = Counter(gap.kind for *_, gap in found)
    counts = ", ".join(counted(of_each[kind], name) for kind, name in _NAMES.items())
    narrate(f"{corpus.info.title}: {counts} that nothing is made of.")
    errors = sum(finding.severity is Severity.ERROR for finding in corpus.findings)
    if errors:
        narrate(
            f"What has one of the {counted(errors, 'error')} in it fills no gap; `dprk-tui check` says where they are."
        )
    return 0


def _with_places(text: str, found: tuple[Gap, ...]) -> Iterator[tuple[tuple[int, int], Gap]]:
    """Gaps with their lines and columns, from 1; the text is read once for all of them."""
    ends = [at for at, char in enumerate(text) if char == "\n"]
    for gap in found:
        before = bisect_left(ends, gap.span.start)
        yield (before + 1, gap.span.start - (ends[before - 1] if before else -1)), gap


def _text(found: list[Placed]) -> Iterator[str]:
    """One a line, as editors read findings."""
    for path, line, column, gap in found:
        resting = f" ({_RESTING[gap.kind]})" if gap.quoted else ""
        meaning = f": {gap.meaning.said}. {gap.meaning.reasoning}" if gap.meaning is not None else ""
        words = shortened(" ".join(gap.words.split()))
        yield shown(f'{path}:{line}:{column}: {_NAMES[gap.kind]} "{words}"{resting}{meaning}')


def _json(found: list[Placed]) -> Iterator[str]:
    """A list of objects; line and column count from 1, start and end are code points of the text from 0."""
    rows = [
        {
            "file": str(path),
            "line": line,
            "column": column,
            "start": gap.span.start,
            "end": gap.span.end,
            "kind": gap.kind.value,
            "words": gap.words,
            "quoted": gap.quoted,
            "edtf": gap.meaning.edtf if gap.meaning else None,
            "basis": gap.meaning.basis.value if gap.meaning else None,
            "reasoning": gap.meaning.reasoning if gap.meaning else None,
        }
        for path, line, column, gap in found
    ]
    yield json.dumps(rows, indent=2)


_FORMATS: dict[str, Callable[[list[Placed]], Iterator[str]]] = {"text": _text, "json": _json}
