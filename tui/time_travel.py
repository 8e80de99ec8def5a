"""Moving in time: the actions of the main screen that go to a day, measure from an event, and zoom time itself."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from model.dates.calendar import gap_words
from model.dates.units import GROUPS, Zoom
from model.dates.wording import day_medium
from model.index.values import Grouping, Nearest
from tui.commands.every import key, keys
from tui.layout import ROOMY_HEIGHT
from tui.messages import Sought
from tui.text.counts import FULL, bar_scale
from tui.views.lanes import LanesView
from tui.walking import Walking

if TYPE_CHECKING:
    from tui.going import Typed


class TimeTravel(Walking):
    """What `, .`, `t`, `u`, `d m y`, `:`, `x`, `+` and `-` do, and the keys that only the lanes have."""

    @property
    def lanes(self) -> LanesView:
        """The lanes, on the screen or not."""
        raise NotImplementedError

    def action_step(self, by: int) -> None:
        """As of the next knowledge date, or the one before."""
        day = self._archive.step_from(self._archive.timeline.day, by)
        if day is not None:
            self._go_to_day(day)
        elif by > 0:
            self.say(f"Nothing was said later than this. {key('today')} shows it as of today.")
        else:
            self.say("Nothing was known before this day.")

    def action_today(self) -> None:
        """As of today and, from there, of the last knowledge date again."""
        latest, today = self._archive.latest_day, self._archive.today
        there = self._archive.timeline.day == today and latest is not None
        self._go_to_day(latest if there and latest is not None else today)

    def action_due(self, by: int) -> None:
        """Go to the next event whose day has passed with nobody saying what happened."""
        found = self._selector.next_due(self.selection, by)
        if found is not None:
            self._go(found)
        elif self._archive.timeline.due:
            self.say(f"No {'later' if by > 0 else 'earlier'} event is due.")
        else:
            self.say(f"No event is due as of this day. {key('today')} goes to today, when more may be.")

    def action_next_unit(self, unit: str, by: int) -> None:
        """Go to the next day, month or year that has events, or to the one before."""
        timeline = self._archive.timeline
        position = timeline.position_of(self.selection.event)
        found = timeline.days.next_unit(position, Zoom[unit.upper()], by) if position is not None else None
        if found is None:
            self.say(f"No {'later' if by > 0 else 'earlier'} {unit} has an event.")
        else:
            self._go_to_position(found)

    def action_mark(self) -> None:
        """Count days from the selected event; on the marked one, no longer."""
        event = self.selection.event
        if event is None:
            self.say("There is no event to mark.")
        elif event == self._scene.mark:
            self._scene = replace(self._scene, mark=None)
            self.say("No event is marked now.")
        elif self._day_of(event) is None:
            self.say("This event has no date to count days from.")
        else:
            self._scene = replace(self._scene, mark=event)
            self.say(
                f"Marked: each row shows its days from here.  {key('mark')}  on it again clears the mark"
            )

    def action_scale(self, by: int) -> None:
        """Draw time finer, or coarser: in the lanes theirs, elsewhere the strip's."""
        in_lanes = self.place == "lanes"
        if not in_lanes and self.size.height < ROOMY_HEIGHT:
            self.say(
                f"The strip is there from {ROOMY_HEIGHT} rows on. {key('view')} shows lanes, which zoom too."
            )
            return
        now = self._scene.lanes.scale if in_lanes else self._scene.strip
        if now + by not in list(Zoom):
            self.say(f"Time is drawn in {now.word}s: it goes no {'finer' if by > 0 else 'coarser'}.")
            return
        zoom = Zoom(now + by)
        if in_lanes:
            self._set_lanes(scale=zoom)
            self.say(f"A column is a {zoom.word}.")
        else:
            self._scene = replace(self._scene, strip=zoom)
            full = (FULL - 1) * bar_scale(self._archive.timeline.density.most(zoom)) + 1
            self.say(f"A cell is a {zoom.word}, a name a {GROUPS[zoom]}; {full} events or more fill a bar.")

    # The prompt

    def action_prompt(self) -> None:
        """Ask for a day to go to, or to see things as of."""
        # Imported here: Textual's Input is dear, and few starts need it.
        from tui.going import HINTS, DayAnswers
        from tui.prompt import Prompt

        asking = DayAnswers(self._here, self._archive.timeline.day, self._archive.today, self._signs)
        prompt = Prompt(
            ":", HINTS, asking.answer, offer=asking.offer, signs=self._signs, wrong=asking.what_is_right
        )
        self.ask(prompt, lambda typed: self._obey(asking.parsed(typed)) if typed else None)

    def _here(self) -> int | None:
        event = self.selection.event
        return self._day_of(event) if event is not None else None

    def _obey(self, meant: "Typed") -> None:
        if meant.quit:
            self.app.exit()
            return
        reading = meant.readings[0]
        if meant.as_of:
            # What could be known in June is known at its end.
            self._go_to_day(reading.last_day)
        else:
            self._seek(reading.first_day, reading.last_day, reading.words)

    # Going

    @on(Sought)
    def _sought(self, message: Sought) -> None:
        first, last = day_medium(message.first), day_medium(message.last)
        self._seek(message.first, message.last, first if first == last else f"{first} to {last}")

    def _seek(self, first: int, last: int, words: str) -> None:
        """Go to the event of these days, else to the nearest one, and say that it is only that."""
        found = self._archive.timeline.days.nearest(first, last)
        if found is None:
            self.say("No event here has a date.")
            return
        self._go_to_position(found.position)
        if not found.inside:
            self.say(self._only_near(found, first, last, words))

    def _only_near(self, found: Nearest, first: int, last: int, words: str) -> str:
        if found.around:
            return f"Nothing begins in {words}; this lasts until then, or lies around it."
        before = found.day < first
        gap = gap_words(found.day, first) if before else gap_words(last, found.day)
        return (
            f"Nothing is in {words}. Nothing is nearer than this, {gap} {'before' if before else 'after'} it."
        )

    def _go_to_position(self, position: int) -> None:
        rows = self._archive.timeline.rows(position, 1)
        if rows:
            self._go(self._selector.event(rows[0].event))
            self._set_lanes(around=self._archive.timeline.days.day_at(position))

    def _day_of(self, event: str) -> int | None:
        """The earliest day of an event as of now; its last one where it has no earliest; None without a date."""
        row = self._archive.timeline.row_of(event)
        date = row.date if row is not None else None
        if date is None:
            return None
        return date.earliest if date.earliest is not None else date.latest

    # The lanes

    def action_grouping(self, by: int) -> None:
        """Group the lanes by something else."""
        if self._not_in_lanes(f"{key('grouping')} groups the lanes by something else."):
            return
        order = list(Grouping)
        now = self._scene.lanes.by
        self._set_lanes(by=order[(order.index(now) + by) % len(order)], folded=frozenset())

    def action_fold(self) -> None:
        """Fold the lane of the selected event, or unfold it."""
        if self._not_in_lanes(f"{key('fold')} folds a lane."):
            return
        lane = self.lanes.lane_of(self.selection)
        if lane is not None:
            self._set_lanes(folded=self._scene.lanes.folded ^ {lane})

    def action_fold_all(self) -> None:
        """Fold every lane; where all are folded, unfold them."""
        if self._not_in_lanes(f"{keys('fold').split()[1]} folds all lanes."):
            return
        lanes = frozenset(self.lanes.lane_ids())
        self._set_lanes(folded=frozenset() if lanes <= self._scene.lanes.folded else lanes)

    def _not_in_lanes(self, what: str) -> bool:
        """Whether a key of the lanes has nothing to act on; then it says what it is for."""
        if self.place != LanesView.name:
            self.say(f"{what} {key('view')} shows them.")
        return self.place != LanesView.name

    def _set_lanes(self, **changes: object) -> None:
        self._scene = replace(self._scene, lanes=replace(self._scene.lanes, **changes))  # type: ignore[arg-type]
