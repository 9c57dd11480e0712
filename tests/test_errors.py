"""Faults say place, fact and remedy, and errors carry them."""

from dataclasses import FrozenInstanceError

import pytest

from quotekit.errors import (
    Fault,
    FileAccessError,
    InvalidInputError,
    QuotekitError,
    UnknownNameError,
    UnpriceableError,
)
from quotekit.errors import __all__ as names
from quotekit.errors import __doc__ as tree

MISSING = Fault("missing_key", "title is missing", "write title")


def test_fault_says_place_fact_remedy() -> None:
    """File, line, column and path come first, then the fact, then the remedy."""
    fault = Fault(
        "not_a_number",
        '"12,50" is not a number',
        "write 12.50",
        "tasks[2].quantity",
        "12,50",
        "quote.yaml",
        31,
        15,
    )
    assert str(fault) == 'quote.yaml:31:15: tasks[2].quantity: "12,50" is not a number; write 12.50'


def test_fault_without_place_says_fact_and_remedy() -> None:
    """What has no place has no colon in front."""
    assert str(MISSING) == "title is missing; write title"


def test_fault_without_remedy_ends_with_the_fact() -> None:
    """Where nothing can be done, nothing is advised."""
    assert str(Fault("full", "the disk is full", "", file="quote.yaml")) == (
        "quote.yaml: the disk is full"
    )


def test_fault_seen_from_further_out_has_a_longer_path() -> None:
    """Keys are joined by dots, and list positions stand in brackets."""
    fault = MISSING.at("if_changed", 0, "title").at("tasks", 2)
    assert fault.path == "tasks[2].if_changed[0].title"
    assert fault.keys == ("tasks", 2, "if_changed", 0, "title")


def test_fault_seen_from_further_out_says_the_same() -> None:
    """Only the path changes."""
    fault = MISSING.at("tasks", 0)
    assert (fault.code, fault.message, fault.remedy) == (
        MISSING.code,
        MISSING.message,
        MISSING.remedy,
    )


def test_fault_cannot_be_changed() -> None:
    """A fault is what was found."""
    with pytest.raises(FrozenInstanceError):
        MISSING.code = "other"  # type: ignore[misc]


def test_error_says_each_fault_in_a_line() -> None:
    """An error's text is that of its faults, in their order."""
    error = InvalidInputError(MISSING.at("tasks", 0), MISSING.at("tasks", 1))
    assert str(error) == (
        "tasks[0]: title is missing; write title\ntasks[1]: title is missing; write title"
    )
    assert [fault.path for fault in error.faults] == ["tasks[0]", "tasks[1]"]


@pytest.mark.parametrize(
    ("error", "above"),
    [
        (QuotekitError, Exception),
        (InvalidInputError, QuotekitError),
        (UnpriceableError, InvalidInputError),
        (UnknownNameError, QuotekitError),
        (FileAccessError, QuotekitError),
    ],
)
def test_error_stands_below(error: type[Exception], above: type[Exception]) -> None:
    """The tree is the one drawn in the docstring."""
    assert error.__bases__ == (above,)


def test_every_error_is_drawn() -> None:
    """No error is missing from the drawing."""
    drawn = tree or ""
    assert [name for name in names if name != "Fault" and name not in drawn] == []
