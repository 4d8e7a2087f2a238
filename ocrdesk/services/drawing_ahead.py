"""Another process that draws the samples of the next epoch while this one learns the last.

Drawing characters takes half as long as learning them, and Python does one thing at a time in a
process. What is drawn depends on the random stream that is sent with each wish, and on nothing
else, so that a training ends with the same weights whoever draws.
"""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

import numpy as np

from ocrdesk.nn.dataset import Dataset
from ocrdesk.services.child_processes import ignore_interrupts, without_interrupts

Draw: TypeAlias = Callable[[np.random.Generator], Dataset]


class DrawingAhead:
    """Draws by ``draw``, which can be pickled, in a process that ends with this one."""

    def __init__(self, draw: Draw) -> None:
        # Not forked: threads of this process would be missing there, and their locks stay shut.
        context = get_context("spawn")
        self._connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), name="drawing", daemon=True)
        with without_interrupts():
            self._process.start()
        # Sent with the first wish: it may be large, and whoever is interrupted while a process
        # that starts is sent something leaves it to complain of half of it.
        self._unsent: Draw | None = draw
        other.close()  # or its end would never be noticed here

    def begin(self, rng: np.random.Generator) -> bool:
        """Let it draw with a copy of the stream; False where it has died."""
        try:
            if self._unsent is not None:
                self._connection.send(self._unsent)
                self._unsent = None
            self._connection.send(rng)
        except OSError:
            return False
        return True

    def result(self) -> tuple[Dataset, np.random.Generator] | None:
        """Wait for what was begun and return it with the stream as it is afterwards.

        None where the process died, of too little memory for instance.
        """
        try:
            inputs, labels, rng = self._connection.recv()
        except (EOFError, OSError):
            return None
        return Dataset(inputs, labels), rng

    def end(self) -> None:
        """End the process, in the middle of its work if need be."""
        self._process.terminate()
        self._process.join()
        self._connection.close()


def _serve(connection: Connection) -> None:
    """Draw, by what comes first, for every stream that comes, until no more can come."""
    ignore_interrupts()
    try:
        draw: Draw = connection.recv()
        while True:
            rng = connection.recv()
            drawn = draw(rng)
            connection.send((drawn.inputs, drawn.labels, rng))
    except (EOFError, OSError):
        return
