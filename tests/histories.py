"""Hypothesis strategies for small corpora in which nearly everything becomes known on a day of its own.

What `tests.strategies` draws has every field of every record, and mostly few days. Here days, parents, origins and
documents meet in every order: what something is a part of, or goes back to, is told later than itself.
"""

from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from tests.drawn_texts import FIRST_DAY, iso
from tests.handmade import corpus_of

_PEOPLE = ("anna", "boris", "chol")
_ENTITIES = (*_PEOPLE, "moscow", "tass")


@st.composite
def histories(draw: st.DrawFn) -> Corpus:
    """A checked corpus of up to eight claims of up to four events and strands, in up to three documents."""
    sources = [f"paper-{number}" for number in range(draw(st.sampled_from([2, 3, 1])))]
    printed = {name: draw(st.sampled_from([9, 6, 8, 3, 1])) for name in sources}
    events = [
        f"event-{number}" for number in draw(st.permutations(range(draw(st.sampled_from([3, 4, 2, 1])))))
    ]
    numbers = draw(st.permutations(range(draw(st.sampled_from([6, 8, 5, 4, 3, 1])))))
    days = draw(st.lists(st.integers(0, 9), min_size=len(numbers), max_size=len(numbers)))
    if draw(st.booleans()):
        # Told backwards: what others go back to is known last.
        days.sort(reverse=True)
    lines, told, said = [], set[str](), dict[str, tuple[int, str]]()
    for number, (name, latest) in enumerate(zip((f"claim-{it}" for it in numbers), days, strict=True)):
        source = draw(st.sampled_from(sources))
        event = draw(st.sampled_from([events[number % len(events)], *events]))
        told.add(event)
        # Nothing is said after it was printed.
        day = min(latest, printed[source])
        own_voice = draw(st.sampled_from([False, False, True]))
        more = [f"source={source}", f"event={event}", f"by={draw(st.sampled_from(_ENTITIES))}"]
        more += [f"roles={draw(st.sampled_from(['host', 'guest']))}:{draw(st.sampled_from(_ENTITIES))}"]
        more += [f"public={draw(st.sampled_from(['yes', 'yes', 'no']))}"]
        if not own_voice and said and draw(st.sampled_from([True, True, False])):
            more.append(f"origin={draw(st.sampled_from(sorted(said)))}")
        earlier = sorted(other for other, (then, of) in said.items() if then < day and of == event)
        if not own_voice and earlier and draw(st.sampled_from([False, False, True])):
            more.append(f"supersedes={draw(st.sampled_from(earlier))}")
        if not own_voice:
            said[name] = day, event
        # Some days later, it may have been: then it is known later than its document.
        last = day + draw(st.sampled_from([0, 0, 0, 2]))
        when = "-" if own_voice else _day(day) if last == day else f"[{_day(day)}..{_day(last)}]"
        status = draw(st.sampled_from(["scheduled  CT+", "expected  PR-"]))
        date = draw(st.sampled_from(["-", "2025-05-09", _day(12), "[..2025-06]"]))
        lines.append(f"{name}  {when}  {status}  {date}  {' '.join(more)}")
    used = {line.split("source=")[1].split()[0] for line in lines}
    lines += [f"source {name} {_day(printed[name])}" for name in sorted(used)]
    for number, event in enumerate(events):
        parent = draw(st.sampled_from([*events[max(0, number - 1) : number], None, *events[:number]]))
        more = ["type=visit" if event in told else "type=strand"]
        more += [f"part_of={parent}"] if parent is not None else []
        more += [f"place={draw(st.sampled_from(_ENTITIES))}"] if draw(st.booleans()) else []
        lines.append(f"event {event} {' '.join(more)}")
    lines += [f"entity {name} person" for name in _PEOPLE]
    return corpus_of("\n".join(lines))


def _day(number: int) -> str:
    return iso(FIRST_DAY + number)
