"""Words that rightly have capitals inside are read as they are written."""

import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from tests.services.drawings import written


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "rows",
    [("eBay LaTeX pH", "YouTube GmbH PhD"), ("McDonald iPhone", "MacBook kWh JavaScript")],
)
def test_capitals_inside_words_are_kept(rows: tuple[str, ...], seed: int) -> None:
    page = written(list(rows), seed=seed)
    read = run(recognize(image_from_array(page.pixels, "brands"), load_model("print62"))).page
    assert read.text == "\n".join(rows)
