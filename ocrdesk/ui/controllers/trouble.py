"""Gathers what went wrong in one action into one notice, so that the page stays in sight."""

from dataclasses import replace

from ocrdesk.ui.notices import Notice, NoticeHub, NoticeLevel
from ocrdesk.ui.translation import tr

_MOST_LINES = 3


class Trouble:
    """The problems of one kind; each new one takes the place of the notice before it.

    ``several`` is said where there are more than one: "{count} files could not be opened.".
    """

    def __init__(self, notices: NoticeHub, topic: str, several: str) -> None:
        self._notices = notices
        self._topic = topic
        self._several = several
        self._told: list[Notice] = []
        self._is_stale = True

    def begin(self) -> None:
        """Know that a new action begins; what is told so far stays until that goes well."""
        self._is_stale = True

    def add(self, notice: Notice) -> None:
        """Tell another problem, together with those before it of the same action."""
        if self._is_stale:
            self._told.clear()
            self._is_stale = False
        self._told.append(replace(notice, topic=self._topic))
        self._notices.raise_notice(self._summary())

    def went_well(self) -> None:
        """Take what an earlier action told away; problems of the present one stay."""
        if self._is_stale and self._told:
            self._told.clear()
            self._notices.withdraw(self._topic)

    def _summary(self) -> Notice:
        newest = self._told[-1]
        if len(self._told) == 1:
            return newest
        lines = list(dict.fromkeys(notice.text for notice in self._told))
        if len(lines) == 1:
            lines.append(newest.advice)
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES:] = [tr("And {count} more.").format(count=len(lines) - _MOST_LINES)]
        return Notice(
            tr(self._several).format(count=len(self._told)),
            "\n".join(lines),
            NoticeLevel.ERROR,
            newest.action,
            newest.on_action,
            self._topic,
        )
