"""The packaged program starts: its window and its command line, without the Python around it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.acceptance

NAMED = ("--model", "print36")
"""Who names a model is told of no other, which the source is compared for."""
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "welcome.jpg"


@pytest.fixture(scope="module")
def program() -> Path:
    """The executable in the bundle that OCRDESK_BUNDLE names; skips where it names none."""
    bundle = os.environ.get("OCRDESK_BUNDLE")
    if not bundle:
        pytest.skip("no bundle to test (set OCRDESK_BUNDLE, as .ci/run does after make package)")
    return Path(bundle) / "ocrdesk"


def _run(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "OCRDESK_HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_it_reads_what_the_source_reads(program: Path, tmp_path: Path) -> None:
    done = _run(program, "read", str(SAMPLE), folder=tmp_path)
    source = subprocess.run(
        [sys.executable, "-m", "ocrdesk", "read", str(SAMPLE)],
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, source.stdout, source.stderr)


def test_it_reads_pdf_documents(program: Path, tmp_path: Path) -> None:
    with Image.open(SAMPLE) as picture:
        picture.save(tmp_path / "scan.pdf", quality=95)
    done = _run(program, "read", *NAMED, "scan.pdf", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) > 40
    assert list((program.parent / "_internal").glob("pypdfium2-*.dist-info/licenses"))


def test_it_writes_every_format(program: Path, tmp_path: Path) -> None:
    for name in ("out.pdf", "out.hocr", "out.alto.xml", "out.page.xml", "out.box", "out.csv"):
        done = _run(program, "read", *NAMED, str(SAMPLE), "-o", name, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / name).stat().st_size > 500
    done = _run(program, "read", "out.pdf", folder=tmp_path)
    assert done.stdout == _run(program, "read", str(SAMPLE), folder=tmp_path).stdout


def test_its_window_opens_reads_and_paints(program: Path, tmp_path: Path) -> None:
    done = _run(program, "--smoke-test", str(SAMPLE), folder=tmp_path)
    assert done.returncode == 0, done.stderr


def test_it_holds_the_models_and_the_parts_of_the_x_plugin(program: Path, tmp_path: Path) -> None:
    assert "print36" in _run(program, "models", "list", folder=tmp_path).stdout
    inside = program.parent / "_internal"
    assert list(inside.glob("libxcb-cursor.so*"))
    assert (inside / "resources" / "samples" / "welcome.jpg").is_file()
    assert not (inside / "resources" / "screenshots").exists()
    assert not list((inside / "resources").rglob("*.py"))
