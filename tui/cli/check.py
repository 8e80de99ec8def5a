"""`dprk-tui check`: what is found in a corpus, on standard output; what was verified, on standard error."""

from collections import Counter
from pathlib import Path

from model.corpus.check_meaning import STRAND
from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.findings import MOST_SAID, CorpusError, Finding
from model.corpus.load import load_corpus
from tui.cli.ending import UNUSABLE
from tui.cli.findings import FORMATS
from tui.cli.narration import narrate
from tui.cli.streams import output
from tui.text.phrases import counted

FINDINGS = 1
"""Exit status: something is wrong with the corpus."""


def check_folder(folder: Path, max_bytes: int, to: str = "text", strict: bool = False) -> int:
    """Print all that is found in the corpus in `folder`, in one of `FORMATS`.

    The exit status is 1 where there is an error (or, if `strict`, a warning), 2 where nothing in it is sound. Raises
    `CorpusError` where there is no corpus, and `Refusal` where nothing can be printed.
    """
    try:
        corpus = load_corpus(folder, max_bytes)
    except CorpusError as error:
        if not error.within:
            raise
        _print(error.findings, folder, to)
        _narrate_more(error.more)
        narrate(f"{_counts(error.findings)}; nothing in it is sound, so it cannot be opened.")
        return UNUSABLE
    _print(corpus.findings, folder, to)
    _narrate_rest(corpus)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FINDINGS if any(finding.severity in grave for finding in corpus.findings) else 0


def _print(findings: tuple[Finding, ...], folder: Path, to: str) -> None:
    with output():
        for line in FORMATS[to](findings, folder):
            print(line)


def _narrate_rest(corpus: Corpus) -> None:
    _narrate_more(len(corpus.findings) - MOST_SAID)
    if not corpus.findings:
        narrate(f"{corpus.info.title}: {_verified(corpus)} verified; nothing is wrong.")
        return
    lost = f"; {counted(corpus.lost, 'record')} left out" if corpus.lost else ""
    narrate(f"{corpus.info.title}: {_counts(corpus.findings)}{lost}. {_verified(corpus)} verified.")


def _narrate_more(more: int) -> None:
    if more > 0:
        narrate(f"and {more:,} more; mend these first")


def _counts(findings: tuple[Finding, ...]) -> str:
    """How many findings there are of each severity, the gravest first."""
    of_each = Counter(finding.severity for finding in findings)
    return ", ".join(counted(of_each[it], it.value) for it in Severity if of_each[it])


def _verified(corpus: Corpus) -> str:
    strands = sum(event.type == STRAND for event in corpus.events.values())
    counts = [
        counted(len(corpus.sources), "source"),
        counted(len(corpus.statements), "statement"),
        counted(len(corpus.claims), "claim"),
        *([counted(len(corpus.lists), "list")] if corpus.lists else []),
        counted(corpus.anchors.count, "quote"),
        counted(len(corpus.events) - strands, "event"),
        counted(strands, "strand"),
        f"{len(corpus.entities)} {'entity' if len(corpus.entities) == 1 else 'entities'}",
        counted(len(corpus.conflicts), "conflict"),
    ]
    return ", ".join(counts)
