"""Collects Python's cyclic garbage in the window's thread, and in no other.

Python collects in whichever thread happens to create an object too many, and destroys there what
it finds. An object of Qt's must not be destroyed beside its own thread (Qt documentation, "Threads
and QObjects"): a worker that collected one while the window took leave of what it was connected to
crashed the program.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 50
"""How often the newest objects are counted, and looked at when they are many.

Workers make some 200,000 objects a second that the collector looks at; every half a second, by
Python's thresholds, one look took 0.1 to 0.2 seconds.
"""

MOST_MIDDLE = 8_000
"""So many objects at most outlast a look before the next one takes them in; a µs each, or less."""

LOOKS = 480
"""After so many looks everything is looked at, as seldom as before, when each took more in."""

MOST_OLD = 100_000
"""So many objects that outlasted two looks are passed over from then on: 0.25 to 0.8 µs each.

A page of 2,520 letters is 600,000. None of them is a cycle: they go with the page.
"""


class GarbageCollector(QObject):
    """Does what Python's own collector did, in steps that nobody notices."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._modules = 0
        self._looks = 0
        self._middle = 0  # objects that outlasted a look, at most: they may have gone since

    def start(self) -> None:
        """Take over from Python's collector, for the rest of the program."""
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Look at the newest objects if they are many, at those before them if those are, too.

        Python's own counter tells how many are new. Who asks it for the objects themselves
        (``gc.get_objects``) holds what a worker is just making: it failed now and then with a
        ``SystemError``, since a tuple that somebody else knows cannot grow (CPython issue 59313).
        """
        young = gc.get_count()[0]
        if young <= gc.get_threshold()[0]:
            return
        self._looks += 1
        if self._looks > LOOKS:
            self.collect_all()
        elif self._middle + young > MOST_MIDDLE:
            gc.collect(1)
            self._middle = 0
            if _old() > MOST_OLD:
                gc.freeze()
        else:
            self._middle += max(0, young - gc.collect(0))

    def collect_all(self) -> None:
        """Collect every generation, and pass over from then on what modules brought along.

        Most of them come when something is used first, with tens of thousands of objects that never
        go; a first page read made each such collection 18 milliseconds long instead of 4. What
        else is there at that moment goes as before unless it is a cycle, and modules come but a
        few times.
        """
        gc.collect()
        self._looks = self._middle = 0
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            gc.freeze()


def _old() -> int:
    """Return how many objects outlasted all looks.

    In one breath, without a line of Python: no worker goes on while the list holds them, in which a
    tuple may be that it has still to finish.
    """
    (count,) = map(len, map(gc.get_objects, (2,)))
    return count
