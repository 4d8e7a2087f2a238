"""Rows come apart into pieces, and neighbouring pieces make candidates."""

import numpy as np
import pytest

from ocrdesk.services.progress import run
from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.joining import cluster_of
from ocrdesk.vision.pieces import PieceRow, take_apart
from ocrdesk.vision.preprocess import InkImage


def _components(mask: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> Components:
    return find_components(InkImage(mask.astype(np.float32), mask, 1.0, False, 0.0))


def _touching(angle: float = 0.0) -> Components:
    """Return one component: two rings of 40 pixels side by side, a bridge between them."""
    rows, columns = np.mgrid[:200, :260]
    turn = np.deg2rad(angle)
    along = (columns - 130) * np.cos(turn) + (rows - 100) * np.sin(turn)
    across = (rows - 100) * np.cos(turn) - (columns - 130) * np.sin(turn)
    mask = np.zeros((200, 260), bool)
    for middle in (-25, 25):
        distance = np.hypot(along - middle, across)
        mask |= (distance < 20) & (distance > 16)
    mask |= (np.abs(along) < 8) & (np.abs(across) < 2)
    return _components(mask)


def _taken(components: Components, angle: float) -> tuple[Components, PieceRow]:
    whole = cluster_of([0], components)
    parted, (row,) = run(take_apart([([whole], angle, 40.0)], components))
    return parted, row


@pytest.mark.parametrize("angle", [0.0, 20.0, -25.0])
def test_touching_letters_are_parted_along_their_row(angle: float) -> None:
    components = _touching(angle)
    assert len(components) == 1
    parted, row = _taken(components, angle)
    middles = [piece.box.center for piece in row.pieces]
    assert len(row.pieces) >= 2
    assert middles[0][0] < 130 < middles[-1][0]
    assert sum(parted.areas[[m for p in row.pieces for m in p.members]]) == components.areas[0]
    assert all(between.is_cut for between in row.breaks)


def test_the_page_before_stays_as_it_was() -> None:
    components = _touching()
    labels = components.labels.copy()
    parted, _ = _taken(components, 0.0)
    assert np.array_equal(components.labels, labels)
    assert len(parted) > len(components)
    assert np.array_equal(parted.labels > 0, labels > 0)


def test_measures_of_parts_are_those_of_their_ink() -> None:
    parted, row = _taken(_touching(), 0.0)
    for member in (m for piece in row.pieces for m in piece.members):
        rows, columns = np.nonzero(parted.labels == member + 1)
        assert parted.areas[member] == len(rows)
        assert parted.boxes[member].tolist() == [
            columns.min(),
            rows.min(),
            columns.max() + 1,
            rows.max() + 1,
        ]


def test_candidates_are_runs_of_pieces_no_wider_than_letters() -> None:
    _, row = _taken(_touching(), 0.0)
    runs = [(candidate.first, candidate.last) for candidate in row.candidates()]
    singles = [(place, place + 1) for place in range(len(row.pieces))]
    assert set(singles) <= set(runs)
    for candidate in row.candidates():
        box = candidate.cluster.box
        assert candidate.last - candidate.first == 1 or box.width <= 1.45 * 40
    assert (0, len(row.pieces)) not in runs  # both rings together are two letters wide


def test_letters_far_apart_are_never_joined() -> None:
    mask = np.zeros((60, 200), bool)
    mask[10:50, 10:20] = True
    mask[10:50, 60:70] = True
    components = _components(mask)
    clusters = [cluster_of([index], components) for index in range(2)]
    _, (row,) = run(take_apart([(clusters, 0.0, 40.0)], components))
    assert [(c.first, c.last) for c in row.candidates()] == [(0, 1), (1, 2)]
    assert row.breaks[0].gap == pytest.approx(1.0)
    assert not row.breaks[0].is_cut


def test_a_wide_letter_is_a_candidate_though_it_may_be_cut() -> None:
    mask = np.zeros((80, 140), bool)
    for left, step in ((10, 1), (25, -1), (40, 1), (55, -1)):  # a W half as wide again as high
        for y in range(40):
            x = left + (y if step > 0 else 40 - y) * 16 // 40
            mask[20 + y, x : x + 5] = True
    components = _components(mask)
    assert len(components) == 1
    parted, row = _taken(components, 0.0)
    wide = [c for c in row.candidates() if c.is_whole]
    assert len(row.pieces) > 1
    assert [(c.first, c.last) for c in wide] == [(0, len(row.pieces))]
    assert wide[0].cluster.box.width > 1.45 * 40
    assert len(parted) >= len(row.pieces)
