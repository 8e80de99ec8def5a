"""What makes the date of a cell approximate or uncertain: `c. 1994`, `1994?`, `probably 1994`, 1994년경."""

import re

_DOUBT = re.compile(r"(.*\S) ?(?:\?|\(\?\))")
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|~|약) *(?=\S)", re.IGNORECASE)
_ABOUT_AFTER = re.compile(
    r"(.*[^\s(]) ?(?:\(?approx\.?\)?|(?<=[년월일순초말]) ?(?:경|께|쯤|무렵))", re.IGNORECASE
)
_PERHAPS = re.compile(r"(?:possibly|probably|perhaps|maybe|아마(?:도)?) (?=\S)", re.IGNORECASE)


def without_doubt(text: str) -> tuple[str, bool, bool]:
    """A date without what makes it approximate or uncertain, and whether it is either."""
    perhaps = _PERHAPS.match(text)
    bare = text[perhaps.end() :] if perhaps else text
    before = _ABOUT.match(bare)
    bare = bare[before.end() :] if before else bare
    doubted = _DOUBT.fullmatch(bare)
    bare = doubted[1] if doubted else bare
    after = _ABOUT_AFTER.fullmatch(bare)
    bare = after[1] if after else bare
    return bare, bool(before or after), bool(perhaps or doubted)
