"""A date in the ways in which it is mostly written out: what need not be read to be known."""

from model.dates.edtf import Edtf, Precision, Shape
from model.dates.wording import MONTHS


def is_written_so(date: Edtf, words: str) -> bool:
    """Whether words are a day or a month written out in English or Korean, and are this date."""
    part = date.start
    if date.shape is not Shape.POINT or part is None or part.month is None:
        return False
    year, month, name = part.year, part.month, MONTHS[part.month - 1]
    if date.precision is Precision.MONTH:
        return words in (f"{name} {year}", f"{year}년 {month}월")
    day = part.day
    return words in (
        f"{name} {day}",
        f"{month}월 {day}일",
        f"{day} {name}",
        f"{name} {day}, {year}",
        f"{year}년 {month}월 {day}일",
        f"{day} {name} {year}",
    )
