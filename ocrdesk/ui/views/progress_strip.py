"""How far a task is, and the way to stop it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.progress_bar import ProgressBar

_ROOMY = 520


class ProgressStrip(QWidget):
    """A thin row with a title, a stage, a bar and a button to cancel; hidden while idle."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._stage = ElidedLabel()
        self._bar = ProgressBar(tr("Progress"))
        self._share = QLabel()
        self._cancel = QPushButton(tr("Cancel"))
        dress(self._title, size="strong")
        dress(self._stage, tone="muted")
        dress(self._share, tone="muted")
        self._cancel.setIcon(icon("close"))
        self._cancel.setIconSize(QSize(ICON_S, ICON_S))
        self._cancel.clicked.connect(self._ask_to_stop)
        self.setAccessibleName(tr("Progress"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_L)
        row.addWidget(self._title)
        row.addWidget(self._stage)
        row.addWidget(self._bar, 1)
        row.addWidget(self._share)
        row.addWidget(self._cancel)
        self._bar.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out stage and words of the button where there is hardly room for the title."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= _ROOMY
        self._stage.setVisible(is_roomy)
        self._bar.setMinimumWidth(60 if is_roomy else 36)
        self._name_button()

    def start(self, title: str) -> None:
        """Show the strip with a bar that has no length yet."""
        self._title.setText(title)
        self._stage.clear()
        self._share.clear()
        self._bar.set_unknown()
        self._cancel.setEnabled(True)
        self._name_button()
        self._cancel.setAccessibleName(tr("Cancel: {title}").format(title=title))
        self.show()
        announce(self, title)

    def start_page(self, title: str, place: int, count: int, *, is_known: bool = False) -> None:
        """Show that a page is read, or made ready if it is known, and which of several it is."""
        told = tr("{place} of {count}").format(place=place, count=count)
        doing = _preparing(title) if is_known else reading(title)
        self.start(f"{doing} ({told})" if count > 1 else doing)

    def set_progress(self, stage: str, fraction: float) -> None:
        """Show the stage and how much of the whole is done, 0 to 1."""
        share = min(max(fraction, 0.0), 1.0)
        self._bar.set_share(share)
        self._stage.setText(said(stage))
        self._share.setText(f"{round(share * 100)} %")
        self._bar.setAccessibleDescription(
            tr("{stage}, {share} percent").format(stage=said(stage), share=round(share * 100))
        )

    def finish(self) -> None:
        """Hide the strip."""
        self.hide()

    def _name_button(self) -> None:
        words = tr("Cancel") if self._cancel.isEnabled() else tr("Cancelling…")
        self._cancel.setText(words if self.width() >= _ROOMY else "")
        self._cancel.setToolTip(words)

    def _ask_to_stop(self) -> None:
        self._cancel.setEnabled(False)
        self._name_button()
        self.cancel_requested.emit()


def reading(title: str) -> str:
    """Return what is being done to a page that is read."""
    return tr("Reading {title}").format(title=title)


def _preparing(title: str) -> str:
    """Return what is done to a page whose letters are known: none of them changes."""
    return tr("Getting {title} ready").format(title=title)


def opening(title: str) -> str:
    """Return what is being done to a page or document that is opened."""
    return tr("Opening {title}").format(title=title)
