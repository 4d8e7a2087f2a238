"""What a recognizer says of patches is a probability, whatever its network gives."""

import numpy as np
import pytest

from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry


@pytest.mark.parametrize("surety", [0.0, 5.0, 40.0, 400.0])
def test_ink_that_is_surely_no_character_still_has_shares_that_sum_to_one(surety: float) -> None:
    network = Network([Dense(3)], (256,))
    network.layers[0].parameters["biases"][:] = [2.0, 1.0, surety]
    recognizer = Recognizer(network, Charset("AB"), PatchGeometry(16, 2), can_reject=True)
    given, is_character = recognizer.judge(np.zeros((2, 16, 16), np.float32))
    np.testing.assert_allclose(given, [[0.7310586, 0.2689414]] * 2, rtol=1e-5)
    expected = (np.exp(2.0) + np.exp(1.0)) / (np.exp(2.0) + np.exp(1.0) + np.exp(surety))
    np.testing.assert_allclose(is_character, expected, rtol=1e-5, atol=1e-30)
    assert (is_character <= 1).all()
