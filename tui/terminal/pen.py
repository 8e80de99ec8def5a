"""The terminal's pen: ECMA-48 SGR attributes and colours, and the shortest way from one pen to another."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "53": "55",
}
"""For each attribute that Rich sets, the code that takes it away. Bold and dim, 1 and 2, share one."""

_SEEN_ON_SPACE = frozenset({"4", "7", "9", "21", "53"})
"""Attributes that a space shows: underline, reverse, strike, double underline, overline."""

_FOREGROUND = re.compile("3[0-79]|9[0-7]")
_BACKGROUND = re.compile("4[0-79]|10[0-7]")


@dataclass(frozen=True, eq=False)
class Pen:
    """What text is written with: SGR codes of attributes, and the codes of both colours (39 and 49 are defaults).

    There are few pens and many cells: equal pens are one object, and compared as such. All come of `PLAIN`, by `after`.
    """

    attributes: frozenset[str] = frozenset()
    foreground: str = "39"
    background: str = "49"

    @cached_property
    def on_space(self) -> "Pen":
        """The pen without what cannot be seen on a space: left are its ground and the lines through it."""
        visible = self.attributes & _SEEN_ON_SPACE
        return _pen(visible, self.foreground if visible else "39", self.background)

    def shows_as(self, wanted: "Pen", cluster: str) -> bool:
        """Whether a cluster written with this pen looks as if it were written with the wanted one."""
        return self is wanted or (cluster == " " and self.on_space is wanted.on_space)

    @lru_cache(maxsize=4096)  # noqa: B019 - pens live as long as the program
    def after(self, sgr: str) -> "Pen":
        """The pen after one SGR sequence, given as its parameters: `1;38;5;253`. Unknown codes change nothing."""
        attributes, foreground, background = set(self.attributes), self.foreground, self.background
        codes = sgr.split(";")
        at = 0
        while at < len(codes):
            code, length = codes[at] or "0", 1
            if code == "0":
                attributes, foreground, background = set(), "39", "49"
            elif code in ("38", "48"):
                length = 5 if codes[at + 1 : at + 2] == ["2"] else 3
                colour = ";".join(codes[at : at + length])
                foreground, background = (colour, background) if code == "38" else (foreground, colour)
            elif code in _OFF:
                attributes.add(code)
            elif code in _OFF.values():
                attributes -= {on for on, off in _OFF.items() if off == code}
            elif _FOREGROUND.fullmatch(code):
                foreground = code
            elif _BACKGROUND.fullmatch(code):
                background = code
            at += length
        return _pen(frozenset(attributes), foreground, background)

    @lru_cache(maxsize=4096)  # noqa: B019 - pens live as long as the program
    def change_to(self, wanted: "Pen") -> str:
        """The shortest sequence that makes this pen the wanted one; empty where it is."""
        if self is wanted:
            return ""
        changed = ";".join(self._codes_to(wanted))
        afresh = ";".join(["0", *PLAIN._codes_to(wanted)]) if wanted is not PLAIN else ""
        return f"\x1b[{min(afresh, changed, key=len)}m"

    def _codes_to(self, wanted: "Pen") -> list[str]:
        off = {_OFF[code] for code in self.attributes - wanted.attributes}
        kept = {code for code in self.attributes if _OFF[code] not in off}
        codes = [*sorted(off), *sorted(wanted.attributes - kept)]
        if wanted.foreground != self.foreground:
            codes.append(wanted.foreground)
        if wanted.background != self.background:
            codes.append(wanted.background)
        return codes


@cache
def _pen(attributes: frozenset[str], foreground: str, background: str) -> Pen:
    return Pen(attributes, foreground, background)


PLAIN = _pen(frozenset(), "39", "49")
"""The pen after a reset."""
