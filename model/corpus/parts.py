"""What records are made of: texts and ids, quotes, dates, the links of a chain of attribution."""

from typing import Annotated

import msgspec

from model.corpus.vocabulary import Basis, OnRecord

FORMAT_VERSION = 3
"""The version of the corpus format that this program writes; it reads all from 1 on."""

KNOWN_FORMATS = range(1, FORMAT_VERSION + 1)
"""The versions that this program reads. A later one has all that an earlier one has."""

# Ids are most of what is looked at when a large corpus is opened: nothing of one is ever tried a second time.
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]++(?:-[a-z0-9]++)*+\Z", max_length=80)]
"""An id or an open vocabulary word: lower-case ASCII letters, digits and single hyphens."""

Text = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that has to say something."""


Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""A SHA-256 as 64 hexadecimal digits."""


DATED = ("claim", "statement", "source")
"""The kinds of records that a date may be taken from; they share one space of ids."""


def about(words: str, since: int = 1, names: tuple[str, ...] = ()) -> msgspec.Meta:
    """What a field is, in a few words, and `since` which format there is one: the one place that says it.

    `names` are the kinds of records of which it holds ids. `model.corpus.fields` reads it.
    """
    return msgspec.Meta(description=words, extra={"since": since, "names": names})


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, and strict about the names of fields."""


class Quote(Record, frozen=True, kw_only=True):
    """A W3C Web Annotation TextQuoteSelector. `prefix` and `suffix` only where `exact` occurs more than once.

    `gloss` is a translation of `exact`, and no part of what is quoted.
    """

    prefix: Annotated[str, about("what stands right before, where the words occur more than once")] = ""
    exact: Annotated[Text, about("the words, verbatim")]
    suffix: Annotated[str, about("what stands right after, where the words occur more than once")] = ""
    gloss: Annotated[
        Text | None, about("a translation for the reader: no evidence, and never searched", since=2)
    ] = None
    gloss_by: Annotated[Text | None, about("who, or what, translated it", since=2)] = None


QuoteField = str | Quote
"""In a file a quote is its text alone, or a table with `prefix`, `suffix` or a gloss."""


class Dated(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A date and how it is known. `edtf` is in the subset of `model.dates.edtf`; None where no date is known.

    `words` is the source's own wording, verbatim in the record's quote or, where they stand apart, in `quote`. `best`
    is the curator's estimate, a full day inside the bounds of `edtf`. `from_` names the record that an inherited date
    is taken from.
    """

    edtf: Annotated[str | None, about("the date, in EDTF")] = None
    words: Annotated[str | None, about("the source's own wording, verbatim")] = None
    basis: Annotated[Basis, about("how the date is known")]
    reasoning: Annotated[str | None, about("how it was arrived at")] = None
    best: Annotated[str | None, about("the curator's estimate, a full day")] = None
    from_: Annotated[Slug | None, about("the record that an inherited date is taken from", names=DATED)] = (
        None
    )
    quote: Annotated[
        QuoteField | None, about("where the words stand, if not in the record's own quote", since=2)
    ] = None


class Original(Record, frozen=True, kw_only=True):
    """What was obtained, before its text was taken out of it: a file within the corpus's folder, and its digest."""

    file: Annotated[Text, about("where it is kept, within the corpus")]
    sha256: Annotated[Digest | None, about("of its bytes")] = None


_says = about
# In the class below this is also the name of a field.


class Amount(Record, frozen=True, kw_only=True):
    """A figure that a claim gives: `value`, or what it lies between (`min`, `max`), as `words` have it."""

    what: Annotated[Slug, _says("what is counted or measured, an open word")]
    value: Annotated[int | float | None, _says("the number")] = None
    min: Annotated[int | float | None, _says("the least, where it is a range")] = None
    max: Annotated[int | float | None, _says("the most, where it is a range")] = None
    unit: Annotated[Text | None, _says("of what it is measured in")] = None
    about: Annotated[bool, _says("whether the source says about, some, or more than")] = False
    words: Annotated[Text, _says("the source's own words for it, verbatim in the quote")]


class RowLink(Record, frozen=True, kw_only=True):
    """A row of a table of coded rows that an event is linked to: see `model.index.table.row_names`."""

    table: Annotated[Text, _says("the title of the table")]
    row: Annotated[Text, _says("its key in the table; else its file and line there, as its card says them")]


class Hop(Record, frozen=True, kw_only=True):
    """One link of a chain of attribution: the entity `who`, its verb as printed (`how`), and on what footing."""

    who: Annotated[Slug, about("an entity", names=("entity",))]
    how: Annotated[str | None, about("its verb as printed")] = None
    quote: Annotated[
        QuoteField | None, about("where it is named, if not in the statement's own quote", since=2)
    ] = None
    record: Annotated[OnRecord, about("on what footing it speaks")]

    @property
    def was_told(self) -> bool:
        """Whether it is one whom the hop before told, for all that is printed: it neither says it nor is credited."""
        return self.how is None and self.quote is None
