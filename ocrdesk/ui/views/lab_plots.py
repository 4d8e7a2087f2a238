"""The laboratory's live plots, drawn one after the other so that nothing waits for all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ocrdesk.nn.reports import EpochReport, ProgressReport
from ocrdesk.services.laboratory.insight import Histogram
from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.translation import later, said, tr
from ocrdesk.ui.views.lab_curve_plot import CurvePlot, Points

_TURN_MS = 8
_KINDS = {"conv2d": "convolution"}  # as the network page calls them


@dataclass(frozen=True, slots=True)
class Curves:
    """The lines of one run: its place in the order of colours, its epochs, and what is within one.

    ``trail`` is what was told within the epoch that is being learnt; it is drawn behind the epochs.
    ``rows`` tells by which number of the network page each layer of the network goes.
    """

    number: int
    history: tuple[EpochReport, ...]
    trail: tuple[ProgressReport, ...] = ()
    rows: Mapping[int, int] = field(default_factory=dict)

    def layer_told(self, name: str) -> str:
        """Return what people call a layer of the network, such as “0.dense”: “1: dense”."""
        place, _, kind = name.partition(".")
        row = self.rows.get(int(place))
        return (
            tr("outputs")
            if row == 0
            else f"{row or int(place) + 1}: {said(_KINDS.get(kind, kind))}"
        )

    @property
    def places(self) -> list[float]:
        """Where the points lie, in epochs."""
        within = [report.fraction * report.epochs for report in self.trail]
        return [*(float(report.epoch) for report in self.history), *within]

    @property
    def told(self) -> tuple[EpochReport | ProgressReport, ...]:
        """The reports of these points."""
        return (*self.history, *self.trail)


PLOTS: Mapping[str, Callable[[], CurvePlot]] = {
    "accuracy": partial(CurvePlot, later("Read right, %")),
    "loss": partial(CurvePlot, later("Loss, nats")),
    "gradients": partial(CurvePlot, later("Gradients"), is_log=True),
    "rate": partial(CurvePlot, later("Learning rate"), is_log=True),
    "activations": partial(CurvePlot, later("Activations"), has_cursor=False),
}
"""How each plot of `LabPlots` is made; each takes 20 to 40 ms, so they are made one by one."""


class LabPlots(QWidget):
    """The plots of the training page; ``cursor_moved`` tells the epoch a person dragged to.

    What is to be drawn is done plot by plot, each in a turn of the event loop: five at once held
    the window up for a tenth of a second while a run was learning.
    """

    cursor_moved = Signal(int)

    def __init__(self, plots: Mapping[str, CurvePlot]) -> None:
        super().__init__()
        self.accuracy, self.loss = plots["accuracy"], plots["loss"]
        self.gradients, self.rate = plots["gradients"], plots["rate"]
        self.activations = plots["activations"]
        self.accuracy.fix_bounds(0, 100)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_S)
        grid.addWidget(self.accuracy, 0, 0, 1, 3)
        grid.addWidget(self.loss, 0, 3, 1, 3)
        grid.addWidget(self.gradients, 1, 0, 1, 2)
        grid.addWidget(self.activations, 1, 2, 1, 2)
        grid.addWidget(self.rate, 1, 4, 1, 2)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self._with_cursor = (self.accuracy, self.loss, self.gradients, self.rate)
        for plot in self._with_cursor:
            plot.cursor_moved.connect(self._take_cursor)
        self._waiting: dict[CurvePlot, dict[str, Callable[[], None]]] = {}
        self._turns = QTimer(self)
        self._turns.setInterval(_TURN_MS)
        self._turns.timeout.connect(self._draw_one)

    @property
    def is_drawn(self) -> bool:
        """Whether nothing waits to be drawn."""
        return not self._waiting

    def set_cursor(self, epoch: int | None) -> None:
        """Put every cursor on an epoch."""
        for plot in self._with_cursor:
            plot.set_cursor(epoch)

    def set_run(self, curves: Curves) -> None:
        """Draw or move accuracy and loss of one run."""
        number, history = curves.number, curves.history
        for kind, told in (("training", curves.told), ("validation", history)):
            places = curves.places[: len(told)]
            rights = [100 * (getattr(r, f"{kind}_accuracy") or 0.0) for r in told]
            losses = [getattr(r, f"{kind}_loss") or 0.0 for r in told]
            for plot, values in ((self.accuracy, rights), (self.loss, losses)):
                key, is_dashed = f"{number} {kind}", kind == "training"
                self._line(plot, key, (places, values), number, is_dashed=is_dashed)

    def set_rate(self, curves: Curves) -> None:
        """Draw or move the learning rate of one run."""
        rates = [report.learning_rate for report in curves.told]
        self._line(self.rate, str(curves.number), (curves.places, rates), curves.number)

    def set_last_epoch(self, epoch: int) -> None:
        """Let the plots over epochs reach to that one."""
        for plot in self._with_cursor:
            self._later(plot, "range", partial(plot.set_last_epoch, epoch))

    def set_gradients(self, curves: Curves) -> None:
        """Show the gradient norms of one run, a line for each layer."""
        names = [name for name, _ in curves.told[0].gradient_norms] if curves.told else []
        self._keep(self.gradients, set(names))
        told = [curves.layer_told(name) for name in names]
        self._later(self.gradients, "names", partial(self.gradients.name_lines, told))
        for place, name in enumerate(names):
            norms = [max(report.gradient_norms[place][1], 1e-30) for report in curves.told]
            self._line(self.gradients, name, (curves.places, norms), place)

    def set_activations(self, histograms: Sequence[Histogram], curves: Curves) -> None:
        """Show how activations are spread, a line for each layer with a bend."""
        plot = self.activations
        names = [histogram.name for histogram in histograms]
        self._keep(plot, set(names))
        told = [curves.layer_told(name) for name in names]
        self._later(plot, "names", partial(plot.name_lines, told))
        for place, histogram in enumerate(histograms):
            count = len(histogram.shares)
            middles = histogram.low + (np.arange(count) + 0.5) * (
                (histogram.high - histogram.low) / count
            )
            self._line(plot, histogram.name, (middles.tolist(), histogram.shares), place)
        if histograms:
            low, high = min(h.low for h in histograms), max(h.high for h in histograms)
            self._later(plot, "range", partial(plot.set_values, low, high))

    def keep_runs(self, shown: Mapping[int, object]) -> None:
        """Take away the lines of runs that are not shown."""
        pairs = {f"{number} {kind}" for number in shown for kind in ("training", "validation")}
        for plot in (self.accuracy, self.loss):
            self._keep(plot, pairs)
        self._keep(self.rate, set(map(str, shown)))

    def _keep(self, plot: CurvePlot, keys: set[str]) -> None:
        """Take all other lines away, those among them that wait to be drawn."""
        waiting = self._waiting.get(plot, {})
        for what in [what for what in waiting if what.startswith("line ")]:
            if what.removeprefix("line ") not in keys:
                del waiting[what]
        self._later(plot, "keep", partial(plot.keep_lines, keys))

    def _line(
        self, plot: CurvePlot, key: str, points: Points, number: int, *, is_dashed: bool = False
    ) -> None:
        draw = partial(plot.set_line, key, points, number, is_dashed=is_dashed)
        self._later(plot, f"line {key}", draw)

    def _later(self, plot: CurvePlot, what: str, draw: Callable[[], None]) -> None:
        """Draw it when it is the plot's turn; what was to be drawn in its place is forgotten."""
        self._waiting.setdefault(plot, {})[what] = draw
        if not self._turns.isActive():
            self._turns.start()

    def _draw_one(self) -> None:
        """Draw all that waits for one plot."""
        if not self._waiting:
            self._turns.stop()
            return
        plot = next(iter(self._waiting))
        for draw in self._waiting.pop(plot).values():
            draw()

    def _take_cursor(self, epoch: int) -> None:
        self.set_cursor(epoch)
        self.cursor_moved.emit(epoch)
