"""The reader that most of these tests read with."""

import pytest

from ocrdesk.services.model_store import load_model
from ocrdesk.services.recognizer import Recognizer


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    """The model that ships for capitals and digits."""
    return load_model("print36")
