"""The dialog about a page's fields: several there already, and one that is tried."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_screenshots import Stage
    from PySide6.QtWidgets import QWidget


def fields(stage: "Stage") -> "QWidget":
    """Show the fields of a page, and a pattern for selected letters."""
    _say(stage, row=0, pattern="A{1,9}", is_page=True)
    _say(stage, row=1, pattern="A{1,9} A{1,9}")
    stage.window.session.select(None)
    return _begin(stage, row=2, pattern="AA9 A{1,9}")


def field_low(stage: "Stage") -> "QWidget":
    """Show the same in a window of 800 by 560 pixels."""
    stage.window.resize(800, 560)
    stage.settle()
    return fields(stage)


def field_first(stage: "Stage") -> "QWidget":
    """Show what is asked for on a page without fields."""
    return _begin(stage, row=0, pattern="", is_page=True)


def _say(stage: "Stage", *, row: int, pattern: str, is_page: bool = False) -> None:
    dialog = _begin(stage, row=row, pattern=pattern, is_page=is_page)
    dialog.accept()  # type: ignore[attr-defined]
    stage.settle()


def _begin(stage: "Stage", *, row: int, pattern: str, is_page: bool = False) -> "QWidget":
    from ocrdesk.page.selection import Selection  # noqa: PLC0415 - the parent needs no numpy

    window = stage.window
    if not window.session.documents:
        stage.open("welcome.jpg")
    session = window.session
    assert session.page is not None
    if not is_page:
        ids = [glyph.id for glyph in session.page.lines[row].glyphs]
        session.choose(Selection.of(session.page, ids))
    window.actions_by_id["field" if is_page else "say_field"].trigger()
    dialog = window.fielding.dialog
    assert dialog is not None
    dialog.pattern.setText(pattern)
    if pattern:
        stage.wait(dialog.ok.isEnabled)
    return dialog
