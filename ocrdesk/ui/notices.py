"""Notices as plain data: what a person should know, raised anywhere and shown by the window."""

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace

from ocrdesk.errors import OcrdeskError
from ocrdesk.ui.translation import said, tr

PAGE_TOPICS = (
    "open", "read", "read again", "edit", "typing", "empty", "unread", "stopped",
    "another reader", "uprighted", "labels", "export",
)  # fmt: skip
"""Topics of notices that say nothing any more once a person has gone to another page."""

SHOWN_TOPICS = (
    "empty", "read again", "another reader", "edit", "typing", "uprighted", "labels", "export",
)  # fmt: skip
"""Those of them that tell of the page on show: no other page may come below them."""

READING_TOPICS = ("read again", "learn")
"""Those that tell what another reading changed, and go when it is undone."""


class NoticeLevel(enum.StrEnum):
    """How much a notice matters."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person, what to do about it, and perhaps one button that does it.

    ``action`` is the text of the button and ``on_action`` what it does; both or neither, as are
    ``undo``, a second button, and ``on_undo``, which takes back what is told. A notice with a
    ``topic`` takes the place of the one before it with the same topic. ``details`` are the
    notices that it sums up where it has no room for all they say. ``on_dismiss`` is called when a
    person closes it without that.
    """

    text: str
    advice: str = ""
    level: NoticeLevel = NoticeLevel.INFO
    action: str = ""
    on_action: Callable[[], None] | None = None
    topic: str = ""
    details: tuple["Notice", ...] = ()
    on_dismiss: Callable[[], None] | None = None
    undo: str = ""
    on_undo: Callable[[], None] | None = None

    @property
    def words(self) -> str:
        """Sentence and advice, where both stand on one line."""
        return f"{self.text} {self.advice}"


class NoticeHub:
    """Hands notices to whoever shows them; those raised before anybody listens are kept."""

    def __init__(self) -> None:
        self._listener: Callable[[Notice], None] | None = None
        self._withdrawer: Callable[[tuple[str, ...]], None] | None = None
        self._unseen: list[Notice] = []

    def listen(
        self,
        listener: Callable[[Notice], None] | None,
        *,
        withdrawer: Callable[[tuple[str, ...]], None] | None = None,
    ) -> None:
        """Send notices to ``listener`` from now on, first those that nobody has seen yet.

        ``withdrawer`` is given the topics whose notices have become stale.
        """
        self._listener = listener
        self._withdrawer = withdrawer
        if listener is not None:
            unseen, self._unseen = self._unseen, []
            for notice in unseen:
                listener(notice)

    def raise_notice(self, notice: Notice) -> None:
        """Show a notice; it may come from any thread, the listener sees to that."""
        if self._listener is None:
            self._unseen.append(notice)
        else:
            self._listener(notice)

    def withdraw(self, *topics: str) -> None:
        """Take the notices of these topics away: what they tell of is over."""
        self._unseen = [notice for notice in self._unseen if notice.topic not in topics]
        if self._withdrawer is not None:
            self._withdrawer(topics)

    def inform(self, text: str, advice: str = "", *, topic: str = "") -> None:
        """Raise a notice that merely tells."""
        self.raise_notice(Notice(text, advice, topic=topic))

    def raise_error(self, error: Exception, *, doing: str = "", topic: str = "") -> None:
        """Raise a notice for an error; ``doing`` says what failed if the error was not foreseen."""
        self.raise_notice(replace(notice_of(error, doing=doing), topic=topic))


def notice_of(error: Exception, *, doing: str = "") -> Notice:
    """Return the notice for an error: its own words if it was foreseen, else a plain account."""
    if isinstance(error, OcrdeskError):
        return Notice(said(error.message), said(error.advice), NoticeLevel.ERROR)
    what = tr("Something went wrong")
    if doing:
        what = tr("{doing} failed").format(doing=doing)
    detail = f"{type(error).__name__}: {error}".rstrip(": ")
    return Notice(
        f"{what}: {detail}", tr("Your pages and corrections are still here."), NoticeLevel.ERROR
    )
