"""The table of checks, and all of them in one call."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from model.corpus.anchors import Spans, anchored
from model.corpus.check_amounts import amount_problems, counting_problems
from model.corpus.check_aside import aside_problems
from model.corpus.check_bounds import bound_problems, excluded_problems
from model.corpus.check_calendar import calendar_problems
from model.corpus.check_chains import chain_problems
from model.corpus.check_copies import copy_problems
from model.corpus.check_dates import date_problems
from model.corpus.check_dates_apart import apart_problems
from model.corpus.check_digests import digest_problems
from model.corpus.check_disagreement import disagreement_problems
from model.corpus.check_doubt import doubt_problems
from model.corpus.check_format import format_problems, info_format_problems, younger_than
from model.corpus.check_glosses import gloss_problems
from model.corpus.check_hedges import cancelled_problems, hedge_problems
from model.corpus.check_kinds import kind_problems
from model.corpus.check_lists import list_problems
from model.corpus.check_looks import look_problems
from model.corpus.check_meaning import meaning_problems
from model.corpus.check_names import name_problems
from model.corpus.check_offices import office_problems
from model.corpus.check_open_words import open_word_problems
from model.corpus.check_originals import original_problems
from model.corpus.check_questions import question_problems
from model.corpus.check_reach import reach_problems
from model.corpus.check_references import reference_problems
from model.corpus.check_rings import ring_problems
from model.corpus.check_roles import role_problems
from model.corpus.check_rows import row_problems
from model.corpus.check_saying import saying_problems
from model.corpus.check_values import value_problems
from model.corpus.check_words import counted_problems, word_problems
from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.part import ReadPart


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looks at in a few words, and what finds the problems.

    One that looks from record to record asks `Draft.missing` before it says that something is not there.
    """

    about: str
    problems: Callable[[Draft], Iterable[Problem]]
    alone: bool = False
    """Whether it looks at each record by itself: of a part of a corpus it finds what it finds there in the whole."""


CHECKS = (
    Check("nothing is of a later format than the folder", format_problems, alone=True),
    Check("nor is what the folder says of itself", info_format_problems),
    Check("dates are EDTF, and say how they are known", date_problems, alone=True),
    Check("translations say whose they are", gloss_problems, alone=True),
    Check("hedges say what the status says", hedge_problems, alone=True),
    Check("figures are those that their words give", amount_problems, alone=True),
    Check("figures whose words give a bound are bounds", bound_problems, alone=True),
    Check("claims that differ over a figure count one thing", counting_problems),
    Check("no figure is outside of a bound with nothing said of it", excluded_problems),
    Check("what was cancelled did not take place", cancelled_problems),
    Check("an event names a row of a table once", row_problems, alone=True),
    Check("roles are held by ids", role_problems, alone=True),
    Check("texts are those that were curated", digest_problems),
    Check("ids lead to records of the right kind", reference_problems),
    Check("what is named is of the kind that belongs there", kind_problems),
    Check("chains begin with who spoke first", chain_problems),
    Check("one word is used for one thing", open_word_problems),
    Check("days that cannot both be right are joined", apart_problems),
    Check("names tell entities apart, and each is named", name_problems),
    Check("status, factuality, hedges and verdicts agree", meaning_problems),
    Check("disagreements are said, and each once", disagreement_problems),
    Check("nothing leads back to itself", ring_problems),
    Check("dates lie within what they are taken from", calendar_problems),
    Check("dates are what their words say", word_problems, alone=True),
    Check("days that are counted are counted from when it was said", counted_problems),
    Check("a document is a copy of one, and not older than that", copy_problems),
    Check("what was obtained is kept within the corpus", original_problems),
    Check("what is said can have been said then", saying_problems),
    Check("what a source says of itself can be", value_problems),
    Check("documents are of the time that they speak of", reach_problems),
    Check("texts have room where they are shown", look_problems),
    Check("how likely and how sure are said apart", doubt_problems),
    Check("questions were asked before they are answered, and searches are for something", question_problems),
    Check("lists name everybody once, in the order of the text", list_problems, alone=True),
    Check("an office has one holder at a time", office_problems),
)
"""Every check beside that of the quotes, in the order in which they are made."""


def check_draft(draft: Draft, parts: Sequence[ReadPart] = ()) -> tuple[Spans, list[Problem]]:
    """Where the draft's quotes stand, and everything that is found in the draft.

    Where it was read in `parts`, what each of them says by itself is found once, and then kept with it.
    """
    spans, problems = _checked(draft, parts)
    return spans, [*problems, *aside_problems(draft, lambda whole: _checked(whole)[1])]


def _checked(draft: Draft, parts: Sequence[ReadPart] = ()) -> tuple[Spans, list[Problem]]:
    spans, problems = anchored(draft, parts)
    for part in parts:
        problems += part.derived(_found_alone)
        if draft.info is not None:
            # None of them says by itself of which format the folder is.
            problems += part.derived(younger_than(draft.info.format))
    for check in CHECKS:
        if not (check.alone and parts):
            problems += check.problems(draft)
    return spans, problems


def _found_alone(draft: Draft) -> tuple[Problem, ...]:
    return tuple(problem for check in CHECKS if check.alone for problem in check.problems(draft))
