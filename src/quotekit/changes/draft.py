"""A quote while actions change it; the quote that they met stays as it is."""

from typing import Any

from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, Rate, Task, TaskList, unknown_name

_FEW = 16


class Draft:
    """Hold the parts of a quote that actions change, until `finished` makes a quote of them."""

    def __init__(self, quote: Quote) -> None:
        """Begin with a quote as it stands."""
        self.quote = quote
        self.tasks: dict[str, Task] = {task.id: task for task in quote.tasks}
        self.order: list[str] = list(self.tasks)
        self.rates: dict[str, Rate] = dict(quote.rates)
        self.selected: set[str] = set(quote.selected)
        self.keys: dict[str, Any] = {}
        """Other keys of the quote, with what replaces them; None clears one."""

    def key(self, name: str) -> Any:  # noqa: ANN401 - whatever the key holds
        """Return what a key of the quote holds at this moment."""
        if name not in self.keys:
            return getattr(self.quote, name)
        value = self.keys[name]
        return Quote.model_fields[name].get_default() if value is None else value

    def task(self, name: str, *keys: str | int) -> Task:
        """Return a task; raises `InvalidInputError` at `keys` where there is none."""
        if name not in self.tasks:
            raise InvalidInputError(unknown_name("task", name, self.tasks, *keys))
        return self.tasks[name]

    def rate(self, name: str, *keys: str | int) -> Rate:
        """Return a rate; raises `InvalidInputError` at `keys` where there is none."""
        if name not in self.rates:
            raise InvalidInputError(unknown_name("rate", name, self.rates, *keys))
        return self.rates[name]

    def options(self) -> set[str]:
        """Return the names of the options that can be selected."""
        named = {task.option for task in self.tasks.values() if task.option is not None}
        return named.union(*self.key("alternatives").values(), self.key("option_titles"))

    def rivals(self, option: str) -> set[str]:
        """Return the other options of every group that an option belongs to."""
        groups = [group for group in self.key("alternatives").values() if option in group]
        return set().union(*groups) - {option}

    def insert(self, task: Task, before: str | None, *keys: str | int) -> None:
        """Put a new task in its place: before another one, or at the end."""
        if task.id in self.tasks:
            fact = f'there is a task "{task.id}" already'
            fault = Fault("duplicate_id", fact, "give the new one another id", value=task.id)
            raise InvalidInputError(fault.at(*keys, "id"))
        if before is None:
            self.order.append(task.id)
        else:
            self.task(before, "before")
            self.order.insert(self.order.index(before), task.id)
        self.tasks[task.id] = task

    def remove(self, name: str) -> None:
        """Take a task out."""
        del self.tasks[name]
        self.order.remove(name)

    def finished(self) -> Quote:
        """Return the quote as it now stands; its references are left to `references`.

        Raises `InvalidInputError` where a key holds what it cannot.
        """
        data = {name: getattr(self.quote, name) for name in Quote.model_fields}
        data |= {"rates": self.rates, "selected": self.selected, **self.keys}
        data = {name: value for name, value in data.items() if value is not None}
        data["tasks"] = self._task_list()
        return Quote.model_validate(data, context={"references": False})

    def _task_list(self) -> TaskList:
        tasks = [self.tasks[name] for name in self.order]
        old = self.quote.tasks
        if isinstance(old, TaskList) and len(old) == len(tasks):
            changed = [at for at, task in enumerate(tasks) if task is not old[at]]
            if len(changed) <= _FEW:
                for at in changed:
                    old = old.replacing(at, tasks[at])
                return old
        return TaskList(tasks)


def with_keys(quote: Quote, **keys: object) -> Quote:
    """Return a quote with other values for some keys, validated anew."""
    data = {name: getattr(quote, name) for name in Quote.model_fields} | keys
    stated = {name: value for name, value in data.items() if value is not None}
    return Quote.model_validate(stated, context={"references": False})
