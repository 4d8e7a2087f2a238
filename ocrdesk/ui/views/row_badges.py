"""Where the numbers of rows stand: each beside its band, as many of them as find room."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from ocrdesk.ui.views.marks import badge_width
from ocrdesk.ui.views.row_band import RowBand

GAP = 5.0  # pixels of the screen between band and number
BESIDE = 24.0  # pixels of the screen beside the page that are in sight when it is fitted
_LEAST, _USUAL, _MOST = 12.0, 14.0, 20.0  # how high a number is, in pixels of the screen
_LEVEL = 0.05  # of a step along a row: what leads less far aside never leads back to the page
_CELL = 64  # pixels: more than a number is wide, so that few cells have to be looked at


class RowBadges:
    """Places numbers for a zoom, and keeps them until rows or zoom change.

    Where rows are so close that their numbers would lie on one another, every other one, or fewer,
    is left out: those that stay are whole. Bands of slanting rows reach out over the page; their
    numbers stay where a page that is fitted has them in sight.
    """

    def __init__(self) -> None:
        self._bands: Sequence[RowBand] = ()
        self.paper = QRectF()
        self._scale: tuple[float, float] | None = None
        self._placed: dict[int, QRectF] = {}

    def set_bands(self, bands: Sequence[RowBand], paper: QRectF) -> None:
        """Number other rows, of a page that lies there."""
        self._bands, self.paper, self._scale = bands, paper, None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._bands)

    @property
    def is_thinned(self) -> bool:
        """Tell whether some had no room when they were placed last."""
        return len(self._placed) < len(self._bands)

    def reach(self) -> float:
        """Return how far from its band a number may reach, in pixels of the page."""
        scale = min(self._scale) if self._scale is not None else 1.0
        return (_CELL + GAP) / max(scale, 1e-6)

    def placed(self, transform: QTransform) -> Mapping[int, QRectF]:
        """Return the places on the screen by the row's number, from 0."""
        scale = transform.m11(), transform.m22()
        if scale != self._scale:
            self._scale, self._placed = scale, _placed(self._bands, self.paper, *scale)
        shift = QPointF(transform.dx(), transform.dy())
        return {row: area.translated(shift) for row, area in self._placed.items()}

    def under(self, hidden: QRectF, transform: QTransform) -> int:
        """Return how many an area of the screen would hide at a zoom that need not be shown."""
        zoom = QTransform.fromScale(transform.m11(), transform.m22())
        there = hidden.translated(-transform.dx(), -transform.dy())
        near = there.adjusted(-_CELL, -_CELL, _CELL, _CELL)
        return sum(
            near.intersects(zoom.mapRect(band.area))
            and _area(band, row, zoom, self.paper).intersects(there)
            for row, band in enumerate(self._bands)
        )


def _placed(
    bands: Sequence[RowBand], paper: QRectF, across: float, down: float
) -> dict[int, QRectF]:
    """Place numbers in reading order, each where none lies yet."""
    zoom = QTransform.fromScale(across, down)
    taken: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)
    placed = {}
    for row, band in enumerate(bands):
        area = _area(band, row, zoom, paper)
        x, y = int(area.center().x() // _CELL), int(area.center().y() // _CELL)
        around = [taken[x + dx, y + dy] for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        if not any(area.intersects(other) for cell in around for other in cell):
            taken[x, y].append(area)
            placed[row] = area
    return placed


def _area(band: RowBand, row: int, zoom: QTransform, paper: QRectF) -> QRectF:
    """Return where the number of a row belongs at a zoom, on the page or just beside it."""
    height = band.height * zoom.m22()
    least = min(max(height, _LEAST), _USUAL)
    size = round(min(max(height * 0.5, least), _MOST))
    width = badge_width(row + 1, size)
    along = band.along
    reach = abs(along.x()) * width / 2 + abs(along.y()) * size / 2 + GAP
    middle = zoom.map(band.start) - along * reach
    near = zoom.mapRect(paper).adjusted(-BESIDE, -BESIDE, BESIDE, BESIDE)
    near.adjust(width / 2, size / 2, -width / 2, -size / 2)
    middle += along * max(
        _way(middle.x(), along.x(), near.left(), near.right()),
        _way(middle.y(), along.y(), near.top(), near.bottom()),
    )
    return QRectF(middle.x() - width / 2, middle.y() - size / 2, width, size)


def _way(at: float, step: float, low: float, high: float) -> float:
    """Return how many steps lead in between two places, none where hardly any step does."""
    off = low - at if at < low else min(high - at, 0.0)
    return off / step if off * step > 0 and abs(step) > _LEVEL else 0.0
