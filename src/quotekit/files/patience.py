"""Patience: what another program holds open for a moment is tried again."""

import time
from collections.abc import Callable
from typing import Final, TypeVar

_OPEN_ELSEWHERE: Final = frozenset({5, 32, 33})
"""What Windows answers where a virus scanner or a synced folder has a file open."""
_PAUSES: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""How long to wait before each further try, in seconds."""

Outcome = TypeVar("Outcome")


def patiently(step: Callable[[], Outcome]) -> Outcome:
    """Take a step, and again where a file is open elsewhere; raises the last `OSError`."""
    for pause in _PAUSES:
        try:
            return step()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
        time.sleep(pause)
    return step()
