"""What headings of lists in Japanese mean: 寄附者, 寄附金額, 品目, 日付, 備考; and whether words are Japanese."""

from donations.domain.paper_fields import PASSED
from donations.importers.patterns import pattern_of

_GIFT = r"(?:寄[附付]|寄赠|义援|支援|募金|协赞|御?奉[纳赞])"
_WHO = r"(?:者|元|主|企业|团体|会社|法人|个人)"
_CALLED = r"(?:氏名|名称|名前|名|様)?"
_BODY = r"(?:会社|团体|法人|企业|组织|病院|施设|学校|店)"
JAPANESE = tuple(
    (sense, pattern_of(pattern))
    for sense, pattern in (
        ("serial", r"一连番号|通し番号"),
        (PASSED, r"住所|职业|所在地|邮便番号|电话(?:番号)?|连络先|メール(?:アドレス)?|eメール|领收(?:书|证).*|受领(?:书|证).*|(?:支付|支払|入金|振[込込]|[决決][济済])(?:い)?方法|担当(?:者|部署)?(?:名)?|残高|差引残高|现在[(]贷付[)]高|ラベル|(?:入出金)?明[细細]id|取[扱扱]局|加入者名|口座番号|累计|ふりがな|フリガナ|カナ|よみ(?:がな)?|性别|年[龄齢]|人数|件数"),
        ("status", r"(?:[决決][济済]|支[払付]い?|入金|振[込込]み?|寄[附付])?(?:状[况态況態]|ステータス)"),
        ("anonymous", r"匿名(?:希望)?|[お御ご]?(?:氏名|芳名|名前)(?:の)?公[开開表](?:可否|希望)?"),
        ("date", rf"日付|(?:{_GIFT}|受[领付入取]け?|入金|お?取引|取[り]?扱い?|振[込込]み?|纳[入付]|赠呈|お?申[込込]み?|配布|发送|お?届け|支[払付]い?|出金)(?:年月)?日(?:付|时)?"),
        ("money", rf"{_GIFT}(?:金|总)?(?:额|金额)|(?:寄[附付]|义援|支援|协赞|募)金|(?:入金|振[込込]み?|受领|ご?芳志|预[り]?)(?:金)?(?:额|金额)|入金|收入(?:额|金额)?|受入(?:れ)?(?:额|金额)|お?[预預](?:け)?[り入]れ?(?:额|金额)?"),
        ("spent", r"お?(?:支[払出]い?|[払拂]出し?|引き?出し?|出金|支出)(?:额|金额)?"),
        ("donor", rf"{_GIFT}(?:を?した)?{_WHO}の?{_CALLED}|ご?芳名|御芳名|(?:提供|ご?协力|赞同|协赞)(?:者|元|企业|团体|会社){_WHO}?{_CALLED}|ドナー(?:名)?"),
        ("recipient", rf"(?:送[りリ]?付?|{_GIFT}|配[布付]|お?届け|赠呈|发送|提供|纳入|受入)先(?:名|名称|氏名)?|(?:受领|受取|受益)(?:者|人|团体)(?:名|氏名)?"),
        ("item", rf"{_GIFT}?(?:品目|品名|品|物品|物资)(?:名|目|内容)?|商品名?|(?:寄[附付]|寄赠|支援)内容"),
        ("quantity", rf"{_GIFT}?(?:个数|数量|枚数|本数|箱数|点数|台数)"),
        ("purpose", rf"使[途道](?:指定|希望)?|用途|{_GIFT}?(?:金)?の?(?:目的|使途|使い道)"),
        ("payer", r"[详詳][细細]2|[払拂][込込]み?(?:人|者)(?:氏名|名)?|振[込込]み?(?:人|名义|依赖人)(?:名)?|依赖人(?:名)?"),
        ("note", r"备考|通信[栏欄]|[详詳][细細]1?|お?取[り]?扱い?内容|お?取引内容|摘要|メモ|コメント|メッセージ|连络事项|特记事项|その他"),
        ("party", rf"(?:ご|お)?(?:氏名|名前|姓名)|{_BODY}名(?:称)?|ニックネーム|ハンドルネーム"),
        ("category", r"(?:种|区)[别分]|分类|カテゴリー?"),
        ("city", r"市(?:区)?町村|都市名?"),
        ("county", r"都道府县|地域(?:名)?"),
    )
)  # fmt: skip
"""Rules in the shape of those of heading_words.py, which asks them last."""
_SHINJITAI = str.maketrans(
    "総単価発団賛対収県広薬済売関応気経録区号証訳薦図込齢開処実営円",
    "总单价发团赞对收县广药济卖关应气经录区号证译荐图込龄开处实营円",
)
_IN_TITLES = r"寄附|寄付(?=[金者额額])|円|[御ご]芳名|(?:令和|平成)(?=[0-9元])"
_JAPANESE = pattern_of(rf"[\u3041-\u309f\u30a1-\u30fa単総発価払込]|日付|氏名|義援|{_IN_TITLES}")
"""Signs and words that no heading of a Chinese list has; in its title names may have some of them, 家の味."""
_TITLE = pattern_of(_IN_TITLES)


_OF_WON = pattern_of(r"[십백천만억]+(?=\s*원)")
_NUMERALS = str.maketrans("십백천만억", "十百千万亿")


def in_chinese(text: str) -> str:
    """A text with the characters that only Japan writes so as they are written in China, and the numerals of 만원 as in 万원."""
    if text.isascii():
        return text
    text = text.translate(_SHINJITAI)
    return _OF_WON.sub(lambda found: found[0].translate(_NUMERALS), text) if "원" in text else text


def is_japanese(heading: str) -> bool:
    """Whether a heading is surely Japanese, and not Chinese."""
    return _JAPANESE.search(heading) is not None


def is_titled_in_japanese(title: str) -> bool:
    """The same of the words above a table."""
    return _TITLE.search(title) is not None
