"""The flight recorder keeps to its memory, and tells what it had to shorten."""

import numpy as np

from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.services.laboratory.recorder import FlightRecorder


def _network(value: float) -> Network:
    network = Network([Dense(10)], (100,))
    network.parameters[:] = value
    return network


SIZE = _network(0).parameters.nbytes


def _recorded(epochs: int, *, rooms: float) -> FlightRecorder:
    recorder = FlightRecorder(int(rooms * SIZE))
    for epoch in range(epochs):
        recorder.keep(epoch, _network(epoch / 3), is_best=epoch == 4)
    return recorder


def test_with_room_every_epoch_is_kept_exactly() -> None:
    recorder = _recorded(10, rooms=10)
    assert recorder.epochs == tuple(range(10))
    assert all(recorder.is_exact(epoch) for epoch in recorder.epochs)
    assert (recorder.network(7).parameters == np.float32(7 / 3)).all()


def test_short_of_room_older_epochs_are_kept_in_half_the_bits() -> None:
    recorder = _recorded(12, rooms=10)
    assert recorder.epochs == tuple(range(12))
    assert recorder.size <= 10 * SIZE
    assert not recorder.is_exact(1)
    np.testing.assert_allclose(recorder.network(1).parameters, 1 / 3, rtol=2**-11)


def test_at_last_epochs_are_thinned_but_never_the_first_the_best_and_the_last() -> None:
    recorder = _recorded(60, rooms=8)
    assert recorder.size <= 8 * SIZE
    assert {0, 4, 59} <= set(recorder.epochs)
    assert all(recorder.is_exact(epoch) for epoch in (0, 4, 59))
    gaps = np.diff(recorder.epochs)
    assert len(recorder.epochs) >= 6
    assert gaps.max() < 40


def test_the_nearest_kept_epoch_is_found() -> None:
    recorder = _recorded(60, rooms=8)
    for epoch in range(60):
        near = recorder.nearest(epoch)
        assert abs(near - epoch) == min(abs(kept - epoch) for kept in recorder.epochs)


def test_weights_too_large_for_half_the_bits_stay_finite() -> None:
    recorder = FlightRecorder(2 * SIZE)
    for epoch in range(4):
        recorder.keep(epoch, _network(1e30))
    assert all(np.isfinite(recorder.network(epoch).parameters).all() for epoch in recorder.epochs)
