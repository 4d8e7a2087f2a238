"""Settings: kept exactly, forgiving towards damage, and never in the way of a start."""

import json
from pathlib import Path

import pytest

from ocrdesk.errors import OutputError, SettingsError
from ocrdesk.services.progress import run
from ocrdesk.services.review import DOUBTFUL_BELOW, TARGETS
from ocrdesk.services.settings import (
    ACCEPTED,
    Settings,
    SettingsStore,
    declarations,
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


def test_what_another_window_changed_meanwhile_stays(file: Path) -> None:
    one, other = SettingsStore(file), SettingsStore(file)
    one.set(theme="dark")
    one.save()
    other.set(model="mine")
    other.save()
    assert read_settings(file) == Settings(theme="dark", model="mine")


def test_a_writing_holds_what_the_settings_were_when_it_was_asked_for(file: Path) -> None:
    store = SettingsStore(file)
    store.set(theme="dark")
    steps = store.saving()
    store.set(theme="light")
    store.take_saved(run(steps))
    assert read_settings(file).theme == "dark"
    assert not store.is_saved
    store.save()
    assert read_settings(file).theme == "light"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.set(theme="dark")
    with pytest.raises(OutputError) as caught:
        store.save()
    assert caught.value.advice


def test_recent_files_are_few_distinct_and_newest_first() -> None:
    settings = Settings()
    most = settings.recent_count
    for number in [*range(most + 3), 5]:
        settings = settings.with_recent(f"{number}.png")
    assert settings.recent_files[0] == "5.png"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == most
    assert "5.png" not in settings.without_recent("5.png").recent_files


def test_each_purpose_has_a_folder_of_its_own() -> None:
    settings = Settings(last_folder="/a").with_folder("export", "/b=c").with_folder("save", "/d")
    assert [settings.folder(name) for name in ("open", "export", "save", "hands")] == [
        "/a", "/b=c", "/d", "",
    ]  # fmt: skip
    settings = settings.with_folder("export", "/e").with_folder("save", "")
    assert settings.folders == ("export=/e",)
    assert settings.with_folder("open", "/f").last_folder == "/f"


@pytest.mark.parametrize("count", [-1, 31, "10", True])
def test_a_number_out_of_its_bounds_is_its_default(file: Path, count: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"recent_count": count}), encoding="utf-8")
    assert read_settings(file).recent_count == 10


def test_every_setting_of_the_page_may_be_its_default_and_nothing_else() -> None:
    shown = [item for item in declarations() if item.group]
    assert {item.name for item in shown} >= {"theme", "model", "shows_boxes", "recent_count"}
    for item in shown:
        assert item.title
        assert item.fits(item.default)
        assert not item.fits(None)
        assert not item.fits(("x",))


def test_whoever_listens_hears_of_changes_alone(file: Path) -> None:
    store = SettingsStore(file)
    heard: list[tuple[str, str]] = []
    store.listen(lambda before, after: heard.append((before.theme, after.theme)))
    store.set(theme="dark")
    store.set(theme="dark")
    store.change(lambda settings: settings)
    assert heard == [("system", "dark")]


def test_the_errors_that_can_be_accepted_are_those_that_a_line_is_found_for() -> None:
    assert [float(value) for value, _ in ACCEPTED if value] == list(TARGETS)
    assert ACCEPTED[0] == (Settings().errors_accepted, f"Check below {100 * DOUBTFUL_BELOW:g} %")
