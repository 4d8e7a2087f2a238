"""How fine a PDF page is drawn, worked out on pages that only say what lies on them."""

import pytest

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_decoding import MAX_MEGAPIXELS
from ocrdesk.formats.pdf_pictures import PdfPageContent, PdfPicture
from ocrdesk.formats.pdf_sampling import choose_sampling, deciding_picture

LETTER = 612.0, 792.0  # points


def picture(
    dpi: float,
    *,
    height: float = LETTER[1],
    top: float = 0.0,
    upright_dpi: float | None = None,
    is_level: bool = True,
) -> PdfPicture:
    """Return a picture as wide as the page."""
    return PdfPicture(
        *(0.0, top, LETTER[0], top + height),
        area=LETTER[0] * height,
        columns=round(LETTER[0] * dpi / 72),
        rows=round(height * (upright_dpi or dpi) / 72),
        density=max(dpi, upright_dpi or 0) / 72,
        is_level=is_level,
        handle=None,
    )


def size_of(*pictures: PdfPicture, is_drawn: bool = False) -> tuple[int, int]:
    content = PdfPageContent(*LETTER, pictures, is_drawn)
    sampling = choose_sampling(content, deciding_picture(content), "The page")
    return sampling.x.size, sampling.y.size


DRAWING = (2550, 3300)


@pytest.mark.parametrize("dpi", [72, 150, 200, 400, 600])
def test_a_scan_has_its_own_pixels(dpi: int) -> None:
    assert size_of(picture(dpi)) == (612 * dpi // 72, 11 * dpi)


def test_drawings_have_300_dpi_but_never_less_than_the_scan_below_them() -> None:
    assert size_of(is_drawn=True) == size_of(picture(200), is_drawn=True) == DRAWING
    assert size_of(picture(600), is_drawn=True) == (5100, 6600)
    assert size_of(picture(600, height=99), is_drawn=True) == DRAWING


def test_strips_are_one_scan() -> None:
    strips = [picture(200, height=79.2, top=79.2 * at) for at in range(10)]
    assert size_of(*strips) == (1700, 2200)


def test_layers_are_drawn_as_fine_as_300_dpi_or_finer() -> None:
    coarse = picture(100)
    assert size_of(coarse, picture(100)) == DRAWING  # one may be the colour of a fine mask
    assert size_of(coarse, picture(300, height=150)) == DRAWING
    assert size_of(coarse, picture(400)) == (3400, 4400)


def test_a_picture_of_huge_pixels_is_no_scan() -> None:
    assert size_of(picture(1)) == DRAWING
    assert size_of(picture(200), picture(1)) == DRAWING


def test_a_fax_gets_square_pixels_and_loses_none() -> None:
    assert size_of(picture(204, upright_dpi=98)) == (1734, 2244)
    assert size_of(picture(204, upright_dpi=203)) == (1734, 2233)


def test_a_picture_askew_is_drawn_in_its_own_density() -> None:
    assert size_of(picture(200, is_level=False)) == (1700, 2200)


def test_what_exceeds_the_largest_picture_is_coarser() -> None:
    width, height = size_of(picture(4000))
    assert 0.99 * MAX_MEGAPIXELS < width * height / 1e6 <= MAX_MEGAPIXELS


def test_a_page_that_would_be_too_coarse_to_read_is_refused() -> None:
    content = PdfPageContent(72 * 2000.0, 72 * 2000.0, (), is_drawn=True)
    with pytest.raises(ImageFileError, match="2,000 x 2,000 inches"):
        choose_sampling(content, None, "The page")
    poster = PdfPageContent(72 * 200.0, 72 * 200.0, (), is_drawn=True)
    sampling = choose_sampling(poster, None, "The page")
    assert sampling.x.size * sampling.y.size <= MAX_MEGAPIXELS * 1_000_000
