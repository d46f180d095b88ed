"""Rows that are no records, told by what they are: totals, notes, signatures; and the totals they state."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from donations import errors
from donations.domain.parsing import parse_money
from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, plain_number, shown
from donations.importers.words.english_totals import english_total
from donations.importers.words.heading_words import normal
from donations.importers.words.korean_headings import korean_total
from donations.importers.words.openings import is_opening
from donations.importers.words.totals_of_goods import of_goods

GRAND, PART, RUNNING = "grand", "part", "running"
"""A total of the table, of a part of it (小计, 本页合计), or of more than the table (累计)."""

_WORD = r"(?:合计|合共|总计|总共|小计|共计|总和|总额|累计|总数|总金额|总数量|共收到|结余|余额|结存|结转|汇总|[Σ∑σ]|共(?=[0-9])|grandtotal|subtotal|sub-total|total|sum)"
_REST = r"(?:金额|数量|总额|人民币|款物?|捐款|捐赠|接收|接受|收到|募集|到账|物资|大写|小写|收入|支出|为|共|约|新?台币|港币|港元|美元|美金|欧元|hk|nt|usd|hkd|rmb|人|笔|户|家|单位|件|箱|个|份|只|批|次|条|[()（）:：元圆整万亿千百十零角分壹贰叁肆伍陆柒捌玖拾佰仟¥￥$0-9,，.。;；、/=\-])*"
_FRONT = r"(?:本页|本表|本日|当日|今日|本期|上期|期初|期末|上月|上年|本月|当月|[本今当]年度?|本季度?|以上|捐款|捐赠|接收|收到|物资|资金|善款|款物|总|支出|收入|发放|爱心|个人|单位|企业|现金|金额|数量|人民币|[0-9年月日.\-/~至]|第[0-9一二三四五六七八九十]+[页批次期])*"
_LABEL_OF_CAPITALS = r"(?:人民币|金额|[():]){0,4}大写(?:人民币|金额|[():]){0,4}(?:[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分]{2,40}[整正]?)?"
"""人民币（大写）：, beside or behind which the sum stands in capital numerals."""
_TOTAL = pattern_of(rf"({_FRONT}){_WORD}{_REST}|{_LABEL_OF_CAPITALS}")
_ASIDE = pattern_of(r"(?<=计|额|和|数)[(][^()]{1,12}[)](?=:?$)")  # 合计（折人民币）
_TOGETHER = r"[、,&/和与及同]|夫[妇婦妻]|伉俪|兄[弟妹]|姐[妹弟]|姊妹|父[子女母]|母[子女]|[一合全]家|家人|同[学事仁]"
_NAMED_TOTAL = pattern_of(rf".{{1,40}}(?:合计|总计|小计|共计)[:：]?|(?!.{{0,40}}(?:{_TOGETHER})).{{1,40}}合共[:：]?")
"""What is behind the name of a giver, which may be long, where it is none of these alone; but 李华夫妇合共 gave together."""
_TOTAL_FOR = pattern_of(r"(?:sub-?)?total\s(?:for|of)\s(?=\w)", re.IGNORECASE)
"""Total for Ann Lee, below what she gave, as programs for accounts write reports by name."""
_MAY_BE_TOTAL = pattern_of(
    r"(?i)[计計总總额額和数數收結结共页頁次写寫Σ∑계액余餘]|移交|原有|balance|brought|carried|[bc]/?[fd]|total|sum|jumlah"
)
_BOTH = pattern_of(
    r"(?P<one>[a-z][a-z&-]{2,30})[/(|:-]?(?P<first>[\u3400-\u9fff]{2,12})[)]?:?"
    r"|(?P<second>[\u3400-\u9fff]{2,12})[/(|:-]?(?P<two>[a-z][a-z&-]{2,30})[)]?:?"
)
_OF_PEOPLE = pattern_of(r"(?:总|合计|共计|累计|捐款|捐赠|参与|参加){0,3}(?:人数|人次|户数|笔数)[:：]?")
"""捐款总人数, beside which no money stands."""
_ONLY_BESIDE_SUMS = frozenset(("总", "计", "合", "共", "全部", "全体", "全年"))
_CAPITALS = pattern_of(
    r"(?:人民币|金额|[():])*(?:大写[():]*(?:人民币)?[:]?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆].{0,12}|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆][零壹贰叁肆伍陆柒捌玖角分]*[整正角分])"
)
"""人民币（大写）：叁佰元整, where a name would stand."""
_LONGEST_TOTAL, _MOST_TOTALS = 60, 4  # longer ones are prose
_PART_WORDS = pattern_of(r"小计|本页|当日|今日|本日|第.+?[页批次]|subtotal|sub-total|[0-9]月[0-9]+日")
_RUNNING_WORDS = pattern_of(r"累计|结余|余额|结存|结转")
_OF_TIME = r"(?:截[至止])?(?:[上本当前今去往原][年月季期日周次页届]?度?|[0-9]{4}年度?|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:月份?|季度)(?:[0-9]{1,2}日)?|全年|当前|[原现]有|[季年月]度|[期年月])?[初末底]?"
_LINE_OF_ACCOUNT = pattern_of(
    rf"(?:{_OF_TIME}(?:账面|实际|盘点|现金|银行|微信|支付宝|库存|账户|资金|收支|收入|支出|费用|移交|总){{0,3}}(?:合计|总计|小计|累计|结余|余额|结存|结转|余款|总额|发生额)(?:合计|收入|支出|转[入出来]|及?余额|金?额|数)?(?:[结转]*[下次][年月期页])?"
    r"|(?:总|[合共总小]计)(?:收入|支出)额?|[期年月][初末]|余额结转|承[上前]结余|转承结余|库存现金|[上前][年月期页]转[入来]|承前页|[承接]上页|[转过结]{1,2}[下次][年月期页]|[本当]?[日周月季年页][计结])[:：]?"
    r"|(?:opening|beginning|starting|previous|closing|ending)balance(?:(?:asof|on).*)?|balance(?:brought|carried)?(?:forward|down|[bc]/?[fd])|[bc]/?[fd]balance|(?:brought|carried)(?:forward|down)"
    r"|(?:net)?(?:surplus|deficit)(?:/(?:surplus|deficit)|[(](?:surplus|deficit)[)])?(?:(?:for|of)(?:the|this)?(?:year|period|month))?|excessof(?:income|receipts|expenditure|payments)over(?:income|receipts|expenditure|payments)|(?:opening|closing)(?:cash|bank|funds)(?:balance)?|(?:cash|bank)(?:balance)?(?:brought|carried)(?:forward|down)|(?:收支)?(?:盈余|节余|赤字)"
)
_CARRIED = pattern_of(r"(?:承|接|续)[前上]页|[前上]页(?:结转|转[来入]|余额|合计)|(?:过|转|结转)[次下后]页")
"""What stands at the foot of a page and the head of the next: the sum so far, carried over."""
_OF_PERIOD = pattern_of(r"(?:[本当今]|[0-9]{1,2})(?:年度?|季度?|月份?|期|日|页)(?:合计|总计|小计)(?:金?额|数)?[:：]?")
_HANDLES = r"制表|制单|填表|填报|审核|复核|核对|审批|经办|经手|监督|统计|会计|出纳"
_SIGNS = r"签[字名章收]|盖章|保管|库管|仓管|验收|批准|出库|发货"
"""What they do, or are, who sign a paper: for the paper itself, and for what it lists."""
_NOTE = pattern_of(
    rf"[(（\[【]?(?:注|备注|说明|附|附注|附件|特此|以上|声明|{_HANDLES}|负责人|电话|联系|咨询|地址|网址|资料来源|数据来源|信息来源|截[至止]|公示|公布|感谢|鸣谢|如有|欢迎|敬请|打印[时日人机]|[导下][出载][时日]|查询[时日]|柜员|未完|续|下一?页|第.{{1,4}}页|共.{{1,4}}页|page|note|remark|source|prepared|approved|checked|signed|signature|★|※|\*|●)[^|]*",
    re.IGNORECASE,
)
_SIGNATURE = pattern_of(
    rf"[^:0-9]{{0,10}}(?:{_HANDLES}|{_SIGNS}|人员?|保管员|负责|主管|领导|站长|队长|会长)"
    r"[)]?(?:[(].{0,6}[)])?:[^:0-9]{0,20}|[^:0-9]{0,6}(?:日期|时间|电话):[^:]{0,20}"
)
"""领用人签字： and 接收方（签字）： beside 库管：李四, below whatever columns they stand."""
_REMARK = pattern_of(
    rf"[(（\[【]?(?:[备附]?注|说明|(?:单位|部门|财务|项目)?负责人|(?:{_HANDLES}|{_SIGNS})[人员单位者日期时间]{{0,3}})(?:[(（].{{0,6}}[)）])?\s*[:：]"
)
_HANDLED = pattern_of(rf"(?:{_HANDLES}|{_SIGNS}|负责|主管)[人员者]?(?:签[字章名])?")
_SHORTEST_NAME = 4
"""Of whoever publishes a table: a shorter word of its title, 大米 or 一批, may be what a row gave."""
_DAY_IN_WORDS = pattern_of(
    r"二[〇○零Oo0][〇○零一二三四五六七八九0]{2}年[一二三四五六七八九十元]{1,2}月[一二三四五六七八九十初]{1,3}日"
)
_SUM_SAID = r"(?:[0-9][0-9,.]{0,11}|[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,10})[千万]?元?"
_TIER = pattern_of(
    rf"(?:[(]?[一二三四五六七八九十0-9]{{1,2}}[)、.])?(?:捐[款赠资]|善款|金额|个人|单位|每人)?(?=.*元){_SUM_SAID}(?:[(]含[)])?"
    rf"(?:[及含]?以[上下内](?:[(]含[)])?|(?:至|到|-|—|~){_SUM_SAID}(?:[(]不?含[)])?|[起档者整级])?(?:以?[上下])?的?(?:捐款|捐赠|爱心|热心)?(?:单位|个人|人士|企业|者|名单|芳名)?(?:[(][0-9]{{1,4}}[人名位户家][)])?:?"
)
"""壹万元以上, 500元至1000元: the level of gifts that stand below it."""
_RANK = pattern_of(
    r"(?:特[等级别]|[一二三四五六七八九]等|第[一二三四五六七八九]等级?|(?:钻石|[铂白黄]金|[金银铜])[牌榜奖]?)(?:功德|荣誉|爱心|捐[款赠资])?(?:主|奖|者|芳名|榜|名单)?[(:]([^()]{2,24})[)]?"
)
"""一等功德（1万元以上）: what those are called who gave as much."""
_BOUNDS = pattern_of(r"以[上下内]|[0-9〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟元]\s?[至到~～—-]")
_BLANK_DAY = pattern_of(r"[年月日 　]{1,20}")  # 年 月 日, to be filled in by hand
_EXAMPLE = pattern_of(
    r"(?:填[写表])?(?:举?例如?|示例|样例|范例|例子|模板|样本|example|sample|e\.?g\.?)[0-9]?", re.IGNORECASE
)
_NUMBERED = pattern_of(r"[(（]?[一二三四五六七八九十0-9]{1,3}[、.．)）]")
_PART = pattern_of(
    r".{0,14}?(?:支部|[0-9一二三四五六七八九十]班|年级|办公室|[科处组村]|社区|街道|部门|车间|学院|系|[小班]组)(?:[(（][^()（）]{1,12}[)）])?[:：]?|(?i:team|group|class|grade|branch|section|department|division|chapter|troop|table|ward) ?(?:[A-Za-z]|[0-9]{1,3})(?: ?\([^()]{1,20}\))?:"
)
_SECTION = pattern_of(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．](?![一二三四五六七八九十]{1,3}(?:[、年班级组中小队村社厂院校支车连排]|$))"
)
"""The number of a part: not 一、二年级, 七、八班."""
_PROSE = pattern_of(r"[。；！？]|，.{6,}")
_LONG = 30
_WORDS_FIRST = pattern_of(
    r"(?![约近共计合总人零一二两三四五六七八九十百千万半几壹贰叁肆伍陆柒捌玖拾佰仟])[\u3400-\u9fff][\u3400-\u9fff:：]"
)
_TITLED = pattern_of(
    r"(?!.*(?:一批|若干|见))[^、，；,;]{2,}(?:公示|公告|明细|名单|清单|一览|汇总|统计|情况|[表榜])表?(?:[(（].*|第.*|[0-9 ].*)?"
)
_IN_WORDS = pattern_of(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]{3,}")
_YUAN_IN_WORDS = pattern_of(r"[〇零一二两三四五六七八九十百千万亿]{1,20}[元圆]整?")
"""二百元, as the whole cell: 三元公司 is a name."""
_FACTORS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8, "": 1, None: 1}


def total_of(text: str) -> str | None:
    """What a cell (tidied) says it is the total of: `grand`, `part`, `running`; None where it is no total at all.

    It is one only where the whole cell is: 合计, 本页小计：, 共计746人次; never 舟山市慈善总会.
    """
    if len(text) > _LONGEST_TOTAL or not _MAY_BE_TOTAL.search(text):
        return None
    plain = normal(text)
    if _CARRIED.fullmatch(plain.rstrip(":")) or _OF_PEOPLE.fullmatch(plain) or _is_balance(plain):
        return RUNNING
    of_name = PART if _TOTAL_FOR.match(text) else None
    if (english := english_total(plain) or of_name or korean_total(plain) or _of_both(plain)) is not None:
        return english
    is_whole = any(map(_TOTAL.fullmatch, (plain, _ASIDE.sub("", plain)))) or _is_several(plain)
    if not (is_whole or _NAMED_TOTAL.fullmatch(plain) or of_goods(plain)):
        return None
    if _RUNNING_WORDS.search(plain):
        return RUNNING
    return PART if _PART_WORDS.search(plain) or not is_whole else GRAND


def sums_up(cells: Iterable[str]) -> bool:
    """Whether some cell of a row says that it is a total."""
    return any(total_of(shown(cell)) for cell in cells)


def _is_several(plain: str) -> bool:
    """Whether a text states several totals, one behind the other: 共计2笔，合计300元."""
    parts = re.split("[,，;；]", plain)
    return 1 < len(parts) <= _MOST_TOTALS and all(map(_TOTAL.fullmatch, parts))


def _of_both(plain: str) -> str | None:
    """What a total is of that a text says in two languages, 总计 Total and Sub-total（小计）; None where either half is none."""
    found = _BOTH.fullmatch(plain)
    latin, chinese = (found["one"] or found["two"], found["first"] or found["second"]) if found else ("", "")
    if not latin or (english := english_total(latin)) is None or (other := total_of(chinese)) is None:
        return None
    return next((one for one in (RUNNING, PART) if one in (english, other)), GRAND)


def _is_balance(plain: str) -> bool:
    """Whether a text is what was there before, 上月结余, or what was left, numbered as the parts of a paper are: 三、结余."""
    found = _SECTION.match(plain)
    rest = plain[found.end() :] if found else ""
    return is_opening(plain) or (bool(rest) and (total_of(rest) or line_of_account(rest)) == RUNNING)


def may_sum_up(text: str) -> bool:
    """Whether a word that stands for a name says a total where the sum of the rows stands beside it, and only there."""
    return len(text) < 4 and normal(text).rstrip(":") in _ONLY_BESIDE_SUMS  # noqa: PLR2004 - the longest, with a colon


def line_of_account(text: str) -> str | None:
    """What a line of an account sums up, by its own words: a part (本月合计), or what was there (上月结余); None where nothing."""
    plain = normal(text)
    if len(text) > _LONGEST_TOTAL or not _LINE_OF_ACCOUNT.fullmatch(plain):
        return None
    return PART if re.search(r"[合总小]计", plain) else RUNNING


def is_of_period(text: str) -> bool:
    """Whether a total is by its own words that of a time of which there may be several: 本月合计, 3月合计."""
    return _OF_PERIOD.fullmatch(normal(text)) is not None


def is_note(texts: Sequence[str]) -> bool:
    """Whether a row without any amount is a note, a signature or a line of prose."""
    said = [simplified(text) for text in texts if text]
    first = said[0]
    if _NOTE.fullmatch(first) and (len(said) == 1 or len(first) > 3 or first[-1:] in "：:" or first.startswith("注")):  # noqa: PLR2004
        return True
    return len(said) == 1 and (len(first) > _LONG or _PROSE.search(first) is not None)


def is_tier(text: str) -> bool:
    """Whether a text is nothing but how much those gave who stand below it: 壹万元以上, 500元至1000元."""
    plain = normal(text) if len(text) <= _LONG else ""
    ranked = _RANK.fullmatch(plain)
    return _TIER.fullmatch(ranked[1] if ranked else plain) is not None


def is_level(text: str) -> bool:
    """The same of a text that no amount alone can be, 壹万元以上: so that it is none in a column of amounts either."""
    return is_tier(text) and _BOUNDS.search(text) is not None


def is_signature(text: str) -> bool:
    """Whether a cell is where somebody signs a paper, signed or not."""
    return (":" in text or "：" in text) and _SIGNATURE.fullmatch(normal(text)) is not None


def is_remark(text: str) -> bool:
    """Whether a cell begins with who made the table, 审核人：李四 3月5日, or with the word of a note."""
    return _REMARK.match(text) is not None


def is_signed(texts: Sequence[str]) -> bool:
    """Whether the cells of a row say who made the table, 制表：王会计 or 制表 beside 王会计, maybe the day, and nothing else."""
    words = [text for text in texts if not (looks_like_a_date(text) or _BLANK_DAY.fullmatch(text))]
    labels = [label.rstrip(":：") for label in words[::2]]
    if len(labels) > 1 and all(_HANDLED.fullmatch(label) for label in labels):
        return not any(number_in(text) is not None for text in words)
    return any(map(is_remark, words)) and all(is_remark(text) or is_signature(text) for text in words)


def is_published(texts: Sequence[str], title: str) -> bool:
    """Whether the cells of a row say who publishes the table, whose name stands above it, and the day of that."""
    days = [text for text in texts if looks_like_a_date(text) or _DAY_IN_WORDS.fullmatch(text)]
    names = [text for text in texts if text not in days]
    is_ours = len(names) == 1 and len(names[0]) >= _SHORTEST_NAME and names[0] in title and number_in(names[0]) is None
    return is_ours or (len(names) <= 1 and any(map(_DAY_IN_WORDS.fullmatch, days)))


def is_example(serial: str) -> bool:
    """Whether what stands where the number of a row belongs says that the row only shows how to fill in the table."""
    return _EXAMPLE.fullmatch(serial.strip(" :：")) is not None


def number_in(text: str) -> Fraction | None:
    """The number a cell of a total row says: 1500, ¥1,500.00元, 500个, 1.5万元, 270余万元, 壹万元整; None where there is none."""
    plain = plain_number(text)
    if plain is not None or text[:1] == "=":  # the 5 of =SUM(C5:C11) is none
        return plain
    folded = fold(text).replace("，", ",")
    found = re.search(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*[余多]?([百佰仟]|千(?![克米瓦卡]))?(亿|万)?", folded)
    if found:
        number = plain_number(found[1].replace(",", ""))
        return None if number is None else number * _FACTORS[found[2]] * _FACTORS[found[3]]
    words = _IN_WORDS.search(text) or _YUAN_IN_WORDS.fullmatch(text)
    if words is None:
        return None
    try:
        return parse_money(words[0])[0]
    except errors.DonationsError:
        return None


def is_amount(text: str) -> bool:
    """Whether there is a number in a cell, and not that of a day."""
    return number_in(text) is not None and not looks_like_a_date(text)


def is_word(cells: Sequence[str]) -> bool:
    """Whether a row says one thing, and that is no amount: 制表：王会计, below whatever column."""
    said = [text for cell in cells if (text := shown(cell))]
    return len(said) == 1 and not is_amount(said[0])


def is_of_words(text: str) -> bool:
    """Whether a cell begins with words and no numeral, so that a number in it is no amount below a heading of numbers: 附表2."""
    return _WORDS_FIRST.match(text) is not None


def is_titled(text: str) -> bool:
    """Whether a text is called as tables are, 某协会捐款明细（2月19日）, and is no goods: 物资一批（见清单）."""
    return len(text) <= _LONGEST_TOTAL and _TITLED.fullmatch(text) is not None and is_of_words(text)


def says_factor(text: str) -> bool:
    """Whether the cell says its own unit of money, so that the heading's does not count."""
    return re.search(r"[元万亿]", text) is not None


def is_numbered(text: str) -> bool:
    """Whether a text is a numbered heading such as 一、单位捐赠."""
    return _NUMBERED.match(text) is not None


def is_part(text: str) -> bool:
    """Whether a text is called as the parts of a body are, whose members stand below it: 第一支部, 三年级2班（12人）."""
    return _PART.fullmatch(text) is not None


def is_in_capitals(name: str) -> bool:
    """Whether what stands for a name is an amount in capital numerals: 人民币（大写）：叁佰元整."""
    return name[-1:] in "整正角分元圆" and _CAPITALS.fullmatch(normal(name)) is not None


def is_section(text: str) -> bool:
    """Whether a text is numbered as the parts of a paper are: 一、机关单位, （二）企业."""
    return _SECTION.match(text) is not None
