"""Which matrix products of a training step go faster in pieces, and by which of NumPy's calls."""

from functools import cache

import numpy as np

from ocrdesk.nn.arrays import Array

_DOT = 8192  # numbers: the largest result that `dot` is quicker to write
_SMALL = 1_000_000
_AVX512_CORES = frozenset({"SkylakeX", "Cooperlake", "SapphireRapids"})


@cache
def small_product() -> int:
    """Return how many multiply-adds a product may have to skip packing; 0 where none does.

    OpenBLAS copies both operands into packed blocks before it multiplies, which for the thin
    products of a mini-batch costs as much as a quarter of the time. On AVX-512 cores it has kernels
    that do without, for products of at most 10⁶ multiply-adds
    (kernel/x86_64/sgemm_small_kernel_permit_skylakex.c).
    """
    from threadpoolctl import threadpool_info  # type: ignore[import-untyped]  # noqa: PLC0415

    cores = {library.get("architecture") for library in threadpool_info()}
    return _SMALL if cores & _AVX512_CORES else 0


def pieces(count: int, multiply_adds: int, *, smallest: int) -> int:
    """Return into how many equal pieces to cut an axis of ``count`` so that each is small.

    Pieces thinner than ``smallest`` waste the kernels' width: then, and where no piece is small
    enough, the answer is 1. It depends on sizes and processor alone, never on a measurement, so
    that a seed gives the same weights every time on the same machine.
    """
    limit = small_product()
    if not limit or multiply_adds <= limit:
        return 1
    for number in range(2, count // smallest + 1):
        if count % number == 0 and multiply_adds <= limit * number:
            return number
    return 1


def multiply(left: Array, right: Array, out: Array) -> None:
    """Write the product of two matrices into ``out``, contiguous.

    `dot` clears what it is given first, which for a gradient of 64 Ki weights takes 5 of 44
    microseconds; `matmul` takes half a microsecond longer to begin.
    """
    (np.dot if out.size <= _DOT else np.matmul)(left, right, out)
