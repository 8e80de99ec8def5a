"""Figures in words: the same on cards, in `print`, in briefs and tables."""

from collections.abc import Callable, Sequence

from model.corpus.records import Amount


def amount_words(amount: Amount, safe: Callable[[str], str]) -> str:
    """`about 10,000 to 12,000 tons`: the figure without what it counts. `safe` makes outside text fit to be shown."""
    about = "about " if amount.about else ""
    unit = f" {safe(amount.unit)}" if amount.unit else ""
    return f"{about}{_figure(amount)}{unit}"


def amounts_words(amounts: Sequence[Amount], safe: Callable[[str], str]) -> str:
    """`troops: about 10,000; killed: 100`: all figures of a claim; empty where it gives none."""
    return "; ".join(f"{counted_thing(it)}: {amount_words(it, safe)}" for it in amounts)


def counted_thing(amount: Amount) -> str:
    """What an amount counts, as people write it: `north korean troops`."""
    return amount.what.replace("-", " ")


def _figure(amount: Amount) -> str:
    if amount.value is not None:
        return f"{amount.value:,}"
    if amount.min is None:
        return f"at most {amount.max:,}"
    return f"{amount.min:,} to {amount.max:,}" if amount.max is not None else f"at least {amount.min:,}"
