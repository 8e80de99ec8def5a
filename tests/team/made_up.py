"""Rows that nobody has coded, the same for the same seed: something to find in two languages, in forty years."""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 1953
COLUMNS = ("id", "date", "event", "type", "place", "source", "published", "notes")

_FROM, _DAYS = date(1984, 1, 1), 42 * 365
_PLACES = (
    ("Pyongyang", "평양"), ("Wonsan", "원산"), ("Sinpo", "신포"), ("Kusong", "구성"), ("Rason", "라선"),
    ("Nampo", "남포"), ("Kaesong", "개성"), ("Chongjin", "청진"), ("Hamhung", "함흥"), ("Sariwon", "사리원"),
    ("Kanggye", "강계"),
)  # fmt: skip
_KINDS = (
    ("launch", "Missile launched from {}", "{}에서 미사일 발사", 5),
    ("test", "Engine of a missile tested at {}", "{}에서 미사일 엔진 시험", 2),
    ("exercise", "Naval exercise off {}", "{} 앞바다에서 해상 훈련", 3),
    ("visit", "Delegation arrives in {}", "대표단 {} 도착", 4),
    ("talks", "Working-level talks in {}", "{}에서 실무 회담", 3),
    ("aid", "Shipment of grain reaches {}", "식량 지원 {} 도착", 2),
    ("trade", "Market in {} opens again", "{} 시장 다시 문 열어", 4),
    ("statement", "Statement read out in {}", "{}에서 성명 발표", 5),
)
"""Kinds of events: what they are called in English and in Korean, and how often they come."""
_NOTES = (
    "First of its kind this year",
    "Reported by one agency",
    "Seen on satellite images",
    "올해 처음",
    "당국 확인",
    "",
)


def made_up_rows(count: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """`count` rows, every third in Korean, in no order of time."""
    chance = random.Random(seed)
    weights = [it[3] for it in _KINDS]
    for number in range(1, count + 1):
        korean = chance.random() < 1 / 3
        ((kind, *titles, _),) = chance.choices(_KINDS, weights)
        place = chance.choice(_PLACES)
        day = _FROM + timedelta(days=int(_DAYS * chance.random() ** 0.6))
        published = day + timedelta(days=int(chance.expovariate(0.2)))
        exact = chance.random()
        written = f"{day}" if exact < 0.85 else f"{day:%Y-%m}" if exact < 0.96 else f"{day:%Y}"
        agency = f"{'통신' if korean else 'Agency'} {int(40 * chance.random() ** 2) + 1}"
        yield (
            *(f"MU-{number}", written, titles[korean].format(place[korean]), kind, place[korean], agency),
            *(f"{published}", chance.choice(_NOTES)),
        )


def write_made_up(path: Path, count: int) -> Path:
    """A CSV file of `count` rows under a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        rows.writerows(made_up_rows(count))
    return path
