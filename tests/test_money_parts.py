"""金额 beside 其中：助学: what a part of a gift was given for is kept. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

HEAD = "捐赠人,捐款日期,捐款金额,其中：助学,其中：助老\n"


def line(table: str, row: int = 2) -> str:
    """What is understood of a row."""
    return next(line for line in told(table).splitlines() if line.startswith(f"{row} "))


@pytest.mark.parametrize(
    ("row", "amounts"),
    [
        ("500,200,100", "CNY 200元 for 助学, CNY 100元 for 助老, CNY 200元"),
        ("500,200,300", "CNY 200元 for 助学, CNY 300元 for 助老"),
        ("500,500,", "CNY 500元 for 助学"),
        ("500,,0", "CNY 500元"),
        ("5千,2000元,", "CNY 2000元 for 助学, CNY 3000元"),
        ("约500,200,", "CNY 200元 for 助学, CNY ~300元"),
        ("0.3,0.1,0.2", "CNY 0.1元 for 助学, CNY 0.2元 for 助老"),
    ],
)
def test_the_gift_is_split_over_its_purposes(row: str, amounts: str) -> None:
    said = line(f"{HEAD}李华,2020-02-01,{row}\n")
    assert said.partition("donor=李华: ")[2].partition(" [")[0] == amounts


@pytest.mark.parametrize(
    ("heads", "row", "said"),
    [
        (
            "捐款金额（元）,其中：助学（万元）,其中：非定向",
            "50000,2,30000",
            "CNY 20000元 for 助学, CNY 30000元 [50000CNY]",
        ),
        ("捐款金额（美元）,其中助学", "50,20", "USD 20美元 for 助学, USD 30美元 [50USD]"),
        ("合计,其中:定向抗疫捐款", "50,20", "CNY 20元 for 抗疫, CNY 30元 [50CNY]"),
        ("捐款金额,其中定向捐款（元）,定向用途", "50,20,修路", "CNY 20元 for 修路, CNY 30元 [50CNY]"),
        ("捐款金额,其中：定向", "50,20", "CNY 50元 “其中：定向 20元” [50CNY]"),
        ("捐款金额,其中：乡村书屋", "50,20", "CNY 50元 “其中：乡村书屋 20元” [50CNY]"),
        ("捐款金额,其中：微信,其中：现金", "50,20,30", "CNY 50元 [50CNY]"),
    ],
)
def test_what_the_part_is_called_says_what_it_is_for(heads: str, row: str, said: str) -> None:
    """What nobody knows the purpose of is kept as a note; ways that money came are no purposes."""
    assert line(f"捐赠人,捐款日期,{heads}\n李华,2020-02-01,{row}\n").endswith(f"donor=李华: {said}")


@pytest.mark.parametrize(
    "above",
    ["单位：万元\n捐赠人,捐款日期,捐款金额,其中：助学\n", "某协会\n捐赠人,捐款日期,捐款金额（万元）,其中：助学\n"],
)
def test_a_part_without_a_measure_has_that_of_the_whole(above: str) -> None:
    """2 of 5 ten thousands were two yuan for the purpose, and 49,998 for none."""
    assert line(f"{above}李华,2020-02-01,5,2\n", 3).endswith("CNY 20000元 for 助学, CNY 30000元 [50000CNY]")
    assert line(f"{above}李华,2020-02-01,5,300元\n", 3).endswith("CNY 300元 for 助学, CNY 49700元 [50000CNY]")


RESTRICTED = "捐赠人,捐款日期,{}\n甲公司,2020-02-01,1000,500,1500{}\n李华,2020-02-02,,300,300{}\n"


@pytest.mark.parametrize(
    "heads",
    [
        "定向捐款,非定向捐款,合计",
        "定向捐款（元）,非定向捐款（元）,合计（元）",
        "限定性,非限定性,捐款金额",
        "Restricted,Unrestricted,Total",
    ],
)
def test_what_was_given_for_some_purpose_is_noted(heads: str) -> None:
    """Only the sum was kept; and below Restricted 1000 was the name of a purpose."""
    found = told(RESTRICTED.format(heads, "", "")).splitlines()
    assert found[1].endswith(f"CNY 1500元 “{heads.partition(',')[0]} 1000元” [1500CNY]")
    assert found[2].endswith("CNY 300元 [300CNY]")


def test_the_purpose_beside_it_is_of_what_was_given_for_one() -> None:
    """The 500 that were for nothing in particular were for 助学, too."""
    found = told(RESTRICTED.format("定向捐款,非定向捐款,合计,定向用途", ",助学", ",")).splitlines()
    assert found[1].endswith("CNY 1000元 for 助学, CNY 500元 [1500CNY]")
    assert found[2].endswith("CNY 300元 [300CNY]")
    two = told(
        "捐赠人,捐款日期,捐款金额（元）,,,用途\n,,定向,非定向,合计,\n甲公司,2020-02-01,1000,500,1500,助学\n"
    ).splitlines()
    assert two[1].endswith("CNY 1000元 for 助学, CNY 500元 [1500CNY]")


def test_parts_that_make_another_sum_are_no_parts() -> None:
    found = told("捐赠人,捐款日期,定向捐款,非定向捐款,合计\n甲公司,2020-02-01,1000,500,1700\n")
    assert "“" not in found


def test_in_english_and_in_two_rows_of_headings() -> None:
    said = line("Donor,Date,Amount (CNY),Of which for Education\nLi Hua,2020-02-01,500,200\n")
    assert said.endswith("CNY 200元 for Education, CNY 300元 [500CNY]")
    said = line("捐赠人,捐款日期,捐款金额,其中,\n,,,助学,助老\n李华,2020-02-01,500,200,100\n", 3)
    assert said.endswith("CNY 200元 for 助学, CNY 100元 for 助老, CNY 200元 [500CNY]")


@pytest.mark.parametrize(
    ("heads", "row", "column"),
    [
        ("捐款金额,其中：助学,其中：助老", "100,80,50", "其中：助老: no more, with the parts before it"),
        ("捐款金额,其中：助学", "100,约80", "其中：助学: an exact amount"),
        ("捐款金额,其中：助学", "100,$80", "其中：助学: an exact amount"),
        ("捐款金额,其中：助学", "100,一部分", "其中：助学: "),
        ("捐款金额,其中：助学", ",80", "捐款金额: an amount"),
        ("捐款金额,其中：定向,用途", "100,,修路", "其中：定向: how much of the gift"),
    ],
)
def test_a_part_that_is_none_is_refused(heads: str, row: str, column: str) -> None:
    assert line(f"捐赠人,捐款日期,{heads}\n李华,2020-02-01,{row}\n").startswith(f"2 ! {column}")


def test_goods_that_are_counted_in_the_amount_are_asked_about() -> None:
    """500 of money and goods worth 200 were booked, where 300 of money came; and where the parts don't make 500, nobody knows what came."""
    table = "捐赠人,捐款日期,捐款金额,其中物资折价,其中现金\n李华,2020-02-01,500,200,300\n"
    assert line(table) == "2 receipt 2020-02-01 donor=李华: CNY 300元, 物资 ?@@200 [300CNY 200value]"
    table = table.replace("200,300", "150,300")
    assert line(table).startswith("2 ! None: money apart from goods")
    said = told(table, columns={"捐款金额": "-", "其中现金": "money"}).splitlines()[1]
    assert "CNY 300元" in said
    assert "物资 ?@@150" in said
    apart = "捐赠人,捐款日期,现金,物资折价\n李华,2020-02-01,300,200\n"
    assert "CNY 300元" in line(apart)


def test_the_parts_are_one_gift(desk: Desk, tmp_path: Path) -> None:
    """One entry, of which the foot states the whole; the same again is known."""
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD}李华,2020-02-01,500,200,100\n王芳,2020-02-01,50,,\n合计,,550,200,100\n")
    preview = desk.do(f"import {file} --dry-run").out
    assert "李华  200 yuan (助学), 100 yuan (助老), 200 yuan\n" in preview
    assert "stated total 550 ✓" in preview
    for _again in range(2):
        assert desk.run(f"import {file} --yes").code == 0
    rows = [(row["entry"], row["received"], row["purpose"] or None) for row in desk.read("ledger")]
    assert rows == [(1, "200", "助学"), (1, "100", "助老"), (1, "200", None), (2, "50", None)]
    assert desk.run("check").code == 0


GIFT = "交易单号,日期,捐赠人,金额,其中：助学\nT2020030100001,2020-03-01,李华,500,200\n"
REFUND = "交易单号,原交易单号,日期,捐赠人,金额,交易类型\n"


def went_back(desk: Desk, tmp_path: Path, *refunds: str) -> list[tuple[object, ...]]:
    """What goes back for each purpose, by rows of refunds with the number of the gift."""
    (tmp_path / "gift.csv").write_text(GIFT)
    rows = (f"R202003050000{place},T2020030100001,{row},退款\n" for place, row in enumerate(refunds))
    (tmp_path / "back.csv").write_text(REFUND + "".join(rows))
    answer = desk.run(f"import {tmp_path / 'gift.csv'} {tmp_path / 'back.csv'} --yes")
    assert answer.code in (0, 65), answer
    return [
        (row["date"], row["purpose"], row["amount"]) for row in desk.read("journal") if row["flow"] == "refunded"
    ] or [("refused", "100元 of a gift of 500元" in answer.out)]


def test_what_goes_back_of_a_split_gift_goes_back_over_its_purposes(desk: Desk, tmp_path: Path) -> None:
    """All of it was taken of the first of its purposes, and the rest of the gift stayed."""
    found = went_back(desk, tmp_path, "2020-03-05,李华,500")
    assert found == [("2020-03-05", "助学", "200"), ("2020-03-05", None, "300")]


def test_a_part_of_a_split_gift_is_of_no_purpose_that_anybody_knows(desk: Desk, tmp_path: Path) -> None:
    assert went_back(desk, tmp_path, "2020-03-05,李华,100") == [("refused", True)]


def test_a_row_that_says_that_a_part_of_its_split_gift_went_back(desk: Desk, tmp_path: Path) -> None:
    """Here it was booked of the first purpose as well."""
    (tmp_path / "a.csv").write_text("订单号,日期,捐赠人,金额,其中：助学,退款金额\n1001,2020-03-01,李华,500,200,100\n")
    refused = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (refused.code, "100元 of a gift of 500元" in refused.out) == (65, True)
    assert desk.read("ledger") == []


def test_goods_that_were_paid_for_are_part_of_what_was_spent() -> None:
    """Only the cash of what was spent was booked."""
    table = "日期,支出项目,支出金额（元）,其中：现金（元）,其中：物资（元）\n2020-02-01,慰问,500,200,300\n2020-02-02,办公,200,200,\n"
    assert "expense 2020-02-01 : CNY 500元 “慰问”" in told(table)
