"""A job with advice: what its quote leaves open, whether to take it, and how to leave it."""

from collections.abc import Iterable, Mapping
from datetime import date

from quotekit.advice import (
    Assessment,
    Cause,
    Completeness,
    Exposure,
    Hindsight,
    RefusalLetter,
    Settlement,
)
from quotekit.project.advising import assessed, gaps_of, refused
from quotekit.project.leaving import exposed, settled
from quotekit.project.looking_back import looked_back
from quotekit.project.recorded_job import RecordedJob


class AdvisedJob(RecordedJob):
    """Find what there is to watch in a job; all of it is for the seller alone."""

    def completeness(self) -> Completeness:
        """Return what the quote in the file leaves open, each finding with its line.

        Raises as `document` does, and `InvalidInputError` where the file is no quote.
        """
        return gaps_of(self)

    def assess(self, on: date) -> Assessment:
        """Advise whether to take the job, by its quote, its agreement and what is recorded.

        Raises as `completeness` does, and `InvalidInputError` for a signal that is not known.
        """
        return assessed(self, on)

    def hindsight(self, on: date) -> Hindsight | None:
        """Return what the changes of the job came to by the end of a day; None before one is."""
        return looked_back(self.status(on))

    def refusal(self, on: date) -> RefusalLetter:
        """Return a letter that declines the job; raises as `completeness` does."""
        return refused(self, on)

    def settle(
        self,
        cause: Cause,
        on: date,
        *,
        progress: Mapping[str, object] | None = None,
        paid: Iterable[object] = (),
    ) -> Settlement:
        """Return what leaving costs or returns on a day.

        Contract, progress and payments are those of the record; progress that is stated goes
        before, and payments that are stated come beside. Where nothing is agreed, the quote in
        the file counts as agreed. Raises as `settlement` does, and `NotAllowedError` for a day
        on which nothing was agreed yet.
        """
        return settled(self, cause, on, progress or {}, paid)

    def exposure(
        self,
        on: date,
        *,
        reserve: object = None,
        progress: Mapping[str, object] | None = None,
        paid: Iterable[object] = (),
    ) -> Exposure:
        """Return what is paid and not earned, and what to keep aside; `reserve` is set aside.

        What is known of the job is as for `settle`, and so is what is raised.
        """
        return exposed(self, on, reserve, progress or {}, paid)
