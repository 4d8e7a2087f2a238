"""How well a page's hand is told, with the strokes of writers that no training saw.

``OCRDESK_DATA=… python -m tests.benchmarks.hand_telling`` lets each held-out writer of UNIPEN with
letters enough confirm a page of 72, which becomes a hand, and draws another page of 40 with another
pen, which is read. Told is the hand where it is beyond doubt: with all hands on the shelf, with all
but the writer's own, and with a single hand of somebody else.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.page.elements import Page
from ocrdesk.paths import shared_data_folder
from ocrdesk.services.hand_telling import HandLikeness, HandShelf, compare, surely
from ocrdesk.services.letters import Letters
from ocrdesk.services.model_store import DEFAULT_MODEL, load_model
from ocrdesk.services.profile_store import Profile, known_hands, remove_profile, save_profile
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import Characters, read_characters, split
from ocrdesk.services.writer_pages import WriterPage, draw_page
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches
from tests.benchmarks.rounds import say

_TAUGHT, _ASKED = 72, 40


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer with a page that was read; the hand has their name."""

    name: str
    page: Page
    layout: Layout


def _drawn(
    source: Characters, rows: list[int], recognizer: Recognizer, rng: np.random.Generator
) -> WriterPage:
    assert source.strokes is not None
    letters = [(recognizer.charset[int(source.labels[row])], source.strokes[row]) for row in rows]
    return draw_page(letters, rng, name="page")


def writers(source: Characters, recognizer: Recognizer, letters: int) -> list[Writer]:
    """Keep a hand of each writer, and read another page of theirs."""
    found = []
    names, counts = np.unique(source.writers, return_counts=True)
    for number, name in enumerate(names[counts >= _TAUGHT + _ASKED].tolist()):
        rng = np.random.default_rng([7, number])
        own = rng.permutation(np.flatnonzero(source.writers == name)).tolist()
        drawn = _drawn(source, own[:_TAUGHT], recognizer, rng)
        layout = run(recognize(drawn.image, recognizer, may_turn=False)).layout
        inks = [layout.box_ink(box) for box in drawn.boxes]
        taught = Letters(cut_patches(inks, recognizer.geometry), drawn.characters)
        save_profile(Profile(f"writer {name}", recognizer, recognizer, taught))
        other = _drawn(source, own[_TAUGHT : _TAUGHT + letters], recognizer, rng)
        reading = run(recognize(other.image, recognizer, may_turn=False))
        found.append(Writer(f"writer {name}", reading.page, reading.layout))
    return found


def tell(asked: Sequence[Writer], shelf: HandShelf) -> None:
    """Print how many are told, rightly and wrongly."""
    right = wrong = foreign = single = pairs = 0
    for writer in asked:
        found = run(compare(writer.page, writer.layout, shelf))
        told = surely(found)
        right += told is not None and told.name == writer.name
        wrong += told is not None and told.name != writer.name
        others: list[HandLikeness] = [one for one in found if one.name != writer.name]
        foreign += surely(others) is not None
        single += sum(surely([other]) is not None for other in others)
        pairs += len(others)
    say(
        f"{len(asked)} writers: {right} told rightly, {wrong} wrongly; their own hand not there: "
        f"{foreign} told; one hand of somebody else alone: {single} of {pairs} told"
    )


def main() -> None:
    """Keep hands of writers, and tell whose the other pages are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-m", "--model", default=DEFAULT_MODEL)
    parser.add_argument("--letters", type=int, default=_ASKED, help="of the page that is asked")
    parser.add_argument("--part", default="held_out", choices=("validation", "held_out"))
    arguments = parser.parse_args()
    if known_hands():
        raise SystemExit("Set OCRDESK_HOME to an empty folder: hands are kept there meanwhile.")
    recognizer = load_model(arguments.model)
    path = shared_data_folder() / "unipen_strokes62.npz"
    parts: Sequence[Characters] = getattr(
        split(read_characters(path, recognizer.charset)), arguments.part
    )
    try:
        tell(writers(parts[0], recognizer, arguments.letters), HandShelf())
    finally:
        for hand in known_hands():
            remove_profile(hand.name)


if __name__ == "__main__":
    main()
