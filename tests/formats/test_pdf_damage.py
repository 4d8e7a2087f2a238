"""A PDF that cannot be read gets one clear error with advice; its good pages are read anyway."""

import hashlib
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import ImageFileError, OutputError
from ocrdesk.formats.image_file import is_image_file, open_images, refuse_to_replace_picture
from tests.damage import damaged
from tests.formats import pdf_making as pdf

NOISE = np.random.default_rng(5).integers(0, 255, (30, 20, 3), np.uint8)
SCAN = pdf.one_page(image=pdf.picture(NOISE))

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def failure(path: Path, content: bytes) -> ImageFileError:
    path.write_bytes(content)
    with pytest.raises(ImageFileError) as caught:
        list(open_images(path))
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's document lies."""
    return tmp_path / "scan.pdf"


def encrypted(*, by: bytes = b"Standard", password: bytes = b"") -> bytes:
    """Return a PDF with an empty page that asks for a password (RC4; ISO 32000-1, 7.6.3)."""
    owner, name, permissions = b"o" * 32, b"i" * 16, (-4).to_bytes(4, "little", signed=True)
    padded = (password + _PADDING)[:32]
    key = hashlib.md5(padded + owner + permissions + name, usedforsecurity=False).digest()[:5]
    entries = b"/Filter /%b /V 1 /R 2 /P -4 /O <%b> /U <%b>" % (
        *(by, owner.hex().encode(), rc4(key, _PADDING).hex().encode()),
    )
    trailer = b"/Encrypt << %b >> /ID [<%b> <%b>]" % (entries, *[name.hex().encode()] * 2)
    pages = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 36] >>",
    ]
    return pdf.document(pages, trailer=trailer)


def rc4(key: bytes, data: bytes) -> bytes:
    """Encrypt as PDF 1.1 did."""
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    j = 0
    for number, byte in enumerate(data, 1):
        i = number % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_document(path: Path, share: float) -> None:
    error = failure(path, SCAN[: int(len(SCAN) * share)])
    assert "PDF document" in error.message
    assert "damaged or incomplete" in error.message
    assert is_image_file(path)  # it may be mended, so no text may take its place
    with pytest.raises(OutputError, match="PDF document"):
        refuse_to_replace_picture(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"just some text", "is not a PDF file"),
        (b"%PDF-1.7 whatever", "damaged"),
        (b"\n" * 2000 + SCAN, "is not a PDF file"),
    ],
)
def test_what_is_no_pdf_but_called_so(path: Path, content: bytes, reason: str) -> None:
    assert reason in failure(path, content).message


def test_a_password_is_said_to_be_missing(path: Path) -> None:
    error = failure(path, encrypted(password=b"secret"))
    assert "protected by a password" in error.message
    assert "without" in error.advice


def test_a_document_locked_against_changes_opens(path: Path) -> None:
    path.write_bytes(encrypted())
    assert next(open_images(path)).pixels.shape == (150, 300)


def test_encryption_of_another_kind(path: Path) -> None:
    assert "encrypted" in failure(path, encrypted(by=b"Adobe.APS")).message


def test_a_document_without_pages(path: Path) -> None:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    content = pdf.document([catalogue, b"<< /Type /Pages /Kids [] /Count 0 >>"])
    assert "has no pages" in failure(path, content).message


def test_a_number_of_pages_far_beyond_what_is_there(path: Path) -> None:
    content = SCAN.replace(b"/Kids [3 0 R] /Count 1 ", b"/Kids [3 0 R] /Count 999999 ")
    assert "damaged" in failure(path, content).message


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (b"0 0 1036800 1036800", "far too large: 14,400 x 14,400 inches"),
        (b"0 0 2000000000 9", "far too large"),
        (b"0 0 0.001 0.001", "no pixels"),
        (b"0 0 200 300] /CropBox [900 900 999 999", "no pixels"),
    ],
)
def test_absurd_page_sizes(path: Path, size: bytes, reason: str) -> None:
    content = pdf.one_page(b"0 0 m 9 9 l S", page=b"/MediaBox [%b]" % size)
    assert reason in failure(path, content).message


@pytest.mark.parametrize("size", [b"0 0 0 0", b"0 0 nan 9", b"0 0"])
def test_a_page_box_that_is_none_is_letter_paper_as_in_other_programs(
    path: Path, size: bytes
) -> None:
    path.write_bytes(pdf.one_page(b"0 0 m 9 9 l S", page=b"/MediaBox [%b]" % size))
    assert next(open_images(path)).pixels.shape == (3300, 2550)


@pytest.fixture
def half_a_megapixel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow no larger pictures."""
    for module in ("image_decoding", "pdf_file", "pdf_sampling"):
        monkeypatch.setattr(f"ocrdesk.formats.{module}.MAX_MEGAPIXELS", 0.5)


@pytest.mark.usefixtures("half_a_megapixel")
def test_too_many_pixels_become_coarser_instead(path: Path) -> None:
    large = np.random.default_rng(1).integers(0, 255, (1500, 1000), np.uint8)
    for content in (pdf.one_page(image=pdf.picture(large)), pdf.one_page(b"0 0 m 99 99 l S")):
        path.write_bytes(content)
        (image,) = open_images(path)
        assert 0.99 * 500_000 < image.pixels.size <= 500_000
        assert image.height / image.width == pytest.approx(1.5, abs=0.01)


def test_the_pages_around_a_damaged_one_are_read(path: Path) -> None:
    shape = 30, 20
    whole = pdf.picture(NOISE)
    undecodable = pdf.jpeg_picture(b"\xff\xd8\xff\xe0 and no more", shape)
    path.write_bytes(pdf.scans([(b, shape) for b in (whole, b"null", undecodable, whole)]))
    told: list[ImageFileError] = []
    images = list(open_images(path, on_damage=told.append))
    assert [image.page_number for image in images] == [0, 3]
    assert all(np.array_equal(image.pixels, NOISE) for image in images)
    assert [error.message for error in told] == [
        f"Page {number} of “scan.pdf” is damaged or incomplete." for number in (2, 3)
    ]
    pages = open_images(path)
    next(pages)
    with pytest.raises(ImageFileError, match="Page 2 of"):
        next(pages)


@pytest.mark.usefixtures("half_a_megapixel")
def test_a_picture_too_large_to_draw_is_told(path: Path) -> None:
    huge = pdf.picture(NOISE).replace(b"/Width 20 /Height 30", b"/Width 90000 /Height 90000")
    assert "8,100 megapixels" in failure(path, pdf.one_page(image=huge)).message


def test_a_white_scan_is_no_damage(path: Path) -> None:
    path.write_bytes(pdf.one_page(image=pdf.picture(np.full((30, 20), 255, np.uint8))))
    assert (next(open_images(path)).pixels == 255).all()


def test_without_the_library_a_document_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    error = failure(path, SCAN)
    assert "library" in error.message
    assert "Install" in error.advice


def test_any_damage_is_an_image_or_an_image_file_error(path: Path) -> None:
    form = b"/AcroForm << /Fields [6 0 R] /NeedAppearances true /DA (/T 9 Tf 0 g) >>"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (A) /Rect [2 2 60 25] /P 3 0 R >>"
    page = b"/MediaBox [0 0 20 30] /Annots [6 0 R]"
    text = b"q 20 0 0 30 0 0 cm /I Do Q BT /T 9 Tf 1 1 Td (hi) Tj ET"
    whole = pdf.one_page(text, pdf.picture(NOISE), field, page=page, catalogue=form)
    rng = np.random.default_rng(7)
    for _ in range(150):
        path.write_bytes(damaged(whole, rng))
        with suppress(ImageFileError):
            assert all(image.pixels.size for image in open_images(path))
