"""Names of units that are known, and so translated; any other text prints as written."""

KNOWN_UNITS = frozenset(
    {
        "character", "day", "hour", "image", "item", "kilometer", "minute", "month", "night",
        "page", "round", "set", "square_meter", "standard_page", "week", "word", "year",
    }
)  # fmt: skip
