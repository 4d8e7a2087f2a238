"""Homographies: how the points of one plane are seen on another."""

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Points = npt.NDArray[np.float64]


def homography(points: Points, seen: Points) -> Matrix:
    """Return the matrix (3, 3) that takes points (n, 2) to where they are ``seen`` (n, 2).

    Exact for four points, nearest in the sense of the normalised direct linear transform for more
    (Hartley and Zisserman 2004, Multiple View Geometry, algorithm 4.2). Raises ``ValueError`` where
    fewer are given, ``LinAlgError`` where three of four lie on a line.
    """
    if len(points) == 4:
        return _exact(points, seen)
    if len(points) < 4:
        raise ValueError(f"a homography needs four points, not {len(points)}")
    before, after = _normalising(points), _normalising(seen)
    rows = _equations(mapped(points, before), mapped(seen, after))
    found = np.linalg.svd(rows)[2][-1].reshape(3, 3)
    matrix = np.linalg.inv(after) @ found @ before
    return np.asarray(matrix / matrix[2, 2], np.float64)


def mapped(points: Points, matrix: Matrix) -> Points:
    """Return where the matrix takes points (n, 2)."""
    seen = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    moved: Points = seen[:, :2] / seen[:, 2:]
    return moved


def _exact(points: Points, seen: Points) -> Matrix:
    rows, values = [], []
    for (x, y), (u, v) in zip(points.tolist(), seen.tolist(), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    solved = np.linalg.solve(np.array(rows), np.array(values))
    return np.append(solved, 1.0).reshape(3, 3)


def _normalising(points: Points) -> Matrix:
    """Return the matrix that moves the points' middle to 0 and their mean distance to √2."""
    middle = points.mean(axis=0)
    spread = float(np.hypot(*(points - middle).T).mean())
    scale = np.sqrt(2) / max(spread, 1e-12)
    return np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]], [0, 0, 1]])


def _equations(points: Points, seen: Points) -> Matrix:
    """Return the equations (2n, 9) that the matrix, row by row, makes zero."""
    count = len(points)
    (x, y), (u, v) = points.T, seen.T
    one, none = np.ones(count), np.zeros(count)
    across = np.column_stack([x, y, one, none, none, none, -u * x, -u * y, -u])
    down = np.column_stack([none, none, none, x, y, one, -v * x, -v * y, -v])
    return np.concatenate([across, down])
