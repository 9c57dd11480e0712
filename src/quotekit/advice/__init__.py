"""What to watch: gaps in a quote, whether to take a job, and what leaving it costs or returns."""

from quotekit.advice.account import CAUSES, Cause, EarnedRow, InstructedRow, Settlement
from quotekit.advice.assessment import Assessment, Reason, Verdict, assess, weighed
from quotekit.advice.changes_in_hindsight import ChangeRevenue, Hindsight, Wish, hindsight
from quotekit.advice.conditions import Condition
from quotekit.advice.final_account import settlement
from quotekit.advice.finding import Finding
from quotekit.advice.gaps import Completeness, Review, check, checked
from quotekit.advice.planned_work import planned_progress
from quotekit.advice.refusal import RefusalLetter
from quotekit.advice.reserve import ExposedDay, Exposure, exposure
from quotekit.advice.signals import VETOES, WEIGHTS, Signal, stated_signals
from quotekit.advice.terms import Terms
from quotekit.advice.vague import vague_words

__all__ = [
    "CAUSES",
    "VETOES",
    "WEIGHTS",
    "Assessment",
    "Cause",
    "ChangeRevenue",
    "Completeness",
    "Condition",
    "EarnedRow",
    "ExposedDay",
    "Exposure",
    "Finding",
    "Hindsight",
    "InstructedRow",
    "Reason",
    "RefusalLetter",
    "Review",
    "Settlement",
    "Signal",
    "Terms",
    "Verdict",
    "Wish",
    "assess",
    "check",
    "checked",
    "exposure",
    "hindsight",
    "planned_progress",
    "settlement",
    "stated_signals",
    "vague_words",
    "weighed",
]
