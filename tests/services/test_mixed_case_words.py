"""Words that rightly have capitals inside are read as they are written."""

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from tests.services.drawings import written


def test_capitals_inside_words_are_kept() -> None:
    page = written(["eBay LaTeX pH", "YouTube GmbH PhD"], seed=0)
    read = run(recognize(image_from_array(page.pixels, "brands"), load_model("print62"))).page
    assert read.text == "eBay LaTeX pH\nYouTube GmbH PhD"
