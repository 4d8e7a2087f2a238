"""What is told in dialogs of their own: an error nobody foresaw, and many problems at once."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_screenshots import Stage
    from PySide6.QtWidgets import QWidget

_COUNT = 8


def crash(stage: "Stage") -> "QWidget":
    """Show the report of an error."""
    try:
        raise KeyError(17)  # noqa: TRY301 - it has to come with its place
    except KeyError as error:
        stage.window.crashes.report(error)
    stage.wait(lambda: stage.window.crashes.dialog is not None)
    return stage.window.crashes.dialog or stage.window


def details(stage: "Stage") -> "QWidget":
    """Show what a notice about many files has no room for."""
    from ocrdesk.ui.views.details_dialog import DetailsDialog  # noqa: PLC0415

    window = stage.window
    with tempfile.TemporaryDirectory() as folder:
        damaged = [Path(folder) / f"holiday {number}.jpg" for number in range(_COUNT)]
        for path in damaged[::2]:
            path.write_bytes(b"\xff\xd8 no picture")
        window.open_paths([str(path) for path in damaged])
        stage.wait(lambda: any(told.details for told in window.shown_notices.values()))
        stage.wait(lambda: any(str(_COUNT) in t.text for t in window.shown_notices.values()))
    number = next(number for number, told in window.shown_notices.items() if told.details)
    window.notice_bar.details_requested.emit(number)
    stage.settle()
    return stage.shown(DetailsDialog)
