"""Photos of filled-in practice sheets become labelled letters; what is no such photo is told."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFilter

from ocrdesk.errors import SheetError, UsageError
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.hand_letters import characters_of
from ocrdesk.services.hand_sheet import (
    LetterDoubt,
    SheetReading,
    plan_sheet,
    read_hand_sheet,
)
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.vision import practice_code
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.practice_finding import Missed, find_practice_sheet
from ocrdesk.vision.practice_page import PracticePage, code_areas, mark_areas
from ocrdesk.vision.preprocess import to_grey
from tests.vision.filled_sheets import (
    FilledSheet,
    Photo,
    Written,
    own_hand,
    photograph,
    placed_in,
    scan,
)

Pixels = npt.NDArray[np.uint8]
PAGE = plan_sheet("print36", copies=5, paper="a4")
DPI = 150
MM = DPI / 25.4


def _read(pixels: Pixels) -> SheetReading:
    return run(read_hand_sheet(image_from_array(pixels, "photo.jpg")))


@pytest.fixture(scope="module")
def written() -> list[Written]:
    return own_hand(PAGE, 4)


@pytest.fixture(scope="module")
def scanned(written: list[Written]) -> Pixels:
    return scan(PAGE, written, DPI)


@pytest.fixture(scope="module")
def photo(written: list[Written]) -> FilledSheet:
    """Tilted, aslant, bent by two millimetres, half in shadow, lying on its side."""
    look = Photo(
        size=(1350, 1800), tilt=9.0, perspective=0.7, bulge=2.0, shadow=0.5, quarters=1, noise=0.015
    )
    return photograph(PAGE, written, np.random.default_rng(1), look)


@pytest.fixture(scope="module")
def reading(scanned: Pixels) -> SheetReading:
    """What the scan gives."""
    return _read(scanned)


def test_a_photo_gives_every_letter_with_the_ink_that_was_written(photo: FilledSheet) -> None:
    reading = _read(photo.pixels)
    assert reading.page == PAGE
    assert reading.marks == 4
    assert "".join(letter.character for letter in reading.letters) == PAGE.asked
    fits = [photo.agreement(i, own.ink, own.outline) for i, own in enumerate(reading.letters)]
    assert sum(fit >= 0.97 for fit in fits) >= 0.99 * len(fits)
    assert len(reading.sure) == len(fits)
    height, width = photo.pixels.shape[:2]
    for cell, letter in enumerate(reading.letters):
        assert letter.box.clipped(width, height) == letter.box
        middle = np.array(
            [[(letter.box.left + letter.box.right) / 2, (letter.box.top + letter.box.bottom) / 2]]
        )
        x, y = photo.on_page(middle)[0]
        box = PAGE.box(cell)
        assert box.left < x < box.right
        assert box.top < y < box.bottom


@pytest.mark.parametrize("quarters", [1, 2])
def test_any_way_up_gives_the_same_letters(
    scanned: Pixels, reading: SheetReading, quarters: int
) -> None:
    turned = _read(np.ascontiguousarray(np.rot90(scanned, quarters)))
    for one, other in zip(reading.letters, turned.letters, strict=True):
        assert one.character == other.character
        assert other.doubt is LetterDoubt.NONE
        assert abs(one.ink.shape[0] - other.ink.shape[0]) <= 2
        assert abs(one.ink.shape[1] - other.ink.shape[1]) <= 2


def test_empty_filled_and_overflowing_cells_are_told(written: list[Written]) -> None:
    changed = list(written)
    changed[3] = None
    left, top, right, bottom = _sides(PAGE, 7)
    zigzag = [(left + 0.5 + 0.35 * (i % 2) * 28, top + 0.6 + i * 0.35) for i in range(32)]
    changed[7] = [np.array(zigzag, np.float32)]
    down = np.array([((left + right) / 2 + 16, top + 2), ((left + right) / 2 + 16, bottom + 2.5)])
    changed[8] = [down.astype(np.float32)]
    reading = _read(scan(PAGE, changed, DPI))
    doubts = {i: own.doubt for i, own in enumerate(reading.letters) if own.doubt.value}
    assert doubts == {
        3: LetterDoubt.EMPTY,
        7: LetterDoubt.BLACKENED,
        8: LetterDoubt.OVERFLOWING,
    }
    assert [own.character for own in reading.without_letter] == ["D", "H"]
    assert [own.character for own in reading.doubtful] == ["I"]
    assert len(reading.sure) == 177


def _sides(page: PracticePage, cell: int) -> tuple[float, float, float, float]:
    box = page.box(cell)
    return box.left, box.top, box.right, box.bottom


def test_a_stroke_that_crosses_a_line_a_little_stays_whole(written: list[Written]) -> None:
    changed = list(written)
    left, _, right, bottom = _sides(PAGE, 20)
    middle = (left + right) / 2
    changed[20] = [np.array([(middle, bottom - 8), (middle, bottom + 0.6)], np.float32)]
    letter = _read(scan(PAGE, changed, DPI)).letters[20]
    assert letter.doubt is LetterDoubt.NONE
    assert letter.box.height / MM == pytest.approx(9.1, abs=0.5)


def test_another_letter_than_asked_for_is_doubtful(written: list[Written]) -> None:
    changed = list(written)
    asked = PAGE.asked
    source = asked.index("W")
    strokes = written[source]
    assert strokes is not None
    changed[asked.index("T")] = placed_in(PAGE, asked.index("T"), strokes, height=7.5)
    recognizer = load_model("print36")
    image = image_from_array(scan(PAGE, changed, DPI), "photo.jpg")
    reading = run(read_hand_sheet(image, recognizer))
    unlike = [own for own in reading.letters if own.doubt is LetterDoubt.UNLIKE]
    assert [(own.character, own.seen_as) for own in unlike] == [("T", "W")]


def test_patches_are_those_that_pages_have(reading: SheetReading) -> None:
    recognizer = load_model("print36")
    patches = cut_patches([own.ink for own in reading.letters], recognizer.geometry)
    shares = recognizer.classify(patches)
    named = [recognizer.charset[int(place)] for place in shares.argmax(axis=1)]
    right = sum(one == own.character for one, own in zip(named, reading.letters, strict=True))
    assert right >= 0.9 * len(named)


def test_the_letters_are_a_file_to_train_on(reading: SheetReading) -> None:
    characters = characters_of([reading])
    assert characters.labels == list(PAGE.asked)
    assert set(characters.writers) == {"photo"}


def _hide(pixels: Pixels, corners: tuple[int, ...]) -> Pixels:
    """Return the scan with something pale lying over some corner marks."""
    hidden = pixels.copy()
    for corner in corners:
        area = mark_areas("a4")[corner].grown(3, 3)
        rows = slice(round(area.top * MM), round(area.bottom * MM))
        hidden[rows, round(area.left * MM) : round(area.right * MM)] = 190
    return hidden


@pytest.mark.parametrize("corner", [0, 2])
def test_one_hidden_corner_is_made_up_for(scanned: Pixels, corner: int) -> None:
    reading = _read(_hide(scanned, (corner,)))
    assert reading.marks == 3
    assert len(reading.sure) == 180


def _folded(pixels: Pixels) -> Pixels:
    """Return the scan with a corner folded over: the white back of the page lies on it."""
    image = Image.fromarray(pixels)
    side = round(45 * MM)
    width, height = image.size
    brush = ImageDraw.Draw(image)
    brush.polygon([(width, height), (width - side, height), (width, height - side)], 40)
    brush.polygon(
        [(width - side, height), (width, height - side), (width - side, height - side)], 235
    )
    return np.asarray(image)


def test_a_folded_corner_costs_the_letters_below_it_only(scanned: Pixels) -> None:
    reading = _read(_folded(scanned))
    missing = {PAGE.asked.index(own.character) for own in reading.without_letter}
    assert reading.marks == 3
    assert 1 <= len(reading.without_letter) + len(reading.doubtful) <= 9
    assert all(place >= 24 for place in missing)


def _spoiled(pixels: Pixels) -> Pixels:
    spoiled = pixels.copy()
    for area in code_areas("a4"):
        rows = slice(round(area.top * MM), round(area.bottom * MM))
        spoiled[rows, round(60 * MM) : round(120 * MM)] = 200
    return spoiled


def _blurred(pixels: Pixels) -> Pixels:
    return np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(3.5 * MM)))


def _small(pixels: Pixels) -> Pixels:
    small = Image.fromarray(pixels).reduce(3)
    canvas = Image.new("L", (900, 1100), 120)
    canvas.paste(small, (200, 200))
    return np.asarray(canvas)


@pytest.mark.parametrize(
    ("change", "what", "advice"),
    [
        (lambda p: _hide(p, (0, 2)), "only 2", "nothing on its corners"),
        (_spoiled, "the code between its corner squares", "steady hand"),
        (_blurred, "no practice sheet", "sharp"),
        (lambda p: np.full_like(p, 236), "no practice sheet", "printed side"),
        (_small, "too small", "nearer"),
    ],
    ids=["two corners", "no code", "blurred", "its back", "far away"],
)
def test_what_cannot_be_read_is_told_with_advice(
    scanned: Pixels, change: Callable[[Pixels], Pixels], what: str, advice: str
) -> None:
    with pytest.raises(SheetError, match=what) as told:
        _read(change(scanned))
    assert advice in told.value.advice


def test_a_sheet_of_a_newer_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_code, "VERSION", 9)
    page = plan_sheet("ABC", copies=2, paper="letter")
    pixels = scan(page, [None] * 6, DPI)
    monkeypatch.undo()
    with pytest.raises(SheetError, match="newer ocrdesk"):
        _read(pixels)


def test_other_pages_are_no_sheets() -> None:
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 256, (700, 500), np.uint8)
    squares = np.kron(rng.integers(0, 2, (60, 45)).astype(np.uint8) * 255, np.ones((12, 12)))
    for pixels in (noise, squares.astype(np.uint8), np.zeros((9, 9), np.uint8)):
        assert isinstance(find_practice_sheet(to_grey(pixels)), Missed)


def test_an_empty_sheet_has_no_letters() -> None:
    page = plan_sheet("ABCÄÖ€", copies=1, paper="letter")
    reading = _read(scan(page, [None] * 6, DPI))
    assert reading.page == page
    assert len(reading.without_letter) == 6


@pytest.mark.parametrize(
    ("characters", "copies", "message"),
    [
        ("AAB", 0, "0 times"),
        ("", 5, "No practice sheet"),
        ("A\u0301B", 5, "No practice sheet"),
        ("".join(map(chr, range(0x410, 0x430))), 1, "too many"),
    ],
)
def test_sheets_that_cannot_be_made_are_refused(characters: str, copies: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        plan_sheet(characters, copies=copies, paper="a4")


def test_repeated_characters_and_spaces_count_once() -> None:
    assert plan_sheet("A B A ", copies=1, paper="a4").characters == "AB"
