"""Words and signs by which lists of payments say which way a row went. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.account_senses import WHICH_WAY

CAME, WENT = "receipt 2020-03-01 donor=李华: CNY 100元", "expense 2020-03-02 supplier=某店: CNY 30元"


@pytest.mark.parametrize("heading", ["借贷标记", "借贷标识", "账务方向", "交易收支标志", "进出账类型", "来往标志"])
@pytest.mark.parametrize(
    "words", [("贷记", "借记"), ("贷(收)", "借(付)"), ("贷（收入）", "借（支出）"), ("来帐", "往帐"), ("收", "付出")]
)
def test_what_went_is_no_gift_whatever_it_is_called(heading: str, words: tuple[str, str]) -> None:
    """It was booked as one where the heading or the words were not known."""
    text = f"交易日期,{heading},交易金额,对方户名,摘要\n2020-03-01,{words[0]},100.00,李华,\n2020-03-02,{words[1]},30.00,某店,\n"
    lines = told(text).splitlines()
    assert [line.split(" ", 1)[1].startswith(said) for line, said in zip(lines[1:], (CAME, WENT), strict=True)] == [
        True
    ] * 2


def test_a_word_that_nobody_knows_is_asked_about() -> None:
    """Below a heading that says which way."""
    assert (
        "借贷标记: 收入, 支出"
        in told("交易日期,借贷标记,交易金额,对方户名\n2020-03-01,9,100.00,李华\n").splitlines()[1]
    )


def test_signs_beside_merchants() -> None:
    """+100 beside 商户名称 came, where -30 went; alone, or beside 收款人, nobody knows."""
    rows = "2020-03-01,转账收款,+100.00,{},A1\n2020-03-02,消费,-30.00,某店,A2\n"
    lines = told("交易时间,交易类型,交易金额,商户名称,订单号\n" + rows.format("李华")).splitlines()
    assert CAME in lines[1]
    assert WENT in lines[2]
    for head, text in (("商户名称", rows.format("李华").splitlines()[0] + "\n"), ("收款人", rows.format("某公司"))):
        assert WHICH_WAY in told(f"交易时间,交易类型,交易金额,{head},订单号\n{text}").splitlines()[1]
