"""Memory of large images in pages of megabytes, where the system has them (Linux).

Given back in pages of 4 kB, an image of 155 megapixels kept the window's thread for 46 ms when
another one took its place, in large ones for 2; it is filled in a third of the time, too. NumPy
asks for them on its own account, Qt does not.
"""

import ctypes
import mmap
import sys
from contextlib import suppress
from typing import Any

from numpy.typing import NDArray

_LARGE_PAGE = 2**21  # bytes, nearly everywhere
_LARGE_IMAGE = 2**25  # bytes; what is smaller is given back in 2 ms


def ask_for_large_pages(memory: NDArray[Any]) -> None:
    """Ask for large pages for memory that nothing was written to yet; nothing else changes."""
    if sys.platform != "linux" or memory.nbytes < _LARGE_IMAGE:
        return
    start = -(-memory.ctypes.data // _LARGE_PAGE) * _LARGE_PAGE
    end = (memory.ctypes.data + memory.nbytes) // _LARGE_PAGE * _LARGE_PAGE
    with suppress(OSError, AttributeError):  # a system without: it is a wish
        ctypes.CDLL(None).madvise(
            ctypes.c_void_p(start), ctypes.c_size_t(end - start), mmap.MADV_HUGEPAGE
        )
