"""Documents as files: reading them safely, writing them whole, finding what they name."""

from quotekit.files.disk import write_text
from quotekit.files.documents import load_agreement, load_quote, parse_agreement, parse_quote
from quotekit.files.dumping import dump
from quotekit.files.earlier_run import load_repriced
from quotekit.files.job_texts import read_job
from quotekit.files.many_jobs import reprice_all
from quotekit.files.new_job import NEW_JOB, fill_job, refuse_used, write_job
from quotekit.files.public_holidays import holiday_dates

__all__ = [
    "NEW_JOB",
    "dump",
    "fill_job",
    "holiday_dates",
    "load_agreement",
    "load_quote",
    "load_repriced",
    "parse_agreement",
    "parse_quote",
    "read_job",
    "refuse_used",
    "reprice_all",
    "write_job",
    "write_text",
]
