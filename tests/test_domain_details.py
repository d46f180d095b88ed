"""Words and tables of the domain held against what the world says of them: numerals, units, currencies, common goods."""

import unicodedata
from datetime import date
from fractions import Fraction

import pytest

from donations import errors
from donations.domain import catalogue, text, units, units_english
from donations.domain.amount import Amount, Certainty, Item, decimal_text, fen, minor_text, to_minor
from donations.domain.currencies import FOREIGN
from donations.domain.likeness import item_resembles, party_resembles
from donations.domain.masking import mask_person
from donations.domain.parsing import parse_money, parse_quantities, parse_quantity
from donations.domain.period import parse_date
from donations.domain.place import parse_place
from donations.domain.place_names import place_in_name
from donations.domain.quantities import money as money_words
from donations.domain.quantities import numerals


def words(table: str) -> list[str]:
    """The words of a table; a blank within one is written _."""
    return [word.replace("_", " ") for word in table.split()]


# --- numerals


@pytest.mark.parametrize("numeral", "一壹二贰貳兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅")
def test_every_chinese_numeral_is_what_unicode_says(numeral: str) -> None:
    assert numerals.number(numeral) == Fraction(int(unicodedata.numeric(numeral)))
    assert parse_quantity(f"大米{numeral}斤").number == int(unicodedata.numeric(numeral))


@pytest.mark.parametrize("numeral", "½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞")
def test_every_vulgar_fraction_is_what_unicode_says(numeral: str) -> None:
    value = Fraction(unicodedata.numeric(numeral)).limit_denominator(10)
    assert numerals.number(numeral) == value
    assert parse_quantity(f"大米2{numeral}斤").number == 2 + value


ONES = words("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
ONES += words("seventeen eighteen nineteen")
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")


@pytest.mark.parametrize(("value", "word"), list(enumerate(ONES, 1)))
def test_small_english_numbers(value: int, word: str) -> None:
    assert parse_quantity(f"{word} hundred blankets").number == 100 * value
    assert parse_quantity(f"{word} boxes of masks").number == value


@pytest.mark.parametrize(("value", "word"), list(enumerate(TENS, 2)))
def test_tens_in_english(value: int, word: str) -> None:
    assert parse_quantity(f"{word}-seven boxes of masks").number == 10 * value + 7
    assert parse_quantity(f"two hundred and {word} boxes of masks").number == 200 + 10 * value


@pytest.mark.parametrize(
    ("text", "value", "rough"),
    [
        ("a dozen", 12, False),
        ("dozens", 12, True),
        ("two hundred", 200, False),
        ("hundreds", 100, True),
        ("three thousand", 3000, False),
        ("thousands", 1000, True),
        ("two million", 2000000, False),
        ("millions", 1000000, True),
        ("one billion", 10**9, False),
        ("1.5 million", 1500000, False),
        ("3 dozen", 36, False),
        ("two thousand three hundred", 2300, False),
        ("one million two hundred thousand", 1200000, False),
    ],
)
def test_large_english_numbers(text: str, value: int, rough: bool) -> None:
    read = parse_quantity(f"{text} masks")
    assert (read.number, read.certainty) == (Fraction(value), Certainty.ABOUT if rough else Certainty.EXACT)


# --- words that say how sure a number is


ROUGH = """
大约为 大约有 大约 约为 约有 约合 约计 约莫 约 接近 将近 近乎 近 超过 超出 逾 超 差不多 至少 不少于 不低于 不下于 不下 不止 大概 大致 估计 估约 不到 不足 最多
至多 不超过 未满 ~ ≈ ± 几乎 可能 有近 好像 ≥ ≤ > <
"""
ROUGH_ENGLISH = """
about approximately approx. approx around nearly almost over more_than at_least no_less_than not_less_than no_fewer_than roughly up_to circa ca.
close_to less_than fewer_than at_most an_estimated estimated above
"""


@pytest.mark.parametrize("word", words(ROUGH))
def test_words_that_make_an_amount_rough(word: str) -> None:
    read = parse_quantity(f"口罩{word}500个")
    assert (read.item, read.number, read.unit, read.certainty) == ("口罩", Fraction(500), "个", Certainty.ABOUT)


@pytest.mark.parametrize("word", words(ROUGH_ENGLISH))
def test_english_words_that_make_an_amount_rough(word: str) -> None:
    read = parse_quantity(f"{word} 500 boxes of masks")
    assert (read.item, read.number, read.unit, read.certainty) == ("masks", Fraction(500), "盒", Certainty.ABOUT)


# --- units


METRIC = [
    ("公斤", "克", 1000), ("千克", "公斤", 1), ("kg", "g", 1000), ("斤", "克", 500), ("市斤", "斤", 1), ("两", "克", 50),
    ("斤", "两", 10), ("吨", "公斤", 1000), ("克", "毫克", 1000), ("升", "毫升", 1000), ("立方米", "升", 1000), ("米", "厘米", 100),
    ("厘米", "毫米", 10), ("公里", "米", 1000), ("千米", "公里", 1), ("t", "kg", 1000), ("公升", "升", 1), ("方", "立方米", 1),
    ("立方", "立方米", 1), ("平米", "平方米", 1), ("cc", "毫升", 1), ("㎏", "公斤", 1), ("㎎", "毫克", 1), ("㎖", "毫升", 1),
    ("㏄", "毫升", 1), ("㎝", "厘米", 1), ("㎜", "毫米", 1), ("㎞", "公里", 1), ("㎡", "平方米", 1), ("㎥", "立方米", 1),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "base", "factor"), METRIC)
def test_measures_convert_as_everywhere(unit: str, base: str, factor: int) -> None:
    assert units.factor_between(unit, base) == factor
    assert units.factor_between(base, unit) == Fraction(1, factor)


def test_a_pound_is_the_international_one() -> None:
    assert units.factor_between("lb", "g") == Fraction("453.59237")


# what people type → the unit it is
SPELLINGS = """
斤 jin catty catties | 公斤 kg kgs kilo kilos kilogram kilograms | 克 g gram grams | 两 liang | 吨 t ton tons tonne tonnes | 毫克 mg | 磅 lb lbs pound pounds
升 l litre litres liter liters | 毫升 ml millilitre millilitres milliliter milliliters | 立方米 m3 m³ cubic_metre cubic_metres cubic_meter cubic_meters
米 m metre metres meter meters | 厘米 cm | 毫米 mm | 公里 km | 平方米 sqm m2 m² square_metre square_metres square_meters
个 pcs pc piece pieces unit units 個 | 只 隻 | 件 item items parcel parcels | 台 machine machines 臺 | 瓶 bottle bottles 瓶子 樽 | 支 tube tubes stick sticks
副 pair pairs | 套 set sets suit suits kit kits 件套 | 条 bar bars 條 | 片 tablet tablets slice slices | 张 sheet sheets 張
份 portion portions serving servings meal meals share shares | 本 volume volumes | 块 block blocks cake cakes | 粒 pill pills | 辆 vehicle vehicles 輛 | 双 雙
头 head heads | 册 copy copies | 剂 dose doses | 贴 plaster plasters | 人次 person-time person-times | 人 person persons | 听 can cans tin tins | 吨 噸
罐 jar jars 罐子 | 碗 bowl bowls | 杯 cup cups | 壶 pot pots | 盒 box boxes 盒子 | 包 pack packs packet packets package packages | 箱 箱子
袋 bag bags sack sacks 袋子 麻袋 | 桶 barrel barrels bucket buckets drum drums | 卷 roll rolls | 捆 bundle bundles | 篮 basket baskets | 组 group groups
箱 carton cartons case cases crate crates | 车 truckload truckloads truck trucks | 托 pallet pallets | 柜 container containers
"""


@pytest.mark.parametrize("row", [row.split() for line in SPELLINGS.strip().splitlines() for row in line.split(" | ")])
def test_what_people_type_for_a_unit(row: list[str]) -> None:
    unit, *typed = row
    for spelling in typed:
        found = units.unit_named(spelling.replace("_", " "))
        assert found.name == unit, spelling
        assert found == units.unit_named(unit)
        assert found.name in units.units()


COUNTED = """
个 只 枚 件 台 盒 瓶 支 副 套 双 对 条 片 张 份 把 顶 本 块 根 粒 颗 部 辆 架 头 匹 尾 株 棵 幅 床 封 册 枝 朵 具 盏 杆 座 扇 剂 针 贴 人次 场 次 节 罐 碗 杯 壶 盆 盘 串 刀
身 间 艘 亩 人份 樘 束 挂 尊 丸 桌 包 袋 提 桶 卷 捆 筒 坛 缸 篮 筐 篓 扎 板 管 排 摞 沓 叠 组 小盒 中盒 大盒 小包 中包 大包 小袋 中袋 大袋 小桶 大桶 小瓶 大瓶 编织袋
箱 小箱 中箱 大箱 泡沫箱 纸箱 整箱 车 卡车 货车 托 托盘 柜 集装箱 船
"""


@pytest.mark.parametrize("unit", COUNTED.split())
def test_every_word_goods_are_counted_by_is_no_part_of_their_name(unit: str) -> None:
    read = parse_quantity(f"30{unit}爱心物资")
    assert (read.item, read.number, read.unit) == ("爱心物资", Fraction(30), unit)
    assert parse_quantity(f"爱心物资30{unit}").unit == unit


@pytest.mark.parametrize(
    ("unit", "decimals"), [("斤", 3), ("公斤", 3), ("克", 0), ("两", 2), ("吨", 6), ("升", 3), ("毫升", 0), ("米", 3), ("个", 0), ("箱", 0)]
)  # fmt: skip
def test_measures_are_kept_to_the_gram_and_what_is_counted_whole(unit: str, decimals: int) -> None:
    assert units.unit_named(unit).decimals == decimals


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("个", "pcs"), ("只", "pcs"), ("双", "pairs"), ("对", "pairs"), ("人", "persons"), ("次", "times"), ("提", "packs"), ("板", "trays"),
        ("管", "tubes"), ("顶", "pcs"), ("床", "pcs"), ("公斤", "kg"), ("斤", "jin"), ("升", "l"), ("箱", "cartons"), ("盒", "boxes"),
        ("瓶", "bottles"), ("件", "items"), ("人次", "person-times"), ("本", "copies"), ("条", "pcs"), ("头", "head"), ("人份", "portions"), ("小桶", "small buckets"), ("坛", "jars"), ("大盒", "large boxes"), ("美元", "US dollars"), ("闲", "闲"),
    ],
)  # fmt: skip
def test_units_as_english_readers_see_them(unit: str, english: str) -> None:
    assert units_english.english_of(unit) == english


# --- money


CURRENCIES = """
CNY 元 ¥ 元 rmb cny yuan renminbi 块钱 元人民币 人民币 | USD 美元 us$ $ usd 美元 美金 us_dollars dollars dollar | HKD 港元 hk$ hkd 港币 港元 hk_dollars
EUR 欧元 € eur 欧元 euros euro | JPY 日元 jp¥ jpy 日元 日币 日圆 yen | GBP 英镑 £ gbp 英镑 pounds_sterling | CAD 加元 ca$ cad 加元 加币 canadian_dollars
AUD 澳元 au$ aud 澳元 澳币 australian_dollars | SGD 新加坡元 sgd 新加坡元 新币 singapore_dollars | TWD 新台币 nt$ twd 新台币 台币 | KRW 韩元 krw 韩元 won
MOP 澳门元 mop 澳门币 澳门元 | CHF 瑞士法郎 chf 瑞士法郎 | RUB 卢布 rub 卢布 roubles rubles | THB 泰铢 thb 泰铢 baht | MYR 马来西亚林吉特 myr 林吉特 马币 ringgit
"""


@pytest.mark.parametrize("row", [row.split() for line in CURRENCIES.strip().splitlines() for row in line.split(" | ")])
def test_money_of_every_currency(row: list[str]) -> None:
    item, unit, *written = row
    for word in written:
        text = f"{word}500" if word[-1] in "$¥€£" else f"500 {word.replace('_', ' ')}"
        read = parse_quantity(text)
        assert (read.item, read.unit, read.number, read.is_money) == (item, unit, Fraction(500), True), text


@pytest.mark.parametrize(
    "text", ["现金500元", "善款500元", "微信500元", "支付宝转账500元", "红包500元", "救灾款500元", "慰问金500元"]
)
def test_names_of_money_are_no_goods(text: str) -> None:
    read = parse_quantity(text)
    assert (read.item, read.number, read.unit) == ("CNY", Fraction(500), "元")


def test_parse_money_takes_what_a_price_tag_says() -> None:
    assert parse_money("¥3.50。") == (Fraction(7, 2), Certainty.EXACT)


# --- common goods


GOODS = """
masks 口罩 个 | N95_masks N95口罩 个 | goggles 护目镜 个 | protective_suits 防护服 套 | gloves 手套 双 | rice 大米 斤 | eggs 鸡蛋 个 | milk 牛奶 箱 | alcohol 酒精 瓶
disinfectant 消毒液 瓶 | quilts 棉被 床 | tents 帐篷 顶 | vegetables 蔬菜 斤 | thermometers 体温计 支 | medicines 药品 盒 | computers 电脑 台 | water 矿泉水 箱
"""


@pytest.mark.parametrize("row", [row.split() for line in GOODS.strip().splitlines() for row in line.split(" | ")])
def test_common_goods_by_their_english_name(row: list[str]) -> None:
    english, name, unit = row
    common = catalogue.common_named(english.replace("_", " "))
    assert common is not None
    assert (common.name, common.unit, common.is_money, common.decimals) == (name, unit, False, 0)
    assert catalogue.common_named(name) is common
    if english != "water":
        assert catalogue.english_name(name) == english.replace("_", " ")
        assert catalogue.english_name(english) == english, "only a Chinese name is translated"


@pytest.mark.parametrize("name", ["人民币", "现金", "善款", "捐款", "资金", "money", "cash", "yuan", "RMB"])
def test_names_of_money(name: str) -> None:
    money = catalogue.common_named(name)
    assert money is not None
    assert (money.name, money.unit, money.decimals, money.is_money) == ("CNY", "元", 2, True)


def test_every_currency_that_is_read_is_known_as_money() -> None:
    """One list of them wherever money is told from goods."""
    assert {currency.item: currency.unit for currency in money_words.CURRENCIES if currency.item != "CNY"} == FOREIGN
    for code, unit in FOREIGN.items():
        known = catalogue.common_named(code)
        assert known is not None
        assert (known.unit, known.is_money) == (unit, True)


@pytest.mark.parametrize(
    ("code", "unit", "english", "decimals"),
    [
        ("USD", "美元", "US dollars", 2),
        ("HKD", "港元", "Hong Kong dollars", 2),
        ("EUR", "欧元", "euros", 2),
        ("JPY", "日元", "Japanese yen", 0),
        ("GBP", "英镑", "pounds sterling", 2),
    ],
)
def test_foreign_money(code: str, unit: str, english: str, decimals: int) -> None:
    money = catalogue.common_named(code)
    assert money is not None
    assert (money.unit, money.decimals, money.is_money, money.category) == (unit, decimals, True, "资金")
    assert catalogue.english_name(code) == english


def test_a_word_that_means_several_goods() -> None:
    assert catalogue.all_named("eggs") == ["鸡蛋", "鸭蛋"]
    assert catalogue.all_named("口罩") == ["口罩"]
    assert catalogue.all_named("广东口罩") == []


# --- names and amounts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("batteries", "battery"),
        ("boxes", "box"),
        ("batches", "batch"),
        ("brushes", "brush"),
        ("glasses", "glass"),
        ("potatoes", "potato"),
        ("masks", "Mask"),
        ("face masks", "FACE-MASK"),
        ("ｍａｓｋｓ", "masks"),
        ("口罩 （大）", "口罩(大)"),
        ("口罩\u200b", "口罩"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert text.key(one) == text.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("gas", "ga"), ("glass", "glas"), ("75%酒精", "75酒精"), ("A+", "A"), ("5#电池", "5电池"), ("bus", "bu")],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert text.key(one) != text.key(other)


def test_names_and_notes_have_a_longest() -> None:
    assert text.name(" 名" + "字" * 99) == "名" + "字" * 99
    with pytest.raises(errors.NameTooLong, match="101"):
        text.name("名" * 101)
    assert len(text.note("记" * 1000)) == 1000
    with pytest.raises(errors.NoteTooLong, match="1001"):
        text.note("记" * 1001)
    with pytest.raises(errors.NameMissing):
        text.name(" …… ")
    with pytest.raises(errors.NotText):
        text.name("\udcff")


PIECE = Item(1, "口罩", None, "个", 0)
WEIGHED = Item(2, "大米", None, "斤", 3)


def test_an_amount_is_exact_to_the_items_smallest_unit() -> None:
    assert to_minor(Fraction("2.5"), WEIGHED) == 2500
    assert to_minor(Fraction(10**15), PIECE) == 10**15
    with pytest.raises(errors.AmountTooLarge):
        to_minor(Fraction(10**15 + 1), PIECE)
    with pytest.raises(errors.TooFine, match=r"1\.5个"):
        to_minor(Fraction("1.5"), PIECE)
    assert fen(Fraction("28.16")) == 2816
    with pytest.raises(errors.TooFine, match="元"):
        fen(Fraction("0.001"))


@pytest.mark.parametrize(
    ("minor", "decimals", "written"),
    [(150, 2, "1.5"), (-150, 2, "-1.5"), (5, 2, "0.05"), (-5, 0, "-5"), (100, 2, "1"), (0, 3, "0"), (2500, 3, "2.5")],
)
def test_amounts_are_written_without_needless_zeros(minor: int, decimals: int, written: str) -> None:
    assert minor_text(minor, decimals) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1/2", "0.5"),
        ("1/3", "1/3"),
        ("-2/3", "-2/3"),
        ("7", "7"),
        ("453.59237", "453.59237"),
        ("1/4096", "0.000244140625"),
    ],
)
def test_numbers_are_written_as_decimals_where_they_end(number: str, written: str) -> None:
    assert decimal_text(Fraction(number)) == written


def test_certainty_is_that_of_the_least_certain() -> None:
    exact, about, unknown = Certainty.EXACT, Certainty.ABOUT, Certainty.UNKNOWN
    assert exact.also(exact) is exact
    assert exact.also(about) is about.also(exact) is about
    assert about.also(unknown) is unknown.also(exact) is unknown
    three, four = Amount(3, PIECE), Amount(4, PIECE, about)
    assert three + four == Amount(7, PIECE, about)
    assert -four == Amount(-4, PIECE, about)
    nobody_knows = Amount(None, PIECE, unknown)
    assert -nobody_knows == nobody_knows
    assert Item(1, "口罩", "N95", "个", 0).label == "口罩（N95）"


# --- look-alikes


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("江西康民药业有限公司", "江西康民药业", True),
        ("江西康民药业有限责任公司", "江西康民药业股份有限公司", True),
        ("江西康民集团", "江西康民", True),
        ("爱心人士A", "爱心人士B", False),
        ("爱心人士", "九江爱心人士", True),
        ("五中", "九江五中", True),  # 九江 is a place, though it begins with a numeral
        ("红会", "三明市红会", True),
        ("五中", "新五中", False),
        ("红十字会", "九江市第三人民医院红十字会志愿者大队", False),  # too small a part
        ("第三小学", "第三小学东", False),
        ("蓝天救援队", "天蓝救援队", True),
        ("蓝天救援队", "蓝地救缓队", False),  # two characters of five
        ("九江市蓝天志愿救援服务队", "九江市蓝地志愿救缓服务队", True),  # two of twelve
        ("九江市蓝天志愿救援服务队", "九江市蓝地志原救缓服务队", False),
        ("柴桑区人民医院", "浔阳区人民医院", False),
        ("柴桑区人民医院", "柴桑区人民医阮", True),
        ("九江市中医医院", "吉安市中医医院", False),
        ("柴桑区人民医院红十字会志愿队", "浔阳区人民医院红十字会志愿队", False),  # no typing error: two places
        ("九讧市蓝天志愿救援服务队", "九江市蓝天志愿救援服务队", True),  # one that makes no place
        ("王小芳", "王晓芳", False),  # too short to tell a typing error
        ("", "王芳", False),
        ("村民12组", "村民13组", False),
        ("第一小学", "第1小学", True),
    ],
)
def test_parties_that_look_alike(one: str, other: str, alike: bool) -> None:
    assert party_resembles(one, other) is alike
    assert party_resembles(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("口罩", "医用口罩", True),
        ("口罩", "大口罩", False),  # a size tells
        ("罩", "口罩", False),
        ("N95口罩", "KN95口罩", False),
        ("护目镜", "护日镜", True),
        ("鸡蛋", "鸭蛋", False),
        ("消毒液", "84消毒液", False),
        ("75%酒精", "95%酒精", False),
        ("一次性雨衣", "一次性雨鞋", True),
        ("体温计", "体温枪", True),
    ],
)
def test_items_that_look_alike(one: str, other: str, alike: bool) -> None:
    assert item_resembles(one, other) is alike
    assert item_resembles(other, one) is alike


# --- money, where its word stands before the number


BEFORE = """
CNY ¥ rmb cny cn¥ 人民币 人民币(大写) 人民币大写 (大写) 大写 大写金额 人民币(小写) 人民币小写 (小写) 小写 | USD us$ usd$ usd $ 美元 美金 | HKD hk$ hkd 港币 港元 | EUR € eur 欧元
JPY jp¥ jpy 日元 日币 | GBP £ gbp 英镑 | CAD ca$ cad 加元 加币 | AUD au$ aud 澳元 澳币 | SGD sgd 新币 新加坡元 | TWD nt$ twd 新台币 台币 | MOP mop 澳门币 澳门元
KRW ₩ krw 韩元 韩币 | CHF chf 瑞士法郎 | RUB ₽ rub 卢布 | THB ฿ thb 泰铢 | MYR myr 马币
"""


@pytest.mark.parametrize("row", [row.split() for line in BEFORE.strip().splitlines() for row in line.split(" | ")])
def test_money_with_its_word_before_the_number(row: list[str]) -> None:
    item, *written = row
    for word in written:
        read = parse_quantity(f"{word}500")
        assert (read.item, read.number, read.is_money) == (item, Fraction(500), True), word
        assert parse_quantity(f"{word.upper()} 500").item == item


@pytest.mark.parametrize(
    "style", words("新款 男款 女款 同款 童款 老款 旧款 爆款 厚款 薄款 各款 多款 冬款 夏款 大款 小款 春款 秋款 中款")
)
def test_a_style_is_no_money(style: str) -> None:
    """男款500元 may be goods of that style for 500 yuan; 善款500元 is money."""
    with pytest.raises(errors.MoneyOrGoods):
        parse_quantity(f"{style}500元")


MONEY_NAMES = """
现金 现款 现钞 款项 款 钱 钱款 红包 转账 转帐 汇款 现汇 支票 会费 经费 利息 存款利息 银行利息 退款 备用金 善金 慰问金 助学金 奖学金 微信 支付宝 微信支付
抚恤金 补助金 救助金 资助金 爱心金 捐赠金 奖金 爱心 捐资 捐 捐赠 捐出 捐了 捐献 共捐 共捐款 共捐赠 合计捐款 收到 金额 总金额 总额 捐款金额 捐赠金额 合计
共计 总计 小计 共 计 收入 基金 银行 零花钱 善款 资金 救灾款 爱心款 赈灾款 抗疫款 防疫款 捐赠款 专款 专项款 货款 慈善款 帮扶款 扶贫款 助学款 慰问款 收款
"""


@pytest.mark.parametrize("name", MONEY_NAMES.split())
def test_names_beside_an_amount_of_money_that_say_nothing_of_goods(name: str) -> None:
    read = parse_quantity(f"{name}500元")
    assert (read.item, read.number, read.unit, read.price) == ("CNY", Fraction(500), "元", None)


# --- days and places


@pytest.mark.parametrize(
    "typed", ["二月一二十日", "二月二十三四日", "十十月一日", "二月十十日", "一二月一日", "二月三十日", "十三月一日"]
)
def test_chinese_days_that_no_calendar_has(typed: str) -> None:
    with pytest.raises(errors.NoDate):
        parse_date(typed, date(2020, 3, 31))


@pytest.mark.parametrize(
    ("typed", "month", "day"), [("二月廿九日", 2, 29), ("一月卅一日", 1, 31), ("三月三十日", 3, 30), ("三月十日", 3, 10), ("三月廿日", 3, 20), ("三月二十一", 3, 21)]
)  # fmt: skip
def test_chinese_days(typed: str, month: int, day: int) -> None:
    assert parse_date(typed, date(2020, 3, 31)) == date(2020, month, day)


@pytest.mark.parametrize(
    "name",
    [
        "永丰县域经济促进会", "永丰县级机关", "柴桑区块链协会", "柴桑区域合作社", "浔阳区间车队", "庐山市场管理处", "庐山沿海城市联盟",
        "赞助商都市报", "柴桑乡友会", "永丰路小学",
    ],
)  # fmt: skip
def test_names_that_only_seem_to_hold_a_place(name: str) -> None:
    assert place_in_name(name) is None


# --- amounts in goods


@pytest.mark.parametrize("text", ["大米.5斤", "大米 .5斤", ".5斤大米", "消毒液捐.5L×20桶"])
def test_digits_behind_a_mere_point_are_no_number(text: str) -> None:
    """Half a 斤 or five? A tenfold slip must not be booked."""
    with pytest.raises(errors.NoNumber):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "item", "number", "unit"),
    [
        ("酒精No.5 3瓶", "酒精No.5", 3, "瓶"),
        ("两针牙膏5支", "两针牙膏", 5, "支"),
        ("零个件5箱", "零个件", 5, "箱"),
        ("3斤2两茶叶", "茶叶", Fraction("3.2"), "斤"),
        ("大米2吨500公斤", "大米", Fraction("2.5"), "吨"),
    ],
)
def test_amounts_in_goods(text: str, item: str, number: Fraction, unit: str) -> None:
    read = parse_quantity(text)
    assert (read.item, read.number, read.unit) == (item, number, unit)


@pytest.mark.parametrize("text", ["2公500斤500克糖", "大米3两2斤"])
def test_a_smaller_unit_holds_less_than_one_of_the_larger(text: str) -> None:
    with pytest.raises((errors.SeveralReadings, errors.PartTooLarge)):
        parse_quantity(text)


@pytest.mark.parametrize(("word", "per"), [("单价", None), ("均价", None)])
def test_a_price_for_one(word: str, per: str | None) -> None:
    read = parse_quantity(f"口罩500个，{word}3.5")
    assert read.price is not None
    assert (read.price.yuan, read.price.whole, read.price.per) == (Fraction("3.5"), False, per)


@pytest.mark.parametrize("word", ["共", "合计", "总计"])
def test_a_sum_behind_several_names_is_of_all_of_them(word: str) -> None:
    [read] = parse_quantities(f"口罩、手套{word}500件")
    assert (read.item, read.number, read.unit) == ("口罩、手套", Fraction(500), "件")
    with pytest.raises(errors.SeveralReadings):
        parse_quantities("口罩、手套500件")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("口罩、手套各500件", [("口罩", 500), ("手套", 500)]),
        ("口罩500个、手套共800件", [("口罩", 500), ("手套", 800)]),
        ("1、口罩500个\n2、手套800双", [("口罩", 500), ("手套", 800)]),
        ("口罩（大号、小号）500个、手套800双", [("口罩", 500), ("手套", 800)]),
    ],
)
def test_several_goods_in_one_text(text: str, goods: list[tuple[str, object]]) -> None:
    assert [(one.item, one.number) for one in parse_quantities(text)] == list(goods)


@pytest.mark.parametrize("bundle", words("提 捆 扎 摞 沓 组 筐 篓 编织袋 大袋 大包"))
def test_bundles_hold_what_is_counted(bundle: str) -> None:
    read = parse_quantity(f"牛奶24盒×10{bundle}")
    assert (read.number, read.unit, read.packs, read.pack_unit) == (Fraction(240), "盒", Fraction(10), bundle)


def test_very_long_decimals_are_no_number_and_very_long_wholes_too_large() -> None:
    with pytest.raises(errors.NoNumber):
        parse_quantity(f"大米0.{'3' * 40}斤")
    with pytest.raises(errors.AmountTooLarge):
        parse_quantity(f"大米{'3' * 40}斤")
    with pytest.raises(errors.AmountTooLarge):
        parse_money("1000000000000000元")


def test_signs_that_make_an_amount_rough() -> None:
    assert parse_quantity("口罩≒500个").certainty is Certainty.ABOUT
    assert parse_quantity("口罩〜500个").certainty is Certainty.ABOUT


def test_counts_beside_each_other_are_one_gift_only_where_they_agree() -> None:
    read = parse_quantity("大米2吨（40袋）")
    assert (read.number, read.unit, read.packs, read.pack_unit) == (Fraction(2), "吨", Fraction(40), "袋")
    assert parse_quantity("口罩50箱×2000只=100000个").number == Fraction(100_000)
    with pytest.raises(errors.SeveralReadings):
        parse_quantity("消毒液50箱×20瓶=1000套")
    with pytest.raises(errors.SeveralReadings):
        parse_quantity("半升一箱")


@pytest.mark.parametrize(
    ("name", "masked"),
    [("-Tom Lee", "T**"), ("“小明”妈妈", "小**"), ("Tom", "T**"), ("爱心车队一号", "爱**"), ("***", "**")],
)
def test_names_that_are_no_chinese_persons_keep_their_first_letter(name: str, masked: str) -> None:
    assert mask_person(name) == masked


def test_a_district_named_like_a_part_of_a_city_is_looked_for_far_away_too() -> None:
    with pytest.raises(errors.PlaceOfSeveral) as refused:
        parse_place("东区")
    assert "攀枝花市" in str(refused.value)
    assert "香港特别行政区" in str(refused.value)


@pytest.mark.parametrize("text", ["#REF!", "#REF! 5个", "#NAME? 5个", "#DIV/0! 20瓶", "nan 5个"])
def test_what_a_broken_sheet_says_is_no_goods(text: str) -> None:
    with pytest.raises((errors.NoQuantity, errors.NoNumber)):
        parse_quantity(text)
