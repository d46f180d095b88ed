"""Lists that people write in English, in two languages, or in traditional characters. All is invented."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.rows.row_refunds import NOT_PAID

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "what was pledged beside what was paid of it",
        {},
        """
Donor,Pledge Amount,Amount Paid,Balance Due,Date Paid
Ann Smith,$500.00,$200.00,$300.00,2020-03-01
Tom Lee,$100.00,,$100.00,
Bob Lee,$100.00,$100.00,$0.00,2020-03-02
Total,$700.00,$300.00,$400.00,
""",
        """
money_in 1: Donor=donor Pledge Amount=- Amount Paid=money Balance Due=- Date Paid=date
2 receipt 2020-03-01 donor=Ann Smith: USD 200美元 [200USD]
3 - promised, and nothing says that it came
4 receipt 2020-03-02 donor=Bob Lee: USD 100美元 [100USD]
5 - a total
= 300 in row 5
""",
    ),
    (
        "a log of gifts in kind: who took them in was given nothing, and what they are worth is no cash",
        {},
        """
Date Received,Donor,Description of Goods,Quantity,Unit of Measure,Estimated Value,Received By
3/20/2020,"Smith, Ann",Canned beans,24,cans,36.00,PK
3/21/2020,Acme Inc.,Rice,50,lbs,40,PK
3/22/2020,Mr. & Mrs. Tan,Peanut butter,2 doz,jars,,PK
3/25/2020,Anonymous,Milk,12,gal,,PK
""",
        """
goods_in 1: Date Received=date Donor=donor Description of Goods=item Quantity=quantity Unit of Measure=unit Estimated Value=value Received By=-
2 receipt 2020-03-20 donor=Smith, Ann: Canned beans 24听@@36 [24cans 36value]
3 receipt 2020-03-21 donor=Acme Inc.: Rice 50磅@@40 [50lbs 40value]
4 receipt 2020-03-22 donor=Mr. & Mrs. Tan: Peanut butter 24罐 [24罐]
5 receipt 2020-03-25 donor=Anonymous: Milk 12加仑 [12gal]
""",
    ),
    (
        "the same where a hospital took them in",
        {},
        """
Date,Donor,Item,Qty,Received By
2020-03-01,Ann,N95 masks,20,St. Mary Hospital
""",
        """
goods_in 1: Date=date Donor=donor Item=item Qty=quantity Received By=recipient
2 relay 2020-03-01 donor=Ann recipient=St. Mary Hospital: N95 masks 20 [20]
""",
    ),
    (
        "units as they are written on packing lists",
        {},
        """
Date,Donor,Item,Qty,UOM
2020-03-01,Ann,Masks,5,box of 50
2020-03-01,Ann,Masks,5,50/box
2020-03-01,Ann,Masks,100,ea.
2020-03-01,Ann,Gowns,10,Each
2020-03-01,Ann,Gloves,100,pr
2020-03-01,Ann,Eggs,4,dz
2020-03-01,Ann,Bleach,2.5,Gal.
2020-03-01,Ann,Water,2 flats,
2020-03-01,Ann,Jam,2 flats,jars
""",
        """
goods_in 1: Date=date Donor=donor Item=item Qty=quantity UOM=unit
2 receipt 2020-03-01 donor=Ann: Masks 250 [250]
3 receipt 2020-03-01 donor=Ann: Masks 250 [250]
4 receipt 2020-03-01 donor=Ann: Masks 100个 [100ea.]
5 receipt 2020-03-01 donor=Ann: Gowns 10个 [10Each]
6 receipt 2020-03-01 donor=Ann: Gloves 100副 [100pr]
7 receipt 2020-03-01 donor=Ann: Eggs 4打 [4dz]
8 receipt 2020-03-01 donor=Ann: Bleach 2.5加仑 [2.5Gal.]
9 receipt 2020-03-01 donor=Ann: Water 2flats [2flats]
10 ! Qty: a quantity such as 500, 500个, 约500斤 or 一批 (2 flats)
""",
    ),
    (
        "goods with how many of them in one cell",
        {},
        """
Date,Donor,Items Donated
3/13/2020,Ann,"200 N95 masks, 50 face shields"
3/14/2020,Acme,10 boxes of gloves (100/box)
3/15/2020,Bob,2 doz gowns
3/16/2020,Bob,12 gal hand sanitizer
""",
        """
goods_in 1: Date=date Donor=donor Items Donated=item
2 receipt 2020-03-13 donor=Ann: N95 masks 200, face shields 50 [250]
3 receipt 2020-03-14 donor=Acme: gloves 1000 [1000]
4 receipt 2020-03-15 donor=Bob: gowns 24 [24]
5 receipt 2020-03-16 donor=Bob: hand sanitizer 12加仑 [12加仑]
""",
    ),
    (
        "a column for each of the goods keeps its name as it is written",
        {},
        """
PPE distributed
Date,Hospital,N95 Masks,Face Shields,Gowns (pcs)
2020-03-01,St. Mary Hospital,200,50,
""",
        """
goods_out 2: Date=date Hospital=recipient N95 Masks=quantity Face Shields=quantity Gowns (pcs)=quantity
3 distribution 2020-03-01 recipient=St. Mary Hospital: N95 Masks 200, Face Shields 50 [250]
""",
    ),
    (
        "a store's book",
        {},
        """
Date,Item,Qty In,Qty Out,Balance,Donor / Recipient
2020-03-01,Rice,50,,50,Acme Inc.
2020-03-02,Rice,,20,30,St. Mary Hospital
""",
        """
goods_in 1: Date=date Item=item Qty In=quantity Qty Out=quantity Balance=- Donor / Recipient=donor
2 receipt 2020-03-01 donor=Acme Inc.: Rice 50 [50]
3 distribution 2020-03-02 recipient=St. Mary Hospital: Rice 20 []
""",
    ),
    (
        "offerings of several sorts that make the total beside them",
        {},
        """
Date,Name,Tithe,Offering,Building Fund,Total
2020-03-01,Ann Smith,$100.00,$20.00,$50.00,$170.00
2020-03-01,Bob Lee,$80.00,,,$80.00
Total,,$180.00,$20.00,$50.00,$250.00
""",
        """
money_in 1: Date=date Name=donor Tithe=money Offering=money Building Fund=money Total=-
2 receipt 2020-03-01 donor=Ann Smith: USD 100美元, USD 20美元, USD 50美元 [170USD]
3 receipt 2020-03-01 donor=Bob Lee: USD 80美元 [80USD]
4 - a total
= 250 in row 4
""",
    ),
    (
        "cash and cheques in a column each",
        {},
        """
Date,Name,Cash,Check
2020-03-01,Ann Smith,100.00,20.00
2020-03-01,Bob Lee,,80.00
""",
        """
money_in 1: Date=date Name=donor Cash=money Check=money
2 receipt 2020-03-01 donor=Ann Smith: CNY 100元, CNY 20元 [120CNY]
3 receipt 2020-03-01 donor=Bob Lee: CNY 80元 [80CNY]
""",
    ),
    (
        "the numbers of cheques are no money, and a row with a day is no heading",
        {},
        """
Date,Check,Donor,Amount
03/04/2020,1021,Ann Smith,"$1,234.50"
03/25/2020,Cash,Anonymous,$20.00
""",
        """
money_in 1: Date=date Check=- Donor=donor Amount=money
2 receipt 2020-03-04 donor=Ann Smith: USD 1234.5美元 [1234.5USD]
3 receipt 2020-03-25 donor=Anonymous: USD 20美元 [20USD]
""",
    ),
    (
        "first and last names, and what is left of a gift behind a fee",
        {},
        """
First Name,Last Name,Date,Gift Amount (US$),Fee,Net
Ann,Smith,2020-03-01,100.00,3.00,97.00
""",
        """
money_in 1: First Name=donor Last Name=donor Date=date Gift Amount (US$)=money Fee=- Net=-
2 receipt 2020-03-01 donor=Ann Smith: USD 100美元 [100USD]
""",
    ),
    (
        "totals of months, and a total of all, are nobody's gifts",
        {},
        """
Donor,Date,Amount (CNY)
Ann,2020-02-01,10
Bob,2020-02-02,20
February Total,,30
Ann,2020-03-01,5
Total for March,,5
Total Received,,35
""",
        """
money_in 1: Donor=donor Date=date Amount (CNY)=money
2 receipt 2020-02-01 donor=Ann: CNY 10元 [10CNY]
3 receipt 2020-02-02 donor=Bob: CNY 20元 [20CNY]
4 - a subtotal
5 receipt 2020-03-01 donor=Ann: CNY 5元 [5CNY]
6 - a subtotal
7 - a total
= 35 in row 7
""",
    ),
    (
        "by which way money came is no thing, where nothing is worth anything",
        {},
        """
Contributor_Name,Received_Date,Type,Amount,Stated_Value,Memo
Ann Smith,2020-03-01,Check,50.00,,x
""",
        """
money_in 1: Contributor_Name=donor Received_Date=date Type=- Amount=money Stated_Value=value Memo=note
2 receipt 2020-03-01 donor=Ann Smith: CNY 50元 “x” [50CNY]
""",
    ),
    (
        "gifts in money and in kind, each with columns of its own",
        {},
        """
Name,Date,Amount,Fund,Method,Check Number,In Kind Description,In Kind Market Value,Note
Ann Smith,3/1/2020,$50.00,General,Check,1021,,,
Acme,3/15/2020,$0.00,General,In Kind,,20 chairs,$400.00,
""",
        """
goods_in 1: Name=donor Date=date Amount=money Fund=purpose Method=- Check Number=- In Kind Description=item In Kind Market Value=note Note=note
2 receipt 2020-03-01 donor=Ann Smith: USD 50美元 for General [50USD]
3 receipt 2020-03-15 donor=Acme: chairs 20 for General “价值$400.00” [20]
""",
    ),
    (
        "a gift, and what was left of it",
        {},
        """
Donor Name,Donation Amount,Net Amount,Donation Date
Ann Smith,100.00 USD,97.00 USD,2020-03-01
""",
        """
money_in 1: Donor Name=donor Donation Amount=money Net Amount=- Donation Date=date
2 receipt 2020-03-01 donor=Ann Smith: USD 100美元 [100USD]
""",
    ),
    (
        "believers' gifts to a temple",
        {"day": "2020-03-01"},
        """
善信芳名,功德金（港幣）,備註
陳大文,"$1,000",
李小姐,500元,
合計港幣,"$1,500",
""",
        """
money_in 1: 善信芳名=donor 功德金（港幣）=money 備註=note
2 receipt (2020-03-01) donor=陳大文: HKD 1000港元 [1000HKD]
3 receipt (2020-03-01) donor=李小姐: HKD 500港元 [500HKD]
4 - a total
= 1500 in row 4
""",
    ),
    (
        "years of Taiwan above the table, its money too, and days without a year",
        {},
        """
民國109年3月捐款芳名錄（新臺幣）
日期,捐款人,金額
3月20日,陳大文,1000元整
民國一〇九年三月二十一日,李小姐,"NTD 1,000"
1090322,李小姐,新臺幣壹仟元整
""",
        """
money_in 2: 日期=date 捐款人=donor 金額=money
3 receipt 2020-03-20 donor=陳大文: TWD 1000新台币 [1000TWD]
4 receipt 2020-03-21 donor=李小姐: TWD 1000新台币 [1000TWD]
5 receipt 2020-03-22 donor=李小姐: TWD 1000新台币 [1000TWD]
""",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_list_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    "heading", ["Gift Note", "Donor Comment", "Donor's message", "Message from donor", "Public comment", "donor-text", "Supporter Message"]
)  # fmt: skip
def test_what_givers_say_of_a_gift_is_its_note(heading: str) -> None:
    """It was passed over, with a wish not to be named."""
    found = told(f"Donor Name,Amount,Date,{heading}\nAnn,5,2020-02-01,for the library\n")
    assert "donor=Ann: CNY 5元 “for the library”" in found


def test_a_partner_of_a_program_for_accounts_is_who_paid() -> None:
    """Nobody was read below Odoo's Partner."""
    found = told(
        "Number,Partner,Date,Journal,Amount (USD),Status\nPBNK1/2020/00001,Ann Lee,2020-02-01,Bank,100.00,Posted\nPBNK1/2020/00002,Bo Ray,2020-02-02,Bank,20.00,Draft\n"
    )
    assert "2 receipt 2020-02-01 donor=Ann Lee: USD 100" in found
    assert f"3 - {NOT_PAID}" in found
    goods = told("Partner,Item,Quantity,Date\nCity Shelter,Rice,20 bags,2020-02-01\n")
    assert " receipt " not in goods  # who may have got it
    people = told("partner,donor first name,donor last name,amount,currency,date\nCanva,Ann,Lee,50,USD,2020-02-01\n")
    assert "donor=Ann Lee: USD 50" in people  # through whose pages she gave
