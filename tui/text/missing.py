"""What of a table cannot be read now, in few words: the server is lost, or parts of the table are away."""

from collections.abc import Sequence

from model.dates.civil import civil_date
from model.index.table.far_store import far
from model.index.table.store import Away, Store


def missing_forms(stores: Sequence[Store]) -> list[str]:
    """`2014-2019 not reachable (31,204 rows)`: the longest form first; none where all of each table can be read."""
    missing = [forms for it in stores if (forms := _forms(it))]
    if len(missing) > 1:
        return ["; ".join(forms[0] for forms in missing), f"of {len(missing)} tables not all reachable"]
    return missing[0] if missing else []


def missing_sentence(stores: Sequence[Store]) -> str:
    """The same for what was written or printed without it, with why; "" where all could be read."""
    away = [it for it in stores if it.away()]
    why = "; ".join(dict.fromkeys(part.why for it in away for part in it.away()))
    return f"{missing_forms(away)[0]}, and left out: {why}" if away else ""


def _forms(store: Store) -> list[str]:
    away, table = store.away(), far(store)
    if table is not None and table.lost:
        return [f"{table.name} not reachable, trying again", "not reachable, trying again", "not reachable"]
    if not away:
        return []
    rows = sum(it.last - it.first for it in away)
    counted = f"({rows:,} row{'' if rows == 1 else 's'})"
    whens = ", ".join(map(_years, _joined(away)))
    return [
        f"{whens} not reachable {counted}",
        f"{whens} not reachable",
        f"not reachable {counted}",
        "not reachable",
    ]


def _joined(away: Sequence[Away]) -> list[tuple[int | None, int | None]]:
    """The stretches of days that are away; what follows one another is one, whatever it lies on."""
    found: list[tuple[int | None, int | None, int]] = []
    for it in away:
        if found and found[-1][2] == it.first and (found[-1][0] is None) == (it.since is None):
            found[-1] = (found[-1][0], it.until, it.last)
        else:
            found.append((it.since, it.until, it.last))
    return [(since, until) for since, until, _ in found]


def _years(days: tuple[int | None, int | None]) -> str:
    since, until = days
    if since is None or until is None:
        return "undated rows"
    first, last = civil_date(since)[0], civil_date(until)[0]
    return str(first) if first == last else f"{first}-{last}"
