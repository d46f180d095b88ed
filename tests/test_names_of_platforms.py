"""Who gave, when and for what, as donor databases and platforms for giving write it; all gifts are invented."""

import pytest
from harness.tables import told

NAMES = {
    'Contact Name,First Name,Last Name,Date,Amount\n"Lee, Ann",Ann,Lee,2020-02-01,5\nHill Bakery,,,2020-02-02,6\n': "donor=Hill Bakery",
    "Name,Donating Company,Date,Amount\nAnn Lee,,2020-02-01,5\nBo Lin,Hill Bakery,2020-02-02,6\n": "donor=Bo Lin: CNY 6元 “Donating Company: Hill Bakery”",
    "First Name or Company Name,Last Name,Date,Amount\nAnn,Lee,2020-02-01,5\nHill Bakery,,2020-02-02,6\n": "donor=Hill Bakery",
    "Donor First Name,Donor Last Name,Date,Amount\nAnn,Lee,2020-02-01,5\nNot shared by donor,Not shared by donor,2020-02-02,6\n": "donor=爱心人士: CNY 6元 [",
    "Donor First Name,Donor Last Name,Date,Amount\nAnn,Lee,2020-02-01,5\nAnonymous,Anonymous,2020-02-02,6\n": "donor=爱心人士: CNY 6元 [",
    "Donor Name,Honoree Name,Recipient Name,Date,Amount\nAnn,,,2020-02-01,5\nBo Lin,Old Lee,Ruth Lee,2020-02-02,6\n": "donor=Bo Lin: CNY 6元 “Honoree Name: Old Lee”",
    "Supporter Name,Transaction Date,Gross Transaction Amount,Total Fees,Net Transaction Amount,A,B,C,D,E,F\nAnn,2020-02-01,5,1,4\nBo Lin,2020-02-02,6,1,5\n": "donor=Bo Lin: CNY 6元",
    "Donor First Name,Donor Last Name,Date,Gross Amount,Total Fees,Net Amount\nAnn,Lee,2020-02-01,5,0,5\n,,2020-02-02,6,0,6\n": "donor=爱心人士: CNY 6元",
    "First Name,Last Name,Date,Donation Total,Is Anonymous\nAnn,Lee,2020-02-01,5,No\nBo,Lin,2020-02-02,6,Yes\n": "donor=Bo Lin: CNY 6元",
    "爱心网友,捐款时间,捐款金额（元）,配捐金额（元）\n周明,2020-02-01,5,1.20\n吴静,2020-02-02,6,0.00\n": "donor=吴静: CNY 6元 [",
    "id,Source,Amount,Currency,Created (UTC),Description,donorbox_name (metadata)\ntxn_1,ch_1,5,usd,2020-02-01 10:00:00,Donation from Ann Lee,Ann Lee\ntxn_2,ch_2,6,usd,2020-02-02 10:00:00,Donation from Bo Lin,Bo Lin\n": "donor=Bo Lin: USD 6美元",
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_who_gave_is_read_as_donor_databases_write_it(text: str) -> None:
    assert f"3 receipt 2020-02-02 {NAMES[text]}" in told(text)


@pytest.mark.parametrize("heading", ["Donor Anonymous", "Donor Is Anonymous", "Gift is Anonymous", "是否公開徵信"])
def test_whether_who_gave_is_named_is_asked_in_many_words(heading: str) -> None:
    rows = f"捐款人,捐款日期,捐款金额,{heading}\n周明,2020-02-01,5,是\n吴静,2020-02-02,6,否\n"
    assert f"{heading}=anonymous" in told(rows)


DAYS = {
    "Payout Date,Donation Date": "Payout Date=- Donation Date=date",
    "Disbursement Date,Date": "Disbursement Date=- Date=date",
    "Deposit Date,Pledge Date": "Deposit Date=date Pledge Date=-",
}


@pytest.mark.parametrize("headings", DAYS)
def test_the_day_of_a_gift_is_that_on_which_it_was_given(headings: str) -> None:
    assert DAYS[headings] in told(f"Donor Name,{headings},Amount\nAnn,2020-03-25,2020-02-01,5\n")


def test_the_day_of_a_receipt_counts_where_no_other_is_said() -> None:
    rows = "收據號碼,收據日期,{}捐款人,捐款金額(元)\nA1,2020/02/01,{}周明,5\n"
    assert "2 receipt 2020-02-01" in told(rows.format("", ""))
    assert "2 receipt 2020-01-09" in told(rows.format("捐款日期,", "2020/01/09,"))


@pytest.mark.parametrize("day", ["Feb 1, 2020 at 9:12 AM", "2020-02-01 at 23:59"])
def test_at_stands_before_the_time_of_a_day(day: str) -> None:
    assert "2 receipt 2020-02-01 donor=Ann" in told(f'Donor Name,Date,Amount\nAnn,"{day}",5\n')


@pytest.mark.parametrize(("goes", "found"), [("助学计划", "for 助学计划"), ("救灾专项", "for 救灾专项")])
def test_projects_below_where_it_went_are_purposes(goes: str, found: str) -> None:
    rows = f"捐款人,捐款去向,捐款金额,捐款日期\n周明,{goes},5,2020-02-01\n"
    assert f"donor=周明: CNY 5元 {found} [5CNY]" in told(rows)
    assert "recipient=市第一医院" in told(rows.replace(goes, "市第一医院"))


def test_parts_of_two_addresses_are_no_places_of_ours() -> None:
    rows = "Donor Name,Date,Amount,Billing City,Billing State,Mailing City,Region,Country\nAnn,2020-02-01,5,Troy,NY,Shelby,IL,USA\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]" in told(rows)


PARTS_BESIDE = {
    "Date,Amount,Recipient,Donor First Name,Donor Last Name,Fee\n2020-02-01,5,Rooms,Ann,Lee,1\n2020-02-02,6,Rooms,Bo,Lin,1\n": "donor=Bo Lin: CNY 6元 [6CNY]",
    "DONOR FIRST NAME,DONOR LAST NAME,DONOR COMPANY NAME,AMOUNT,DATE\nAnn,Lee,,5,2020-02-01\nBo,Lin,,6,2020-02-02\n": "donor=Bo Lin: CNY 6元 [6CNY]",
    "DONOR FIRST NAME,DONOR LAST NAME,DONOR COMPANY NAME,AMOUNT,DATE\nAnn,Lee,,5,2020-02-01\n,,Hill Bakery,6,2020-02-02\n": "donor=Hill Bakery: CNY 6元 [6CNY]",
    "Contact,Transaction Date,Amount\nAnn Lee,2020-02-01,5\nHill Bakery,2020-02-02,6\n": "donor=Hill Bakery: CNY 6元 [6CNY]",
}  # fmt: skip


@pytest.mark.parametrize("text", PARTS_BESIDE)
def test_parts_of_a_givers_name_are_read_beside_others(text: str) -> None:
    """Gifts to a platform's one recipient were spending, and a blank company made givers nobody."""
    assert f"3 receipt 2020-02-02 {PARTS_BESIDE[text]}" in told(text)


def test_whose_shop_it_was_was_paid_nothing() -> None:
    """Orders with Vendor beside who ordered are no spending, and the number of an order is no name."""
    rows = "Name,Paid at,Currency,Total,Lineitem name,Billing Name,Vendor,A,B\nSO-1001,2020-02-01,USD,5,Gift,Ann,Rooms\nSO-1002,2020-02-02,USD,6,Gift,Bo,Rooms\n"
    found = told(rows)
    assert "expense" not in found
    assert "donor=SO-" not in found


def test_the_fund_of_a_gift_goes_before_the_campaign_that_brought_it() -> None:
    rows = "Donor Name,Date,Amount,Campaign Title,Fund Name\nAnn,2020-02-01,5,Spring,Meals\nBo,2020-02-02,6,Spring,Unrestricted\n"
    assert "donor=Ann: CNY 5元 for Meals [5CNY]" in told(rows)
    assert "donor=Bo: CNY 6元 [6CNY]" in told(rows)


def test_who_else_received_gifts_further_down_is_read() -> None:
    """Only the name that stands in each row above is that of who keeps the list."""
    rows = "".join(f"Giver {place},2020-02-01,{place},Rooms,1\n" for place in range(1, 40))
    found = told(f"Donor Name,Date,Amount,Recipient,Fee\n{rows}Bo,2020-02-02,6,Shelter,1\n")
    assert found.count("receipt") == 39
    assert "41 relay 2020-02-02 donor=Bo recipient=Shelter" in found


def test_where_money_went_that_nobody_gave_received_it() -> None:
    assert "2 expense 2020-02-01 recipient=助学计划" in told(
        "日期,金额,善款去向\n2020-02-01,5,助学计划\n2020-02-02,6,敬老项目\n"
    )


def test_who_received_goods_is_no_keeper_of_the_list_whatever_it_cost_to_send_them() -> None:
    """Goods that were given straight on to one hospital lay in the store, beside a Shipping Fee."""
    rows = "Date,Donor,Item,Quantity,Shipping Fee,Recipient\n2020-02-01,Ann,Masks,5 pcs,1,City Hospital\n2020-02-02,Bo,Gowns,6 pcs,2,City Hospital\n"
    assert told(rows).count("recipient=City Hospital") == 2
    money = "Date,Donor,Amount,{},Recipient\n2020-02-01,Ann,5,1,Old School\n2020-02-02,Bo,6,1,Old School\n"
    assert told(money.format("Postage Fee")).count("recipient=Old School") == 2
    assert "recipient=Old School" not in told(money.format("Platform Fee"))


@pytest.mark.parametrize("heading", ["昵称", "会员id", "User"])
def test_the_number_of_a_person_is_none_of_a_payment(heading: str) -> None:
    """It comes again with each of their gifts, which were known from before by it."""
    found = told(f"日期,{heading},姓名,金额\n2020-02-01,20031001,周明,5\n2020-02-02,20031001,周明,5\n")
    assert f"{heading}=number" not in found
    assert "#" not in found


@pytest.mark.parametrize("headings", ["Given,Family", "Given,Surname", "Given,Last Name"])
def test_given_is_a_part_of_a_name_beside_the_other(headings: str) -> None:
    assert "donor=Ann Lee: CNY 5元" in told(f"Date,{headings},Amount\n2020-02-01,Ann,Lee,5\n")


def test_received_with_its_money_is_an_amount() -> None:
    assert "donor=Ann: USD 5美元" in told("Date,Donor,Received (USD)\n2020-02-01,Ann,5\n")


def test_the_form_of_a_gift_goes_behind_the_campaign_that_brought_it() -> None:
    rows = "Date,Donor,Amount,Form Title,Campaign\n2020-02-01,Ann,5,Home page,Spring Appeal\n"
    assert "donor=Ann: CNY 5元 for Spring Appeal" in told(rows)
    assert "donor=Ann: CNY 5元 for Home page" in told(rows.replace("Campaign", "X"))


@pytest.mark.parametrize("reached", ["ann@example.org", "13811112222"])
def test_how_a_contact_is_reached_is_nobodys_name(reached: str) -> None:
    found = "Date,Contact,Amount\n2020-02-01,{},5\n"
    assert "Contact=donor" not in told(found.format(reached))
    assert "donor=Ann Lee" in told(found.format("Ann Lee"))


@pytest.mark.parametrize("who", ["Contributor", "Giver", "Constituent", "Contact1", "Member", "Patron"])
def test_first_and_last_names_may_be_of_a_contributor(who: str) -> None:
    rows = f"{who} First Name,{who} Last Name,Donation Amount,Donation Date\nAnn,Lee,5,2020-02-01\n"
    assert "donor=Ann Lee: CNY 5元" in told(rows)


KINDS = "Name,Type,Date,Amount,In-Kind Description,{}\nAnn,Donation,2020-02-01,$50.00,,\nBo,Pledge Payment,2020-02-02,$200.00,,\nHill,Donation,2020-02-03,$300.00,,$300.00\n"


@pytest.mark.parametrize("heading", ["In-Kind Market Value", "Estimated Value"])
def test_a_sort_of_gift_is_no_goods_where_some_are_worth_something(heading: str) -> None:
    """50 dollars were goods called Donation, worth 50 yuan."""
    found = told(KINDS.format(heading).replace("In-Kind Description,", "").replace(",,", ","))
    assert "2 receipt 2020-02-01 donor=Ann: USD 50美元 [50USD]" in found
    assert ": Donation" not in found


@pytest.mark.parametrize("headings", ["Name,Last Name", "name,surname", "Donor Name,Family Name", "_name,_lastName"])
def test_a_name_that_lacks_the_part_beside_it_is_none_alone(headings: str) -> None:
    """Two people who are called Ann were one."""
    found = told(f"{headings},Amount,Date\nAnn,Lee,5,2020-02-01\nAnn,Hill,6,2020-02-02\n")
    assert "donor=Ann Lee: CNY 5元" in found
    assert "donor=Ann Hill: CNY 6元" in found


def test_a_first_name_beside_a_name_is_the_other_part() -> None:
    assert "donor=Lee Ann: CNY 5元" in told("Name,First Name,Amount,Date\nLee,Ann,5,2020-02-01\n")


@pytest.mark.parametrize(
    "beside",
    ["Ann Lee,Surname,Lee", "Ann Lee,Surname,Lee-Hill", "Hill Foundation,Surname,Lee", "Ann Lee,First Name,Annie"],
)
def test_a_whole_name_and_a_body_need_no_part(beside: str) -> None:
    name, heading, part = beside.split(",")
    assert f"donor={name}: CNY 5元" in told(f"Name,{heading},Amount,Date\n{name},{part},5,2020-02-01\n")


@pytest.mark.parametrize("headings", ["姓,名", "姓氏,名字"])
def test_a_family_name_before_the_other_part_is_one_name(headings: str) -> None:
    """Two people were one 芳."""
    found = told(f"日期,{headings},捐款金额\n2020-02-01,王,芳,5\n2020-02-02,李,芳,6\n")
    assert "donor=王芳: CNY 5元" in found
    assert "donor=李芳: CNY 6元" in found


def test_a_part_is_found_beside_companies_and_recipients() -> None:
    rows = "Donor Name,Last Name,{},Amount,Date\nAnn,Lee,{},5,2020-02-01\nAnn,Hill,{},6,2020-02-02\n"
    assert "donor=Ann Lee: CNY 5元" in told(rows.format("Company", "", ""))
    assert "donor=Ann Hill recipient=Rooms: CNY 6元" in told(rows.format("Recipient Name", "Rooms", "Rooms"))


@pytest.mark.parametrize(
    ("headings", "cells", "name"),
    [
        ("姓氏,名字", "李,李华", "李华"),
        ("名,姓", "华,李", "李华"),
        ("姓,名,单位", "李,华,甲公司", "李华"),
        ("姓,名", "Li,Hua", "Li Hua"),
        ("First Name 名,Last Name 姓", "Maria,Rossi", "Maria Rossi"),
        ("First Name,Last Name", "华,李", "李华"),
        ("Name,Contact First Name", "Tencent,Maria", "Tencent"),
    ],
)
def test_parts_of_a_name_stand_in_the_order_of_its_letters(headings: str, cells: str, name: str) -> None:
    """李 and 李华 was 李李华, and who spoke for a body was part of its name."""
    found = told(f"{headings},捐款金额（元）,日期\n{cells},5,2020-02-01\n")
    assert f"donor={name}: CNY 5元" in found
