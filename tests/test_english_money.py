"""Which money and which days lists in English or in traditional characters are of, or what they are asked for. All is invented."""

import pytest
from harness.tables import settings, sheet, told, told_of

from donations.importers.columns.whose_money import OF_TAIWAN, WHICH_DOLLARS, WHICH_WITHOUT_SIGN
from donations.importers.tables import tables
from donations.importers.words.cells import ABOVE_ZERO, MONEY_WANTED, WHICH_ORDER
from donations.importers.words.money_measures import OTHER_MONEY


@pytest.mark.parametrize(
    ("currency", "text", "said"),
    [
        ("HK$", "$1,000.00", "HKD 1000港元"),
        ("HK$", "1000元整", "HKD 1000港元"),
        ("HK$", "$500 cash", "HKD 500港元"),
        ("HK$", "$500 現金", "HKD 500港元"),
        ("HK$", "約$500", "HKD ~500港元"),
        ("HK$", "US$500", "USD 500美元"),
        ("HK$", "人民幣500元", "CNY 500元"),
        ("NT$", "伍佰元整", "TWD 500新台币"),
        ("CAD", "$5k", "CAD 5000加元"),
        ("USD", "1.234,50", "USD 1234.5美元"),
        ("EUR", "€1.234,50", "EUR 1234.5欧元"),
        ("CNY", "1.234.567", "CNY 1234567元"),
    ],
)
def test_a_sign_is_of_the_money_that_the_heading_says(currency: str, text: str, said: str) -> None:
    line = told(f'Date,Donor,Amount ({currency})\n2020-03-01,Ann,"{text}"\n').splitlines()[1]
    assert line.split(": ", 1)[1].split(" [")[0] == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.00-", ABOVE_ZERO), ("Rs 500", OTHER_MONEY), ("Php 500", OTHER_MONEY), ("NZ$500", OTHER_MONEY),
        ("500 pesos", OTHER_MONEY), ("₹500", OTHER_MONEY), ("USD 1.2m", MONEY_WANTED), ("$50/month", MONEY_WANTED),
    ],
)  # fmt: skip
def test_what_is_no_money_of_the_book_is_refused(text: str, expected: str) -> None:
    assert told(f"Date,Donor,Amount\n2020-03-01,Ann,{text}\n").splitlines()[1].startswith(f"2 ! Amount: {expected}")


@pytest.mark.parametrize("text", ["($500.00)", "(500.00)", "-$500.00"])
def test_what_is_below_zero_takes_back_as_large_a_gift(text: str) -> None:
    assert told(f"Date,Donor,Amount\n2020-03-01,Ann,{text}\n").splitlines()[1].endswith(" or refused")


@pytest.mark.parametrize("line", ["Donations received (PHP)", "捐款名單（PHP）"])
def test_money_that_is_not_kept_is_refused_by_the_title_too(line: str) -> None:
    assert OTHER_MONEY in told(f"{line}\nDate,Donor,Amount\n2020-03-01,Ann,500\n")


@pytest.mark.parametrize(
    ("above", "currency"),
    [("捐款名單（港幣）", "HKD"), ("新臺幣 元", "TWD"), ("Donations received (HK$)", "HKD"), ("Gifts of our members", "CNY")],
)  # fmt: skip
def test_the_money_of_a_list_stands_above_it(above: str, currency: str) -> None:
    assert f"donor=Ann: {currency} 500" in told(f"{above}\nDate,Donor,Amount\n2020-03-01,Ann,500\n")


@pytest.mark.parametrize(
    ("title", "day", "amount", "why"),
    [
        ("", "109/3/20", "1000", OF_TAIWAN),
        ("", "民國109年3月20日", "1000元整", OF_TAIWAN),
        ("民國109年3月捐款芳名錄\n", "3/20", "1000", OF_TAIWAN),
        ("109年3月捐款芳名錄\n", "3/20", "1000", OF_TAIWAN),
        ("捐款期間109/03/01至109/03/31\n", "3/20", "1000元", OF_TAIWAN),
        ("", "2020/3/20", '"$1,000"', WHICH_DOLLARS),
    ],
)
def test_money_that_is_surely_no_yuan_is_asked_for(title: str, day: str, amount: str, why: str) -> None:
    lines = told(f"{title}日期,捐款人,金額\n{day},陳大文,{amount}\n")
    assert why in lines
    assert "receipt" not in lines


def test_the_name_of_a_sheet_may_count_years_as_in_taiwan() -> None:
    found = tables(sheet("日期,捐款人,金額\n3/20,陳大文,1000\n", "109年3月"), settings())
    assert OF_TAIWAN in "".join(line for table in found for line in told_of(table))


@pytest.mark.parametrize("heading", ["Amount", "Gift Amount"])
def test_amounts_without_a_sign_beside_others_with_one_are_asked_for(heading: str) -> None:
    """500 above $100 is hardly yuan."""
    text = f"First Name,Last Name,{heading},Date Added\nAnn,Smith,500,3/20/20\nBob,Lee,$100 ,3/20/20\n"
    lines = told(text)
    assert WHICH_WITHOUT_SIGN in lines
    assert "receipt" not in lines
    assert "CNY" not in told(text.replace("Amount,", "Amount (USD),"))


@pytest.mark.parametrize(("title", "heading"), [("", "捐贈金額(元)"), ("單位：元\n", "捐贈金額")])
def test_yuan_alone_may_be_those_of_taiwan(title: str, heading: str) -> None:
    """元 is said of New Taiwan dollars too."""
    text = f"{title}編號,捐款者名稱或姓名,{heading},捐贈日期\n1,陳大文,1000,1090304\n"
    assert OF_TAIWAN in told(text)
    assert "CNY 1000" in told(text.replace("元", "人民幣元"))
    assert "TWD 1000" in told(text.replace("元", "新臺幣元"))


def test_what_goods_of_taiwan_are_worth_is_asked_for_too() -> None:
    assert OF_TAIWAN in told("日期,捐贈者,品項,數量,單位,估價\n109/3/20,陳大文,白米,20,包,5000\n")


def test_an_amount_above_the_table_with_a_sign_is_asked_about_too() -> None:
    text = "Total donations received: $300\nDate,Donor,Amount\n2020-03-01,Ann,100\n2020-03-01,Bob,200\n"
    assert WHICH_WITHOUT_SIGN in told(text)


def test_a_list_of_taiwan_may_say_so_in_its_cells() -> None:
    assert "TWD 1000" in told('日期,捐款人,金額\n109/3/20,陳大文,"NT$1,000"\n')


@pytest.mark.parametrize("day", ["03/04/2020", "3-4-2020", "03.04.2020", "03/04/20"])
def test_days_of_which_nobody_knows_the_order_are_asked_for(day: str) -> None:
    assert f"Date: {WHICH_ORDER} ({day})" in told(f"Date,Donor,Amount\n{day},Ann,5\n")


@pytest.mark.parametrize(("heading", "said"), [("Date (DD/MM/YYYY)", "2020-02-03"), ("Date (mm/dd/yy)", "2020-03-02")])
@pytest.mark.parametrize("day", ["03/02/2020", "3/2/20"])
def test_the_heading_says_the_order_of_days(heading: str, said: str, day: str) -> None:
    assert f"receipt {said}" in told(f"{heading},Donor,Amount\n{day},Ann,5\n")


@pytest.mark.parametrize("day", ["Wed, Mar 4, 2020", "Wednesday 4 March 2020", "2020-03-04 (Wed)", "4th March 2020"])
def test_days_with_the_day_of_the_week(day: str) -> None:
    assert "receipt 2020-03-04" in told(f'Date,Donor,Amount\n"{day}",Ann,5\n')


@pytest.mark.parametrize("heading", ["乐捐（RM）", "善款（RM）", "Amount (RM)", "功德（马币）"])
@pytest.mark.parametrize("cell", ["500", "RM500.00", "RM 500"])
def test_ringgit(heading: str, cell: str) -> None:
    assert "CNY" not in (found := told(f"Date,Donor,{heading}\n2020-03-01,Ann,{cell}"))
    assert found.endswith(" [500MYR]\n")


@pytest.mark.parametrize("heading", ["乐捐（Php）", "乐捐（₱）", "功德（Rs）", "乐捐"])
@pytest.mark.parametrize("cell", ["Php 500", "Rs 300"])
def test_money_that_is_not_kept_is_no_thing(heading: str, cell: str) -> None:
    """乐捐 may be goods or money: 500 of things called Php were booked."""
    assert f"2 ! {heading}: {OTHER_MONEY} ({cell})" in told(f"Date,Donor,{heading}\n2020-03-01,Ann,{cell}")


@pytest.mark.parametrize("item", ["Pen", "Cup"])
def test_things_called_as_other_money_stay_things(item: str) -> None:
    assert f"{item} 20个" in told(f"Date,Donor,Item,Quantity\n2020-03-01,Ann,{item},20 pcs")
