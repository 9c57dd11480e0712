"""The questions that make a specification clear, and their answers."""

from typing import Literal

from quotekit.quotes.model import Written
from quotekit.values import Day, Slug, Title

Answer = Literal["included", "excluded", "client_supplies", "assumed", "unknown"]


class ScopeItem(Written):
    """Answer one question of scope; `by` is the day the client supplies it, `task` who has it."""

    item: Title
    answer: Answer
    by: Day | None = None
    task: Slug | None = None
