"""Hypothesis strategies for whole quote files, as plain data with every scalar as text."""

from hypothesis import strategies as st

from tests.properties.drawn_edits import edits
from tests.properties.drawn_payments import draw_payments, draw_schedule
from tests.properties.drawn_tasks import LETTERS, Document, Draw, rates, tasks
from tests.properties.drawn_terms import draw_adjustments, draw_choices, draw_money, draw_taxes

__all__ = ["documents", "edits"]


@st.composite
def documents(draw: Draw) -> Document:
    """Draw a valid quote file of one to five tasks."""
    document: Document = {
        "quotekit": "quote/1",
        "number": "Q-1",
        "title": "Job",
        "date": "2026-01-05",
        "seller": {"name": "Seller"},
        "client": {"name": "Client"},
    }
    draw_money(draw, document)
    draw_taxes(draw, document)
    count = draw(st.integers(0, 2))
    if count:
        document["rates"] = {name: draw(rates()) for name in ("design", "build")[:count]}
    if draw(st.booleans()):
        document["phases"] = {"first": "First phase", "second": "Second phase"}
    document["tasks"] = []
    for name in LETTERS[: draw(st.integers(1, 5))]:
        earlier = [task["id"] for task in document["tasks"]]
        document["tasks"].append(draw(tasks(name, document, earlier)))
    draw_choices(draw, document)
    draw_adjustments(draw, document)
    if draw(st.booleans()):
        draw_schedule(draw, document)
    if draw(st.booleans()):
        draw_payments(draw, document)
    return document
