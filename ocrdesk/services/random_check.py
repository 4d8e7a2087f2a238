"""How many letters are still wrong, without a truth: letters drawn at random and checked.

Only letters that chance chose tell how many of the others are wrong. Those that a review chose were
chosen because they are doubtful, and there are more errors among them than elsewhere; so they count
as corrected, but not as evidence. What is drawn is drawn once, without replacement, before anything
is looked at, and tells nothing before all of it was answered: whoever skipped the hard ones, or
went on until the figure pleased, would know less than the interval says (Cochran 1977, Sampling
Techniques, 3rd edition, chapters 2 and 3). So it can be answered page by page in reading order.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.page.check_part import CheckPart
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.error_intervals import Bounds, Counts, number_wrong, share_wrong
from ocrdesk.services.review_pages import LetterPlace, ReviewPage


@dataclass(frozen=True, slots=True)
class RandomCheck:
    """Letters ``drawn`` at random, in reading order, from those that nobody had confirmed.

    ``read`` is what each of all those was read as when the lot was cast.
    """

    drawn: tuple[LetterPlace, ...]
    read: Mapping[LetterPlace, str]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a random check says so far.

    Of ``asked`` letters drawn ``checked`` were answered and ``wrong`` of them were wrong; ``next``
    is the first that was not, None at the end. ``share`` bounds the share of wrong letters among
    all that were not confirmed when the lot was cast, and tells nothing (0 to 1) before the end.
    ``left`` bounds how many wrong letters are on the pages now, with what was corrected since taken
    off; ``letters`` are all letters of the pages.
    ``unknown`` of them read otherwise than when the lot was cast, or came since: each of them may
    be wrong for all that the check knows, and so counts in ``left.high``.
    """

    asked: int
    checked: int
    wrong: int
    next: LetterPlace | None
    share: Bounds
    left: Counts
    letters: int
    unknown: int

    @property
    def is_done(self) -> bool:
        """Tell whether every letter that was drawn is answered: before that nothing is proven."""
        return self.next is None

    @property
    def worst_rate(self) -> float:
        """The share of all letters that may still be wrong, at most."""
        return self.left.high / self.letters if self.letters else 0.0

    def is_good_enough(self, target: float) -> bool:
        """Tell whether no more than that share of the letters is wrong, surely enough to stop."""
        return self.is_done and self.worst_rate <= target


def draw_check(pages: Sequence[ReviewPage], count: int, rng: np.random.Generator) -> RandomCheck:
    """Draw ``count`` of the letters that nobody confirmed, each as likely as any other."""
    read = {place: glyph.character for place, glyph in _letters(pages) if not glyph.is_confirmed}
    places = list(read)
    chosen = sorted(rng.permutation(len(places))[:count].tolist())
    return RandomCheck(tuple(places[number] for number in chosen), read)


def parts_of(
    check: RandomCheck, before: Collection[LetterPlace], *, name: str
) -> dict[int, CheckPart]:
    """Return what to keep of a check with each page, by the page's number.

    ``before`` are the letters of earlier checks, ``name`` tells this one from all others.
    """
    read: dict[int, dict[int, str]] = defaultdict(dict)
    for place, character in check.read.items():
        read[place.page][place.glyph_id] = character
    drawn, known = _by_page(check.drawn), _by_page(sorted(before))
    pages = list(dict.fromkeys((*read, *known)))
    return {
        page: CheckPart(
            name,
            number,
            len(pages),
            tuple(drawn.get(page, ())),
            read.get(page, {}),
            tuple(known.get(page, ())),
        )
        for number, page in enumerate(pages)
    }


def check_of(
    parts: Mapping[int, CheckPart],
) -> tuple[RandomCheck, frozenset[LetterPlace]] | None:
    """Return the check that pages have all parts of, and the letters of those before it.

    None where there is none: what is left of a check is no sample of what was drawn.
    """
    for name in dict.fromkeys(part.name for part in parts.values()):
        own = sorted((part.place, page) for page, part in parts.items() if part.name == name)
        if [place for place, _ in own] != list(range(parts[own[0][1]].count)):
            continue
        pages = [(page, parts[page]) for _, page in own]
        drawn = [LetterPlace(page, number) for page, part in pages for number in part.drawn]
        before = [LetterPlace(page, number) for page, part in pages for number in part.before]
        read = {
            LetterPlace(page, number): character
            for page, part in pages
            for number, character in part.read.items()
        }
        return RandomCheck(tuple(drawn), read), frozenset(before)
    return None


def is_answered(check: RandomCheck, pages: Mapping[int, Page]) -> bool:
    """Tell whether every letter that was drawn is answered, by the pages' numbers."""
    return all(
        _verdict(check.read[place], _found(pages, place)) is not None for place in check.drawn
    )


def assess(check: RandomCheck, pages: Sequence[ReviewPage]) -> CheckResult:
    """Return what a check says of the pages as they are now.

    A drawn letter is answered when it is confirmed, and wrong if it was then given another
    character, or is gone. So undoing an answer takes it back.
    """
    by_number = {page.number: page.page for page in pages}
    verdicts = [
        (place, _verdict(check.read[place], _found(by_number, place))) for place in check.drawn
    ]
    following = next((place for place, verdict in verdicts if verdict is None), None)
    checked = sum(verdict is not None for _, verdict in verdicts)
    wrong = sum(verdict is True for _, verdict in verdicts)
    letters = sum(len(page.glyphs) for page in by_number.values())
    if following is not None:
        share, left = share_wrong(0, 0), Counts(0, letters)
        return CheckResult(len(check.drawn), checked, wrong, following, share, left, letters, 0)
    bounds = number_wrong(wrong, checked, len(check.read))
    left, unknown = _left(check, pages, bounds)
    share = share_wrong(wrong, checked)
    return CheckResult(len(check.drawn), checked, wrong, None, share, left, letters, unknown)


def _left(check: RandomCheck, pages: Sequence[ReviewPage], bounds: Counts) -> tuple[Counts, int]:
    """Return the bounds for what is wrong on the pages now, and how many letters are unknown.

    ``bounds`` are those of what was wrong when the lot was cast.
    """
    now = dict(_letters(pages))
    found = sum(_verdict(read, now.get(place)) is True for place, read in check.read.items())
    unknown = sum(
        not glyph.is_confirmed and glyph.character != check.read.get(place)
        for place, glyph in now.items()
    )
    low = max(0, bounds.low - found - unknown)
    return Counts(low, min(len(now), max(0, bounds.high - found) + unknown)), unknown


def _by_page(places: Iterable[LetterPlace]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place in places:
        found[place.page].append(place.glyph_id)
    return found


def _found(pages: Mapping[int, Page], place: LetterPlace) -> Glyph | None:
    page = pages.get(place.page)
    return page.glyph(place.glyph_id) if page is not None and place.glyph_id in page else None


def _verdict(read: str, glyph: Glyph | None) -> bool | None:
    """Tell whether the letter turned out to be wrong; None while nobody has said."""
    if glyph is None:
        return True
    if glyph.correction is None:
        return None
    return glyph.correction != read


def _letters(pages: Sequence[ReviewPage]) -> Iterator[tuple[LetterPlace, Glyph]]:
    for page in pages:
        yield from page.letters()
