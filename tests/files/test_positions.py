"""Faults are placed by one more walk over the text."""

import pytest

from quotekit.errors import Fault
from quotekit.files.guarded_yaml import read_document
from quotekit.files.positions import placed

TEXT = """\
number: Q-1
tasks:
  - id: a
    price: 5
  - {id: b, title: "Ümläut 😀", price: x}
client:
  name: Bäckerei   # a comment
  ids:
    N° TVA: 1
"""


@pytest.mark.parametrize(
    ("keys", "on_key", "place"),
    [
        (("number",), False, (1, 9)),
        (("number",), True, (1, 1)),
        (("tasks",), False, (3, 3)),
        (("tasks", 0), False, (3, 5)),
        (("tasks", 0, "price"), False, (4, 12)),
        (("tasks", 1), False, (5, 5)),
        (("tasks", 1, "price"), False, (5, 39)),
        (("tasks", 1, "price"), True, (5, 32)),
        (("tasks", 1, "quantity"), False, (5, 5)),
        (("tasks", 7, "quantity"), False, (3, 3)),
        (("client", "ids", "N° TVA"), True, (9, 5)),
        (("client", "name", 0), False, (7, 9)),
        (("currency",), False, (1, 1)),
        ((), False, (1, 1)),
    ],
)
def test_path_leads_to_its_place(
    keys: tuple[str | int, ...],
    on_key: bool,  # noqa: FBT001 - a column of the table
    place: tuple[int, int],
) -> None:
    """A value has its place, a key its own, and what is missing that of the map lacking it."""
    fault = Fault("code", "fact", "remedy", keys=keys, on_key=on_key)
    (found,) = placed([fault], read_document(TEXT, "quote.yaml"))
    assert (found.file, found.line, found.column) == ("quote.yaml", *place)


def test_many_faults_are_placed_together() -> None:
    """One walk finds all places, in the order of the faults."""
    faults = [
        Fault("c", "f", "r", keys=("tasks", at, key)) for at in (1, 0) for key in ("price", "id")
    ]
    found = placed(faults, read_document(TEXT))
    assert [(one.line, one.column) for one in found] == [(5, 39), (5, 10), (4, 12), (3, 9)]


def test_first_of_two_keys_gives_the_place() -> None:
    """Of what stands twice, the first was read, so a fault of it points there."""
    document = read_document("a: {b: 1}\na: {b: 2, c: 3}\n")
    inner, missing = placed(
        [Fault("c", "f", "r", keys=("a", "b")), Fault("c", "f", "r", keys=("a", "c"))], document
    )
    assert (inner.line, missing.line) == (1, 1)


def test_fault_with_a_place_keeps_it() -> None:
    """What has been placed elsewhere is not moved."""
    fault = Fault("c", "f", "r", file="studio.yaml", line=3, column=1)
    assert placed([fault], read_document(TEXT, "quote.yaml")) == [fault]
