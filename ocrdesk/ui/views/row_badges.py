"""Where the numbers of rows stand: each beside its band, as many of them as find room."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from ocrdesk.ui.views.marks import badge_width
from ocrdesk.ui.views.row_band import RowBand

GAP = 5.0  # pixels of the screen between band and number
BESIDE = 24.0  # pixels of the screen beside the page that are in sight when it is fitted
_LEAST, _USUAL, _MOST = 12.0, 14.0, 20.0  # how high a number is, in pixels of the screen
_LEVEL = 0.05  # of a step along a row: what leads less far aside never leads back to the page
_CELL = 64  # pixels: more than a number is wide, so that few cells have to be looked at
_Cells = Mapping[tuple[int, int], Sequence[tuple[int, QRectF]]]


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
        self._is_placed = False
        self._areas: dict[int, tuple[RowBand, QRectF]] = {}  # of rows, at that zoom
        self._placed: dict[int, QRectF] = {}
        self._cells: _Cells = {}

    def set_bands(self, bands: Sequence[RowBand], paper: QRectF) -> None:
        """Number other rows, of a page that lies there."""
        self._areas = {
            row: (band, self._areas[row][1])
            for row, band in enumerate(bands)
            if paper == self.paper and row in self._areas and self._areas[row][0] is band
        }
        self._bands, self.paper, self._is_placed = bands, paper, False

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
        self._place(transform)
        shift = QPointF(transform.dx(), transform.dy())
        return {row: area.translated(shift) for row, area in self._placed.items()}

    def at(self, point: QPointF, transform: QTransform) -> int | None:
        """Return the row whose number lies at a point of the screen, looking only near it."""
        self._place(transform)
        there = point - QPointF(transform.dx(), transform.dy())
        near = (one for cell in _around(there) for one in self._cells.get(cell, ()))
        return min((row for row, area in near if area.contains(there)), default=None)

    def _place(self, transform: QTransform) -> None:
        scale = transform.m11(), transform.m22()
        if scale != self._scale:
            self._scale, self._is_placed, self._areas = scale, False, {}
        if not self._is_placed:
            self._is_placed, self._cells = True, _placed(self._areas_at(*scale))
            placed = (one for cell in self._cells.values() for one in cell)
            self._placed = dict(sorted(placed, key=itemgetter(0)))

    def _areas_at(self, across: float, down: float) -> list[QRectF]:
        """Return where each number belongs; an edit of a row leaves those of all others alone."""
        zoom = QTransform.fromScale(across, down)
        for row, band in enumerate(self._bands):
            if row not in self._areas:
                self._areas[row] = band, _area(band, row, zoom, self.paper)
        return [self._areas[row][1] for row in range(len(self._bands))]

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


def _placed(areas: Sequence[QRectF]) -> _Cells:
    """Place numbers in reading order, each where none lies yet; return them by cells."""
    taken: defaultdict[tuple[int, int], list[tuple[int, QRectF]]] = defaultdict(list)
    for row, area in enumerate(areas):
        cells = _around(area.center())
        if not any(area.intersects(other) for cell in cells for _, other in taken.get(cell, ())):
            taken[cells[0]].append((row, area))
    return taken


def _around(point: QPointF) -> list[tuple[int, int]]:
    """Return the cell of a point, first, and those around it."""
    x, y = int(point.x() // _CELL), int(point.y() // _CELL)
    return [(x + dx, y + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]


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
