"""Event files of GDELT, 1.0 and 2.0: tabs, no quotes, and no header, so that columns are known by their place.

The columns are those of the codebooks: 57 in the files up to March 2013, 58 with SOURCEURL in the daily ones, and 61
with a second administrative division for each place in those of GDELT 2.0.
"""

import csv
from collections.abc import Iterator

from model.exchange.tables.columns import names_of
from model.exchange.tables.sheet import SheetRow, UnreadableTable
from model.exchange.tables.streams.csv_records import records
from model.exchange.tables.streams.stream import RowTally, Stream, StreamRow, aligned
from model.exchange.tables.streams.text_file import TextFile

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles "
    "AvgTone"
)
_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"


def _columns(second_division: bool) -> tuple[str, ...]:
    places = [it for it in _PLACE.split() if second_division or it != "ADM2Code"]
    return (
        *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
        *(f"Actor{number}{it}" for number in (1, 2) for it in _ACTOR.split()),
        *_EVENT.split(),
        *(f"{where}Geo_{it}" for where in ("Actor1", "Actor2", "Action") for it in places),
        "DATEADDED",
        "SOURCEURL",
    )


_V1, _V2 = _columns(False), _columns(True)
BY_WIDTH = {len(it): it for it in (_V1[:-1], _V1, _V2)}
"""The columns, by how many there are."""

FIRST = "GLOBALEVENTID"
"""The header of the first column, where there are headers."""


def is_gdelt(line: str) -> bool:
    """Whether a line is one of such a file: as many cells as it has, the first two being a number and a day."""
    cells = line.rstrip("\r\n").split("\t")
    return (
        len(cells) in BY_WIDTH
        and cells[0].isdecimal()
        and cells[1].isdecimal()
        and len(cells[1]) in (4, 6, 8)
        and cells[3].isdecimal()
    )


def gdelt(file: TextFile) -> Stream:
    """The rows of such a file, with a header or without. Raises `UnreadableTable` where its columns are not GDELT's."""
    first = next(records(file.batches(RowTally()), "\t", csv.QUOTE_NONE), None)
    if first is None:
        raise UnreadableTable("it is empty")
    cells = first[1]
    header = bool(cells) and cells[0].strip().upper() == FIRST
    names = names_of(SheetRow(1, tuple(cells))) if header else BY_WIDTH.get(len(cells))
    if names is None:
        widths = ", ".join(map(str, sorted(BY_WIDTH)))
        raise UnreadableTable(
            f"its first line has {len(cells)} cells, and event files of GDELT have {widths}"
        )

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each line but one with names; of one that cannot be split, its beginning and why."""
        for number, row, raw, why in records(file.batches(tally), "\t", csv.QUOTE_NONE):
            if number == 1 and header:
                continue
            if why:
                yield StreamRow(number, (), f"{raw[:2_000]} ...", why)
            else:
                yield aligned(number, tuple(row), len(names), raw, tally)

    said = (
        *file.said,
        "columns known by their header" if header else f"no header; {len(names)} columns of GDELT",
    )
    return Stream(file.source, "gdelt", names, rows, said, int(header), names=names)


ROOTS = {
    "01": "make a public statement", "02": "appeal", "03": "express intent to cooperate", "04": "consult",
    "05": "engage in diplomatic cooperation", "06": "engage in material cooperation", "07": "provide aid",
    "08": "yield", "09": "investigate", "10": "demand", "11": "disapprove", "12": "reject", "13": "threaten",
    "14": "protest", "15": "exhibit force posture", "16": "reduce relations", "17": "coerce", "18": "assault",
    "19": "fight", "20": "use unconventional mass violence",
}  # fmt: skip
"""What the root codes of CAMEO stand for (Conflict and Mediation Event Observations, codebook 1.1b3)."""
