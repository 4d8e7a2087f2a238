"""Correlation of pictures with a bank of kernels, with few multiplications and none of it copied.

PyTorch's way, one hand-written loop over taps and channels in registers, is not open to NumPy: here
all must become matrix products on arrays as they lie in memory.
"""

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.lib.stride_tricks import as_strided

from ocrdesk.nn.arrays import Array, Shape, aligned_zeros
from ocrdesk.nn.toom_cook import cheapest_outputs, toom_cook

_MOST_PRODUCTS = 2**20
"""Multiply-adds of one plane's product: thinner ones cost up to a fifth more a picture, and thicker
ones save nothing."""
_MOST_NUMBERS = 2**18
"""What the largest scratch array may hold: 1 MB, a core's own cache."""
_MOST_PICTURES = 8
"""More at once save nothing that is left to save."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Sizes of y_{u,v,k} = Σ_{i,j,c} w_{i,j,c,k} x_{u+i−p, v+j−q, c}; outside pictures x is 0."""

    input_shape: Shape
    """(height, width, C)"""
    channels: int
    """K, of the output"""
    size: tuple[int, int]
    """of the kernel: (r, s), height and width"""
    padding: tuple[int, int]
    """(p, q): rows of zeros above and below, columns left and right"""

    @property
    def output_shape(self) -> Shape:
        """(height′, width′, K)."""
        height, width, _ = self.input_shape
        return (
            height + 2 * self.padding[0] - self.size[0] + 1,
            width + 2 * self.padding[1] - self.size[1] + 1,
            self.channels,
        )

    @property
    def weight_shape(self) -> Shape:
        """(r, s, C, K)."""
        return (*self.size, self.input_shape[2], self.channels)

    @property
    def adjoint(self) -> "Correlation":
        """Sizes of the way back, from ∂J/∂y (height′, width′, K) to ∂J/∂x (height, width, C).

        As y_u = Σ_i w_i x_{u+i−p}, ∂J/∂x_t = Σ_i w_i ∂J/∂y_{t−i+p}: with i′ = r − 1 − i that is the
        correlation of ∂J/∂y with the turned kernel w_{r−1−i′}, padded by r − 1 − p.
        """
        (height, width), (above, left) = self.size, self.padding
        rest = (height - 1 - above, width - 1 - left)
        return Correlation(self.output_shape, self.input_shape[2], self.size, rest)


class Correlator:
    """Toom-Cook over the rows, windows of whole pixels along them; scratch for one thread.

    A band of m output rows sees a = m + r − 1 input rows d (a, pitch · C). Bᵀd are transformed rows
    V_i; each is correlated along itself with its own row U_i (s, C, K) of the kernel U = Gw; Aᵀ
    makes the m output rows of the results M_i (see `ToomCook`).

    Rows of all bands and pictures lie one after the other with q zero pixels between them, which
    serve the row before and the row after. What the kernel sees at place p are then the s · C
    numbers from p · C on: a row of a matrix. BLAS takes no matrix whose rows overlap, but every
    s-th window overlaps no other of its kind: s products, whose results interleave.

    One output row at a time has nothing to transform (see `toom_cook`): what it sees is copied. If
    one tap makes it, as in kernels (1, s) along a row of writing, even that is left out, and the
    product is a plain one.
    """

    def __init__(self, sizes: Correlation, dtype: type[np.floating]) -> None:
        self.sizes, self._dtype = sizes, dtype
        (_, width, channels), (taps, window) = sizes.input_shape, sizes.size
        height = sizes.output_shape[0]
        self._step = cheapest_outputs(height, taps)
        rows = toom_cook(self._step, taps)
        self._input_matrix = rows.input_matrix.astype(dtype)
        self._output_matrix = rows.output_matrix.astype(dtype)
        self._spread_matrix = rows.output_matrix.T.astype(dtype, "C")
        self._kernel_matrix = rows.kernel_matrix.astype(dtype)
        self.kernel_shape = (rows.inputs, window * channels, sizes.channels)
        self._bands, self._pitch = -(-height // self._step), width + sizes.padding[1]
        places = self._bands * self._pitch
        by_products = _MOST_PRODUCTS // (places * channels * sizes.channels)
        by_numbers = _MOST_NUMBERS // (rows.inputs * places * max(channels, sizes.channels))
        self.pictures_at_once = max(1, min(by_products, by_numbers, _MOST_PICTURES))
        # Windows are taken ``window`` at a time: the last few may begin where nothing is.
        self._places = self.pictures_at_once * places + window
        self._views: dict[int, _Views] = {}
        self._gradient_views: dict[int, tuple[Array, Array]] = {}

    # ---- kernels -----------------------------------------------------------------------------

    def set_kernel(self, weights: Array, kernel: Array) -> None:
        """Set ``kernel`` (a, s · C, K) to U = Gw of weights (r, s, C, K)."""
        taps = self.sizes.size[0]
        np.dot(self._kernel_matrix, weights.reshape(taps, -1), kernel.reshape(len(kernel), -1))

    def set_weight_gradient(self, sums: Array, gradient: Array) -> None:
        """Set ``gradient`` (r, s, C, K) to ∂J/∂w = Gᵀ ∂J/∂U of sums (a, s · C, K)."""
        taps = self.sizes.size[0]
        np.dot(self._kernel_matrix.T, sums.reshape(len(sums), -1), gradient.reshape(taps, -1))

    # ---- work --------------------------------------------------------------------------------

    def correlate(self, inputs: Array, kernel: Array, outputs: Array) -> None:
        """Set y (n, height′, width′, K), C-contiguous, from x (n, height, width, C).

        At most ``pictures_at_once``.
        """
        views = self._transform(inputs)
        np.matmul(views.windows, kernel, views.products)
        rows, full = self._banded(outputs)
        if len(kernel) == 1:
            np.copyto(rows, views.product_rows)
            return
        np.matmul(self._output_matrix, views.product_rows[:, :full], rows)
        if rest := outputs.shape[1] - full * self._step:
            last = outputs[:, -rest:].reshape(len(outputs), rest, -1)
            np.matmul(self._output_matrix[:rest], views.product_rows[:, full], last)

    def add_kernel_gradient(
        self, inputs: Array, gradient: Array, sums: Array, *, is_first: bool
    ) -> None:
        """Add to ``sums`` what these pictures contribute to ∂J/∂U; set them if ``is_first``.

        ``gradient`` is ∂J/∂y, C-contiguous. y = AᵀM and M_i[p] = Σ_j V_i[p+j] U_i[j] are linear, so
        ∂J/∂M = A ∂J/∂y and ∂J/∂U_i[j] = Σ_p V_i[p+j] (∂J/∂M_i[p])ᵀ.
        """
        views = self._transform(inputs)
        products, product_rows = self._views_of_gradient(len(inputs))
        self._gradients[:, views.places : views.places + self.sizes.size[1]] = 0
        rows, full = self._banded(gradient)
        if self._step == 1:
            np.copyto(product_rows, rows)
        else:
            np.matmul(self._spread_matrix, rows, product_rows[:, :full])
        if rest := gradient.shape[1] - full * self._step:
            last = gradient[:, -rest:].reshape(len(gradient), rest, -1)
            np.matmul(self._spread_matrix[:, :rest], last, product_rows[:, full])
        np.matmul(views.windows.transpose(0, 1, 3, 2), products, self._addends)
        if is_first:
            self._addends.sum(axis=0, out=sums)
            return
        for addend in self._addends:
            np.add(sums, addend, sums)

    def _transform(self, inputs: Array) -> "_Views":
        """Set V = Bᵀd of these pictures."""
        views = self._views_of(len(inputs))
        np.copyto(views.inside, inputs)
        if self._step > 1:
            np.matmul(self._input_matrix, views.seen, views.transformed)
        elif self.sizes.size[0] > 1:
            np.copyto(views.transformed, views.seen)
        return views

    def _banded(self, pictures: Array) -> tuple[Array, int]:
        """Return the full bands (n, full, m, width′ · K) and how many of them a picture has."""
        count, height, width, channels = pictures.shape
        full = height // self._step
        rows = pictures.reshape(count, height, width * channels)[:, : full * self._step]
        return rows.reshape(count, full, self._step, width * channels), full

    # ---- scratch -----------------------------------------------------------------------------

    @cached_property
    def _seen(self) -> Array:
        """The pictures among zeros; where one tap transforms nothing, within `_transformed`."""
        height = self._bands * self._step + self.sizes.size[0] - 1
        shape = (self.pictures_at_once, height, self._pitch, self.sizes.input_shape[2])
        if self.sizes.size[0] > 1:
            return aligned_zeros(shape, self._dtype)
        left = self.sizes.padding[1]
        return self._transformed[0, left : left + prod(shape[:3])].reshape(shape)

    @cached_property
    def _transformed(self) -> Array:
        """V, with q zeros before the first row and room for windows after the last."""
        places = self._places + self.sizes.padding[1] + self.sizes.size[1]
        shape = (self.kernel_shape[0], places, self.sizes.input_shape[2])
        return aligned_zeros(shape, self._dtype)

    @cached_property
    def _products(self) -> Array:
        """M."""
        shape = (self.kernel_shape[0], self._places, self.sizes.channels)
        return aligned_zeros(shape, self._dtype)

    @cached_property
    def _gradients(self) -> Array:
        """∂J/∂M, always zero between the rows."""
        return aligned_zeros(self._products.shape, self._dtype)

    @cached_property
    def _addends(self) -> Array:
        return aligned_zeros((self.sizes.size[1], *self.kernel_shape), self._dtype)

    def _views_of(self, count: int) -> "_Views":
        if count not in self._views:
            self._views[count] = self._new_views(count)
        return self._views[count]

    def _new_views(self, count: int) -> "_Views":
        (height, width, channels), (above, left) = self.sizes.input_shape, self.sizes.padding
        picture, row, _, item = self._seen.strides
        bands, planes = self._bands, self.kernel_shape[0]
        places = count * bands * self._pitch
        window = self.sizes.size[1]
        turns = -(-places // window)
        plane, place, _ = self._transformed.strides
        return _Views(
            places=places,
            inside=self._seen[:count, above : above + height, :width],
            seen=as_strided(
                self._seen,
                (count, bands, planes, self._pitch * channels),
                (picture, self._step * row, row, item),
            ),
            transformed=self._by_band(self._transformed[:, left:], count, self._pitch),
            windows=as_strided(
                self._transformed,
                (window, planes, turns, window * channels),
                (place, plane, window * place, item),
            ),
            products=self._by_turn(self._products, turns),
            product_rows=self._by_band(self._products, count, self.sizes.output_shape[1]),
        )

    def _views_of_gradient(self, count: int) -> tuple[Array, Array]:
        """Return ∂J/∂M in turns and in rows, as `_Views` has M."""
        if count not in self._gradient_views:
            turns = -(-count * self._bands * self._pitch // self.sizes.size[1])
            rows = self._by_band(self._gradients, count, self.sizes.output_shape[1])
            self._gradient_views[count] = self._by_turn(self._gradients, turns), rows
        return self._gradient_views[count]

    def _by_turn(self, planes: Array, turns: int) -> Array:
        """Show planes (a, places, K) as the windows' results (s, a, turns, K)."""
        window = self.sizes.size[1]
        plane, place, item = planes.strides
        return as_strided(
            planes,
            (window, len(planes), turns, planes.shape[2]),
            (place, plane, window * place, item),
        )

    def _by_band(self, planes: Array, count: int, width: int) -> Array:
        """Show planes (a, places, C) as rows (count, bands, a, width · C)."""
        plane, place, item = planes.strides
        row = self._pitch * place
        return as_strided(
            planes,
            (count, self._bands, len(planes), width * planes.shape[2]),
            (self._bands * row, row, plane, item),
        )


@dataclass(frozen=True, slots=True)
class _Views:
    """The scratch arrays as the products for some number of pictures see them."""

    places: int
    inside: Array
    """(n, height, width, C)"""
    seen: Array
    """d (n, bands, a, pitch · C)"""
    transformed: Array
    """V (n, bands, a, pitch · C)"""
    windows: Array
    """V (s, a, turns, s · C): by the place modulo s where a window begins"""
    products: Array
    """M (s, a, turns, K)"""
    product_rows: Array
    """M (n, bands, a, width′ · K)"""
