"""How many cells of filled-in practice sheets are cut right, with the strokes of unseen writers.

``OCRDESK_DATA=… python -m tests.benchmarks.sheet_reading 40`` prints sheets, fills them with the
held-out writers of UNIPEN, photographs them at 8 megapixels (tilted, aslant, bent, in shadow, any
way up, with several pens) and reads them. A cell is right if the program names the character that
was asked for and the ink it cut is what was written there: 97 % of either within a third of a
millimetre of the other. What the reader makes of the letters is told beside it, and how many of
the writer's other letters it reads wrong before and after it has learnt those of the sheet.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
from PIL import Image

from ocrdesk.errors import SheetError
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.charset import Charset
from ocrdesk.paths import shared_data_folder
from ocrdesk.services.adaptation import adapt
from ocrdesk.services.hand_letters import letters_of
from ocrdesk.services.hand_sheet import (
    LetterDoubt,
    SheetLetter,
    SheetReading,
    plan_sheet,
    read_hand_sheet,
)
from ocrdesk.services.model_store import DEFAULT_MODEL, load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import Characters, read_characters, split
from ocrdesk.vision.patches import cut_patch, cut_patches
from ocrdesk.vision.practice_page import PracticePage
from ocrdesk.vision.samples import ink_of_strokes
from ocrdesk.vision.strokes import Stroke, distort
from tests.benchmarks.rounds import say
from tests.vision.filled_sheets import FilledSheet, Photo, photograph, placed_in

_RIGHT = 0.97
_PENS = {"ballpoint": 0.45, "black": 0.5, "pencil": 0.55, "felt": 0.9, "marker": 1.2}
_MOST_CHARACTERS = 20  # that a writer must have given, so that a sheet is mostly filled


@dataclass(slots=True)
class Counts:
    """What came of the cells of some sheets; ``read`` of their letters are named right."""

    sheets: int = 0
    failed: int = 0
    written: int = 0
    right: int = 0
    empty: int = 0
    told_empty: int = 0
    read: int = 0
    others: int = 0
    before: int = 0
    after: int = 0
    doubts: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share of written cells that is right."""
        return self.right / max(self.written, 1)

    def add(self, other: "Counts") -> None:
        """Add the cells of other sheets."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def __str__(self) -> str:
        return (
            f"{self.sheets} sheets ({self.failed} not found): {self.right} of {self.written} "
            f"written cells right ({self.share:.2%}), {self.told_empty} of {self.empty} empty "
            f"ones told, doubts about written ones {dict(self.doubts)}; other letters wrong: "
            f"{self.before} of {self.others} before learning the sheet, {self.after} after"
        )


Hand = dict[str, list[list[Stroke]]]


def parted(hand: Hand) -> tuple[Hand, list[tuple[str, list[Stroke]]]]:
    """Return half of what a hand wrote of each character, to fill sheets with, and the rest."""
    filling, rest = {}, []
    for character, samples in hand.items():
        half = (len(samples) + 1) // 2
        filling[character] = samples[:half]
        rest += [(character, own) for own in samples[half:]]
    return filling, rest


def learn(
    reading: SheetReading, rest: list[tuple[str, list[Stroke]]], base: Recognizer, counts: Counts
) -> None:
    """Learn the hand from its sheet, and count how its other letters are read before and after."""
    if not rest:
        return
    adaptation = run(adapt(base, letters_of([reading], base.geometry)))
    patches = cut_patches([ink_of_strokes(own) for _, own in rest], base.geometry)
    for reader, name in ((base, "before"), (adaptation.recognizer, "after")):
        best = reader.classify(patches).argmax(axis=1)
        named = [reader.charset[int(place)] for place in best]
        wrong = sum(one != asked for one, (asked, _) in zip(named, rest, strict=True))
        setattr(counts, name, wrong)
    counts.others = len(rest)


def hands(path: Path, charset: Charset) -> list[Hand]:
    """Return the held-out writers of a file of strokes: what each wrote of every character."""
    parts: list[Characters] = list(split(read_characters(path, charset)).held_out)
    found = []
    for part in parts:
        assert part.strokes is not None
        for writer in sorted(set(part.writers.tolist())):
            own: Hand = {}
            for place in np.flatnonzero(part.writers == writer).tolist():
                character = charset[int(part.labels[place])]
                own.setdefault(character, []).append(list(part.strokes[place]))
            if len(own) >= min(_MOST_CHARACTERS, len(charset) // 2):
                found.append(own)
    return found


def drawn_photo(number: int, rng: np.random.Generator) -> Photo:
    """Return how sheet ``number`` is photographed."""
    pen = list(_PENS)[number % len(_PENS)]
    return Photo(
        tilt=float(rng.uniform(-20, 20)),
        perspective=float(rng.uniform(0.0, 1.0)),
        border=float(rng.uniform(0.01, 0.06)),
        bulge=float(rng.uniform(-2.5, 2.5)),
        quarters=number % 4,
        desk=("black", "walnut", "oak")[number % 3],
        pen=pen,
        pen_width=_PENS[pen] * float(rng.uniform(0.85, 1.15)),
        uneven=float(rng.uniform(0.2, 1.0)),
        shadow=float(rng.uniform(0.0, 0.6)) if rng.random() < 0.7 else 0.0,
        blur=float(rng.uniform(0.6, 1.6)),
        noise=float(rng.uniform(0.004, 0.02)),
        jpeg=int(rng.integers(70, 95)),
    )


def filled(page: PracticePage, hand: Hand, rng: np.random.Generator) -> list[list[Stroke] | None]:
    """Return what the hand writes into every cell, None where it never wrote the character."""
    height = float(rng.uniform(5.5, 9.0))
    written: list[list[Stroke] | None] = []
    for cell, character in enumerate(page.asked):
        samples = hand.get(character)
        if not samples:
            written.append(None)
            continue
        strokes = samples[int(rng.integers(len(samples)))]
        bent = distort(strokes, rng, strength=0.4)
        size = height * float(rng.uniform(0.85, 1.1))
        shift = rng.normal(0.0, 0.6, 2)
        written.append(placed_in(page, cell, bent, height=size, shift=(shift[0], shift[1])))
    return written


def count(
    sheet: FilledSheet, letters: tuple[SheetLetter, ...], counts: Counts, recognizer: Recognizer
) -> list[str]:
    """Add the cells of a sheet to the counts; return what went wrong."""
    wrong = []
    for cell, (letter, asked) in enumerate(zip(letters, sheet.page.asked, strict=True)):
        if sheet.written[cell] is None:
            counts.empty += 1
            counts.told_empty += letter.doubt is LetterDoubt.EMPTY
            continue
        counts.written += 1
        fit = sheet.agreement(cell, letter.ink, letter.outline)
        is_right = letter.character == asked and fit >= _RIGHT
        counts.right += is_right
        if letter.doubt is not LetterDoubt.NONE:
            counts.doubts[letter.doubt.name] += 1
        if not is_right:
            wrong.append(f"{asked}@{cell} {fit:.2f} {letter.doubt.name}")
        patch = cut_patch(letter.ink, recognizer.geometry)[None]
        named = recognizer.charset[int(recognizer.classify(patch)[0].argmax())]
        counts.read += named == asked
    return wrong


def measure(
    number: int, page: PracticePage, hand: Hand, recognizer: Recognizer, keep: Path | None
) -> Counts:
    """Make, read and judge one sheet."""
    rng = np.random.default_rng([7, number])
    photo = drawn_photo(number, rng)
    filling, rest = parted(hand)
    sheet = photograph(page, filled(page, filling, rng), rng, photo)
    if keep is not None:
        Image.fromarray(sheet.pixels).save(keep / f"sheet_{number}.jpg", quality=92)
    counts = Counts(sheets=1)
    start = time.process_time()
    try:
        image = image_from_array(sheet.pixels, f"sheet {number}")
        reading = run(read_hand_sheet(image, recognizer))
    except SheetError as error:
        counts.failed = 1
        counts.written = sum(own is not None for own in sheet.written)
        say(f"{number}: {error}")
        return counts
    seconds = time.process_time() - start
    wrong = count(sheet, reading.letters, counts, recognizer)
    learn(reading, rest, recognizer, counts)
    told = f"{photo.pen}, {reading.marks} marks, {seconds:.1f} s of processor time"
    say(f"{number}: {told}, {len(wrong)} wrong {' '.join(wrong[:8])}")
    return counts


def main() -> int:
    """Measure, and print what was found; returns 1 where fewer than 99 % of cells are right."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sheets", type=int, nargs="?", default=40)
    parser.add_argument("--first", type=int, default=0, help="number of the first sheet")
    parser.add_argument("--charset", default="print36")
    parser.add_argument("--keep", type=Path, help="folder for the photos")
    chosen = parser.parse_args()
    recognizer = load_model(DEFAULT_MODEL)
    page = plan_sheet(chosen.charset, copies=5, paper="a4")
    writers = hands(shared_data_folder() / "unipen_strokes62.npz", Charset(page.characters))
    say(f"{len(writers)} held-out writers with enough of {len(page.characters)} characters")
    counts = Counts()
    for number in range(chosen.first, chosen.first + chosen.sheets):
        hand = writers[number % len(writers)]
        counts.add(measure(number, page, hand, recognizer, chosen.keep))
        say(f"{counts}, {recognizer.name} reads {counts.read / max(counts.written, 1):.1%}")
    return int(counts.share < 0.99)


if __name__ == "__main__":
    sys.exit(main())
