"""What a recognizer says of patches is a probability, whatever its network gives."""

import numpy as np
import pytest

from ocrdesk.formats.reader_records import readers_from_record, readers_record
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import Reader
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


@pytest.mark.parametrize(
    ("lineage", "told"),
    [
        ({"letters": 34, "parent": "print36"}, Reader("Ann", "print36", 34)),
        ({"letters": 10**12, "parent": "print36"}, Reader("Ann")),
        ({"letters": -1}, Reader("Ann")),
        ({"letters": True}, Reader("Ann")),
        ({"letters": 3, "parent": "x" * 200_000}, Reader("Ann", "", 3)),
        ({"letters": 3, "parent": ["x"]}, Reader("Ann", "", 3)),
    ],
)
def test_whatever_a_model_file_says_of_a_hand_comes_back_from_a_document(
    lineage: dict[str, object], told: Reader
) -> None:
    network, geometry = Network([Dense(2)], (256,)), PatchGeometry(16, 2)
    reader = Recognizer(network, Charset("AB"), geometry, name="Ann", lineage=lineage).reader
    assert reader == told
    assert readers_from_record(readers_record([reader])) == (told,)
