"""What is said of a hand that was learnt: how it was tested, and what changed on which pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ocrdesk.services.learning import Learnt
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.change_words import change_words

_NAMED_KINDS = 3  # of letters on a page; more are counted
_NAMED_PAGES = 3


def tested(learnt: Learnt) -> str:
    """Return how the letters are read by readers that had not learnt them."""
    letters = learnt.adaptation.letters
    if not letters.count:
        return ""
    told = tr(
        "Of %n of them, each tested by a reader that had not seen it, {after} are read right, "
        "{before} before.",
        None,
        letters.count,
    )
    return told.format(after=letters.after, before=letters.before)


def named(count: int) -> str:
    """Return the name of a step that changed so many letters.

    It is kept with the page: in English, as all of them.
    """
    if count == 1:
        return "Learnt: 1 letter changed"
    return f"Learnt: {count} letters changed" if count else "Learnt: only probabilities changed"


def changes_elsewhere(changed: Iterable[tuple[str, str, str]]) -> str:
    """Return which letters changed on pages that are not shown, each by page, before and after.

    Nobody sees them there, and a page may be another person's.
    """
    by_page: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for page, before, after in changed:
        by_page[page].append((before, after))
    if not by_page:
        return ""
    told = [f"{page}, {_listed(letters)}" for page, letters in by_page.items()]
    if len(told) > _NAMED_PAGES:
        left = len(told) - _NAMED_PAGES
        told[_NAMED_PAGES:] = [tr("%n more pages", None, left)]
    count = sum(map(len, by_page.values()))
    text = (
        tr("%n of them are on another page: {pages}.", None, count)
        if len(by_page) == 1
        else tr("%n of them are on other pages: {pages}.", None, count)
    )
    return text.format(pages="; ".join(told))


def pages_told(taught: int, left_out: int, without_ink: int) -> str:
    """Return on how many pages the letters stand.

    Also how many have letters of other readers, and of how many the ink did not come.
    """
    parts = []
    if taught > 1:
        parts.append(
            tr(
                "The letters are of %n pages. If one is in another hand, show it, choose "
                "another reader for it, and learn this hand again.",
                None,
                taught,
            )
        )
    if left_out:
        parts.append(tr("%n pages that another reader reads were left out.", None, left_out))
    if without_ink:
        parts.append(tr("%n pages whose images are missing were left out.", None, without_ink))
    return " ".join(parts)


def _listed(letters: Sequence[tuple[str, str]]) -> str:
    """Return what became of which letters, or how many there are where they are of many kinds."""
    if len(set(letters)) > _NAMED_KINDS:
        return tr("%n letters", None, len(letters))
    return change_words(letters, most=_NAMED_KINDS)
