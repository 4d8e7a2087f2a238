"""Documents come back as they were saved, and a failed saving leaves the one before."""

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.document_images import image_file_of, load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.history_records import history_from_record, trimmed_history
from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.record_values import value_from_bytes
from ocrdesk.page.document import PageDocument
from ocrdesk.page.history import History
from tests.formats.documents import edited, members, opened, picture, stored


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "work.ocrdesk"


def test_a_page_comes_back_with_all_that_belongs_to_it(tmp_path: Path, target: Path) -> None:
    page = stored(
        picture(tmp_path / "scan.jpg"),
        title="Shopping",
        model="print36",
        view={"zoom": 1.5, "center": [3, 4], "\ud800": None},
    )
    save_document(target, [page], creator="ocrdesk 0.9")
    contents = open_document(target)
    again = contents.pages[0]
    assert contents.creator == "ocrdesk 0.9"
    assert again.document.page == page.document.page
    assert again.document.pixels is None
    assert again.document.with_pixels(page.document.pixels).source == page.document.source
    assert (again.title, again.model, again.view) == ("Shopping", "print36", page.view)
    assert isinstance(page.history, History)
    assert load_history(again) == page.history.marked_saved()


def test_the_file_of_an_image_is_kept_as_it_is(tmp_path: Path, target: Path) -> None:
    scan = picture(tmp_path / "scan.jpg", quality=40)
    again = save_document(target, [stored(scan)]).pages[0]
    assert isinstance(again.image, Member)
    with zipfile.ZipFile(target) as archive:
        assert archive.read(again.image.name) == scan.read_bytes()
        assert archive.getinfo(again.image.name).compress_type == zipfile.ZIP_STORED
    image = load_image(again.document, again.image)
    assert np.array_equal(image.pixels, next(open_images(scan)).pixels)
    assert image.source == str(scan)


def test_a_preview_inside_a_tiff_does_not_stand_for_the_page(tmp_path: Path, target: Path) -> None:
    scan, pixels = tmp_path / "scan.tif", np.random.default_rng(1).integers(0, 256, (40, 60))
    preview = Image.new("L", (6, 4))
    preview.encoderinfo = {"tiffinfo": {254: 1}}
    page = Image.fromarray(pixels.astype(np.uint8))
    page.save(scan, save_all=True, append_images=[preview])
    again = save_document(target, [stored(scan)]).pages[0]
    assert isinstance(again.image, Member)
    assert np.array_equal(load_image(again.document, again.image).pixels, pixels)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("is_kept", [True, False])
def test_turned_images_come_back_turned(
    tmp_path: Path, target: Path, quarters: int, *, is_kept: bool
) -> None:
    document = opened(picture(tmp_path / "scan.png"), quarters=quarters)
    save_document(
        target, [StoredPage(document, image=image_file_of(document) if is_kept else None)]
    )
    again = open_document(target).pages[0]
    assert isinstance(again.image, Member)
    image = load_image(again.document, again.image)
    assert again.document.rotation == 90 * quarters
    assert document.pixels is not None
    assert np.array_equal(image.pixels, document.pixels)
    assert image.rotation == 90 * quarters


def test_pages_of_a_file_of_several_are_kept_as_png(tmp_path: Path, target: Path) -> None:
    frames = [Image.new("L", (30, 20), shade) for shade in (10, 20)]
    frames[0].save(tmp_path / "two.tif", save_all=True, append_images=frames[1:])
    documents = [
        PageDocument(image.source, image.page_number, image.page_count, image.pixels)
        for image in open_images(tmp_path / "two.tif")
    ]
    assert [image_file_of(document) for document in documents] == [None, None]
    save_document(target, [StoredPage(document) for document in documents])
    again = open_document(target).pages
    assert [page.document.page_number for page in again] == [0, 1]
    for page, document in zip(again, documents, strict=True):
        assert isinstance(page.image, Member)
        assert page.image.name.endswith(".png")
        assert document.pixels is not None
        assert np.array_equal(load_image(page.document, page.image).pixels, document.pixels)


def test_images_that_are_not_compressed_are_packed(tmp_path: Path, target: Path) -> None:
    Image.new("L", (1600, 1200), 250).save(tmp_path / "white.bmp")  # packs far too well
    rng = np.random.default_rng(1)
    Image.fromarray(rng.integers(0, 9, (300, 400), np.uint8)).save(tmp_path / "noise.bmp")
    pages = [stored(tmp_path / name) for name in ("white.bmp", "noise.bmp")]
    save_document(target, pages)
    kinds = [info.compress_type for name, info in members(target).items() if "images" in name]
    assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
    for page, source in zip(open_document(target).pages, pages, strict=True):
        assert isinstance(page.image, Member)
        assert source.document.pixels is not None
        assert np.array_equal(load_image(page.document, page.image).pixels, source.document.pixels)


def test_equal_content_makes_equal_bytes(tmp_path: Path, target: Path) -> None:
    pages = [stored(picture(tmp_path / "scan.png"), view={"b": 1, "a": 2})]
    save_document(target, pages)
    first = target.read_bytes()
    target.unlink()
    again = save_document(target, pages)
    assert target.read_bytes() == first
    save_document(target, again.pages, expected=again.stamp)
    assert target.read_bytes() == first
    save_document(target, open_document(target).pages)
    assert target.read_bytes() == first


def test_pages_keep_their_parts_when_they_change_places(tmp_path: Path, target: Path) -> None:
    scans = [picture(tmp_path / f"{number}.png", seed=number) for number in range(3)]
    contents = save_document(target, [stored(scan, title=scan.name) for scan in scans])
    for scan in scans:
        scan.unlink()
    shuffled = [open_document(target).pages[place] for place in (2, 0)]
    again = save_document(target, shuffled, expected=contents.stamp)
    assert [page.title for page in open_document(target).pages] == ["2.png", "0.png"]
    for page in again.pages:
        assert isinstance(page.image, Member)
        assert load_image(page.document, page.image).pixels.shape == (40, 60, 3)
        assert len(load_history(page).steps) == 3
    assert len(members(target)) == 2 + 2 + 1 + 1  # both histories are the same


def test_a_page_from_another_document_is_copied(tmp_path: Path, target: Path) -> None:
    other = tmp_path / "other.ocrdesk"
    page = save_document(other, [stored(picture(tmp_path / "scan.png"))]).pages[0]
    save_document(target, [page], creator="ocrdesk 0.9")
    other.unlink()
    again = open_document(target).pages[0]
    assert isinstance(again.image, Member)
    assert load_image(again.document, again.image).width == 60


def test_pages_without_image_or_reading(target: Path) -> None:
    save_document(target, [StoredPage(PageDocument("gone.png", 3, 5))])
    again = open_document(target).pages[0]
    assert (again.document.page, again.image, load_history(again)) == (None, None, History())
    assert (again.document.page_number, again.document.page_count) == (3, 5)
    save_document(target, [])
    assert open_document(target).pages == ()


def test_a_view_that_is_no_json_is_left_out(target: Path) -> None:
    document = PageDocument("a.png")
    for view in ({"zoom": float("nan")}, {"zoom": object()}):
        save_document(target, [StoredPage(document, view=view)])
        assert open_document(target).pages[0].view == {}


@pytest.mark.parametrize("position", [300, 250, 100, 0])
def test_a_history_without_end_loses_its_oldest_steps(tmp_path: Path, position: int) -> None:
    document, history = edited(opened(picture(tmp_path / "scan.png")), times=300)
    assert document.page is not None
    there, page = history.moved(position, document.page)
    most = len(trimmed_history(history, most=10**6).content) // 3
    short = trimmed_history(replace(there, saved=200), most=most)
    assert most - 300 < len(short.content) <= most
    kept = history_from_record(value_from_bytes(short.content))
    assert 50 < len(kept.steps) < 150
    assert kept.steps == history.steps[short.first : short.last]
    assert kept.left_out == short.first
    saved = 200 - short.first
    assert kept.saved == (saved if 0 <= saved <= len(kept.steps) else None)
    for place in range(len(kept.steps)):
        assert kept.moved(place, page)


def test_a_history_of_which_nothing_had_room_is_not_taken_for_none(tmp_path: Path) -> None:
    document = opened(picture(tmp_path / "scan.png"))
    target = tmp_path / "work.ocrdesk"
    save_document(target, [StoredPage(document, History(left_out=5))])
    assert load_history(open_document(target).pages[0]).left_out == 5
