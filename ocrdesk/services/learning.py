"""Open pages teach a hand, and are read again with what was learnt, in one go."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Page
from ocrdesk.services.adaptation import Adaptation, adapt
from ocrdesk.services.letters import AT_ONCE, Letters, collect_letters, together
from ocrdesk.services.memory import recall
from ocrdesk.services.model_store import free_name, load_model
from ocrdesk.services.profile_store import Profile, known_profile, save_profile
from ocrdesk.services.progress import Progress, as_part, part_of, within
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import PatchGeometry, as_bytes, cut_patches

FIRST_NAME = "My hand"
_COLLECTED, _LEARNT = 0.1, 0.8  # of the way: letters are there, the hand is learnt


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page as it is now, and where its ink is."""

    page: Page
    layout: Layout


@dataclass(frozen=True, slots=True)
class Learnt:
    """What came of it: the adaptation, and the pages read again in the order they were given.

    Nothing was read again, and nothing saved, where the adaptation was refused.
    """

    adaptation: Adaptation
    letters: int
    pages: tuple[Page, ...] = ()

    @property
    def reader(self) -> Recognizer:
        """The recognizer that learnt; its name is that of the profile."""
        return self.adaptation.recognizer


def learn(
    model: str,
    recognizer: Recognizer | None,
    pages: Sequence[LaidPage],
    *,
    others: Sequence[LaidPage] = (),
    first_name: str = FIRST_NAME,
) -> Generator[Progress, None, Learnt]:
    """Learn the confirmed letters of pages with what a profile knows, and read the rest again.

    ``model`` is what is read with now. A profile learns these letters too, but none of its letters
    that stand on one of the pages and are no longer confirmed; any other model becomes the base of
    a new profile, called ``first_name`` or that with a number. Letters that a person
    confirmed are not read again. ``others`` are in other hands: what a profile learnt of them by
    mistake leaves it. ``recognizer`` spares loading the model, where it is that one.
    """
    yield Progress("Collecting your letters", 0.0)
    known = known_profile(model)
    base = known.base if known is not None else _loaded(model, recognizer)
    stage = "Collecting your letters"
    letters = yield from as_part(
        _collected(known, pages, others, base.geometry), stage, share=_COLLECTED
    )
    name = model if known is not None else free_name(first_name, joint=" ")
    task = adapt(base, letters, name=name)
    adaptation = yield from within(task, start=_COLLECTED, share=_LEARNT - _COLLECTED)
    if adaptation.refusal:
        return Learnt(adaptation, len(letters))
    read = []
    for number, laid in enumerate(pages):
        begun, share = _LEARNT + (1 - _LEARNT) * number / len(pages), (1 - _LEARNT) / len(pages)
        yield Progress("Reading again", begun)
        again = reread(laid.page, laid.layout, adaptation.recognizer)
        read.append((yield from within(again, start=begun, share=share)))
    save_profile(Profile(name, base, adaptation.recognizer, letters))
    return Learnt(adaptation, len(letters), tuple(read))


def recall_ahead(model: str, recognizer: Recognizer | None) -> Generator[float, None, None]:
    """Recall other hands as `learn` will, before anybody asks; yields the share done.

    ``model`` and ``recognizer`` are those that `learn` is going to be given.
    """
    yield 0.0
    known = known_profile(model)
    yield from recall(known.base if known is not None else _loaded(model, recognizer))


def _loaded(model: str, recognizer: Recognizer | None) -> Recognizer:
    if recognizer is not None and recognizer.name == model:
        return recognizer
    return load_model(model)


def _collected(
    known: Profile | None,
    pages: Sequence[LaidPage],
    others: Sequence[LaidPage],
    geometry: PatchGeometry,
) -> Generator[float, None, Letters]:
    """Return the confirmed letters of the pages, and those a profile knows that are still meant."""
    found = []
    for number, laid in enumerate(pages):
        task = collect_letters(laid.page, laid.layout, geometry)
        start, share = 0.5 * number / len(pages), 0.5 / len(pages)
        found.append((yield from part_of(task, start=start, share=share)))
    if known is not None:
        open_again = [
            (laid.layout, [glyph.box for glyph in laid.page.glyphs if not glyph.is_confirmed])
            for laid in pages
        ]
        foreign = [(laid.layout, [glyph.box for glyph in laid.page.glyphs]) for laid in others]
        task = _still_meant(known.letters, [*open_again, *foreign], geometry)
        found.insert(0, (yield from part_of(task, start=0.5, share=0.5)))
    return together(found, geometry)


def _still_meant(
    letters: Letters,
    boxes_off: Sequence[tuple[Layout, Sequence[BoundingBox]]],
    geometry: PatchGeometry,
) -> Generator[float, None, Letters]:
    """Return the letters but for those in boxes that are not confirmed, or not in this hand."""
    left_out: set[bytes] = set()
    for number, (layout, boxes) in enumerate(boxes_off):
        for start in range(0, len(boxes), AT_ONCE):
            yield (number + start / len(boxes)) / len(boxes_off)
            inks = [layout.box_ink(box) for box in boxes[start : start + AT_ONCE]]
            patches = as_bytes(cut_patches(inks, geometry))
            left_out.update(patch.tobytes() for patch in patches)
    kept = as_bytes(letters.patches)
    places = [place for place, patch in enumerate(kept) if patch.tobytes() not in left_out]
    return letters.chosen(places)
