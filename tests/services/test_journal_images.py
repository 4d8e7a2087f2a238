"""The image of recovered work is found again, wherever it was."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import save_document
from ocrdesk.formats.document_images import image_file_of
from ocrdesk.formats.document_members import Member, member_bytes
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images
from ocrdesk.page import edits
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.page.history import step_between
from ocrdesk.page.turning import turned
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_images import identify, load_recovered_image
from ocrdesk.services.journal_store import JournalStore, Recovered
from tests.services.working import small_page


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    store = JournalStore(tmp_path / "journals")
    yield store
    store.close()


def picture(path: Path, *, seed: int = 1) -> Path:
    rng = np.random.default_rng(seed)
    Image.fromarray(rng.integers(0, 256, (40, 60), np.uint8)).save(path)
    return path


def read(image: SourceImage) -> PageDocument:
    page = small_page()
    upright = Page(page.width, page.height, page.lines, rotation=float(image.rotation))
    return PageDocument(
        image.source,
        image.page_number,
        image.page_count,
        image.pixels,
        upright,
        int(image.rotation),
    )


def worked_on(store: JournalStore, document: PageDocument, image: Member | None = None) -> Journal:
    identity, png = identify(document, image=image)
    journal = store.begin(identity, document.page, picture=png)
    assert document.page is not None
    after, change = edits.set_correction(document.page, 1, "K")
    journal.record_step(step_between(document.page, after, change))
    return journal


def recovered(store: JournalStore) -> Recovered:
    """What the next program gets back."""
    store.close()
    other = JournalStore(store._folder)
    (leftover,) = other.recoverable()
    again = other.recover(leftover)
    other.close()
    return again


def check(found: SourceImage, document: PageDocument) -> None:
    assert document.pixels is not None
    assert np.array_equal(found.pixels, document.pixels)
    assert (found.page_number, found.page_count) == (document.page_number, document.page_count)
    assert found.rotation == document.rotation


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_an_image_file(
    tmp_path: Path, store: JournalStore, monkeypatch: pytest.MonkeyPatch, quarters: int
) -> None:
    monkeypatch.chdir(picture(tmp_path / "scan.png").parent)
    document = read(next(open_images("scan.png")).turned(quarters))
    worked_on(store, document)
    again = recovered(store)
    monkeypatch.chdir("/")
    assert again.journal.picture is None
    assert again.state.identity.source == str((tmp_path / "scan.png").resolve())
    check(load_recovered_image(again), document)


@pytest.mark.parametrize(("degrees", "base"), [(4.5, 0), (95.0, 90), (-30.0, 0)])
def test_a_page_turned_by_any_angle_gets_its_image_as_it_lay(
    tmp_path: Path, store: JournalStore, degrees: float, base: int
) -> None:
    picture(tmp_path / "scan.png")
    document = read(next(open_images(tmp_path / "scan.png")))
    journal = worked_on(store, document)
    before = journal.state.page
    assert before is not None
    after, change = turned(before, degrees)
    journal.record_step(step_between(before, after, change))
    found = load_recovered_image(recovered(store))
    assert found.rotation == base
    assert document.pixels is not None
    assert np.array_equal(found.pixels, np.rot90(document.pixels, -base // 90))


def test_a_page_among_several(tmp_path: Path, store: JournalStore) -> None:
    frames = [Image.new("L", (30, 20), shade) for shade in (10, 20, 30)]
    frames[0].save(tmp_path / "three.tif", save_all=True, append_images=frames[1:])
    document = read(list(open_images(tmp_path / "three.tif"))[1])
    worked_on(store, document)
    check(load_recovered_image(recovered(store)), document)


@pytest.mark.parametrize("quarters", [0, 3])
def test_an_image_without_a_file(store: JournalStore, quarters: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (40, 60, 3), np.uint8)
    document = read(image_from_array(pixels, "Clipboard").turned(quarters))
    worked_on(store, document)
    again = recovered(store)
    assert again.journal.picture is not None
    check(load_recovered_image(again), document)
    again.journal.close()
    assert list(store._folder.glob("*/*")) == []


def test_an_image_without_a_file_is_kept_before_it_is_read(store: JournalStore) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (40, 60), np.uint8)
    document = PageDocument("Clipboard", pixels=image_from_array(pixels).pixels)
    identity, png = identify(document)
    store.begin(identity, picture=png)
    again = recovered(store)
    assert again.state.page is None
    check(load_recovered_image(again), document)


def test_a_page_of_a_document(tmp_path: Path, store: JournalStore) -> None:
    scan = picture(tmp_path / "scan.png")
    document = read(next(open_images(scan)).turned(1))
    stored = [StoredPage(document, image=image_file_of(document))]
    stored.append(StoredPage(read(next(open_images(picture(tmp_path / "b.png", seed=2))))))
    first, second = save_document(tmp_path / "work.ocrdesk", stored).pages
    scan.unlink()
    assert isinstance(first.image, Member)
    worked_on(store, first.document, first.image)
    save_document(tmp_path / "work.ocrdesk", [second, first])
    again = recovered(store)
    check(load_recovered_image(again), document)
    (tmp_path / "work.ocrdesk").unlink()
    with pytest.raises(DocumentFileError, match="There is no"):
        load_recovered_image(again)


def test_windows_on_one_page_of_a_document_know_each_other(
    tmp_path: Path, store: JournalStore
) -> None:
    frames = [Image.new("L", (30, 20), shade) for shade in (10, 20)]
    frames[0].save(tmp_path / "two.tif", save_all=True, append_images=frames[1:])
    document = read(list(open_images(tmp_path / "two.tif"))[1])
    journal = worked_on(store, document)
    (page,) = save_document(tmp_path / "work.ocrdesk", [StoredPage(document)]).pages
    assert isinstance(page.image, Member)
    journal.record_saved(str(page.image.document), image=page.image)
    other = JournalStore(store._folder)
    identity, png = identify(page.document, image=page.image)
    assert png is None
    assert len(other.others(identity)) == 1
    assert other.others(identify(document)[0]) == ()
    after, change = edits.set_correction(small_page(), 2, "L")
    journal.record_step(step_between(small_page(), after, change))
    again = recovered(store)
    assert again.state.identity.key == identity.key
    check(load_recovered_image(again), document)
    other.close()


def test_an_image_that_became_another(tmp_path: Path, store: JournalStore) -> None:
    scan = picture(tmp_path / "scan.png")
    worked_on(store, read(next(open_images(scan))))
    picture(scan, seed=2)
    again = recovered(store)
    with pytest.raises(ImageFileError, match="no longer the image"):
        load_recovered_image(again)
    scan.unlink()
    with pytest.raises(ImageFileError, match="There is no"):
        load_recovered_image(again)
    assert again.state.page is not None


def test_the_only_copy_of_a_page_stays_until_a_document_has_it_again(
    tmp_path: Path, store: JournalStore
) -> None:
    stored = StoredPage(read(next(open_images(picture(tmp_path / "scan.png")))))
    (page,) = save_document(tmp_path / "work.ocrdesk", [stored]).pages
    assert isinstance(page.image, Member)
    journal = worked_on(store, page.document, page.image)
    journal.record_saved(str(page.image.document), image=page.image)
    journal.keep_picture(member_bytes(page.image, most=10**6))  # taken out, and the document saved
    again = recovered(store)
    assert again.state == journal.state
    assert again.state.history.is_saved
    next_store = JournalStore(store._folder)
    found = next_store.recover(next_store.recoverable()[0])
    found.journal.record_saved(str(page.image.document), image=page.image)
    next_store.close()
    last = JournalStore(store._folder)
    assert last.recoverable() == ()
    last.close()
    assert list(store._folder.iterdir()) == []
