"""Going on in a corpus as it is on the disk by now: what others write is taken up between two keys."""

from dataclasses import replace
from functools import partial

from textual import on

from model.curate.reload import Rereader
from model.index.archive import Archive
from model.index.features import Feature
from tui.actions import reload
from tui.reopening import Reopened, reopen
from tui.state.context import Context
from tui.state.outcome import TakeUp
from tui.waiting import WaitingScreen
from tui.watching import NewerTable, NotFollowed, Reread, follow, follow_table


class RereadingScreen(WaitingScreen):
    """A screen that takes up what has been read anew; `_base` has the archive that it reads from."""

    _rereader: Rereader | None = None
    _reread: Archive | None = None
    _is_reopening = False

    def follow_what_is_read(self) -> None:
        """Have what others write told, from now on."""
        if self._rereader is not None:
            self.call_after_refresh(follow, self._rereader, self.post_message, not self._base.read_only)
        self.follow_table()

    def follow_table(self) -> None:
        """Have it told when a newer table is there than the one that is shown."""
        if (table := self._base.archive.table) is not None:
            for one in table.tables:
                follow_table(one.store, one.title, self.post_message)

    @on(Reread)
    def _take_up(self, message: Reread) -> None:
        self._reread = message.archive
        self._fresh()

    @on(NewerTable)
    def _be_told_of_newer(self, message: NewerTable) -> None:
        if Feature.LAYER not in self._base.archive.features:
            self.say(f"Newer data is there: {self._base.key('reload')} reloads.")
            return
        # What is linked and drafted there goes by the rows that were read.
        self.say(f"Newer data is in {message.title}: a table under a corpus is read once; open it again.")

    def action_reopen(self) -> None:
        """Have the newest table read beside the keys, to go on in it once it is there."""
        now, store = self.now(), next(iter(self._fars), None)
        if store is not None and not self._is_reopening:
            self._is_reopening = True
            self.say_late(f"waiting for {store.name}...")
            reopen(store, now.archive, now.scene.when, now.selection.event, self.post_message)

    @on(Reopened)
    def _go_on_in_newest(self, message: Reopened) -> None:
        self._is_reopening = False
        if message.archive is None:
            self.say(message.why)
            return
        for store in self._fars:
            store.close()
        self._go_on_in(TakeUp(message.archive, partial(reload.reopened, message.row)))
        # Now that all is here that is shown first.
        self.wait_for_nothing()
        self.follow_table()

    @on(NotFollowed)
    def _be_told(self, message: NotFollowed) -> None:
        self.say(f"Changes on disk are not followed: {message.why}")

    def _fresh(self) -> Context:
        """The context, in the corpus as it was read or written last; while a prompt asks, what it asks of stays."""
        if (archive := self._reread) is not None and not self._asking.asks:
            self._reread = None
            newest = archive if self._rereader is None else self._rereader.archive
            if archive is newest and archive is not self._base.archive:
                self._go_on_in(TakeUp(archive, reload.taken_up))
        return self.now()

    def _go_on_in(self, taken: TakeUp) -> None:
        before = self.now()
        self._base = replace(self._base, archive=taken.archive)
        self.answer(lambda: taken.then(before, self.now()))
