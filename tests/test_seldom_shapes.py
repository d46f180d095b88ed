"""Shapes of papers that are seldom met, each with what looks like it and is something else. All is invented."""

from pathlib import Path

import pytest
from harness.tables import settings, told, told_of

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.tables import tables

ANSWERS = {
    "1 and 0 below 到账 beside what was promised alone": (
        "日期,姓名,认捐,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,0\n合计,,1500,1\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- not paid, by its own word\n- a total",
    ),
    "1 and nothing": (
        "日期,姓名,认捐金额,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- promised, and nothing says that it came",
    ),
    "the same in English": (
        "Date,Name,Pledged (CNY),Received\n2020-03-01,Li Hua,1000,1\n2020-03-02,Wang Fang,500,0\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1000元 [1000CNY]\n- not paid, by its own word",
    ),
    "words for it": (
        "日期,姓名,认捐金额,到账\n2020-03-01,李华,1000,已到\n2020-03-02,王芳,500,未到\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- not received, by its own word",
    ),
    "what came, counted in 万元": (
        "日期,姓名,认捐金额（万元）,到账（万元）\n2020-03-01,李华,1,1\n2020-03-02,王芳,2,0\n",
        "receipt 2020-03-01 donor=李华: CNY 10000元 [10000CNY]\n- an amount of zero",
    ),
    "a part of what may be counted in 万元": (
        "日期,姓名,认捐,到账（万元）\n2020-03-01,李华,20,1\n",
        "receipt 2020-03-01 donor=李华: CNY 10000元 [10000CNY]",
    ),
    "a part of what the title counts in 万元": (
        "单位：万元\n日期,姓名,认捐,到账\n2020-03-01,李华,100,1\n",
        "receipt 2020-03-01 donor=李华: CNY 10000元 [10000CNY]",
    ),
    "shares that were promised beside money that came": (
        "姓名,认捐份数,到账\n李华,100,1\n",
        "! None: amounts that came",
    ),
    "what came in part": (
        "日期,姓名,认捐,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,200\n",
        "receipt 2020-03-01 donor=李华: CNY 1元 [1CNY]\nreceipt 2020-03-02 donor=王芳: CNY 200元 [200CNY]",
    ),
}
"""Whether a gift came, beside what was promised."""

_IN_AND_OUT = "Date,Description,In,Out,Balance\n"
_ASKED = "! None: whether what came in and went out is money or goods"
IN_AND_OUT = {
    "In and Out with cents": (
        f"{_IN_AND_OUT}2020-03-01,Donation from Li Hua,1500.00,,1500.00\n2020-03-03,Printing,,300.00,1200.00\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1500元\nexpense 2020-03-03 : CNY 300元",
    ),
    "In and Out with a sign": (
        f"{_IN_AND_OUT}2020-03-01,Donation from Li Hua,$1500,,$1500\n2020-03-03,Printing,,$300,$1200\n",
        "receipt 2020-03-01 donor=Li Hua: USD 1500美元\nexpense 2020-03-03 : USD 300美元",
    ),
    "In and Out of a cash book": (
        f"Cash book\n{_IN_AND_OUT}2020-03-01,Donation from Li Hua,1500,,1500\n2020-03-03,Printing,,300,1200\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1500元\nexpense 2020-03-03 : CNY 300元",
    ),
    "who gave beside In and Out": (
        "Date,Description,Received From,In,Out\n2020-03-01,Donation,Li Hua,1500.00,\n2020-03-03,Printing,,,300.00\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1500元\nexpense 2020-03-03 : CNY 300元",
    ),
    "In and Out that may be either": (
        f"{_IN_AND_OUT}2020-03-01,Donation from Li Hua,1500,,1500\n2020-03-03,Printing,,300,1200\n",
        f"{_ASKED}\n{_ASKED}",
    ),
    "In and Out of what may be goods, and has a giver": (
        "Date,Description,Donor,In,Out\n2020-03-01,Donation,Li Hua,1500,\n",
        _ASKED,
    ),
    "In and Out of well-known goods": (
        "Date,Description,Donor,Recipient,In,Out\n2020-03-01,Rice,Acme Ltd,,100,\n2020-03-03,Rice,,Hill School,,30\n",
        "receipt 2020-03-01 donor=Acme Ltd: Rice 100 [100]\ndistribution 2020-03-03 recipient=Hill School: Rice 30",
    ),
    "In and Out of well-known goods, with two decimals": (
        "Date,Description,Donor,In,Out\n2020-03-01,Rice (kg),Acme Ltd,15.50,\n2020-03-02,Rice (kg),,,3.25\n",
        f"{_ASKED}\n{_ASKED}",
    ),
    "well-known goods that were paid for": (
        "Date,Description,Received From,In,Out\n2020-03-01,Donation,Li Hua,15.50,\n2020-03-02,Rice,,,3.25\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 15.5元\nexpense 2020-03-02 : CNY 3.25元",
    ),
    "In and Out beside an item, with two decimals": (
        "Date,Item,Donor,Recipient,In,Out\n2020-03-01,Rice,Acme Ltd,,15.50,\n2020-03-03,Rice,,Hill School,,3.25\n",
        "receipt 2020-03-01 donor=Acme Ltd: Rice 15.5\ndistribution 2020-03-03 recipient=Hill School: Rice 3.25",
    ),
}
"""English headings of a store's book and of a cash book alike."""

_BOTH = (
    "receipt 2020-03-01 donor=李华: CNY 1000元 “李华捐款” [1000CNY]\nexpense 2020-03-01 : CNY 200元 “买矿泉水” [200CNY]"
)
OWN_WORDS = {
    "words before the amounts of either side": (
        "日期,摘要,收入,摘要,支出,余额\n2020-03-01,李华捐款,1000,买矿泉水,200,800\n2020-03-03,王芳捐款,50,,,850\n合计,,1050,,200,\n",
        f"{_BOTH}\nreceipt 2020-03-03 donor=王芳: CNY 50元 “王芳捐款”\n- a total",
    ),
    "words behind the amounts of either side": (
        "日期,收入,摘要,支出,摘要\n2020-03-01,1000,李华捐款,200,买矿泉水\n",
        _BOTH,
    ),
    "words and a day for either side": (
        "日期,摘要,收入,日期,摘要,支出\n2020-03-01,李华捐款,1000,2020-03-05,买矿泉水,200\n",
        _BOTH.replace("expense 2020-03-01", "expense 2020-03-05"),
    ),
    "words of either side, and who gave": (
        "日期,捐款人,备注,收入,备注,支出\n2020-03-01,李华,李华捐款,1000,买矿泉水,200\n2020-03-02,王芳,,50,,\n",
        f"{_BOTH}\nreceipt 2020-03-02 donor=王芳: CNY 50元 [50CNY]",
    ),
    "words of either side, and a day in two columns": (
        "月,日,摘要,收入,摘要,支出\n3,1,李华捐款,1000,买矿泉水,200\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元",
    ),
    "what was carried over and interest beside what was paid": (
        "日期,摘要,收入,摘要,支出\n2020-03-01,上月结转,300,手续费,2\n2020-03-02,利息,1.2,打印,5\n",
        "- a total\nexpense 2020-03-01 : CNY 2元 “手续费”\n- interest, no gift\nexpense 2020-03-02 : CNY 5元 “打印”",
    ),
    "words of either side in English": (
        "Date,Details,Receipts,Details,Payments\n2020-03-01,Donation from Li Hua,1000,Water,200\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1000元 “Donation from Li Hua”\nexpense 2020-03-01 : CNY 200元 “Water”",
    ),
    "two remarks on one gift": (
        "日期,捐款人,备注,金额,备注\n2020-03-01,李华,助学,1000,现金\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 “助学，现金” [1000CNY]",
    ),
    "two remarks on both sides": (
        "日期,摘要,备注,收入,支出\n2020-03-01,李华捐款,现金,1000,\n2020-03-02,买水,现金,,5\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 “李华捐款，现金” [1000CNY]\nexpense 2020-03-02 : CNY 5元 “买水，现金” []",
    ),
}
"""Accounts with two sides, each of which has words of its own."""

_APART = "! None: money apart from goods: in these amounts what goods are worth is counted"
_NO_GIFT = "! Donor: a gift of its own; take out what only says of which parts the one above is made"
OF_WHICH = {
    "what is counted of goods in an amount": (
        "Date,Donor,Amount (USD),of which: in kind\n2020-03-01,Li Hua,1000,300\n",
        _APART,
    ),
    "the same in other words": ("Date,Donor,Amount (USD),Thereof goods\n2020-03-01,Li Hua,1000,300\n", _APART),
    "the same with its money": (
        "Date,Donor,Amount (USD),Including goods worth (USD)\n2020-03-01,Li Hua,1000,300\n",
        _APART,
    ),
    "cash and goods that make the amount": (
        "Date,Donor,Total (USD),of which: cash,of which: in kind\n2020-03-01,Li Hua,1000,700,300\n",
        "receipt 2020-03-01 donor=Li Hua: USD 700美元, 物资 ? “价值300美元” [700USD]",
    ),
    "money and goods that make the amount, which says what they are counted in": (
        "日期,捐赠人,捐赠总额（万元）,其中：资金,其中：物资折价\n2020-03-01,李华,10,7,3\n",
        "receipt 2020-03-01 donor=李华: CNY 70000元, 物资 ?@@30000",
    ),
    "parts in yuan of an amount in 万元": (
        "日期,捐赠人,捐赠总额（万元）,其中：资金,其中：物资折价\n2020-03-01,李华,10,70000,30000\n",
        "receipt 2020-03-01 donor=李华: CNY 70000元, 物资 ?@@30000",
    ),
    "a part below its amount": (
        "Date,Donor,Amount (USD)\n2020-03-01,Li Hua,1000\n2020-03-01,of which: in kind,300\n",
        f"receipt 2020-03-01 donor=Li Hua: USD 1000美元\n{_NO_GIFT}",
    ),
    "a part for a purpose": (
        "Date,Donor,Amount (USD),of which: restricted\n2020-03-01,Li Hua,1000,300\n",
        "receipt 2020-03-01 donor=Li Hua: USD 1000美元 “of which: restricted 300美元”",
    ),
    "goods that were paid for": (
        "Date,Donor,Amount (USD),of which: goods purchased\n2020-03-01,Li Hua,1000,300\n",
        "receipt 2020-03-01 donor=Li Hua: USD 1000美元",
    ),
}
"""Parts of an amount."""

NUMBERED = {
    "84 in a column of its own": (
        "日期,捐赠单位,口罩（只）,84（瓶）,75%（桶）\n2020-03-01,甲公司,500,20,3\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500只, 84 20瓶, 75% 3桶 [500只 20瓶 3桶]",
    ),
    "masks called by their numbers": (
        "日期,捐赠单位,3M 1860（只）,9132（只）,手套（双）\n2020-03-01,甲公司,500,20,3\n",
        "receipt 2020-03-01 donor=甲公司: 3M1860 500只, 9132 20只, 手套 3双",
    ),
    "84 with its unit behind a stroke": (
        "日期,捐赠单位,口罩/只,84/瓶\n2020-03-01,甲公司,500,20\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500只, 84 20瓶",
    ),
    "rows without headings": (
        "甲公司,口罩,500（只）\n乙公司,手套,84（双）\n",
        "! None: a row of headings such as Donor\n! None: a row of headings such as Donor",
    ),
    "84 below goods": (
        "捐赠单位,物资,,\n,口罩（只）,84（瓶）,1860（只）\n甲公司,500,20,3\n",
        "receipt (2020-03-20) donor=甲公司: 口罩 500只, 84 20瓶, 1860 3只",
    ),
    "quantities with their unit in brackets": (
        "捐赠单位,品名,数量\n甲公司,口罩（只）,500（只）\n乙公司,手套（双）,84（双）\n丙公司,手套（双）,20\n合计,,604\n",
        "receipt (2020-03-20) donor=甲公司: 口罩（只） 500只\nreceipt (2020-03-20) donor=乙公司: 手套（双） 84双\nreceipt (2020-03-20) donor=丙公司: 手套 20双\n- a total",
    ),
    "quantities with their unit behind a stroke, beside sorts": (
        "类别,捐赠单位,品名,数量\n企业,甲公司,口罩/只,500/只\n个人,李华,手套/双,84/双\n",
        "receipt (2020-03-20) donor=甲公司: 口罩/只 500只\nreceipt (2020-03-20) donor=李华: 手套/双 84双",
    ),
    "84 and the headings again": (
        "日期,捐赠单位,口罩（只）,84（瓶）\n2020-03-01,甲公司,500,\n日期,捐赠单位,口罩（只）,84（瓶）\n2020-03-02,乙公司,/,2\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500只\n- the headings again\nreceipt 2020-03-02 donor=乙公司: 84 2瓶",
    ),
}
"""Goods that are called by a number."""

_TWO = "! None: one column of quantities"
COUNTED = {
    "less that was sent than was to come": (
        "日期,捐赠单位,物资,数量,已发货\n2020-03-01,甲公司,口罩,500,300\n2020-03-02,乙公司,手套,200,200\n",
        f"{_TWO}\n{_TWO}",
    ),
    "the same in English": ("Date,Donor,Item,Qty,Shipped\n2020-03-01,Acme Ltd,Masks,500,300\n", _TWO),
    "all of it was sent": (
        "日期,捐赠单位,物资,数量,已发货\n2020-03-01,甲公司,口罩,500,500\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]",
    ),
    "when it was sent": (
        "日期,捐赠单位,物资,数量,发货\n2020-03-01,甲公司,口罩,500,3月2日\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]",
    ),
    "whether it was sent": (
        "日期,捐赠单位,物资,数量,已发货\n2020-03-01,甲公司,口罩,500,是\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]",
    ),
    "what was given out of it": (
        "日期,捐赠单位,物资,数量,已发放\n2020-03-01,甲公司,口罩,500,300\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]",
    ),
    "捐入 beside 捐出, one a row": (
        "日期,单位,物资,捐入数量,捐出数量\n2020-03-01,甲公司,口罩,500,\n2020-03-02,县医院,口罩,,200\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]\ndistribution 2020-03-02 recipient=县医院: 口罩 200",
    ),
    "捐入 beside 捐出 in a row": (
        "日期,捐赠单位,物资,捐入数量,接收单位,捐出数量\n2020-03-01,甲公司,口罩,500,市医院,300\n",
        "receipt 2020-03-01 donor=甲公司: 口罩 500 [500]\ndistribution 2020-03-01 recipient=市医院: 口罩 300",
    ),
}
"""How many came, went out, or are on their way."""

CASH = {
    "what cash is to be used for, by its sort": (
        "日期,捐赠人,捐赠方式,金额,内容\n2020-03-01,李华,捐款,1000,购买口罩\n2020-03-02,王芳,捐款,500,购买口罩100个\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 “购买口罩”\nreceipt 2020-03-02 donor=王芳: CNY 500元 “购买口罩100个”",
    ),
    "the same beside goods": (
        "日期,捐赠人,捐赠方式,捐赠内容,金额\n2020-03-01,李华,捐款,购买口罩,1000\n2020-03-02,王芳,捐物,口罩100个,500\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 “购买口罩”\nreceipt 2020-03-02 donor=王芳: 口罩 100个@@500",
    ),
    "goods with their number": (
        "日期,捐赠人,捐赠方式,物资,数量,金额\n2020-03-01,李华,现金,购买口罩,100个,1000\n",
        "receipt 2020-03-01 donor=李华: 购买口罩 100个@@1000",
    ),
}
"""Cash and what it is for."""

BESIDE = {
    "who gave cash beside who gave goods": (
        "日期,捐款人,金额,捐赠单位,物资,数量\n2020-03-01,李华,100,甲公司,口罩,500个\n",
        "receipt 2020-03-01 donor=李华: CNY 100元 [100CNY]\nreceipt 2020-03-01 donor=甲公司: 口罩 500个 [500个]",
    ),
    "where who gave cash works": (
        "日期,捐款人,捐赠单位,金额\n2020-03-01,李华,甲公司,100\n",
        "receipt 2020-03-01 donor=李华: CNY 100元 “捐赠单位：甲公司” [100CNY]",
    ),
    "where who gave goods works": (
        "日期,捐赠人,物资,数量,捐赠单位,金额\n2020-03-01,李华,口罩,500个,甲公司,100\n",
        "receipt 2020-03-01 donor=李华: 口罩 500个@@100 “捐赠单位：甲公司”",
    ),
}
"""Givers side by side."""

TABLES = {**ANSWERS, **IN_AND_OUT, **OWN_WORDS, **OF_WHICH, **NUMBERED, **COUNTED, **CASH, **BESIDE}


@pytest.mark.parametrize("name", TABLES)
def test_a_seldom_shape_is_read_so(name: str) -> None:
    text, wanted = TABLES[name]
    rows = [line.partition(" ")[2] for line in told(text, "2020-03-20").splitlines()[1:] if line[0].isdigit()]
    assert [row[: len(line)] for row, line in zip(rows, wanted.splitlines(), strict=True)] == wanted.splitlines()


@pytest.mark.parametrize(
    ("text", "encoding", "wanted"),
    [
        ("100元", "gb18030", "CNY 100元 [100CNY]"),
        ("100元", "utf-8", "CNY 100元 [100CNY]"),
        ("100\u052a", "utf-8", "CNY 100元 [100CNY]"),
        ("100 Ԫ é", "utf-8", "! Amount"),
    ],
)
def test_yuan_alone_is_read_in_either_encoding(tmp_path: Path, text: str, encoding: str, wanted: str) -> None:
    """The bytes of 元 in GB18030 are a letter in UTF-8, too, which stands in no list."""
    paper = tmp_path / "gifts.csv"
    paper.write_bytes(f"Date,Donor,Amount\n2020-03-01,Li Hua,{text}\n".encode(encoding))
    lines = [
        line for sheet in sheets(paper, Opening()) for table in tables(sheet, settings()) for line in told_of(table)
    ]
    assert wanted in "\n".join(lines)
