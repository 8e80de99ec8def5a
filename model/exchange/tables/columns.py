"""What the columns of a table mean: as somebody has written it, or guessed from headers and cells."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from model.dates.column import DayOrder, date_of, order_of
from model.exchange.tables.sheet import Sheet, SheetRow

MEANINGS: dict[str, str] = {
    "title": "what happened; several columns are joined by commas",
    "date": "when, or from when",
    "end": "till when, where it lasts",
    "year": "when, in columns of their own",
    "month": "the month of that year",
    "day": "the day of that month",
    "type": "what kind of event it is",
    "place": "where; taken where it is the name of an entity of the corpus",
    "id": "what others call the row",
}
"""What a column can mean where drafts are made of rows, each in a few words."""

CODED_MEANINGS: dict[str, str] = {
    **MEANINGS,
    "date": "when, or from when; of several columns the first that is not empty",
    "end-year": "till when, in columns of their own",
    "end-month": "the month of that year",
    "end-day": "the day of that month",
    "precision": "how fine the date is, in the codes of ACLED or UCDP",
    "known": "since when whoever made the table had the row: publication, entry, last change",
    "who": "who took part",
    "place": "where",
    "source": "who reported it",
    "note": "what else there is to say",
    "address": "where it can be read, as a URL",
}
"""What a column can mean in a table of coded rows."""

SEVERAL = frozenset({"title"})
"""The meanings that several columns may have together."""

CODED_SEVERAL = SEVERAL | {"date", "end", "precision", "known", "who", "place", "source", "note", "address"}
"""The same, in a table of coded rows."""

_HEADERS: dict[str, str] = {
    "title": "title event name headline summary subject what event_title text_headline 제목 사건 행사 내용",
    "date": "date datum fecha when start begin from day_of_event event_date start_date date_start begin_date "
    "date_of_event 날짜 일자 일시 시작 시작일 발생일",
    "end": "end until till to end_date date_end finish finish_date 종료 종료일 끝",
    "year": "year yyyy yr start_year start_date_year 연도 년도 년",
    "month": "month mm mon start_month start_date_month 월",
    "day": "day dd start_day start_date_day 일",
    "end-year": "end_year end_date_year",
    "end-month": "end_month end_date_month",
    "end-day": "end_day end_date_day",
    "type": "type kind category event_type class 유형 종류 분류",
    "place": "place location where city site facility venue 장소 위치 지역",
    "id": "id event_id key identifier code 번호",
    "known": "known timestamp date_added dateadded added added_on created created_at date_created updated updated_at "
    "last_updated last_modified modified modified_at date_modified published published_at publication_date "
    "date_published pub_date pubdate entered entry_date 등록일 게시일 작성일 보도일 수정일",
    "who": "who actor actors actor1 actor_1 person people participants participant attendees perpetrator group side_a "
    "인물 참석자 주체 행위자",
    "source": "source sources reported_by reporter outlet publisher newspaper news_source 출처 매체 언론사",
    "note": "note notes description text comment comments details remarks abstract text_text 비고 설명 메모",
    "address": "url link address href source_url sourceurl web uri 주소 링크",
}
"""The headers that say a meaning, folded as `_folded` does."""

_UNKNOWN = frozenset({"", "-", "--", "?", "n/a", "na", "none", "null", "unknown", "tbd", "미상", "불명"})
"""What stands in a cell of which nothing is known."""

_OF_WORD = {word: meaning for meaning, words in _HEADERS.items() for word in words.split()}
_FEW, _MOST_LOOKED_AT, _FIRST_ROWS = 3, 2_000, 20
_MOST_OF = 0.6


@dataclass(frozen=True, slots=True)
class Columns:
    """What a sheet's columns mean: of each meaning the columns that have it, from 0; and the order of day and month.

    `header` is the number of the row that has the headers, `names` are these, each told apart from the others.
    """

    sheet: str
    header: int
    names: tuple[str, ...]
    of: tuple[tuple[str, tuple[int, ...]], ...] = ()
    order: DayOrder | None = None

    def column(self, meaning: str) -> int | None:
        """The column that has a meaning; None where none has."""
        return next((columns[0] for name, columns in self.of if name == meaning and columns), None)

    def columns(self, meaning: str) -> tuple[int, ...]:
        """The columns that have a meaning."""
        return next((columns for name, columns in self.of if name == meaning), ())

    @property
    def unused(self) -> tuple[str, ...]:
        """The names of the columns that have none."""
        used = {column for _, columns in self.of for column in columns}
        return tuple(name for number, name in enumerate(self.names) if number not in used)


def header_of(sheet: Sheet) -> SheetRow | None:
    """The row of headers: the first with several cells, or the first that is not empty; None where all are."""
    first = [row for row in islice(sheet.rows, _FIRST_ROWS) if not row.empty]
    if not first:
        return next((row for row in sheet.rows if not row.empty), None)
    return next((row for row in first if sum(map(bool, row.cells)) > 1), first[0])


def is_known_header(words: str) -> bool:
    """Whether a header says by itself what its column means."""
    return _folded(words) in _OF_WORD


def names_of(header: SheetRow) -> tuple[str, ...]:
    """The names of columns, each another: their headers in one line; where these are equal, with their numbers.

    Of `date,,date` they are `date (#1)`, `#2` and `date (#3)`.
    """
    words = [" ".join(cell.split()) for cell in header.cells]
    counted = Counter(words)
    return tuple(_told_apart(word, number, counted[word]) for number, word in enumerate(words, 1))


def _told_apart(word: str, number: int, count: int) -> str:
    """A header with the number of its column where it is not alone, or has a number that is that of another."""
    if not word or re.fullmatch("#[0-9]+", word):
        return f"#{number}"
    numbered = re.search(r"\(#([0-9]+)\)$", word)
    if count == 1 and (numbered is None or numbered[1] == str(number)):
        return word
    return f"{word} (#{number})"


def cell(row: SheetRow, column: int | None) -> str:
    """What stands in a column of a row, in one line; nothing where the row ends before it, or for no column."""
    return " ".join(row.cells[column].split()) if column is not None and column < len(row.cells) else ""


def known(text: str) -> str:
    """The text of a cell; empty where it says that nothing is known."""
    return "" if text.casefold() in _UNKNOWN else text


def guessed(sheet: Sheet, header: SheetRow, meanings: Collection[str] = MEANINGS) -> Columns:
    """What the columns mean, of `meanings`, by their headers; where none says when or what, by their cells."""
    columns = Columns(sheet.name, header.number, names_of(header))
    below = [row for row in sheet.rows if row.number > header.number and not row.empty]
    rows = below[:_MOST_LOOKED_AT]
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(header.cells):
        meaning = _OF_WORD.get(_folded(words))
        if meaning is not None and meaning in meanings and meaning not in found:
            found[meaning] = (number,)
    if "date" in found:
        found = {name: it for name, it in found.items() if name not in ("year", "month", "day")}
    elif "year" not in found and (dated := _dated(rows, len(header.cells))) is not None:
        found["date"] = (dated,)
    if "year" not in found:
        found = {name: it for name, it in found.items() if name not in ("month", "day")}
    if "title" not in found and (named := _named(rows, header, found)) is not None:
        found["title"] = (named,)
    if "end-year" not in found or "end" in found:
        found = {name: it for name, it in found.items() if not name.startswith("end-")}
    columns = replace(columns, of=tuple((name, found[name]) for name in meanings if name in found))
    return replace(columns, order=order_in(columns, below))


def order_in(columns: Columns, rows: Sequence[SheetRow]) -> DayOrder | None:
    """The order of day and month in the columns of dates, all of them together."""
    dated = [column for name in ("date", "end") if (column := columns.column(name)) is not None]
    return order_of(cell(row, column) for column in dated for row in rows)


def _dated(rows: Sequence[SheetRow], width: int) -> int | None:
    """The first column of which most cells are dates, and not only numbers."""
    for column in range(width):
        cells = [it for it in _cells(rows, column) if not it.isdigit()]
        order = order_of(cells)
        if len(cells) >= _FEW and sum(_is_date(it, order) for it in cells) > _MOST_OF * len(cells):
            return column
    return None


def _is_date(text: str, order: DayOrder | None) -> bool:
    return date_of(text, order or DayOrder.DAY_FIRST).edtf is not None


def _named(rows: Sequence[SheetRow], header: SheetRow, found: dict[str, tuple[int, ...]]) -> int | None:
    """The first column of no other meaning in which most rows have words, and not numbers with a unit."""
    used = {column for columns in found.values() for column in columns}
    for number in range(len(header.cells)):
        if number not in used:
            letters = [5 * sum(map(str.isalpha, it)) >= 2 * len(it) for it in _cells(rows, number)]
            if sum(letters) > _MOST_OF * len(rows):
                return number
    return None


def _cells(rows: Sequence[SheetRow], column: int) -> Iterator[str]:
    return (text for row in rows if (text := known(cell(row, column))))


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "_", words.casefold()).strip("_")
