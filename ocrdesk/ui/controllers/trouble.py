"""Gathers what went wrong in one action into one notice, so that the page stays in sight."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from ocrdesk.ui.notices import Notice, NoticeHub, NoticeLevel
from ocrdesk.ui.translation import later, tr

_MOST_LINES = 3
_FILES, _PAGES = frozenset({False}), frozenset({True})

# What is said of several, by whether they are pages.
OPENING: Mapping[frozenset[bool], str] = MappingProxyType(
    {
        _FILES: later("{count} files could not be opened."),
        _PAGES: later("{count} pages could not be opened."),
        _FILES | _PAGES: later("{count} files and pages could not be opened."),
    }
)
READING: Mapping[frozenset[bool], str] = MappingProxyType(
    {_PAGES: later("{count} pages could not be read.")}
)


class _Problem(NamedTuple):
    notice: Notice
    is_page: bool


class Trouble:
    """The problems of one kind; each new one takes the place of the notice before it.

    ``several``, `OPENING` or `READING`, is said where there are more than one.
    """

    def __init__(
        self, notices: NoticeHub, topic: str, several: Mapping[frozenset[bool], str]
    ) -> None:
        self._notices = notices
        self._topic = topic
        self._several = several
        self._told: dict[object, _Problem] = {}
        self._is_stale = True

    def begin(self) -> None:
        """Know that a new action begins; what is told so far stays until that goes well."""
        self._is_stale = True

    def add(self, notice: Notice, *, of: object = None, is_page: bool = False) -> None:
        """Tell another problem, together with those before it of the same action.

        What it is the problem ``of`` counts once, however often it was tried; ``is_page`` tells
        that it is one page of a file.
        """
        if self._is_stale:
            self._told.clear()
            self._is_stale = False
        key = object() if of is None else of
        self._told.pop(key, None)  # the newest comes last
        self._told[key] = _Problem(replace(notice, topic=self._topic), is_page)
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
        """Return what is told: the one problem, or how many there are with the first of them.

        What helps against all of them is told as well; where that differs, or there are more, each
        is among the details.
        """
        told = tuple(problem.notice for problem in self._told.values())
        if len(told) == 1:
            return told[0]
        lines = list(dict.fromkeys(notice.text for notice in told))
        advices = list(dict.fromkeys(notice.advice for notice in told))
        is_all = len(lines) <= _MOST_LINES and len(advices) == 1
        if len(lines) > _MOST_LINES:
            left = len(lines) - _MOST_LINES + 1
            lines[_MOST_LINES - 1 :] = [tr("And {count} more.").format(count=left)]
        if len(advices) == 1:
            lines += filter(None, advices)
        kinds = frozenset(problem.is_page for problem in self._told.values())
        return Notice(
            tr(self._several[kinds]).format(count=len(told)),
            "\n".join(lines),
            NoticeLevel.ERROR,
            told[-1].action,
            told[-1].on_action,
            self._topic,
            details=() if is_all else told,
        )
