"""What happened with a client, as a quote states it."""

import pytest

from quotekit.advice import VETOES, WEIGHTS, Signal, stated_signals
from quotekit.errors import InvalidInputError


def test_names_and_maps() -> None:
    """A signal is a name, or a map that says how often and what shows it."""
    stated = ["price_doubted", {"signal": "late_answers", "times": "2", "evidence": "mails"}]
    assert stated_signals(stated) == (
        Signal("price_doubted"), Signal("late_answers", 2, "mails"),
    )  # fmt: skip


@pytest.mark.parametrize("name", WEIGHTS)
def test_weight(name: str) -> None:
    """Each weighs more the more often it was seen, three times being the most."""
    weights = [Signal(name, times).weight for times in (0, 1, 2, 3, 9)]
    once = WEIGHTS[name]
    assert weights == [0, once, 2 * once, 3 * once, 3 * once]
    assert not Signal(name, 9).is_veto


@pytest.mark.parametrize("name", VETOES)
def test_veto(name: str) -> None:
    """A veto weighs nothing by itself: it decides; one that never happened does not."""
    assert Signal(name).is_veto
    assert (Signal(name).weight, Signal(name, 0).is_veto) == (0, False)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("price_doubts", 'there is no signal "price_doubts"; did you mean price_doubted?'),
        ("grumpy", 'there is no signal "grumpy"; known: specification_changes'),
        (5, "this is no signal; write a name, or {signal: …, times: 2, evidence: …}"),
        ({"times": 2}, "this is no signal"),
        ({"signal": "late_answers", "times": "often"}, '"often" is no number of times; write'),
        ({"signal": "late_answers", "times": "-1"}, '"-1" is no number of times; write 1'),
        ({"signal": "late_answers", "who": "Jonas"}, '"late_answers" has more to it'),
    ],
)
def test_refused(stated: object, said: str) -> None:
    """What is no signal is refused at its place, all of them at once."""
    with pytest.raises(InvalidInputError) as refusal:
        stated_signals(["late_answers", stated, stated])
    first, second = refusal.value.faults
    assert (first.path, second.path) == ("private.signals[1]", "private.signals[2]")
    assert first.message in said.partition(";")[0] or said in str(first)
    assert said in str(first)


def test_stated_several_times() -> None:
    """One entry for each piece of evidence is one signal, with all times and all evidence."""
    stated = [
        {"signal": "price_doubted", "evidence": "mail of 3 March"},
        "late_answers",
        {"signal": "price_doubted", "times": 2, "evidence": "call of 5 March"},
        "price_doubted",
    ]
    assert stated_signals(stated) == (
        Signal("price_doubted", 4, "mail of 3 March; call of 5 March"),
        Signal("late_answers"),
    )
