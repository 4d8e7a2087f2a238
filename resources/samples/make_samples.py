"""Remake the sample pages and their truth: ``python resources/samples/make_samples.py``."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from ocrdesk.vision.synthesis import PageSettings, SyntheticPage, synthesise_page

FOLDER = Path(__file__).resolve().parent
QUALITY = 86
ON_THE_FIRST_SCREEN = "welcome.jpg"
SMALL = (256, 192)  # to decode the page itself takes ten times as long, at every start

SAMPLES: dict[str, tuple[int, str, tuple[str, ...], PageSettings]] = {
    "welcome.jpg": (
        3,
        "to-do list, blue ballpoint on white paper; numbers carry a dot",
        (
            "TO DO TODAY",
            "1. WATER THE PLANTS",
            "2. BUY 6 EGGS",
            "3. CALL GRANDMA",
            "4. FIX THE BIKE",
            "5. READ A BOOK",
        ),
        PageSettings(
            width=1800,
            height=1350,
            paper="white",
            pen="ballpoint",
            pen_width=0.062,
            neatness=0.72,
            cap_height=0.09,
            pitch=1.85,
            margin=0.075,
            perspective=0.12,
            tilt=-0.5,
            uneven=0.4,
            noise=0.005,
            jpeg=0,
        ),
    ),
    "alphabet.jpg": (
        1,
        "alphabet and digits in pencil on brown paper with fold lines",
        ("A B C D E F G", "H I J K L M N", "O P Q R S T U", "V W X Y Z", "1 2 3 4 5 6 7 8 9 0"),
        PageSettings(
            width=1800,
            height=1300,
            paper="kraft",
            pen="pencil",
            pen_width=0.062,
            neatness=0.6,
            cap_height=0.085,
            pitch=1.9,
            folds=2,
            uneven=0.9,
            noise=0.006,
            perspective=0.1,
            jpeg=0,
        ),
    ),
    "tilted_sheet.jpg": (
        4,
        "felt pen, whole sheet on a black desk, turned by 6 degrees with perspective",
        (
            "DEAR TOM",
            "THE KEY IS UNDER",
            "THE FLOWER POT",
            "CAKE IN THE BOX",
            "BACK AT 7",
            "LOVE, ANNA",
        ),
        PageSettings(
            width=1500,
            height=1900,
            paper="white",
            desk="black",
            pen="felt",
            neatness=0.55,
            cap_height=0.06,
            pitch=2.1,
            tilt=6.0,
            perspective=0.45,
            uneven=0.8,
            noise=0.005,
            shadow=0.15,
            jpeg=0,
        ),
    ),
    "notebook.jpg": (
        1,
        "ruled notebook page with a margin line, black pen",
        (
            "MONDAY 14 JUNE",
            "THE MOON IS 384400 KM",
            "AWAY. A ROCKET NEEDS",
            "3 DAYS TO FLY THERE,",
            "6 PEOPLE FIT IN IT.",
            "WOULD YOU GO?",
        ),
        PageSettings(
            width=1800,
            height=1300,
            paper="cream",
            ruling="lines",
            pen="black",
            neatness=0.5,
            cap_height=0.075,
            pitch=1.75,
            margin=0.085,
            tilt=1.2,
            perspective=0.2,
            uneven=0.7,
            row_wander=0.15,
            noise=0.005,
            jpeg=0,
        ),
    ),
    "blackboard.jpg": (
        5,
        "white chalk on a blackboard",
        ("GOOD MORNING", "TODAY: PLANETS", "1. MERCURY, VENUS", "2. EARTH, MARS", "3. JUPITER"),
        PageSettings(
            width=1800,
            height=1200,
            paper="blackboard",
            pen="chalk",
            neatness=0.7,
            cap_height=0.12,
            pitch=1.8,
            margin=0.07,
            uneven=0.9,
            noise=0.005,
            perspective=0.15,
            jpeg=0,
        ),
    ),
    "sloping_rows.jpg": (
        1,
        "rows that climb, blue marker on grey paper",
        ("GRAND PRIX OF SOUP", "1 TOMATO 98 POINTS", "2 PUMPKIN 87", "3 LENTIL 65", "4 LEEK 40"),
        PageSettings(
            width=1700,
            height=1300,
            paper="grey",
            pen="marker",
            pen_width=0.085,
            neatness=0.4,
            cap_height=0.075,
            pitch=2.1,
            row_slope=3.5,
            row_wander=0.8,
            margin=0.1,
            uneven=0.8,
            noise=0.007,
            jpeg=0,
        ),
    ),
}


def make(folder: Path) -> None:
    """Write every sample page and ``truth.json`` into ``folder``."""
    truth = []
    for name, (seed, notes, lines, settings) in SAMPLES.items():
        page = synthesise_page(lines, np.random.default_rng(seed), settings)
        Image.fromarray(page.pixels).save(folder / name, quality=QUALITY, optimize=True)
        truth.append(_entry(name, notes, page))
        if name == ON_THE_FIRST_SCREEN:
            make_small(folder)
        print(f"{name}: {(folder / name).stat().st_size // 1024} KiB")
    pages = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in truth)
    (folder / "truth.json").write_text(f"[\n{pages}\n]\n", encoding="utf-8")


def make_small(folder: Path) -> None:
    """Write the picture of the page that the first screen offers, from the page in ``folder``."""
    (folder / "small").mkdir(exist_ok=True)
    with Image.open(folder / ON_THE_FIRST_SCREEN) as picture:
        small = picture.resize(SMALL, Image.Resampling.LANCZOS)
    small.save(folder / "small" / ON_THE_FIRST_SCREEN, quality=90, optimize=True)


def _entry(name: str, notes: str, page: SyntheticPage) -> dict[str, object]:
    """Return one page's truth; a box is [character, left, top, right, bottom], row by row."""
    boxes = [[[c, *box.as_tuple()] for c, box in row] for row in page.boxes]
    return {
        "file": name,
        "group": "samples",
        "lines": list(page.lines),
        "notes": notes,
        "boxes": boxes,
    }


if __name__ == "__main__":
    make(FOLDER)
