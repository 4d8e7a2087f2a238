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
        self._told: dict[object, Notice] = {}
        self._is_stale = True

    def begin(self) -> None:
        """Know that a new action begins; what is told so far stays until that goes well."""
        self._is_stale = True

    def add(self, notice: Notice, *, of: object = None) -> None:
        """Tell another problem, together with those before it of the same action.

        What it is the problem ``of`` counts once, however often it was tried.
        """
        if self._is_stale:
            self._told.clear()
            self._is_stale = False
        key = object() if of is None else of
        self._told.pop(key, None)  # the newest comes last
        self._told[key] = replace(notice, topic=self._topic)
        self._notices.raise_notice(self._summary())

    def forget(self, of: object) -> None:
        """Tell only of the others, because what this is the problem of is no longer there."""
        if self._told.pop(of, None) is None:
            return
        if self._told:
            self._notices.raise_notice(self._summary())
        else:
            self._notices.withdraw(self._topic)

    def went_well(self) -> None:
        """Take what an earlier action told away; problems of the present one stay."""
        if self._is_stale and self._told:
            self._told.clear()
            self._notices.withdraw(self._topic)

    def _summary(self) -> Notice:
        newest = next(reversed(self._told.values()))
        if len(self._told) == 1:
            return newest
        lines = list(dict.fromkeys(notice.text for notice in self._told.values()))
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
