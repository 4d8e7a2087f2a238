"""The settings page: made of the settings, applied at once, and in step with the menus."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QSpinBox

from ocrdesk.services.settings import declarations
from ocrdesk.ui.views.settings_dialog import SettingsDialog
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

Field = TypeVar("Field", QCheckBox, QComboBox, QSpinBox)


def _page(desk: Desk) -> SettingsDialog:
    desk.do("settings")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    return dialog


def _field(dialog: SettingsDialog, kind: type[Field], title: str) -> Field:
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == title)


def test_every_declared_setting_is_on_the_page(desk: Desk) -> None:
    dialog = _page(desk)
    told = {label.text() for label in dialog.findChildren(QLabel)}
    for item in declarations():
        assert (item.title in told) == bool(item.group)
    dialog.reject()


def test_a_change_holds_at_once_and_in_the_menus(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("page.png", "AB"))
    dialog = _page(desk)
    _field(dialog, QCheckBox, "What was read, above each letter").setChecked(True)
    assert desk.action("show_labels").isChecked()
    theme = _field(dialog, QComboBox, "Light or dark")
    theme.setCurrentIndex(theme.findData("dark"))
    assert desk.action("theme_dark").isChecked()
    _field(dialog, QSpinBox, "Recent files to remember").setValue(0)
    settings = desk.window._settings.settings
    assert settings.theme == "dark"
    assert settings.shows_labels
    assert settings.recent_files == ()
    dialog.reject()


def test_the_page_follows_the_menus(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("page.png", "AB"))
    dialog = _page(desk)
    box = _field(dialog, QCheckBox, "Boxes around letters")
    assert box.isChecked()
    desk.action("show_boxes").trigger()
    assert not box.isChecked()
    dialog.reject()


def test_defaults_come_back(desk: Desk) -> None:
    dialog = _page(desk)
    kind = QDialogButtonBox.StandardButton.RestoreDefaults
    restore = dialog.findChildren(QDialogButtonBox)[0].button(kind)
    assert not restore.isEnabled()
    _field(dialog, QCheckBox, "Bands behind rows").setChecked(False)
    _field(dialog, QSpinBox, "Recent files to remember").setValue(3)
    assert restore.isEnabled()
    restore.click()
    settings = desk.window._settings.settings
    assert settings.shows_rows
    assert settings.recent_count == 10
    assert not restore.isEnabled()
    dialog.reject()


def test_a_model_that_is_there_can_be_chosen(desk: Desk, make_model: ModelMaker) -> None:
    make_model("mine", seed=3)
    dialog = _page(desk)
    chosen = _field(dialog, QComboBox, "Model to read with")
    assert chosen.currentText() == "print36"
    chosen.setCurrentIndex(chosen.findText("mine"))
    assert desk.window.reading.model == "mine"
    dialog.reject()


def test_settings_are_found_by_their_words(desk: Desk) -> None:
    dialog = _page(desk)
    find = dialog.findChildren(QLineEdit)[0]
    find.setText("dark")
    shown = [one for one in dialog.findChildren(QComboBox) if one.isVisible()]
    assert [one.accessibleName() for one in shown] == ["Light or dark"]
    find.setText("no such thing")
    assert any(
        label.isVisible() and label.text() == "No setting matches."
        for label in dialog.findChildren(QLabel)
    )
    dialog.reject()
