"""Names in traditional characters beside the same in simplified ones: 華為公司, 华为公司. What no table says, two usual sets of characters do."""

from donations.domain.traditional import VARIANTS, find_traditional, simplified

_TRADITIONAL = (
    "鍾龔鮑龐閆厲婁塗藍鞏酈倫郟鬱偉強傑麗濤鵬輝靜豔艷瓊瑩飛興壽畫詩聰穎潔澤淵濱瀟瀾灝煒燁煥燦瑋瑪璣璽碩禎紳紋純綱綺緒綿績繼絢"
    "翹臨葦薔蘊藝蕓覺詠諒謙豐貞賓賦躍軒遠遙邁鈞鈺鋒鋼鍵鏡鐵鑒鑑銘銳錚鎧閔閣雋霽韻頡馳駿驊驍驕驥鯤鴻鵑鶴鷹鸞麥嫻嬌嬋嬰婭嬪奮嵐"
    "峯帥彥恆悅憲戀揚擁斕曉暉曄暢楓樸樺櫻欽漢漣瀅灤潯爍瓏礪穩籟練縉蘆蔭薩謀謹輔釗鑄錫鎰鏗閎閏靈韜頌頤騫魚鷗滙渙瓔璦瀧煬瑤緹縈"
    "縵繡纓纖聳芻莢葒蔔蔞蕩薈薌螢詡詣誌諧諭賁賚贇軼輅轅鄲鈴鉅鉞銓鋮鎵鑾闊闕陝頊頎顥顰颯飄駒駐駕騎騏驤鯉鵡鸝娛媯嫵嬈孿尋嶸巒幗"
    "廬彌徠愷慄憫敘斂晝曠桿棲極榿槍欒氳洶渾湊漁漵潛澗瀏瀘灃煉煙爺獅瑯琺瓚皚礎祕篤籬縝縱纘羨習腦膚艦蒼蓀蟄裡評詮豎賜贏趨較轍辭"
    "邏鄰釀釣鉻鑲閱陞霧韌馴駝騖鬆鳥鴛鴦鵝鹽麵齣龜"
)
_SIMPLIFIED = (
    "钟龚鲍庞闫厉娄涂蓝巩郦伦郏郁伟强杰丽涛鹏辉静艳艳琼莹飞兴寿画诗聪颖洁泽渊滨潇澜灏炜烨焕灿玮玛玑玺硕祯绅纹纯纲绮绪绵绩继绚"
    "翘临苇蔷蕴艺芸觉咏谅谦丰贞宾赋跃轩远遥迈钧钰锋钢键镜铁鉴鉴铭锐铮铠闵阁隽霁韵颉驰骏骅骁骄骥鲲鸿鹃鹤鹰鸾麦娴娇婵婴娅嫔奋岚"
    "峰帅彦恒悦宪恋扬拥斓晓晖晔畅枫朴桦樱钦汉涟滢滦浔烁珑砺稳籁练缙芦荫萨谋谨辅钊铸锡镒铿闳闰灵韬颂颐骞鱼鸥汇涣璎瑷泷炀瑶缇萦"
    "缦绣缨纤耸刍荚荭卜蒌荡荟芗萤诩诣志谐谕贲赉赟轶辂辕郸铃钜钺铨铖镓銮阔阙陕顼颀颢颦飒飘驹驻驾骑骐骧鲤鹉鹂娱妫妩娆孪寻嵘峦帼"
    "庐弥徕恺栗悯叙敛昼旷杆栖极桤枪栾氲汹浑凑渔溆潜涧浏泸沣炼烟爷狮琅珐瓒皑础秘笃篱缜纵缵羡习脑肤舰苍荪蛰里评诠竖赐赢趋较辙辞"
    "逻邻酿钓铬镶阅升雾韧驯驼骛松鸟鸳鸯鹅盐面出龟"
)
_OF_NAMES = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""Characters that names have beside those of the words by which papers are read: 陳偉 and 陈伟 share none as written."""

ONE_WAY = "\u3013"
"""Stands in the shape of a name for a character that is either traditional or simplified, and not both."""
_OLD, _NEW = "big5", "gb2312"  # what Taiwan and the mainland counted as their usual characters
_KNOWN = frozenset(VARIANTS).union(_SIMPLIFIED)
"""Simplified characters whose traditional ones the tables know: beside one that isn't theirs they are another name."""
_LONG = 4
"""A name of so many characters, half of which are the same, is hardly another one."""


class _Scripts(dict[int, str]):
    """What stands for a character in `shape`: one sign for all that only one way of writing has. Asked once of each."""

    def __missing__(self, at: int) -> str:
        found = self[at] = ONE_WAY if _is_of_one_way(chr(at)) else chr(at)
        return found


_SCRIPTS = _Scripts()


def shape(name: str) -> str:
    """A name as it is alike in traditional and simplified characters: 〓〓公司 of 華為公司 and 华为公司."""
    return name if name.isascii() else _plain(name).translate(_SCRIPTS)


def _plain(name: str) -> str:
    """A name in simplified characters, as far as the tables know them."""
    return simplified(name).translate(_OF_NAMES)


def is_traditional(name: str) -> bool:
    """Whether a character of the name is traditional alone."""
    return not name.isascii() and (
        find_traditional(name) is not None or any(_SCRIPTS[ord(c)] is ONE_WAY and _has(_OLD, c) for c in name)
    )


def same_but_for_script(one: str, other: str) -> bool:
    """Whether one may be the other in traditional characters, as far as that shows without a table of all of them.

    Characters that this table doesn't know are let pass in long names alone, and where half of them or more are the same.
    """
    if len(one) != len(other) or shape(one) != shape(other):
        return False
    differing = [(a, b) for a, b in zip(_plain(one), _plain(other), strict=True) if a != b]
    if not differing:
        return True
    if len(one) < _LONG or 2 * len(differing) > len(one) or any(a in _KNOWN or b in _KNOWN for a, b in differing):
        return False
    return {(_has(_OLD, a), _has(_OLD, b)) for a, b in differing} in ({(True, False)}, {(False, True)})


def _is_of_one_way(character: str) -> bool:
    return _has(_OLD, character) != _has(_NEW, character)


def _has(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
