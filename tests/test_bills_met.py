"""Whole bills as they are downloaded, commas and locks included: to the fen, once, and their foot ties out. All is invented."""

import zipfile
from pathlib import Path

import pytest
from conftest import Desk
from papers import locked_zip, ods
from test_papers_met import ALIPAY_ACCOUNT, ALIPAY_TRADES, booked, file, left

from donations.importers.bills.payments import NO_STATES

_HEADINGS = (
    "交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,最近修改时间              ,"
    "交易来源地     ,类型              ,交易对方            ,商品名称                ,金额（元）   ,收/支     ,交易状态    ,"
    "服务费（元）   ,成功退款（元）  ,备注                  ,资金状态     ,"
)


def row(day: int, cells: str, *, fee: str = "0.00", back: str = "0.00", remark: str = "", fund: str = "已收入") -> str:
    """A row of Alipay's web bill: `cells` are its type, party, goods, amount, direction and state."""
    at = f"2020-02-{day:02d} 10:00"
    kind, party, goods, amount, direction, state = cells.split("|")
    paid = f"{at}:05" if "关闭" not in state else "                   "
    return (
        f"2020020122001400{day:012d}\t,                    \t,{at}:00 ,{paid} ,{at}:06 ,支付宝网站     ,{kind}          ,{party}          ,"
        f"{goods}          ,{amount}   ,{direction}      ,{state}    ,{fee}     ,{back}     ,{remark}          ,{fund}     ,"
    )


def web(folder: Path, name: str, rows: list[str], count: int, income: str) -> Path:
    """Alipay's web bill with its head and its foot, in GB18030."""
    lines = [
        "支付宝交易记录明细查询", "账号:[abc@example.com]", "起始日期:[2020-02-01 00:00:00]    终止日期:[2020-03-01 00:00:00]",
        "---------------------------------交易记录明细列表------------------------------------", _HEADINGS, *rows,
        "------------------------------------------------------------------------", f"共{len(rows)}笔记录",
        f"已收入:{count}笔,{income}元", "待收入:0笔,0.00元", "已支出:1笔,75.50元", "待支出:0笔,0.00元",
        "导出时间:[2020-03-01 10:00:00]    用户:某协会", "",
    ]  # fmt: skip
    return file(folder, name, "\n".join(lines), "gb18030")


ROWS = [
    row(1, "即时到账交易|李华|捐款|100.00|收入|交易成功", fee="0.60"),
    row(2, "即时到账交易|王芳|转账|28.16|收入|交易成功", back="8.16"),
    row(3, "支付宝担保交易|某商店|口罩50个|75.50|支出|交易成功", fund="已支出"),
    row(4, "即时到账交易|赵六|捐款|50.00|收入|交易关闭", fund=""),
    row(5, "即时到账交易|某基金|余额宝-单次转入|500.00||交易成功", fund="资金转移"),
    row(6, "即时到账交易|陈一|收款|0.01|收入|交易成功"),
    row(7, "即时到账交易|陈二|买书|1234.50|收入|交易成功", remark='祝"平安",早日,等待'),
    row(8, "支付宝担保交易|某商店|退款-口罩|20.00|收入|退款成功"),
]
BOOKED = [
    ("receipt", "2020-02-01", "李华", "CNY", "100"),
    ("receipt", "2020-02-02", "王芳", "CNY", "28.16"),
    ("return", "2020-02-02", "王芳", "CNY", "-8.16"),
    ("receipt", "2020-02-06", "陈一", "CNY", "0.01"),
    ("receipt", "2020-02-07", "陈二", "CNY", "1234.5"),
]


def test_a_web_bill_of_alipay_to_the_fen_and_once(desk: Desk, tmp_path: Path) -> None:
    """Its gifts, gross; what came back; nothing of what was closed, moved, spent or bought; a bill that overlaps adds what is new."""
    first = web(tmp_path, "1.csv", ROWS, 5, "1382.67")
    desk.do(f"import {first} --yes")
    assert booked(desk) == BOOKED
    again = desk.do(f"import {first} --yes --format json").json["files"][0]["tables"][0]
    assert (again["rows"], again["accepted"], again["duplicate"], again["ignored"]) == (8, 0, 4, 4)
    more = web(tmp_path, "2.csv", [*ROWS[5:7], row(20, "即时到账交易|张三|捐款|5.00|收入|交易成功")], 3, "1239.51")
    [table] = desk.do(f"import {more} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"], table["stated_total"]) == (1, 2, "1239.51")
    assert booked(desk) == [*BOOKED, ("receipt", "2020-02-20", "张三", "CNY", "5")]
    assert desk.do("check").code == 0


@pytest.mark.parametrize(("count", "income"), [(5, "1382.66"), (5, "1482.67")])
def test_a_foot_that_does_not_tie_out_is_said(desk: Desk, tmp_path: Path, count: int, income: str) -> None:
    assert f"≠ {income}" in left(desk, f"import {web(tmp_path, '1.csv', ROWS, count, income)} --yes").out
    assert booked(desk) == []


def test_commas_in_a_note_are_the_notes_in_an_archive_too(desk: Desk, tmp_path: Path) -> None:
    """Nothing of it is cut off, and its last words are no state of the money, though two papers lie in the archive."""
    one, other = web(tmp_path, "1.csv", ROWS, 5, "1382.67"), web(tmp_path, "2.csv", ROWS[:3], 2, "128.16")
    packed = tmp_path / "bills.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for paper in (other, one):
            archive.write(paper, paper.name)
    desk.do(f"import {packed} --yes")
    assert sorted(booked(desk)) == sorted(BOOKED)
    [note] = [entry["note"] for entry in desk.read("ledger") if entry["donor"] == "陈二"]
    assert note == '买书；祝"平安",早日,等待'


def test_a_comma_further_in_front_is_refused_and_said(desk: Desk, tmp_path: Path) -> None:
    """Whether the name or the goods has it nobody knows."""
    bill = web(tmp_path, "1.csv", [row(1, "即时到账交易|李华,王芳|捐款|100.00|收入|交易成功")], 1, "100.00")
    assert "a comma in a cell needs quotes" in " ".join(left(desk, f"import {bill} --yes").out.split())


def test_lists_of_an_archive_do_not_lose_cells(desk: Desk, tmp_path: Path) -> None:
    packed = tmp_path / "lists.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (
            ("a.csv", "姓名,金额,日期\n李华,1,500,2020-02-01\n"),
            ("b.csv", "姓名,金额,日期\n王芳,5,2020-02-01\n"),
        ):
            archive.writestr(name, text)
    assert "a comma in a cell needs quotes" in " ".join(left(desk, f"import {packed} --yes").out.split())


def test_a_locked_archive_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    """As both programs send it by mail: the password came apart, and nobody is there to type it."""
    content = web(tmp_path, "1.csv", ROWS, 5, "1382.67").read_bytes()
    said = left(desk, f"import {locked_zip(tmp_path / '账单.zip', 'alipay_record.csv', content, b'123456')} --yes")
    assert "is locked with a password" in said.err
    assert booked(desk) == []


TRADES_IN_ALL = """#支付宝业务汇总查询
#账号：[20881234567890120156]
#起始日期：[2020年02月01日 00:00:00]   终止日期：[2020年02月02日 00:00:00]
#-----------------------------------------业务汇总列表----------------------------------------
门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）
\t,\t,2,1,80.50,80.50,0.00,0.00,0.00,-0.48,0.00,80.02
合计,,2,1,80.50,80.50,0.00,0.00,0.00,-0.48,0.00,80.02
#----------------------------------------业务汇总列表结束-------------------------------------
#导出时间：[2020年02月02日 07:00:00]
"""
ACCOUNT_IN_ALL = """#支付宝账务汇总查询
#账号：[20881234567890120156]
#-----------------------------------------账务汇总列表----------------------------------------
类型,收入笔数,收入金额（+元）,支出笔数,支出金额（-元）,总金额（元）
在线支付,2,105.00,0,0.00,105.00
收费,0,0.00,1,-0.60,-0.60
合计,2,105.00,1,-0.60,104.40
#----------------------------------------账务汇总列表结束-------------------------------------
#导出时间：[2020年02月03日 13:19:01]
"""


@pytest.mark.parametrize(
    ("each", "in_all", "gifts"),
    [(ALIPAY_TRADES, TRADES_IN_ALL, ["100", "20.5", "-40"]), (ALIPAY_ACCOUNT, ACCOUNT_IN_ALL, ["100", "5"])],
    ids=["trades", "account"],
)
def test_a_merchants_archive_at_alipay(desk: Desk, tmp_path: Path, each: str, in_all: str, gifts: list[str]) -> None:
    """As it is downloaded: the trades and beside them their sums, which are figures and no gifts; once, whatever comes again."""
    packed = tmp_path / "20881234567890120156_20200201.csv.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (("明细.csv", each), ("明细(汇总).csv", in_all)):
            archive.writestr(name, text.replace("\n", "\r\n").encode("gb18030"))
    desk.do(f"import {packed} --yes")
    assert [row[-1] for row in booked(desk)] == gifts
    tables = desk.do(f"import {packed} --yes --format json").json["files"][0]["tables"]
    assert [table["accepted"] + table["rejected"] for table in tables] == [0, 0]
    assert len(booked(desk)) == len(gifts)
    assert desk.do("check").code == 0


MERCHANT = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
    "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
)
MERCHANT_SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"


def order(hour: int, number: int, state: str, cells: str) -> str:
    """A row of a merchant's bill at WeChat: `cells` are amount, voucher, number and amount of the refund, its state, fee, order."""
    amount, voucher, refund, back, how, fee, whole = cells.split("|")
    said = [
        f"2020-02-01 {hour}:00:00", "wx01", "1234567890", "0", "", f"4200000000{number:018d}", f"T{number}", "oA", "JSAPI", state,
        "OTHERS", "CNY", amount, voucher, refund, "0", back, "0.00", "", how, "爱心捐款", "", fee, "0.60%", whole, back, "",
    ]  # fmt: skip
    return ",".join(f"`{cell}" for cell in said)


def test_a_merchants_bill_at_wechat_to_the_fen_and_once(desk: Desk, tmp_path: Path) -> None:
    """What is settled, refunds apart, nothing revoked, no fee; a bill that overlaps adds what is new; a wrong foot is refused."""
    orders = [
        order(10, 1, "SUCCESS", "10.00|0.00|0|0.00||0.06000|10.00"),
        order(11, 2, "SUCCESS", "28.16|2.00|0|0.00||0.17000|30.16"),
        order(12, 1, "REFUND", "0.00|0.00|50000000001|4.00|SUCCESS|-0.02000|0.00"),
        order(13, 3, "REVOKED", "7.00|0.00|0|0.00||0.00000|7.00"),
    ]
    more = order(14, 4, "SUCCESS", "3.00|0.00|0|0.00||0.02000|3.00")
    wrong = "\n".join([MERCHANT, *orders, MERCHANT_SUMS, "`4,`45.17,`4.00,`0.00,`0.21000,`47.16,`4.00", ""])
    assert "45.16 ≠ 45.17" in left(desk, f"import {file(tmp_path, '0.csv', wrong)} --yes").out
    first = file(tmp_path, "1.csv", wrong.replace("45.17", "45.16"))
    second = "\n".join([MERCHANT, orders[1], more, MERCHANT_SUMS, "`2,`31.16,`0.00,`0.00,`0.19000,`33.16,`0.00", ""])
    for paper in (first, first, file(tmp_path, "2.csv", second), first):
        desk.do(f"import {paper} --yes")
    assert [(row[0], row[-1]) for row in booked(desk)] == [
        ("receipt", "10"), ("receipt", "28.16"), ("return", "-4"), ("receipt", "3"),
    ]  # fmt: skip
    assert desk.do("check").code == 0


def test_a_spreadsheet_of_lists_and_a_bill(desk: Desk, tmp_path: Path) -> None:
    """ODS with days, money and numbers as such: each sheet by its own sort, every total ties out, once."""
    lists = [
        ("捐款", [["单位：元"], ["序号", "姓名", "金额", "日期"], ["1", "张三", "¥100.5", "@2020-02-01"], ["2", "陈合计", "¥28.16", "@2020-02-02"], ["", "合计", "¥128.66"]]),
        ("物资", [["捐赠单位", "品名", "数量（箱）", "数量（只）", "日期"], ["甲公司", "口罩", "10", "20000", "@2020-02-01"], ["乙公司", "口罩", "3", "6000", "@2020-02-01"], ["合计", "", "13", "26000"]]),
        ("账单", [["微信支付账单明细"], ["共2笔记录"], ["收入：1笔 5.01元"], ["交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号", "商户单号", "备注"],
                 ["2020-02-03 10:00:00", "微信红包", "赵六", "/", "收入", "¥5.01", "/", "已存入零钱", "a1000040001202002010000000003", "/", "/"],
                 ["2020-02-04 10:00:00", "商户消费", "商店", "水", "支出", "¥5.00", "零钱", "支付成功", "a1000040001202002010000000004", "/", "/"]]),
    ]  # fmt: skip
    paper = ods(tmp_path / "all.ods", "".join(_sheet(name, rows) for name, rows in lists))
    tables = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert [table["stated_total"] for table in tables] == ["128.66", "13", "5.01"]
    expected = [("张三", "100.5"), ("甲公司", "10"), ("乙公司", "3"), ("陈合计", "28.16"), ("赵六", "5.01")]
    assert sorted((row[2], row[-1]) for row in booked(desk)) == sorted(expected)
    again = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert [(table["accepted"], table["duplicate"]) for table in again] == [(0, 2), (0, 2), (0, 1)]
    assert desk.do("check").code == 0


def _sheet(name: str, rows: list[list[str]]) -> str:
    body = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{body}</table:table>'


def _cell(text: str) -> str:
    """A cell as its program writes it: numbers, yuan (¥), days (@) and texts."""
    kind = "string"
    if text.isdigit():
        kind = f'float" office:value="{text}'
    elif text.startswith("@"):
        kind = f'date" office:date-value="{text[1:]}'
    elif text.startswith("¥"):
        kind = f'currency" office:currency="CNY" office:value="{text[1:]}'
    return f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'


APP = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
APP_ROWS = (
    "2020-02-01 10:00:00,转账红包,李华,138******00,转账,收入,100.00,余额,交易成功,20200201200040011100000000000001\t,\t,,",
    "2020-02-01 11:00:00,餐饮美食,某店,abc***@x.com,午餐,支出,12.00,余额宝,交易成功,20200201220014011100000000000002\t,T1\t,,",
    "2020-02-02 11:00:00,投资理财,余额宝,/,余额宝-收益发放,收入,0.35,余额,交易成功,20200202220014011100000000000003\t,\t,,",
)


def without(*headings: str) -> str:
    """The bill of Alipay's app without columns that its user didn't want, or deleted."""
    rows = [line.split(",") for line in (APP, *APP_ROWS)]
    kept = [place for place, heading in enumerate(rows[0]) if heading not in headings]
    return "\n".join(",".join(cells[place] for place in kept) for cells in rows) + "\n"


def test_a_bill_that_does_not_say_who_paid(desk: Desk, tmp_path: Path) -> None:
    """As Alipay sends it where that box isn't ticked: the same payment, whoever it is said to be by."""
    desk.do(f"import {file(tmp_path, 'a.csv', without('交易对方', '对方账号'), 'gb18030')} --yes")
    assert booked(desk) == [("receipt", "2020-02-01", "爱心人士", "CNY", "100")]
    whole = file(tmp_path, "b.csv", without(), "gb18030")
    [table] = desk.do(f"import {whole} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"], table["ignored"]) == (0, 1, 2)


def test_a_bill_without_states_is_refused_and_no_table(desk: Desk, tmp_path: Path) -> None:
    """Nobody knows what of it was paid; and interest is no gift of a fund."""
    for name, content in (("a.csv", without("交易状态")), ("b.csv", WECHAT_WITHOUT_STATES), ("c.csv", WECHAT_PROOF)):
        answer = left(desk, f"import {file(tmp_path, name, content)} --yes --format json")
        [problem] = answer.json["files"][0]["problems"]
        assert problem["expected"] == NO_STATES
    assert booked(desk) == []


WECHAT_WITHOUT_STATES = """交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,交易单号,商户单号,备注
2020-02-01 10:00:00,转账,李华,转账备注:捐款,收入,¥100.00,/,1000050001202002010001,/,/
2020-02-01 11:00:00,商户消费,某店,午餐,支出,¥12.00,零钱,4200001,T,/
"""
WECHAT_PROOF = "交易单号,交易时间,交易类型,收/支/其他,交易方式,金额(元),交易对方,商户单号\n1000050001202002010001,2020-02-01 10:00:00,转账,收入,/,100.00,李华,/\n"


def test_interest_in_a_merchants_account_is_no_gift(desk: Desk, tmp_path: Path) -> None:
    row = "100005\t,Y1\t,\t,\t,2020-02-02 14:00:05,余额宝\t,0.35,0.00,54.75,支付宝,其它,余额宝收益\n#----------------------------------------账务明细列表结束"
    content = ALIPAY_ACCOUNT.replace("#----------------------------------------账务明细列表结束", row).replace(
        "2笔，共105.00元", "3笔，共105.35元"
    )
    [table] = desk.do(f"import {file(tmp_path, 'a.csv', content, 'gb18030')} --yes --format json").json["files"][0][
        "tables"
    ]
    assert (table["rows"], table["accepted"], table["ignored"], table["ignored_reasons"]["interest, no gift"]) == (
        5,
        2,
        3,
        1,
    )


def test_what_comes_by_a_code_of_business_is_a_gift(desk: Desk, tmp_path: Path) -> None:
    """Associations collect by 经营码, as shops do."""
    alipay = f"{APP}\n2020-02-01 10:00:00,收入,李华,138******00,经营码交易,收入,5.00,余额,交易成功,20200201200040011100000000000009\t,\t,,\n"
    wechat = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n2020-02-01 11:00:00,经营收款,王芳,/,收入,¥6.00,/,已收钱,1000050001202002010009,/,/\n"
    desk.do(f"import {file(tmp_path, 'a.csv', alipay, 'gb18030')} {file(tmp_path, 'b.csv', wechat)} --yes")
    assert booked(desk) == [
        ("receipt", "2020-02-01", "李华", "CNY", "5"),
        ("receipt", "2020-02-01", "王芳", "CNY", "6"),
    ]
    assert [row["note"] for row in desk.read("ledger")] == [None, None]
