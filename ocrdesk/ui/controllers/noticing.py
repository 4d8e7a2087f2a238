"""Brings notices from wherever they were raised into the bar above the page."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ocrdesk.ui.notices import Notice, NoticeHub
from ocrdesk.ui.views.notice_bar import NoticeBar, NoticeKind


class NoticingController(QObject):
    """Shows notices in the window's thread, whatever thread they come from."""

    _raised = Signal(object)

    def __init__(self, notices: NoticeHub, bar: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = notices
        self._bar = bar
        self._shown: dict[int, Notice] = {}
        bar.action_requested.connect(self._act)
        bar.notice_closed.connect(self._forget)
        self._raised.connect(self._show)
        notices.listen(self._raised.emit)

    @property
    def shown(self) -> Mapping[int, Notice]:
        """The notices that are open, by their number in the bar, the oldest first."""
        return self._shown

    def stop(self) -> None:
        """Show no more; notices raised from now on wait for the next listener."""
        self._hub.listen(None)

    def _show(self, notice: Notice) -> None:
        for number, other in list(self._shown.items()):
            if notice.topic and other.topic == notice.topic:
                self._shown.pop(number, None)
                self._bar.close_notice(number)
        number = self._bar.show_notice(
            notice.text, notice.advice, NoticeKind(notice.level.value), action=notice.action
        )
        self._shown[number] = notice

    def _act(self, number: int) -> None:
        notice = self._shown.get(number)
        if notice is not None and notice.on_action is not None:
            self._bar.close_notice(number)
            notice.on_action()

    def _forget(self, number: int) -> None:
        self._shown.pop(number, None)
