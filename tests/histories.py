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
    printed = {name: draw(st.integers(0, 9)) for name in sources}
    events = [
        f"event-{number}" for number in draw(st.permutations(range(draw(st.sampled_from([3, 4, 2, 1])))))
    ]
    numbers = draw(st.permutations(range(draw(st.sampled_from([6, 8, 5, 4, 3, 1])))))
    lines, told, said = [], set[str](), dict[str, tuple[int, str]]()
    for name in (f"claim-{number}" for number in numbers):
        source, event = draw(st.sampled_from(sources)), draw(st.sampled_from(events))
        told.add(event)
        # Nothing is said after it was printed.
        day = draw(st.integers(0, printed[source]))
        own_voice = draw(st.sampled_from([True, False, False]))
        more = [f"source={source}", f"event={event}", f"by={draw(st.sampled_from(_ENTITIES))}"]
        more += [f"roles={draw(st.sampled_from(['host', 'guest']))}:{draw(st.sampled_from(_ENTITIES))}"]
        more += [f"public={draw(st.sampled_from(['yes', 'yes', 'no']))}"]
        if not own_voice and said and draw(st.booleans()):
            more.append(f"origin={draw(st.sampled_from(sorted(said)))}")
        earlier = sorted(other for other, (then, of) in said.items() if then < day and of == event)
        if not own_voice and earlier and draw(st.sampled_from([False, False, True])):
            more.append(f"supersedes={draw(st.sampled_from(earlier))}")
        if not own_voice:
            said[name] = day, event
        when = "-" if own_voice else iso(FIRST_DAY + day)
        status = draw(st.sampled_from(["scheduled  CT+", "expected  PR-"]))
        date = draw(st.sampled_from(["-", "2025-05-09", iso(FIRST_DAY + 12), "[..2025-06]"]))
        lines.append(f"{name}  {when}  {status}  {date}  {' '.join(more)}")
    used = {line.split("source=")[1].split()[0] for line in lines}
    lines += [f"source {name} {iso(FIRST_DAY + printed[name])}" for name in sorted(used)]
    for number, event in enumerate(events):
        parent = draw(st.sampled_from([None, *events[:number], *events[number - 1 : number]]))
        more = ["type=visit" if event in told else "type=strand"]
        more += [f"part_of={parent}"] if parent is not None else []
        more += [f"place={draw(st.sampled_from(_ENTITIES))}"] if draw(st.booleans()) else []
        lines.append(f"event {event} {' '.join(more)}")
    lines += [f"entity {name} person" for name in _PEOPLE]
    return corpus_of("\n".join(lines))
