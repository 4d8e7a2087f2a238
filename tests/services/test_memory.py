"""What a reader recalls is worked out once, by whoever takes the next step."""

from dataclasses import replace

import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.services import memory
from ocrdesk.services.learning import recall_ahead
from ocrdesk.services.memory import Memory, recall
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer


@pytest.fixture(autouse=True)
def _nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_known", {})


def test_what_was_begun_is_gone_on_with_and_known_from_then_on(recognizer: Recognizer) -> None:
    whole = sum(1 for _ in recall(recognizer))
    memory._known.clear()
    ahead = recall_ahead("print36", recognizer)
    for _ in range(whole // 2):
        next(ahead)
    left = recall(replace(recognizer, name="the same weights"))
    told = [next(left) for _ in range(5)]
    assert told[0] >= 0.3  # of the way: what was done ahead is not done again
    run(ahead)
    assert isinstance(run(left), Memory)
    assert run(recall(recognizer)) is run(recall(recognizer))
    assert next(recall(recognizer), None) is None


def test_two_by_turns_get_one_memory(recognizer: Recognizer) -> None:
    alone = run(recall(recognizer))
    memory._known.clear()
    first, second = recall(recognizer), recall(recognizer)
    told = []
    for one, other in zip(first, second, strict=False):
        told += [one, other]
    assert told == sorted(told)
    both = run(recall(recognizer))
    assert both is not alone
    assert (both.features == alone.features).all()
    assert (both.answers == alone.answers).all()


def test_what_failed_begins_anew(recognizer: Recognizer, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Recognizer) -> None:
        raise DatasetError("The program's own hand print is not there.", advice="Install anew.")

    with monkeypatch.context() as broken:
        broken.setattr(memory, "_of_charset", missing)
        for _ in range(2):
            with pytest.raises(DatasetError):
                run(recall(recognizer))
    assert isinstance(run(recall(recognizer)), Memory)


def test_what_was_interrupted_begins_anew(
    recognizer: Recognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Recognizer) -> None:
        raise KeyboardInterrupt  # as Ctrl+C in a notebook does

    with monkeypatch.context() as broken:
        broken.setattr(memory, "_of_charset", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(recall(recognizer))
    assert all(isinstance(told, float) for told in recall(recognizer))
    assert isinstance(run(recall(recognizer)), Memory)
