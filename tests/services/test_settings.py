"""Settings: kept exactly, forgiving towards damage, and never in the way of a start."""

import json
from pathlib import Path

import pytest

from ocrdesk.errors import OutputError, SettingsError
from ocrdesk.services.settings import (
    MAX_RECENT,
    Settings,
    SettingsStore,
    read_settings,
    write_settings,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def test_without_a_file_there_are_the_defaults(file: Path) -> None:
    assert read_settings(file) == Settings()
    assert not file.exists()


def test_settings_come_back_exactly(file: Path) -> None:
    settings = Settings(theme="dark", model="mine", shows_boxes=False, recent_files=("/ä.png",))
    write_settings(file, settings)
    assert read_settings(file) == settings


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '"x"', "null", "\xff\xfe", '{"theme": "dark"', "[" * 10**5]
)
def test_a_damaged_file_is_refused_with_advice(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="latin-1")
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert caught.value.advice
    store = SettingsStore(file)
    assert store.settings == Settings()
    assert isinstance(store.problem, SettingsError)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("shows_boxes", "yes"),
        ("shows_boxes", 1),
        ("recent_files", "one.png"),
        ("recent_files", [1, 2]),
        ("window_geometry", None),
    ],
)
def test_a_value_of_the_wrong_kind_costs_only_itself(file: Path, name: str, value: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"model": "mine", name: value}))
    settings = read_settings(file)
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.model == "mine"


def test_keys_of_a_newer_version_are_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"zoom_speed": 3, "theme": "light"}))
    store = SettingsStore(file)
    store.set(theme="dark")
    store.save()
    content = json.loads(file.read_text())
    assert (content["zoom_speed"], content["theme"]) == (3, "dark")


def test_nothing_is_written_where_nothing_changed(file: Path) -> None:
    store = SettingsStore(file)
    store.set(theme="system")
    store.save()
    assert not file.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.set(theme="dark")
    with pytest.raises(OutputError) as caught:
        store.save()
    assert caught.value.advice


def test_recent_files_are_few_distinct_and_newest_first() -> None:
    settings = Settings()
    for number in [*range(MAX_RECENT + 3), 5]:
        settings = settings.with_recent(f"{number}.png")
    assert settings.recent_files[0] == "5.png"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == MAX_RECENT
    assert "5.png" not in settings.without_recent("5.png").recent_files
