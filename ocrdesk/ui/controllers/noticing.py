"""Brings notices from wherever they were raised into the bar above the page."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ocrdesk.ui.notices import Notice, NoticeHub
from ocrdesk.ui.views.details_dialog import DetailsDialog
from ocrdesk.ui.views.notice_bar import NoticeBar, NoticeKind


class NoticingController(QObject):
    """Shows notices in the window's thread, whatever thread they come from.

    Escape takes the newest away, wherever the keyboard is, before it means anything else.
    """

    _raised = Signal(object)
    _withdrawn = Signal(object)

    def __init__(self, notices: NoticeHub, bar: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._hub = notices
        self._bar = bar
        self._window = parent
        self._shown: dict[int, Notice] = {}
        bar.action_requested.connect(self._act)
        bar.undo_requested.connect(self._undo)
        bar.details_requested.connect(self._detail)
        bar.notice_closed.connect(self._forget)
        bar.notice_dismissed.connect(self._dismiss)
        self._raised.connect(self._show)
        self._withdrawn.connect(self._withdraw)
        parent.installEventFilter(self)
        notices.listen(self._raised.emit, withdrawer=self._withdrawn.emit)

    @property
    def shown(self) -> Mapping[int, Notice]:
        """The notices that are open, by their number in the bar, the oldest first."""
        return self._shown

    def stop(self) -> None:
        """Show no more; notices raised from now on wait for the next listener."""
        self._hub.listen(None)

    def dismiss_newest(self) -> bool:
        """Take the newest notice on show away; tell whether there was one."""
        number = self._bar.newest
        if number is not None:
            self._dismiss(number)
            self._bar.close_notice(number)
        return number is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an Escape that nobody below the window wanted, before its shortcuts do."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self._bar.newest is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.dismiss_newest()
        return super().eventFilter(watched, event)

    def _show(self, notice: Notice) -> None:
        if notice.topic:
            self._withdraw((notice.topic,))
        number = self._bar.show_notice(
            notice.text,
            notice.advice,
            NoticeKind(notice.level.value),
            action=notice.action,
            undo=notice.undo,
            has_details=bool(notice.details),
        )
        self._shown[number] = notice

    def _withdraw(self, topics: Collection[str]) -> None:
        for number, notice in list(self._shown.items()):
            if notice.topic in topics:
                self._bar.close_notice(number)

    def _act(self, number: int) -> None:
        notice = self._shown.get(number)
        if notice is not None and notice.on_action is not None:
            self._bar.close_notice(number)
            notice.on_action()

    def _undo(self, number: int) -> None:
        notice = self._shown.get(number)
        if notice is not None and notice.on_undo is not None:
            self._bar.close_notice(number)
            notice.on_undo()

    def _detail(self, number: int) -> None:
        """List what a notice sums up; it stays meanwhile."""
        notice = self._shown.get(number)
        if notice is not None:
            told = [(one.text, one.advice) for one in notice.details]
            dialog = DetailsDialog(notice.text, told, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _dismiss(self, number: int) -> None:
        """Let whoever raised a notice know that a person does not want it."""
        notice = self._shown.get(number)
        if notice is not None and notice.on_dismiss is not None:
            notice.on_dismiss()

    def _forget(self, number: int) -> None:
        self._shown.pop(number, None)
