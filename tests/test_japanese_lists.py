"""Lists of donors in Japanese: their headings, their days, and their money, which is never yuan unsaid. All is invented."""

import pytest
from harness.tables import told


def line(table: str, row: int = 2) -> str:
    """What is understood of a row."""
    return next(each for each in told(table).splitlines() if each.startswith(f"{row} "))


@pytest.mark.parametrize(
    "donor", ["寄附者", "寄付者名", "寄附者氏名", "御芳名", "氏名", "協賛企業", "寄贈者", "氏名・団体名"]
)
@pytest.mark.parametrize("day", ["日付", "寄附日", "受領日", "入金日", "振込日"])
@pytest.mark.parametrize("amount", ["寄附金額（円）", "寄付額(円)", "金額（円）", "入金額（円）"])
def test_gifts_of_money(donor: str, day: str, amount: str) -> None:
    said = line(f'{donor},{day},{amount},備考,住所\n山田太郎,2020/2/1,"5,000",匿名不可,東京\n合計,,5000,,\n')
    assert said == "2 receipt 2020-02-01 donor=山田太郎: JPY 5000日元 “匿名不可” [5000JPY]"


def test_gifts_of_goods() -> None:
    table = "寄附者,寄附日,品目,数量,単位,備考\n山田太郎,2020年2月1日,マスク,500,枚,\n株式会社青空,2020年2月2日,消毒液,20,箱,至急\n総計,,,520,,\n"
    said = told(table).splitlines()
    assert said[1] == "2 receipt 2020-02-01 donor=山田太郎: マスク 500枚 [500枚]"
    assert said[2] == "3 receipt 2020-02-02 donor=株式会社青空: 消毒液 20箱 “至急” [20箱]"
    assert said[3:] == ["4 - a total", "= 520 in row 4"]


def test_goods_that_went_out() -> None:
    said = line("送り先,発送日,品名,個数\n武漢第一病院,2020/02/01,マスク,500枚\n")
    assert said == "2 distribution 2020-02-01 recipient=武漢第一病院: マスク 500枚 [500枚]"


@pytest.mark.parametrize(
    ("day", "means"),
    [
        ("令和2年2月1日", "2020-02-01"),
        ("R2.2.1", "2020-02-01"),
        ("令和元年12月1日", "2019-12-01"),
        ("平成31年4月3日", "2019-04-03"),
        ("H31/4/3", "2019-04-03"),
    ],
)
def test_years_of_japan(day: str, means: str) -> None:
    assert line(f"寄附者,日付,金額（円）\n山田太郎,{day},5000\n").startswith(f"2 receipt {means} ")


@pytest.mark.parametrize(
    "amounts", [("5000円", "3000"), ("5000円", "¥3,000"), ("￥5,000", "3千円"), ("5000日元", "3000")]
)
def test_amounts_beside_yen_are_yen(amounts: tuple[str, str]) -> None:
    rows = "".join(f'山田太郎,2020/02/01,"{amount}"\n' for amount in amounts)
    assert "".join(told(f"寄附者,日付,寄附金額\n{rows}")).count("JPY]") == 2


@pytest.mark.parametrize("said", ["寄附金一覧（単位：円）,,\n", "寄附金額（円）"])
@pytest.mark.parametrize("amount", ["5000", "¥5,000", "￥5,000", "5000円", "5千"])
def test_said_above_it_is_the_money_of_all(said: str, amount: str) -> None:
    title, heading = (said, "寄附金額") if said.endswith("\n") else ("", said)
    assert "[5000JPY]" in told(f'{title}寄附者,日付,{heading}\n山田太郎,2020/02/01,"{amount}"\n')


@pytest.mark.parametrize("amounts", [("5000", "3000"), ("¥5,000", "￥3,000"), ("5000円", "3000元", "200")])
@pytest.mark.parametrize("heading", ["寄附金額", "金額"])
def test_money_that_nothing_names_is_asked_for(amounts: tuple[str, ...], heading: str) -> None:
    """¥ is the sign of either."""
    rows = "".join(f'山田太郎,2020/02/01,"{amount}"\n' for amount in amounts)
    said = told(f"寄附者,日付,{heading}\n{rows}")
    assert said.count("which money it is: the list is in Japanese") == len(amounts)


def test_yuan_that_is_said_is_yuan() -> None:
    both = told("寄附者,日付,寄附金額\n山田太郎,2020/02/01,5000円\n王芳,2020/02/01,500人民元\n李華,2020/02/01,300元\n")
    assert both.count("[5000JPY]") == 1
    assert "donor=王芳: CNY 500元 [500CNY]" in both
    assert "[300CNY]" in both
    assert "[500CNY]" in told("寄附者,日付,寄附金額（人民元）\n山田太郎,2020/02/01,500\n")


@pytest.mark.parametrize("title", ["家の味公司捐款名单", "功德芳名", "王平成等人捐款", "快递寄付物资的捐款人"])
@pytest.mark.parametrize("heading", ["芳名", "捐赠人", "姓名"])
def test_words_that_only_look_so_are_chinese(title: str, heading: str) -> None:
    assert "[500CNY]" in told(f"{title},,\n{heading},日期,捐款金额\n李华,2020-02-01,500\n")


def test_lists_in_chinese_are_as_they_were() -> None:
    """Also with Japanese donors and goods."""
    said = told("捐赠人,日期,金额\n山田太郎,2020-02-01,500\n株式会社の友,2020-02-01,¥300\n")
    assert said.count("CNY]") == 2


def test_an_account_of_the_post_bank_says_who_paid_in() -> None:
    text = (
        "取引日,入出金明細ID,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高\n"
        "20200203,2020020300001,10000,,振込,ヤマダ タロウ,110000\n"
        "20200204,2020020400001,,500,料金,,109500\n"
        "20200205,2020020500001,12,,受取利子,,109512\n"
        "20200208,2020020800001,,20000,振替,スズキ ジロウ,89512\n"
    )
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=ヤマダ タロウ: JPY 10000日元 “振込” [10000JPY]",
        "3 expense 2020-02-04 : JPY 500日元 “料金” []",
        "4 - interest, no gift",
        "5 expense 2020-02-08 supplier=スズキ ジロウ: JPY 20000日元 “振替” []",
    ]


@pytest.mark.parametrize(
    "headings", ["お取引日,お支払金額,お預り金額,摘要,残高", "年月日,お引出し,お預入れ,お取り扱い内容,残高"]
)
def test_an_account_that_says_no_money_is_asked_for_it(headings: str) -> None:
    assert "寄附金額（円）" in told(f"{headings}\n2020/2/3,,10000,振込 ヤマダ,110000\n2020/2/4,500,,料金,109500\n")
