"""收款人姓名 and 付款人姓名: persons who were paid, and who paid them, are taken for what they are. Names are invented."""

import pytest
from harness.tables import told

BANK = """交易时间,{}账号,{},{}账号,{},交易类型,交易金额,账户余额,摘要
2020-03-01 10:00:00,6222,李华,6230,某协会,转入,500.00,1500.00,捐款
2020-03-02 10:00:00,6230,某协会,6225,某店,转出,100.00,1400.00,购口罩
2020-03-03 10:00:00,6223,王芳,6230,某协会,转入,50.00,1450.00,转账
"""


@pytest.mark.parametrize(
    ("payer", "payee"),
    [
        ("付款方姓名", "收款方姓名"),
        ("付款人姓名", "收款人姓名"),
        ("付方户名", "收方户名"),
        ("付款账户名", "收款账户名"),
    ],
)
def test_who_paid_gave_and_who_keeps_the_list_did_not(payer: str, payee: str) -> None:
    said = [line.split(" ", 1)[1] for line in told(BANK.format(payer[:3], payer, payee[:3], payee)).splitlines()[1:]]
    assert said == [
        "receipt 2020-03-01 donor=李华: CNY 500元 “捐款” [500CNY]",
        "expense 2020-03-02 supplier=某店: CNY 100元 “购口罩” []",
        "receipt 2020-03-03 donor=王芳: CNY 50元 “转账” [50CNY]",
    ]


def test_who_took_the_money_of_givers_is_none_of_them() -> None:
    rows = "日期,{},收款人姓名,金额\n2020-03-01,李华,张会计,500\n2020-03-02,王芳,张会计,50\n"
    for heading in ("付款人姓名", "捐款人"):
        said = told(rows.format(heading))
        assert "donor=李华" in said
        assert "donor=王芳" in said
        assert "donor=张会计" not in said


@pytest.mark.parametrize("heading", ["收款人姓名", "领款人姓名"])
def test_who_was_paid_and_nobody_else_got_the_money(heading: str) -> None:
    """Whatever title there is; goods that they fetched went to them, too."""
    rows = f"日期,{heading},金额,用途\n2020-03-01,李华,500,救助\n"
    for title in ("", "救助金发放表\n"):
        assert "expense 2020-03-01 recipient=李华" in told(title + rows)
    assert "recipient=李华" in told(f"物资发放表\n日期,品名,数量,{heading}\n2020-03-01,口罩,500只,李华\n")


@pytest.mark.parametrize(
    "heading", ["对方户名/账号", "对方户名（账号）", "对方名称及账号", "对手方户名/账号", "付款人名称/账号"]
)
@pytest.mark.parametrize("name", ["李华/6222000011112222", "6222000011112222/李华", "李华 6222000011112222"])
def test_a_name_beside_its_account_is_a_name(heading: str, name: str) -> None:
    rows = f"交易时间,摘要,交易金额,账户余额,{heading}\n2020-03-01 10:00:00,捐款,+500.00,1500.00,{name}\n2020-03-02 10:00:00,消费,-100.00,1400.00,某店\n"
    assert "receipt 2020-03-01 donor=李华: CNY 500元" in told(rows)


@pytest.mark.parametrize("heading", ["姓名/账号", "捐款人（账号）", "捐款人姓名及卡号", "昵称/微信号", "户名账号"])
@pytest.mark.parametrize("name", ["李华/6222000011112222", "李华（卡号：6222 0000 1111 2222 333）", "李华"])
def test_givers_are_named_beside_their_accounts(heading: str, name: str) -> None:
    """They were nobody's gifts; the number of a card is no part of a name."""
    assert "donor=李华: CNY 500元" in told(
        f"捐款名单\n日期,{heading},金额\n2020-03-01,{name},500\n2020-03-02,王芳,50\n"
    )


@pytest.mark.parametrize("sign", ["", "-"])
def test_where_money_flowed_is_nobody(sign: str) -> None:
    """资金流向 may say 流入 and 流出: who gave was lost, and the gift went on to somebody called 流入."""
    rows = f"日期,资金流向,金额,对方户名,摘要\n2020-03-01,流入,500.00,李华,捐款\n2020-03-02,流出,{sign}100.00,某店,购口罩\n"
    said = told(rows)
    assert "receipt 2020-03-01 donor=李华: CNY 500元 “捐款”" in said
    assert "expense 2020-03-02 supplier=某店: CNY 100元" in said
    assert "recipient=市一院" in told("日期,捐款人,资金流向,金额\n2020-03-01,李华,市一院,500.00\n")


@pytest.mark.parametrize(
    "rows",
    [
        "日期,班级,收款人姓名,捐款金额\n2020-02-01,一班,李华,100\n2020-02-01,二班,王芳,100\n",
        "捐款名单\n日期,收款人姓名,金额\n2020-02-01,李华,100\n",
    ],
)
def test_who_took_gifts_in_is_asked_about(rows: str) -> None:
    """They had given them, or were paid out to them."""
    found = told(rows)
    assert "headings that tell who gave" in found
    assert "receipt" not in found
    assert "expense" not in found


def test_goods_that_went_out_by_their_way_came_from_nobody() -> None:
    """流出 was a gift of whoever stands beside it."""
    found = told("日期,捐赠人,物资,数量,流向\n2020-02-01,李华,口罩,100,流入\n2020-02-02,李华,口罩,50,流出\n")
    assert "3 receipt" not in found


def test_numbers_of_accounts_behind_names_are_not_published() -> None:
    found = told(
        "日期,捐款人及账号,金额\n2020-02-01,甲公司 账号3100123456789,100\n2020-02-02,王芳（卡号 622202****7890）,50\n"
    )
    assert "donor=甲公司: " in found
    assert "donor=王芳: " in found


def test_both_parties_with_their_accounts_are_told_apart() -> None:
    """What the association paid was a gift of its own."""
    found = told(
        "日期,收款人户名/账号,付款人户名/账号,金额,摘要\n2020-02-01,甲协会/3100123456789012,李华/6222021234567890,5,捐款\n"
        "2020-02-02,乙店/3100123456789013,甲协会/3100123456789012,5,口罩\n"
    )
    assert "2 receipt 2020-02-01 donor=李华: " in found
    assert "3 receipt" not in found
    assert "3100" not in found


def test_a_name_among_rows_that_say_income_is_asked_about() -> None:
    """A gift was booked as paid to somebody called 收入."""
    found = told("日期,资金流向,金额,备注\n2020-03-01,收入,100,李华捐款\n2020-03-02,王芳,50,\n").splitlines()
    assert "receipt 2020-03-01 donor=李华: CNY 100元" in found[1]
    assert found[2].startswith("3 ! 资金流向: ")
