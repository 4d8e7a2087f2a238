"""What importing loads: never Qt below the window, and nothing heavy before it is needed."""

import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "ocrdesk"
QT = ("PySide6", "shiboken6", "pyqtgraph", "PyQt5", "PyQt6")


def _modules_below_the_window() -> list[str]:
    modules = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        if parts[1] not in {"ui", "__main__"}:
            modules.append(".".join(parts).removesuffix(".__init__"))
    return modules


def _loaded_after(code: str) -> set[str]:
    """Run code in a fresh interpreter; return the modules it has loaded at the end."""
    program = f"{code}\nimport sys\nprint('loaded:', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.rpartition("loaded:")[2].split())


def _packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_no_room_below_the_window_loads_qt() -> None:
    modules = _modules_below_the_window()
    assert "ocrdesk.services.recognition" in modules
    loaded = _loaded_after("import importlib\n" + f"for m in {modules}: importlib.import_module(m)")
    assert set(modules) <= loaded
    assert not _packages(loaded).intersection(QT)


def test_importing_the_package_loads_no_room() -> None:
    loaded = _loaded_after("import ocrdesk")
    assert {module for module in loaded if module.startswith("ocrdesk")} == {"ocrdesk"}
    assert "numpy" not in loaded


def test_a_room_is_loaded_when_a_script_asks_for_it() -> None:
    loaded = _loaded_after("import ocrdesk\nocrdesk.Page")
    assert "ocrdesk.page.elements" in loaded
    assert "numpy" not in loaded


def test_help_loads_nothing_heavy() -> None:
    for arguments in (["--help"], ["read", "--help"], ["train", "--help"], ["--version"]):
        loaded = _loaded_after(f"from ocrdesk.__main__ import main\nmain({arguments!r})")
        heavy = {"numpy", "scipy", "skimage", "PIL", "pypdfium2", "rich", "rapidfuzz", *QT}
        assert not _packages(loaded).intersection(heavy), arguments


def test_the_bare_command_line_loads_no_window_before_it_is_known_to_open() -> None:
    code = "from ocrdesk.__main__ import main\nassert main(['nothing-such']) == 2"
    assert not _packages(_loaded_after(code)).intersection(QT)
