"""The table of codes: every kind of finding there is. A finding has its severity from here, and from nowhere else."""

from model.corpus.codes.amounts import OF_AMOUNTS
from model.corpus.codes.checking import OF_CHECKING
from model.corpus.codes.code import Code, Severity
from model.corpus.codes.dates import OF_DATES
from model.corpus.codes.folders import OF_FILES
from model.corpus.codes.left_out import OF_WHAT_IS_LEFT_OUT
from model.corpus.codes.lists import OF_LISTS
from model.corpus.codes.looks import OF_LOOKS
from model.corpus.codes.meaning import OF_MEANING
from model.corpus.codes.questions import OF_QUESTIONS
from model.corpus.codes.quotes import OF_QUOTES
from model.corpus.codes.references import OF_REFERENCES
from model.corpus.codes.shapes import OF_SHAPES
from model.corpus.codes.times import OF_TIMES
from model.corpus.codes.values import OF_VALUES

SUBJECTS: dict[str, tuple[str, tuple[Code, ...]]] = {
    "F": ("files and folders", OF_FILES),
    "S": ("the shape of records", OF_SHAPES),
    "Q": ("quotes", OF_QUOTES),
    "D": ("dates", OF_DATES),
    "A": ("figures", OF_AMOUNTS),
    "R": ("ids, and where they lead", OF_REFERENCES),
    "M": ("what records say together", OF_MEANING),
    "T": ("the order of times", OF_TIMES),
    "V": ("what a source says of itself", OF_VALUES),
    "N": ("questions, and searches that found nothing", OF_QUESTIONS),
    "P": ("lists as printed", OF_LISTS),
    "L": ("how texts look where they are shown", OF_LOOKS),
    "C": ("what corpus.toml asks of the checks", OF_CHECKING),
    "X": ("what is left out with something else", OF_WHAT_IS_LEFT_OUT),
}
"""What the first letter of a code says, with the codes that have it."""

CODES: dict[str, Code] = {code.id: code for _, codes in SUBJECTS.values() for code in codes}
"""Each code by its id."""

__all__ = ["CODES", "SUBJECTS", "Code", "Severity"]
