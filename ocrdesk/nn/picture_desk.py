"""What one thread needs to take a few pictures through a convolution and back."""

import numpy as np

from ocrdesk.nn.arrays import Array, aligned_zeros
from ocrdesk.nn.correlation import Correlation, Correlator
from ocrdesk.nn.pooling import Pool, Winners, pooled_shape


class PictureDesk:
    """Scratch for ``pictures_at_once``, and the steps that are done on them while it is warm.

    ``there`` correlates, ``back`` takes gradients the other way. Biases and zeros are spread over
    all pictures: NumPy takes up to eight times as long to add a short row again and again.
    """

    def __init__(
        self, sizes: Correlation, *, is_rectified: bool, is_pooled: bool, dtype: type[np.floating]
    ) -> None:
        self.there, self.back = Correlator(sizes, dtype), Correlator(sizes.adjoint, dtype)
        self._is_rectified, self._is_pooled = is_rectified, is_pooled
        count = min(self.there.pictures_at_once, self.back.pictures_at_once)
        self.pictures_at_once = count
        whole, channels = sizes.output_shape, sizes.channels
        self.output_shape = pooled_shape(whole) if is_pooled else whole
        if is_pooled:
            self._whole = aligned_zeros((count, *whole), dtype)
            self._pool = Pool(whole, count, dtype)
        self._biases = aligned_zeros((count, *self.output_shape), dtype)
        self._spread = np.zeros(channels, dtype)
        self._zeros = aligned_zeros((count, *self.output_shape), dtype)
        self._zero = dtype(0)
        self._delta = aligned_zeros((count, *self.output_shape), dtype)
        self._passed = aligned_zeros((count, *self.output_shape), np.bool_)
        self._bias_gradient = aligned_zeros((channels,), dtype)
        self._ones = np.ones(self._delta.size // channels, dtype)

    def set_biases(self, biases: Array) -> None:
        """Spread b (K,) over the pictures, unless that is done: one that only reads keeps its b."""
        if not np.array_equal(biases, self._spread):
            np.copyto(self._spread, biases)
            np.copyto(self._biases, biases)

    def correlate(
        self, inputs: Array, kernel: Array, outputs: Array, winners: Winners | None
    ) -> None:
        """Set ``outputs`` (n, *output_shape); where pooled, also ``winners`` unless None.

        Of equal numbers and one more the largest is the same one: biases may come after pooling.
        """
        if self._is_pooled:
            whole = self._whole[: len(inputs)]
            self.there.correlate(inputs, kernel, whole)
            self._pool.largest(whole, outputs, winners)
        else:
            self.there.correlate(inputs, kernel, outputs)
        np.add(outputs, self._biases[: len(outputs)], outputs)
        if self._is_rectified:
            np.maximum(outputs, self._zeros[: len(outputs)], out=outputs)

    def reach(
        self, gradient: Array, outputs: Array, winners: Winners | None, bias_sum: Array
    ) -> Array:
        """Return ∂J/∂y (n, height′, width′, K), valid until the next call, from ∂J/∂outputs.

        Also adds to ``bias_sum`` (K,) what these pictures contribute to ∂J/∂b.
        """
        count, delta = len(gradient), gradient
        if self._is_rectified:  # the slope is 1 where the output is positive, and else 0
            passed, delta = self._passed[:count], self._delta[:count]
            np.greater(outputs, self._zero, passed)
            np.copyto(delta, passed)
            np.multiply(delta, gradient, delta)
        by_place = delta.reshape(-1, len(bias_sum))
        np.dot(self._ones[: len(by_place)], by_place, self._bias_gradient)
        np.add(bias_sum, self._bias_gradient, bias_sum)
        if winners is None:
            return delta
        whole = self._whole[:count]
        self._pool.spread(delta, winners, whole)
        return whole
