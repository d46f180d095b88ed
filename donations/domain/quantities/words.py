"""The words that stand before, within and behind a count: 近, 余, 左右, 一批, 每, about, or so, per."""

from functools import cache
from re import Pattern, escape
from re import compile as pattern

_ABOUT_BEFORE = (
    "大约为", "大约有", "大约", "约为", "约有", "约合", "约计", "约莫", "约", "接近", "将近", "近乎", "近", "超过", "超出", "逾", "超", "差不多", "至少",
    "不少于", "不低于", "不下于", "不下", "不止", "大概", "大致", "估计", "估约", "不到", "不足", "最多", "至多", "不超过", "未满", "上", "~", "≈", "±", "或约",
    "几乎", "可能", "有近", "好像", "≥", "≤", ">", "<",
)  # fmt: skip


_ABOUT_ENGLISH = (
    "about", "approximately", "approx.", "approx", "around", "nearly", "almost", "over", "more than", "at least", "no less than", "not less than",
    "no fewer than", "roughly", "some", "up to", "circa", "ca.", "close to", "less than", "fewer than", "at most", "an estimated", "estimated", "above",
)  # fmt: skip


WORDS_ENDING_IN = {
    "近": "附最就临邻靠亲远",
    "约": "契条预公节婚特纽简制违履签毁邀",
    "超": "b彩心胎黑商高赶",
}
"""What stands before the last character of a word that is no 近, 约 or 超 of the number behind it."""


TOGETHER = "(?<![百组組混复復配结結联聯综綜融整集契])合共"
"""合共500元, as 共 is said in Hong Kong; 百合共500枝 are 百合."""
AND = "和(?!田|平|牌|服|路|县|睦|风|面)|与(?!众)"
"""和 and 与 between two things, not those of 和田枣 or 与众不同."""


@cache
def about_before() -> Pattern[str]:
    han = "|".join(map(escape, _ABOUT_BEFORE))
    english = "|".join(map(escape, _ABOUT_ENGLISH))
    return pattern(rf"(?:{han}|(?<![a-z0-9])(?:{english})(?![a-z]))[ :]*$")


@cache
def about_behind() -> Pattern[str]:
    return pattern(
        r" ?(?:左右(?![手脚侧耳眼腿臂])|上下(?![铺床身册水班])|以上|开外|有余|之多|之余|余(?![0-9姚杭干江庆])|多(?=$|[ ,，、;；。()@的])|不到|不等|许(?=$|[ ,，、;；。()@的])|or so|\+(?=$|[,、;；)@])|or more|odd(?![a-z]))"
    )


@cache
def rough_middle() -> Pattern[str]:
    return pattern(r" ?(?:余|多|来|几|\+|-?odd(?![a-z])) ?")


@cache
def vague() -> Pattern[str]:
    return pattern(
        r"数量不详|数量不明|数量未知|数目不详|数目不明|数目未知|数量待定|数量不定|若干|一些|少量|大量|部分|许多|好多|很多|好些|不详|不明|未知|一定数量|适量|不计其数|"
        r"(?:[0-9]+|一?[大小]|[一二两三四五六七八九十几数多]) ?(?:批次?|堆(?![肥高垛积土]))|一点(?:[儿点]|(?![0-9一二三四五六七八九十红]))|一宗|少许|些许|"
        r"(?<![a-z0-9])(?:(?:a|an|one|[0-9]+) (?:large |small |first |big )?batch(?:es)?(?: of)?|an? (?:large |small |certain |unknown |huge )?"
        r"(?:number|quantity|amount|lot|variety|pile|heap|bunch|load)(?: of)?|(?:an? )?unknown(?: (?:number|quantity|amount)(?: of)?)?|"
        r"quantity unknown|lots of|plenty of|several|some|many|various|numerous|assorted|a few|a couple of)(?![a-z])"
    )


@cache
def some_of_a_unit() -> Pattern[str]:
    return pattern(r"好?几|数|多")


@cache
def range_sign() -> Pattern[str]:
    return pattern(r" ?(?:-+|~+|至|到|—+|to|or|或|、(?=[一二三四五六七八九十](?:[个只件箱盒瓶台包袋]))) ?")


@cache
def per_behind() -> Pattern[str]:
    return pattern(r" ?(?:/|每|per |a |in each |each |in a )(?:一|1)? ?")


@cache
def per_pack() -> Pattern[str]:
    return pattern(r" ?(?:/ ?|per |in each )")


@cache
def each_behind() -> Pattern[str]:
    return pattern(r" ?(?:each|apiece|in each|per (?:box|bag|carton|pack|case|bottle)(?:es|s)?)(?![a-z])")


@cache
def per_before() -> Pattern[str]:
    return pattern(r"(?:每一?|(?<![a-z])(?:each|every|per) )$")


@cache
def fills() -> Pattern[str]:
    return pattern(r"(?:(?:内?[装含有]|里面?有?|为|是|共|:|=|,|contains|has|of|with| )*)$")


_DIGIT = "[0-9一二两三四五六七八九壹贰貳叁肆伍陆陸柒捌玖]"


@cache
def dimes() -> Pattern[str]:
    return pattern(rf"(?:[零又]?({_DIGIT}) ?[角毛])?(?:[零又]?({_DIGIT}) ?分)?(?:整|正|钱|人民币)?")


@cache
def kuai() -> Pattern[str]:
    return pattern(
        rf" ?块(?:({_DIGIT})(?=$|[ ,，、;；。()/一每]|[角毛钱]|(?:左右|上下)$)[角毛]?)?(?:零?({_DIGIT})分)?(?:钱)?(?: ?[整正])?(?=$|[ ,，、;；。()/一每]|(?:左右|上下|多)$)"
    )


@cache
def small_coins() -> Pattern[str]:
    return pattern(rf" ?(?:[角毛](?:({_DIGIT})分?)?|(分))(?:钱|整|正)?(?=$|[ ,，、;；。()/])")


@cache
def fills_forward() -> Pattern[str]:
    return pattern(r"(?:内?[装含有]|里面?有?|为|是|共|约|近|单价|价格?|价值|:|=| )*")


@cache
def rare_unit() -> Pattern[str]:
    return pattern(r"(?<=[^\W\d_])[0-9.,]+([\u3400-\u9fff])(?=$|[ ,，、;；。()@])")


@cache
def latin() -> Pattern[str]:
    return pattern(r"x(?= ?[0-9]| [a-z])|t恤|(?:k?n95|kf94|ffp[23])(?![a-z0-9])|[a-z]{4,}(?![a-z0-9])")
