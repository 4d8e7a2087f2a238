"""Every foreseen trouble speaks to a person and has an exit code of its own."""

import copy
import pickle
import re
from pathlib import Path

import pytest

from ocrdesk import errors
from ocrdesk.errors import EditError, ImageFileError, OcrdeskError, SettingsError

README = Path(__file__).resolve().parent.parent / "README.md"

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, OcrdeskError)
]


def test_there_are_several_kinds() -> None:
    assert len(KINDS) > 5


def test_exit_codes_are_distinct_and_fit_a_shell() -> None:
    codes = [kind.exit_code for kind in KINDS]
    assert len(set(codes)) == len(codes)
    # 0 is success; from 126 a shell has meanings of its own.
    assert all(1 <= code < 126 for code in codes)


@pytest.mark.parametrize("kind", KINDS)
def test_message_and_advice(kind: type[OcrdeskError]) -> None:
    error = kind("It is broken.", advice="Mend it.")
    assert (error.message, error.advice) == ("It is broken.", "Mend it.")
    assert str(error) == "It is broken. Mend it."
    assert kind.__doc__


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_the_way_to_another_process(kind: type[OcrdeskError]) -> None:
    error = kind("It is broken.", advice="Mend it.")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(twin) is kind
        assert (twin.message, twin.advice) == (error.message, error.advice)
        assert twin.exit_code == kind.exit_code


def test_all_kinds_are_caught_as_one() -> None:
    with pytest.raises(OcrdeskError, match="no such file"):
        raise ImageFileError("no such file", advice="Check the name.")


def test_the_readme_names_every_code_that_the_command_line_returns() -> None:
    (told,) = re.findall(r"the exit code tells its kind: ([^.]*)\.", README.read_text("utf-8"))
    named = {int(code) for code in re.findall(r"\d+", told)}
    of_the_window = {EditError.exit_code, SettingsError.exit_code}  # notices, and nothing else
    of_shells = {130, 141}
    assert named == {kind.exit_code for kind in KINDS} - of_the_window | of_shells
