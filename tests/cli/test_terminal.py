"""Tables and lines as the commands print them."""

from collections.abc import Generator

import pytest

from ocrdesk.cli import display, evaluate_tables, terminal
from ocrdesk.errors import OcrdeskError
from ocrdesk.services.error_rates import ErrorCount
from ocrdesk.services.evaluation_strips import StripScore, StripsEvaluation
from ocrdesk.services.progress import Progress


def test_columns_are_aligned() -> None:
    rows = [("name", "n"), ("a", "10")]
    assert terminal.table(rows, right=frozenset({1})) == "name   n\na     10"


def test_an_error_is_one_line_with_its_advice(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.complain(OcrdeskError("Two\nlines.", advice="Do this."))
    assert capsys.readouterr().err == "ocrdesk: Two lines. Do this.\n"


def test_a_name_of_a_file_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.note("one\nocrdesk: fake.png \x1b]0;title\x07 \x9b31m \u202egnp.exe: no letters")
    forged = r"one ocrdesk: fake.png \x1b]0;title\x07 \x9b31m \u202egnp.exe: no letters"
    assert capsys.readouterr().err == f"ocrdesk: {forged}\n"


def test_an_error_shows_control_characters_as_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.complain(OcrdeskError("“a\x1b[2J.png” is missing.", advice="Look."))
    assert capsys.readouterr().err == "ocrdesk: “a\\x1b[2J.png” is missing. Look.\n"


def test_away_from_a_terminal_no_progress_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    def task() -> Generator[Progress, None, int]:
        yield Progress("Reading", 0.5)
        return 7

    assert terminal.follow(task(), title="x") == 7
    assert capsys.readouterr() == ("", "")


def test_results_end_with_one_line_break(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.write("a")
    terminal.write("b\n")
    terminal.write("")
    assert capsys.readouterr().out == "a\nb\n"


def test_a_missing_library_is_named_with_the_packages_to_install() -> None:
    loader = OSError("libEGL.so.1: cannot open shared object file: No such file or directory")
    error = display.missing_library(loader)
    assert error.exit_code == 8
    assert error.message == "Qt's system library libEGL.so.1 is missing."
    assert "libegl1" in error.advice


def test_strips_are_told_with_both_rates() -> None:
    score = StripScore("0.jpg", "ANNA", "NOMANHA", "ANHA", ErrorCount(1, 4), ErrorCount(4, 4))
    told = evaluate_tables.strips(StripsEvaluation("m", (score,)))
    assert "25.0%" in told
    assert "100.0%" in told
    assert "N → H: 1" in told
