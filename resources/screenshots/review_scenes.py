"""What a review shows: questions, a random check, reasons, and a contact sheet."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_screenshots import Stage
    from PySide6.QtWidgets import QWidget


def review(stage: "Stage") -> "QWidget":
    """Show what to look at next, and what a random check found."""
    stage.open("notebook.jpg", "blackboard.jpg")
    window = stage.window
    stage.wait(lambda: bool(window.reviewing.queue))
    window.actions_by_id["check_random"].trigger()
    stage.settle()
    for _ in range(60):
        window.views.review.accepted.emit([])
    stage.settle()
    window.actions_by_id["next_doubtful"].trigger()
    return window


def check(stage: "Stage") -> "QWidget":
    """Show the question that a random check asks about a letter."""
    stage.open("notebook.jpg")
    stage.wait(lambda: bool(stage.window.reviewing.queue))
    stage.window.actions_by_id["check_random"].trigger()
    return stage.window


def why(stage: "Stage") -> "QWidget":
    """Show why a letter was read so."""
    stage.open("welcome.jpg")
    window = stage.window
    for glyph in window.session.page.glyphs[:12] if window.session.page else ():
        window.session.select(glyph.id)
        window.views.page.label_typed.emit(glyph.character)
    window.views.letter.why.toggle.click()
    stage.wait(lambda: window.views.letter.why.known_count >= 6)
    return window


def contact_sheet(stage: "Stage") -> "QWidget":
    """Show all letters of a character on several pages."""
    from ocrdesk.ui.views.contact_sheet_dialog import ContactSheetDialog  # noqa: PLC0415

    stage.open("notebook.jpg", "welcome.jpg", "sloping_rows.jpg", "blackboard.jpg")
    window = stage.window
    glyphs = window.session.page.glyphs if window.session.page else ()
    window.session.select(next(glyph.id for glyph in glyphs if glyph.character == "E"))
    window.actions_by_id["contact_sheet"].trigger()
    stage.settle()
    return stage.shown(ContactSheetDialog)
