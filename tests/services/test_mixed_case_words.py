"""Words with capitals or full stops inside are read as they are written, and so are plain ones."""

import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from tests.services.drawings import written


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "rows",
    [
        ("eBay LaTeX pH", "YouTube GmbH PhD"),
        ("McDonald iPhone", "MacBook kWh JavaScript"),
        ("Typescript Postscript BSC", "Mastercard Latex Github", "MSC PHD London"),
        ("the Ph.D. and", "U.S.A. and U.K."),
    ],
)
def test_words_are_read_as_they_are_written(rows: tuple[str, ...], seed: int) -> None:
    page = written(list(rows), seed=seed)
    read = run(recognize(image_from_array(page.pixels, "brands"), load_model("print62"))).page
    assert read.text == "\n".join(rows)
