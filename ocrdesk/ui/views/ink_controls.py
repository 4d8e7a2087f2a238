"""The controls for how ink is found: a choice, a slider or a few steps for each setting."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QSlider, QWidget

from ocrdesk.ink_settings import (
    AUTOMATIC,
    MOST_DENOISE,
    MOST_SENSITIVITY,
    MOST_SPECKS,
    InkSettings,
    Rules,
    Threshold,
)
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.elided_box import ElidedBox

# Each with what is said where there is less room.
_THRESHOLDS = (
    (Threshold.STROKE, later("Half as dark as its stroke"), later("Half as dark")),
    (Threshold.SURROUNDINGS, later("Darker than around it"), later("Darker than around it")),
    (Threshold.PAGE, later("Darker than one level"), later("Below one level")),
)
_RULES = (
    (Rules.AUTOMATIC, later("Removed on ruled paper"), later("Automatic")),
    (Rules.REMOVE, later("Removed, boxes too"), later("Removed")),
    (Rules.KEEP, later("Kept"), later("Kept")),
)
_DENOISE = (later("Automatic"), later("Weak"), later("Medium"), later("Strong"))
_STEP, _SPECKS_STEP = 5, 5


class InkControls(QWidget):
    """Shows settings and lets a person change them; ``changed`` carries what they are then."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = AUTOMATIC
        self.threshold = _choice(
            _THRESHOLDS, tr("Ink is what is"), tr("What a pixel is compared with")
        )
        self.sensitivity = _slider(
            -MOST_SENSITIVITY // _STEP,
            MOST_SENSITIVITY // _STEP,
            tr("Sensitivity"),
            tr("To the right, fainter marks are ink, too; to the left, only dark ones"),
        )
        self.denoise = _slider(
            0,
            MOST_DENOISE,
            tr("Smoothing"),
            tr("Smooths grain and single dots of the photo away first"),
        )
        self.specks = _slider(
            0,
            MOST_SPECKS // _SPECKS_STEP,
            tr("Specks"),
            tr("Leaves out what is smaller than a part of a letter; dots of letters may go, too"),
        )
        self.rules = _choice(
            _RULES, tr("Lines"), tr("Printed lines, squares and boxes of the paper")
        )
        sliders = (self.sensitivity, self.denoise, self.specks)
        self._values = {slider: QLabel() for slider in sliders}
        self._lay_out()
        self.set_settings(AUTOMATIC)
        self.threshold.activated.connect(self._take)
        self.rules.activated.connect(self._take)
        for slider in sliders:
            slider.valueChanged.connect(self._take)

    @property
    def settings(self) -> InkSettings:
        """What is set."""
        return self._settings

    def set_settings(self, settings: InkSettings) -> None:
        """Show settings without telling anybody."""
        values: Mapping[QSlider, int] = {
            self.sensitivity: round(settings.sensitivity / _STEP),
            self.denoise: settings.denoise,
            self.specks: round(settings.specks / _SPECKS_STEP),
        }
        for slider, value in values.items():
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
        self.threshold.setCurrentIndex(self.threshold.findData(settings.threshold.value))
        self.rules.setCurrentIndex(self.rules.findData(settings.rules.value))
        self._settings = settings
        self._tell()

    def _take(self, _value: int) -> None:
        """Take over what the controls say."""
        settings = InkSettings(
            threshold=Threshold(self.threshold.currentData()),
            sensitivity=self.sensitivity.value() * _STEP,
            denoise=self.denoise.value(),
            specks=self.specks.value() * _SPECKS_STEP,
            rules=Rules(self.rules.currentData()),
        )
        if settings != self._settings:
            self._settings = settings
            self._tell()
            self.changed.emit(settings)

    def _tell(self) -> None:
        """Say what the sliders stand at, in words and to screen readers."""
        settings = self._settings
        told = {
            self.sensitivity: f"{settings.sensitivity:+d}"
            if settings.sensitivity
            else tr("Automatic"),
            self.denoise: tr(_DENOISE[settings.denoise]),
            self.specks: tr("Below {percent} %").format(percent=settings.specks)
            if settings.specks
            else tr("Automatic"),
        }
        for slider, text in told.items():
            self._values[slider].setText(text)
            slider.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(0, 1)
        rows = (self.threshold, *self._values, self.rules)
        for place, control in enumerate(rows):
            name = QLabel(control.accessibleName())
            name.setBuddy(control)
            grid.addWidget(name, 2 * place, 0)
            if isinstance(control, QSlider):
                value = self._values[control]
                dress(value, size="caption", tone="muted")
                grid.addWidget(value, 2 * place, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(control, 2 * place + 1, 0, 1, 2)


class _Slider(QSlider):
    """A slider that keeps the keys it understands to itself: elsewhere some turn pages."""

    def event(self, event: QEvent) -> bool:
        """Take a key before a shortcut of the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
            if is_ours and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)


def _slider(least: int, most: int, name: str, tip: str) -> QSlider:
    slider = _Slider(Qt.Orientation.Horizontal)
    slider.setRange(least, most)
    slider.setPageStep(max(1, (most - least) // 8))
    slider.setAccessibleName(name)
    slider.setToolTip(tip)
    return slider


def _choice(
    options: Sequence[tuple[Threshold | Rules, str, str]], name: str, tip: str
) -> QComboBox:
    box = ElidedBox(8)
    for value, text, short in options:
        box.add_item(tr(text), value.value, short=tr(short))
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
