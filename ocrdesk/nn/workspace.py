"""Arrays kept from batch to batch, so that a training step allocates nothing."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from numpy.typing import DTypeLike, NDArray

from ocrdesk.nn.arrays import Shape, aligned_zeros

Thing = TypeVar("Thing")


class Workspace:
    """Named scratch arrays of one layer or loss; never shared between networks.

    ``rows(name, n, shape)`` gives the first n rows of an array (capacity, *shape) that grows when a
    larger batch comes and stays when a smaller one does, as at the end of an epoch.
    """

    def __init__(self) -> None:
        self._arrays: dict[str, NDArray[Any]] = {}

    def rows(self, name: str, count: int, shape: Shape, dtype: DTypeLike) -> NDArray[Any]:
        """Return (count, *shape), C-contiguous, contents undefined."""
        array = self._arrays.get(name)
        if array is None or len(array) < count or array.shape[1:] != shape or array.dtype != dtype:
            array = aligned_zeros((count, *shape), dtype)
            self._arrays[name] = array
        return array[:count]


class Spares(Generic[Thing]):
    """Scratch that one thread at a time has to itself: as many pieces as threads wanted at once."""

    def __init__(self, make: Callable[[], Thing]) -> None:
        self._make = make
        self._idle: deque[Thing] = deque()  # its ends may be used by several threads

    @contextmanager
    def lent(self) -> Iterator[Thing]:
        """Give one for the block; nobody else has it."""
        try:
            thing = self._idle.pop()
        except IndexError:
            thing = self._make()
        try:
            yield thing
        finally:
            self._idle.append(thing)
