"""Numbers of sections and tasks: 1, 1.1, 1.2, 2 …, options and what recurs at the end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from quotekit.pricing import Line, Option, Phase, PricedQuote


class Numbered(NamedTuple):
    """A line with its number."""

    number: str
    line: Line


class Section(NamedTuple):
    """Lines that stand together: those of a phase under its number, or those of none."""

    number: str
    phase: Phase | None
    lines: list[Numbered]


class Offered(NamedTuple):
    """An option that is not selected, with its lines."""

    number: str
    option: Option
    lines: list[Numbered]


@dataclass(frozen=True, slots=True)
class Numbering:
    """Hold the lines in the order in which they are printed."""

    sections: list[Section]
    recurring: list[Numbered]
    offered: list[Offered]
    numbers: dict[str, str]
    """The number of each task and phase, by its id."""
    lines: Mapping[str, Line]
    width: int
    """How many characters the longest number of a task has."""
    nested: bool
    """Whether there are numbers below numbers, as in 1.1."""

    def mark(self, number: str) -> str:
        """Return a number with its distance to the title, which lines up with its neighbours."""
        if self.nested and "." not in number:
            return f"{number}  "
        return f"{number:<{self.width}}  "


def number_lines(priced: PricedQuote) -> Numbering:
    """Give every line of a quote its number.

    Phases come in the order the quote names them. Tasks of no phase stand before them where they
    are written before the first task of a phase, else behind them.
    """
    numbers = map(str, count(1))
    sections = _sections(priced, numbers)
    selected = priced.quote.selected
    recurring = [
        Numbered(next(numbers), line)
        for line in priced.lines
        if line.task.every is not None
        and line.open_ended
        and (line.option is None or line.option in selected)
    ]
    offered = _offered(priced, numbers)
    lines = [numbered for section in sections for numbered in section.lines]
    lines += [numbered for part in offered for numbered in part.lines]
    known = {numbered.line.task.id: numbered.number for numbered in (*lines, *recurring)}
    known |= {section.phase.id: section.number for section in sections if section.phase}
    return Numbering(
        sections=sections,
        recurring=recurring,
        offered=offered,
        numbers=known,
        lines={line.task.id: line for line in priced.lines},
        width=max(map(len, known.values()), default=1),
        nested=bool(priced.phases) or any(part.lines[0].number != part.number for part in offered),
    )


def _sections(priced: PricedQuote, numbers: Iterator[str]) -> list[Section]:
    counted = [line for line in priced.lines if line.counted]
    if not priced.quote.phases:
        return [Section("", None, _each(numbers, counted))] if counted else []
    by_phase: dict[str, list[Line]] = {}
    before: list[Line] = []
    after: list[Line] = []
    for line in counted:
        if line.phase is not None:
            by_phase.setdefault(line.phase, []).append(line)
        else:
            (after if by_phase else before).append(line)
    sections = []
    if before:
        sections.append(Section("", None, _each(numbers, before)))
    for phase in priced.phases:
        number = next(numbers)
        sections.append(Section(number, phase, _below(number, by_phase[phase.id])))
    if after:
        sections.append(Section("", None, _each(numbers, after)))
    return sections


def _offered(priced: PricedQuote, numbers: Iterator[str]) -> list[Offered]:
    by_option: dict[str, list[Line]] = {}
    for line in priced.lines:
        if line.option is not None and line.option not in priced.quote.selected:
            by_option.setdefault(line.option, []).append(line)
    offered = []
    for option in priced.options:
        if option.selected:
            continue
        number = next(numbers)
        lines = by_option[option.name]
        if len(lines) == 1:
            offered.append(Offered(number, option, [Numbered(number, lines[0])]))
        else:
            offered.append(Offered(number, option, _below(number, lines)))
    return offered


def _below(number: str, lines: Iterable[Line]) -> list[Numbered]:
    return [Numbered(f"{number}.{at}", line) for at, line in enumerate(lines, 1)]


def _each(numbers: Iterator[str], lines: Iterable[Line]) -> list[Numbered]:
    return [Numbered(next(numbers), line) for line in lines]
