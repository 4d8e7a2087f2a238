"""Bytes as a failing disk or a broken transfer leaves them."""

import numpy as np


def damaged(whole: bytes, rng: np.random.Generator) -> bytes:
    """Return the bytes cut off somewhere, or with one of them changed."""
    if rng.random() < 0.3:
        return whole[: int(rng.integers(1, len(whole)))]
    broken = bytearray(whole)
    broken[int(rng.integers(len(whole)))] ^= int(rng.integers(1, 256))
    return bytes(broken)
