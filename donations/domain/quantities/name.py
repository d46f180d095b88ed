"""The name beside an amount: freed of what only joins it to the amount, its specification apart."""

import unicodedata
from functools import cache
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain import text as texts
from donations.domain.quantities import numerals
from donations.domain.quantities.frames import FRAMES
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.swallowed import refuse_more_than_goods
from donations.domain.quantities.words import AND, TOGETHER
from donations.domain.units import units

_NO_NAMES = frozenset(
    [
        *FRAMES,  # 盒饭每天150份，10天
        "nan",
        "inf",
        "infinity",
        "null",
        "none",
        "undefined",
        "nil",
        "na",
        "n/a",
        "#n/a",
        "#ref",
        "#value",
        "#name",
        "#div/0",
        "#num",
        "#null",
        "true",
        "false",
        "each",
        "every",
        "total",
        "per",
    ]
)


_PUNCTUATION = " \x01),;，；。/-—!！."


@cache
def _remark() -> Pattern[str]:
    """What begins a remark about the goods before it, and the goods that begin alike (含氯消毒片, 送风机)."""
    return pattern(
        r"规格|型号|品牌(?=[:为是])|大小不|尺寸|尺码|备注|专项|专用|支持(?!架)|分别|不等|给(?!水|药|排|氧|料)|送(?!风|料|话|餐)|赠(?!品)|由|已|含(?!氯|片|糖|漱)|另|到货|生产(?!设备|线)|"
        r"保质期|有效期|产地|颜色|包装(?!袋|盒|箱|纸|材|机|膜|带)|等(?!离子)|未|全新|可用|使用|\(|in |with |" + _ASIDES
    )


_ASIDES = r"其中|价值|单价|总价|规格[:为是]?|型号|用于|捐给|捐至|捐往|送给|送往|送至|送到|赠给|赠予|发往|寄往|运往|分给|定向|指定|支援|资助|备注|内含|不含|均为|每|尺寸|for |to |from |each(?![a-z])|apiece|per (?:box|bag|carton|pack|case|bottle)(?![a-z])"
"""What goes on about the goods even where it names further amounts: 其中N95 200个, 捐给3家医院."""


@cache
def _aside() -> Pattern[str]:
    return pattern(_ASIDES)


@cache
def _join_behind_name() -> Pattern[str]:
    """What stands between a name and its amount: 口罩：5000个, 口罩 x 5000, 口罩 数量 5000."""
    return pattern(
        rf"(?:[ :,，、;；=(—\-~_|/]|×|(?<![a-z])x(?![a-z])|(?:捐赠|捐款|总)?数量为?|数目|合计|{TOGETHER}|共计|总计|总共|一共|共有|共|各|(?<![a-z])(?:a total of|total|qty|quantity)(?![a-z])|[\x01])*$"
    )


@cache
def _join_before_name() -> Pattern[str]:
    """What stands between an amount and its name: 500斤的蔬菜, 500 kg of rice."""
    return pattern(r"(?:[ :,，、;；=)—\-_|.]|×|(?:的|之)(?!确良)|x (?=[a-z])|of (?:the )?|worth of |\x01)*")


@cache
def _lead() -> Pattern[str]:
    """What may stand in front of an amount that begins a gift."""
    return pattern(
        rf"(?:(?:共|现|已|累计)?(?:{_VERBS}|送)(?:了|到|给)?|"
        r"[ (:,，、;；。=\-—|\x01]|(?:合?共|合计|累计|一共|总共)?(?:捐赠了?|捐献了?|捐出|捐了|捐助|捐|赠送|赠|收到|接收|购买)了?|共计|合计|合共|总计|一共|总共|共|其中|另有|另外|另|还有|"
        r"以及|和|与|及|跟|价值的?|的|(?<![a-z])(?:donated|received|gave|bought|purchased|sent|delivered|distributed|handed out|we|donation of|donation|a total of|total of|and|plus|another)(?![a-z])|&|\+|✓|√|★|●|■|◆|#)*"
    )


_VERBS = r"赠送(?!装|品)|送来|送出|送上|购买|采购|购置|购入|购进|发放|发出|领取|领用|领到|接受|收下|接收(?!设备|天线|装置|终端|模块)"
_THINGS = "箱|柜|车|机|器|单|卡|券|证|表|款|费|税|站|点|架|袋|台|处|书|牌|册|品|包|员|商|方|人|装|清单|订单|合同|卡券|凭证|通知"
"""What with a verb before it is a thing of its own: 采购箱, 接收机, 领取单."""
_SENT = "来|出|上|水车|水泵|风|料|餐|货|气|丝|检|样|药|变|子|站|话|信|报|电|温暖|福|给|往|至|到|审|达|$"
"""What makes a name with 送 before it: 送水车, 送风机, 送货单."""


@cache
def _receiver() -> Pattern[str]:
    return pattern(r"(?<=[A-Za-z)]) to (?:the|our|a) .*$")


@cache
def _signs_around() -> Pattern[str]:
    """Bullets, ticks and emoji around a name."""
    return pattern(r"^[^\w(（\[【［〔{《<#.%°∞①-⓿½¼¾²³¹+-]+|^-+(?=[^0-9])|[☀-➿️\U0001f300-\U0001faff ]+$")


@cache
def _giving() -> Pattern[str]:
    return pattern(
        r"(?:共|合计|累计|今天|今日|昨天|昨日|刚刚|刚|现|已)?(?:捐赠了?|捐献了?|捐出了?|捐了|捐助了?|收到了?|捐(?!款|资|助|物|书|衣|赠|献|出|了|血|建))[ :]?(?!箱|证|书|品|者|资|款|物|仪|衣|牌|站|点|柜|金$|$)"
        r"|(?:向|为|给)[我本](?:单位|协会|商会|中心|基金会|[会院校县市区镇乡村社所馆园站队])(?:捐赠了?|捐献了?|捐助了?|捐出了?|赠送了?)(?=.)"
        rf"|[共现已]?(?:{_VERBS})[了到给]?[ :]?(?!(?:{_THINGS})?(?:$|[ (]))|送了?(?!{_SENT})[ :]?|赠(?![品送阅书言券票卡])|另有|另外|还有|以及|(?:品名|名称|物资|物品|物资名称|物品名称):"
        r"|and |plus |& |(?:we )?(?:donated|gave|received|bought|purchased|sent|delivered|distributed|handed out) "
    )


@cache
def _connector() -> Pattern[str]:
    return pattern(rf"[ ,]*(?:{AND}|及|以及|跟|&|\+|and |plus )[ ]*")


@cache
def _closing_connector() -> Pattern[str]:
    return pattern(r"[ ]*(?:和|与|及|以及|跟|&|\+| and| plus|[ ,，、;；。])+$")


@cache
def _specified() -> Pattern[str]:
    return pattern(r"([^()]*[^() ]) ?\(((?:[^()]|\) ?\()*)\)?[) ]*")


@cache
def _between_brackets() -> Pattern[str]:
    return pattern(r"\) ?\(")


@cache
def _specified_first() -> Pattern[str]:
    return pattern(r"\(([^()]+)\) ?([^()]+)")


@cache
def _no_name() -> Pattern[str]:
    return pattern(r"(?<![a-z])(?:nan|inf|infinity|null|undefined)(?![a-z])|[∞√∑∏∫∂≠≤≥≈±∝]")


@cache
def _blank_before_size() -> Pattern[str]:
    return pattern(r"(?<=[㐀-鿿%]) (?=[0-9][0-9.]*(?:ml|l|g|kg|mg|cc|毫升|升|克|毫克|公斤|千克|斤)$)")


def _holds_odd_digit(item: str) -> bool:
    """①②, 5² and ½ are no names, while ² and ₂ belong to letters (m², CO₂)."""
    if any(unicodedata.category(character) == "Nd" and not fold(character).isascii() for character in item):
        return True
    odd = (place for place, character in enumerate(item) if unicodedata.category(character) == "No")
    return any(not (item[place - 1 : place].isascii() and item[place - 1 : place].isalpha()) for place in odd)


def before_amount(text: str, low: str) -> str:
    """The name in `text` that stands in front of an amount; empty where nothing of a name does."""
    found = _join_behind_name().search(low)
    return _freed(text[: found.start()] if found else text)


def behind_amount(text: str, low: str) -> str:
    """The name in `text` that stands behind an amount; empty where nothing of a name does."""
    found = _join_before_name().match(low)
    return _receiver().sub("", _freed(text[found.end() :] if found else text))


@cache
def _quoted() -> Pattern[str]:
    return pattern(r"^([^\w“\"]*)[“\"]([^“”\"]{1,20})[”\"](?=[\w(（])|(?<=\w)[“\"]([^“”\"]{1,20})[”\"](?=[^\w”\"]*$)")


def _freed(text: str) -> str:
    text = _quoted().sub(r"\1\2\3", text) if "“" in text or '"' in text else text  # “84”消毒液
    name = text.replace("\x01", " ").strip(" ,，、;；。:：.!！?？=_|~/\"'“”‘’")
    name = _signs_around().sub("", name)
    low = lowered(fold(name))
    while (found := _giving().match(low)) and found.end() < len(low):
        name, low = name[found.end() :].lstrip(), low[found.end() :].lstrip()
    return "" if not any(character.isalnum() for character in low) else name


@cache
def _form_unfilled() -> Pattern[str]:
    return pattern(r"(?:[?？_…*×]+|\.{2,}|x{2,}) ?([\u4e00-\u9fff]{1,2})$")


def is_unfilled(low: str) -> bool:
    """Whether the number of a form is still to be filled in: 口罩__个, 口罩？个."""
    found = _form_unfilled().search(low)
    return found is not None and found[1] in units()


def without_and_so_on(name: str) -> str:
    """口罩等 as 口罩."""
    shorter = name.removesuffix("等").removesuffix("等")
    return shorter or name


def without_connectors(text: str, *, first: bool, last: bool) -> str:
    """One of several goods, without the 和 or and that joins it to the one before or behind it."""
    low = lowered(fold(text))
    begin = None if first else _connector().match(low.lstrip())
    if begin:
        text = text.lstrip()[begin.end() :]
    end = None if last else _closing_connector().search(lowered(fold(text)))
    return text[: end.start()] if end else text


def sized(item: str, size: str) -> str:
    """The item with the size of one of it: 酒精500ml, cola 500ml."""
    if not size or lowered(fold(item)).replace(" ", "").endswith(lowered(fold(size))):
        return item
    return item + (" " if item[-1].isascii() and item[-1].isalpha() else "") + size


def is_lead(low: str) -> bool:
    """Whether `low` is nothing but words such as 捐赠 or 共计 in front of an amount."""
    return _lead().fullmatch(low) is not None


def is_remark(low: str) -> bool:
    """Whether what stands behind an amount speaks about it, and is no name (规格大小不一)."""
    stripped = low.lstrip(" \x01")
    return not stripped or stripped[0] in _PUNCTUATION or _remark().match(stripped) is not None


@cache
def _model() -> Pattern[str]:
    """A model or size behind an amount: 口罩500个（KN95）, 口罩500个 N95, 防护服20套(XL)."""
    return pattern(
        r" ?(?:\( ?((?!rmb|cny|usd|no|x[0-9])[a-z]{1,4}-?[0-9]{1,4}[a-z]?(?:型|级|号)?|(?:x{0,4}|[2-6]x)[sml](?:号|码)?) ?\)|(k?n(?:95|99|100)|kf94|ffp[123]))[ 。.,，;；]*$"
    )


def with_model(name: str, text: str, low: str) -> str:
    """The name that stands before an amount, with the model that stands behind it (`text`), where it has none of its own."""
    found = _model().match(low)
    if found is None or fold(name).endswith(")"):
        return name
    model = text[found.start(found.lastindex or 0) : found.end(found.lastindex or 0)]
    return name if lowered(model) in lowered(fold(name)) else f"{name}（{model}）"


def is_aside(low: str) -> bool:
    """Whether what stands behind an amount is about it even where it holds amounts itself (其中N95 200个)."""
    stripped = low.lstrip(_PUNCTUATION + "(")
    return not stripped or _aside().match(stripped) is not None


@cache
def _size() -> Pattern[str]:
    return pattern(r"(?:(?:x{0,4}|[2-6]x)[sml]|[特加]?[大中小]|均|[0-9]{2})[码号]?")


def is_size(low: str) -> bool:
    """Whether a name is only a size that goods are of: L码, 均码, 中号."""
    return _size().fullmatch(low) is not None


def named(name: str, got: str) -> tuple[str, str | None]:
    """The item and its specification: 口罩（N95） is 口罩 and N95.

    Raises NoQuantity where there is no name, NoNumber for words such as NaN in it, NameTooLong, SeveralReadings.
    """
    folded = fold(name)
    found = _specified().fullmatch(folded)
    item, specification = name, None
    if found:
        inside = _between_brackets().split(folded[found.start(2) : found.end(2)])
        item, specification = name[: found.end(1)], name[found.start(2) : found.end(2)].strip(" ,，、:：")
        if len(inside) > 1:
            specification = "，".join(piece.strip() for piece in inside)
    elif first := _specified_first().fullmatch(folded):
        item, specification = name[first.start(2) :], name[first.start(1) : first.end(1)]
    item = texts.tidy(item.strip(" ()（）[]【】"))
    low = lowered(fold(item))
    refuse_more_than_goods(item, low, got)
    if is_size(low) or low.rstrip("!?") in _NO_NAMES or not any(character.isalnum() for character in low):
        raise errors.NoQuantity(got=got[:60])
    if not low.isascii() and numerals.is_han(low):
        raise errors.NoQuantity(got=got[:60])
    if _no_name().search(low) or _holds_odd_digit(item):
        raise errors.NoNumber(got=got[:60])
    blank = _blank_before_size().search(low)
    if blank:  # 酒精 500ml and 酒精500ml are one item
        item = item[: blank.start()] + item[blank.end() :]
    return texts.name(item), specification or None
