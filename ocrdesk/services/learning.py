"""Open pages teach a hand, and are read again with what was learnt, in one go."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from ocrdesk.page.elements import Page
from ocrdesk.services.adaptation import Adaptation, adapt
from ocrdesk.services.letters import Letters, confirmed_letters, together
from ocrdesk.services.model_store import free_name, load_model
from ocrdesk.services.profile_store import Profile, known_profile, save_profile
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import reread
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import PatchGeometry, as_bytes, cut_patches

FIRST_NAME = "My hand"


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
    model: str, recognizer: Recognizer | None, pages: Sequence[LaidPage]
) -> Generator[Progress, None, Learnt]:
    """Learn the confirmed letters of pages with what a profile knows, and read the rest again.

    ``model`` is what is read with now. A profile learns these letters too, but none of its letters
    that stand on one of the pages and are no longer confirmed; any other model becomes the base of
    a new profile. Letters that a person confirmed are not read again. ``recognizer`` spares
    loading the model, where it is that one.
    """
    yield Progress("Collecting your letters", 0.0)
    known = known_profile(model)
    base = known.base if known is not None else _loaded(model, recognizer)
    found = [confirmed_letters(laid.page, laid.layout, base.geometry) for laid in pages]
    if known is not None:
        found.insert(0, _still_meant(known.letters, pages, base.geometry))
    letters = together(found, base.geometry)
    name = model if known is not None else free_name(FIRST_NAME, joint=" ")
    adaptation = yield from adapt(base, letters, name=name)
    if adaptation.refusal:
        return Learnt(adaptation, len(letters))
    read = []
    for number, laid in enumerate(pages):
        yield Progress("Reading again", number / len(pages))
        read.append((yield from reread(laid.page, laid.layout, adaptation.recognizer)))
    save_profile(Profile(name, base, adaptation.recognizer, letters))
    return Learnt(adaptation, len(letters), tuple(read))


def _loaded(model: str, recognizer: Recognizer | None) -> Recognizer:
    if recognizer is not None and recognizer.name == model:
        return recognizer
    return load_model(model)


def _still_meant(letters: Letters, pages: Sequence[LaidPage], geometry: PatchGeometry) -> Letters:
    """Return the letters but for those on the pages that are not confirmed any more."""
    open_again: set[bytes] = set()
    for laid in pages:
        boxes = [glyph.box for glyph in laid.page.glyphs if not glyph.is_confirmed]
        patches = cut_patches([laid.layout.box_ink(box) for box in boxes], geometry)
        open_again.update(patch.tobytes() for patch in as_bytes(patches))
    kept = as_bytes(letters.patches)
    places = [place for place, patch in enumerate(kept) if patch.tobytes() not in open_again]
    return letters.chosen(places)
