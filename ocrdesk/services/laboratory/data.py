"""The letters of the laboratory: where they come from, and who of them only judges."""

import itertools
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.nn.dataset import Dataset
from ocrdesk.page.charset import CAPITALS, DIGITS, SMALL_LETTERS, Charset
from ocrdesk.services.own_hands import synthetic_characters
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.training_data import Characters, read_characters
from ocrdesk.services.training_patches import cut_characters
from ocrdesk.vision.patches import PatchGeometry

CHARSETS: Mapping[str, str] = {
    "A to Z and 0 to 9": CAPITALS + DIGITS,
    "A to Z": CAPITALS,
    "0 to 9": DIGITS,
    "a to z": SMALL_LETTERS,
}
_FEWEST_WRITERS = 5

Patches: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPlan:
    """What to train on: hand print made up here, or the labelled files given.

    ``per_class`` is how many letters of each character are made up, or taken at most. Of the
    writers (pages, hands) a share of ``held_out`` only judges; where fewer than five are named,
    the same share of the letters.
    """

    source: Literal["synthetic", "files"] = "synthetic"
    files: tuple[Path, ...] = ()
    characters: str = CAPITALS + DIGITS
    per_class: int = 60
    held_out: float = 0.2
    size: int = 28
    margin: int = 2
    seed: int = 1

    @property
    def geometry(self) -> PatchGeometry:
        """How patches are cut."""
        return PatchGeometry(self.size, self.margin)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter stands that came from an open page: whatever names the page, and its id."""

    page: object
    glyph_id: int


@dataclass(frozen=True, slots=True, eq=False)
class LabData:
    """Letters as patches (n, s, s) with classes (n,) and writers (n,), read-only.

    ``judges`` (n,) bool marks those of the writers held out: they are never trained on.
    ``places``, where the letters came from pages, tells where each stands. The ``name`` of letters
    that are ``is_from_files`` is theirs, any other is the program's word for them.
    """

    name: str
    charset: Charset
    geometry: PatchGeometry
    patches: Patches
    labels: npt.NDArray[np.intp]
    writers: npt.NDArray[np.str_]
    judges: npt.NDArray[np.bool_]
    is_by_writer: bool = True
    places: tuple[Place, ...] = ()
    is_from_files: bool = False

    def __post_init__(self) -> None:
        for array in (self.patches, self.labels, self.writers, self.judges):
            array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def training(self) -> Dataset:
        """What is learnt from."""
        return Dataset(self.patches[~self.judges], self.labels[~self.judges])

    @property
    def validation(self) -> Dataset:
        """What only judges."""
        return Dataset(self.patches[self.judges], self.labels[self.judges])

    @property
    def judge_rows(self) -> npt.NDArray[np.intp]:
        """The rows (m,) of the letters that judge, in the order of `validation`."""
        return np.flatnonzero(self.judges)

    def counts(self) -> npt.NDArray[np.intp]:
        """Return how many letters each class has, (classes, 2): to learn from, and to judge by."""
        classes = len(self.charset)
        kinds = [np.bincount(self.labels[chosen], minlength=classes) for chosen in self._kinds()]
        return np.stack(kinds, axis=1)

    def _kinds(self) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        return ~self.judges, self.judges

    def split_told(self) -> str:
        """Return a sentence about who learns and who judges."""
        learn, judge = (int(kind.sum()) for kind in self._kinds())
        whole = learn + judge
        if not self.is_by_writer:
            return (
                f"{whole:,} letters, {learn:,} to learn from, {judge:,} drawn at random to "
                "judge by; the data "
                "name fewer than five writers, so the same hands are on both sides and flatter the "
                "result."
            )
        hands = [len(set(self.writers[kind].tolist())) for kind in self._kinds()]
        many, others = hands
        return (
            f"{whole:,} letters, {learn:,} of {many} writers to learn from, {judge:,} of "
            f"{'one other' if others == 1 else f'{others} others'} to judge by."
        )

    def without(self, rows: Sequence[int]) -> "LabData":
        """Return the data without some letters."""
        kept = np.ones(len(self), bool)
        kept[list(rows)] = False
        places = tuple(p for p, keep in zip(self.places, kept.tolist(), strict=False) if keep)
        return self._chosen(kept, places)

    def relabelled(self, row: int, character: str) -> "LabData":
        """Return the data with another label for one letter; ``KeyError`` for a foreign one."""
        labels = self.labels.copy()
        labels[row] = self.charset.index(character)
        return replace(self, labels=labels)

    def fewer(self, share: float, rng: np.random.Generator) -> "LabData":
        """Return the data with that share of the letters to learn from; all judges stay."""
        kept = self.judges.copy()
        learners = np.flatnonzero(~self.judges)
        count = max(1, round(share * len(learners)))
        kept[rng.permutation(learners)[:count]] = True
        return self._chosen(kept, ())

    def _chosen(self, kept: npt.NDArray[np.bool_], places: tuple[Place, ...]) -> "LabData":
        return replace(
            self,
            patches=self.patches[kept],
            labels=self.labels[kept],
            writers=self.writers[kept],
            judges=self.judges[kept],
            places=places,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Mending:
    """What a person mended of letters, by the rows that they have there: labels, and none at all.

    Rows move when letters are left out, so all is kept by the rows of the ``data`` before.
    """

    data: LabData
    labels: dict[int, str] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)

    def result(self) -> LabData:
        """Return the data with all that was mended; ``KeyError`` for a foreign character."""
        mended = self.data
        for row, character in self.labels.items():
            mended = mended.relabelled(row, character)
        return mended.without(sorted(self.left_out)) if self.left_out else mended


def data_problems(plan: DataPlan) -> list[str]:
    """Return a sentence for everything that keeps these data from being made."""
    problems = []
    if plan.source == "files" and not plan.files:
        problems.append("No file is chosen: choose one of labelled characters, or made-up letters.")
    if len(set(plan.characters)) < 2:
        problems.append("Fewer than two characters leave nothing to tell apart.")
    if len(set(plan.characters)) != len(plan.characters):
        problems.append("A character is named twice.")
    if not 5 <= plan.per_class <= 5000:
        problems.append("Take 5 to 5,000 letters of each character.")
    if not 0.05 <= plan.held_out <= 0.5:
        problems.append("Hold out 5 to 50 % of the writers.")
    return problems


def load_data(plan: DataPlan) -> Generator[Progress, None, LabData]:
    """Make or read the letters, cut their patches and part the writers.

    Raises ``DatasetError`` for what `data_problems` tells and for files that cannot be used.
    """
    if problems := data_problems(plan):
        raise DatasetError(problems[0], advice="Change the data, then try again.")
    charset = Charset(plan.characters)
    rng = np.random.default_rng(plan.seed)
    sources: list[Characters] = []
    if plan.source == "synthetic":
        yield Progress("Making letters up", 0.0)
        sources.append(synthetic_characters(charset, rng, per_class=plan.per_class))
        name = "made-up hand print"
    else:
        for path in plan.files:
            yield Progress(f"Reading {path.name}", 0.0)
            sources += read_characters(path, charset)
        name = ", ".join(path.name for path in plan.files)
    chosen = _chosen(sources, plan.per_class, rng)
    task = cut_characters(sources, chosen, plan.geometry)
    patches = yield from as_part(task, "Cutting letters")
    labels = np.concatenate([s.labels[rows] for s, rows in zip(sources, chosen, strict=True)])
    writers = np.concatenate([s.writers[rows] for s, rows in zip(sources, chosen, strict=True)])
    return parted(name, charset, plan, patches, labels, writers)


def parted(
    name: str,
    charset: Charset,
    plan: DataPlan,
    patches: Patches,
    labels: npt.NDArray[np.intp],
    writers: npt.NDArray[np.str_],
    *,
    places: tuple[Place, ...] = (),
) -> LabData:
    """Return letters with the share of writers that judges, drawn by the plan's seed.

    Raises ``DatasetError`` where too few are left on either side.
    """
    judges, is_by_writer = _judges(writers, plan)
    if not judges.any() or judges.all():
        raise DatasetError(
            f"{'One letter is' if len(labels) == 1 else f'{len(labels)} letters are'} too few to "
            "keep some out of training.",
            advice="Confirm more letters, or choose other data.",
        )
    return LabData(
        name,
        charset,
        plan.geometry,
        patches,
        labels,
        writers,
        judges,
        is_by_writer,
        places,
        plan.source == "files",
    )


def _judges(writers: npt.NDArray[np.str_], plan: DataPlan) -> tuple[npt.NDArray[np.bool_], bool]:
    rng = np.random.default_rng([plan.seed, 1])
    names = np.unique(writers)
    if len(names) < _FEWEST_WRITERS:
        count = max(1, round(plan.held_out * len(writers)))
        judges = np.zeros(len(writers), bool)
        judges[rng.permutation(len(writers))[:count]] = True
        return judges, False
    drawn = rng.permutation(names)[: max(1, round(plan.held_out * len(names)))]
    return np.isin(writers, drawn), True


def _chosen(
    sources: Sequence[Characters], per_class: int, rng: np.random.Generator
) -> list[npt.NDArray[np.intp]]:
    """Return which rows of each source are taken: at most ``per_class`` of each character."""
    labels = np.concatenate([source.labels for source in sources])
    order = rng.permutation(len(labels))
    taken = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        taken[order[labels[order] == label][:per_class]] = True
    ends = np.cumsum([0, *map(len, sources)])
    return [np.flatnonzero(taken[start:stop]) for start, stop in itertools.pairwise(ends)]
