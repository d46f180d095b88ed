"""Who is named in a line that says of one gift who gave and how much; and what stands there and is nobody's name."""

import re

from donations.domain.catalogue import common_named
from donations.domain.slip_words import may_be_person
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import may_sum_up, total_of
from donations.importers.words.names_alone import may_head_givers

_LATIN = pattern_of(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,5}", re.ASCII)
_OTHERS = pattern_of(r"[、，,;；:：。…&=+<>{}\[\]¥￥$€£]|[0-9](?:元|块)|[和与及]$|等$")
"""Between several names, or in no name at all."""
_BOLD = pattern_of(r"^(\*{2,3}|__)([^\s*_][^*]{0,60}?)(?<!_)\1(?!_)")
"""What only says how a name looks behind the day; with one star before it and one behind it, it may be masked."""
_ENCLOSED = pattern_of(r"^[【「『]([^【】「」『』]{1,40})[】」』]$")
_THANKED = pattern_of(r"^(?:感谢|谢谢|鸣谢|致谢|收到|来自)\s?")
_NO_GIVER = pattern_of(
    r"支出|收入|余额|结余|剩余|实[收到]|累计|共[收计捐募]|收到$|到[账帐]$|结算|转[入出]$|提现|手续费|服务器|主机|域名|带宽|流量|证书|费用?$|成本|税|单价|价格"
    r"|会员|套餐|(?:[金银铜钻]|铂金|白金)牌|青铜|白银|黄金|铂金|钻石|档|等级|VIP|[月年季]度|单次|一次性|永久|终身|目标|预算|最[低高少多]|起$|以上|[每/][月年天日次人]"
    r"|一杯|咖啡|奶茶|可乐|鸡腿|礼包"
    r"|^(?:还|尚)?[已尚还][筹募差缺余剩]|缺口|剩下|[一总合]共$|截[至止]|^(?:以前|之前|上[年月期次]|往[年期])|[一二三四五特]等奖|奖[金品项]?$"
    r"|^(?:采?购|买(?!买)|支付(?!宝)|偿还|报销|付给|退[还回给]|上交|转交|交(?![通警运大行投])|发放|发给|拨付?给|送给|看望|慰问|奖励|补助|帮扶|资助(?![者人])|救助(?!站|管理))"
    r"|^付.{1,3}(?:师傅|老板|老师|[款费])"
    r"|^(?:助学|奖学|抗疫|防疫|助老|敬老|扶贫|济困|助困|助残|救灾|放生|印经|修路|修[庙寺桥]|建[庙寺桥])(?:[金款]|基金|项目|专项)?$"
    r"|(?:房租|租金|场租|租车|打车|车票|机票|油费|加油|水电|印刷|打印|复印|快递|工资|劳务|补贴|盒饭|[早午晚中聚]餐|[午晚]饭|药品|医药|住宿|办公|杂项|维修|装修|耗材|书包|文具|图书|课桌|桌椅|教具|器材|设备|材料)(?:[费款等]|用品)?$"
    r"|\b(?:version|price|total|fee|cost|tier|gold|silver|bronze|platinum|diamond|basic|premium|monthly|yearly|annual|hosting|domain|server)s?\b"
    r"|\b(?:lunch|dinner|rent|postage|printing|shipping|supplies|electricity|salary|repair|ticket|groceries|snack|utilities|expense)s?\b",
    re.IGNORECASE,
)
"""What a price, an expense, a prize or a level of supporters is called: a list with such a line is none of gifts."""
_SUM_OF = pattern_of(
    r"(?:微信|支付宝|现金|银行|转[账帐]|扫码|红包|qq|爱发电|paypal|线[上下]|其[他它]|本[月年日期次]|当[日天月年]|今[日天年]|[0-9一二三四五六七八九十]{1,4}[年月日号]|第.{1,3}[期批次])"
    r"(?:收款码?|支付|转[账帐]|红包|捐款|收入|打赏|赞赏|渠道|平台)*",
    re.IGNORECASE,
)
"""Ways and times: an amount behind them is of all who gave so, or then."""
_MORE_THAN_NAMES = pattern_of(
    r"^(?:通过|使用|经由|[用由以经])$|^(?:其中|包括|另有|还有|以及|更正|订正|捐款人|捐赠[人者]|姓名|thanks?\b|from\s)"
    r"|[捐赠]$|(?:捐款|善款|人民币|现金|微信|支付宝|转[账帐]|红包|扫码|追加|合计|夫妇共|随喜|供养)$"
    r"|[0-9]月|^[0-9]{1,4}[./-][0-9]{1,2}(?![0-9]*[班栋幢号楼室单])",
    re.IGNORECASE,
)
"""Words around a name that say more than who gave: how it came, of which gift it is a part, on which day."""
_RUN_ON = pattern_of(r"[捐赠募献付交汇转认各共再又另还已约近逾超了出加补代为给乐义]$")
"""What stands before an amount, or before 捐, and belongs to it: 周明约100元, 周明认捐100元."""
_NUMBERED = pattern_of(r"^[0-9]{1,3}(?=[\u3400-\u9fff])")
_FOR_ANOTHER = pattern_of(r"^([\u3400-\u9fff]{2,4})[代替帮]([\u3400-\u9fff]{2,4})$")


def plain_name(text: str) -> str:
    """The name in what stands before an amount, without thanks and signs around it: 感谢周明, 【周明】."""
    name = _BOLD.sub(r"\2", text.strip(" :：|~-–—\t"))
    return _ENCLOSED.sub(r"\1", _THANKED.sub("", name))


def is_name(name: str, *, runs_on: bool) -> bool:
    """Whether it may be one name: no total, no two words but Latin ones, nothing that parts several, and no word that says more of the
    gift. `runs_on`: nothing stands between it and the amount.
    """
    if not any(map(str.isalnum, name.replace("*", "a"))) or name.isdigit() or total_of(name) or may_sum_up(name):
        return False
    if _OTHERS.search(name.rstrip("、")) is not None or _says_more(name) or (runs_on and _RUN_ON.search(name)):
        return False
    return not any(map(str.isspace, name)) or _LATIN.fullmatch(name) is not None


def is_no_giver(name: str) -> bool:
    """Whether what stands before an amount is no giver, but what it was spent on, a price or a level."""
    if _NO_GIVER.search(name) is not None or is_sum_of(name):
        return True
    return any(common_named(name[at:]) for at in range(len(name)))


def is_sum_of(name: str) -> bool:
    """Whether it is a way, a time or a sort of givers: an amount behind it is of all of these."""
    return _SUM_OF.fullmatch(name) is not None or may_head_givers(name)


def _says_more(name: str) -> bool:
    """Whether other words than a name stand there, a number of the list, or somebody who gave for another: 1周明, 周明代吴静."""
    numbered, both = _NUMBERED.match(name), _FOR_ANOTHER.match(name)
    is_numbered = numbered is not None and may_be_person(name[numbered.end() :])
    is_for_another = both is not None and all(map(may_be_person, both.groups()))
    return _MORE_THAN_NAMES.search(name) is not None or is_numbered or is_for_another
