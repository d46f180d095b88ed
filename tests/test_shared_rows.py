"""Rows that are of several: each gave or got as much, 各100元, or each got its share of what one gave, and the rest stayed."""

from typing import Any

import pytest
from harness.tables import each_record, settings, sheet, told

from donations.importers.tables import tables
from donations.services.importing.words import samples

TOGETHER = "what they gave or got together: nobody can tell how many there are of whom each had as much; write their names with 、 between them, or a row for each"
NOT_ALL = "all of it: what this cell says was given on is not the amount of the row; write what came in and what went out in a table each, or pass the column over with --map HEADING=-"

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "each of several gave as much, which the total counts",
        {"day": "2020-03-20"},
        """
捐款人,金额
甲一、乙二、丙三,各100元
丁四,200元
甲一,戊五各30元
合计,500元
""",
        f"""
money_in 1: 捐款人=donor 金额=money
2 receipt (2020-03-20) donor=甲一: CNY 100元 + receipt (2020-03-20) donor=乙二: CNY 100元 + receipt (2020-03-20) donor=丙三: CNY 100元 [300CNY]
3 receipt (2020-03-20) donor=丁四: CNY 200元 [200CNY]
4 ! 金额: {TOGETHER} (戊五各30元)
5 - a total
= 500 in row 5
""",
    ),
    (
        "nobody can tell how many each of whom gave as much",
        {"day": "2020-03-20"},
        """
捐款人,金额
甲一夫妇,各100元
全体党员（20人）,每人50元
甲一、乙二等5人,各10元
""",
        f"""
money_in 1: 捐款人=donor 金额=money
2 ! 金额: {TOGETHER} (各100元)
3 ! 金额: {TOGETHER} (每人50元)
4 ! 金额: {TOGETHER} (各10元)
""",
    ),
    (
        "each of several was given as much, or each of several goods",
        {"day": "2020-03-20"},
        """
接收单位,物资名称,数量
市一院、市二院,口罩,各500只
市三院,口罩、手套,各50
甲村；乙村,消毒液,每个村10桶
各村（20个）,体温枪,各2把
丙村,棉手套,各50双
""",
        f"""
goods_out 1: 接收单位=recipient 物资名称=item 数量=quantity
2 distribution (2020-03-20) recipient=市一院: 口罩 500只 + distribution (2020-03-20) recipient=市二院: 口罩 500只 [1000只]
3 distribution (2020-03-20) recipient=市三院: 口罩 50, 手套 50 [100]
4 distribution (2020-03-20) recipient=甲村: 消毒液 10桶 + distribution (2020-03-20) recipient=乙村: 消毒液 10桶 [20桶]
5 ! 数量: {TOGETHER} (各2把)
6 distribution (2020-03-20) recipient=丙村: 棉手套 50双 [50双]
""",
    ),
    (
        "one gave each of several as much",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠物资,受赠单位
甲公司,口罩各500只,市一院、市二院
乙公司,口罩、手套各50,市三院
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 受赠单位=recipient
2 relay (2020-03-20) donor=甲公司 recipient=市一院: 口罩 500只 + relay (2020-03-20) donor=甲公司 recipient=市二院: 口罩 500只 [1000只]
3 relay (2020-03-20) donor=乙公司 recipient=市三院: 口罩 50, 手套 50 [100]
""",
    ),
    (
        "what takes back what each of several gave is no gift of theirs",
        {"day": "2020-03-20"},
        """
捐款人,金额,备注
甲一、乙二,各100元,冲正
""",
        """
money_in 1: 捐款人=donor 金额=money 备注=note
2 ! 金额: one amount of money, as of the payment that this row takes back; take both rows out of the list, or `donations reverse` takes back what was booked (各100元)
""",
    ),
    (
        "a part of the goods went on, and the rest stayed",
        {"day": "2020-03-20"},
        """
捐赠单位,物资名称,数量,单位,物资去向,剩余
甲公司,口罩,5000,只,县医院3000只、中医院1000只,1000
乙公司,酒精,100,桶,疾控中心60桶,40
丙公司,酒精,100,桶,疾控中心100桶,0
丁公司,口罩,1000,只,疾控中心（600只）、库存（400只）,400
戊公司,口罩,20箱（500只/箱）,,疾控中心5箱,15
己公司,口罩,1000,只,疾控中心700只、县医院400只,0
庚公司,口罩,1000,只,八一路108号,0
合计,,8300,,,
""",
        f"""
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 物资去向=recipient 剩余=-
2 receipt (2020-03-20) donor=甲公司: 口罩 5000只 “县医院3000只、中医院1000只” + distribution (2020-03-20) recipient=县医院: 口罩 3000只 “县医院3000只、中医院1000只” + distribution (2020-03-20) recipient=中医院: 口罩 1000只 “县医院3000只、中医院1000只” [5000只]
3 receipt (2020-03-20) donor=乙公司: 酒精 100桶 + distribution (2020-03-20) recipient=疾控中心: 酒精 60桶 [100桶]
4 relay (2020-03-20) donor=丙公司 recipient=疾控中心: 酒精 100桶 [100桶]
5 receipt (2020-03-20) donor=丁公司: 口罩 1000只 “疾控中心（600只）、库存（400只）” + distribution (2020-03-20) recipient=疾控中心: 口罩 600只 “疾控中心（600只）、库存（400只）” [1000只]
6 receipt (2020-03-20) donor=戊公司: 口罩 10000只 + distribution (2020-03-20) recipient=疾控中心: 口罩 2500只 [10000只]
7 ! 物资去向: {NOT_ALL} (疾控中心700只、县医院400只)
8 relay (2020-03-20) donor=庚公司 recipient=八一路108号: 口罩 1000只 [1000只]
9 - a total
= 8300 in row 9
""",
    ),
    (
        "who was handed more or less than the row says",
        {"day": "2020-03-20"},
        """
接收单位,物资名称,数量,单位
甲村30箱、乙村20箱,方便面,50,箱
甲村30箱、乙村20箱,矿泉水,60,箱
""",
        f"""
goods_out 1: 接收单位=recipient 物资名称=item 数量=quantity 单位=unit
2 distribution (2020-03-20) recipient=甲村、乙村: 方便面 50箱 “甲村30箱、乙村20箱” [50箱]
3 ! 接收单位: {NOT_ALL} (甲村30箱、乙村20箱)
""",
    ),
    (
        "where it went is nowhere yet, a use, or not said",
        {"day": "2020-03-20"},
        """
捐赠单位,物资名称,数量,流向
甲公司,口罩,1000只,库存
乙公司,口罩,1000只,尚未发放
丙公司,口罩,1000只,用于防疫一线
丁公司,口罩,1000只,各乡镇
戊公司,口罩,1000只,已全部发放
己公司,口罩,1000只,转赠给市一院
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 流向=recipient
2 receipt (2020-03-20) donor=甲公司: 口罩 1000只 “库存” [1000只]
3 receipt (2020-03-20) donor=乙公司: 口罩 1000只 “尚未发放” [1000只]
4 receipt (2020-03-20) donor=丙公司: 口罩 1000只 “用于防疫一线” [1000只]
5 relay (2020-03-20) donor=丁公司 recipient=各乡镇: 口罩 1000只 [1000只]
6 ! 流向: the name of who received it: this says only that it went; where nobody knows, --map HEADING=- (已全部发放)
7 relay (2020-03-20) donor=己公司 recipient=市一院: 口罩 1000只 [1000只]
""",
    ),
    (
        "a gift of which nothing went on yet is no total",
        {"day": "2020-03-20"},
        """
捐赠单位,金额（元）,资金去向
甲公司,50000,拨付市一院
乙公司,10000,采购口罩
丙公司,5000,结余
丁公司,300,市一院100元
合计,65300,
""",
        f"""
money_in 1: 捐赠单位=donor 金额（元）=money 资金去向=recipient
2 relay (2020-03-20) donor=甲公司 recipient=市一院: CNY 50000元 [50000CNY]
3 receipt (2020-03-20) donor=乙公司: CNY 10000元 “采购口罩” [10000CNY]
4 receipt (2020-03-20) donor=丙公司: CNY 5000元 “结余” [5000CNY]
5 ! 资金去向: {NOT_ALL} (市一院100元)
6 - a total
= 65300 in row 6
""",
    ),
    (
        "money of which a column says how much went on, where none of it did yet too",
        {},
        """
捐赠单位,捐赠日期,捐赠金额（元）,使用单位,使用金额（元）,用途,余额
甲公司,2020-02-01,10000,东乡小学,6000,课桌,4000
乙公司,2020-02-03,5000,西乡小学,,图书,5000
丙公司,2020-02-04,300,,,,300
""",
        """
money_in 1: 捐赠单位=donor 捐赠日期=date 捐赠金额（元）=money 使用单位=recipient 使用金额（元）=spent 用途=note 余额=-
2 receipt 2020-02-01 donor=甲公司: CNY 10000元 “课桌” + expense 2020-02-01 recipient=东乡小学: CNY 6000元 “课桌” [10000CNY]
3 receipt 2020-02-03 donor=乙公司: CNY 5000元 “图书；西乡小学” [5000CNY]
4 receipt 2020-02-04 donor=丙公司: CNY 300元 [300CNY]
""",
    ),
    (
        "goods of which only a column beside says how many stayed",
        {},
        """
捐赠单位,捐赠日期,物资名称,捐赠数量,受赠单位,剩余数量
甲公司,2020-02-01,口罩,1000只,市一院,400只
""",
        """
unclear 1: 捐赠单位=donor 捐赠日期=date 物资名称=item 捐赠数量=quantity 受赠单位=recipient 剩余数量=-
2 ! None: what came in and what went out in a table each, or --map HEADING=- of the columns of what went out: in some row they differ (捐赠单位 捐赠日期 物资名称 捐赠数量 受赠单位 剩余数量)
""",
    ),
    (
        "what came and what was used of it below a heading each",
        {},
        """
捐赠情况,,,,使用情况,,,,结余
捐赠单位,捐赠日期,物资名称,数量,使用单位,使用日期,物资名称,数量,数量
甲公司,2020-02-01,口罩,1000只,市一院,2020-02-03,口罩,600只,400只
""",
        """
goods_in 1: 捐赠单位=donor 捐赠日期=date 物资名称=item 数量=quantity 使用单位=recipient 使用日期=date 结余 数量=-
3 receipt 2020-02-01 donor=甲公司: 口罩 1000只 [1000只]
3 distribution 2020-02-03 recipient=市一院: 口罩 600只 [600只]
""",
    ),
    (
        "who received it and how much in one column",
        {"day": "2020-03-20"},
        """
捐赠方,捐赠物资,数量,受赠方及数量
甲公司,口罩,10000只,市一院5000只；市二院4000只
乙公司,防护服,500套,市一院500套
""",
        """
goods_in 1: 捐赠方=donor 捐赠物资=item 数量=quantity 受赠方及数量=recipient
2 receipt (2020-03-20) donor=甲公司: 口罩 10000只 “市一院5000只；市二院4000只” + distribution (2020-03-20) recipient=市一院: 口罩 5000只 “市一院5000只；市二院4000只” + distribution (2020-03-20) recipient=市二院: 口罩 4000只 “市一院5000只；市二院4000只” [10000只]
3 relay (2020-03-20) donor=乙公司 recipient=市一院: 防护服 500套 [500套]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_shared_row_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


def test_everybody_is_shown_before_a_shared_row_is_booked() -> None:
    """The preview names each of those who gave as much, and what of goods came in."""
    table = next(iter(tables(sheet("捐款人,金额\n甲一、乙二,各100元\n"), settings("2020-03-20"))))
    [record] = each_record(table)
    (shown,) = samples(record)
    assert (shown.parties, [each.written + each.unit for each in shown.goods]) == ("甲一、乙二", ["100元", "100元"])


def test_how_goods_were_shared_out_says_who_received_them() -> None:
    """分配情况 names who, each with its share; the rest stayed, and words that name nobody are a remark."""
    rows = [
        "甲公司,口罩,个,1000,市一院300个、东乡镇200个、徐家社区500个",
        "乙公司,酒精,桶,20,市一院10桶、徐家社区5桶",
        "丙公司,手套,双,50,库存",
    ]
    found = told("\n".join(["捐赠单位,物资名称,单位,数量,分配情况", *rows]), day="2020-03-20")
    assert "分配情况=recipient" in found
    assert "relay (2020-03-20) donor=甲公司 recipient=市一院、东乡镇、徐家社区: 口罩 1000个" in found
    assert "distribution (2020-03-20) recipient=徐家社区: 酒精 5桶" in found
    assert "receipt (2020-03-20) donor=丙公司: 手套 50双 “库存”" in found


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("分配情况", "已发放"),
        ("使用情况", "购口罩300个、消毒液200瓶"),
        ("分配情况", "口罩300个、手套20双"),
        ("发放情况", "医护人员每人2个"),
    ],
)
def test_words_of_what_became_of_goods_stay_a_remark(heading: str, cell: str) -> None:
    found = told(f"捐赠单位,物资名称,单位,数量,{heading}\n甲公司,口罩,个,1000,{cell}", day="2020-03-20")
    assert f"receipt (2020-03-20) donor=甲公司: 口罩 1000个 “{cell}”" in found


@pytest.mark.parametrize("taker", ["一中2班、一中3班", "阳光小区3栋、星光小区5栋"])
def test_numbers_of_classes_and_houses_are_no_shares(taker: str) -> None:
    """Of 一中2班、一中3班 only 一中 was booked."""
    found = told(f"日期,物品,数量,接收单位\n2020-02-01,口罩,100个,{taker}\n")
    assert f"distribution 2020-02-01 recipient={taker}: 口罩 100个 [100个]" in found


@pytest.mark.parametrize(
    ("beside", "first", "second", "is_asked"),
    [
        ("已发放", "300", "50", True),
        ("已发数量", "300", "50", True),
        ("库存", "700", "0", True),
        ("已发放", "1000", "50", False),
        ("已发放", "是", "是", False),
        ("库存", "0", "", False),
        ("库存地", "1号", "2号", False),
    ],
)
def test_less_went_on_than_came(beside: str, first: str, second: str, is_asked: bool) -> None:
    """All of it counted as gone to whoever the row names."""
    rows = f"甲公司,口罩,只,1000,{first},市一院\n乙公司,酒精,瓶,50,{second},市二院\n"
    found = told(f"捐赠单位,捐赠物资,单位,数量,{beside},发放单位\n{rows}", day="2020-03-20")
    assert ("what came in and what went out in a table each" in found) == is_asked
    assert ("recipient=市一院: 口罩 1000只" in found) != is_asked
