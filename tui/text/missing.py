"""What of a table cannot be read now, in few words: the server is lost, or parts of the table are away."""

from collections.abc import Sequence

from model.dates.civil import civil_date
from model.index.table.far_store import far
from model.index.table.of_rows import CodedRows
from model.index.table.store import Away, Store
from tui.text.shown import shown


def missing_forms(tables: Sequence[CodedRows]) -> list[str]:
    """`2014-2019 not reachable (31,204 rows)`: the longest form first; none where all of each table can be read.

    Where there are several tables, it is said of which: `Launches: 2014-2019 not reachable`.
    """
    missing = [(shown(it.title), forms) for it in tables if (forms := _forms(it.store))]
    if len(missing) > 1:
        return [
            "; ".join(f"{title}: {forms[0]}" for title, forms in missing),
            f"{', '.join(title for title, _ in missing)} not all reachable",
            f"of {len(missing)} tables not all reachable",
        ]
    if missing and len(tables) > 1:
        [(title, forms)] = missing
        return [*(f"{title}: {it}" for it in forms[:2]), f"{title} not all reachable", forms[-1]]
    return missing[0][1] if missing else []


def missing_sentence(tables: Sequence[CodedRows]) -> str:
    """The same for what was written or printed without it, with why; "" where all could be read."""
    away = [part.why for it in tables for part in it.store.away()]
    return f"{missing_forms(tables)[0]}, and left out: {'; '.join(dict.fromkeys(away))}" if away else ""


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
