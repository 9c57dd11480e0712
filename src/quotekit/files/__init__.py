"""Documents as files: reading them safely, writing them whole, finding what they name."""

from quotekit.files.contract_file import write_contract
from quotekit.files.disk import write_text
from quotekit.files.documents import load_agreement, load_quote, parse_agreement, parse_quote
from quotekit.files.dumping import dump
from quotekit.files.earlier_run import load_repriced
from quotekit.files.evidence_copies import keep_document, keep_evidence
from quotekit.files.evidence_foreseen import digest_of, foreseen_evidence
from quotekit.files.evidence_kept import Papers, kept_papers
from quotekit.files.finding_jobs import job_folders
from quotekit.files.job_texts import read_job
from quotekit.files.journal_file import Appended, append_event, load_journal
from quotekit.files.journal_held import HeldJournal, held_journal
from quotekit.files.journal_repair import Repaired, join_journal, repair_journal
from quotekit.files.many_jobs import reprice_all
from quotekit.files.new_job import NEW_JOB, fill_job, refuse_used, write_job
from quotekit.files.planning import plan_requests
from quotekit.files.printed_file import write_printed
from quotekit.files.public_holidays import holiday_dates
from quotekit.files.question_sets import kinds_of_work, load_questions, parse_questions
from quotekit.files.quote_places import placed_in_quote
from quotekit.files.requests import (
    load_request,
    load_requests,
    parse_request,
    placed_in_request,
)

__all__ = [
    "NEW_JOB",
    "Appended",
    "HeldJournal",
    "Papers",
    "Repaired",
    "append_event",
    "digest_of",
    "dump",
    "fill_job",
    "foreseen_evidence",
    "held_journal",
    "holiday_dates",
    "job_folders",
    "join_journal",
    "keep_document",
    "keep_evidence",
    "kept_papers",
    "kinds_of_work",
    "load_agreement",
    "load_journal",
    "load_questions",
    "load_quote",
    "load_repriced",
    "load_request",
    "load_requests",
    "parse_agreement",
    "parse_questions",
    "parse_quote",
    "parse_request",
    "placed_in_quote",
    "placed_in_request",
    "plan_requests",
    "read_job",
    "refuse_used",
    "repair_journal",
    "reprice_all",
    "write_contract",
    "write_job",
    "write_printed",
    "write_text",
]
