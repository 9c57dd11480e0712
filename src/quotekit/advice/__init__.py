"""What to watch: what leaving a contract costs or returns, and what to keep aside for it."""

from quotekit.advice.assessment import Assessment, Condition, Reason, assess
from quotekit.advice.changes_in_hindsight import Hindsight, Wish, hindsight
from quotekit.advice.final_account import (
    CAUSES,
    Cause,
    EarnedRow,
    InstructedRow,
    Settlement,
    settlement,
)
from quotekit.advice.finding import Finding
from quotekit.advice.gaps import Completeness, completeness
from quotekit.advice.reserve import ExposedDay, Exposure, exposure, planned_progress
from quotekit.advice.signals import VETOES, WEIGHTS, Signal, stated_signals
from quotekit.advice.vague import VAGUE, vague_words

__all__ = [
    "CAUSES",
    "VAGUE",
    "VETOES",
    "WEIGHTS",
    "Assessment",
    "Cause",
    "Completeness",
    "Condition",
    "EarnedRow",
    "ExposedDay",
    "Exposure",
    "Finding",
    "Hindsight",
    "InstructedRow",
    "Reason",
    "Settlement",
    "Signal",
    "Wish",
    "assess",
    "completeness",
    "exposure",
    "hindsight",
    "planned_progress",
    "settlement",
    "stated_signals",
    "vague_words",
]
