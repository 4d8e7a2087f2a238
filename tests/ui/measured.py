"""What tests do to a widget itself is measured as what a person does at the desk."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

Timed = Callable[[Callable[[], object]], object]

_EVENTS = (
    *("mouseClick", "mouseDClick", "mousePress", "mouseRelease", "mouseMove"),
    *("keyClick", "keyPress", "keyRelease"),
)


def measure(patch: pytest.MonkeyPatch, timed: Timed) -> None:
    """Let each event of QTest, key of a text and click of a button be an act for ``timed``."""
    for name in _EVENTS:
        act = partial(_act, getattr(QTest, name), timed)
        patch.setattr(QTest, name, staticmethod(act))
    patch.setattr(QTest, "keyClicks", staticmethod(partial(_type, QTest.keyClicks, timed)))
    click = QAbstractButton.click
    patch.setattr(QAbstractButton, "click", lambda button: timed(lambda: click(button)))


def _act(event: Callable[..., object], timed: Timed, *arguments: object, **options: object) -> None:
    timed(lambda: event(*arguments, **options))


def _type(
    keys: Callable[..., object],
    timed: Timed,
    widget: object,
    text: str,
    *more: object,
    **options: object,
) -> None:
    for character in text:
        timed(partial(keys, widget, character, *more, **options))
