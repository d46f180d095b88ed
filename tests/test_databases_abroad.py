"""What donor databases and platforms abroad write besides gifts: sorts of records, wholes and parts, moments in UTC. All is invented."""

from pathlib import Path

import pytest
from harness.tables import told

from donations.importers.columns.gift_aid import WHETHER_TAX
from donations.importers.columns.record_kinds import ADJUSTED
from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.words.accounts import OTHER_INCOME
from donations.importers.words.row_reasons import IN_PARTS, PROMISED

KINDS = "First Name,Last Name,{},Gift Date,Gift Amount\nAnn,Lee,Cash,2020-02-01,5\nBo,Ray,{},2020-02-02,600\n"


@pytest.mark.parametrize("heading", ["Gift Type", "type", "Record_Type"])
@pytest.mark.parametrize(
    "kind",
    ["MatchingGiftPledge", "matching_gift_pledge", "Write Off", "Pledge Write-Off", "MatchingGiftWriteOff", "MG Write Off", "Amendment", "PlannedGift"],
)  # fmt: skip
def test_what_was_promised_or_written_off_is_no_gift_however_programs_join_words(heading: str, kind: str) -> None:
    """Write-offs, and pledges written as programs write them, were booked as given."""
    assert f"3 - {PROMISED}" in told(KINDS.format(heading, kind))


def test_the_plan_of_gifts_may_be_written_in_one_word_too() -> None:
    rows = "Name,Type,Date,Amount\nAnn,RecurringGift,2020-02-01,50\nAnn,RecurringGiftPayment,2020-02-02,50\nBo,PledgePayment,2020-02-03,7\n"
    assert told(rows).splitlines()[1:] == [
        f"2 - {PROMISED}",
        "3 receipt 2020-02-02 donor=Ann: CNY 50元 [50CNY]",
        "4 receipt 2020-02-03 donor=Bo: CNY 7元 [7CNY]",
    ]


@pytest.mark.parametrize("kind", ["Adjustment", "Gift Adjustment", "GeneralLedgerReversal"])
def test_what_changes_another_gift_is_asked_about(kind: str) -> None:
    assert f"3 ! Gift Type: {ADJUSTED} ({kind})" in told(KINDS.format("Gift Type", kind))


CODED = "First Name,Last Name,Gift Date,Gift Amount,Record Type,GL Code\nAnn,Lee,2020-02-01,50,{},Library\n{}Bo,Ray,2020-02-02,7,G,Library\n"


def test_the_whole_of_a_gift_has_its_parts_beside_it() -> None:
    parts = "Ann,Lee,2020-02-01,30,G,Library\nAnn,Lee,2020-02-01,20,G,Meals\n"
    found = told(CODED.format("M", parts))
    assert f"2 - {IN_PARTS}" in found
    assert "≠" not in found


@pytest.mark.parametrize("parts", ["", "Ann,Lee,2020-02-01,30,G,Library\n", "Ann,Lee,2020-02-09,50,G,Library\n"])
def test_the_whole_of_a_gift_whose_parts_stand_nowhere_is_not_lost(parts: str) -> None:
    """It was passed over without a word."""
    made = "30" if ",30," in parts else "0"
    assert f"≠ 2 Gift Amount: 50 for {made}" in told(CODED.format("M", parts))


@pytest.mark.parametrize(
    ("heading", "moment", "day"),
    [
        ("Created (UTC)", "2020-02-01 23:12", "2020-02-02"),
        ("created_at_utc", "2020-02-01 16:00:01", "2020-02-02"),
        ("Date (UTC)", "2020-02-29 15:59:59", "2020-02-29"),
        ("Date (UTC)", "Feb 1, 2020 11:12 PM", "2020-02-02"),
        ("Date (UTC)", "2020-02-01", "2020-02-01"),
        ("Date", "2020-02-01 23:12", "2020-02-01"),
        ("Date", "2020-02-01T23:12:00Z", "2020-02-02"),
    ],
)
def test_a_moment_in_utc_is_of_its_day_in_china_whether_the_heading_or_the_cell_says_so(
    heading: str, moment: str, day: str
) -> None:
    """Below Date (UTC) the day was that of Greenwich, and with a Z behind it that of China."""
    assert f"2 receipt {day} donor=Ann" in told(f'Donor Name,{heading},Amount\nAnn,"{moment}",5\n')


@pytest.mark.parametrize(("key", "is_sum"), [("rows", False), ("results", False), ("donations", True)])
def test_a_total_beside_rows_counts_records(tmp_path: Path, key: str, is_sum: bool) -> None:
    """{"total": 45, "rows": […]} was said to state 45 yuan."""
    file = tmp_path / "a.json"
    file.write_text(f'{{"total": 45, "{key}": [{{"donor": "Ann", "amount": "5"}}, {{"donor": "Bo", "amount": "7"}}]}}')
    [sheet] = sheets(file, Opening())
    assert (next(iter(sheet.rows))[1] == ["合计：45"]) is is_sum


NET = "Date,Donor,Amount,Gift,Fee covered,Refunded,Currency,Reference\n2020-02-01,Ann,51.5,50,1.5,0,USD,r1\n2020-02-02,Bo,{},20,{},{},USD,r2\n"


@pytest.mark.parametrize(
    ("amount", "fee", "back", "said"),
    [
        ("15", "0", "5", "USD 20美元 #table:r2 [20USD] -5"),
        ("$15.60", "0.6", "$5", "USD 20.6美元 #table:r2 [20.6USD] -5"),
        ("0", "0", "20", "USD 20美元 #table:r2 [20USD] -20"),
        ("20", "0", "5", "USD 20美元 #table:r2 [20USD] -5"),
        ("20", "0", "0", "USD 20美元 #table:r2 [20USD]"),
    ],
)
def test_an_amount_may_be_what_stayed_of_a_gift(amount: str, fee: str, back: str, said: str) -> None:
    """15, of which 5 had been taken off, was booked with 5 taken off once more."""
    assert f"3 receipt 2020-02-02 donor=Bo: {said}" in told(NET.format(amount, fee, back))


@pytest.mark.parametrize(
    "headings",
    [
        "Date,Donor,Original Amount (USD),Amount (USD),Refunded Amount (USD),Id",
        "Date,Donor,Amount Charged,Amount (USD),Amount Refunded,Id",
        "日期,姓名,订单金额（元）,实收金额（元）,退款金额（元）,交易单号",
    ],
)
def test_what_was_given_stands_below_several_headings(headings: str) -> None:
    """30 of 50, beside Original Amount (USD), was lessened by its 20 again."""
    found = told(f"{headings}\n2020-02-01,李华,100.00,100.00,0.00,c10001\n2020-02-02,王芳,50.00,30.00,20.00,c10002\n")
    assert found.splitlines()[-1].endswith(("[50USD] -20", "[50CNY] -20"))


IN_TWO = "Donation ID,Donor Name,Donation Date,Quantity,Amount,Total Amount,Currency,Total Amount in USD,Currency\nD1,Ann,2020-02-01,1,10,10.00,GBP,13.76,USD\nD2,Bo,2020-02-02,{},{},20.00,USD,{},USD\n"


def test_an_amount_with_its_own_currency_behind_it_is_the_same_gift_in_other_money() -> None:
    """It was asked about, and booked as a second gift once the total beside it was passed over."""
    for columns in ({}, {"Total Amount": "-", "Quantity": "-"}):
        found = told(IN_TWO.format(1, 20, "20.00"), columns=columns)
        assert "2 receipt 2020-02-01 donor=Ann: GBP 10英镑 #table:D1 [10GBP]" in found
        assert "3 receipt 2020-02-02 donor=Bo: USD 20美元 #table:D2 [20USD]" in found


def test_gifts_that_are_two_of_a_kind_are_asked_about() -> None:
    found = told(IN_TWO.format(2, 10, "20.00"))
    assert "receipt" not in found.splitlines()[-1]
    far = "".join(f"D{n},Cy,2020-02-03,1,5,5.00,USD,5.00,USD\n" for n in range(3, 70))
    found = told(IN_TWO.format(1, 20, "20.00") + far + "D99,Di,2020-02-04,2,5,10.00,USD,10.00,USD\n").splitlines()[-1]
    assert found.startswith("71 ! Total Amount")


@pytest.mark.parametrize(
    ("headings", "gift", "dues"),
    [
        ("Name,Financial Type,Amount,Date", "Donation", "Member Dues"),
        ("Name,Type,Amount,Date", "Donation", "Membership"),
        ("Name,Income Type,Amount,Date", "Donation", "membership fee"),
        ("Name,Category,Amount,Date", "Donation", "Dues"),
        ("Name,Income Category,Amount,Date", "Donation", "2020 Family Membership"),
        ("Name,Payment For,Amount,Date", "Donation", "Annual Dues 2020"),
        ("Name,Memo,Amount,Date", "Donation", "Membership Dues"),
        ("姓名,备注,金额,日期", "捐款", "会费"),
        ("姓名,备注,金额,日期", "捐款", "2020年會費"),
        ("姓名,款项性质,金额,日期", "捐款", "会费"),
        ("捐赠者,收入类型,金额,时间", "捐款", "单位会费"),
    ],
)
def test_what_members_pay_is_no_gift_where_the_sort_of_a_row_says_so(headings: str, gift: str, dues: str) -> None:
    """It was booked as given."""
    found = told(f"{headings}\nAnn,{gift},5,2020-02-01\nBo,{dues},60,2020-02-02\n").splitlines()
    note = f" “{gift}”" if "Memo" in headings or "备注" in headings else ""
    assert found[1:] == [f"2 receipt 2020-02-01 donor=Ann: CNY 5元{note} [5CNY]", f"3 - {OTHER_INCOME}"]
    rows = "".join(f"Ann,{gift},5,2020-02-01\n" for _ in range(60))
    assert told(f"{headings}\n{rows}Bo,{dues},60,2020-02-02\n").splitlines()[-1] == f"62 - {OTHER_INCOME}"


AID = "Payment Ref,Donation Date,First Name,Last Name,Amount,Donation Type\n"
AIDED = (
    AID + "P1,2020-02-01,Ann,Lee,20.00,Donation\nP1,2020-02-01,Ann,Lee,5.00,{}\nP1,2020-02-02,Bo,Ray,10.01,Donation\n"
)


@pytest.mark.parametrize("kind", ["Gift Aid", "GiftAid", "Gift Aid Claim", "HMRC Gift Aid"])
def test_the_tax_of_a_gift_is_no_further_gift_of_who_gave_it(kind: str) -> None:
    """Ann was said to have given 25."""
    found = told(AIDED.format(kind)).splitlines()
    assert [line.partition(" receipt")[0] for line in found[1:]] == ["2", f"3 - {OTHER_INCOME}", "4"]
    far = "".join(f"P2,2020-02-03,Cy,Poe,{n},Donation\n" for n in range(3, 70))
    last = f"P3,2020-02-04,Bo,Ray,2.50,{kind}\n"
    assert told(AIDED.format(kind) + far + last).splitlines()[-1] == f"72 - {OTHER_INCOME}"


@pytest.mark.parametrize("amount", [30, 80])
def test_gift_aid_may_say_that_the_tax_of_a_gift_can_be_claimed(amount: int) -> None:
    """Nobody pays tax on what is called Non Gift Aid, be the other a quarter of it."""
    found = told(AID + f"P1,2020-02-01,Ann,Lee,20,Gift Aid\nP1,2020-02-02,Ann,Lee,{amount},Non Gift Aid\n")
    assert found.count(" receipt ") == 2


def test_gift_aid_that_may_be_either_is_asked_about() -> None:
    found = told(AIDED.format("Gift Aid") + "P2,2020-02-03,Cy,Poe,40,Gift Aid\n")
    assert f"5 ! Donation Type: {WHETHER_TAX} (Gift Aid)" in found


SHORT = "Donor,{},Amount\nAnn,13/03/19,5\nBo,05/04/19,6\nCy,28/12/18,7\n"


def test_days_before_years_of_two_digits_are_told_by_the_years_that_hardly_change() -> None:
    """They were refused, since 13/03/19 may begin with its year."""
    days = [line.split()[2] for line in told(SHORT.format("Date")).splitlines()[1:]]
    assert days == ["2019-03-13", "2019-04-05", "2018-12-28"]
    assert "2019-04-05" not in told(SHORT.format("日期"))
    years = "Donor,Date,Amount\nAnn,17/3/19,5\nBo,18/4/18,6\nCy,19/12/19,7\n"
    assert "2019-03-17" not in told(years)


def test_goods_beside_whose_giver_dues_stand_are_given() -> None:
    """Dues are paid in money."""
    found = told("捐赠人,物品,数量,日期,备注\n张三,口罩,100,2020-02-01,会费\n李四,口罩,50,2020-02-02,\n")
    assert found.count(" receipt ") == 2
