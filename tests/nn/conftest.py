"""Small networks and problems that the tests of this room share."""

import numpy as np
import pytest

from ocrdesk.nn.dataset import Dataset


@pytest.fixture
def rng() -> np.random.Generator:
    """Chance, the same in every run."""
    return np.random.default_rng(20)


@pytest.fixture
def blobs(rng: np.random.Generator) -> Dataset:
    """Three classes of 600 points around three corners of the plane: (n, 2)."""
    labels = rng.integers(0, 3, 600)
    centres = np.array([[0, 2], [2, -1], [-2, -1]], np.float32)
    inputs = centres[labels] + rng.standard_normal((600, 2), dtype=np.float32) / 2
    return Dataset(inputs.astype(np.float32), labels)
