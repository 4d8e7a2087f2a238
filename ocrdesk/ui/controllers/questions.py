"""Puts what a review asks into words and pictures for the panel."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.elements import UNREADABLE, Glyph
from ocrdesk.services.random_check import CheckResult
from ocrdesk.services.review import is_doubtful
from ocrdesk.services.review_groups import LetterGroup
from ocrdesk.services.review_pages import LetterPlace, ReviewPage, letter_at
from ocrdesk.services.review_queue import ProposedCut, ReviewItem
from ocrdesk.ui.appearance import DOUBT
from ocrdesk.ui.controllers.letter_pictures import LetterPictures
from ocrdesk.ui.controllers.review_order import QuestionsLeft
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.cut_picture import CutShown
from ocrdesk.ui.views.letter_grid import LetterCell
from ocrdesk.ui.views.review_panel import Question
from ocrdesk.ui.views.shares import line_percent

_NO_BREAK = "\N{NO-BREAK SPACE}"  # keeps a number on the line of what it counts
_AROUND = 0.4  # of the height: what is shown around letters that may be cut otherwise


def question_of(
    item: ReviewItem,
    pages: Sequence[ReviewPage],
    pictures: LetterPictures,
    *,
    left: QuestionsLeft,
    opened: OpenDocument | None,
    skips: str,
) -> Question:
    """Return what to ask about an item; ``opened`` is the document that a cut is on.

    ``skips`` are the keys that go on to the next question.

    How many are ``left`` is told, not its place among them: the order follows every answer, so that
    places would jump.
    """
    skipping = tr("{skips} skips it.").format(skips=skips)
    question = (
        _about_cut(item, pages, f"{skipping} {_told_left(left)}", opened)
        if isinstance(item, ProposedCut)
        else _about_group(item, pages, pictures, left=_told_left(left), skips=skips)
    )
    return _located(question, [place.page for place in item.members], pages, pictures)


def _told_left(left: QuestionsLeft) -> str:
    """Return how many questions are left of either kind: letters to check are only in one."""
    if not left.letters:
        return tr("%n questions left, about how letters are cut.", None, left.cuts)
    if not left.cuts:
        return tr("%n questions about letters left.", None, left.letters)
    about_cuts = tr("%n about how letters are cut", None, left.cuts)
    told = tr("%n questions about letters left, {cuts}.", None, left.letters)
    return told.format(cuts=about_cuts)


def as_asked(item: ReviewItem, question: Question | None) -> ReviewItem:
    """Return an item as far as ``question``, which is being answered, is about it.

    Letters that were found to look the same meanwhile stay out until it is asked anew: nobody has
    seen them when Enter is pressed.
    """
    if isinstance(item, ProposedCut) or question is None or question.is_drawn:
        return item
    members = frozenset(item.members)
    asked = tuple(cell.place for cell in question.letters if cell.place in members)
    return replace(item, members=asked) if asked else item


def can_answer(
    question: Question | None, item: ReviewItem | None, selected: LetterPlace | None
) -> bool:
    """Tell whether a question is about an item, and about the letter that the page shows selected.

    Keys answer nothing else: the page may have become another, or been read anew, just before.
    """
    if question is None or item is None or question.is_drawn:
        return False
    if isinstance(item, ProposedCut):
        return question.cut is not None and selected in item.members
    return question.cut is None and any(cell.place == selected for cell in question.letters)


def question_drawn(
    result: CheckResult, pages: Sequence[ReviewPage], pictures: LetterPictures
) -> Question | None:
    """Return what to ask about the letter of a random check that comes next; None at its end."""
    glyph = None if result.next is None else letter_at(pages, result.next)
    if result.next is None or glyph is None:
        return None
    is_unread = glyph.character == UNREADABLE
    what = (
        tr("Is this no character? If it is one, type it.")
        if is_unread
        else tr("Is this “{character}”? If not, type what it is.").format(character=glyph.character)
    )
    instead = tr("Then type what it is.")
    place = tr("{place} of {count}").format(place=result.checked + 1, count=result.asked)
    question = Question(
        ("drawn", result.next),
        f"{what} ({place})",
        tr("Drawn at random. Enter says that it is right."),
        [LetterCell(result.next, glyph, pictures.titled(result.next.page))],
        first=tr("Right", "The letter was read right"),
        last=tr("End Check"),
        last_icon="close",
        is_drawn=True,
        deny=tr("Wrong…", "The letter was read wrong"),
        denied=f"{instead} ({place})",
        denied_detail=_instead(),
    )
    return _located(question, [result.next.page], pages, pictures)


def _instead() -> str:
    """Return what to do with a letter that was read wrong; what is done on the page counts, too."""
    return tr(
        "A character says what it is. If the box is cut wrong, use Split, Merge or Delete Letter "
        "in the Edit menu: that counts as wrong, too."
    )


def _located(
    question: Question,
    where: Sequence[int],
    pages: Sequence[ReviewPage],
    pictures: LetterPictures,
) -> Question:
    """Return a question that says where its letters are, if there are several pages.

    ``where`` has the page of each letter; ``pages`` begins with the one that is shown. How many an
    answer would change out of sight is told by number: names do not say so.
    """
    if len(pages) == 1:
        return question
    shown = pages[0].number
    named = shown if shown in where else where[0]
    others = [page for page in where if page != named]
    on = pictures.titled(named)
    if others:
        is_one = len({*others}) == 1
        more = (
            tr("%n on another page", None, len(others))
            if is_one
            else tr("%n on other pages", None, len(others))
        )
        on = f"{on}, {more.replace(' ', _NO_BREAK, 1)}"
    denied = f"{question.denied} \N{MIDDLE DOT} {on}" if question.denied else ""
    return replace(question, heading=f"{question.heading} \N{MIDDLE DOT} {on}", denied=denied)


def _about_group(
    group: LetterGroup,
    pages: Sequence[ReviewPage],
    pictures: LetterPictures,
    *,
    left: str,
    skips: str,
) -> Question:
    glyphs = {place: g for place in group.members if (g := letter_at(pages, place)) is not None}
    cells = [
        LetterCell(place, glyph, pictures.titled(place.page)) for place, glyph in glyphs.items()
    ]
    doubtful = sum(is_doubtful(glyph, below=DOUBT.below) for glyph in glyphs.values())
    on = len({place.page for place in glyphs})
    details = [tr("%n of them doubtful", None, doubtful) if len(cells) > 1 else ""]
    details.append(tr("on %n pages", None, on) if on > 1 else "")
    said = ", ".join(part for part in details if part)
    is_unreadable = group.character == UNREADABLE
    hint = _keys_told(len(cells), is_unreadable=is_unreadable).format(skips=skips)
    detail = " ".join(part for part in (f"{said}." if said else "", hint, left) if part)
    return Question(
        ("group", group.leader),
        _named(group.character, glyphs[group.leader], len(cells)),
        detail,
        cells,
        first=tr("Type It…") if is_unreadable else tr("Confirm"),
        asks_character=is_unreadable,
        denied=tr("Type what it is.") if len(cells) == 1 else tr("Type what they are."),
        denied_detail=_not_confirmed().format(skips=skips),
    )


def _keys_told(count: int, *, is_unreadable: bool) -> str:
    """Return what keys do with so many letters."""
    if is_unreadable and count == 1:
        return tr("A character says what it is, Del removes its box, {skips} skips it.")
    if count == 1:
        return tr(
            "Enter confirms it, a character corrects it, Del removes its box, {skips} skips it."
        )
    one_out = tr("A click or the space bar leaves one out.")
    keys = (
        tr("A character says what they are, Del removes them, {skips} skips them.")
        if is_unreadable
        else tr(
            "Enter confirms all, a character corrects them, Del removes them, {skips} skips them."
        )
    )
    return f"{keys} {one_out}"


def _not_confirmed() -> str:
    """Return why Enter does not confirm what has no reading, and what else may be done."""
    return tr(
        "Nothing is confirmed yet, as there is no reading. Del removes the box if there is no "
        "letter in it, {skips} leaves it for later."
    )


def _named(character: str, leader: Glyph, count: int) -> str:
    if character == UNREADABLE:
        if count > 1 and leader.predictions:
            return tr("Unreadable: {count} letters alike").format(count=count)
        return tr("Unreadable") if leader.predictions else tr("Not read yet")
    return (
        tr("“{character}”: {count} letters alike").format(character=character, count=count)
        if count > 1
        else tr("“{character}”: one letter").format(character=character)
    )


def _about_cut(
    cut: ProposedCut, pages: Sequence[ReviewPage], left: str, opened: OpenDocument | None
) -> Question:
    """Return the question whether letters should be parted otherwise."""
    old = [g for place in cut.members if (g := letter_at(pages, place)) is not None]
    parts = [glyph.predictions[0].character for glyph in cut.proposal.glyphs]
    is_one = len(parts) == 1 or len(old) == 1
    hint = (
        tr("Enter says no, Shift+Enter yes, a character which one letter it is.")
        if is_one
        else tr("Enter says no, Shift+Enter yes.")
    )
    boxes = [glyph.box for glyph in cut.proposal.glyphs]
    around = enclosing([*boxes, *(glyph.box for glyph in old)])
    area, picture = _around(around, opened)
    return Question(
        ("cut", cut.proposal.boxes),
        _cut_asked([glyph.character for glyph in old], parts),
        f"{_by_ink(cut, parts)} {hint} {left}",
        cut=CutShown(area, picture, boxes, parts),
        first=tr("No", "The letters are to stay as they are"),
        last=tr("Yes", "The letters are to be cut so"),
        last_icon="check",
    )


def _cut_asked(old: Sequence[str], new: Sequence[str]) -> str:
    """Return the question whether letters are really others, in words a person would use."""
    if len(new) == 1:
        text = tr("Are {before} one letter, {parts}?")
    elif len(old) == 1:
        text = tr("Is {before} several letters, {parts}?")
    else:
        text = tr("Are {before} really {parts}?")
    return text.format(before=_listed(old), parts=_listed(new))


def _listed(characters: Sequence[str]) -> str:
    quoted = [tr("“{character}”").format(character=character) for character in characters]
    if len(quoted) == 1:
        return quoted[0]
    return tr("{some} and {last}").format(some=", ".join(quoted[:-1]), last=quoted[-1])


def _by_ink(cut: ProposedCut, parts: Sequence[str]) -> str:
    """Say how much better the ink fits, as the share of one of the two ways.

    How probable each letter is once it is one says little: a piece of a letter may look like
    another one, and how much each looks like a letter at all is in the gain alone.
    """
    share = line_percent(1 / (1 + exp(-cut.proposal.gain)))
    return tr("By ink alone: {share} for {parts}.").format(share=share, parts=_listed(parts))


def _around(box: BoundingBox, opened: OpenDocument | None) -> tuple[BoundingBox, QImage | None]:
    """Return a part of the page around a box, and its picture where the image is in memory."""
    pyramid = None if opened is None else opened.pyramid
    area = box.padded(max(2, round(_AROUND * box.height)))
    if pyramid is None:
        return area, None
    area = area.clipped(pyramid.width, pyramid.height) or box
    level = pyramid.level_for(256 / max(area.width, area.height))
    scale = level.width() / pyramid.width
    corner, size = (area.left, area.top), (area.width, area.height)
    part = QRect(*(round(value * scale) for value in (*corner, *size)))
    return area, level.copy(part.intersected(level.rect()))
