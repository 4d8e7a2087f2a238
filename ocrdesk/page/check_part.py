"""What a random check drew on one page, so that somebody can go on with it another day."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckPart:
    """The part of a check that is on one page: number ``place``, from 0, of ``count`` parts.

    Parts of one check have its ``name``, and mean something only together: a check that lacks a
    page is no sample of what was drawn. ``drawn`` are glyphs in reading order; ``read`` tells what
    each glyph that nobody had confirmed was read as then; ``before`` were drawn in earlier checks,
    which were answered to the end. Raises ``ValueError`` for a glyph drawn that was not read.
    """

    name: str
    place: int
    count: int
    drawn: tuple[int, ...]
    read: Mapping[int, str]
    before: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.read.keys() >= set(self.drawn):
            raise ValueError("a letter was drawn from others than those that were read")
