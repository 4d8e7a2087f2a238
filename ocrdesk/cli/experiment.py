"""Ask one question about how networks learn, and write figures and a short report."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import file, positive_number, seed
from ocrdesk.formats.presence import is_file

if TYPE_CHECKING:
    from collections.abc import Generator

    from ocrdesk.services.experiments.setting import Experiment, Findings
    from ocrdesk.services.laboratory.data import DataPlan
    from ocrdesk.services.progress import Progress

SUMMARY = "try out how networks learn, with figures"
_LIST = "list"
_LOADING = 0.2  # of the bar; the rest is the experiment
_SHARED = "handprint62.npz"
_DESCRIPTION = (
    "“ocrdesk experiment list” names the experiments. Each trains small networks, within about a "
    "minute, on hand print the program makes up itself or on your own labelled characters."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk experiment list`` and ``ocrdesk experiment NAME``."""
    parser.description = f"{parser.description} {_DESCRIPTION}"
    parser.add_argument("name", metavar="NAME", help="an experiment, or “list”")
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=file,
        help="folder for figures (PNG, CSV) and report.html (default: experiment-NAME)",
    )
    parser.add_argument(
        "--data",
        nargs="*",
        metavar="FILE",
        type=file,
        help="labelled characters instead of made-up hand print; without a FILE those in the "
        "folder OCRDESK_DATA",
    )
    parser.add_argument(
        "--per-class",
        type=positive_number,
        default=60,
        metavar="N",
        help="at most so many letters of each character (default: %(default)s)",
    )
    parser.add_argument(
        "--epochs", type=positive_number, metavar="N", help="at most so many, to be quicker"
    )
    parser.add_argument(
        "--seed", type=seed, default=1, metavar="N", help="the same seed gives the same figures"
    )


def run(arguments: argparse.Namespace) -> int:
    """List the experiments, or carry one out, write its report and print what was found."""
    if arguments.name == _LIST:
        terminal.write(_listed())
        return 0
    from ocrdesk.formats.output_file import make_folder
    from ocrdesk.services.experiments.catalogue import find_experiment
    from ocrdesk.services.experiments.report import save_report

    experiment = find_experiment(arguments.name)
    plan = _data_plan(arguments)
    folder = arguments.output or Path(f"experiment-{experiment.name}")
    make_folder(folder)  # before the minute that the experiment takes, not after it
    findings, data_told = terminal.follow(
        _steps(experiment, plan, arguments), title=experiment.name
    )
    origin = f"{data_told} Made by: {arguments.command_line}."
    page = save_report(folder, experiment, findings, origin)
    lines = [experiment.title, "", experiment.explained, "", *findings.sentences, "", data_told]
    terminal.write("\n".join([*lines, f"wrote {page}"]))
    return 0


def _steps(
    experiment: "Experiment", plan: "DataPlan", arguments: argparse.Namespace
) -> "Generator[Progress, None, tuple[Findings, str]]":
    from ocrdesk.services.experiments.setting import Setting
    from ocrdesk.services.laboratory.data import load_data
    from ocrdesk.services.progress import within

    data = yield from within(load_data(plan), share=_LOADING)
    setting = Setting(data, arguments.seed, arguments.epochs)
    steps = experiment.run(setting)
    findings = yield from within(steps, start=_LOADING, share=1 - _LOADING)
    return findings, f"{data.name}: {data.split_told()}"


def _data_plan(arguments: argparse.Namespace) -> "DataPlan":
    from ocrdesk.errors import UsageError
    from ocrdesk.paths import shared_data_folder
    from ocrdesk.services.laboratory.data import DataPlan

    if arguments.data is None:
        return DataPlan(per_class=arguments.per_class, seed=arguments.seed)
    files = tuple(arguments.data)
    if not files:
        files = (shared_data_folder() / _SHARED,)
        if not is_file(files[0]):
            raise UsageError(
                f"There are no labelled characters in “{shared_data_folder()}”.",
                advice="Give files with --data, set OCRDESK_DATA, or leave --data out.",
            )
    return DataPlan(source="files", files=files, per_class=arguments.per_class, seed=arguments.seed)


def _listed() -> str:
    from ocrdesk.services.experiments.catalogue import EXPERIMENTS

    rows = [(one.name, one.title) for one in EXPERIMENTS.values()]
    return terminal.table([("name", "what it shows"), *rows])
