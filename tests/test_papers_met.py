"""Bills of merchants and whole papers, as they were met: from the file to the book. Names and figures are invented."""

from pathlib import Path

import pytest
from conftest import Answer, Desk

from donations.importers.bills.flows import donor_of

ALIPAY_TRADES = """#支付宝业务明细查询
#账号：[20881234567890120156]
#起始日期：[2020年02月01日 00:00:00]   终止日期：[2020年02月02日 00:00:00]
#-----------------------------------------业务明细列表----------------------------------------
支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注
2020020122001400000000000001\t,T1\t,交易\t,爱心捐款,2020-02-01 10:00:00,2020-02-01 10:00:05,\t,\t,\t,\t,*华(abc***@example.com)\t,100.00,100.00,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,\t,-0.60,0.00,祝平安
2020020122001400000000000002\t,T2\t,交易\t,爱心捐款,2020-02-01 11:00:00,2020-02-01 11:00:05,\t,\t,\t,\t,abc***@example.com\t,20.50,20.50,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,\t,-0.12,0.00,
2020020122001400000000000001\t,T1\t,退款\t,爱心捐款,2020-02-01 10:00:00,2020-02-01 12:00:00,\t,\t,\t,\t,*华(abc***@example.com)\t,-40.00,-40.00,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,B1\t,0.24,0.00,
#-----------------------------------------业务明细列表结束------------------------------------
#交易合计：2笔，商家实收共120.50元，商家优惠共0.00元
#退款合计：1笔，商家实收退款共-40.00元，商家优惠退款共0.00元
#导出时间：[2020年02月02日 07:00:00]
"""
ALIPAY_ACCOUNT = """#支付宝账务明细查询
#账号：[20881234567890120156]
#-----------------------------------------账务明细列表----------------------------------------
账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
100001\t,2020020122001400000000000001\t,T1\t,爱心捐款\t,2020-02-01 10:00:05,李华 (abc@example.com)\t,100.00,0.00,100.00,支付宝,在线支付,
100002\t,2020020122001400000000000001\t,T1\t,爱心捐款\t,2020-02-01 10:00:05,支付宝\t,0.00,-0.60,99.40,支付宝,收费,服务费
100003\t,2020020199999400000000000009\t,T9\t,爱心捐款\t,2020-02-01 13:00:05,王芳 (13800000000)\t,5.00,0.00,104.40,支付宝,在线支付,
100004\t,2020020299999400000000000009\t,\t,提现\t,2020-02-02 13:00:05,\t,0.00,-50.00,54.40,支付宝,提现,
#----------------------------------------账务明细列表结束-------------------------------------
#支出合计：2笔，共50.60元
#收入合计：2笔，共105.00元
#导出时间：[2020年02月03日 13:19:01]
"""
WECHAT_ACCOUNT = """记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号
`2020-02-01 10:00:00,`4200000000202002010000000001,`F1,`交易,`交易,`收入,`10.00,`10.00,`1,`,`V1
`2020-02-01 10:00:01,`4200000000202002010000000001,`F2,`交易,`扣除交易手续费,`支出,`0.06,`9.94,`1,`,`V1
`2020-02-01 11:00:00,`50300000002020020100000000002,`F3,`退款,`退款,`支出,`4.00,`5.94,`1,`退款总金额4.00元,`V2
`2020-02-01 23:00:00,`,`F4,`提现,`提现,`支出,`5.00,`0.94,`1,`,`V3
资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额
`4,`1,`10.00,`3,`9.06
"""


def file(tmp_path: Path, name: str, content: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(content.replace("\n", "\r\n").encode(encoding))
    return path


def left(desk: Desk, line: str, code: int = 65) -> Answer:
    """The answer to what is refused."""
    answer = desk.run(line)
    assert answer.code == code, answer
    return answer


def booked(desk: Desk) -> list[tuple[object, ...]]:
    """What stands in the ledger, in the order it was booked."""
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    return [(row["type"], row["date"], row["donor"], row["item"], row["received"]) for row in rows]


def test_a_merchants_trades_at_alipay(desk: Desk, tmp_path: Path) -> None:
    """Givers by the name that is shown of them, refunds as returns of their own; the bill's sum agrees."""
    bill = file(tmp_path, "明细.csv", ALIPAY_TRADES, "gb18030")
    first = desk.do(f"import {bill} --yes --format json").json["files"][0]
    [table] = first["tables"]
    assert (first["layout"], table["rows"], table["accepted"], first["problems"]) == ("alipay_trades", 3, 3, [])
    assert table["sums"] == {"CNY": "120.5"}
    assert booked(desk) == [
        ("receipt", "2020-02-01", "*华", "CNY", "100"),
        ("receipt", "2020-02-01", "爱心人士", "CNY", "20.5"),
        ("return", "2020-02-01", "*华", "CNY", "-40"),
    ]
    assert desk.do(f"import {bill} --yes --format json").json["entries"] == 0


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("13812341234(李四)", "李四"),
        ("+86-13812341234（李四）", "李四"),
        ("abc@example.com(李四)", "李四"),
        ("208812345678(甲公司(上海))", "甲公司(上海)"),
        ("李四 (138***)", "李四"),
        ("13812341234(138***)", ""),
        ("甲公司（分部）", "甲公司（分部）"),
    ],
)
def test_no_account_stays_in_a_name(said: str, name: str) -> None:
    """Names are published: a telephone number beside them must not be."""
    assert donor_of(said) == name


def test_a_merchants_account_at_alipay_knows_what_its_trades_brought(desk: Desk, tmp_path: Path) -> None:
    """One payment stands in both bills: fees, and money moved to a bank, are passed over with their reasons."""
    desk.do(f"import {file(tmp_path, 'a.csv', ALIPAY_TRADES, 'gb18030')} --yes")
    account = file(tmp_path, "b.csv", ALIPAY_ACCOUNT, "gb18030")
    [table] = desk.do(f"import {account} --yes --format json").json["files"][0]["tables"]
    assert (table["layout"], table["accepted"], table["duplicate"], table["ignored"]) == ("alipay_account", 1, 1, 2)
    assert booked(desk)[-1] == ("receipt", "2020-02-01", "王芳", "CNY", "5")


@pytest.mark.parametrize("goods", ["余额宝-转出到余额", "提现退回", "提现-失败退回", "转出到余额"])
def test_money_of_ones_own_on_its_way_is_no_gift(desk: Desk, tmp_path: Path, goods: str) -> None:
    """Its sort says only 转账; words of a giver that sound like it change nothing."""
    account = ALIPAY_ACCOUNT.replace(
        "T9\t,爱心捐款\t,2020-02-01 13:00:05,王芳 (13800000000)\t,5.00,0.00,104.40,支付宝,在线支付",
        f"T9\t,{goods}\t,2020-02-01 13:00:05,\t,5.00,0.00,104.40,支付宝,转账",
    )
    account = account.replace(
        "T1\t,爱心捐款\t,2020-02-01 10:00:05,李华", "T1\t,把提现的钱捐了\t,2020-02-01 10:00:05,李华", 1
    )
    desk.do(f"import {file(tmp_path, 'b.csv', account, 'gb18030')} --yes")
    assert booked(desk) == [("receipt", "2020-02-01", "李华", "CNY", "100")]


def test_a_refund_in_both_bills_of_a_merchant_at_alipay_is_booked_once(desk: Desk, tmp_path: Path) -> None:
    """Each bill numbers it in its own way; two refunds of one payment, alike in day and amount, are two all the same."""
    again = next(line for line in ALIPAY_TRADES.splitlines() if "B1" in line)
    trades = ALIPAY_TRADES.replace(again, f"{again}\n{again.replace('B1', 'B2')}\n{again}")
    trades = trades.replace("#退款合计：1笔，商家实收退款共-40.00元", "#退款合计：3笔，商家实收退款共-120.00元")
    end = "#----------------------------------------账务明细列表结束"
    rows = "".join(
        f"10000{number}\t,2020020122001400000000000001\t,T1\t,爱心捐款\t,2020-02-01 12:00:00,李华 (abc@example.com)\t,0.00,-40.00,14.40,支付宝,交易退款,\n"
        for number in (5, 6)
    )
    account = ALIPAY_ACCOUNT.replace(end, rows + end).replace("#支出合计：2笔，共50.60元", "#支出合计：4笔，共130.60元")
    desk.do(f"import {file(tmp_path, 'a.csv', trades, 'gb18030')} --yes")
    assert [row[-1] for row in booked(desk) if row[0] == "return"] == ["-40", "-40"]
    desk.do(f"import {file(tmp_path, 'b.csv', account, 'gb18030')} --yes")
    assert [row[-1] for row in booked(desk) if row[0] == "return"] == ["-40", "-40"]


def test_an_account_at_alipay_that_says_no_sort_of_business(desk: Desk, tmp_path: Path) -> None:
    """What comes in there is given; what goes out may be a fee by its remark, and is none of the gifts."""
    content = """#支付宝账务明细查询
账务流水号,商户订单号,业务流水号,收入金额（+元）,支出金额（-元）,账户余额（元）,发生时间,备注
100001\t,T1\t,B1\t,88.00,0.00,188.00,2020-02-01 10:00:00,
100002\t,T1\t,B2\t,12.00,0.00,200.00,2020-02-01 11:00:00,祝平安
100003\t,T1\t,B1\t,0.00,-0.60,199.40,2020-02-01 11:00:00,服务费
100004\t,\t,B3\t,0.00,-50.00,149.40,2020-02-01 12:00:00,
#支出合计：2笔，共50.60元
#收入合计：2笔，共100.00元
"""
    bill = file(tmp_path, "a.csv", content, "gb18030")
    first = desk.do(f"import {bill} --yes --format json").json["files"][0]
    [table] = first["tables"]
    assert (table["layout"], table["accepted"], table["ignored"]) == ("alipay_account", 2, 2)
    assert (table["sums"], first["problems"]) == ({"CNY": "100"}, [])


def test_an_account_at_alipay_whose_headings_say_no_yuan(desk: Desk, tmp_path: Path) -> None:
    content = """账务流水号,业务流水号,业务描述,商户订单号,发生时间,收入金额,支出金额,业务类型,备注
t1,b1,交易收款,T1,2020-02-01 10:00:00,123.45,0,交易,
t2,b1,交易退款,T1,2020-02-01 12:00:00,0,-23.45,退款,退款
"""
    desk.do(f"import {file(tmp_path, 'a.csv', content)} --yes")
    assert [(row[0], row[-1]) for row in booked(desk)] == [("receipt", "123.45"), ("return", "-23.45")]


ALIPAY_REFUNDS = """交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2020-02-05 10:00:00,退款,某店,a,退款-手机壳,不计收支,30.00,余额,退款成功,2020020122001400000000000009_R1,,,
2020-02-04 10:00:00,其他,华,a,退款-收钱码收款,不计收支,40.00,余额,退款成功,2020020322001400000000000001_R1,,,
2020-02-03 10:00:00,转账红包,李华,a,收钱码收款,收入,100.00,余额,交易成功,2020020322001400000000000001,,,
2020-02-02 10:00:00,转账红包,王芳,a,收钱码收款,收入,20.00,余额,交易关闭,2020020222001400000000000002,,,
2020-02-02 11:00:00,其他,王芳,a,退款-收钱码收款,不计收支,20.00,余额,退款成功,2020020222001400000000000002_R1,,,
2020-02-01 10:00:00,日用,某店,a,手机壳,支出,30.00,余额,交易成功,2020020122001400000000000009,,,
"""


def test_a_refund_that_has_a_row_of_its_own_at_alipay(desk: Desk, tmp_path: Path) -> None:
    """Its number is that of the gift with more behind it, by which it is told from what came back of a purchase."""
    bill = file(tmp_path, "a.csv", ALIPAY_REFUNDS, "gb18030")
    [table] = desk.do(f"import {bill} --yes --format json").json["files"][0]["tables"]
    assert (table["rows"], table["accepted"], table["ignored"], table["sums"]) == (6, 2, 4, {"CNY": "100"})
    assert booked(desk) == [
        ("receipt", "2020-02-03", "李华", "CNY", "100"),
        ("return", "2020-02-04", "李华", "CNY", "-40"),
    ]
    assert desk.do(f"import {bill} --yes --format json").json["entries"] == 0


def test_a_refund_that_cannot_be_read_is_refused(desk: Desk, tmp_path: Path) -> None:
    bill = file(tmp_path, "a.csv", ALIPAY_REFUNDS.replace(",40.00,", ",4O.00,"), "gb18030")
    [problem] = left(desk, f"import {bill} --yes --format json").json["files"][0]["problems"]
    assert (problem["row"], problem["column"], problem["got"]) == (3, "金额", "4O.00")


def test_a_merchants_account_at_wechat(desk: Desk, tmp_path: Path) -> None:
    """What came in is given by nobody who is named, or by whom --donor names; the sums at its foot are held against it."""
    bill = file(tmp_path, "资金账单.csv", WECHAT_ACCOUNT)
    [table] = desk.do(f"import {bill} --yes --donor 线上捐款人 --format json").json["files"][0]["tables"]
    assert (table["layout"], table["rows"], table["accepted"], table["ignored"]) == ("wechat_account", 6, 2, 4)
    assert booked(desk) == [
        ("receipt", "2020-02-01", "线上捐款人", "CNY", "10"),
        ("return", "2020-02-01", "线上捐款人", "CNY", "-4"),
    ]


@pytest.mark.parametrize(
    ("bill", "right", "wrong"),
    [
        (WECHAT_ACCOUNT, "`4,`1,`10.00", "`4,`1,`11.00"),
        (WECHAT_ACCOUNT, "`4,`1,`10.00", "`5,`1,`10.00"),
        (ALIPAY_ACCOUNT, "共105.00元", "共106.00元"),
        (ALIPAY_TRADES, "商家实收共120.50元", "商家实收共120.51元"),
    ],
)
def test_what_contradicts_a_merchants_bill_is_refused(
    desk: Desk, tmp_path: Path, bill: str, right: str, wrong: str
) -> None:
    assert right in bill
    refused = left(desk, f"import {file(tmp_path, 'a.csv', bill.replace(right, wrong))} --yes --format json", code=65)
    assert refused.json["entries"] == 0
    assert refused.json["files"][0]["problems"]


def test_a_bill_of_days_to_come_is_refused(desk: Desk, tmp_path: Path) -> None:
    bill = file(tmp_path, "a.csv", WECHAT_ACCOUNT.replace("`2020-02-01 10:00:00", "`2099-02-01 10:00:00"))
    problems = left(desk, f"import {bill} --yes --format json", code=65).json["files"][0]["problems"]
    assert "`2099-02-01 10:00:00" in {problem["got"] for problem in problems}


def test_a_total_is_not_marked_wrong_while_rows_are_missing(desk: Desk, tmp_path: Path) -> None:
    table = file(tmp_path, "a.csv", "姓名,金额,日期\n甲,10,2020-01-01\n丙,30,xx\n合计,40,\n")
    said = left(desk, f"import {table} --yes", code=65).out
    assert "stated total 40 (not compared" in said
    assert "✗" not in said


def test_a_merchants_business_that_nobody_knows_is_refused(desk: Desk, tmp_path: Path) -> None:
    bill = file(tmp_path, "a.csv", ALIPAY_TRADES.replace("T2\t,交易", "T2\t,某种业务"))
    [problem] = left(desk, f"import {bill} --yes --format json", code=65).json["files"][0]["problems"][:1]
    assert (problem["column"], problem["got"]) == ("业务类型", "某种业务")


APP = """支付宝账户：abc@example.com
共2笔记录
收入：1笔 99.00元
支出：1笔 5.00元
6.因统计逻辑不同，明细金额直接累加后，可能会和下方统计金额不一致，请以实际交易金额为准；
------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2020-02-01 10:00:00,转账红包,李华,abc***@example.com,转账,收入,100.00,余额,交易成功,2020020100000001\t,\t,,
2020-02-01 11:00:00,日用百货,某店,/,水,支出,5.00,余额,交易成功,2020020100000002\t,\t,,
"""


def test_a_bill_that_says_its_sums_may_differ_is_believed(desk: Desk, tmp_path: Path) -> None:
    """Alipay's says so: the sum is told as passed over, as long as all rows are there."""
    done = desk.do(f"import {file(tmp_path, 'a.csv', APP)} --yes --format json").json
    assert done["entries"] == 1
    assert done["files"][0]["problems"] == []
    short = APP.replace("共2笔记录", "共3笔记录").replace("0001\t", "0003\t")
    assert left(desk, f"import {file(tmp_path, 'b.csv', short)} --yes --format json", code=65).json["entries"] == 0


def test_rows_of_one_order_are_all_booked(desk: Desk, tmp_path: Path) -> None:
    """A number that stands at several rows of a table doesn't make one row of them, unless they say the same."""
    table = "日期,捐赠人,物资,数量,订单号\n2020-02-01,甲公司,口罩,500只,A1\n2020-02-01,甲公司,手套,20双,A1\n2020-02-01,甲公司,手套,20双,A1\n"
    path = file(tmp_path, "a.csv", table)
    [done] = desk.do(f"import {path} --yes --format json").json["files"][0]["tables"]
    assert (done["accepted"], done["duplicate"]) == (2, 1)
    again = file(tmp_path, "b.csv", table + "2020-02-02,乙公司,口罩,5只,A2\n")
    [done] = desk.do(f"import {again} --yes --format json").json["files"][0]["tables"]
    assert (done["accepted"], done["duplicate"]) == (1, 3)


def test_one_donor_for_a_whole_paper(desk: Desk, tmp_path: Path) -> None:
    """A list that names nobody is read as that donor's gifts; a name that can't be one is refused before anything is read."""
    path = file(tmp_path, "a.csv", "物资名称,单位,数量\n口罩,只,500\n手套,双,20\n合计,,520\n")
    assert left(desk, f"import {path} --yes --date 2020-02-03").out
    desk.do(f"import {path} --yes --donor 甲公司 --city 九江市 --date 2020-02-03")
    assert booked(desk) == [
        ("receipt", "2020-02-03", "甲公司", "口罩", "500"),
        ("receipt", "2020-02-03", "甲公司", "手套", "20"),
    ]
    assert {row["city"] for row in desk.read("ledger")} == {"九江市"}
    left(desk, f"import {path} --yes --donor *** --date 2020-02-03")


def test_gifts_given_straight_on_are_shown_with_who_got_them(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "接收单位,物资,单位,数量\n市一院,口罩,只,500\n")
    shown = desk.do(f"import {path} --dry-run --donor 甲公司 --date 2020-02-03").out
    assert "甲公司 → 市一院" in shown


def test_a_sheet_saved_after_it_was_opened_in_a_wrong_encoding_says_so(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "����,���,ʱ��\n�,100,2020-02-01\n��,200,2020-02-02\n���,5,2020-02-03\n")
    refused = left(desk, f"import {path} --yes --date 2020-02-03 --format json", code=65)
    assert "wrong encoding" in refused.json["files"][0]["problems"][0]["expected"]


def test_sentences_about_papers_say_what_is_meant(desk: Desk, tmp_path: Path) -> None:
    """A number like 1e3 is no card number cut short, and a table without headings has none in row 0."""
    scientific = file(tmp_path, "a.csv", "日期,捐赠人,金额\n2020-02-01,李华,1e3\n")
    assert "expected a number written out, such as 1000" in desk.run(f"import {scientific} --dry-run").out
    headless = file(tmp_path, "b.csv", "2020-02-01,李华,500元\n2020-02-02,王芳,20元\n")
    said = desk.run(f"import {headless} --dry-run").out
    assert "row 0" not in said
    assert "No headings" in said


def test_of_a_row_that_is_left_out_there_is_no_trace(desk: Desk, tmp_path: Path) -> None:
    """Neither its donor nor its item, so that rice may come in bags later."""
    file = tmp_path / "a.csv"
    rows = "2020-02-01,甲,口罩,500个\n2020-02-01,丑,大米,三分之一吨\n2020-02-01,寅,口罩,1.5个\n2020-02-01,卯,面粉,1000000000000000斤\n"
    file.write_text(f"日期,捐赠人,捐赠内容,数量\n{rows}2020-02-01,辰,口罩,20个\n", encoding="utf-8")
    desk.do(f"import {file} --yes --accept-good")
    assert [row["name"] for row in desk.read("donors")] == ["甲", "辰"]
    assert [row["item"] for row in desk.read("items")] == ["口罩"]
    desk.do("receive 甲 大米10袋 --date 2020-02-02")
    assert desk.stock()["大米"] == "10"


def test_a_paper_of_which_nothing_can_be_taken_is_told_beside_one_that_was(desk: Desk, tmp_path: Path) -> None:
    """Without --accept-good the rows of one file are not left out in silence because another file went well."""
    good = file(tmp_path, "a.csv", "日期,捐赠人,金额\n2020-02-01,李华,5\n")
    bad = file(tmp_path, "b.csv", "捐赠人,金额\n李华,5\n王芳,6\n赵一,7\n")
    answer = left(desk, f"import {good} {bad} --yes")
    assert "rows 2 to 4: expected a date: say it with --date; nothing is written there" in answer.out
    assert len(booked(desk)) == 1
    another = file(tmp_path, "c.csv", "日期,捐赠人,金额\n2020-02-02,李华,5\n")
    assert "3 of the rows can't be taken: left out" in desk.do(f"import {another} {bad} --yes --accept-good").err


def test_what_is_not_read_is_listed_at_the_end(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "日期,联系电话,捐赠人,金额,快递单号\n2020-02-01,,李华,5,\n")
    shown = desk.do(f"import {path} --dry-run").out
    assert "Columns: 日期 → date; 捐赠人 → donor; 金额 → money; not read: 联系电话, 快递单号" in shown


def test_the_sums_are_those_of_what_is_booked(desk: Desk, tmp_path: Path) -> None:
    """What was given back in full is not among them, and what is about known is about known; the bill's own sum counts all."""
    bill = APP.replace("收入：1笔 99.00元", "收入：2笔 130.00元").replace("共2笔", "共3笔")
    bill += (
        "2020-02-01 12:00:00,转账红包,王芳,abc***@example.com,转账,收入,30.00,余额,退款成功,2020020100000003\t,\t,,\n"
    )
    [table] = desk.do(f"import {file(tmp_path, 'a.csv', bill)} --yes --format json").json["files"][0]["tables"]
    assert table["sums"] == {"CNY": "100"}
    goods = file(
        tmp_path, "b.csv", "捐赠人,物资,数量,单位,日期\n李华,口罩,约500,只,2020-02-01\n王芳,口罩,20,只,2020-02-01\n"
    )
    assert "≈520 pcs" in desk.do(f"import {goods} --dry-run").out


def test_what_goods_are_worth_is_no_money_in_the_sums(desk: Desk, tmp_path: Path) -> None:
    """The total at the foot of a list of goods is that of their values, and held against them."""
    rows = "捐赠人,物资,数量,单位,折合价值,日期\n李华,口罩,500,只,约1000,2020-02-01\n甲公司,酒精,20,瓶,300,2020-02-01\n合计,,,,1300,\n"
    answer = desk.do(f"import {file(tmp_path, 'a.csv', rows)} --dry-run").out
    assert "Sums: 500 pcs; goods worth ≈1,300 yuan; 20 bottles; stated total 1,300 ✓" in answer


AS_ONE = "counts rows without an amount as one each (1)"


@pytest.mark.parametrize(
    ("rows", "stated", "said"),
    [
        ("口罩,500,个,\n蔬菜,一批,,\n", "501,,", AS_ONE),
        ("口罩,500,个,\n蔬菜,一批,,\n", "500,,", ""),
        ("救护车,,,300000\n呼吸机,2,台,80000\n", "3,,380000", AS_ONE),
        ("救护车,,,300000\n呼吸机,2,台,80000\n", "2,,380000", ""),
    ],
)
def test_a_stated_total_may_count_what_has_no_amount_as_one(
    desk: Desk, tmp_path: Path, rows: str, stated: str, said: str
) -> None:
    """Such a row stays unknown, and what is shown says that the total counts it; a total that counts it not is right too."""
    below = "".join(f"甲公司,2020-02-01,{row}\n" for row in rows.splitlines())
    table = f"捐赠单位,日期,品名,数量,单位,折算金额\n{below}合计,,,{stated}\n"
    answer = desk.do(f"import {file(tmp_path, 'a.csv', table)} --yes").out
    assert "✓" in answer
    assert (AS_ONE in answer) is bool(said)
    assert [row["certainty"] for row in desk.read("ledger")].count("unknown") == 1


@pytest.mark.parametrize(
    ("rows", "stated"),
    [
        ("口罩,500,个,\n蔬菜,一批,,\n", "502,,"),
        ("口罩,500,个,\n蔬菜,一批,,\n", "499,,"),
        ("口罩,500,个,\n蔬菜,10,斤,\n", "511,,"),
        ("救护车,,,300000\n呼吸机,2,台,80000\n", "4,,380000"),
        ("救护车,,,300000\n呼吸机,2,台,80000\n", "3,,380001"),
    ],
)
def test_any_other_total_is_wrong(desk: Desk, tmp_path: Path, rows: str, stated: str) -> None:
    """More than one for each, less, or one more where every amount is known."""
    below = "".join(f"甲公司,2020-02-01,{row}\n" for row in rows.splitlines())
    table = f"捐赠单位,日期,品名,数量,单位,折算金额\n{below}合计,,,{stated}\n"
    assert "as the stated total" in left(desk, f"import {file(tmp_path, 'a.csv', table)} --yes").out


ALIPAY_HEADINGS = ALIPAY_REFUNDS.partition("\n")[0]
ALIPAY_GIFT = "2020-02-03 10:00:00,转账红包,李华,a,收钱码收款,收入,100.00,余额,{},2020020322001400000000000001,,,"
ALIPAY_BACK = (
    "2020-03-0{0} 10:00:00,退款,李*,a,退款-收钱码收款,不计收支,{1}.00,余额,{2},2020020322001400000000000001_R{0},,,"
)


def alipay(folder: Path, name: str, *rows: str) -> Path:
    """A bill of Alipay's app with these rows."""
    return file(folder, name, "\n".join((ALIPAY_HEADINGS, *rows, "")), "gb18030")


def test_a_refund_at_alipay_of_a_gift_of_an_earlier_bill(desk: Desk, tmp_path: Path) -> None:
    """In the same command, in a later one, and in part after part; what the payment's own row says then adds nothing."""
    gift, back = ALIPAY_GIFT.format("交易成功"), [ALIPAY_BACK.format(*one, "退款成功") for one in ((1, 40), (2, 60))]
    february, march = alipay(tmp_path, "2.csv", gift), alipay(tmp_path, "3.csv", back[0])
    both = desk.do(f"import {february} {march} --yes --format json").json
    assert [file["tables"][0]["accepted"] for file in both["files"]] == [1, 1]
    expected = [("receipt", "2020-02-03", "李华", "CNY", "100"), ("return", "2020-03-01", "李华", "CNY", "-40")]
    assert booked(desk) == expected
    later = alipay(tmp_path, "4.csv", *back)
    [table] = desk.do(f"import {later} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"]) == (1, 1)
    expected.append(("return", "2020-03-02", "李华", "CNY", "-60"))
    assert booked(desk) == expected
    whole = alipay(tmp_path, "5.csv", ALIPAY_GIFT.format("交易关闭"), *back)
    [table] = desk.do(f"import {whole} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"], booked(desk)) == (0, 3, expected)
    assert desk.do("check").code == 0


def test_a_refund_at_alipay_is_booked_once_whichever_row_says_it_first(desk: Desk, tmp_path: Path) -> None:
    """Neither more than was given nor twice, where the payment's own row said it before."""
    back = ALIPAY_BACK.format(1, 100, "退款成功")
    desk.do(f"import {alipay(tmp_path, '1.csv', ALIPAY_GIFT.format('交易成功'))} --yes")
    desk.do(f"import {alipay(tmp_path, '2.csv', ALIPAY_GIFT.format('交易关闭'))} --yes")
    [table] = desk.do(f"import {alipay(tmp_path, '3.csv', back)} --yes --format json").json["files"][0]["tables"]
    assert (table["rows"], table["duplicate"], len(booked(desk))) == (1, 1, 2)
    assert desk.do("totals --by item --format json").json["tables"][0]["rows"] == []
    assert desk.do("check").code == 0


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("退款关闭", "did not go through"),
        ("退款处理中", "not paid yet"),
        ("退款成功", "no gift that the book knows by its number"),
    ],
)
def test_a_refund_at_alipay_that_gives_nothing_back(desk: Desk, tmp_path: Path, state: str, why: str) -> None:
    bill = alipay(tmp_path, "1.csv", ALIPAY_BACK.format(1, 40, state))
    answer = desk.do(f"import {bill} --dry-run --format json")
    [table] = answer.json["files"][0]["tables"]
    assert (table["rows"], table["ignored"]) == (1, 1)
    assert why in desk.do(f"import {bill} --dry-run").out.replace("\n", " ")


def test_a_refund_at_alipay_may_stand_in_a_file_before_its_gift(desk: Desk, tmp_path: Path) -> None:
    """Of one command the files may be named in any order; of several, what was ignored is taken when it comes again."""
    gift = alipay(tmp_path, "2.csv", ALIPAY_GIFT.format("交易成功"))
    back = alipay(
        tmp_path,
        "3.csv",
        ALIPAY_BACK.format(1, 40, "退款成功"),
        ALIPAY_BACK.format(2, 10, "退款成功").replace("0001_", "0009_"),
    )
    files = desk.do(f"import {back} {gift} --yes --format json").json["files"]
    counts = [[file["tables"][0][key] for key in ("rows", "accepted", "ignored")] for file in files]
    assert counts == [[2, 1, 1], [1, 1, 0]]
    assert [(row[0], row[2], row[-1]) for row in booked(desk)] == [
        ("receipt", "李华", "100"),
        ("return", "李华", "-40"),
    ]
    [table] = desk.do(f"import {back} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"], table["ignored"]) == (0, 1, 1)
    assert desk.do("check").code == 0


def test_a_refund_of_a_sheet_that_is_not_imported_does_not_come_late(desk: Desk, tmp_path: Path) -> None:
    gift = alipay(tmp_path, "2.csv", ALIPAY_GIFT.format("交易成功"))
    broken = ALIPAY_GIFT.format("交易成功").replace("100.00", "一百").replace("0001,,,", "0005,,,")
    back = alipay(tmp_path, "3.csv", ALIPAY_BACK.format(1, 40, "退款成功"), broken)
    left(desk, f"import {back} {gift} --yes --format json")
    assert [row[0] for row in booked(desk)] == ["receipt"]


def test_a_closed_payment_is_not_said_to_be_given_back(desk: Desk, tmp_path: Path) -> None:
    bill = alipay(tmp_path, "1.csv", ALIPAY_GIFT.format("交易关闭"))
    out = " ".join(desk.do(f"import {bill} --dry-run").out.split())
    assert "closed: never paid, or given back in full" in out


def test_a_refund_at_alipay_of_a_gift_that_came_as_a_table(desk: Desk, tmp_path: Path) -> None:
    """Its number is the same; the gift's own bill then adds nothing, and no more goes back than came."""
    table = "日期,捐赠人,金额,交易号\n2020-02-03,李华,100,2020020322001400000000000001\n"
    desk.do(f"import {file(tmp_path, 'list.csv', table)} --yes")
    back = [ALIPAY_BACK.format(*one, "退款成功") for one in ((1, 40), (2, 60), (3, 5))]
    desk.do(f"import {alipay(tmp_path, '3.csv', back[0])} --yes")
    expected = [("receipt", "2020-02-03", "李华", "CNY", "100"), ("return", "2020-03-01", "李华", "CNY", "-40")]
    assert booked(desk) == expected
    later = alipay(tmp_path, "4.csv", ALIPAY_GIFT.format("交易成功"), *back)
    [one] = desk.do(f"import {later} --yes --format json").json["files"][0]["tables"]
    assert (one["accepted"], one["duplicate"]) == (1, 3)
    assert booked(desk) == [*expected, ("return", "2020-03-02", "李华", "CNY", "-60")]
    assert desk.do("check").code == 0


def test_a_gift_of_a_bill_that_comes_again_in_a_table_is_known_by_its_number(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {alipay(tmp_path, '1.csv', ALIPAY_GIFT.format('交易成功'))} --yes")
    table = "日期,捐赠人,金额,交易号\n2020-02-03,李华,100,2020020322001400000000000001\n2020-02-03,王芳,5,2020020322001400000000000002\n"
    [one] = desk.do(f"import {file(tmp_path, 'list.csv', table)} --yes --format json").json["files"][0]["tables"]
    assert (one["accepted"], one["duplicate"], len(booked(desk))) == (1, 1, 2)


def test_goods_of_an_order_that_a_bill_paid_are_no_repetition_of_it(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {alipay(tmp_path, '1.csv', ALIPAY_GIFT.format('交易成功'))} --yes")
    table = "日期,捐赠人,品名,数量,交易号\n2020-02-03,李华,口罩,100只,2020020322001400000000000001\n"
    desk.do(f"import {file(tmp_path, 'list.csv', table)} --yes")
    assert [row[3] for row in booked(desk)] == ["CNY", "口罩"]


def test_a_refund_at_alipay_of_a_gift_whose_number_stands_in_a_note(desk: Desk, tmp_path: Path) -> None:
    """Of one that was recorded by hand; where two notes name it, or only one of goods, nothing is guessed."""
    number = "2020020322001400000000000001"
    desk.do(f"receive 李华 100元 --date 2020-02-03 --note 支付宝{number} --yes --new")
    desk.do(f"receive 王芳 口罩5只 --date 2020-02-03 --note {number} --yes --new")
    desk.do(f"receive 王芳 7元 --date 2020-02-03 --note {number}_R7 --yes")
    bill = alipay(tmp_path, "3.csv", ALIPAY_BACK.format(1, 40, "退款成功"))
    desk.do(f"import {bill} --yes")
    assert booked(desk)[-1] == ("return", "2020-03-01", "李华", "CNY", "-40")
    desk.do("import --undo 1 --yes")
    desk.do(f"receive 张三 3元 --date 2020-02-03 --note {number} --yes --new")
    out = " ".join(desk.do(f"import {bill} --dry-run").out.split())
    assert "no gift that the book knows by its number" in out
    assert "`donations refund`" in out
    assert desk.do("check").code == 0


def test_goods_within_gifts_in_json_are_booked_one_by_one(desk: Desk, tmp_path: Path) -> None:
    """No list becomes the name of anything: one is read, of several nobody can tell which is meant."""
    one = '[{"donor": "甲公司", "date": "2020-02-03", "items": [{"name": "口罩", "quantity": 100, "unit": "个"}, {"name": "酒精", "quantity": 2, "unit": "桶"}]}]'
    paper = file(tmp_path, "a.json", one)
    [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert (table["rows"], table["accepted"], table["sums"]) == (2, 2, {"个": "100", "桶": "2"})
    assert booked(desk) == [
        ("receipt", "2020-02-03", "甲公司", "口罩", "100"),
        ("receipt", "2020-02-03", "甲公司", "酒精", "2"),
    ]
    assert desk.do(f"import {paper} --yes --format json").json["entries"] == 0
    two = '[{"donor": "甲公司", "date": "2020-02-03", "items": [{"name": "口罩", "quantity": 1}], "more": [{"name": "酒精", "quantity": 2}]}]'
    [problem] = left(desk, f"import {file(tmp_path, 'b.json', two)} --yes --format json").json["files"][0]["problems"]
    assert problem["column"] == "items"


def test_what_content_names_as_goods_is_no_cash(desk: Desk, tmp_path: Path) -> None:
    """The amount beside goods is what they are worth, and the total of the column counts both."""
    table = "捐赠单位,捐赠内容,金额（元）,日期\n甲公司,现金,200,2020-02-01\n乙公司,口罩30个,90,2020-02-02\n合计,,290,\n"
    [read] = desk.do(f"import {file(tmp_path, 'a.csv', table)} --yes --format json").json["files"][0]["tables"]
    assert (read["accepted"], read["sums"], read["stated_total"]) == (
        2,
        {"CNY": "200", "value": "90", "个": "30"},
        "290",
    )
    wrong = file(tmp_path, "b.csv", table.replace("290", "291").replace("甲", "丙"))
    [problem] = left(desk, f"import {wrong} --yes --format json").json["files"][0]["problems"]
    assert (problem["row"], problem["got"]) == (4, "291")
