"""A job as a folder with a record: what it holds, and every step of it."""

from quotekit.project.changing import Issue
from quotekit.project.job import Project
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.verifying import Verified

__all__ = ["Issue", "Project", "Recorded", "Stamp", "Verified"]
