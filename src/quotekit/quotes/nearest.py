"""The name that was probably meant where one stands that is not there."""

from collections.abc import Collection
from difflib import get_close_matches
from heapq import nsmallest

MOST_COMPARED = 3000
"""Among more names than these nobody looks for the nearest: comparing them would take too long."""

_ALIKE = 0.65
_FEW = 20


def nearest(name: str, known: Collection[str]) -> str | None:
    """Return the known name that is most like another, None where none is much like it.

    Upper and lower case are alike.
    """
    if len(known) > MOST_COMPARED:
        return None
    wanted = name.casefold()
    letters, length = frozenset(wanted), len(wanted)
    folded = {
        other.casefold(): other
        for other in known
        if len(other) <= 2 * length and length <= 2 * len(other)
    }
    # Comparing is slow, and is left to the few names that have the most letters in common.
    few = nsmallest(
        _FEW,
        folded,
        key=lambda other: (len(letters.symmetric_difference(other)), abs(len(other) - length)),
    )
    near = get_close_matches(wanted, few, n=1, cutoff=_ALIKE)
    return folded[near[0]] if near else None
