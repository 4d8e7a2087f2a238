"""Whatever happened to a document, the answer is the document or one error in words."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import load_history
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.page.history import History
from tests.damage import damaged
from tests.formats.documents import pack, parts_of, refusal, whole_document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ocrdesk"


def test_a_cut_off_document_is_always_refused(path: Path) -> None:
    whole_document(path)
    content = path.read_bytes()
    for length in range(0, len(content), 7):
        path.write_bytes(content[:length])
        assert "is damaged" in refusal(path)


def test_damage_never_ends_in_a_traceback_or_another_content(path: Path) -> None:
    kept = whole_document(path)
    content = path.read_bytes()
    rng = np.random.default_rng(17)
    refused = 0
    for _ in range(500):
        path.write_bytes(damaged(content, rng))
        try:
            again = open_document(path).pages[0]
            assert again.document.page == kept.document.page
            assert isinstance(kept.history, History)
            assert load_history(again) == kept.history.marked_saved()
            assert isinstance(again.image, Member)
            pixels = load_image(again.document, again.image).pixels
            assert kept.document.pixels is not None
            assert np.array_equal(pixels, kept.document.pixels)
        except DocumentFileError as error:
            refused += bool(error.advice)
    assert refused > 300


def test_places_that_hold_no_document(tmp_path: Path, path: Path) -> None:
    assert "There is no" in refusal(path)
    assert "is a folder" in refusal(tmp_path)
    path.write_bytes(b"")
    assert "its end is missing" in refusal(path)
    with pytest.raises(DocumentFileError):
        open_document("a\0b")


@pytest.mark.skipif(os.name == "nt", reason="Unix special files and permissions")
def test_pipes_and_forbidden_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(path)
    assert "a pipe" in refusal(path)
    path.unlink()
    whole_document(path)

    def refuse(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in refusal(path)


def with_manifest(path: Path, change: Callable[[Any], Any]) -> None:
    parts = parts_of(path)
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps(change(manifest)).encode()
    pack(path, parts)


def test_foreign_archives(path: Path) -> None:
    pack(path, {"word/document.xml": b"<xml/>"})
    assert "not a document of ocrdesk" in refusal(path)
    pack(path, {"manifest.json": b'{"format":"other"}'})
    assert "not a document of ocrdesk" in refusal(path)


def test_archives_without_any_member(path: Path) -> None:
    pack(path, {})
    assert "not a document of ocrdesk" in refusal(path)
    path.write_bytes(b"something before" + path.read_bytes())
    assert "damaged" in refusal(path)


def test_newer_documents(path: Path) -> None:
    whole_document(path)
    with_manifest(path, lambda manifest: {**manifest, "version": 2, "pages": "other"})
    with pytest.raises(DocumentFileError, match="newer ocrdesk") as caught:
        open_document(path)
    assert "Update" in caught.value.advice


def first_page(**values: Any) -> Callable[[Any], Any]:
    return lambda manifest: {**manifest, "pages": [{**manifest["pages"][0], **values}]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda manifest: [manifest], "is not an object"),
        (lambda manifest: {**manifest, "version": True}, "not a document"),
        (lambda manifest: {**manifest, "version": 0}, "not a document"),
        (lambda manifest: {**manifest, "pages": None}, "list of pages"),
        (lambda manifest: {**manifest, "pages": [None]}, "page of the manifest"),
        (lambda manifest: {**manifest, "pages": manifest["pages"] * 2}, "again and again"),
        (first_page(page="pages/9.json"), "it lacks"),
        (first_page(page="manifest.json"), "can be called"),
        (first_page(image="manifest.json"), "can be called"),
        (first_page(image=f"histories/{'0' * 32}.json"), "can be called"),
        (first_page(image=f"images/{'0' * 32}.png"), "lacks"),
        (first_page(history=3), "name of a member"),
        (first_page(rotation=360), "rotation"),
        (first_page(source=None), "source"),
        (first_page(page_count=0), "number of pages"),
        (first_page(view=[]), "view"),
    ],
)
def test_manifests_that_make_no_sense(path: Path, change: Callable[[Any], Any], said: str) -> None:
    whole_document(path)
    with_manifest(path, change)
    assert said in refusal(path)
