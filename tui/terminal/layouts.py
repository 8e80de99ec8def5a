"""Keys of layouts that have no Latin letters: the Latin key at the same place (US, ANSI).

Two that are common where this program is used: Hangul in two sets (KS X 5002) and Russian, with the letters that
Ukrainian and Belarusian have in place of some. Also full-width forms, which input methods of East Asia type.
"""

import unicodedata

_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№"
_THERE = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>#"
_NEIGHBOURS = {
    "і": "s",
    "І": "S",
    "ї": "]",
    "Ї": "}",
    "є": "'",
    "Є": '"',
    "ґ": "`",
    "Ґ": "~",
    "ў": "o",
    "Ў": "O",
}

_LETTERS = (
    "ㄱr ㄲR ㄴs ㄷe ㄸE ㄹf ㅁa ㅂq ㅃQ ㅅt ㅆT ㅇd ㅈw ㅉW ㅊc ㅋz ㅌx ㅍv ㅎg "
    "ㅏk ㅐo ㅑi ㅒO ㅓj ㅔp ㅕu ㅖP ㅗh ㅛy ㅜn ㅠb ㅡm ㅣl "
    "ㅘhk ㅙho ㅚhl ㅝnj ㅞnp ㅟnl ㅢml ㄳrt ㄵsw ㄶsg ㄺfr ㄻfa ㄼfq ㄽft ㄾfx ㄿfv ㅀfg ㅄqt"
)

_KEYS: dict[str, str] = {
    **dict(zip(_RUSSIAN, _THERE, strict=True)),
    **_NEIGHBOURS,
    **{pair[0]: pair[1:] for pair in _LETTERS.split()},
}


def latin_keys(character: str) -> str:
    """The characters that the keys pressed for one would type in a Latin layout; empty where that is not known.

    A Hangul syllable takes several: `하` is `g` and `k`.
    """
    if character.isascii():
        return ""
    if character in _KEYS:
        return _KEYS[character]
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) == 1 and folded.isascii() and unicodedata.east_asian_width(character) == "F":
        return folded
    letters = [_letter(part) for part in unicodedata.normalize("NFD", character)]
    return "".join(_KEYS[letter] for letter in letters) if all(it in _KEYS for it in letters) else ""


def is_of_another_script(character: str) -> bool:
    """Whether it is a letter that no Latin layout has a key for."""
    return character.isalpha() and not unicodedata.name(character, "LATIN").startswith("LATIN")


def _letter(part: str) -> str:
    """The letter by itself (Hangul compatibility jamo) for a part of a syllable."""
    kind, _, name = unicodedata.name(part, "").removeprefix("HANGUL ").partition(" ")
    if kind not in ("CHOSEONG", "JUNGSEONG", "JONGSEONG"):
        return part
    try:
        return unicodedata.lookup(f"HANGUL LETTER {name}")
    except KeyError:
        return part
