"""Whether the fields of a date are dates at all: the checks that follow from dates pass over those that are not."""

from model.corpus.records import Dated
from model.dates.edtf import EdtfError, parse


def is_read(date: Dated | None) -> bool:
    """Whether a date can be read; `model.corpus.check_dates` says of one that cannot."""
    try:
        for text in (date.edtf, date.best) if date is not None else ():
            if text is not None:
                parse(text)
    except EdtfError:
        return False
    return True
