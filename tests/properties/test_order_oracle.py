"""The change-order policy of the engine held against an independent reading of its rules."""

from hypothesis import given

from tests.properties.drawn_requests import Chain, chains
from tests.properties.played_orders import expected_figures, figures, played


@given(chains())
def test_orders_agree_with_the_oracle(chain: Chain) -> None:
    """Every figure of every order of a chain is what an independent reading of the policy gives."""
    for one in played(chain):
        assert figures(one.order) == expected_figures(one.step.order)
