"""What to watch: what leaving a contract costs or returns, and what to keep aside for it."""

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

__all__ = [
    "CAUSES",
    "Cause",
    "Completeness",
    "EarnedRow",
    "ExposedDay",
    "Exposure",
    "Finding",
    "InstructedRow",
    "Settlement",
    "completeness",
    "exposure",
    "planned_progress",
    "settlement",
]
