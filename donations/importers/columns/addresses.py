"""Places and addresses beside gifts: the city of one says where a gift belongs; those abroad say nothing of it, nor of the gift's
state; and places that are the only ones who can have received what went out.
"""

from donations.domain.addresses import place_in_address
from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import ADDRESS, Column
from donations.importers.columns.name_parts import NAMED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_PARTS = ("state", "zip", "zipcode", "postalcode", "postcode", "state/province", "country")
_WHOSE = r"(?:billing|mailing|shipping|home|preferred|primary|donor|supporter|buyer)"
_OF_ONE = pattern_of(
    rf"{_WHOSE}?[-_]?(?:city|state(?:code)?|region|province|county|country)(?:/?(?:province|region))?(?:[(](?:billing|shipping|mailing|home)[)])?"
)
_BLOCK = pattern_of(rf"{_WHOSE}|[(](?:billing|shipping|mailing|home)[)]$")
_CALLED = r"(?:地址|住址|所在地|住所地?)"
_WHOSE_TAKER = r"收货|收件|收物|接收|接受|受赠|受捐|受助|受援|受益|发放|配送|送货|送达|领取|领用|使用|捐往|投放"
_OF_TAKER = pattern_of(
    rf"(?:{_WHOSE_TAKER})(?:人|方|单位|机构|者|对象|物资)?(?:的)?(?:详细)?{_CALLED}|(?:recipient|delivery|shipping|ship-?to|consignee|receiver)(?:s|['’]s)?[._ ]?address"
)
_OF_GIVER = pattern_of(
    rf"(?:捐[赠款助献资]|赞助|付款|寄件|寄出|发货|汇款)(?:人|方|单位|企业|机构|者|个人)?(?:的)?(?:详细|联系|通[讯信])?{_CALLED}|(?:donor|billing|sender|sponsor|supporter|contributor|buyer|customer)(?:s|['’]s)?[._ ]?address"
)
_OF_EITHER = pattern_of(
    rf"(?:您的?|本人)?(?:详细|联系|通[讯信]|家庭|单位|公司|企业|机构|学校|医院|个人|现|居住|现居住|现住|常住|住|办公|工作|工作单位|邮寄|寄送|邮政|具体|所在|省市)?{_CALLED}|(?:full|mailing|home|street|postal|contact|company|work|office|your|permanent)?[._ ]?address(?:line)?(?:1|one)?"
)
_HANDED_OVER = pattern_of(
    r"(?:捐[赠款助献]|赞助|募捐|物资|款物){0,2}(?:捐[赠款助献]|赞助|募捐|交[接付]|移交|签收)(?:仪式)?(?:地点|地|地址|所在地)"
)
"""Where a gift was handed over, 捐赠地点, is where it belongs, whoever gave or received it."""
_BESIDE_NAMES = pattern_of(rf"[/、,&+|及和与(]{_CALLED}\)?$")
_NAMED = ("donor", "recipient")
_RECEIVED, _GIVEN_OUT = ("goods_in", "money_in"), ("goods_out", "spending")


def settle(senses: Senses) -> None:
    """Which columns of places are of addresses abroad, and which says who received what went out."""
    _abroad(senses)
    _that_received(senses)


def with_places(senses: Senses, sort: str) -> None:
    """Addresses say in which city a gift belongs where no column says that: of a gift that of who gave it, of what went on that of
    who got it. Whose an address is its heading says, else the name before it.
    """
    for column in senses.columns:
        column.tells_address = column.field in _NAMED and _BESIDE_NAMES.search(column.said_as) is not None
    is_account = senses.has("spent", "direction") and sort == "money_in"
    has_city = any(senses.cells(column) for column in senses.of("city"))
    if is_account or has_city or sort not in (*_RECEIVED, *_GIVEN_OUT):
        return
    for column in senses.columns:
        if column.field in ("", PASSED) and not column.by_user and _is_of_whom_it_concerns(senses, column):
            column.field = ADDRESS
            column.is_silent = not any(map(place_in_address, senses.cells(column)))


def _is_of_whom_it_concerns(senses: Senses, column: Column) -> bool:
    """Whether a column is of addresses of those whose city counts: who received, where somebody is said to have, else who gave."""
    heading = column.said_as
    if _HANDED_OVER.fullmatch(heading):
        return senses.has("donor", "recipient")
    of_taker, of_giver = (_OF_TAKER.fullmatch(heading) is not None, _OF_GIVER.fullmatch(heading) is not None)
    if not (of_taker or of_giver or _OF_EITHER.fullmatch(heading)):
        return False
    if not senses.has("recipient", "beneficiary"):
        return senses.has("donor")
    if of_taker or of_giver or not senses.has("donor"):
        return not of_giver
    before = [each for each in senses.columns if each.index < column.index and each.field in ("donor", "recipient")]
    return bool(before) and before[-1].field == "recipient"


def _abroad(senses: Senses) -> None:
    """City beside State or Zip is of an address abroad: neither is a place of ours, or a state of the gift; so are the parts of two
    addresses, Billing City and Mailing City, and a region beside its country.
    """
    headings = {column.joined: column for column in senses.columns}
    is_abroad = "city" in headings and not headings.keys().isdisjoint(_PARTS)
    of_one = [column for name, column in headings.items() if _OF_ONE.fullmatch(name)]
    in_block = any(_BLOCK.search(name) for name, column in headings.items() if column in of_one)
    for column in of_one:
        name = column.joined
        is_part = (is_abroad and name in ("city", "state")) or (in_block and _BLOCK.search(name))
        if (is_part or (name == "region" and "country" in headings)) and not column.by_user:
            column.field = PASSED


def _that_received(senses: Senses) -> None:
    """县区 in a list of goods that went out, in which nothing else names anybody, is who received them."""
    places = [column for column in senses.of("county", "city") if not column.by_user]
    is_of_goods = senses.has("item", "quantity") or any(column.goods for column in senses.columns)
    others = (*NAMED, "group", "name", "unit_or_party", "beneficiary", "direction", "money", "spent")
    if len(places) == 1 and senses.way == "out" and is_of_goods and not senses.has(*others):
        places[0].field = "recipient"
