"""What a command and a view are given: the scene with all that it is read from. It goes down; outcomes come up."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, ClassVar, Protocol

from model.asof.begun import Begun, readable_by
from model.asof.known import KEPT
from model.corpus.corpus import Corpus
from model.index.archive import Archive
from model.index.draft_hits import with_drafts
from model.index.found import Found
from model.index.protocol import Reader
from model.index.values import AsOf
from model.query.folding import Finder
from model.query.terms import QueryError
from tui.state.beside import Task
from tui.state.history import Level
from tui.state.layout import Layout
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.state.selector import Selector
from tui.text.phrases import Phrases
from tui.text.signs import Signs
from tui.text.target import CardTarget, ConflictTarget, EventTarget, QuestionTarget, SourceTarget

if TYPE_CHECKING:
    from model.asof.falls import EventSupport
    from model.candidates.proposal import Proposal
    from model.cues.gaps import Gap
    from tui.state.named import Named

CLAIMS_AT_ONCE = 500
"""Claims up to which all is found out within a key; of more it is left to who works beside."""


LETTERS_AT_ONCE = 15_000
"""How many letters of texts a key may look through that nobody has looked through yet: about as dear as drawing."""


class FirstPaneView(Protocol):
    """What commands need of the view in the first pane (`tui.views.view`)."""

    whole: ClassVar[bool]
    """Whether it takes the whole body when it is chosen."""

    def title(self, ctx: "Context", width: int) -> tuple[str, str]:
        """The title, and what stands at the right end of its row."""

    def moved(self, ctx: "Context", by: int) -> tuple[Scene, Selection]:
        """The scene with the view's cursor `by` entries further on, and the selection that this leads to."""

    def opened(self, ctx: "Context") -> Scene:
        """The scene as it is when the view has just been shown."""

    def pointed(self, ctx: "Context") -> tuple[Scene, Selection]:
        """The scene with the view's cursor where it is, and the selection that its line leads to."""

    def followed(self, ctx: "Context") -> Scene:
        """The scene with the view's cursor on what is selected in it."""

    def aside(self, ctx: "Context", by: int) -> Scene | str | None:
        """The scene that shows what is further right, or left; a sentence at the end, None of what has no sides."""

    def walked(self, ctx: "Context") -> bool:
        """Whether it is among the views that one walks through."""

    def leads_to(self, ctx: "Context") -> str:
        """The pane that Enter leads to."""

    def term(self, ctx: "Context") -> str:
        """The filter of the group in which the cursor stands, as it is typed; empty where there is none."""

    def waits(self, ctx: "Context") -> Task | None:
        """What has to be found out before it can show all, None where nothing has."""


def _top() -> int:
    return 0


@dataclass(frozen=True, eq=False)
class Context:
    """One scene of an archive on a screen.

    `keys` are those in force by the labels of the commands, as the footer writes them (`n N`), `named` is what has a
    name at the colon. `views` are those of the first pane by name, in the order in which one walks them. `layout` is
    how the panes stand at the screen's size, of which `width` is the columns, `page` the lines of a page in the
    focused pane; `card_line` gives the line of the card on which the cursor stands. `read_only`: nothing may be
    written; `working`: how many steps, of all of them, have been done of what the view waits for, while that is being
    done; `news` is how often more has been counted of what is shown.
    """

    archive: Archive
    signs: Signs
    scene: Scene
    keys: Mapping[str, str]
    views: Mapping[str, FirstPaneView]
    layout: Layout
    width: int = 80
    page: int = 1
    card_line: Callable[[], int] = _top
    read_only: bool = False
    working: tuple[int, int] | None = None
    news: int = 0
    named: "tuple[Named, ...]" = ()

    def of(self, scene: Scene) -> "Context":
        """The context of another scene."""
        return replace(self, scene=scene)

    def key(self, label: str) -> str:
        """The first key in force of the command that the footer calls so."""
        return self.keys[label].split()[0]

    @property
    def corpus(self) -> Corpus:
        """The corpus as it was known on the scene's day: the one that its phrases speak of."""
        return self.phrases.corpus

    @cached_property
    def reader(self) -> Reader:
        """What is known as of the scene's day, under its filter."""
        return self.archive.at(self.scene.when)

    @property
    def phrases(self) -> Phrases:
        """How things are said as of the scene's day."""
        return _phrases(self.archive, self.signs, self.scene.when.day)

    @property
    def begun(self) -> Phrases:
        """The same with what is only begun, which stands beside the rest and never in it."""
        return _begun(self.archive, self.signs, self.scene.when.day)

    @property
    def drafts(self) -> Begun:
        """What is only begun, as it was known on the scene's day."""
        return _drafts(self.archive, self.scene.when.day)

    def telling(self, source: str) -> Phrases:
        """How the things of a document are said, which may be a draft: then it is read, and nobody claims it."""
        if source in self.corpus.sources:
            return self.phrases
        return _readable(self.archive, self.signs, self.scene.when.day)

    def naming(self, card: CardTarget) -> Phrases:
        """How a card is called, which may be of a draft."""
        if isinstance(card, SourceTarget):
            return self.telling(card.source)
        return self.begun if self.is_draft(card) else self.phrases

    def is_draft(self, card: CardTarget) -> bool:
        """Whether a card is of a document, an event, a question or a conflict that is only begun."""
        match card:
            case SourceTarget(source):
                return source in self.drafts.sources
            case EventTarget(event):
                return event in self.drafts.events
            case QuestionTarget(question):
                return question in self.drafts.questions
            case ConflictTarget(conflict):
                return conflict in self.drafts.conflicts
        return False

    @cached_property
    def changed(self) -> Set[str]:
        """The events that the last step changed."""
        since = self.scene.since
        return self.reader.changed_since(since) if since is not None else frozenset()

    @property
    def found(self) -> Found | None:
        """What was searched for has found; None where nothing was searched for.

        What can be read on one day alone (a name that is another's by then) finds nothing on others.
        """
        if self.scene.sought is None:
            return None
        if self.scene.sought.begun is not None:
            return self.scene.sought.begun
        try:
            return self.find(self.scene.sought.words)
        except QueryError:
            return Found(self.scene.sought.words, Finder(""))

    def find(self, typed: str) -> Found:
        """What `typed` finds as of the scene's day, under its filter. Raises `QueryError` where it cannot be read."""
        return _found(self.archive, self.scene.when, typed)

    def begin_to_find(self, typed: str) -> Found:
        """The same as far as it is found at once."""
        return with_drafts(self.reader.find.begin(typed, LETTERS_AT_ONCE), self.drafts, self.scene.when)

    @property
    def finder(self) -> Finder | None:
        """What finds the words that were searched for in whatever is shown, None where nothing was."""
        found = self.found
        return found.finder if found is not None else None

    @property
    def supports(self) -> "tuple[EventSupport, ...] | None":
        """What all events rest on; None of a large corpus while that has not been found out, which takes a while."""
        # Imported here: few starts need it.
        from model.asof.support import all_supports, kept_supports

        find = all_supports if len(self.corpus.claims) <= CLAIMS_AT_ONCE else kept_supports
        return find(self.archive.corpus, self.scene.when.day)

    @property
    def candidates(self) -> "tuple[Proposal, ...] | None":
        """What may have been missed; None of a large corpus while that has not been found out."""
        # Imported here: no start needs it.
        from model.candidates.find import kept_candidates

        when = self.scene.when
        is_large = len(self.corpus.claims) > CLAIMS_AT_ONCE
        if is_large and kept_candidates(self.archive.corpus, when.day) is None:
            return None
        return _candidates(self.archive, when)

    @property
    def source_shown(self) -> str | None:
        """The source that the source pane shows, if it shows one."""
        now = self.selection
        if now.place is not None:
            return now.place.source
        return self.corpus.claims[now.quote].source if now.quote is not None else None

    @property
    def gaps(self) -> "tuple[Gap, ...]":
        """Of what nothing is made in the source that shows it."""
        source = self.scene.gaps
        return _gaps(self.archive, source) if source is not None else ()

    @property
    def view(self) -> FirstPaneView:
        """The view that the first pane shows."""
        return self.views[self.scene.viewed.name]

    @property
    def view_width(self) -> int:
        """The width that the first pane has in this scene, drawn so or not yet."""
        return self.layout.first_pane(self.width, alone=self.scene.stance.zoomed)

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.scene.selection

    @cached_property
    def selector(self) -> Selector:
        """The selections that follow from what a person does."""
        return Selector(self.corpus, self.reader, self.drafts, self.archive.table)

    def level(self) -> Level:
        """Where one is, to come back to."""
        scene, stance = self.scene, self.scene.stance
        return Level(scene.selection, stance.pane, scene.viewed.name, stance.zoomed, self.card_line())


@lru_cache(maxsize=KEPT)
def _phrases(archive: Archive, signs: Signs, day: int) -> Phrases:
    return Phrases(archive.known(day), signs, day)


@lru_cache(maxsize=KEPT)
def _drafts(archive: Archive, day: int) -> Begun:
    return archive.begun(day)


@lru_cache(maxsize=KEPT)
def _begun(archive: Archive, signs: Signs, day: int) -> Phrases:
    return Phrases(_drafts(archive, day).corpus, signs, day)


@lru_cache(maxsize=KEPT)
def _readable(archive: Archive, signs: Signs, day: int) -> Phrases:
    return Phrases(readable_by(archive.corpus, day), signs, day)


@lru_cache(maxsize=2)
def _gaps(archive: Archive, source: str) -> "tuple[Gap, ...]":
    # Imported here: few starts need it.
    from model.cues.gaps import gaps

    return gaps(archive.corpus, source) if source in archive.whole.sources else ()


@lru_cache(maxsize=KEPT)
def _candidates(archive: Archive, when: AsOf) -> "tuple[Proposal, ...]":
    from model.candidates.find import all_candidates

    return tuple(archive.candidates(when, all_candidates(archive.corpus, when.day)))


@lru_cache(maxsize=16)
def _found(archive: Archive, when: AsOf, typed: str) -> Found:
    return with_drafts(archive.at(when).find.of(typed), _drafts(archive, when.day), when)
