"""Words by which a heading, a title or a cell says that a gift was promised, is on its way or came: 拟捐, 待入库, 已到账."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from donations.domain.text import tidy
from donations.domain.traditional import VARIANTS, simplified
from donations.importers.patterns import pattern_of

_AGREED = r"(?<![确默公承否])认捐"
"""But 确认捐款 confirms a gift that was given."""
_INTENDED = rf"{_AGREED}|认领(?=(?:善款|资金|捐款)?(?:金额|款额?|数额|额)(?:$|[(（]))|(?<![模虚])拟捐|拟赠|(?<![相适响反供对])应捐(?!赠?人)|意向(?:捐|性?认捐)|承诺(?:捐|赠)|(?:预计|预备|准备)捐"
_ENGLISH = r"(?:pledge[ds]?|promised|intended|intentions?)"
_ENGLISH_IN_HEADING = rf"(?<![a-z]){_ENGLISH}(?:$|[^a-z]|by|amount|quantity|qty|sum|money|gift|donation|goods|item|date|value|donor)|(?:amount|sum|quantity|qty|gifts?|donations?|goods|items?){_ENGLISH}$"
_PLANNED = r"(?:计划|(?<![入内外超])预算)捐"
_AMOUNT = r"(?:金额|款额|款项?|额|数量|数|物资|物品)"
_NOT_YET = r"(?:未|待)(?:到[账帐货位]|入[账库帐]|收|捐|缴|交|兑现)的?"
_IN_HEADING = pattern_of(
    rf"{_INTENDED}|{_PLANNED}|(?:意向|承诺|捐[赠款助资]意向){_AMOUNT}|捐[赠款]承诺$|^(?:意向|承诺)$"
    rf"|{_NOT_YET}(?:捐赠|捐款|善款)*{_AMOUNT}|{_ENGLISH_IN_HEADING}"
    r"|(?:承诺|预计|计划|预定|约定)(?:捐[赠款]|到[货账帐达]|交付|送达|支付|兑现)*(?:日期|时间)$|^(?:expected|estimated)(?:arrival|delivery|payment)?date$|^duedate$"
)
_CAME = r"(?:到[账帐位货]|入[账帐库]|收到|接收|签收|收款|收讫|兑现|实[捐收到缴]|实际|(?<!not)(?<!yet)received|(?<!un)paid|arrived)"
_CAME_IN_HEADING = pattern_of(rf"(?<![未待尚计])(?:{_CAME}|已)")
_CAME_IN_TITLE = pattern_of(rf"(?<![未待尚计]){_CAME}")
_OWED = pattern_of(
    rf"(?:应[收付交缴捐发到]|计划|申请|申领|请领|需求)(?:捐赠|捐款|发放|拨付|拨款|支付|接收|到货)?(?:总?{_AMOUNT}|量)?(?:[(（].*)?"
)
"""What is to be given, paid or handed out."""
_LIST = r"(?:情况|明细|名单|名录|汇总|统计|公示|公告|登记|接龙|一览|清单|台[账帐]|如下|[表榜册书])"
_OF_LIST = r"(?:意向|承诺|款[物项]?|物资|物品|资金|金额|单位|企业|个人|人员|人|者|方|数量|记录|信息|的|[、及和与])*"
_BEGINS = r"(?:^|[^\u3400-\u9fff]|[年月度季期位业司会校])"
"""Where a word of a list may begin: 希望计划捐赠名单 is a list of what was given to 希望计划."""
_TITLE = pattern_of(
    rf"(?:{_AGREED}|(?<![模虚])拟捐[赠献助款]?|(?:意向|{_BEGINS}(?:计划|预计|承诺))捐[赠款助资献])[赠款]?{_OF_LIST}(?:{_LIST}|$|[\s(（:：\-—_,，。0-9])"
    rf"|捐[赠款助资](?:意向|承诺){_OF_LIST}(?:{_LIST}|$|[\s(（])|(?:未|尚未|待)(?:到[账帐货位]|入[账库]|签收|兑现){_OF_LIST}(?:捐[赠款]|善款)?{_OF_LIST}(?:{_LIST}|$|[\s(（])|\b{_ENGLISH}\b"
)
_LONGEST_TITLE = 40
"""A longer line above a table is prose, which may speak of much."""

_NOT = r"(?:尚|还|仍|暂|目前|等)?(?:未|待|没有?)(?:能)?"
_COMES = r"到[货账帐位达]?|签收|接收|送[达到]|运[到达抵]|抵达|兑现|落实|履[行约]|捐[赠出]?"
_ARRIVING = rf"(?:{_COMES}|入[账帐]|收(?:[到货款]|到货|到款)?)"
_WAITS = pattern_of(
    rf"(?:货物|物资|款项?|资金|善款|捐款|钱|货)?(?:{_NOT}|即将|将要?)(?:确认)?{_ARRIVING}|(?:款项?|资金|善款|捐款|钱)?{_NOT}(?:转账|汇款|打款|汇出|转)|(?:货物|物资|款项?|仍|还|正|尚)*在?(?:途中?(?:物资|货物)?|路上|运途中|(?:运输|运送|派送|配送|寄送|邮寄|物流)(?:途)?中)"
    r"|awaiting(?:delivery|receipt|arrival|payment)|(?:still)?in-?transit|onthe?way|enroute|(?:in)?(?:the)?pipeline|planned|not(?:yet)?(?:received|arrived|delivered|paid)|undelivered|unreceived|outstanding|(?:never|didnot|didn't|hasnot|hasn't)(?:yet)?(?:arrived?|come|received)|tobe(?:delivered|received|paid)"
)
_MADE_READY = pattern_of(
    r"(?:正在|正|在)?(?:备货|备料|生产|采购|订购|筹[备措集]|清关|报关|通关|组织货源)(?:之?中|阶段)|(?:等?待|尚未|还未|暂未|未)(?:清关|采购|生产)|(?:in)?customs(?:clearance)?|inproduction|backordered"
)
"""Of goods alone: what was ordered in a shop was paid. 待发货 and 已发货 may say that whoever keeps the list sends them on."""
_REVIEWED = pattern_of(
    rf"(?:正在|正|在)?(?:审[核批查]|核[实对]|洽谈|对接|沟通|协商)之?中|{_NOT}(?:审[核批查]|核[实对]|确认|过审|通过(?:审[核批])?|入库(?:登记)?)|审[核批](?:未|不)通过"
    r"|pending(?:review|approval|confirmation|receipt|delivery)?|(?:under|in)review|awaiting(?:review|approval|confirmation)|notyet(?:approved|confirmed)|notconfirmed|unconfirmed"
)
_PASSED_ON = pattern_of(r"(?:审[核批])?已?通过|已审[核批]|approved")
_TURNED_DOWN = pattern_of(
    r"(?:审[核批])?[未不]通过|未有效|无效|已?被?(?:驳回|拒[绝收])|notapproved|rejected|declined|denied|tabled|withdrawn|deferred|postponed"
)
_PROMISED = pattern_of(
    r"(?:已|仅|只是?|口头|书面|有)?(?:认捐|拟捐赠?|拟赠|意向(?:性?捐[赠款])?|捐[赠款]意向|承诺(?:捐[赠款])?|计划捐[赠款]|预计捐[赠款]|预捐)(?:中|阶段)?"
    r"|pledged?|pledges?only|promised?|intended|intention"
)
_ARRIVED = pattern_of(
    rf"(?:均|都|现|业|全部|全额)*已(?:经)?(?:全部|全额|确认)?(?:{_COMES}|入[库账帐]|收(?:[到货款讫])?|交付|支付|付[款清讫]?|缴[费款清纳]?|完成)(?:成功|完毕)?"
    r"|(?:全部|全额|确认)?(?:到[货账帐位]|入[库账帐]|签收|收[到讫]|收货|兑现)(?:成功|完成|完毕)?|(?:支付|付款|捐[赠款])(?:成功|完成|完毕)|实[收捐到]|成功|完成|received|arrived|delivered|paid|completed?|credited|fulfilled|settled"
)
_OVER = pattern_of(
    r"已?(?:取消|作废|撤[销回]|退[款回还]|关闭|失败|终止|放弃)(?:捐赠)?|cancell?ed|void(?:ed)?|refunded|failed|bounced|nsf|dishonou?red|charged?-?back|reversed|uncollectible"
)
_GOES = pattern_of(rf"{_NOT}(?:发[放出]|出库|领取|分[配发]|拨付|审[核批]|通过审[核批])|审[核批]中|已?驳回")
_APART = pattern_of(r"[,，;；、。|/]+")
_BRACKETS = pattern_of(r"[(（\[【][^()（）]*[)）\]】]?")
_EXPECTED = pattern_of(r"(?:(?<=[\u3400-\u9fff])[:：—-]+|预计|约定|大概|估计).*$")


def promises(heading: str) -> bool:
    """Whether a heading (normal) says what was promised, or has not come: 认捐金额, 拟捐数量, 未到账金额."""
    return _IN_HEADING.search(heading) is not None


def is_owed(heading: str) -> bool:
    """Whether a heading (normal) says what is to be given, paid or handed out, and not what was: 应付金额, 计划数量."""
    return _OWED.fullmatch(heading) is not None


def says_came(heading: str) -> bool:
    """Whether a heading (normal) says what came, or when: 实捐, 到账日期."""
    return _CAME_IN_HEADING.search(heading) is not None and not promises(heading)


def title_promises(lines: Sequence[str]) -> bool | None:
    """Whether the lines above a table call it a list of what was promised; False where they speak of what came too."""
    plain = [simplified(tidy(line)).casefold() for line in lines if len(line) <= _LONGEST_TITLE]
    said = [line for line in plain if _TITLE.search(line)]
    if any(_CAME_IN_TITLE.search(line) for line in plain):
        return False
    return True if said else None


def without_promise(heading: str) -> str:
    """What a heading (normal) of a promise would be called if it were a gift: 拟捐数量 → 捐数量, pledged amount → amount."""
    if re.fullmatch(r"(?:已|总)?(?:认捐|拟捐|承诺捐[赠款])", heading):
        return "金额"
    plain = re.sub(rf"{_NOT_YET}|[拟应](?=捐|赠)|意向性?|承诺|计划|预计|预算|预备|准备|认领", "", heading)
    if plain == heading and not re.search(r"[\u3400-\u9fff]", heading):
        plain = re.sub(rf"{_ENGLISH}[_-]?", "", heading)
        return plain or "amount"
    return plain


def _parts(text: str) -> Iterator[str]:
    """What a cell says, one word after the other, without what stands in brackets or behind a word: 在途（顺丰）, 运输中，预计2月到."""
    for part in _APART.split(_BRACKETS.sub("", simplified(text)).casefold()):
        if plain := _EXPECTED.sub("", "".join(part.replace("_", " ").split()).strip(".!！*")):
            yield plain


_BEGIN = "资善钱未待没尚还仍暂目等在途路运派配寄物货款审核正驳拒认拟意承计预已仅只口书有捐"
_FIRST = frozenset(chain(_BEGIN, *(VARIANTS.get(each, "") for each in _BEGIN), "adehinoprstuADEHINOPRSTU"))
"""What a word for what has not come begins with."""
_LONGEST_NOTE = 30
_CAME_SINCE = pattern_of(r"已[到入收签付汇补交]|实[收到]|补齐")


def may_wait(note: str) -> bool:
    """Whether a note might say that a gift has not come, to be looked at more closely: most don't."""
    return len(note) <= _LONGEST_NOTE and note.lstrip()[:1] in _FIRST and not _CAME_SINCE.search(note)


_OF_PAYING = pattern_of("款|资金|钱|转|汇")


def waits_for_money(note: str) -> bool:
    """Whether a note of what has not come speaks of money: 款未到, 待转账."""
    return _OF_PAYING.search(note) is not None


_ENTER, _THIS_ROW = r"(?:登记|录入|填写|记录|提交|上报|统计)", r"[此本该][笔条行单票]"
_ENTERED = rf"{_ENTER}(?:错误|有误)|(?:{_THIS_ROW})?[系为]?误(?:登记?|录入?|记录?|填[写报]?|写)"
"""What says of a row that it was entered wrongly."""
_VOID = pattern_of(
    rf"{_ENTERED}|(?:{_THIS_ROW}|捐[赠款])?(?:已|现)?(?:作废|取消|撤[销回]|注销|删除)(?:处理|重[开登录写])?|(?:暂|现|又)?不再?捐[赠款]?了?|放弃捐[赠款]|重复(?:{_ENTER}|填报|记账|计入)|{_ENTER}重复"
    rf"|(?:{_THIS_ROW}|系|为|已)?无效|void(?:ed)?(?:[-–—:].*)?|(?:donation|gift|pledge)?cancell?ed|(?:duplicate|double)entry|deleted?|(?:entered|recorded|posted|keyed)(?:inerror|bymistake)|(?:che(?:ck|que))?bounced(?:che(?:ck|que))?"
)
_WRONG = pattern_of(_ENTERED)
_PUT_RIGHT = pattern_of(r"[应改实更][正该]?[为是成]|更正|已[改修]|正确")
_VOID_MARK = pattern_of(
    "作[废廢]|取消|撤[销銷回]|[注註][销銷]|[删刪]除|放[弃棄]|不再?捐|[无無]效|重[复複復]|误|誤|oid|ancel|uplicate|twice|ounced|elete|ouble|rror|istake",
    re.IGNORECASE,
)


def may_be_void(note: str) -> bool:
    """Whether a note might say that its row is none, to be looked at more closely: most don't."""
    return len(note) <= _LONGEST_NOTE and _VOID_MARK.search(note) is not None


def is_void(note: str) -> bool:
    """Whether a note says, with its first word, that its row is none: 作废, 已取消, 重复登记, 作废，已改为下一行."""
    return _VOID.fullmatch(_first(note)) is not None and not is_wrong(note)


def is_wrong(note: str) -> bool:
    """Whether a note says that its row was entered wrongly, and what is right: 登记错误，应为张三 is a gift, if not that one."""
    return _WRONG.fullmatch(_first(note)) is not None and _PUT_RIGHT.search(simplified(note)) is not None


def _first(note: str) -> str:
    """The first word of a note that might say that its row is none; "" of any other."""
    return next(_parts(note.strip(" ()（）[]【】")), "") if may_be_void(note) else ""


_SO_MUCH = r"(?:[¥￥$€£]?[0-9][0-9.,:/-]{0,18}(?:[元只个箱件套瓶盒副双包袋桶斤]|公斤|yuan|cny|rmb)?|部分)?"
"""Of which a part went back, or on which day."""
_ON_DAY = r"[于在]?[0-9](?:[0-9年月./-]{0,9}[0-9日号])"
_THE_GIFT = r"(?:将|把)?(?:[此本该][笔批条行]?|款项?|货款|全款|善款|资金|物资|货物)++"
_HOW = rf"(?:已经?|业已|现|均|后|又|并|即|随[即后]|[次当]日|{_ON_DAY}|{_THE_GIFT}|全部|全额|部分|如数|(?:按|从|由)?原(?:路径?|渠道|账户)|协商|(?:被|由|通过)?(?:对方)?(?:银行|厂家|系统|平台|微信|支付宝)|被){{0,4}}"
_WHY = r"(?:因.{1,12}|应.{1,8}要求|经.{1,4}|其中.{1,10})?"
_TO_WHOM = r"(?:[给至到]?(?:捐[赠款][人者方]|本人|其本?人?|厂家|企业|公司|单位|原主|对方|银行|原?(?:账[户号]|卡|渠道|路径?)|微信|支付宝))?"
_WENT_BACK = pattern_of(
    rf"part(?:ial)?refund(?:of)?:?{_SO_MUCH}|{_HOW}{_WHY}{_HOW}(?:办理?|做)?(?:退[回还货款捐]|返还){_TO_WHOM}(?:手续|处理|完成|完毕|了)?{_SO_MUCH}|[^票据证]{{0,8}}已退[回还货款捐]?{_TO_WHOM}{_SO_MUCH}|退"
    rf"|(?:was|has|been|since|fully|infull|bank|part(?:ial|ially|ly)?){{0,4}}(?:refunded|returned|refundissued)(?:in(?:full|part))?(?:to(?:the)?(?:donor|sender|giver|bank))?(?:on)?(?:{_SO_MUCH}|(?:on|via|through|by).{{1,24}})"
)
_LONGEST_STORY = 80
_BACK_MARKS = ("退", "返还", "返還", "refund", "returned")


def went_back(note: str) -> bool:
    """Whether a note says of its gift that it went back, or a part of it: 已退回, 因质量问题退货, 部分退回50元, Refunded 2020-02-05."""
    return (
        len(note) <= _LONGEST_STORY
        and any(mark in note.casefold() for mark in _BACK_MARKS)
        and any(
            _WENT_BACK.fullmatch(part) for part in _parts(note.strip(" ()（）[]【】")) if len(part) <= _LONGEST_NOTE
        )
    )


_TWICE = pattern_of(
    r"(?:系|疑似?|(?:与|和|同)[^重]{1,16})?重复了?(?:[,，、;；]?(?:已|应|请|需|待)?(?:删除?|去掉|剔除))?|(?:see .{1,20} )?(?:is a |possible )?(?:duplicate|dup\.?)(?: of .{1,30})?|(?:entered|recorded|listed) twice",
    re.IGNORECASE,
)


def is_twice(note: str) -> bool:
    """Whether a note says that its gift stands in the list twice: 重复, 与第2行重复, duplicate of row 2."""
    return len(note) <= _LONGEST_NOTE and _TWICE.fullmatch(simplified(note).strip(" ()（）[]【】")) is not None


_THING_BACK = pattern_of(r"退[回货还](?![人者方单票款])|[(（](?:已|全部?|部分)?退[)）]|已退(?=[^休役伍热烧耕]|$)")
_NAME_BACK = pattern_of(r"[(（](?:(?:已|已经|全额?|全部|部分)?(?:退款|退回|退还|退货|退捐)了?|已退)[)）]")


def thing_went_back(item: str) -> bool:
    """Whether a name of goods says that they went back: 口罩退回, 退货口罩; but 退热贴."""
    return "退" in item and len(item) <= _LONGEST_NOTE and _THING_BACK.search(item) is not None


def giver_took_back(name: str) -> bool:
    """Whether what stands behind a name says that the gift went back: 张三（已退款）; but 张三（退休）, and 张三（退） may be so."""
    return "退" in name and len(name) <= _LONGEST_NOTE and _NAME_BACK.search(name) is not None


class Said:
    """What the cell of a state says of a gift."""

    def __init__(self, text: str) -> None:
        parts = list(_parts(text))
        self.came = any(_ARRIVED.fullmatch(part) for part in parts)
        self.waits = any(_WAITS.fullmatch(part) for part in parts)
        """It has not come."""
        self.made_ready = any(_MADE_READY.fullmatch(part) for part in parts)
        """Whoever gives goods is still at it."""
        self.reviewed = any(_REVIEWED.fullmatch(part) for part in parts)
        """Nobody has said yet that it is one, or that it lies in the store; beside 已签收 that is no matter."""
        self.refused = any(_TURNED_DOWN.fullmatch(part) for part in parts)
        """Whoever looked at it said that it is none, whatever became of the looking: 完成 beside 拒绝."""
        self.approved = bool(parts) and all(_PASSED_ON.fullmatch(part) for part in parts)
        """That is all it says: nobody knows by it whether anything came."""
        self.promised = any(_PROMISED.fullmatch(part) for part in parts)
        self.stays = any(_GOES.fullmatch(part) for part in parts)
        """It was not given out."""
        self.is_known = bool(parts) and all(
            any(one.fullmatch(part) for one in (_ARRIVED, _WAITS, _REVIEWED, _TURNED_DOWN, _PROMISED, _OVER, _GOES))
            for part in parts
        )


_LOST = pattern_of(r"closed ?[-/]? ?lost|lost|withdrawn|declined|rejected|dead")
_OPEN_YET = pattern_of(
    r"(?:prospect(?:ing|ed)?|identif(?:y|ied|ication)|qualif(?:y|ied|ication)|cultivat(?:e|ed|ion|ing)|solicit(?:ed|ation|ing)?|ask(?: made)?|verbal(?:ly)? .{0,20}"
    r"|(?:needs|perception) analysis|value proposition|id\.? decision makers|proposal(?:/.{0,20})?|negotiat(?:ion|ing)(?:/.{0,20})?|in ?progress|open|research|letter of inquiry|loi .{0,20})"
)


def told_by_stage(stage: str) -> str:
    """What the stage of what a donor database hopes for says of it, in words of states: Closed Lost never came, Prospecting not yet."""
    plain = stage.casefold().strip()
    return "declined" if _LOST.fullmatch(plain) else "not received" if _OPEN_YET.fullmatch(plain) else stage
