"""Who offers and who buys."""

from quotekit.quotes.model import Written
from quotekit.values import Text, Title


class Seller(Written):
    """Name the freelancer or studio, with the labels its country asks for.

    The labels of `ids` and `pay_to` are free text (`USt-IdNr.`, `N° TVA`) and print as written.
    """

    name: Title
    address: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    ids: dict[Title, Text] = {}
    pay_to: dict[Title, Text] = {}


class Client(Written):
    """Name who the quote is for; `reference` is the client's own, such as an order number."""

    name: Title
    contact: Text | None = None
    address: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    ids: dict[Title, Text] = {}
    reference: Text | None = None
