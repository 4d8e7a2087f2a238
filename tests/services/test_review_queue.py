"""One queue of groups and cuts, by what an answer gains; answers leave it without a new look."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page import edits
from ocrdesk.page.elements import Prediction
from ocrdesk.page.parting import Part, recut
from ocrdesk.services.progress import run
from ocrdesk.services.proposals import Proposal, ProposedGlyph, still_open
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_groups import LetterGroup
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ProposedCut, chance_of, review_queue, without_answered
from tests.page.pages import page_of
from tests.services.drawings import written


def _join(page: ReviewPage, first: int, *, gain: float, probability: float = 0.97) -> Proposal:
    """Return a proposal to join two neighbours into an H."""
    glyphs = [page.page.glyph(first), page.page.glyph(first + 1)]
    box = glyphs[0].box.union(glyphs[1].box)
    predictions = (Prediction("H", probability), Prediction("N", 1 - probability))
    boxes = tuple(glyph.box for glyph in glyphs)
    return Proposal((first, first + 1), (ProposedGlyph(box, predictions),), gain, boxes)


@pytest.fixture
def page() -> ReviewPage:
    return ReviewPage(3, page_of("HIIT", "SEA"))


def test_the_largest_gain_is_asked_first(page: ReviewPage) -> None:
    items = review_queue([page], {3: [_join(page, 2, gain=6.0)]})
    assert isinstance(items[0], ProposedCut)
    assert items[0].members == (LetterPlace(3, 2), LetterPlace(3, 3))
    assert [item.gain for item in items] == sorted((i.gain for i in items), reverse=True)
    assert sum(isinstance(item, LetterGroup) for item in items) == 7


def test_of_cuts_that_contradict_each_other_the_likelier_is_asked_about(page: ReviewPage) -> None:
    proposals = [_join(page, 2, gain=5.0), _join(page, 3, gain=7.0), _join(page, 1, gain=-9.0)]
    cuts = [i for i in review_queue([page], {3: proposals}) if isinstance(i, ProposedCut)]
    assert [cut.proposal.replaced for cut in cuts] == [(3, 4)]


def test_a_cut_whose_ink_fits_worse_is_not_asked_about_however_doubtful_the_letters_are(
    page: ReviewPage,
) -> None:
    """Doubt alone made such cuts probable enough: “c|n” instead of “a|i” by 41 to 59."""
    doubtful = {
        glyph.id: replace(glyph, predictions=(Prediction(glyph.character, 0.3),))
        for glyph in page.page.glyphs
    }
    other = replace(page, page=page.page.with_glyphs(doubtful))
    for gain, asked in ((0.1, 1), (-0.3, 0)):
        proposal = _join(other, 2, gain=gain)
        assert chance_of(proposal, other.page) > 0.5
        cuts = [i for i in review_queue([other], {3: [proposal]}) if isinstance(i, ProposedCut)]
        assert len(cuts) == asked


@pytest.mark.parametrize("sign", ["'", ",", ".", "-", "”"])
def test_nobody_is_asked_whether_a_small_sign_is_to_be_cut_off_a_letter(
    page: ReviewPage, sign: str
) -> None:
    """Pieces of strokes look like signs: an apostrophe and a T instead of a t, by 0.95."""
    glyph = page.page.glyph(3)
    box = glyph.box
    left = replace(box, right=box.left + box.width // 2)
    right = replace(box, left=left.right)

    def cut(first: str) -> list[ProposedCut]:
        glyphs = (
            ProposedGlyph(left, (Prediction(first, 0.95),)),
            ProposedGlyph(right, (Prediction("T", 0.98),)),
        )
        proposal = Proposal((3,), glyphs, 5.0, (box,))
        return [i for i in review_queue([page], {3: [proposal]}) if isinstance(i, ProposedCut)]

    assert len(cut("L")) == 1
    assert not cut(sign)


def test_a_join_may_make_a_small_sign(page: ReviewPage) -> None:
    joined = _join(page, 2, gain=6.0)
    colon = (ProposedGlyph(joined.glyphs[0].box, (Prediction(":", 0.9),)),)
    items = review_queue([page], {3: [replace(joined, glyphs=colon)]})
    assert [i for i in items if isinstance(i, ProposedCut)]


def test_better_ink_and_more_doubt_make_a_cut_likelier(page: ReviewPage) -> None:
    low, high = (chance_of(_join(page, 2, gain=gain), page.page) for gain in (0.0, 3.0))
    assert 0 < low < high < 1
    sure = {
        g.id: replace(g, predictions=(Prediction(g.character, 0.999), Prediction("Z", 0.001)))
        for g in page.page.glyphs
    }
    assert chance_of(_join(page, 2, gain=3.0), page.page.with_glyphs(sure)) < high


def test_answers_leave_the_queue_and_nothing_else_moves(page: ReviewPage) -> None:
    items = review_queue([page], {3: [_join(page, 2, gain=6.0)]})
    changed, _ = edits.confirm(page.page, 2)
    left = without_answered(items, [replace(page, page=changed)])
    gone = [item for item in items if item not in left]
    assert {item.leader.glyph_id for item in gone} == {2}
    assert [item for item in items if item in left] == list(left)
    assert without_answered(items, [page]) == items
    assert without_answered(items, []) == ()


def test_a_group_goes_on_without_those_that_were_settled(page: ReviewPage) -> None:
    group = LetterGroup("I", (LetterPlace(3, 2), LetterPlace(3, 3)), 0.4)
    changed, _ = edits.set_correction(page.page, 3, "J")
    (left,) = without_answered([group], [replace(page, page=changed)])
    assert left.members == (LetterPlace(3, 2),)
    assert left.gain == pytest.approx(0.2)


def test_proposals_stay_open_until_their_glyphs_change(page: ReviewPage) -> None:
    join = _join(page, 2, gain=1.0)
    box = replace(page.page.glyph(3).box, right=page.page.glyph(3).box.right + 4)
    ends = [
        partial(edits.delete, glyph_id=2),
        partial(edits.confirm, glyph_id=3),
        partial(edits.move_resize, glyph_id=3, box=box),
    ]
    for edit in ends:
        changed, _ = edit(page.page)
        assert still_open([join], changed) == ()
    changed, _ = edits.delete(page.page, 1)
    assert still_open([join], changed) == (join,)


def test_proposals_know_their_letters_by_their_boxes(page: ReviewPage) -> None:
    """A page that comes back from a file may number its letters otherwise."""
    join = _join(page, 2, gain=1.0)
    (found,) = still_open([replace(join, replaced=(90, 91))], page.page)
    assert found == join


def test_a_real_proposal_can_be_made_on_its_page(recognizer: Recognizer) -> None:
    drawn = written(["CL", "MOUNTAIN"])
    (_, left), (_, right) = drawn.boxes[0]
    picture = Image.fromarray(drawn.pixels)
    letter = picture.crop(right.padded(2).as_tuple())
    picture.paste((225, 222, 214), right.padded(2).as_tuple())
    picture.paste(letter, (left.right - 4, right.top - 2))
    reading: Reading = run(recognize(image_from_array(np.asarray(picture), "hi"), recognizer))
    assert still_open(reading.proposals, reading.page) == reading.proposals
    best = reading.proposals[0]
    parts = [Part(glyph.box, glyph.predictions) for glyph in best.glyphs]
    after, change = recut(reading.page, best.replaced, parts)
    assert change
    left_open = still_open(reading.proposals, after)
    assert best not in left_open
    for proposal in left_open:
        assert not set(proposal.replaced) & set(best.replaced)
