"""What goes on at a page: reading, exporting, a proposed cut, a page that was turned, hints."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from make_screenshots import Stage
    from PIL.Image import Image
    from PySide6.QtWidgets import QWidget


def reading(stage: "Stage") -> "QWidget":
    """Show pages that are being read."""
    from make_screenshots import SAMPLES  # noqa: PLC0415 - it imports this file

    window = stage.window
    names = ("notebook.jpg", "welcome.jpg", "sloping_rows.jpg", "alphabet.jpg")
    window.open_paths([str(SAMPLES / name) for name in names])
    stage.wait(lambda: window.views.progress.isVisible() and len(window.session.documents) > 2)
    return window


def exporting(stage: "Stage") -> "QWidget":
    """Show the dialog that asks for a file and a format, for several pages."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    stage.open("welcome.jpg", "notebook.jpg")
    stage.window.actions_by_id["export_as"].trigger()
    stage.settle()
    return stage.shown(QFileDialog)


def proposed_cut(stage: "Stage") -> "QWidget":
    """Show the question whether two letters are one."""
    from ocrdesk.page.elements import Prediction  # noqa: PLC0415
    from ocrdesk.services.proposals import Proposal, ProposedGlyph  # noqa: PLC0415
    from ocrdesk.services.review_queue import ProposedCut  # noqa: PLC0415

    stage.open("welcome.jpg")
    window = stage.window
    opened, review = window.session.documents[0], window.reviewing
    assert opened.page is not None
    one, other = opened.page.lines[1].words[1].glyphs[1:3]
    both = ProposedGlyph(one.box.union(other.box), (Prediction("N", 0.96), Prediction("M", 0.04)))
    opened.proposals = (Proposal((one.id, other.id), (both,), 9.0, (one.box, other.box)),)
    review.refresh()
    stage.wait(lambda: any(isinstance(item, ProposedCut) for item in review.queue))
    window.actions_by_id["next_doubtful"].trigger()
    stage.settle()
    question = window.views.review.question
    while question is not None and question.cut is None:
        window.actions_by_id["next_doubtful"].trigger()
        stage.settle()
        question = window.views.review.question
    return window


def small_letters(stage: "Stage") -> "QWidget":
    """Show what is told of a page of small letters in a window of 800 by 560 pixels."""
    window = stage.window
    window.resize(800, 560)
    stage.settle()
    _open_made(stage, _small)
    stage.wait(lambda: bool(window.shown_notices))
    return window


def upside_down(stage: "Stage") -> "QWidget":
    """Show a page that lay upside down and was turned."""
    _open_made(stage, _turned)
    return stage.window


def _open_made(stage: "Stage", make: "Callable[[], Image]") -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.png"
        make().save(path)
        stage.window.open_paths([str(path)])
        stage.wait(lambda: any(opened.page for opened in stage.window.session.documents))
        stage.wait(lambda: stage.window.reading.busy is None)


def _small() -> "Image":
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    from ocrdesk.vision.synthesis import PageSettings, synthesise_page  # noqa: PLC0415

    rows = ["the garden and bread", "feed the hens at eight", "get tea and the letter"]
    rows += ["read that at the beach", "take the bread there"]
    settings = PageSettings(width=800, height=600, neatness=0.8)
    return Image.fromarray(synthesise_page(rows, np.random.default_rng(1), settings).pixels)


def _turned() -> "Image":
    from make_screenshots import SAMPLES  # noqa: PLC0415 - it imports this file
    from PIL import Image  # noqa: PLC0415

    with Image.open(SAMPLES / "welcome.jpg") as picture:
        return picture.transpose(Image.Transpose.ROTATE_180)
