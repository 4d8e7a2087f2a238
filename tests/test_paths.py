"""Folders are found in a source tree, an installed wheel and a packaged program alike."""

import sys
from pathlib import Path

import pytest

from ocrdesk import paths


def test_a_source_tree_keeps_data_beside_the_package() -> None:
    repository = Path(paths.__file__).resolve().parent.parent
    assert paths.resources_folder() == repository / "resources"
    assert paths.shipped_models_folder() == repository / "models"


def test_an_installed_wheel_keeps_data_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "ocrdesk"
    (package / "_data" / "resources").mkdir(parents=True)
    (package / "_data" / "models").mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources_folder() == package.resolve() / "_data" / "resources"
    assert paths.shipped_models_folder() == package.resolve() / "_data" / "models"


def test_a_packaged_program_keeps_data_in_its_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_folder() == tmp_path / "resources"
    assert paths.shipped_models_folder() == tmp_path / "models"


def test_the_home_of_a_person_can_be_moved(own_home: Path) -> None:
    assert paths.user_folder() == own_home
    assert paths.user_models_folder() == own_home / "models"
    assert paths.journals_folder() == own_home / "journals"
    assert paths.settings_file() == own_home / "settings.json"


def test_without_moving_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OCRDESK_HOME")
    for path in (paths.user_folder(), paths.user_models_folder(), paths.settings_file()):
        assert path.is_absolute()
        assert "ocrdesk" in path.parts


def test_asking_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCRDESK_HOME", str(tmp_path / "home"))
    paths.user_folder()
    paths.user_models_folder()
    paths.journals_folder()
    paths.settings_file()
    assert not (tmp_path / "home").exists()


def test_shared_data_is_beside_the_project_or_where_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OCRDESK_DATA", raising=False)
    assert paths.shared_data_folder() == Path.cwd().parent / "shared" / "data"
    monkeypatch.setenv("OCRDESK_DATA", "/somewhere")
    assert paths.shared_data_folder() == Path("/somewhere")
