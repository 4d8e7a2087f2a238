"""What frames say of pieces: which split they are for, and never more than of the whole text."""

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.nn.ctc import log_likelihoods
from ocrdesk.nn.loss import log_softmax
from ocrdesk.services.progress import run
from ocrdesk.services.row_evidence import LEAST, RowEvidence, weigh_rows
from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.layout import LayoutRow
from ocrdesk.vision.pieces import Candidate, PieceRow, whole_glyphs
from ocrdesk.vision.row_pictures import Bytes, RowGeometry
from ocrdesk.vision.spacing import Spacing
from tests.services.row_making import row_reader

Logs = npt.NDArray[np.float64]
A, B, BLANK = range(3)
HEIGHT = 40


def _logs(chances: Logs) -> Logs:
    logs: Logs = np.log(chances)
    return logs


def _chance(rng: np.random.Generator, count: int) -> Any:
    """Return log-probabilities (count, 3) in 64 bits, of which none is near zero."""
    return log_softmax(rng.standard_normal((count, 3)))  # type: ignore[arg-type]


class MadeUp:
    """A network of rows that says of each row what a function of its number of frames does."""

    classes, geometry = 3, RowGeometry()

    def __init__(self, says: Callable[[int], Logs]) -> None:
        self.says = says
        self.asked: list[int] = []

    def read(self, pictures: Sequence[Bytes]) -> Generator[float, None, list[Logs]]:
        yield 0.0
        self.asked += [picture.shape[1] for picture in pictures]
        return [self.says(-(-width // self.geometry.stride)) for width in self.asked]


def _pieces(*spans: tuple[int, int]) -> tuple[Components, PieceRow]:
    """Return upright blocks of ink as the pieces of a row, 40 pixels high."""
    labels = np.zeros((2 * HEIGHT, spans[-1][1] + 20 if spans else 20), np.int32)
    boxes = [BoundingBox(left, 20, right, 20 + HEIGHT) for left, right in spans]
    for number, box in enumerate(boxes):
        labels[box.top : box.bottom, box.left : box.right] = number + 1
    sizes = np.ones(len(boxes))
    components = Components(
        labels,
        np.array([box.as_tuple() for box in boxes], np.int64).reshape(-1, 4),
        (40 * sizes).astype(np.int64),
        4 * sizes,
        sizes,
    )
    clusters = [Cluster((number,), box) for number, box in enumerate(boxes)]
    return components, whole_glyphs(clusters, 0.0, float(HEIGHT))


def _weighed(
    components: Components, pieces: PieceRow, network: Any, **changes: Any
) -> tuple[list[Candidate], RowEvidence]:
    candidates = list(pieces.candidates())
    row = LayoutRow((), 0.0, float(HEIGHT), Spacing())
    (evidence,) = run(weigh_rows(components, [row], [pieces], [candidates], network, **changes))
    assert np.isfinite(evidence.characters).all()
    return candidates, evidence


def _sure(*texts: int) -> Callable[[int], Logs]:
    """Return logs that say these classes one after the other, blanks between, quite surely."""

    def says(count: int) -> Logs:
        chances: Logs = np.full((count, 3), 0.01)
        chances[:, BLANK] = 0.98
        for number, label in enumerate(texts):
            place = int((number + 0.5) / len(texts) * count)
            chances[place] = 0.01
            chances[place, label] = 0.98
        return _logs(chances)

    return says


@pytest.mark.parametrize(("texts", "is_parted"), [((A, B), True), ((B,), False)])
def test_the_split_that_the_frames_say_is_preferred(
    texts: tuple[int, ...], *, is_parted: bool
) -> None:
    candidates, evidence = _weighed(*_pieces((10, 30), (36, 60)), MadeUp(_sure(*texts)))
    ways = {(c.first, c.last): evidence.characters[n] for n, c in enumerate(candidates)}
    assert set(ways) == {(0, 1), (1, 2), (0, 2)}
    parted = ways[0, 1].max() + ways[1, 2].max()
    assert (parted > ways[0, 2].max() + 2) == is_parted
    assert (parted < ways[0, 2].max() - 2) == (not is_parted)
    if is_parted:
        assert (ways[0, 1].argmax(), ways[1, 2].argmax()) == (A, B)
    else:
        assert ways[0, 2].argmax() == B


def test_ink_in_blank_frames_is_none() -> None:
    candidates, evidence = _weighed(*_pieces((10, 30), (80, 100)), MadeUp(_sure()))
    assert (evidence.candidates > evidence.characters.max(axis=1) + 1).all()
    assert evidence.candidates.shape == (len(candidates),)
    assert evidence.pieces == pytest.approx([evidence.candidates[0], evidence.candidates[-1]])


def _ways(candidates: Sequence[Candidate], count: int) -> Iterator[list[int]]:
    """Yield every way through the pieces, as the numbers of its candidates."""

    def on(node: int) -> Iterator[list[int]]:
        if node == count:
            yield []
        for number, candidate in enumerate(candidates):
            if candidate.first == node:
                yield from ([number, *rest] for rest in on(candidate.last))

    yield from on(0)


def test_no_way_through_a_row_is_likelier_than_its_text() -> None:
    chance = np.random.default_rng(2)
    spans = [(10, 26), (30, 50), (56, 70), (90, 120), (125, 150)]
    told: list[Any] = []

    def says(count: int) -> Logs:
        told.append(_chance(chance, count))
        frames: Logs = told[-1]
        return frames

    components, pieces = _pieces(*spans)
    candidates, evidence = _weighed(components, pieces, MadeUp(says))
    logs, ways = told[-1], list(_ways(candidates, len(spans)))
    assert len(ways) > 5
    assert min(evidence.characters.min(), evidence.candidates.min()) > LEAST
    for way in ways:
        for first in (A, B):
            text = [(first + place) % 2 for place in range(len(way))]  # no equal neighbours
            own = sum(evidence.characters[n, label] for n, label in zip(way, text, strict=True))
            whole = float(log_likelihoods(logs[None], [len(logs)], [text])[0])
            assert own <= whole + 1e-9
    silent = sum(evidence.pieces)
    assert silent == pytest.approx(float(logs[:, BLANK].sum()))


def test_pieces_narrower_than_a_frame_and_overlapping_ones_have_evidence_too() -> None:
    narrow = [(10, 40), (42, 44), (46, 48), (50, 52), (54, 80)]
    overlapping = [(10, 40), (20, 30), (25, 60), (24, 70)]
    for spans in (narrow, overlapping, [(10, 12)], [(10, 11), (11, 12)]):
        chance = np.random.default_rng(1)
        network = MadeUp(partial(_chance, chance))
        candidates, evidence = _weighed(*_pieces(*spans), network)
        assert evidence.characters.shape == (len(candidates), 2)
        assert evidence.candidates.shape == (len(candidates),)
        assert evidence.pieces.shape == (len(spans),)
        assert (evidence.characters >= LEAST).all()
        for part in (evidence.characters, evidence.candidates, evidence.pieces):
            assert np.isfinite(part).all()
            assert (part <= 0).all()


def test_no_character_is_less_likely_than_the_least_but_none_at_all_is() -> None:
    """A whole word in one piece would be passed over for the price of one letter."""
    network = MadeUp(lambda count: np.log(np.tile([1 - 1e-30, 1e-30 / 2, 1e-30 / 2], (count, 1))))
    _, evidence = _weighed(*_pieces((10, 60), (80, 140)), network)
    assert evidence.characters[:, B].max() == LEAST
    assert max(evidence.candidates.max(), evidence.pieces.max()) < 10 * LEAST
    assert evidence.characters[:, A].min() > -1e-6


def test_rows_have_their_own_evidence() -> None:
    components, pieces = _pieces((10, 30), (36, 60))
    one = _pieces((10, 30))[1]
    row = LayoutRow((), 0.0, float(HEIGHT), Spacing())
    candidates = [list(own.candidates()) for own in (pieces, one, pieces)]
    found = run(weigh_rows(components, [row] * 3, [pieces, one, pieces], candidates, row_reader(3)))
    assert [len(evidence.candidates) for evidence in found] == [3, 1, 3]
    np.testing.assert_allclose(found[0].characters, found[2].characters, atol=1e-4)
    assert run(weigh_rows(components, [], [], [], row_reader(3))) == []


def test_characters_that_it_does_not_know_are_as_likely_as_the_likeliest() -> None:
    network = row_reader(3)
    components, pieces = _pieces((10, 30), (36, 60))
    _, known = _weighed(components, pieces, network)
    _, grown = _weighed(components, pieces, network, characters=4)
    np.testing.assert_array_equal(grown.characters[:, :2], known.characters)
    for place in (2, 3):
        np.testing.assert_array_equal(grown.characters[:, place], known.characters.max(axis=1))
    np.testing.assert_array_equal(grown.candidates, known.candidates)
