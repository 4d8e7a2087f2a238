"""Arrays kept from batch to batch, and where they begin in memory."""

import numpy as np
import pytest

from ocrdesk.nn.arrays import aligned_zeros
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.nn.workspace import Workspace


@pytest.mark.parametrize("shape", [(1,), (3, 5), (32, 1024), (0, 4)])
@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.intp, np.bool_])
def test_arrays_begin_where_a_cache_line_begins(shape: tuple[int, ...], dtype: type) -> None:
    array = aligned_zeros(shape, dtype)
    assert array.shape == shape
    assert array.dtype == dtype
    assert not array.any()
    assert array.flags.c_contiguous
    assert not array.size or array.ctypes.data % 64 == 0


def test_so_do_the_vectors_of_a_network() -> None:
    network = Network([Dense(5), Dense(3)], (7,))
    assert network.parameters.ctypes.data % 64 == network.gradients.ctypes.data % 64 == 0


def test_a_smaller_batch_gets_a_part_of_the_same_array() -> None:
    workspace = Workspace()
    large = workspace.rows("outputs", 8, (3,), np.float32)
    assert np.shares_memory(workspace.rows("outputs", 5, (3,), np.float32), large)
    assert np.shares_memory(workspace.rows("outputs", 8, (3,), np.float32), large)


def test_a_larger_batch_another_shape_or_name_gets_an_array_of_its_own() -> None:
    workspace = Workspace()
    first = workspace.rows("outputs", 8, (3,), np.float32)
    assert not np.shares_memory(workspace.rows("inputs", 8, (3,), np.float32), first)
    assert workspace.rows("outputs", 9, (3,), np.float32).shape == (9, 3)
    assert workspace.rows("outputs", 9, (4,), np.float32).shape == (9, 4)
    assert workspace.rows("outputs", 2, (4,), np.float64).dtype == np.float64
