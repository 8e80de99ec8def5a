"""The lags: who said what how long before, or after."""

from model.asof.lag import Lag, lags
from model.index.features import Feature
from model.index.values import AsOf
from tui.state.context import Context
from tui.text.line import Line
from tui.text.target import ClaimTarget, Target
from tui.views.lag_lines import lag_lines
from tui.views.view import ListedView


class LagsView(ListedView):
    """One line for each claim that has a day of saying and a day of its event, the longest forecast first."""

    name = "lags"
    about = "who said what how long before, or after"
    words = ("forecasts", "delays")
    needs = Feature.CLAIMS

    def __init__(self) -> None:
        super().__init__()
        self._made_as_of: AsOf | None = None
        self._lags: list[Lag] = []

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which claim of how many is selected."""
        entry, total = self.entry_of(ctx), len(self._lags_of(ctx))
        which = f"{entry + 1} of {total} claims " if entry is not None else ""
        return "Lags: said before, said after", which

    def entries(self, ctx: Context) -> list[Target]:
        """The claims, in order of their lags."""
        return [ClaimTarget(lag.item.claim.id) for lag in self._lags_of(ctx)]

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """Forecasts, what was said on the day, reports."""
        return lag_lines(self._lags_of(ctx), ctx.phrases, width)

    def entry_of(self, ctx: Context) -> int | None:
        """The claim whose quote is lit, else another one of the selected event."""
        now = ctx.selection
        claims = [lag.item.claim for lag in self._lags_of(ctx)]
        lit = (number for number, claim in enumerate(claims) if claim.id == now.quote)
        own = (number for number, claim in enumerate(claims) if claim.event == now.event)
        return next(lit, next(own, None))

    def _lags_of(self, ctx: Context) -> list[Lag]:
        """The lags as of the scene's day; under a filter, those of the events that it leaves in."""
        when, shown = ctx.scene.when, ctx.reader.position_of
        if self._made_as_of != when:
            self._made_as_of = when
            self._lags = [
                lag
                for lag in lags(ctx.corpus, when.day)
                if not when.narrowed or shown(lag.item.claim.event) is not None
            ]
        return self._lags
