"""Where what a row gave went on to: nowhere yet, for a use, or to several whose shares must be all of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from donations.domain.amount import Certainty, decimal_text
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, GOODS_OUT, MONEY_IN, ONWARD, SPENDING
from donations.importers.rows.drafting import Deal, Who
from donations.importers.rows.row_fields import is_filled
from donations.importers.table import Told
from donations.importers.words.cells import InField
from donations.importers.words.counting import unit_of
from donations.importers.words.goes_on import says_where, where_in
from donations.importers.words.keepers import is_keeper
from donations.importers.words.shares import Share, is_nobody, is_out_of_sight, is_use, of_each_unnamed, shares
from donations.importers.words.stores import is_own_store

NOT_ALL = N_(
    "all of it: what this cell says was given on is not the amount of the row; write what came in and what went out in a table each, or pass the column over with --map HEADING=-"
)
WHO_GOT_IT = N_("the name of who received it: this says only that it went; where nobody knows, --map HEADING=-")
WHO_OF_GOODS = N_("the names of who received it, each before what it got: this says the goods alone")
A_STORE = N_(
    "who received it: this is a store. What stayed there came in: write the stores in a column of their own (仓库), and nothing here; or --map HEADING=store where all of them are stores"
)
EACH_BY_NAME = N_(
    "who received it, each by name with how much it got (东乡镇100箱、西乡镇100箱): this says of several what each got, and not who they are"
)
WENT_ON = N_(
    "The remark says where goods went; they are booked as received and in stock, with the words as note, in rows {rows}. `donations distribute` records what went out; or write who received it in a column of its own, and import that instead"
)
OWN_USE = N_(
    "somebody else: what the association used itself is recorded with `donations adjust use`, and what only moved between stores with `donations transfer`; take the row out"
)
_FEW = 10
"""Smaller numbers without a unit may belong to names: 小区1、小区2."""


def settled(row: dict[str, str], sort: str, keepers: Collection[str] = ()) -> dict[str, str]:
    """The row (its cells by field) without a recipient who is none, 库存 or 采购口罩, or who got nothing of money yet, where a
    column beside says how much: a remark; nor one who keeps the list, for what they received came in. Raises InField.

    `keepers`: their names as `normal` has them.
    """
    text = row.get("recipient", "")
    if sort == GOODS_IN and not text and (where := _where_in(row)):
        return {**row, "stayed": where}
    if text and sort == SPENDING and is_use(text):
        return {**row, "recipient": "", "stayed": text}
    if not text or sort not in (GOODS_IN, MONEY_IN):
        return row
    if is_keeper(text, keepers):
        return {**row, "recipient": "", ONWARD: ""} if ONWARD in row else {**row, "recipient": ""}
    is_unpaid = sort == MONEY_IN and is_filled(row.get("money", "")) and "spent" in row and not is_filled(row["spent"])
    if not (is_unpaid or is_nobody(text) or is_use(text)):
        return row
    return {**row, "recipient": "", "stayed": text}


def told_of(row: Mapping[str, str], drafts: Sequence[Draft]) -> tuple[Told, ...]:
    """What is told of goods that only came, though a remark says where they went."""
    if row.get("recipient") or not all(draft.type == "receipt" for draft in drafts):
        return ()
    goods = any(not line.quantity.is_money for draft in drafts for line in draft.lines)
    said = [row.get("note", ""), *(part for draft in drafts for part in (draft.note or "").split("；"))]
    return (Told(WENT_ON, None),) if goods and any(map(says_where, said)) else ()


def _where_in(row: Mapping[str, str]) -> str:
    """What stands in brackets behind the goods of a row and says who gets them."""
    return where_in(row.get(field, "") for field in ("item", "money_or_goods", "content"))


def passes_on(row: Mapping[str, str], sort: str) -> bool:
    """Whether what the row gives goes straight through to somebody: not money of which a column says how much went to them."""
    goes_apart = sort == MONEY_IN and is_filled(row.get("spent", ""))
    return sort in (GOODS_IN, MONEY_IN) and bool(row.get("recipient")) and not goes_apart


def by_keepers(drafts: tuple[Draft, ...], keepers: Collection[str]) -> tuple[Draft, ...]:
    """The drafts; what those who keep the list gave to somebody went out of what they had, and is no gift that came."""
    return tuple(_of_own(draft) if _is_by(draft, keepers) else draft for draft in drafts)


def _is_by(draft: Draft, keepers: Collection[str]) -> bool:
    donors = draft.parties.get(Role.DONOR, ())
    return draft.type == "relay" and len(donors) == 1 and is_keeper(donors[0], keepers)


def _of_own(draft: Draft) -> Draft:
    """The relay as a distribution."""
    parties: dict[Role, tuple[str, ...]] = {
        role: names for role, names in draft.parties.items() if role not in (Role.DONOR, Role.PAYER)
    }
    lines = tuple(replace(line, flow=Flow.DISTRIBUTED) for line in draft.lines)
    return replace(draft, type="distribution", parties=parties, lines=lines)


def held(
    row: Mapping[str, str], each: tuple[Who, ...] | None, deal: Deal | None, keepers: Collection[str], sort: str
) -> tuple[Who, ...] | None:
    """Whose the row is, where what those received whom a cell names is what it gave, or a part of goods of which the rest
    stayed; one with all of it has its name alone. Raises InField.

    `keepers`: who keeps the list, who received nothing of what went out.
    """
    text = row.get("recipient", "")
    if text and sort == GOODS_OUT and is_keeper(text, keepers):
        raise InField("recipient", OWN_USE, text)
    if sort == GOODS_IN and is_own_store(text):
        raise InField("recipient", A_STORE, text)
    if is_out_of_sight(text):
        raise InField("recipient", WHO_GOT_IT, text)
    if of_each_unnamed(text):
        raise InField("recipient", EACH_BY_NAME, text)
    if not shares(text) or each is None or deal is None:
        return each
    found = _shares(text, deal)
    names = tuple(dict.fromkeys(share.name for share in found))
    if [share.name for share in found] != [share.name for share in shares(text)]:
        each = tuple(who._replace(parties={**who.parties, Role.RECIPIENT: names}) for who in each)
    if (counted := _counted(deal, found)) is None:
        return each
    given, is_goods = counted
    total, stays = _total(found), any(is_nobody(share.name) for share in found)
    if total > given or ((total < given or stays) and not is_goods):
        raise InField("recipient", NOT_ALL, text)
    if len(found) > 1:
        return each
    return tuple(who._replace(parties={**who.parties, Role.RECIPIENT: (found[0].name,)}) for who in each)


def divided(drafts: tuple[Draft, ...], row: Mapping[str, str], deal: Deal) -> tuple[Draft, ...]:
    """The drafts; goods of which a part went on to those whom a cell names came in, and that part of them went out."""
    found = _shares(row.get("recipient", ""), deal)
    counted = _counted(deal, found) if found else None
    if counted is None or (_total(found) == counted[0] and not any(is_nobody(share.name) for share in found)):
        return drafts
    [relay] = drafts
    [line] = relay.lines
    came: dict[Role, tuple[str, ...]] = {
        role: names for role, names in relay.parties.items() if role is not Role.RECIPIENT
    }
    of_one = (line.quantity.number or Fraction(0)) / counted[0]
    return (
        replace(relay, type="receipt", parties=came, lines=(replace(line, flow=Flow.RECEIVED),)),
        *(
            replace(
                relay, type="distribution", parties={Role.RECIPIENT: (share.name,)}, lines=(_part(line, share, of_one),)
            )
            for share in found
            if not is_nobody(share.name)
        ),
    )


def _shares(text: str, deal: Deal) -> tuple[Share, ...]:
    """What each of those got whom a cell names; the goods of the row are no part of their names, 东乡镇棉被100床、大米3吨. Raises InField."""
    goods = [line.quantity.item for _, lines in deal.lines for line in lines if not line.quantity.is_money]
    found: list[Share] = []
    for share in shares(text):
        named = next((item for item in goods if share.name.endswith(item)), "")
        name = share.name.removesuffix(named).rstrip(" :：(（") if named else share.name
        name = share.name if len(name) == 1 else name  # 尚书 50本
        if not name and not found:
            raise InField("recipient", WHO_OF_GOODS, text)
        found.append(share._replace(name=name or found[-1].name))
    return tuple(found)


def _part(line: DraftLine, share: Share, of_one: Fraction) -> DraftLine:
    """What one of several received of the goods of a line, a unit of whose share is so much of theirs."""
    number, unit = share.number * of_one, line.quantity.unit or ""
    written = f"{line.quantity.item}{decimal_text(number)}{unit}"
    quantity = replace(line.quantity, written=written, number=number, packs=None, pack_unit=None, price=None)
    return DraftLine(quantity, Flow.DISTRIBUTED, line.store)


def _total(found: Sequence[Share]) -> Fraction:
    return sum((share.number for share in found), Fraction(0))


def _counted(deal: Deal, found: Sequence[Share]) -> tuple[Fraction, bool] | None:
    """How much the row gave, and whether of goods that came, where that is of one thing and the shares are counted as it is."""
    if len(deal.lines) != 1 or len(deal.lines[0][1]) != 1 or deal.parties > 1:
        return None
    kind, [line] = deal.lines[0]
    quantity, units = line.quantity, {unit_of(share.unit) for share in found}
    if quantity.certainty is not Certainty.EXACT or quantity.number is None:
        return None
    is_goods = kind == "relay" and not quantity.is_money
    if quantity.packs is not None and units == {quantity.pack_unit}:
        return quantity.packs, is_goods
    is_bare = None in units and (quantity.packs is not None or any(one.number < _FEW for one in found))
    return (quantity.number, is_goods) if units <= {quantity.unit, None} and not is_bare else None
