"""Which records have a warning: they are shown, and marked."""

from collections import defaultdict
from collections.abc import Mapping

from model.corpus.codes import Severity
from model.corpus.corpus import Corpus


def warnings(corpus: Corpus) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """The warnings about each record, by its kind and id: their places in `Corpus.findings`."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, finding in enumerate(corpus.findings):
        if finding.severity is Severity.WARNING and finding.record:
            found[finding.kind, finding.record].append(number)
    return {record: tuple(numbers) for record, numbers in found.items()}
