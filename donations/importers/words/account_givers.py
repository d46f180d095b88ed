"""Who gave by the words of an account's row that names nobody elsewhere: 张三捐款, donation from Li Hua."""

import re
from collections.abc import Mapping

from donations.domain.masking import NAMES_NOBODY
from donations.domain.slip_words import SURNAMES, may_be_person, may_be_seller, may_be_word
from donations.domain.stars import hides
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import is_gift_by_sort, no_gift
from donations.importers.words.cells import place
from donations.importers.words.gift_line_names import is_no_giver
from donations.importers.words.giver_names import bare_giver, may_be_name, name_behind_role
from donations.importers.words.names_alone import is_sort_of_parties

_KIND, _DEED = (
    "(?:爱心|公益|定向|现金|微信|支付宝|转账|冠名|独家|友情)?",
    "(?:捐款|捐赠|捐助|捐资|善款|爱心款|赞助|打赏|赞赏|乐捐)",
)
_OF_ANYBODY = ("", "爱心", "公益", "定向")
"""Behind the other words how it was kept, or what for, stands as often as a name: 现金捐款-存银行, 独家赞助-运动会."""
_GIVER = pattern_of(
    rf"(?:(?:银行|微信|支付宝|网银|现金)?(?:转账|转入|汇款|存入)?[\s:：]+)?(?:收到?|接收|接受)?\s*(?P<before>(?:[^\d,，。;；:：、]|[0-9]{{1,4}}(?=[届级班组队中小])|(?<=等)[0-9]{{1,4}}(?=[人位名户])){{2,30}}?(?:、[^\d,，。;；:：、]{{2,12}}?){{0,4}})(?:第[一二三四五六七八九十]{{1,2}}次|[再多]次|共同|一[起同])?的?(?:{_KIND}{_DEED}|[(（]{_KIND}{_DEED}[)）])(?:款项?|资金|收入|入账)?"
    r"(?:\s*各?\s*[0-9.,]+\s*元?)?(?:[(（](?:非?定向|现金|微信|支付宝|转[账帐]|银行|抗疫)[)）])?"
    rf"|(?P<kind>{_KIND}){_DEED}(?:人|方|者|收入)?\s*[-—:：(（\s]\s*(?P<behind>[^\d,，。;；:：、()（）]{{2,30}}(?:、[^\d,，。;；:：、()（）]{{2,12}}){{0,4}})[)）]?"
)
_GIVES_ALONE = pattern_of(
    r"(?:收到?|接收|接受)?\s*(?P<name>[^\d,，。;；:：、]{2,20}?(?:、[\u3400-\u9fff]{2,4}?){0,4})(?P<others>等[0-9一二两三四五六七八九十]{1,3}[人位名户])?(?:第[一二三四五六七八九十]{1,2}次|[再又]次?|[已各也还补]|[合一]?共|合|一[起同]|追加|主动|自愿|无偿)?(?<![募认認义義劝勸乐樂受转轉代未])捐(?:\s*[0-9.,]+\s*元?)?"
)
"""张三捐, 李四等3人捐, 王五已捐, 张三、李四合捐: where the name is one, or each is."""
_BEGINS_SO = pattern_of(
    r"(?:收到?|接收|接受)?\s*(?P<name>[^\d,，。;；:：、()（）]{2,20}?)(?P<others>等[0-9一二两三四五六七八九十]{1,3}[人位名户])?[(（]?(?:(?<![募认義义劝勸乐樂受转轉代未拟将欲的已都也又均各])捐(?![款赠]?[箱人者方])|献爱心|爱心(?!$|款?$).{0,2}款|赠款)(?!.*(?:退|返还|未到|捐|卖|售|利息|租金|收益|理财|[专账]?户$|转[定存]|保证金|押金|补贴|手续费|运费|经手|[由经代替]|帮(?![扶助困]))).{0,30}"
)
"""李华捐资助学, 李华捐给市一院, 甲公司捐款（用于购买口罩）."""
_ENDS_SO = pattern_of(r"(?:第[一二三四五六七八九十]{1,2}次)?捐[款赠](?:[人者方])?\s*(?P<name>[\u3400-\u9fff]{2,4})")
_FOR_ANOTHER = pattern_of(r"(?P<by>[\u3400-\u9fff]{2,4})\s?(?:代[为表替]?|替|帮)(?P<name>[\u3400-\u9fff]{2,4})")
_BY_ANOTHER = pattern_of(r"(?P<name>[\u3400-\u9fff]{2,4}?)(?:委?托|通过|经由?|请)(?P<by>[\u3400-\u9fff]{2,4})")
_HANDED_ON = pattern_of(r"[\u3400-\u9fff]{2,10}(?:代转|转交|代交|代收|转来的?)")
"""李华代转: of whoever gave nothing is said."""
_OF_BANKS = pattern_of(
    r"(?:(?:(?:跨|他|本|同)行|行[内外]|(?:超级)?网银|手机(?:银行)?|电子|快捷|实时|普通|[大小]额|银联|云闪付|微信|支付宝|现金|柜[面台]|atm)?(?:转[账帐]|转入|汇款|汇入|存入|入[账帐]|来[账帐]|贷记)){1,3}(?![人方者户])[\s:：,\-—_/]*|(?:汇款|付款|转账|打款|[缴交]款)[人方][\s:：]{0,2}",
    re.IGNORECASE,
)
"""What a bank writes before what was written with a payment: 转账存入 李华捐款, 跨行转入-李华."""
_RECEIVED_BY = pattern_of(
    r"(?:现金|微信|支付宝|网银|云闪付|银行)(?:[:：]\s*|收(?:到|款|入)?(?!款?[人方码]|[益购单据支]|钱吧|付[通款]))|(?:现金|微信|支付宝)收入[:：]\s*"
)
"""How it was received, before whose it was: 微信收王芳捐款, 现金：王芳捐."""
_WAY_BEFORE = pattern_of(r"(?:现金|微信|支付宝|网银|云闪付|银行|现场|线[上下])(?:群|卡|支付|转[账帐来]?|支票|扫码)?\s*")
"""The same run on to who gave: 微信李华捐款."""
_WAY_BEHIND = pattern_of(
    r"(?:收到?)?(?P<names>[\u3400-\u9fff]{2,20}?(?:、[\u3400-\u9fff]{2,20}?){0,4})\s*[(（]?(?:(?:微信|支付宝|网银|银行|手机|现金|扫码|云闪付)(?:转[账帐]|支付|红包|汇款|扫码|收款)?|转[账帐]|汇款|打款|红包)[)）]?"
)
_NAMES_NO_GIVER = pattern_of(
    rf"{_DEED}(?:款项?|人|方|者|收入)?|收到?|接[收受]|收入|入账|到账|金额|款项?|一[笔次批]|微信|支付宝|现金|银行|转[账帐]|转入|汇款|存入|爱心|公益|定向|匿名|人士"
    r"|\b(?:donations?|gifts?|anonymous|anon|contributions?|cash|cheques?|checks?|bank|transfers?|deposits?|online|paypal|wechat|alipay)\b",
    re.IGNORECASE,
)
_LEFT_TO_NAME = pattern_of(r"[\u3400-\u9fff]{2,}|[A-Z][\w.'’-]*\s+[A-Z]")
"""What may be a name is left of the words of a gift without these: 给孩子们 says no less than 老周, and is told of too."""
_DAY = pattern_of(r"(?:(?:20)?[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}[日号]\s*|20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}\s*")
_GIVER_IN_ENGLISH = pattern_of(
    r"(?:.{0,40}\b)?(?:(?:donation|gift)s?\b.{0,20}?\b(?:from|by)|(?:donated|gifted|contributed)\s+by|(?:e-?tfr|transfer|trf|payment|money|funds?|deposit|remittance|credit|neft|imps|ach|wire)s?\b.{0,20}?\bfrom)\s+(?:[-\d*x]{5,}\s+)?(?P<name>[^\W\d][^\d,;:]{1,40}?)(?:\s+(?:[-\d*#x]{4,}|with|ref(?:erence)?|conf#?|for|on|to)\b.*|[;:#].*|\s+\d.*)?",
    re.IGNORECASE,
)
_OWN_IN_ENGLISH = pattern_of(
    r".*\b(?:savings?|che(?:ck|qu)ing|account|acct|a/c|atm|paypal|stripe|visa|mastercard|amex|card|cash|che(?:ck|que)s?|wire|mail|phone|branch)\b.*|us|me|you"
    r"|(?:(?:an?|our|the|some|several|various|many|all|other) )*(?:anonymous|anon|members?|friends?|donors?|supporters?|well-?wishers?|volunteers?|staff|students?|parents?|residents?|villagers?|neighbou?rs?|people|public|everyone|others|unknown|individuals?|companies|community|participants?)(?: (?:donors?|supporters?|members?|givers?))?",
    re.IGNORECASE,
)
_FROM_ALONE = pattern_of(
    r"(?:transfer from a/c|from(?: a/c|:)?)\s+(?:[-\d*x]{5,}\s+)?(?P<name>(?!.*\b(?:pockets?|pots?|vaults?|jars?|spaces?|wallets?|balance|deposits?|main|my|your|our|fixed|term|fd|loan|overdraft|reserves?|refunds?|investments?|alipay|wechat|weixin|wise|revolut|payoneer|square|sumup)\b)[^\W\d][^\d,;:+*]{1,40}?)\s?[+*]{0,2}",
    re.IGNORECASE,
)
"""From Li Hua, and TRANSFER FROM A/C LI HUA*, where that is all that a bank writes; From Main Pocket is money of one's own."""
_IN_ENGLISH = (_GIVER_IN_ENGLISH, _FROM_ALONE)
_ANYBODY = pattern_of(
    r"(?:爱心|公益|定向|微信|支付宝|现金|零星|网[络上]|线[上下]|银行|转账|扫码|二维码|平台|公众号|现场|接[收受]|[募筹][集得募]|本[月日次期]|当[日天]|今[日天]|匿名|其[他它]|个人|单位|企业|人士|收[到入益]?|第?[一二两三四五六七八九十][次批]|[再首多]次|首批|收?款码|追加|助[学困老残医]|[扶济][贫困]|贫困|特困|困难|金秋(?!公司|学校)|关爱|剩余|结余|结转|上[年月期级]|往年|历年|境[外内]|海外|中央|[拨转划汇]入|收回|重[病症]|患[儿者]|儿童|孤儿|孤寡|老人|残疾人?|家庭|山区|学子|孩子|留守|白血病|[病受]灾|[救赈]灾|救助|抗[疫洪震]|防疫|敬老|慈善|一日|春节|中秋|端午|重阳|[春夏秋冬]季|新年|会员|党员|学生|家长|师生|教师|[职员]工|干部|群众|网友|校友|村民|居民|义[卖演拍]|活动|募捐箱?|捐款箱|文章|视频|直播|广告|商业|冠名|场地|读者|粉丝|玩家|爱发电|afdian|[ab]站|项目|专项|日常|疫情|[水火旱雪]灾|灾区|[一两几多数]笔|多人|大家|感谢|募集|众筹|公司|学校)+|[修建盖办]{1,2}[校院园馆桥路堂庙寺塔庵祠井]|社会.*|各界.*|(?:为(?!民)|给(?!力)|用于|关于|对于|感谢|通过|退[还回返]|返[还回退]).+|(?:用于|关于|对于|通过)|.*(?:退[还回返]|返[还回退])"
)
"""Words for giving have these before them too, and none of them is whoever gave: 为灾区捐款, 一笔捐款."""

_POLITE = pattern_of(r"([\u3400-\u9fff])(?:先生|女士|小姐|老师|同学|师傅|医生|阿姨)")
_NAME = r"[^\d,，。;；:：、()（）—-]{2,20}?"
_OTHERS = pattern_of("等[0-9一二两三四五六七八九十]{1,4}[人位名户]$")
_BACK_TO = pattern_of(
    rf"(?:退(?!休|役|伍军|耕)|返(?![程乡校岗工]))(?:还|回|款|给|返){{0,3}}[\s:：(（—-]*(?P<name>{_NAME})[)）]?(?:的|多|重复|误|错|所){{0,3}}(?:[捐转打付汇交]来?的?)?(?:捐款|捐[赠助资]款?|善款|爱心款|款项?|钱)?(?:[0-9.,]+元?)?"
    rf"|(?P<before>{_NAME})的?(?:捐款|捐[赠助资]款?|善款|款项?)退[款还回]|退[还回]?(?:捐款|善款)[\s:：(（—-]+(?P<behind>{_NAME})[)）]?"
)


def giver_in(row: Mapping[str, str]) -> str | None:
    """Who gave by the words of a row that says it nowhere else, 张三捐款, 捐款-张三: of an account, or of a list without a column
    for it; None in other tables, where a blank one is of somebody that nobody names.
    """
    if "spent" in row:
        return _giver_in(row)
    name = None if "donor" in row else _giver_in(row)
    return name if name is None or _is_sure(name) else name_behind_role(name)


def _is_sure(name: str) -> bool:
    """Whether it surely is a name, or several, and not what was given for, as 修桥 in 修桥捐款 and 生日 in 生日捐款."""
    names = [_OTHERS.sub("", each) for each in name.split("、")]
    return all(may_be_name(each) or _is_shown_in_part(each) or each in NAMES_NOBODY for each in names)


def _is_shown_in_part(name: str) -> bool:
    """Whether it is a name in English, one that hides what it is (李*华, 李**), or a surname with a title: 陈女士."""
    polite = _POLITE.fullmatch(name)
    return (name.isascii() and name[:1].isupper()) or hides(name) or (polite is not None and polite[1] in SURNAMES)


def _giver_in(row: Mapping[str, str]) -> str | None:
    """Who gave by the words of a row that names nobody elsewhere."""
    for words in (part for field in ("note", "purpose") for part in row.get(field, "").split("，")):
        if english := [found for pattern in _IN_ENGLISH if (found := pattern.fullmatch(words.strip()))]:
            if names := [name for found in english if not _OWN_IN_ENGLISH.fullmatch(name := _bare(found["name"]))]:
                return names[0]
        elif found := _GIVER.fullmatch(_without_banks_words(words.strip())):
            name = _who_of_both(_alone(_whole(found).strip(" -—_/")))
            is_some = "、" in name and not _are_parties(name)
            if name and not is_some and not _ANYBODY.fullmatch(simplified(name)) and not _is_where(name):
                return name
        elif found := _GIVES_ALONE.fullmatch(_without_banks_words(words.strip())):
            name = found["name"].strip()
            if _are_parties(name) and not _ANYBODY.fullmatch(simplified(name)):
                return f"{name}{found['others'] or ''}"
        elif begun := _begins_or_ends(_without_banks_words(words.strip())):
            return begun
    return _named_alone(row) if is_gift_by_sort(row) else None


def says_giver(words: str) -> bool:
    """Whether words surely say who gave, 李华捐款, gift from Li Hua, and no sort of gifts: 单位捐款, gifts from members."""
    name = giver_in({"note": words})
    return name is not None and not is_sort_of_parties(name)


def says_nobody(words: str) -> bool:
    """Whether words say of a gift that it is of somebody whom nobody names: 爱心人士捐款, 微信捐款, 匿名."""
    found = _GIVER.fullmatch(_without_banks_words(words.strip()))
    name = simplified((_whole(found) if found else words).strip(" -—_/"))
    return name in NAMES_NOBODY or (found is not None and _ANYBODY.fullmatch(name) is not None)


def may_name(words: str) -> bool:
    """Whether words of a gift in which no giver can be read surely say more than that it is one, and may name whoever gave."""
    if not words or says_nobody(words):
        return False
    left = _LEFT_TO_NAME.findall(_NAMES_NO_GIVER.sub(" ", simplified(words)))
    return any(_ANYBODY.fullmatch(each) is None for each in left)


def is_name_alone(text: str) -> bool:
    """Whether a text is a name, or names with 、 between, and nothing else but how it came (张三微信转账): 房租 and 金华 look like names, too."""
    text = _without_way(text)
    if not text or no_gift({"money": "1", "spent": "", "note": text}) is not None:
        return False
    if text.isalpha() and place(text) is not None:
        return False
    return all(map(_may_be_one, text.split("、")))


def returned_to(row: Mapping[str, str]) -> str | None:
    """To whom something went back by the words of an account's row that says it nowhere else: 退张三多捐款, 张三捐款退回."""
    for words in (part for field in ("note", "purpose") for part in row.get(field, "").split("，")):
        if found := _BACK_TO.fullmatch(words.strip()):
            name = f"{found['name'] or found['before'] or found['behind']}".strip()
            if (may_be_person(name) or may_be_seller(name)) and not _ANYBODY.fullmatch(simplified(name)):
                return name
    return None


def _without_banks_words(words: str) -> str:
    """What was written with a payment, without the day and the words of the bank before it, in either characters."""
    for before in (_DAY, _OF_BANKS, _RECEIVED_BY):
        found = before.match(simplified(words))
        words = words[found.end() :] if found is not None else words
    return words


def _alone(name: str) -> str:
    """The name of whoever gave without what only says how it came, or what it was for; as it is where no name would be left."""
    way = _WAY_BEFORE.match(simplified(name))
    rest = "" if way is None else name[way.end() :]
    name = rest if may_be_person(rest) and not may_be_word(rest) else name
    bare = bare_giver(name)
    is_where = bare != name and not may_be_seller(bare) and place(bare) is not None  # 九江 of 九江慈善
    return name if is_where else bare


def _who_of_both(name: str) -> str:
    """Who gave, where one stands there for another (李华代王芳, 王芳托李华); "" where somebody only handed it on."""
    name = _with_less(name)
    for both in (_FOR_ANOTHER, _BY_ANOTHER):
        found = both.fullmatch(name)
        if found and may_be_person(found["by"]) and may_be_person(found["name"]):
            return str(found["name"])
    return "" if _HANDED_ON.fullmatch(name) else name


def _with_less(name: str) -> str:
    """The name, where what stands behind a person's and a blank only says what for (李华 助学), or names that person again
    (李华 李华代王芳).
    """
    first, *more = name.split() or [""]
    if not more or not may_be_person(first) or may_be_word(first):
        return name
    if len(more) == 1 and more[0].startswith(first):
        return more[0]
    return first if all(_ANYBODY.fullmatch(simplified(each)) or _is_where(each) for each in more) else name


def _begins_or_ends(words: str) -> str | None:
    """The name that begins what is said of a gift in more words, or ends it; None where it may be nobody's."""
    for pattern in (_BEGINS_SO, _ENDS_SO):
        found = pattern.fullmatch(words)
        name = bare_giver(found["name"].strip()) if found else ""
        is_one = _may_be_one(name) and (may_be_seller(name) or place(name) is None)
        if is_one and not _ANYBODY.fullmatch(simplified(name)):
            return f"{name}{(found.groupdict().get('others') if found else None) or ''}"
    return None


def _may_be_one(name: str) -> bool:
    return (may_be_person(name) and not may_be_word(name)) or may_be_seller(name)


def _are_parties(names: str) -> bool:
    """Whether each of names with 、 between may be a person's, or a body's."""
    return all(may_be_person(name) or may_be_seller(name) for name in names.split("、"))


def _without_way(words: str) -> str:
    """The names that words are but for how the money came, 张三微信转账, 收张三（现金）; the words as they are where they are more."""
    found = _WAY_BEHIND.fullmatch(simplified(words))
    names = words[found.start("names") : found.end("names")] if found else words
    return names if all(map(_may_be_one, names.split("、"))) else words


def _whole(found: re.Match[str]) -> str:
    """The name before or behind the word for giving; "" where it says what for, 捐款-修路. 公益 ends that of a group, 同心公益捐款."""
    name: str = found["before"] or found["behind"]
    if found["behind"] and not _may_stand_behind(name, found["kind"]):
        return ""
    ends_so = bool(found["before"]) and found.string.startswith("公益", found.end("before"))
    return f"{name}公益" if ends_so and not (may_be_person(name) or may_be_seller(name)) else name


def _may_stand_behind(name: str, kind: str) -> bool:
    """Whether what stands behind the word for giving is who gave: no 修路, 武汉 or 提现, and no 存银行 behind 现金捐款."""
    is_where = place(name) is not None and not may_be_seller(name)
    return not is_no_giver(name) and not is_where and (kind in _OF_ANYBODY or _may_be_one(name))


def _bare(name: str) -> str:
    """A name without what stands around it; a bracket that closes within it is its own."""
    return name.strip(" .-" if "(" in name else " .-)")


def _is_where(name: str) -> bool:
    """Whether what stands before 捐款 is where it went, or where many gave: 向武汉, 九江市."""
    return (name[:1] == "向" or name[-1:] in "市县省") and place(name.removeprefix("向")) is not None


def _named_alone(row: Mapping[str, str]) -> str | None:
    """The name that a remark is and nothing else, beside a sort that says that somebody gave; None where it is more, or less."""
    parts = [part for field in ("note", "purpose") for part in row.get(field, "").split("，") if part]
    names = [_without_way(part) for part in parts]
    found = [name for name in names if all(map(_may_be_one, name.split("、")))]
    return found[0] if len(found) == 1 and not _ANYBODY.fullmatch(simplified(found[0])) else None
