"""Whether a sentence looks ahead or back at the place of a date: only a help to choose between two days."""

import re
from functools import lru_cache

_LOOKED_AT = 120
"""How far from the date a verb is looked for, within its sentence."""

_VERB = re.compile(
    r"(?P<ahead>\b(?:will|shall|would|wo|plans?|planning|scheduled|slated|set|due|expected|intends?|aims?|upcoming|going)\b"
    r"|\b(?:is|are) to\b|예정|계획|방침|전망|[가-힣]*[할될갈올열]\s?것|앞두|열린다|개최한다)"
    r"|(?P<back>\b(?:said|says|told|was|were|had|has|have|did|held|met|made|took|led|sent|saw|came|went|began|[a-z]{3,}ed)\b"
    r"|[했됐였었갔왔났렸졌섰](?:다|으며|고|던|지만|습니다|음))"
)


@lru_cache(maxsize=256)
def looks_ahead(before: str, after: str) -> bool | None:
    """What the verbs nearest to a date say, given the words of its sentence around it: True of what is to come.

    In English the verb stands before the date as a rule (`will visit on Friday`), in Korean after it. None where there
    is no verb that says anything.
    """
    korean = re.search("[가-힣]", after[:_LOOKED_AT]) is not None
    said = list(_VERB.finditer(before[-_LOOKED_AT:])) if not korean else []
    nearest = said[-1] if said else _VERB.search(after[:_LOOKED_AT])
    return None if nearest is None else nearest.lastgroup == "ahead"
