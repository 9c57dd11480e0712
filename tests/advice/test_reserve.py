"""What is paid and not earned: now, and day by day under the payment schedule."""

from datetime import date
from typing import Any

import pytest

from quotekit.advice import Exposure, exposure
from quotekit.changes import Contract
from quotekit.errors import InvalidInputError, UnpriceableError
from quotekit.quotes import Agreement
from tests.changes.contracts import BLOG, agreed, order
from tests.written_quotes import IRPF, VAT, quote, task

ACCEPTED = date(2026, 3, 20)
START = date(2026, 4, 6)
TASKS = [task("a", "1000", days=2), task("b", "3000", days=3)]
PAYMENTS: list[dict[str, Any]] = [
    {"id": "deposit", "percent": 30, "due": {"after": "acceptance", "days": 7}},
    {"id": "middle", "percent": 40, "due": {"after": "a"}},
    {"id": "rest", "balance": True, "due": {"after": "delivery", "days": 14}},
]


def planned(**keys: Any) -> Contract:
    """Return the contract of a job of five days from Monday to Friday."""
    document = {"tasks": TASKS, "payments": PAYMENTS, "schedule": {"start": START}}
    return Contract(quote(**{**document, **keys}), Agreement.model_validate({}))


def seen(of: Contract, progress: dict[str, object] | None = None, *paid: object) -> Exposure:
    """Return the exposure of a contract that was accepted on the usual day."""
    return exposure(of, progress or {}, paid, on=START, accepted_on=ACCEPTED)


def days(found: Exposure) -> dict[str, tuple[str, str, str]]:
    """Return paid, earned and exposure of each day."""
    return {
        f"{day.on:%m-%d}": (f"{day.paid:f}", f"{day.earned:f}", f"{day.exposure:f}")
        for day in found.days
    }


def test_day_by_day() -> None:
    """Payments fall due as agreed, work is earned evenly, and the peak is the day between."""
    found = seen(planned())
    assert days(found) == {
        "03-27": ("1200.00", "0.00", "1200.00"),
        "04-06": ("1200.00", "500.00", "700.00"),
        "04-07": ("2800.00", "1000.00", "1800.00"),
        "04-08": ("2800.00", "2000.00", "800.00"),
        "04-09": ("2800.00", "3000.00", "0.00"),
        "04-10": ("2800.00", "4000.00", "0.00"),
        "04-24": ("4000.00", "4000.00", "0.00"),
    }
    assert (found.peak.on, f"{found.peak.exposure:f}") == (date(2026, 4, 7), "1800.00")


def test_now() -> None:
    """What is exposed now is what was really paid, less what is really earned."""
    found = seen(planned(), {"a": 30}, 1200, "-100")
    assert (found.paid, found.earned, found.exposure) == (1100, 300, 800)
    assert (f"{found.keep:f}", found.reserve_percent, found.warning) == ("800.00", 100, False)
    assert seen(planned(), {"a": 100, "b": 50}, 1200).exposure == 0
    # More was paid ahead than the plan ever has.
    assert seen(planned(), {}, 4000).peak.exposure == 4000


def test_taxes_are_in_it() -> None:
    """What would be given back is what is payable: with tax, and less what is withheld."""
    taxes = {"vat": VAT, "irpf": IRPF}
    found = seen(planned(taxes=taxes, tax=["vat", "irpf"]), {"a": 50}, "1248")
    # 500.00 with 95.00 of tax, less 75.00.
    assert (f"{found.earned:f}", f"{found.exposure:f}") == ("520.00", "728.00")
    assert days(found)["04-10"][1] == "4160.00"


@pytest.mark.parametrize(
    ("percent", "set_aside", "keep", "warns"),
    [(None, "1200", "1200.00", False), (50, "600", "600.00", False), (50, "599.99", "600.00", True),
     (120, 1200, "1440.00", True), (0, 0, "0.00", False), (33, None, "396.00", False)],
)  # fmt: skip
def test_reserve(percent: int | None, set_aside: object, keep: str, *, warns: bool) -> None:
    """The agreement says how much of it to keep; less set aside than that is a warning."""
    terms = {} if percent is None else {"ending": {"reserve": percent}}
    under = Contract(planned().current, Agreement.model_validate(terms))
    found = exposure(under, {}, [1200], on=START, set_aside=set_aside)
    assert (f"{found.keep:f}", found.warning) == (keep, warns)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ({"before": "start", "days": 3}, "04-03"),
        ({"date": "2026-03-15"}, "03-15"),
        ({"after": "acceptance"}, "03-20"),
        ({"after": "acceptance", "days": 1, "end_of_month": 1}, "04-30"),
    ],
)
def test_deposit(due: dict[str, Any], day: str) -> None:
    """A deposit is exposed from the day on which it is due, and whole until work begins."""
    parts = [{"id": "deposit", "percent": 50, "due": due}, {"id": "rest", "balance": True}]
    found = days(seen(planned(payments=parts)))
    assert found[day][0] == "2000.00"
    assert day > "04-06" or found[day] == ("2000.00", "0.00", "2000.00")


def test_not_yet_accepted() -> None:
    """What falls due on acceptance is left out as long as nobody has accepted."""
    found = exposure(planned(), {}, (), on=START)
    assert days(found)["04-07"] == ("1600.00", "1000.00", "600.00")


def test_without_a_start() -> None:
    """Without a plan only what falls due on acceptance is told: the work comes after it."""
    parts = [*PAYMENTS[:1], {"id": "rest", "balance": True, "due": {"date": "2026-06-01"}}]
    found = seen(planned(payments=parts, schedule=None))
    assert days(found) == {"03-27": ("1200.00", "0.00", "1200.00")}
    assert found.peak.on == date(2026, 3, 27)


def test_nothing_planned_nothing_paid() -> None:
    """Without payments and days the peak is now, and it is nothing."""
    found = exposure(Contract(quote()), {}, (), on=START)
    assert (found.days, found.peak.on, found.peak.exposure, found.keep) == ((), START, 0, 0)


def test_earliest_of_equal_peaks() -> None:
    """Where several days are exposed alike, the first of them is the peak."""
    parts = [{"id": "all", "percent": 100, "due": {"after": "acceptance"}}]
    waiting = [task("a", "0", days=2), task("b", "3000", days=1)]
    found = seen(planned(tasks=waiting, payments=parts))
    assert (found.peak.on, found.peak.exposure) == (ACCEPTED, 3000)


def test_expense_is_earned_once_begun() -> None:
    """An expense is earned on the day on which it is bought, whatever the work."""
    found = seen(Contract(agreed(schedule={"start": START, "hours_per_day": 8})))
    # Screens take three days, frontend five; texts and fonts take no time and end on the last.
    assert days(found)["04-14"][1] == "6045.20"
    assert days(found)["04-15"][1] == "7616.70"


@pytest.mark.parametrize(
    ("progress", "paid", "reserve", "said"),
    [
        ({"c": 5}, (), None, "progress.c: there is no task"),
        ({}, ("0.001",), None, "payments[0]: nobody can pay 0.001"),
        ({}, (), "much", 'reserve: "much" is not a number'),
        ({}, (), "-5", "reserve: -5.00 is less than nothing"),
    ],
)
def test_refused(
    progress: dict[str, object], paid: tuple[object, ...], reserve: object, said: str
) -> None:
    """What is stated beside the contract is held against it, and named."""
    with pytest.raises(InvalidInputError) as refusal:
        exposure(planned(), progress, paid, on=START, set_aside=reserve)
    assert str(refusal.value).startswith(said)


def test_day_beyond_any_calendar() -> None:
    """A day that no calendar has is refused, not reached."""
    far = [{"id": "all", "percent": 100, "due": {"after": "acceptance", "days": 99999999}}]
    with pytest.raises(UnpriceableError, match="beyond any calendar"):
        seen(planned(payments=far))


def test_instructed_work_is_earned() -> None:
    """An order that was to be begun before it is agreed is earned as far as it has come."""
    base = Contract(agreed(), Agreement.model_validate({}))
    base = base.offer(order(base, {"add": BLOG}))
    found = exposure(
        base, {"CO-001": 40}, ["1000"], on=START, instructed={"CO-001": None}
    )  # fmt: skip
    # 380.00 at 19 %.
    assert (f"{found.earned:f}", f"{found.exposure:f}") == ("452.20", "547.80")
    found = exposure(base, {"CO-001": 40}, ["1000"], on=START, instructed={"CO-001": "100"})
    assert f"{found.earned:f}" == "119.00"


def test_what_is_paid_ahead_is_exposed_until_its_time_has_come() -> None:
    """What recurs so many times is earned month by month, not on the day it begins."""
    care = {"id": "care", "price": 100, "every": "month", "times": 6}
    ahead = [
        {"id": "deposit", "percent": 50, "due": {"after": "acceptance"}},
        {"id": "rest", "balance": True, "due": {"after": "a"}},
    ]
    found = seen(planned(tasks=[task("a", "1000", days=2), care], payments=ahead))
    told = days(found)
    assert told["04-06"] == ("800.00", "500.00", "300.00")
    assert told["04-07"] == ("1600.00", "1000.00", "600.00")
    # The first month ends before the day of the month on which it began: 7 April is day 2.
    assert told["05-06"] == ("1600.00", "1100.00", "500.00")
    assert (found.peak.on, f"{found.peak.exposure:f}") == (date(2026, 3, 20), "800.00")
    assert f"{found.days[-1].exposure:f}" == "0.00"
    assert found.days[-1].on == date(2026, 10, 6)
