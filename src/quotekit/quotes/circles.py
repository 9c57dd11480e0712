"""Circles in the order of work: tasks that wait for one another."""

from collections.abc import Iterator, Sequence, Set

from quotekit.errors import Fault
from quotekit.quotes.task import Task


def counts(task: Task, selected: Set[str]) -> bool:
    """Say whether a task counts in the totals: its option is selected, and it has an end."""
    if task.every is not None and task.times is None:
        return False
    return task.option is None or task.option in selected


def predecessors(tasks: Sequence[Task], selected: Set[str]) -> list[tuple[int, ...]]:
    """Return for each task the positions of those it begins after.

    Without `after` that is the counted task written before it: one person does the work. Names
    that are no task's are passed over.
    """
    places: dict[str, int] = {}
    for at, task in enumerate(tasks):
        places.setdefault(task.id, at)
    found: list[tuple[int, ...]] = []
    before: tuple[int, ...] = ()
    for at, task in enumerate(tasks):
        if task.after is None:
            found.append(before)
        else:
            found.append(tuple(places[name] for name in task.after if name in places))
        if counts(task, selected):
            before = (at,)
    return found


def circle_faults(tasks: Sequence[Task], selected: Set[str]) -> Iterator[Fault]:
    """Find tasks that wait for themselves, and name the circle."""
    if not any(task.after for task in tasks):
        return
    waits = predecessors(tasks, selected)
    done = [False] * len(tasks)
    for start in range(len(tasks)):
        # The way from `start` to where the walk stands, and what of each task is still to see.
        way: dict[int, Iterator[int]] = {} if done[start] else {start: iter(waits[start])}
        while way:
            here = next(reversed(way))
            step = next(way[here], None)
            if step is None:
                done[here] = True
                way.popitem()
            elif step in way:
                places = list(way)
                circle = [*places[places.index(step) :], step]
                yield _fault([tasks[at] for at in circle], circle)
                return
            elif not done[step]:
                way[step] = iter(waits[step])


def _fault(circle: list[Task], places: list[int]) -> Fault:
    names = " → ".join(task.id for task in circle)
    # The task that states `after` is where the circle can be opened.
    at = next(place for task, place in zip(circle, places, strict=True) if task.after)
    unstated = [task.id for task in circle if task.after is None]
    remedy = (
        f"give {unstated[0]} an `after` of its own, such as after: []"
        if unstated
        else "take one of them out of `after`"
    )
    return Fault("circle", f"the tasks wait for one another: {names}", remedy).at(
        "tasks", at, "after"
    )
