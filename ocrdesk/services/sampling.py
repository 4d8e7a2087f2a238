"""Some of many, from all over."""

import numpy as np
import numpy.typing as npt


def drawn_evenly(count: int, most: int) -> npt.NDArray[np.intp]:
    """Return the places of ``most`` of ``count`` things, as far apart as can be, in order.

    There are all of them where there are no more.
    """
    if count <= most:
        return np.arange(count)
    return np.unique(np.linspace(0, count - 1, most).round().astype(np.intp))
