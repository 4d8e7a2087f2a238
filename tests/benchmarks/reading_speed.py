"""Measures how fast pages are read, against Pillow's decoding, Tesseract 5 and a cold start.

Run with ``python tests/benchmarks/reading_speed.py [--rounds 5] [--model NAME]``. The pages are the
four of the course assignment in the shared data, or the project's own samples where that is absent.

In every round each page is opened and read in this process, which has read it before (warm), with
``--threads`` threads: the one that reads and one beside it; decoded in full by Pillow; read by a
new process of the command line (cold); and read by Tesseract 5 where that is installed, with as
many threads. Tesseract is told the page once and three times, so that half the difference is the
time of a page without its start. Ratios are medians over the rounds of both sides of the same
round, so that a busy machine disturbs both. Targets: at most 3 times Pillow's decoding, at least 8
times as fast as Tesseract, cold at most 1.2 s. Ends with 1 if one is missed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from PIL import Image

from ocrdesk import paths
from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.nn.lanes import lanes
from ocrdesk.services.model_store import DEFAULT_MODEL, load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from tests.benchmarks.rounds import say

REPOSITORY = Path(__file__).resolve().parents[2]
WARM, DECODED, TESSERACT, COLD = "read, warm", "decoded by Pillow", "Tesseract", "read, cold"
MOST_DECODINGS, LEAST_TESSERACTS, MOST_COLD = 3.0, 8.0, 1.2
_REPEATS = 3  # of the page in Tesseract's longer list

Seconds = dict[str, list[float]]
"""By contender, the seconds of each round."""


def handout() -> list[Path]:
    """Return the pages of the course assignment, none where the shared data is absent."""
    data = Path(os.environ.get("OCRDESK_DATA", REPOSITORY.parent / "shared" / "data"))
    folder = data / "pages"
    if not (folder / "truth.json").is_file():
        return []
    return [page.file for page in read_truth(folder) if page.group == "handout"]


def read_warm(page: Path, recognizer: Recognizer, threads: int) -> None:
    """Read a page from its file to its text."""
    with lanes(threads):
        for image in open_images(page):
            run(recognize(image, recognizer))


def decode(page: Path) -> None:
    """Decode a picture in full."""
    with Image.open(page) as picture:
        picture.load()


def read_cold(page: Path, model: str) -> None:
    """Read a page by the command line in a process of its own."""
    command = [sys.executable, "-m", "ocrdesk", "read", str(page), "--model", model]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY, env=environment)


def tesseract_seconds(binary: str, page: Path, threads: int) -> float:
    """Return the seconds Tesseract needs for a page once it has started."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": str(threads)}
    start = partial(subprocess.run, check=True, capture_output=True, env=environment)
    taken = []
    for repeats in (1, _REPEATS):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as pages:
            pages.write(f"{page}\n" * repeats)
            pages.flush()
            command = [binary, pages.name, "stdout", "--psm", "6"]
            taken.append(seconds(partial(start, command)))
    once, several = taken
    return (several - once) / (_REPEATS - 1)


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def measured(page: Path, options: argparse.Namespace, recognizer: Recognizer) -> Seconds:
    """Return the seconds of all contenders in each round, after one round to warm up."""
    warm = partial(read_warm, page, recognizer, options.threads)
    found: Seconds = {WARM: [], DECODED: [], COLD: []}
    if options.tesseract:
        found[TESSERACT] = []
    warm()
    for _ in range(options.rounds):
        found[WARM].append(seconds(warm))
        found[DECODED].append(seconds(partial(decode, page)))
        found[COLD].append(seconds(partial(read_cold, page, options.model)))
        if options.tesseract:
            taken = tesseract_seconds(options.tesseract, page, options.threads)
            found[TESSERACT].append(taken)
    return found


def ratio(above: list[float], below: list[float]) -> float:
    """Return the median over the rounds of one contender's time by another's."""
    return median(one / other for one, other in zip(above, below, strict=True))


def told(page: Path, found: Seconds) -> list[str]:
    """Print the figures of a page; return the targets that were missed, as phrases."""
    say(f"\n{page.name}")
    decodings = ratio(found[WARM], found[DECODED])
    cold = median(found[COLD])
    targets = {
        WARM: (f"{decodings:6.2f} times Pillow", decodings <= MOST_DECODINGS),
        COLD: ("", cold <= MOST_COLD),
    }
    if TESSERACT in found:
        faster = ratio(found[TESSERACT], found[WARM])
        targets[TESSERACT] = (f"{faster:6.2f} times ours", faster >= LEAST_TESSERACTS)
    for name, row in found.items():
        remark, is_reached = targets.get(name, ("", True))
        verdict = "" if name not in targets else "reached" if is_reached else "MISSED"
        taken = f"{1000 * median(row):9.1f} ms  best {1000 * min(row):9.1f} ms"
        say(f"  {name:18} {taken}  {remark:18} {verdict}".rstrip())
    return [f"{page.name}: {name}" for name, (_, is_reached) in targets.items() if not is_reached]


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--tesseract", default=shutil.which("tesseract"), help="its program")
    options = parser.parse_args()
    pages = handout()
    if not pages:
        pages = sorted((paths.resources_folder() / "samples").glob("*.jpg"))
        say("The shared data is absent: the project's own samples are read instead.")
    recognizer = load_model(options.model)
    say(f"model {recognizer.name}, {options.threads} threads, {options.rounds} rounds, medians")
    if not options.tesseract:
        say("Tesseract is not installed: nothing is held against it.")
    missed = [one for page in pages for one in told(page, measured(page, options, recognizer))]
    if missed:
        sys.stderr.write(f"\nTargets missed: {'; '.join(missed)}.\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
