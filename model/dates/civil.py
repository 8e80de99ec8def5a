"""Days of the proleptic Gregorian calendar as integers, for any astronomical year.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`; year 0 is 1 BC. The method is Howard Hinnant's
`days_from_civil`: eras of 400 years, and years that begin in March so that the leap day comes last.
"""

_DAYS_PER_ERA = 146_097
_DAYS_BEFORE_DAY_ONE = 306
"""Days from 0000-03-01, where the eras begin, to 0001-01-01."""

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """The number of days, 28 to 31, of a month. ValueError unless `month` is 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}; months are 1 to 12.")
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The day of a date, `datetime.date.toordinal` without its bounds. ValueError if there is none."""
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        raise ValueError(f"There is no day {day} in month {month} of year {year}; it has {length} days.")
    march_year = year if month > 2 else year - 1
    era, year_of_era = divmod(march_year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _DAYS_BEFORE_DAY_ONE + 1


def civil_date(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number: the inverse of `day_number`."""
    era, day_of_era = divmod(day + _DAYS_BEFORE_DAY_ONE - 1, _DAYS_PER_ERA)
    leap_days = day_of_era // 1460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leap_days) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    day_of_month = day_of_year - (153 * march_month + 2) // 5 + 1
    month = march_month + 3 if march_month < 10 else march_month - 9
    year = era * 400 + year_of_era + (1 if month <= 2 else 0)
    return year, month, day_of_month


def iso_day(day: int) -> str:
    """A day number as a full day of EDTF: `2025-05-09`."""
    year, month, day_of_month = civil_date(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


def weekday(day: int) -> int:
    """The day of the week of a day number: 0 for Monday to 6 for Sunday."""
    return (day - 1) % 7
