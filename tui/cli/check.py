"""`dprk-tui check`: what was verified, when nothing is wrong. Findings are told by `tui.cli.dispatch`."""

from model.corpus.check_meaning import STRAND
from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from tui.cli.narration import narrate
from tui.cli.streams import output
from tui.text.phrases import counted
from tui.text.shown import shown


def print_check(corpus: Corpus) -> int:
    """Print the counts of a corpus that has passed every check. Raises `Refusal` where that is not possible."""
    if corpus.findings:
        for line in CorpusError(corpus.findings).lines:
            narrate(line)
        return 1 if corpus.errors else 0
    strands = sum(event.type == STRAND for event in corpus.events.values())
    counts = [
        counted(len(corpus.sources), "source"),
        counted(len(corpus.statements), "statement"),
        counted(len(corpus.claims), "claim"),
        counted(corpus.anchors.count, "quote"),
        counted(len(corpus.events) - strands, "event"),
        counted(strands, "strand"),
        f"{len(corpus.entities)} {'entity' if len(corpus.entities) == 1 else 'entities'}",
        counted(len(corpus.conflicts), "conflict"),
    ]
    with output():
        print(f"{shown(corpus.info.title)}: {', '.join(counts)} verified; nothing is wrong.")
    return 0
