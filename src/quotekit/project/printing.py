"""Printing: what a job holds or answers, as `render` makes it."""

from typing import Any


def rendered(
    document: Any,  # noqa: ANN401 - as `render`
    language: str | None,
    **options: Any,  # noqa: ANN401 - as `render`
) -> str:
    """Render a document; raises as `render` does."""
    # Jobs are also read and priced by the thousand; only what prints them waits for its words.
    from quotekit.rendering import render  # noqa: PLC0415

    return render(document, language=language, **options)
