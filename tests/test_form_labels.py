"""Forms below each other whose words and what they say have cells of their own: 捐赠人：| 甲公司 | 日期：| 2020-02-03. All is invented."""

import pytest
from harness.tables import told

HEAD = "物资名称,单位,数量\n"
ABOVE = {
    "two by two": "捐赠人：,{who},日期：,{day}\n",
    "below each other": "捐赠人：,{who}\n日期：,{day}\n",
    "the day first": "日期：,{day}\n捐赠单位：,{who}\n",
    "with who took them in": "捐赠人：,{who}\n日期：,{day},经办人：,吴同\n",
    "a cell for both": "捐赠人：{who},,,日期：{day}\n",
    "one word a row": "捐赠人：{who}\n日期：{day}\n",
}
DAYS = (
    ("2020-02-03", "2020-02-05"),
    ("2020年2月3日", "2020年2月5日"),
    ("2020.2.3", "2020.2.5"),
    ("20200203", "20200205"),
)


def records(text: str) -> list[str]:
    """What each record is, whether its day stands above it or in the title."""
    lines = [line.partition(" ")[2] for line in told(text).splitlines()[1:]]
    return [line.replace("(", "").replace(")", "") for line in lines if not line.startswith("- ")]


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("head", [HEAD, "物资名称,数量\n"])
@pytest.mark.parametrize("foot", ["", "捐赠方（签字）：,,接收方（签字）：\n", "接收人签字：吴同\n"])
def test_each_form_says_whose_its_rows_are_and_of_which_day(
    above: str, days: tuple[str, str], head: str, foot: str
) -> None:
    """That of the first was booked for the second, where its cells lay beside the columns of goods."""
    goods = ("口罩,只,500\n", "手套,双,20\n") if head == HEAD else ("口罩,500只\n", "手套,20双\n")
    forms = [
        f"捐赠登记表\n{above.format(who=who, day=day)}{head}{rows}{foot}"
        for who, day, rows in zip(("甲公司", "乙公司"), days, goods, strict=True)
    ]
    assert records("".join(forms)) == [
        "receipt 2020-02-03 donor=甲公司: 口罩 500只 [500只]",
        "receipt 2020-02-05 donor=乙公司: 手套 20双 [20双]",
    ]


def test_lists_of_money_with_a_day_each() -> None:
    one, other = (
        "捐款登记表\n日期：,{}\n姓名,金额\n{},5\n".format(*each)
        for each in (("20200203", "甲一"), ("20200205", "乙二"))
    )
    assert records(one + other) == [
        "receipt 2020-02-03 donor=甲一: CNY 5元 [5CNY]",
        "receipt 2020-02-05 donor=乙二: CNY 5元 [5CNY]",
    ]


@pytest.mark.parametrize("row", ["捐赠人：,捐赠单位：", "品名：,口罩", "联系人：,吴同", "捐赠人：,", "合计：,5"])
def test_other_rows_that_begin_with_a_colon_stay_as_they_are(row: str) -> None:
    table = "日期,捐赠人,物资名称,数量\n2020-02-03,甲一,口罩,5个\n"
    assert records(f"{row}\n{table}")[:1] == ["receipt 2020-02-03 donor=甲一: 口罩 5个 [5个]"]


def test_a_form_of_money_that_leaves_its_giver_open_is_nobodys() -> None:
    """It is asked about: neither that of the form above gave it, nor somebody whom nobody names."""
    form = "捐款登记表\n捐款人：{},日期：{}\n项目,金额（元）\n助学,100\n"
    first, second = records(form.format("李华", "2020-02-01") + form.format("", "2020-02-02"))
    assert first == "receipt 2020-02-01 donor=李华: CNY 100元 for 助学 [100CNY]"
    assert second.startswith("! None: who gave or who received")
    assert second.endswith("捐款人：")
