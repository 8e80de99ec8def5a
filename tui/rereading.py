"""Going on in a corpus as it is on the disk by now: what others write is taken up between two keys."""

from dataclasses import replace

from textual import on

from model.curate.reload import Rereader
from model.index.archive import Archive
from tui.actions import reload
from tui.counting import CountingScreen
from tui.prompt.asking import Asking
from tui.state.context import Context
from tui.state.outcome import TakeUp
from tui.watching import NewerTable, NotFollowed, Reread, follow, follow_table


class RereadingScreen(CountingScreen):
    """A screen that takes up what has been read anew; `_base` has the archive that it reads from."""

    _base: Context
    _asking: Asking
    _rereader: Rereader | None = None
    _reread: Archive | None = None

    def follow_what_is_read(self) -> None:
        """Have what others write told, from now on."""
        if self._rereader is not None:
            self.call_after_refresh(follow, self._rereader, self.post_message, not self._base.read_only)
        if (table := self._base.archive.table) is not None:
            for one in table.tables:
                follow_table(one.store, self.post_message)

    @on(Reread)
    def _take_up(self, message: Reread) -> None:
        self._reread = message.archive
        self._fresh()

    @on(NewerTable)
    def _be_told_of_newer(self) -> None:
        self.say("Newer data is there: open the table again to see it.")

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
        self.obey(taken.then(before, self.now()))
