"""What stands in few papers and no other test looked at, second part: each of these was read otherwise by a copy of the program with
one small fault in it, and nobody saw; or was read wrongly. All is invented.
"""

import sqlite3
from contextlib import closing, suppress

import pytest
from conftest import Desk
from harness.tables import told

from donations.domain.masking import mask_identity_card
from donations.store.book import open_book
from donations.store.faults import faults_spoken

TABLES = {
    "who came for it, where that isn't said of all": (
        "2020年2月2日物资发放表\n接收单位,领取人,品名,数量\n市一院,李华,口罩,100个\n县医院,,口罩,50个\n,王芳,手套,20双\n",
        "distribution (2020-02-02) recipient=王芳: 手套 20双",
    ),
    "sides that are called alike begin with two columns each": (
        (
            "收支\n序号,日期,摘要,收入,备注,序号,日期,摘要,支出,备注\n"
            "1,2020-02-01,李华捐款,100,谢,1,2020-02-02,买米,30,急\n2,2020-02-03,王芳捐款,50,,2,2020-02-04,打印,5,\n"
        ),
        "3 expense 2020-02-02 : CNY 30元 “急；买米” [30CNY]",
    ),
    "what goods weigh beside 名称": (
        "2020年2月2日捐赠物资\n捐赠人,名称,重量\n甲公司,大米,10kg\n乙公司,面粉,5kg\n",
        "3 receipt (2020-02-02) donor=甲公司: 大米 10公斤 [10公斤]\n4 receipt (2020-02-02) donor=乙公司: 面粉 5公斤 [5公斤]",
    ),
    "a gift that is called so beside what something is worth is a thing": (
        "Date,Donor,Item,Amount,Fair Market Value\n2020-02-01,Ann Lee,Donation,100.00,5.00\n2020-02-02,Bob Ray,Gift,100.00,5.00\n",
        "2 ! Amount: the amount that stands beside it: it is said twice, and differs",
    ),
    "what is left is not what came, below headings for both sides": (
        (
            "品名,单位,捐赠情况,,,使用情况,,,结余情况\n品名,单位,日期,捐赠单位,数量,日期,接收单位,数量,数量\n"
            "口罩,个,2020-02-01,甲公司,50,2020-02-03,市一院,30,20\n"
        ),
        "3 ! None: what came in and what went out in a table each",
    ),
    "what came that day says again what an amount says": (
        "2020年2月2日\n捐赠单位,金额,本日捐款\n甲公司,500,50\n",
        "3 receipt (2020-02-02) donor=甲公司: CNY 500元 [500CNY]",
    ),
    "how many came, where only a remark has a number": (
        "2020年2月2日捐赠物资\n捐赠人,品名,实收,备注\n甲公司,口罩,50,另有手套5双\n乙公司,防护服,20,\n",
        "3 receipt (2020-02-02) donor=甲公司: 口罩 50 “另有手套5双” [50]",
    ),
    "an expiry that is counted in nothing known": (
        "捐赠物资\n日期,捐赠人,品名,数量,有效期\n2020-02-01,甲公司,药品,50盒,24xyz\n",
        "3 receipt 2020-02-01 donor=甲公司: 药品 50盒 [50盒] (Booked without an expiry",
    ),
    "a number before goods that doesn't rise is how many there are, however large": (
        (
            "Date,Donor,Number,Item,Amount\n2020-02-01,Ann Lee,1000,Masks,50\n2020-02-02,Bob Ray,1005,Gloves,60\n"
            "2020-02-03,Cy Poe,1002,Gowns,70\n"
        ),
        "2 receipt 2020-02-01 donor=Ann Lee: Masks 1000@@50 [1000 50value]",
    ),
    "a number beside money that was given is no number of a line of an account": (
        "Date,Donor,Number,Item,Cash Donation\n2020-02-01,Ann Lee,500,Masks,50\n2020-02-02,Bob Ray,60,Gloves,60\n",
        "2 receipt 2020-02-01 donor=Ann Lee: CNY 50元, Masks 500 [500 50CNY]",
    ),
    "headings of a lower row behind a blank one": (
        "2020年2月2日\n捐赠单位,捐赠物资,,备注\n,,,\n,品名,数量,\n甲公司,口罩,50个,急\n",
        "5 receipt (2020-02-02) donor=甲公司: 口罩 50个 “急” [50个]",
    ),
    "money and goods of the same worth": (
        "2020年2月2日捐赠\n捐赠人,品名,数量,捐款金额,总价\n甲公司,口罩,50个,100,100\n乙公司,手套,5双,20,20\n",
        "3 receipt (2020-02-02) donor=甲公司: CNY 100元, 口罩 50个@@100 [50个 100CNY 100value]",
    ),
    "a weight beside money, where no goods are named": (
        "2020年2月2日\n捐赠人,金额,重量\n李华,100,10kg\n王芳,50,5kg\n",
        "3 receipt (2020-02-02) donor=李华: CNY 100元 [100CNY]",
    ),
    "who gave it, below a list of what was given out": (
        "2020年2月2日\n品名,数量,接收单位\n口罩,50个,市一院\n手套,5双,县医院\n捐赠单位：甲公司\n",
        "5 - names below the table who gave it",
    ),
    "a weight that isn't said to be without its packing": (
        "2020年2月2日捐赠\n捐赠人,品名,重量（公斤）,毛重（公斤）\n甲公司,大米,490,500\n",
        "3 ! None: one column of quantities",
    ),
    "a day in words of the third ten": (
        "二〇二〇年二月廿三日捐款名单\n姓名,金额\n李华,100\n",
        "3 receipt (2020-02-23) donor=李华: CNY 100元 [100CNY]",
    ),
    "the last day of a month in words": (
        "二〇二〇年三月卅一日捐款名单\n姓名,金额\n李华,100\n",
        "3 receipt (2020-03-31) donor=李华: CNY 100元 [100CNY]",
    ),
    "goods below 物资类型": (
        "2020年2月2日\n捐赠人,物资类型,数量\n甲公司,口罩,50个\n",
        "3 receipt (2020-02-02) donor=甲公司: 口罩 50个 [50个]",
    ),
    "what went out by its own heading": (
        "2020年2月2日物资发放\n接收单位,品名,发出\n市一院,口罩,50\n县医院,手套,20\n",
        "3 distribution (2020-02-02) recipient=市一院: 口罩 50 [50]",
    ),
    "a number that a platform gave a gift": (
        "日期,姓名,金额,捐款流水号\n2020-02-01,李华,100,A1\n2020-02-02,王芳,50,A2\n",
        "2 receipt 2020-02-01 donor=李华: CNY 100元 #table:A1 [100CNY]",
    ),
    "interest of a time deposit": (
        "2020年2月2日捐款名单\n姓名,金额\n李华,100\n定期利息,3\n定期存款利息,4\n",
        "4 - interest, no gift\n5 - interest, no gift",
    ),
}


@pytest.mark.parametrize(("text", "line"), TABLES.values(), ids=TABLES)
def test_what_is_seldom_told(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize("who", ["会长：李四", "单位：元", "经手人：李四", "以上"])
@pytest.mark.parametrize("amount", ["合计3500", "总计：3500元", "共计¥3500"])
@pytest.mark.parametrize("many", [2, 40])
def test_an_amount_that_says_itself_that_it_is_the_sum(who: str, amount: str, many: int) -> None:
    """It was booked as a gift: everything twice."""
    rows = "".join(f"第{number}位赵六{'甲乙丙丁'[number % 4]},100\n" for number in range(many - 2))
    amount = amount.replace("3500", str(3500 + 100 * (many - 2)))
    lines = told(f"家长会捐款\n捐款人,金额\n王小明,3000\n陈美丽,500\n{rows}{who},{amount}\n", "2020-02-02").splitlines()
    assert lines[-2:] == [f"{many + 3} - a total", f"= {3500 + 100 * (many - 2)} in row {many + 3}"]


@pytest.mark.parametrize("rows", ["赵六,合计400\n", "赵六,共3500\n", "赵六,合计3500\n李华,100\n"])
def test_an_amount_of_several_is_a_gift(rows: str) -> None:
    """It is another than the sum, says only how much it is, or others follow."""
    assert "receipt (2020-02-02) donor=赵六" in told(
        f"家长会捐款\n捐款人,金额\n王小明,3000\n陈美丽,500\n{rows}", "2020-02-02"
    )


def test_an_item_that_isn_t_known_by_its_name_alone(desk: Desk) -> None:
    """Those of that name are said, and no others."""
    desk.do("receive 李华 工作服（大号）500个 手套5双")
    refused = desk.run("stock --item 工作服")
    assert "工作服（大号）" in refused.err
    assert "手套" not in refused.err


@pytest.mark.parametrize("typed", ["110101199001011234", "110101-19900101-1234", "110101 19900101 1234"])
def test_a_card_is_masked_however_it_is_typed(typed: str) -> None:
    assert mask_identity_card(typed) == "110101********1234"


def test_of_an_act_within_another_nothing_is_kept_where_it_fails(desk: Desk) -> None:
    desk.do("receive 李华 5元 --note 一")
    with closing(open_book(desk.book, writing=True)) as book:
        with book.write() as connection:
            with suppress(KeyError), book.write() as inner:
                inner.execute("insert into told (what, told_at) values ('in', '2020-02-01')")
                raise KeyError
            connection.execute("insert into told (what, told_at) values ('out', '2020-02-01')")
        said = [str(row[0]) for row in book.connection.execute("select what from told where what in ('in', 'out')")]
    assert said == ["out"]


def test_a_fault_of_ours_is_no_damage(desk: Desk) -> None:
    """What nobody knows of a sound book is a fault of the program, and said as one."""
    desk.do("receive 李华 5元")
    with pytest.raises(sqlite3.OperationalError), faults_spoken(desk.book):
        raise sqlite3.OperationalError("no such function: x")
