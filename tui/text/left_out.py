"""In how few words it is said that a corpus opens without some of its records."""

from model.corpus.corpus import Corpus
from tui.text.phrases import counted


def left_out_words(corpus: Corpus) -> str:
    """As in "1 error left out, and 3 records with it"; empty where nothing is left out."""
    if not corpus.errors:
        return ""
    followers = sum(finding.code == LEFT_OUT_WITH for finding in corpus.findings)
    more = f", and {counted(followers, 'record')} with {'it' if corpus.errors == 1 else 'them'}"
    return f"{counted(corpus.errors, 'error')} left out{more if followers else ''}"


LEFT_OUT_WITH = "X001"
"""The code of what is left out because something else is."""
