"""Quiet offers of another reader for the page that is shown: its hand, or one that knows more."""

from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.services.hand_telling import HandShelf
from ocrdesk.services.reader_hints import ReaderHint, hint_for
from ocrdesk.ui.controllers.quiet_looking import QuietLooker
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr

TOPIC = "another reader"
_PAUSE_MS = 400  # after a page is there: it is to be seen first


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found of a page that ``model`` had read; None where that may do.

    Once there may be other hands it is ``old``, and the page is looked at again.
    """

    model: str
    hint: ReaderHint | None
    is_old: bool = False


class HintController(QuietLooker):
    """Looks once at each page whether another reader fits it better; nothing is switched by it.

    Whoever comes back to a page is told again, until it was dismissed for that page, was taken, or
    holds no longer. Taken, it is about that page alone. ``unknown_changed`` carries the pages that
    are in letters their reader does not know, dismissed or not.
    """

    unknown_changed = Signal(object)

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(workplace, reading, parent, pause_ms=_PAUSE_MS)
        self._shelf = HandShelf()
        self._known: dict[OpenDocument, _Known] = {}
        self._refused: set[tuple[OpenDocument, str]] = set()
        self._told: tuple[OpenDocument, ReaderHint] | None = None  # by the notice on show
        self._session.document_updated.connect(self._follow)
        self._session.page_changed.connect(self._follow)
        self._session.current_changed.connect(self._leave)
        self._session.document_closed.connect(self._forget)
        reading.recognizer_changed.connect(self._ask_anew)

    def _wait(self) -> None:
        """Look at the page that is shown in a moment, or tell again what is known of it."""
        current = self._session.current
        if current is None or current.page is None:
            return
        hint = self._hint_for(current)
        is_untold = hint is not None and self._told != (current, hint)
        if is_untold or self._is_new(current):
            self._pause.start()

    def _follow(self, opened: OpenDocument, *_: object) -> None:
        """Take back what holds no longer: the page was read by another, or is all confirmed."""
        self._tell_unknown()
        if self._told is not None and self._told[0] is opened and self._hint_for(opened) is None:
            self._told = None
            self._place.notices.withdraw(TOPIC)
        self._wait()

    def _leave(self) -> None:
        """Know that the notice went with its page."""
        self._told = None
        self._wait()

    def _ask_anew(self) -> None:
        """Look at pages again: there may be another hand, or other letters of it."""
        self._known = {page: replace(known, is_old=True) for page, known in self._known.items()}
        if self._told is not None:
            self._follow(self._told[0])
        self._wait()

    def _forget(self, opened: OpenDocument) -> None:
        self._known.pop(opened, None)
        self._tell_unknown()
        self._refused = {pair for pair in self._refused if pair[0] is not opened}
        if opened is self._about and self._task is not None:
            self._task.cancel()

    def _tell_unknown(self) -> None:
        self.unknown_changed.emit(
            frozenset(
                opened
                for opened, known in self._known.items()
                if known.hint is not None
                and known.hint.is_unknown
                and known.model == self._model_of(opened)
            )
        )

    def _model_of(self, opened: OpenDocument) -> str:
        return opened.read_by or self._reading.arrivals.choice.of(opened)

    def _is_new(self, opened: OpenDocument) -> bool:
        known = self._known.get(opened)
        return known is None or known.is_old or known.model != self._model_of(opened)

    def _hint_for(self, opened: OpenDocument) -> ReaderHint | None:
        """Return what is to be offered for a page, as far as that is known by now."""
        known = self._known.get(opened)
        hint = known.hint if known is not None and known.model == self._model_of(opened) else None
        if hint is None or (opened, hint.reader) in self._refused:
            return None
        is_taken = hint.reader == self._reading.arrivals.choice.of(opened)
        is_settled = opened.tally.confirmed == opened.tally.letters
        is_late = hint.finds_more and not opened.is_untouched  # its boxes alone are read again
        return None if is_taken or is_settled or is_late else hint

    def _look(self) -> None:
        """Let a worker look at the page that is shown, unless it is being read still."""
        opened = self._session.current
        if opened is None or self._task is not None:
            return
        if self._reading.busy is not None:
            self._pause.start()
            return
        if not self._is_new(opened):
            self._offer(opened)
            return
        if opened.page is None or opened.layout is None:
            return
        model = self._model_of(opened)
        # Known from now on, or a look that fails would be begun again and again.
        known = self._known.get(opened)
        hint = known.hint if known is not None and known.model == model else None
        self._known[opened] = _Known(model, hint)
        self._refused.add((opened, model))  # who left it for another wants no way back
        steps = hint_for(opened.page, opened.layout, model, self._shelf)
        self._begin(opened, steps, partial(self._take, opened, model))

    def _end(self, task: object) -> None:
        super()._end(task)
        self._wait()

    def _take(self, opened: OpenDocument, model: str, result: object) -> None:
        self._known[opened] = _Known(model, cast("ReaderHint | None", result))
        self._tell_unknown()
        self._offer(opened)

    def _offer(self, opened: OpenDocument) -> None:
        """Tell what is known of a page, if it is shown and this is not told already."""
        hint = self._hint_for(opened)
        if hint is None:
            self._follow(opened)
        elif opened is self._session.current and self._told != (opened, hint):
            self._told = opened, hint
            refuse = partial(self._refuse, opened, hint.reader)
            self._place.tell_of_reading(
                Notice(
                    said(hint.told),
                    self._advice(opened),
                    action=tr("Read with {name}", "A button").format(name=hint.reader),
                    on_action=partial(self._read, opened, hint.reader),
                    topic=TOPIC,
                    on_dismiss=refuse,
                )
            )

    def _advice(self, opened: OpenDocument) -> str:
        """Say what reads the page now, and that the offer is for it alone.

        In two lines of a small window: a higher notice would hide rows (`views.notice_place`).
        """
        now = tr("It is read with {name} now.").format(name=self._model_of(opened))
        reach = tr("This changes this page only; for others choose at the lower right.")
        return f"{now} {reach}"

    def _refuse(self, opened: OpenDocument, reader: str) -> None:
        """Offer a reader no more for a page: it was dismissed, or taken."""
        self._refused.add((opened, reader))
        self._told = None

    def _read(self, opened: OpenDocument, reader: str) -> None:
        """Read the page that the notice was about, and no other."""
        self._refuse(opened, reader)
        self._place.notices.withdraw(TOPIC)
        if opened in self._session.documents:
            self._reading.arrivals.choice.choose_for(opened, reader)
