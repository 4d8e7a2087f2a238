"""The list of pages that a window has open: kept change by change, found again after a crash."""

from dataclasses import replace
from pathlib import Path

import pytest

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.journal_file import line_of_record, read_lines
from ocrdesk.page import edits
from ocrdesk.page.check_part import CheckPart
from ocrdesk.page.history import step_between
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_state import JournalIdentity
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.left_work import discard, find_left_work
from ocrdesk.services.page_list import ListedPage, PageList, beginning_of_list, list_from_records
from tests.services.working import Opening, small_page

CHECK = CheckPart("a", 0, 1, (2,), {1: "A", 2: "B"})
A, B, C = (ListedPage(f"/scans/{name}.png") for name in "abc")


def edited(store: JournalStore, source: str) -> Journal:
    journal = store.begin(JournalIdentity(source), small_page())
    after, change = edits.set_correction(small_page(), 1, "K")
    journal.record_step(step_between(small_page(), after, change))
    return journal


def test_each_change_is_in_the_file_at_once_and_says_all(window: Opening) -> None:
    store = window()
    states = [
        PageList({1: A, 2: B}, (1, 2)),
        PageList({1: A, 2: B, 3: C}, (1, 2, 3)),
        PageList({1: replace(A, journal=7), 2: B, 3: C}, (3, 1), ((2, 1),), is_moved=True),
        PageList({1: A, 3: C}, (3, 1), (), "/work.ocrdesk", (3, 1)),
        PageList({1: replace(A, check=CHECK), 3: C}, (3, 1), (), "/work.ocrdesk", (3, 1)),
    ]
    sizes = []
    for state in states:
        store.pages.tell(state)
        sizes.append(store.pages.path.stat().st_size)
        found = list_from_records(read_lines(store.pages.path).records)
        assert replace(found, known={}) == replace(state, known={})
        assert {n: found.known[n] for n in state.known} == state.known
    store.pages.tell(states[-1])
    assert store.pages.path.stat().st_size == sizes[-1]
    assert sizes == sorted(sizes)


def test_what_is_told_of_one_page_counts_without_an_order(window: Opening) -> None:
    store = window()
    store.pages.tell(PageList({1: A, 2: B}, (2, 1)))
    store.pages.tell_page(1, replace(A, journal=7))
    lines = store.pages.path.read_bytes().splitlines()
    store.pages.tell_page(1, replace(A, journal=7))
    store.pages.tell_page(3, C)  # no order names it
    assert store.pages.path.read_bytes().splitlines() == lines
    assert len(lines) == 5
    found = list_from_records(read_lines(store.pages.path).records)
    assert found == store.pages.state == PageList({1: replace(A, journal=7), 2: B}, (2, 1))


def test_a_check_counts_on_all_its_pages_or_none(window: Opening) -> None:
    store = window()
    store.pages.tell(PageList({1: A, 2: B}, (1, 2)))
    store.pages.tell(PageList({1: replace(A, check=CHECK), 2: replace(B, check=CHECK)}, (1, 2)))
    path = store.pages.path
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    found = list_from_records(read_lines(path).records)
    assert found == PageList({1: A, 2: B}, (1, 2))


def test_a_list_with_a_damaged_line_keeps_the_rest(window: Opening) -> None:
    store = window()
    store.pages.tell(PageList({1: A, 2: B}, (2, 1)))
    lines = store.pages.path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"a.png", b"z.png")
    store.pages.path.write_bytes(b"\n".join(lines))
    found = list_from_records(read_lines(store.pages.path).records)
    assert found.order == (2,)


def test_a_list_of_a_newer_program_is_left_alone(window: Opening) -> None:
    first = window()
    first.pages.tell(PageList({1: A, 2: B}, (2, 1), is_moved=True))
    path = first.pages.path
    path.write_bytes(line_of_record(1, beginning_of_list() | {"version": 2}))
    first.close()
    with pytest.raises(DocumentFileError, match="newer ocrdesk"):
        list_from_records(read_lines(path).records)
    assert find_left_work(window()) == ()
    assert path.exists()


def test_a_drive_that_comes_back_gets_the_whole_list(window: Opening, tmp_path: Path) -> None:
    store = window()
    store.pages.tell(PageList({1: A}, (1,)))
    gone, there = tmp_path / "gone", tmp_path / "journals"
    there.rename(gone)
    there.write_text("no folder")
    store.pages.tell(PageList({1: A, 2: B}, (1, 2)))
    assert store.pages.problem is not None
    there.unlink()
    gone.rename(there)
    store.pages.tell(PageList({1: A, 2: B}, (2, 1)))  # rests for two seconds after a failure
    store.pages.tell_page(2, replace(B, journal=7))
    store.pages.retry()
    found = list_from_records(read_lines(store.pages.path).records)
    assert found == PageList({1: A, 2: replace(B, journal=7)}, (2, 1))


def test_work_is_put_together_by_list_and_by_document(window: Opening) -> None:
    first, second, third = window(), window(), window()
    one, two = edited(first, "/scans/a.png"), edited(first, "/scans/b.png")
    known = {1: replace(A, journal=one.serial), 2: replace(B, journal=two.serial), 3: C}
    first.pages.tell(PageList(known, (2, 3, 1)))
    edited(second, "/scans/lone.png")
    third.pages.tell(PageList({1: A, 2: B}, (2, 1), (), "/work.ocrdesk", (1, 2)))
    idle = window()
    idle.pages.tell(PageList({1: A, 2: B}, (1, 2)))  # opened, nothing done
    for store in (first, second, third, idle):
        store.close()
    found = find_left_work(window())
    assert len(found) == 3
    listed = next(work for work in found if work.journals)
    assert set(listed.journals) == {1, 2}
    assert listed.pages is not None
    assert listed.pages.order == (2, 3, 1)
    moved = next(work for work in found if work.document)
    assert moved.is_rearranged
    assert moved.leftovers == ()
    lone = next(work for work in found if work.pages is None)
    assert [each.identity.source for each in lone.leftovers if each.identity] == ["/scans/lone.png"]
    assert not idle.pages.path.exists()
    for work in found:
        discard(window(), work)
    assert find_left_work(window()) == ()


def test_what_a_saving_left_out_is_not_offered(window: Opening) -> None:
    store = window()
    journal = edited(store, "/scans/b.png")
    known = {1: A, 2: replace(B, journal=journal.serial)}
    pages = PageList(known, (1,), ((2, 1),), "/work.ocrdesk", (1, 2))
    store.pages.tell(pages)
    store.close()
    (work,) = find_left_work(window())
    assert work.is_rearranged
    assert work.list_path is not None
    lines = work.list_path.read_bytes()
    known_lines, number = lines, len(lines.splitlines()) + 1
    order = {"kind": "order", "order": [1], "removed": [[2, 1]], "is_moved": False}
    saved = order | {"document": "/work.ocrdesk", "saved": [1]}
    work.list_path.write_bytes(known_lines + line_of_record(number, saved))
    assert find_left_work(window()) == ()
    assert not work.list_path.exists()


def test_only_one_window_takes_a_list(window: Opening) -> None:
    store = window()
    store.pages.tell(PageList({1: A, 2: B}, (2, 1), is_moved=True))
    store.close()
    first, second = window(), window()
    (path,) = second.abandoned_lists()
    taken = first.take_list(path)
    with pytest.raises(DocumentFileError, match="Another window"):
        second.take_list(path)
    assert second.abandoned_lists() == ()
    first.close()  # killed before its own list said the same
    assert second.abandoned_lists() == (taken,)
    assert path.stem in taken.name


@pytest.mark.parametrize("taken", [1, 2, 3])
@pytest.mark.parametrize("document", ["", "/work.ocrdesk"])
def test_pages_keep_their_work_when_who_takes_it_over_is_killed_too(
    window: Opening, taken: int, document: str
) -> None:
    first, second, third = window(), window(), window()
    known = {
        number: replace(page, journal=edited(first, page.source).serial)
        for number, page in enumerate((A, B, C), 1)
    }
    saved = (1, 2, 3) if document else None
    first.pages.tell(PageList(known, (3, 1, 2), (), document, saved, is_moved=True))
    first.close()
    (work,) = find_left_work(second)
    assert work.list_path is not None
    second.take_list(work.list_path)
    for leftover in work.leftovers[:taken]:
        second.recover(leftover)
    second.close()
    (again,) = find_left_work(third)
    sources = {n: each.identity.source for n, each in again.journals.items() if each.identity}
    assert sources == {number: page.source for number, page in known.items()}


def test_who_takes_work_over_keeps_own_pages_apart(window: Opening) -> None:
    first, second, other = window(), window(), window()
    journal = edited(first, "/scans/a.png")
    first.pages.tell(PageList({1: replace(A, journal=journal.serial), 2: B}, (2, 1), is_moved=True))
    edited(other, "/scans/b.png")  # the same image in a window of its own
    first.close()
    (work,) = find_left_work(second)
    assert work.list_path is not None
    second.take_list(work.list_path)
    second.close()
    other.close()
    works = find_left_work(window())
    assert sorted(tuple(each.journals) for each in works) == [(), (1,)]


def test_copies_of_an_image_keep_their_own_work(window: Opening) -> None:
    first, second, third = window(), window(), window()
    copies = [edited(first, "/scans/a.png"), edited(first, "/scans/a.png")]
    known = {n: replace(A, journal=journal.serial) for n, journal in enumerate(copies, 1)}
    first.pages.tell(PageList(known, (1, 2), is_moved=True))
    first.close()
    (work,) = find_left_work(second)
    assert work.list_path is not None
    second.take_list(work.list_path)
    taken = {2: second.recover(work.journals[2]), 1: second.recover(work.journals[1])}
    second.close()
    (again,) = find_left_work(third)
    serials = {n: each.folder.name.rpartition(".")[2] for n, each in again.journals.items()}
    assert serials == {n: str(recovered.journal.serial) for n, recovered in taken.items()}
