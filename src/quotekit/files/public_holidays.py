"""Public holidays, looked up in the optional package that knows them."""

import warnings
from datetime import MAXYEAR, date
from functools import lru_cache

YEARS = 10
"""How many years are looked up, the first of them included."""


@lru_cache(maxsize=256)
def holiday_dates(region: str, year: int) -> frozenset[date]:
    """Return the public holidays of a region of ISO 3166, for ten years from `year` on.

    Raises `LookupError`, with the fact and the remedy, where the region is not known or the
    package `holidays` is not installed.
    """
    try:
        import holidays  # noqa: PLC0415 - optional, and slow to import
    except ImportError:
        raise LookupError(
            f"the holidays of {region} are looked up with the package holidays, which is missing",
            "install quotekit-freelance[holidays], or write the dates themselves",
        ) from None
    country, _, part = region.partition("-")
    years = range(year, min(year + YEARS, MAXYEAR + 1))
    try:
        with warnings.catch_warnings():
            # Some calendars are known for some years only, and say so as a warning.
            warnings.simplefilter("ignore")
            return frozenset(holidays.country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        # This is how `holidays` says that it does not know a country or a part of one.
        known = holidays.list_supported_countries(include_aliases=False)
    if country not in known:
        raise LookupError(
            f"the holidays of {country} are not known", "write the dates themselves"
        ) from None
    parts = ", ".join(f"{country}-{part}" for part in known[country])
    raise LookupError(
        f"the holidays of {region} are not known",
        f"write {country}, or one of {parts}" if parts else f"write {country}",
    )
