"""What a document is called over its text: its publisher, and when it was published."""

from model.asof.known import PRINTED_LATER
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from tui.text.phrases import Phrases


def source_names(source: str, phrases: Phrases) -> tuple[str, ...]:
    """In ever fewer words: `Korea Daily, published 5-7 May 2025`, `Korea Daily, 5-7 May 2025`, `Korea Daily`.

    What tells it from other documents of its publisher stays, but in the last.
    """
    record = phrases.corpus.sources[source]
    name, short = phrases.name(record.publisher), phrases.short_name(record.publisher)
    beside = phrases.beside(source)
    when = [""]
    if source in phrases.corpus.printed_later:
        when = [PRINTED_LATER]
    elif record.published.edtf is not None:
        dates = bounds_form(parse(record.published.edtf))
        when = [f"published {dates}", dates]
    after = [", ".join(filter(None, (words, beside if beside not in words else ""))) for words in when]
    names = [", ".join(filter(None, (name, words))) for words in after]
    # That most of it cannot be read yet says more than whose it is.
    last = PRINTED_LATER if source in phrases.corpus.printed_later else short
    return *names, ", ".join(filter(None, (short, after[-1]))), last
