"""What the network of rows says of the pieces that a row is parted into.

The network knows texts, not where letters end. A candidate from node to node takes the frames
between them, and is as likely one certain character as those frames are to hold it and nothing
else. Frames of all ways through a row are the same, so that ways compare.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.ctc_segments import segment_scores
from ocrdesk.services.progress import part_of
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.vision.components import Components
from ocrdesk.vision.layout import LayoutRow
from ocrdesk.vision.pieces import Candidate, PieceRow, span_of
from ocrdesk.vision.row_pictures import RowPicture, draw_row

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

LEAST = -20.0
"""In natural logs: no character is less likely for its frames, whatever the network says. To pass
over ink has no such bound: a whole word in one piece would be passed over for the price of one."""


_DRAWN, _FRAMES = 0.15, 0.9  # of the way: rows are drawn; of the rest: their frames are read


@dataclass(frozen=True, slots=True, eq=False)
class RowEvidence:
    """Natural logs: ``characters`` (candidates, characters), and that there is none.

    The latter are of ``candidates`` (candidates,) and of ``pieces`` (pieces,).
    """

    characters: Floats
    candidates: Floats
    pieces: Floats


def weigh_rows(
    components: Components,
    rows: Sequence[LayoutRow],
    pieces: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    network: RowNetwork,
    *,
    characters: int | None = None,
) -> Generator[float, None, list[RowEvidence]]:
    """Return what the network says of the candidates of each row; no row is without pieces.

    Where there are more ``characters`` than the network knows, those at the end are as likely as
    the likeliest before them: it would take them for one of these. Yields the share done every
    few milliseconds.
    """
    pictures = []
    for number, (row, own) in enumerate(zip(rows, pieces, strict=True)):
        yield _DRAWN * number / len(rows)
        pictures.append(_picture(components, row, own, network))
    task = weigh_pictures(pictures, pieces, candidates, network, characters=characters)
    return (yield from part_of(task, start=_DRAWN, share=1 - _DRAWN))


def weigh_pictures(
    pictures: Sequence[RowPicture],
    pieces: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    network: RowNetwork,
    *,
    characters: int | None = None,
) -> Generator[float, None, list[RowEvidence]]:
    """Return the same of rows whose pictures were drawn before."""
    more = 0 if characters is None else characters - (network.classes - 1)
    task = network.read([picture.pixels for picture in pictures])
    frames = yield from part_of(task, start=0.0, share=_FRAMES)
    stride = network.geometry.stride
    found = []
    parts = zip(frames, pictures, pieces, candidates, strict=True)
    for number, (logs, picture, own, choice) in enumerate(parts):
        yield _FRAMES + (1 - _FRAMES) * number / len(pictures)
        found.append(_evidence(logs, picture, stride, own, choice, more))
    return found


def _picture(
    components: Components, row: LayoutRow, pieces: PieceRow, network: RowNetwork
) -> RowPicture:
    return draw_row(
        components, pieces.pieces, angle=row.angle, height=row.height, geometry=network.geometry
    )


def _evidence(
    logs: Floats,
    picture: RowPicture,
    stride: int,
    pieces: PieceRow,
    candidates: Sequence[Candidate],
    more: int,
) -> RowEvidence:
    nodes = _nodes(picture, stride, pieces, len(logs))
    count = len(pieces.pieces)
    first = np.array([c.first for c in candidates] + list(range(count)), np.intp)
    last = np.array([c.last for c in candidates] + list(range(1, count + 1)), np.intp)
    # A piece narrower than a frame has the one that it lies in.
    starts = np.minimum(nodes[first], len(logs) - 1)
    ends = np.maximum(nodes[last], starts + 1)
    characters, blanks = segment_scores(logs, starts, ends)
    own = len(candidates)
    unknown = np.repeat(characters.max(axis=1, keepdims=True), more, axis=1)
    characters = np.concatenate([characters, unknown], axis=1)
    return RowEvidence(np.maximum(characters[:own], LEAST), blanks[:own], blanks[own:])


def _nodes(picture: RowPicture, stride: int, pieces: PieceRow, count: int) -> Places:
    """Return at which of ``count`` frames each node between pieces lies, (pieces + 1,).

    A node lies halfway between what ends before it and what begins behind.
    """
    spans = [span_of(piece, pieces.angle) for piece in pieces.pieces]
    middles = np.array([(before[1] + after[0]) / 2 for before, after in pairwise(spans)])
    inner = np.rint(picture.columns(middles) / stride).astype(np.intp)
    nodes = np.concatenate([[0], inner, [count]])
    return np.asarray(np.maximum.accumulate(np.clip(nodes, 0, count)), np.intp)
