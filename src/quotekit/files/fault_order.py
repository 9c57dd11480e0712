"""The faults of one reading, in the order in which they are read."""

from collections.abc import Iterable

from quotekit.errors import Fault, InvalidInputError, first_faults


def together(known: Iterable[Fault], found: Iterable[Fault] = ()) -> InvalidInputError:
    """Put the first faults of a reading in the order of their places, file by file.

    What the model finds where the reading itself has found a fault already is left out.
    """
    faults = list(known)
    seen = {(fault.file, fault.keys) for fault in faults if fault.keys}
    # What braces lack that hold a word instead of key: value needs no second fault.
    seen |= {(fault.file, fault.keys[:-1]) for fault in faults if fault.code == "no_value"}
    faults += [fault for fault in found if (fault.file, fault.keys) not in seen]
    files: dict[str | None, int] = {}
    for fault in faults:
        files.setdefault(fault.file, len(files))
    # That there are more faults is no fault of any place, and comes last.
    faults.sort(
        key=lambda fault: (
            fault.code == "more_faults", files[fault.file], fault.line or 0, fault.column or 0,
        )
    )  # fmt: skip
    return InvalidInputError(*first_faults(faults))
