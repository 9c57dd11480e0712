"""One thing that a quote should say, how much that weighs, and what is missing if it does not."""

from typing import NamedTuple

from quotekit.advice.finding import Finding


class Question(NamedTuple):
    """Hold the weight of one question, and what is missing where it has no answer."""

    weight: int
    finding: Finding | None = None
