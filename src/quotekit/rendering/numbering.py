"""Numbers of sections and tasks: 1, 1.1, 1.2, 2 …, options and what recurs at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quotekit.pricing import Line, Option, Phase, PricedQuote

SPACE = "  "
"""What stands between a number and a title."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that stand together: those of a phase or an option below its number, or of none.

    `first` is the number of the section itself, or of the first of its lines where they count
    along with the sections.
    """

    first: int
    lines: list[Line]
    phase: Phase | None = None
    option: Option | None = None
    nested: bool = False

    @property
    def number(self) -> str:
        """Return the number of the section."""
        return str(self.first)

    def numbered(self) -> Iterator[tuple[str, Line]]:
        """Yield each line behind its number."""
        if self.nested:
            for at, line in enumerate(self.lines, 1):
                yield f"{self.first}.{at}", line
        else:
            for at, line in enumerate(self.lines, self.first):
                yield str(at), line

    def longest(self) -> int:
        """Return how many characters the longest number of a line has."""
        if self.nested:
            return len(f"{self.first}.{len(self.lines)}")
        return len(str(self.first + len(self.lines) - 1))


@dataclass(frozen=True)
class Numbering:
    """Hold the lines in the order in which they are printed."""

    sections: list[Section]
    recurring: Section
    offered: list[Section]

    @property
    def _all(self) -> tuple[Section, ...]:
        return (*self.sections, self.recurring, *self.offered)

    @cached_property
    def width(self) -> int:
        """Return how many characters the longest number of a task has."""
        return max((part.longest() for part in self._all if part.lines), default=1)

    @cached_property
    def nested(self) -> bool:
        """Say whether there are numbers below numbers, as in 1.1."""
        return any(part.nested for part in self._all)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Return the number of each task and phase by its id."""
        known = {line.task.id: number for part in self._all for number, line in part.numbered()}
        return known | {part.phase.id: part.number for part in self.sections if part.phase}

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Return each line by the id of its task."""
        return {line.task.id: line for part in self._all for line in part.lines}

    def mark(self, number: str) -> str:
        """Return a number with its distance to the title, which lines up with its neighbours."""
        column = self.column(nested="." in number)
        return number.ljust(column) if column else f"{number}{SPACE}"

    def column(self, *, nested: bool) -> int:
        """Return how wide the column of numbers is, which only those of one depth share."""
        return self.width + len(SPACE) if nested or not self.nested else 0


def number_lines(priced: PricedQuote) -> Numbering:
    """Give every line of a quote its number.

    Phases come in the order the quote names them. Tasks of no phase stand before them where they
    are written before the first task of a phase, else behind them.
    """
    sections = _sections(priced)
    at = 1
    if sections:
        last = sections[-1]
        at = last.first + (1 if last.nested else len(last.lines))
    selected = priced.quote.selected
    recurring = [
        line
        for line in priced.lines
        if not line.counted and line.open_ended and (line.option is None or line.option in selected)
    ]
    offered = _offered(priced, at + len(recurring))
    return Numbering(sections, Section(at, recurring), offered)


def _sections(priced: PricedQuote) -> list[Section]:
    counted = [line for line in priced.lines if line.counted]
    if not priced.quote.phases:
        return [Section(1, counted)] if counted else []
    by_phase: dict[str, list[Line]] = {}
    before: list[Line] = []
    after: list[Line] = []
    for line in counted:
        phase = line.task.phase
        if phase is not None:
            by_phase.setdefault(phase, []).append(line)
        else:
            (after if by_phase else before).append(line)
    sections = [Section(1, before)] if before else []
    at = 1 + len(before)
    for phase_total in priced.phases:
        sections.append(Section(at, by_phase[phase_total.id], phase=phase_total, nested=True))
        at += 1
    if after:
        sections.append(Section(at, after))
    return sections


def _offered(priced: PricedQuote, at: int) -> list[Section]:
    by_option: dict[str, list[Line]] = {}
    for line in priced.lines:
        option = line.task.option
        if option is not None and option not in priced.quote.selected:
            by_option.setdefault(option, []).append(line)
    unselected = [option for option in priced.options if not option.selected]
    return [
        Section(number, lines, option=option, nested=len(lines) > 1)
        for number, option in enumerate(unselected, at)
        if (lines := by_option[option.name])
    ]
