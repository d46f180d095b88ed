"""Lists of money with a column for each purpose: what each part was given for is kept. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.columns.money_senses import TWO_SUMS

HEADINGS = {
    "姓名,日期,助学基金,抗疫专项,一般捐款": ("助学基金", "抗疫专项", None),
    "捐款人,捐款日期,奖学金,校庆捐款,其他捐款": ("奖学金", "校庆", None),
    "姓名,日期,教育基金（元）,医疗基金（元）,不指定（元）": ("教育基金", "医疗基金", None),
    "功德主,日期,建寺,放生,随喜": ("建寺", "放生", None),
    "捐款人,日期,大殿修建,印经,供斋": ("大殿修建", "印经", "供斋"),
    "捐款人,日期,扶贫助学,大病救助,孤儿教育": ("扶贫助学", "大病救助", "孤儿教育"),
    "捐款人,日期,助学款,敬老款,疫情防控捐款": ("助学款", "敬老款", "疫情防控"),
    "Donor,Date,Scholarship Fund,Building Fund,General Fund": ("Scholarship Fund", "Building Fund", None),
}


@pytest.mark.parametrize(("headings", "purposes"), HEADINGS.items(), ids=HEADINGS)
@pytest.mark.parametrize("total", ["", "合计", "总额（元）"])
def test_each_part_has_its_purpose(
    desk: Desk, tmp_path: Path, headings: str, purposes: tuple[str | None, ...], total: str
) -> None:
    rows = ["李华,2020-02-01,500,,", "王芳,2020-02-02,100,,200", "张三,2020-02-03,0,30,"]
    sums = [",500", ",300", ",30", ",830"] if total else [""] * 4
    lines = [
        headings + (f",{total}" if total else ""),
        *map("".join, zip(rows, sums, strict=False)),
        f"合计,,600,30,200{sums[3]}",
    ]
    file = tmp_path / "a.csv"
    file.write_text("\n".join(lines) + "\n")
    for _again in range(2):
        assert desk.run(f"import {file} --yes").code == 0
    ledger = [(row["donor"], row["received"], row["purpose"] or None) for row in desk.read("ledger")]
    assert ledger == [
        ("李华", "500", purposes[0]),
        ("王芳", "100", purposes[0]),
        ("王芳", "200", purposes[2]),
        ("张三", "30", purposes[1]),
    ]


def test_two_rows_of_headings() -> None:
    table = ",,捐款用途,,合计（万元）\n姓名,日期,助学,助老,\n李华,2020-02-01,1,2,3\n"
    lines = told(table).splitlines()
    assert lines[1] == "3 receipt 2020-02-01 donor=李华: CNY 10000元 for 助学 [10000CNY]"
    assert lines[2] == "3 receipt 2020-02-01 donor=李华: CNY 20000元 for 助老 [20000CNY]"


def test_a_title_is_no_upper_row_of_headings() -> None:
    """It says which way the money went, and of which day."""
    table = "城东救助站2020年3月爱心捐款名单,,,\n姓名,助学基金,医疗基金,合计\n李华,100,200,300\n"
    assert told(table).splitlines() == [
        "money_in 2: 姓名=donor 助学基金=money 医疗基金=money 合计=-",
        "3 receipt (2020-03-31) donor=李华: CNY 100元 for 助学基金 [100CNY]",
        "3 receipt (2020-03-31) donor=李华: CNY 200元 for 医疗基金 [200CNY]",
    ]


def test_a_row_whose_total_is_another_is_refused() -> None:
    lines = told("捐款人,日期,助学基金,抗疫专项,合计\n李华,2020-02-01,5,1,6\n王芳,2020-02-02,1,2,4\n").splitlines()
    assert lines[3].startswith("3 ! 合计: the sum of the amounts beside it in its row")


@pytest.mark.parametrize(
    "table",
    [
        "2020年奖学金发放表\n姓名,日期,奖学金,助学金,合计\n李华,2020-02-01,500,,500\n",
        "姓名,日期,奖学金,助学金\n李华,2020-02-01,500,\n",
        "2020年救助资金发放表\n姓名,日期,助学基金,医疗基金,合计\n李华,2020-02-01,500,,500\n",
        "2020年救助资金发放表,,,,单位：元\n姓名,日期,助学基金,医疗基金,合计\n李华,2020-02-01,500,,500\n",
        "姓名,日期,助学基金,医疗基金,合计\n李华,2020-02-01,500,,500\n",
        "捐款人,日期,助学捐款,微信,现金\n李华,2020-02-01,500,500,\n",
        "捐款人,日期,定向捐款,非定向捐款\n李华,2020-02-01,500,\n",
    ],
)
def test_other_columns_are_no_purposes(table: str) -> None:
    """What is paid out to pupils, ways that money came, and columns that call no purpose."""
    assert " for " not in told(table)


def test_what_is_said_of_a_row_is_said_of_its_parts() -> None:
    lines = told(
        "捐款人,日期,助学,助老,币种,状态\n李华,2020-02-01,500,20,美元,已到账\n王芳,2020-02-02,,300,人民币,未到账\n"
    ).splitlines()
    assert lines[1] == "2 receipt 2020-02-01 donor=李华: USD 500美元 for 助学 [500USD]"
    assert lines[2] == "2 receipt 2020-02-01 donor=李华: USD 20美元 for 助老 [20USD]"
    assert lines[3].startswith("3 - not paid")


def test_parts_of_a_payment_with_a_number_are_not_taken_for_the_same_payment() -> None:
    """The number is that of the row, which is booked as a whole."""
    lines = told("交易单号,捐款人,日期,助学,助老,合计\nA1,李华,2020-02-01,500,20,520\n").splitlines()
    assert "[520CNY]" in lines[1]


def test_the_preview_says_which_part_is_for_what(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("姓名,日期,助学基金,抗疫专项,一般捐款\n李华,2020-02-01,500,30,20\n")
    preview = desk.do(f"import {file} --dry-run").out
    assert "李华  500 yuan  purpose: 助学基金\n" in preview
    assert "李华  30 yuan  purpose: 抗疫专项\n" in preview
    assert "李华  20 yuan\n" in preview


def test_a_column_that_nobody_understands_is_a_purpose_where_the_sums_count_it() -> None:
    """图书角 beside 助学 and a sum of both; a telephone or an age, which no sum counts, is none."""
    table = "捐款人,日期,助学,{},合计（元）\n李华,2020-02-01,100,{},{}\n王芳,2020-02-02,,50,50\n"
    assert "donor=李华: CNY 200元 for 图书角" in told(table.format("图书角", 200, 300))
    assert "for 助学" not in told(table.format("电话", 13900000000, 100))
    assert "for" not in told(
        "捐款人,日期,助学金,年龄,金额（元）\n李华,2020-02-01,100,30,100\n王芳,2020-02-02,50,41,50\n"
    )


def test_offerings_of_a_church_have_a_column_each() -> None:
    text = "日期,姓名,十一奉献,感恩奉献,建堂奉献,合计\n2020-02-03,周明,100,20,,120\n2020-02-10,吴静,,,30,30\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "2 receipt 2020-02-03 donor=周明: CNY 20元 for 感恩 [20CNY]",
        "3 receipt 2020-02-10 donor=吴静: CNY 30元 for 建堂 [30CNY]",
    ]


@pytest.mark.parametrize("way", ["微信红包", "微信收款码", "支付宝转账", "红包", "微信群收款"])
def test_each_way_that_money_came_is_read(way: str) -> None:
    """微信红包 was passed over beside 现金, and what came so lost."""
    text = f"日期,捐赠人,{way},现金\n2020-02-03,周明,5,20\n2020-02-03,吴静,,30\n"
    assert "donor=周明: CNY 5元, CNY 20元 [25CNY]" in told(text)


def test_amounts_that_may_have_come_one_more_way_are_asked_about() -> None:
    text = "日期,捐赠人,微信,随手礼,现金\n2020-02-03,周明,5,7,20\n2020-02-03,吴静,,30,\n"
    assert TWO_SUMS in told(text)
    assert "donor=周明: CNY 5元, CNY 20元 [25CNY]" in told(text, columns={"随手礼": "-"})
    assert "donor=周明: CNY 5元, CNY 20元 [25CNY]" in told(text.replace("7", "甲").replace("30", "乙"))
    assert "donor=周明: CNY 5元, CNY 20元 [25CNY]" in told(text.replace(",7,", ",25,").replace(",30,", ",30,30"))
