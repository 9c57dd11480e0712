"""How a price comes about, in words: `24 hours × €85.00`."""

from decimal import Decimal

from quotekit.pricing import Line
from quotekit.rendering.number_shape import decimals_of
from quotekit.rendering.quantities import ONE
from quotekit.rendering.sheet import Sheet


class Calculations:
    """Say for each line what is multiplied with what."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the words once; a long quote says them ten thousand times."""
        self._sheet = sheet
        self._quantities = sheet.quantities
        self._times = sheet.wording.say(
            "{quantity} × {price}", quantity="{quantity}", price="{price}"
        ).format
        self._times_per = sheet.wording.say(
            "{quantity} × {price} / {per}", quantity="{quantity}", price="{price}", per="{per}"
        ).format
        self._prices: dict[Decimal, str] = {}

    def said(self, line: Line) -> str:
        """Say quantity and price; nothing for a fixed price that counts once."""
        task = line.task
        if task.every is not None:
            return self._recurring(line)
        if line.rate is None and task.unit is None and task.per is None and line.quantity == ONE:
            return ""
        return self._once(line, line.quantity)

    def _price(self, price: Decimal) -> str:
        said = self._prices.get(price)
        if said is None:
            said = self._prices[price] = self._sheet.formats.price(price)
        return said

    def _once(self, line: Line, quantity: Decimal) -> str:
        if line.rate is None and quantity == ONE and line.per == ONE and line.unit is None:
            return ""
        amount = self._quantities.said(quantity, line.unit)
        if not self._tells_price(line, quantity):
            return amount
        price = self._price(line.price)
        if line.per != ONE:
            per = self._quantities.said(line.per, line.unit)
            return self._times_per(quantity=amount, price=price, per=per)
        return self._times(quantity=amount, price=price)

    def _tells_price(self, line: Line, quantity: Decimal) -> bool:
        """Say whether the price of a unit stands beside the quantity.

        Not where the total says it already, where tiers give several, and not for an expense whose
        markup would show in fractions of the smallest coin.
        """
        task = line.task
        if line.price.is_zero():
            return False
        if line.rate is not None:
            return not tiers_reached(line)
        if quantity == ONE and line.per == ONE:
            return False
        marked_up = task.markup is not None and not task.markup.is_zero()
        return not marked_up or decimals_of(line.price) <= self._sheet.formats.decimals

    def _recurring(self, line: Line) -> str:
        task = line.task
        every = str(task.every)
        each = self._quantities.each_period(every)
        quantity = ONE if task.quantity is None else task.quantity
        alone = line.rate is None and quantity == ONE and line.unit is None and line.per == ONE
        if task.times is None:
            if alone:
                return each
            said = self._once(line, line.quantity)
            return self._sheet.wording.say("{calculation}, {each}", calculation=said, each=each)
        periods = self._quantities.periods(task.times, every)
        if alone:
            if line.price.is_zero():
                return periods
            return self._times(quantity=periods, price=self._price(line.price))
        said = self._once(line, line.quantity)
        return self._sheet.wording.say(
            "{calculation}, over {periods}", calculation=said, periods=periods
        )


def tiers_reached(line: Line) -> bool:
    """Say whether a part of the quantity, at its highest, has another price."""
    if line.rate is None or not line.rate.tiers:
        return False
    estimate = line.task.estimate
    highest = line.quantity if estimate is None else estimate.high
    return highest > line.rate.tiers[0].above
