"""What the heading of things says that the numbers beside these count: 物资（件） beside 数量."""

from donations.importers.columns.neighbours import Senses


def settle(senses: Senses) -> None:
    """物资（件） above names says what the numbers beside it count, where nothing else does."""
    things, numbers = ([one for one in senses.of(field) if not one.by_user] for field in ("item", "quantity"))
    if len(things) == len(numbers) == 1 and not senses.has("unit", "unit_or_party") and not numbers[0].said.unit:
        numbers[0].said = numbers[0].said._replace(unit=things[0].said.unit)
