"""Numbers where none belongs: in the cell of a unit, 500ml瓶 or 箱/24瓶, and behind the name of goods, 口罩500个 beside 500."""

from collections.abc import Mapping
from functools import lru_cache

from donations.domain.amount import Certainty
from donations.domain.quantities.chain import chains
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.size import holds
from donations.domain.units import Rank, spellings, unit_named
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import SAID_TWICE, InField, plain_number
from donations.importers.words.counting import Counted
from donations.importers.words.heading_measures import LONGEST_HEADING, measure_named
from donations.importers.words.heading_words import normal
from donations.importers.words.own_currency import MONEY_UNITS

UNIT_ALONE = N_(
    "a unit alone, such as 箱; what one of them holds stands as 24瓶/箱, and how big it is in a column 规格"
)
A_UNIT_OF_GOODS = N_(
    "a unit of goods, such as 个: what they are worth belongs below the heading 价值（元）, and money that was given is called 资金"
)

_CASH = "现金"
_DIGIT = pattern_of("[0-9]")
_PACKED = pattern_of(
    r"[0-9].{0,30}/|[0-9]{1,3}件套|[a-z].{0,20} (?:of|x) ?[0-9]|[^0-9]{1,20}\(|[0-9]{1,6} ?[a-z ]{0,12}(?:/|per )"
)
"""24瓶/箱, box of 50 and 箱（24瓶）, which are read as they stand."""
_SIZED = pattern_of(
    r"([0-9][0-9.]{0,9}) ?(ml|l|mg|g|kg|毫升|升|毫克|克|公斤|千克|斤) ?(/|装|的)? ?([\u3400-\u9fff]{1,3})"
)


def with_unit_alone(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells of a row with the size that its unit says, 500ml瓶 or 500ml/瓶, among its specifications; 500 of 元 is cash, where no
    goods are named. Raises InField.
    """
    unit = cells.get("unit", "")
    if unit in MONEY_UNITS and cells.get("item") == "" and cells.get("quantity"):
        return {**cells, "item": _CASH}
    if not _DIGIT.search(fold(unit)) or unit.casefold() in spellings():
        return cells
    sized = _SIZED.fullmatch(lowered(fold(unit)))
    number = plain_number(sized[1]) if sized else None
    if sized is not None and number is not None and sized[4] in spellings():
        size = Count(0, 0, number, unit_named(sized[2]))
        if sized[3] != "/" or holds(unit_named(sized[4]), size):  # 20kg/袋 is so much of it, 500ml/瓶 is a bottle
            beside = cells.get("specification", "")
            size_said = f"{sized[1]}{unit[sized.start(2) : sized.end(2)]}"
            return {**cells, "unit": sized[4], "specification": f"{beside}，{size_said}" if beside else size_said}
    if not _PACKED.match(lowered(fold(unit))):
        raise InField("unit", UNIT_ALONE, unit)
    return cells


def refuse_unit_of_money(cells: Mapping[str, str], count: Counted) -> None:
    """Goods are not counted in yuan: 口罩 beside 600 and 元 may be masks worth that much, or money for masks. Raises InField."""
    if count.number is not None and cells.get("unit") in MONEY_UNITS:
        raise InField("unit", A_UNIT_OF_GOODS, cells["unit"])


@lru_cache(maxsize=8192)
def own_amount(item: str) -> Count | None:
    """The amount behind a name of goods, 500个 of 口罩500个; None where there is none, or it says how big one of them is."""
    low = lowered(fold(item))
    if not item or item.isalpha():
        return None
    found = chains(low)
    if len(found) != 1 or len(found[0].counts) != 1 or found[0].end != len(low) or not found[0].start:
        return None
    count = found[0].first
    plain = (
        count.number is not None
        and count.certainty is Certainty.EXACT
        and not (count.fault or count.per or count.glued)
    )
    return count if plain and count.unit is not None and count.unit.rank is not Rank.MEASURE else None


def without_own_amount(cells: Mapping[str, str], found: Counted) -> Mapping[str, str]:
    """The cells of a row whose item repeats how much there is, 口罩500个 beside 500个, without that.

    Raises InField where the two differ: 口罩500个 beside 300个.
    """
    item = cells.get("item", "")
    count = own_amount(item)
    if count is None or count.unit is None or found.number is None or found.unit != count.unit.name:
        return cells
    if count.number != found.number:
        raise InField("quantity", SAID_TWICE, f"{item} {cells.get('quantity', '')}")
    return {**cells, "item": item[: count.start].rstrip(" ：:，,")}


def says_measure(cell: str) -> bool:
    """Whether a cell says what money or goods are counted in: 万元, 千只."""
    return len(cell) < LONGEST_HEADING and measure_named(normal(cell)) is not None
