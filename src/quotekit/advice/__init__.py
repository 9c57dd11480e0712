"""What to watch: what leaving a contract costs or returns, and what to keep aside for it."""

from quotekit.advice.final_account import (
    CAUSES,
    Cause,
    EarnedRow,
    InstructedRow,
    Settlement,
    settlement,
)
from quotekit.advice.reserve import ExposedDay, Exposure, exposure, planned_progress

__all__ = [
    "CAUSES",
    "Cause",
    "EarnedRow",
    "ExposedDay",
    "Exposure",
    "InstructedRow",
    "Settlement",
    "exposure",
    "planned_progress",
    "settlement",
]
