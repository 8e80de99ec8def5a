"""The numbers that words give, in digits or in English or Korean numerals, as far as they can be read for certain.

Who asks compares a number with the words that it was taken from. So what can be read in two ways gives both numbers,
and words that give a number only roughly ("dozens", "several thousand", "수천") give none at all.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LETTERS = re.compile(r"[^\W\d_]+")

_ROUGH = re.compile(
    r"\b(?:dozens|scores?|hundreds|thousands|millions|billions|trillions|several|few|couple|half|some hundred)\b"
    r"|[수몇][ ]?[십백천만억조]|여러",
    re.IGNORECASE,
)

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_ONES)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ALIKE = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_TIMES = _LARGE | {"hundred": 100, "dozen": 12}

_KOREAN_ONES = {sign: number for number, sign in enumerate("영일이삼사오육칠팔구")}
_KOREAN_TENS = {"십": 10, "백": 100, "천": 1000}
_KOREAN_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
_PART = r"(?:\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구])?[ ]?[십백천만억조]"
_KOREAN = re.compile(rf"(?<![가-힣\d.,])(?:{_PART}[ ]?)+(?:\d[\d,]*|[일이삼사오육칠팔구](?![가-힣]))?")
_COUNTED = frozenset("여명개대발톤원척기회번년월일차건달킬미정구채살세가인 퍼")
"""What may follow a numeral in Hangul: what it counts. Before all else, it may be no numeral."""

_TOKENS = re.compile(r"\d[\d,]*(?:\.\d+)?|[가-힣]")


def numbers_in(words: str) -> frozenset[Decimal] | None:
    """The numbers that `words` can mean; None where they give none, or none for certain."""
    text = unicodedata.normalize("NFKC", words)
    if _ROUGH.search(text):
        return None
    found = frozenset((*_in_digits(text), *_in_english(text), *_in_korean(text)))
    return found or None


def _in_digits(text: str) -> Iterator[Decimal]:
    for match in _DIGITS.finditer(text):
        bare = re.sub(r"[,\u00a0\u202f ]", "", match[0])
        numbers = {Decimal(bare.replace(".", ""))} if bare.count(".") > 1 else {Decimal(bare)}
        if re.fullmatch(r"\d{1,3}\.\d{3}", match[0]):
            # In most of Europe a point stands between thousands.
            numbers.add(Decimal(bare.replace(".", "")))
        if " " in match[0]:
            numbers |= {Decimal(part.replace(",", "")) for part in match[0].split()}
        following = _LETTERS.match(text[match.end() :].lstrip(" -"))
        word = following[0].casefold() if following is not None else ""
        times = _TIMES.get(word) or _ALIKE.get(word)
        if word not in _TIMES:
            yield from numbers
        if times is not None:
            yield from (number * times for number in numbers)


def _in_english(text: str) -> Iterator[Decimal]:
    """Each run of number words: `two hundred and fifty thousand`."""
    run: list[str] = []
    # A digit, or a mark that ends a part of a sentence, stands between two numbers.
    for word in (*re.findall(r"[a-z]+|[\d.,;]", text.casefold()), ""):
        if word in _SMALL or word in _TIMES or (word in {"a", "an", "and"} and (run or word != "and")):
            run.append(word)
            continue
        yield from _said(run)
        run = []


def _said(run: list[str]) -> Iterator[Decimal]:
    if not any(word in _SMALL or word in _TIMES for word in run):
        return
    if run[0] in _TIMES:
        # After digits, or after something unread: "10 thousand", "umpteen thousand".
        return
    total = part = 0
    for word in run:
        if word in _LARGE:
            total, part = total + max(part, 1) * _LARGE[word], 0
        elif word in _TIMES:
            part = max(part, 1) * _TIMES[word]
        else:
            part += _SMALL.get(word, 0)
    yield Decimal(total + part)


def _in_korean(text: str) -> Iterator[Decimal]:
    for match in _KOREAN.finditer(text):
        after = text[match.end() : match.end() + 1]
        if after and after not in _COUNTED and not match[0].endswith(" ") and "가" <= after <= "힣":
            continue
        total = section = number = Decimal(0)
        for token in _TOKENS.findall(match[0]):
            if token in _KOREAN_LARGE:
                total += (section + number or 1) * _KOREAN_LARGE[token]
                section = number = Decimal(0)
            elif token in _KOREAN_TENS:
                section, number = section + (number or 1) * _KOREAN_TENS[token], Decimal(0)
            else:
                ones = _KOREAN_ONES.get(token)
                number = Decimal(ones) if ones is not None else Decimal(token.replace(",", ""))
        yield total + section + number
