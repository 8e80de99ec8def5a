"""In how few words it is said that a corpus opens without some of its records."""

from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from tui.text.phrases import counted


def left_out_words(corpus: Corpus) -> str:
    """As in "1 error left out, and 3 records with it"; empty where nothing is left out."""
    if not corpus.errors:
        return ""
    followers = sum(finding.code == LEFT_OUT_WITH for finding in corpus.findings)
    more = f", and {counted(followers, 'record')} with {'it' if corpus.errors == 1 else 'them'}"
    return f"{counted(corpus.errors, 'error')} left out{more if followers else ''}"


def alert_forms(corpus: Corpus) -> tuple[str, ...]:
    """What a header says of the findings, the longest form first: `3 errors left out`, `3 errors`, `3`.

    Of warnings where there is no error, and nothing of notes, which are for the curator alone. Where a file has been
    broken since it was read, what is shown is not what it says now.
    """
    if corpus.as_before:
        broken = counted(corpus.errors, "error")
        return (
            f"{broken} since it was read, shown as before",
            f"{broken}, shown as before",
            f"{corpus.errors}",
        )
    if corpus.errors:
        return (
            f"{counted(corpus.errors, 'error')} left out",
            counted(corpus.errors, "error"),
            f"{corpus.errors}",
        )
    warnings = sum(it.severity is Severity.WARNING and not it.follows for it in corpus.findings)
    return (counted(warnings, "warning"), f"{warnings}") if warnings else ()


LEFT_OUT_WITH = "X001"
"""The code of what is left out because something else is."""
