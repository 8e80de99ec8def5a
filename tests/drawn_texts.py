"""Hypothesis strategies for what the corpora of `tests.strategies` are written with: words, days, passages, quotes."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from model.corpus.records import Quote, QuoteField
from model.dates.civil import civil_date, day_number
from model.dates.edtf import parse
from model.quotes.occurrences import occurrences

FIRST_DAY, LAST_DAY = day_number(2025, 4, 25), day_number(2025, 5, 15)
"""Day numbers of the weeks in which nearly all of a drawn corpus takes place, so that its dates meet."""

PIECES = (
    "the visit", "not", "on Wednesday", "May 9", "likely", " ", ". ", "été", "e\u0301te\u0301", "최룡해", "金",
    "\U0001f680", "\U0001f468\u200d\U0001f469", "\u00a0", "\r\n", "\n", "\r", "\t", '"', "'", "\\", '"""', "'''",
    "\ufeff", "\u202e", "\u2028", "\x85", "\x1b[31m", "\x00", "\x7f", "#", "= [[claim]]", "{", "</script>", "\ufb01",
)  # fmt: skip
"""What texts are made of: few words, so that quotes recur, and every character that is easily lost."""

days = st.integers(FIRST_DAY, LAST_DAY)
"""Day numbers inside the drawn corpora's weeks."""

prose = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
)
"""Texts of at least one character, without the marks that keep passages apart."""

plain = st.just("on Wednesday")
"""Nothing but the same words again, for properties in which texts play no part."""


def iso(day: int) -> str:
    """A day number as `YYYY-MM-DD`."""
    year, month, day_of_month = civil_date(day)
    return f"{year:04d}-{month:02d}-{day_of_month:02d}"


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """Dates of every shape of the subset."""
    first = draw(days)
    last = draw(st.integers(first, LAST_DAY))
    start, end = iso(first), iso(last)
    points = [*[start] * 8, start[:7], start[:4], f"{start}?", f"{start[:7]}~", f"{start[:4]}%"]
    extents = [f"{start}/{end}", f"{start}/..", f"../{end}", f"{start}~/{end}", f"{start}/{end}?"]
    windows = [f"[{start}..{end}]", f"[..{end}]", f"[{start}..]"]
    far = ["Y12000", "-0044-03-15", "0000"]
    return draw(st.sampled_from([*points, *extents, *windows, *far]))


def best_days(edtf: str) -> st.SearchStrategy[str | None]:
    """Estimates: a full day inside the bounds; none where the bounds lie outside the years that have written days."""
    date = parse(edtf)
    first = date.earliest if date.earliest is not None else min(FIRST_DAY, date.latest or FIRST_DAY)
    last = date.latest if date.latest is not None else max(LAST_DAY, first)
    if not 1 <= first <= last < day_number(9999, 12, 31):
        return st.none()
    return st.integers(first, last).map(iso)


@dataclass
class DrawnDocument:
    """A text under construction. Each passage follows a mark of its own, so that a prefix can tell it apart."""

    text: str = ""
    marks: list[str] = field(default_factory=list)

    def add(self, passage: str, after: str) -> str:
        mark = f"‹{len(self.marks)}›"
        self.marks.append(mark)
        self.text += mark + passage + after
        return mark


@st.composite
def passages(draw: st.DrawFn, words: st.SearchStrategy[str], document: DrawnDocument) -> tuple[str, str, str]:
    """A passage that was added to the document: its words, a part of it, and its mark."""
    part = draw(words)
    exact = (
        draw(st.sampled_from(["", " ", "the visit "])) + part + draw(st.sampled_from(["", "\r\n", " likely"]))
    )
    mark = document.add(exact, draw(st.sampled_from(["", " ", "\n", "\r\n", " the visit "])))
    return exact, part, mark


@st.composite
def quotes(draw: st.DrawFn, text: str, exact: str, mark: str) -> QuoteField:
    """A selector of the passage after `mark`, with context where it needs it and sometimes where it does not."""
    gloss, by = draw(st.sampled_from([(None, None)] * 5 + [("in \u202eother words", "the desk")]))
    if len(list(occurrences(text, exact))) == 1:
        ways: list[QuoteField] = [exact, exact, Quote(exact=exact), Quote(exact=exact, prefix=mark[-1])]
        way = draw(st.sampled_from(ways))
        return Quote(exact=exact, gloss=gloss, gloss_by=by) if gloss is not None else way
    return Quote(exact=exact, prefix=mark, gloss=gloss, gloss_by=by)
