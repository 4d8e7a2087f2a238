"""The program as a whole: help, version, mistakes and how it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import ocrdesk as package
from tests.cli.conftest import as_shells_tell

Run = Callable[..., subprocess.CompletedProcess[str]]


def _assert_one_line(done: subprocess.CompletedProcess[str], *, code: int) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("ocrdesk: ")
    assert done.stderr.count("\n") == 1, done.stderr


def test_the_version_is_the_packages(process: Run) -> None:
    assert process("--version").stdout == f"ocrdesk {package.__version__}\n"


def _seconds_of_children() -> float:
    """What finished child processes computed: others on a busy machine take none of that."""
    if os.name != "posix":
        return time.perf_counter()
    used = os.times()
    return used.children_user + used.children_system


def test_help_names_every_command_and_comes_at_once(process: Run) -> None:
    durations = []
    for _ in range(5):
        start = _seconds_of_children()
        done = process("--help")
        durations.append(_seconds_of_children() - start)
    assert done.returncode == 0
    for command in ("read", "evaluate", "train", "models"):
        assert command in done.stdout
    assert min(durations) < 0.3


@pytest.mark.parametrize("question", ["--help", "-h", "--version"])
def test_help_and_version_come_behind_a_file_too(ocrdesk: Run, question: str) -> None:
    alone = ocrdesk(question)
    behind = ocrdesk("scan.jpg", question)
    assert (behind.returncode, behind.stdout, behind.stderr) == (0, alone.stdout, "")


def test_help_behind_a_mistyped_command_guesses_that(ocrdesk: Run) -> None:
    done = ocrdesk("raed", "--help")
    _assert_one_line(done, code=2)
    assert "Did you mean “ocrdesk read”?" in done.stderr


@pytest.mark.parametrize("command", ["read", "evaluate", "train", "models"])
def test_every_command_explains_itself(ocrdesk: Run, command: str) -> None:
    done = ocrdesk(command, "--help")
    assert done.returncode == 0
    assert f"usage: ocrdesk {command}" in done.stdout


def test_a_mistyped_command_is_guessed(process: Run) -> None:
    done = process("raed", "scan.jpg")
    _assert_one_line(done, code=2)
    assert "Did you mean “ocrdesk read”?" in done.stderr


def test_a_word_that_is_nothing_gets_the_list_of_commands(process: Run) -> None:
    done = process("frobnicate")
    _assert_one_line(done, code=2)
    assert "read, evaluate, train, train-rows, experiment, align, models, sheet" in done.stderr


def test_a_file_that_is_not_there_is_said_to_be_missing(process: Run) -> None:
    done = process("scan.jpg")
    _assert_one_line(done, code=3)
    assert "scan.jpg" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "--bogus", "x"], ["--bogus"], ["evaluate"], ["models", "x"]]
)
def test_wrong_arguments_get_one_line_that_leads_to_the_help(
    ocrdesk: Run, arguments: list[str]
) -> None:
    done = ocrdesk(*arguments)
    _assert_one_line(done, code=2)
    assert "--help" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("train --recipe nope -o x", "“--recipe” does not know “nope”. Choose print36, print62 or"),
        ("evaluate nope", "“ocrdesk evaluate” does not know “nope”. Choose pages, characters, "),
        ("read x -f docx", "“--format” does not know “docx”. Choose txt, json, hocr, alto, page, "),
        ("read", "“ocrdesk read” needs FILE."),
        ("adapt", "“ocrdesk adapt” needs FILE, --profile."),
        ("read x --words", "“--words” needs a value."),
        ("train -o x --data", "“--data” needs at least one value."),
        ("train -o x --replace=1", "“--replace” takes no value."),
        ("train -o x --synthetic --data y", "“--data” does not go with “--synthetic”."),
        ("train -o x --s 1", "“--s” may mean --synthetic, --seed."),
        ("read x --sensitivity much", "--sensitivity: “much” is not a whole number."),
        ("--bogus", "“ocrdesk” does not know “--bogus”. See “ocrdesk --help”."),
        (
            "models show print36 x",
            "“ocrdesk models show” does not know “x”. See “ocrdesk models show",
        ),
        ("read x --bogus", "“ocrdesk read” does not know “--bogus”. See “ocrdesk read --help”."),
        ("experiment nope", "There is no experiment called “nope”. Experiments: zero-start, "),
        ("models show nope", "There is no model called “nope”. Models here: handout, print36"),
    ],
)
def test_what_is_wrong_is_told_in_the_words_of_other_errors(
    ocrdesk: Run, arguments: str, told: str
) -> None:
    done = ocrdesk(*arguments.split())
    assert done.returncode in {2, 5}
    assert done.stderr.startswith(f"ocrdesk: {told}")


def test_a_home_that_takes_nothing_leads_to_another(ocrdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = ocrdesk("profiles", "create", "Ann", OCRDESK_HOME=str(tmp_path / "file" / "home"))
    _assert_one_line(done, code=6)
    assert "set OCRDESK_HOME to a folder that can be written" in done.stderr


def test_without_a_display_the_window_says_what_works_without(process: Run) -> None:
    done = process()
    if sys.platform == "linux":
        _assert_one_line(done, code=8)
        assert "ocrdesk read" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="X displays are Linux's")
def test_a_display_that_does_not_answer_is_named(process: Run) -> None:
    done = process(DISPLAY=":4711")
    _assert_one_line(done, code=8)
    assert ":4711" in done.stderr


@pytest.mark.window
def test_the_window_opens_reads_and_closes(process: Run, sample: Path) -> None:
    done = process("--smoke-test", sample, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_an_interrupt_ends_it_quietly(sample: Path) -> None:
    arguments = [sys.executable, "-m", "ocrdesk", "read", "gone.png", *[str(sample)] * 50]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "gone.png" in process.stderr.readline()  # and then it reads
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=30)
    assert (as_shells_tell(process.returncode), complaint) == (130, "")


def _in_a_shell(command: str) -> subprocess.CompletedProcess[str]:
    python = f"'{sys.executable}' -m ocrdesk"
    return subprocess.run(
        ["sh", "-c", command.replace("ocrdesk", python, 1)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(os.name != "posix", reason="closes streams by a shell")
@pytest.mark.parametrize("away", [">&-", ">/dev/full"])
@pytest.mark.parametrize("command", ["read '{part}'", "models list", "--help", "--version"])
def test_output_that_goes_nowhere_is_an_error(part: Path, command: str, away: str) -> None:
    if away == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("only Linux has a disk that is always full")
    _assert_one_line(_in_a_shell(f"ocrdesk {command.format(part=part)} {away}"), code=6)


@pytest.mark.skipif(os.name != "posix", reason="closes streams by a shell")
def test_without_a_place_for_errors_the_result_and_the_code_stay(ocrdesk: Run, part: Path) -> None:
    done = _in_a_shell(f"ocrdesk read gone.jpg '{part}' 2>&-")
    assert done.returncode == 3
    assert done.stdout == ocrdesk("read", part).stdout != ""


@pytest.mark.skipif(os.name != "posix", reason="closes streams by a shell")
def test_a_file_is_written_without_a_place_to_print(part: Path, tmp_path: Path) -> None:
    done = _in_a_shell(f"ocrdesk read '{part}' -o '{tmp_path}/page.txt' >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "page.txt").read_text()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_reader_that_goes_away_is_no_error(part: Path) -> None:
    command = [sys.executable, "-m", "ocrdesk", "read", "-f", "json", str(part)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        assert (process.wait(60), told) == (141, b"")  # 128 + SIGPIPE, as of other programs


def test_a_mistyped_command_or_option_is_told_whatever_follows(process: Run, sample: Path) -> None:
    command, option = process("red", sample), process("read", sample, "--modl", "print62")
    _assert_one_line(command, code=2)
    assert "Did you mean “ocrdesk read”?" in command.stderr
    _assert_one_line(option, code=2)
    assert "“--modl”. See “ocrdesk read --help”." in option.stderr
