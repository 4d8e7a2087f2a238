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
_SHORTEST = 60  # pixels of the bar


class ProgressStrip(QWidget):
    """A thin row with a title, a stage, a bar and a button to cancel; hidden while idle.

    Where there is little room it says less, not halves of it: first no stage, then of a page that
    is read its name and place only. What is left out stands in the tool tip.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = self._page = self._place = ""
        self._is_terse = False  # a stage found no room, so that none is shown until there is more
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
        self._bar.setMinimumWidth(_SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= _ROOMY
        self._bar.setMinimumWidth(_SHORTEST if is_roomy else 36)
        self._is_terse = not is_roomy
        self._name_button()
        self._fit()

    def start(self, title: str) -> None:
        """Show the strip with a bar that has no length yet."""
        self._whole, self._page, self._place = title, "", ""
        self._is_terse = self.width() < _ROOMY
        self._stage.clear()
        self._share.clear()
        self._bar.set_unknown()
        self._cancel.setEnabled(True)
        self._name_button()
        self._cancel.setAccessibleName(tr("Cancel: {title}").format(title=title))
        self.show()
        self._fit()
        announce(self, title)

    def start_page(self, title: str, place: int, count: int, *, is_known: bool = False) -> None:
        """Show that a page is read, or made ready if it is known, and which of several it is."""
        told = tr("{place} of {count}").format(place=place, count=count)
        doing = _preparing(title) if is_known else reading(title)
        self.start(f"{doing} ({told})" if count > 1 else doing)
        self._page, self._place = title, f" ({told})" if count > 1 else ""
        self._fit()

    def set_progress(self, stage: str, fraction: float) -> None:
        """Show the stage and how much of the whole is done, 0 to 1."""
        share = min(max(fraction, 0.0), 1.0)
        self._bar.set_share(share)
        self._stage.setText(said(stage))
        self._share.setText(f"{round(share * 100)} %")
        self._fit()
        self._bar.setAccessibleDescription(
            tr("{stage}, {share} percent").format(stage=said(stage), share=round(share * 100))
        )

    def finish(self) -> None:
        """Hide the strip."""
        self.hide()

    def _fit(self) -> None:
        """Choose words for title and stage that have room, and tell the rest in the tool tip."""
        title, stage = self._title.fontMetrics(), self._stage.fontMetrics()
        needed = title.horizontalAdvance(self._whole)
        beside = self._room() - SPACE_L - stage.horizontalAdvance(self._stage.text())
        self._is_terse = self._is_terse or needed > beside
        self._stage.setHidden(self._is_terse)
        shorter = [self._page + self._place] if self._page else []
        if shorter:
            room = self._room() - title.horizontalAdvance(self._place)
            name = title.elidedText(self._page, Qt.TextElideMode.ElideMiddle, room)
            shorter.append(name + self._place)
        self._title.tell(self._whole, *shorter)
        is_all = not self._is_terse and needed <= self._room()
        tip = "" if is_all else "\n".join(filter(None, (self._whole, self._stage.text())))
        for widget in (self, self._title):
            widget.setToolTip(tip)

    def _room(self) -> int:
        """Return how wide the title may be where no stage is beside it."""
        share = self._share.fontMetrics().horizontalAdvance("100 %")
        others = self._bar.minimumWidth() + share + self._cancel.sizeHint().width()
        return self.width() - others - 3 * SPACE_L - 2 * SPACE_M

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
