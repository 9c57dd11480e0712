"""Whether to take a job: ten jobs, as a seasoned freelancer would put them in order."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from quotekit.advice import VETOES, Assessment, Signal, assess
from quotekit.errors import InvalidInputError
from tests.advice.said_quotes import PARTS, SCREENS, agreement, said

LATE = [{"id": "all", "percent": 100, "due": {"after": "delivery"}}]
FIXED = {key: value for key, value in SCREENS.items() if key not in {"rate", "quantity"}}


@dataclass(frozen=True)
class Job:
    """A job as it is told over a coffee, and what a seasoned freelancer says to it."""

    told: str
    verdict: str
    numbers: dict[str, str]
    signals: tuple[Signal, ...] = ()
    signed: bool = True
    keys: dict[str, Any] = field(default_factory=dict)

    def assessed(self) -> Assessment:
        """Return what is advised."""
        return assess(said(**self.keys), agreement() if self.signed else None, self.signals)


def at(price: int, **more: Any) -> dict[str, Any]:
    """Return the keys of a job of four days, 32 hours, at a fixed price."""
    return {"tasks": [{**FIXED, "price": price, **more}]}


JOBS = [
    Job("All is said, well paid, with a deposit.", "take", {}, keys=at(2720)),
    Job(
        "As good, and a third job for them without the handling fee.",
        "take",
        {},
        keys={
            **at(2720),
            "exceptions": [{"term": "changes.handling_fee", "value": 0, "reason": "Third job"}],
        },
    ),
    Job(
        "Well paid, but they answer late.",
        "conditions",
        {},
        (Signal("late_answers", 2),),
        keys=at(2720),
    ),
    Job("Nothing signed yet, else fine.", "conditions", {}, signed=False, keys=at(2720)),
    Job(
        "A little below what I need.",
        "conditions",
        {"raise_price": "160.00"},
        keys=at(1760),
    ),
    Job(
        "They change their minds each week and doubt the price.",
        "conditions",
        {"deposit": "30"},
        (Signal("specification_changes", 3), Signal("price_doubted", 2)),
        keys={**at(2720), "payments": [{**PARTS[0], "percent": 20}, PARTS[1]]},
    ),
    Job(
        "They doubt the price, threaten to leave, and one invoice is open.",
        "conditions",
        {"deposit": "50"},
        (Signal("price_doubted", 2), Signal("threat_to_leave", 2), Signal("unpaid_orders")),
        keys=at(2720),
    ),
    Job(
        "Two thirds of my rate, nothing signed, no deposit.",
        "decline",
        {"raise_price": "640.00", "deposit": "30"},
        (Signal("price_doubted", 2),),
        signed=False,
        keys={**at(1280), "payments": LATE},
    ),
    Job(
        "I would pay to work there, and they want to begin before anything is agreed.",
        "decline",
        {"raise_price": "1015.30", "deposit": "50"},
        (Signal("work_before_agreement", 2), Signal("threat_to_leave", 3)),
        keys=at(2220, private={"cost": 2750}),
    ),
    Job(
        "Splendidly paid, but their last job is not paid.",
        "decline",
        {},
        (Signal("earlier_job_unpaid", evidence="invoice 2025-31"),),
        keys=at(9000),
    ),
]
"""From the one that nobody would miss to the one that nobody should touch."""


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.told)
def test_verdict_and_numbers(job: Job) -> None:
    """Each is taken, taken on conditions with their numbers, or declined."""
    found = job.assessed()
    numbers = {one.code: f"{one.value:f}" for one in found.conditions if one.value is not None}
    assert (found.verdict, numbers) == (job.verdict, job.numbers)


def test_order() -> None:
    """By their points the jobs stand in the order in which they would be put by hand."""
    points = [job.assessed().points for job in JOBS]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) >= 8


@pytest.mark.parametrize("veto", VETOES)
def test_veto(veto: str) -> None:
    """A veto declines the best of jobs, and says by what."""
    found = assess(said(), agreement(), [Signal(veto, evidence="mail of 3 April")])
    assert (found.verdict, found.points) == ("decline", 0)
    assert (found.reasons[-1].code, found.reasons[-1].evidence) == (veto, "mail of 3 April")


def test_conditions_say_what_the_verdict_means() -> None:
    """A job is taken on conditions just where there is one, and declined for too few points."""
    for job in JOBS:
        found = job.assessed()
        if found.verdict == "decline":
            assert found.points < 45
        else:
            assert found.points >= 45
            assert (found.verdict == "conditions") is bool(found.conditions)


def test_reasons_weigh_what_the_points_lack() -> None:
    """Points are a hundred less what the reasons weigh, and none is lost without a reason."""
    for job in JOBS:
        found = job.assessed()
        assert found.points == max(0, 100 - sum(reason.weight for reason in found.reasons))


@pytest.mark.parametrize(
    ("keys", "code", "weight"),
    [
        ({"private": None}, "no_floor", 5),
        ({"tasks": [{**FIXED, "price": 500, "days": None}]}, "no_hours", 5),
        ({"private": {"floor_rate": 60}}, "above_floor", 0),
        # 69.38 an hour: less than 1 % below, 13.3 %, and far below.
        ({"private": {"floor_rate": "69.38"}, **at(2220)}, "above_floor", 0),
        ({"private": {"floor_rate": "69.39"}, **at(2220)}, "below_floor", 6),
        ({"private": {"floor_rate": 80}, **at(2220)}, "below_floor", 19),
        ({"private": {"floor_rate": 200}, **at(2220)}, "below_floor", 40),
        (at(2220, private={"cost": 2000}), "thin_margin", 15),
        (at(2220, private={"cost": 3000}), "loss", 60),
        ({"client": None}, "no_client", 5),
        ({"payments": LATE}, "no_deposit", 10),
        ({"payments": [{**PARTS[0], "percent": 10}, PARTS[1]]}, "low_deposit", 5),
        ({"exceptions": [{"term": "ending.fee", "value": 0}]}, "exception", 6),
    ],
)
def test_reason(keys: dict[str, Any], code: str, weight: int) -> None:
    """Each thing that speaks against a job has its weight, and one for it has none."""
    keys = {**keys}
    if "tasks" in keys:
        listed = keys["tasks"]
        keys["tasks"] = [{k: v for k, v in one.items() if v is not None} for one in listed]
    found = assess(said(**keys), agreement())
    assert (code, weight) in {(reason.code, reason.weight) for reason in found.reasons}


def test_unclear() -> None:
    """The less is said, the more that weighs."""
    bare = [{"id": f"t{place}", "price": 900, "days": 1} for place in range(9)]
    found = assess(said(scope=None, tasks=bare), agreement())
    assert found.completeness.score == 37
    assert {reason.code: reason.weight for reason in found.reasons}["unclear"] == 21


def test_stated_signals_count() -> None:
    """What the quote states of its client counts where the record shows nothing."""
    private = {"floor_rate": 60, "signals": [{"signal": "unpaid_orders", "times": "2"}]}
    found = assess(said(private=private), agreement())
    assert {reason.fact: reason.weight for reason in found.reasons}["unpaid orders, 2 times"] == 20
    assert assess(said(private=private), agreement(), ()).points == 100
    with pytest.raises(InvalidInputError, match=r"^private\.signals\[0\]: there is no signal"):
        assess(said(private={"signals": ["moody"]}), agreement())


def test_it_names_no_person() -> None:
    """What is said is about events and figures, and never about who the client is."""
    for job in JOBS:
        found = job.assessed()
        words = [*(one.fact for one in found.reasons), *(one.fact for one in found.conditions)]
        assert not [word for word in words if "Sonnental" in word or "difficult" in word]
