"""Brings the translations up to date with the sources: gathers, extracts and compiles.

    python resources/translations/make_translations.py [--check]

Texts in ``tr()`` and ``later()`` are found by Qt's own ``lupdate``. What the rooms below the window
say, and the table of actions, is plain data: `gathering` finds it by where it stands and hands it
to ``lupdate`` as marked texts; texts with holes are written to ``templates.txt`` as well, by which
the window knows them again. German has every text, English only those with a plural. Fill in what
is unfinished in ``ocrdesk_de.ts`` (``pyside6-linguist`` shows it), then run this again, since
``lrelease`` compiles the ``.qm`` files that the program reads. With ``--check`` nothing is written;
what is not as it would be is named, and the exit code is 1.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gathering import gathered, has_holes

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parents[1] / "ocrdesk"
TEMPLATES = "templates.txt"
CATALOGUES = ("ocrdesk_de.ts", "ocrdesk_en.ts")
EXTRACTION = (
    "-silent", "-no-obsolete", "-locations", "none", "-sort-messages", "-source-language", "en",
    "-tr-function-alias", "QT_TR_NOOP+=later",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Write, or check, everything in the folder; return the exit code."""
    texts = gathered(PACKAGE)
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        make(texts, fresh)
        if "--check" in arguments:
            problems = [*differing(fresh), *unfinished(fresh)]
            print("\n".join(problems), file=sys.stderr)
            return 1 if problems else 0
        for path in sorted(fresh.iterdir()):
            shutil.copyfile(path, FOLDER / path.name)
    left = unfinished(FOLDER)
    print("\n".join(left) or f"{len(texts)} gathered texts; nothing is unfinished")
    return 0


def make(texts: Sequence[str], folder: Path) -> None:
    """Write templates, catalogues and what is compiled of them into a folder."""
    templates = [text for text in texts if has_holes(text)]
    (folder / TEMPLATES).write_text("\n".join(templates) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        marked = Path(scratch) / "gathered.py"
        lines = [f"later({json.dumps(text, ensure_ascii=False)})\n" for text in texts]
        marked.write_text("".join(lines), encoding="utf-8")
        sources = [*map(str, sorted((PACKAGE / "ui").rglob("*.py"))), str(marked)]
        for name in CATALOGUES:
            catalogue = folder / name
            if (FOLDER / name).exists():
                shutil.copyfile(FOLDER / name, catalogue)
            kind = ["-pluralonly"] if name.endswith("_en.ts") else []
            language = name.removesuffix(".ts")[-2:]
            target = ["-target-language", language, "-ts", str(catalogue)]
            _qt("lupdate", *EXTRACTION, *kind, *sources, *target)
            _qt("lrelease", "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm")))


def differing(fresh: Path) -> list[str]:
    """Return which catalogues are not as they would be made now; what is compiled follows them."""
    return [
        f"{path.name} is out of date: run {Path(__file__).name}"
        for path in sorted(fresh.iterdir())
        if path.suffix != ".qm"
        and (
            not (FOLDER / path.name).exists()
            or path.read_bytes() != (FOLDER / path.name).read_bytes()
        )
    ]


def unfinished(folder: Path) -> list[str]:
    """Return the texts of the catalogues that have no translation, or none that is confirmed."""
    found = []
    for name in CATALOGUES:
        for message in ET.parse(folder / name).iter("message"):  # noqa: S314 - our own files
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                found.append(f"{name}: {message.findtext('source')!r} is not translated")
    return found


def _qt(tool: str, *arguments: str) -> None:
    """Run a tool of Qt's as PySide6 ships it beside this Python."""
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
