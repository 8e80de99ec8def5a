"""The lags: who said what how long before, or after."""

from functools import lru_cache

from model.asof.lag import Lag, lags
from model.index.archive import Archive
from tui.scene import Scene
from tui.selection import Selection
from tui.text.line import Line, Target
from tui.views.lag_lines import lag_lines
from tui.views.view import ListedView


class LagsView(ListedView):
    """One line for each claim that has a day of saying and a day of its event, the longest forecast first."""

    name = "lags"

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._lags_as_of = lru_cache(maxsize=8)(self._lags_afresh)

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """What the view shows, and which claim of how many is selected."""
        entry, total = self.entry_of(scene.selection), len(self.entries())
        return "Said before, said after", f"{entry + 1} of {total} " if entry is not None else ""

    def entries(self) -> list[Target]:
        """The claims, in order of their lags."""
        return [Target("claim", lag.item.claim.id) for lag in self._lags()]

    def lines(self, scene: Scene, width: int) -> list[Line]:
        """Forecasts, what was said on the day, reports."""
        return lag_lines(self._lags(), scene.phrases, width)

    def entry_of(self, now: Selection) -> int | None:
        """The claim whose quote is lit, else another one of the selected event."""
        claims = [lag.item.claim for lag in self._lags()]
        lit = (number for number, claim in enumerate(claims) if claim.id == now.quote)
        own = (number for number, claim in enumerate(claims) if claim.event == now.event)
        return next(lit, next(own, None))

    def _lags(self) -> list[Lag]:
        return self._lags_as_of(self.archive.timeline.version)

    def _lags_afresh(self, version: int) -> list[Lag]:
        timeline = self.archive.timeline
        found = lags(self.archive.corpus, timeline.day)
        return [
            lag
            for lag in found
            if not timeline.filter or timeline.position_of(lag.item.claim.event) is not None
        ]
