"""Opens the training laboratory beside the window, and lets it go with it."""

from collections.abc import Generator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr
from ocrdesk.ui.turns import in_next_turn

if TYPE_CHECKING:
    from ocrdesk.ui.controllers.lab_desk import LabDesk


class LabController(QObject):
    """Makes the laboratory when it is first asked for, without holding the window up.

    pyqtgraph takes the best part of a second to import: a worker does that, and then the window's
    thread makes one plot or page in each turn of the event loop. Closing the laboratory's window
    pauses its run; opening it again finds everything as it was.
    """

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._reading = workplace, reading
        self._steps: Generator[None, None, LabDesk] | None = None
        self._is_wanted = False
        self.desk: LabDesk | None = None
        workplace.actions["lab"].triggered.connect(self.open)

    def open(self) -> None:
        """Show the laboratory's window, and bring it to the front."""
        if self.desk is not None:
            self.desk.open()
        elif not self._is_wanted:
            self._is_wanted = True
            task = self._place.tasks.create(_loaded())
            task.succeeded.connect(self._begin)
            task.failed.connect(self._fail)
            task.start()

    def close(self) -> None:
        """End what runs in it, and let go of its window."""
        self._steps = None
        if self.desk is not None:
            self.desk.end()
            self.desk = None

    def _begin(self) -> None:
        from ocrdesk.ui.controllers.lab_desk import desk_in_steps  # noqa: PLC0415 - loaded by now

        self._steps = desk_in_steps(self._place, self._reading, self)
        in_next_turn(self._take_step, self)

    def _take_step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as end:
            self._steps, self.desk = None, end.value
            self.open()
        else:
            in_next_turn(self._take_step, self)

    def _fail(self, error: Exception) -> None:
        self._is_wanted = False
        self._place.notices.raise_error(error, doing=tr("Opening the laboratory"))


def _loaded() -> Generator[None, None, None]:
    """Import what the laboratory needs, and with it pyqtgraph."""
    import_module("ocrdesk.ui.controllers.lab_desk")
    yield
