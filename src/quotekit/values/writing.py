"""Text that a person writes: prose, titles, ids and numbers of documents."""

from typing import Annotated

from pydantic import StringConstraints

_FORBIDDEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{FDD0}-\x{FDEF}\x{FFFE}\x{FFFF}" + "".join(
    f"\\x{{{plane:X}FFFE}}\\x{{{plane:X}FFFF}}" for plane in range(1, 17)
)

PROSE = f"^[^{_FORBIDDEN}]*$"
TITLE = f"^[^{_FORBIDDEN}]*[^{_FORBIDDEN}\\s][^{_FORBIDDEN}]*$"
SLUG = r"^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|CO-[A-Za-z0-9._-]{1,252})$"

Text = Annotated[str, StringConstraints(strict=True, pattern=PROSE)]
"""Prose of any length; controls other than tab and line ends are refused."""
Title = Annotated[str, StringConstraints(strict=True, pattern=TITLE)]
"""Text that says something: it holds at least one visible character."""
Slug = Annotated[str, StringConstraints(strict=True, pattern=SLUG)]
"""An id: letters, digits, `.`, `_`, `-`, at most 64, never a path.

The engine's own ids begin with `CO-` and may be longer.
"""
