"""What reads: how far it can be believed, two readers beside one another, hands, networks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_screenshots import Stage
    from PySide6.QtWidgets import QWidget


def reliability(stage: "Stage") -> "QWidget":
    """Show how far the probabilities can be believed, after a page was confirmed."""
    from ocrdesk.ui.views.reliability_dialog import ReliabilityDialog  # noqa: PLC0415

    stage.open("notebook.jpg", "blackboard.jpg")
    window = stage.window
    for opened in window.session.documents:
        window.session.show(opened)
        for action_id in ("select_all", "confirm"):
            window.actions_by_id[action_id].trigger()
    for glyph in window.session.documents[0].page.glyphs[7:40:8]:  # type: ignore[union-attr]
        window.session.show(window.session.documents[0])
        window.session.select(glyph.id)
        window.views.page.label_typed.emit("Q")
    window.views.review.doubt.opener.click()
    stage.wait(lambda: window.accepting.is_settled)
    return stage.shown(ReliabilityDialog)


def compare(stage: "Stage") -> "QWidget":
    """Show a page as two readers read it."""
    stage.open("notebook.jpg")
    comparing = stage.window.readers.comparing
    stage.window.actions_by_id["compare_readers"].trigger()
    stage.wait(lambda: comparing.dialog is not None)
    dialog = comparing.dialog
    assert dialog is not None
    stage.wait(lambda: bool(dialog.text.toPlainText()))
    return dialog


def hands(stage: "Stage") -> "QWidget":
    """Show what may read, and what can be done with a hand."""
    from ocrdesk.ui.views.reader_button import ReaderButton  # noqa: PLC0415

    stage.open("welcome.jpg")
    stage.window.readers.hands.create("Ann")
    stage.wait(lambda: stage.window.reading.model == "Ann")
    button = stage.window.findChild(ReaderButton)
    assert isinstance(button, ReaderButton)
    menu = button.menu()
    menu.popup(stage.window.pos())
    return menu


def new_hand(stage: "Stage") -> "QWidget":
    """Show what is asked when a hand is made."""
    from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415

    stage.window.readers.hands.ask_for_new()
    stage.settle()
    return stage.shown(QInputDialog)


def practice_sheet(stage: "Stage") -> "QWidget":
    """Show what is asked before a practice sheet is made."""
    from ocrdesk.ui.views.sheet_dialog import SheetDialog  # noqa: PLC0415

    stage.window.actions_by_id["make_sheet"].trigger()
    stage.settle()
    return stage.shown(SheetDialog)


def laboratory(stage: "Stage") -> "QWidget":
    """Show two runs of the training laboratory, and the cursor on an epoch."""
    stage.window.actions_by_id["lab"].trigger()
    stage.wait(lambda: stage.window.lab.desk is not None)
    desk = stage.window.lab.desk
    assert desk is not None
    stage.wait(lambda: desk.data is not None)
    desk.window.show_page(2)
    for rate in (0.1, 0.5):
        desk.window.training.rate.setValue(rate)
        desk.training.start()
        stage.wait(lambda: not desk.training.is_running)
    desk.inside.set_epoch(9)
    return desk.window
