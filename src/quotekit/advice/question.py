"""One thing that a quote should say, how much that weighs, and what is missing if it does not."""

from typing import NamedTuple

from quotekit.advice.finding import Finding

HEAVY, MIDDLE, LIGHT = 3, 2, 1
"""How much a question weighs: without an answer there is quarrel, doubt, or a mail more."""


class Question(NamedTuple):
    """Hold the weight of one question, and what is missing where it has no answer."""

    weight: int
    finding: Finding | None = None
