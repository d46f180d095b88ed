"""Several goods in one cell, and how many of each in the cell beside it: 大米、面粉 beside 20袋、5箱."""

from collections.abc import Mapping

from donations.domain.catalogue import common_named
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import InField
from donations.importers.words.counting import names_amount

ONE_FOR_EACH = N_("one for each of the goods in this row, in their order; or each of the goods in a row of its own")
PRICE_OF_EACH = N_("each of the goods in a row of its own: nothing says which of them the price is of")

_AMOUNT = pattern_of(r"(?:约|近|共)?\s*[0-9０-９一二两三四五六七八九十百千万半几]")
_WITH_UNIT = pattern_of(r"[约近]?[0-9]\S*[\u3400-\u9fff]\S*")
_NAME = pattern_of(r"[\u3400-\u9fff]{2}")
_GROUP = pattern_of(r"[0-9０-９]{3}(?![0-9０-９])")
_JOINED = pattern_of(r"[/+和与及]")
_SIGNS = "、；;，,\n"
_OPEN, _CLOSE = "(（[【", ")）]】"


def paired(cells: Mapping[str, str]) -> list[dict[str, str]] | None:
    """The cells of item, quantity, unit and specification of each of the goods that a row lists; None where it lists none.

    Raises InField where there are more or fewer quantities than goods.
    """
    names, amounts = apart(cells.get("item", "")), apart(cells.get("quantity", ""))
    if len(names) == len(amounts) == 1:
        names, amounts = _between_slashes(names[0], amounts[0]) or _between_blanks(names[0], amounts[0])
    if len(names) == 1 or len(amounts) == 1 or not all(map(_AMOUNT.match, amounts)):
        return None
    if len(names) != len(amounts):
        raise InField("quantity", ONE_FOR_EACH, cells.get("quantity", ""))
    if cells.get("price"):
        raise InField("price", PRICE_OF_EACH, cells["price"])
    beside = {field: _of_each(field, cells.get(field, ""), len(names)) for field in ("unit", "specification")}
    return [
        {"item": name, "quantity": amount, **{field: said[place] for field, said in beside.items()}}
        for place, (name, amount) in enumerate(zip(names, amounts, strict=True))
    ]


def refuse_one_amount(cells: Mapping[str, str], packs: object) -> None:
    """Refuse one amount in two measures, 20袋5箱, or beside amounts of their own, of several goods. Raises InField."""
    item = cells.get("item", "")
    parts = apart(item)
    joined = [name.strip() for name in _JOINED.split(item)]
    several = len(parts) > 1 or (len(joined) > 1 and all(common_named(name) for name in joined))
    if several and (packs is not None or (len(parts) > 1 and all(map(names_amount, parts)))):
        raise InField("quantity", ONE_FOR_EACH, cells.get("quantity", ""))


def _between_slashes(names: str, amounts: str) -> tuple[list[str], list[str]] | None:
    """As many names as amounts, each of which has its unit: 口罩/手套 beside 50只/20双; None of anything else."""
    named, counted = ([part.strip() for part in text.split("/")] for text in (names, amounts))
    alike = len(named) == len(counted) > 1 and all(_WITH_UNIT.fullmatch("".join(each.split())) for each in counted)
    packings = {each.lstrip("0123456789.,") for each in counted}
    may_be_one = len({name[-1:] for name in named}) == 1 < len(packings)  # 矿泉水/饮用水 of 10箱/240瓶
    return (named, counted) if alike and all(map(_NAME.search, named)) and not may_be_one else None


def _between_blanks(names: str, amounts: str) -> tuple[list[str], list[str]]:
    """As many names as amounts, 大米 面粉 beside 20袋 5箱; else each as one. Raises InField where it may be either."""
    named, counted = names.split(), amounts.split()
    alike = len(named) == len(counted) > 1 and all(map(_WITH_UNIT.fullmatch, counted)) and all(map(_NAME.search, named))
    if not alike:
        return [names], [amounts]
    if not all(common_named(name) for name in named):  # 医用 口罩 beside 2箱 400只
        raise InField("quantity", ONE_FOR_EACH, amounts)
    return named, counted


def _of_each(field: str, text: str, many: int) -> list[str]:
    said = apart(text)
    if len(said) == many:
        return said
    if len(said) > 1 or (text and field == "specification"):
        raise InField(field, ONE_FOR_EACH, text)
    return [text] * many


def apart(text: str) -> list[str]:
    """The parts of a text between signs that stand in no brackets, and in no number (1,000)."""
    parts, begin, depth = list[str](), 0, 0
    for place, sign in enumerate(text):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        grouped = sign in ",，" and text[place - 1 : place].isdigit() and _GROUP.match(text, place + 1)
        if sign in _SIGNS and depth <= 0 and not grouped:
            parts.append(text[begin:place].strip())
            begin = place + 1
    return [part for part in (*parts, text[begin:].strip()) if part] or [""]
