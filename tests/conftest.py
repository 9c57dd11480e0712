"""What every test may ask for: goldens, and how hard Hypothesis tries."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.golden import Golden

# Shared machines are slow at odd moments, which says nothing about the code: no deadline. A gate
# must answer alike twice, so by default the examples are always the same ones.
settings.register_profile(
    "modest",
    max_examples=50,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", settings.get_profile("modest"), max_examples=2000, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "modest"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way in which goldens are rewritten."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the goldens anew instead of comparing with them; read the diff afterwards",
    )


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return what compares a document with its golden: `golden(path, made)`."""
    return Golden(update=bool(request.config.getoption("--update-golden")))
