"""Money by the last word of a heading, 压岁钱捐款; and who stands where givers do, 甲公司捐赠, or nobody, 自购. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    "heading",
    ["压岁钱捐款（元）", "疫情捐款", "一日捐（元）", "教师义捐", "爱心善款", "信用卡捐款", "义卖所得捐款", "助学捐款"],
)
def test_what_a_heading_ends_with_says_that_it_is_money(heading: str) -> None:
    assert "2 receipt 2020-02-01 donor=李华: CNY 100元" in told(f"日期,姓名,{heading}\n2020-02-01,李华,100\n")


@pytest.mark.parametrize(
    "heading",
    [
        "人均捐款",
        "是否捐款",
        "累计捐款",
        "未捐款",
        "捐款笔数",
        "疫情捐款（人次）",
        "使用捐款",
        "结余捐款",
        "所需捐款",
        "还需捐款",
        "获得捐款",
        "获捐款",
        "上学期捐款",
        "爱心款领取人数",
        "转出捐款",
        "转赠善款",
        "得到捐款",
    ],
)
def test_a_number_that_is_no_gift_is_none(heading: str) -> None:
    assert "CNY" not in told(f"日期,姓名,{heading}\n2020-02-01,李华,100\n")


@pytest.mark.parametrize("heading", ["领取爱心款", "分配善款", "分得捐款金额", "领取善款（元）", "受助金额"])
def test_what_somebody_got_of_it_was_given_out(heading: str) -> None:
    found = told(f"日期,姓名,{heading}\n2020-02-01,李华,100\n")
    assert "expense 2020-02-01 recipient=李华: CNY 100元" in found


@pytest.mark.parametrize("heading", ["爱心捐款", "压岁钱捐款"])
@pytest.mark.parametrize("back", ["退捐款", "已退捐款", "退还捐款"])
def test_what_went_back_of_it_is_read_beside_it(heading: str, back: str) -> None:
    found = told(f"日期,姓名,{heading},{back}\n2020-02-01,李华,200,50\n")
    assert "CNY 200元" in found
    assert " -50" in found


def test_two_such_columns_that_differ_are_asked_about() -> None:
    found = told("日期,姓名,稿费捐款（元）,加班费捐款（元）\n2020-02-01,李华,30,20\n")
    assert "receipt" not in found


@pytest.mark.parametrize(("written", "name"), [
    ("甲公司捐赠", "甲公司"), ("李华捐", "李华"), ("红谷滩区敬老院爱心捐赠", "红谷滩区敬老院"), ("乙公司无偿捐赠", "乙公司"), ("三年级1班捐款", "三年级1班"), ("王芳捐入", "王芳"),
    ("甲公司捐贈", "甲公司"), ("李華捐獻", "李華"), ("通过市慈善会捐赠", "通过市慈善会捐赠"), ("委托甲公司捐赠", "委托甲公司捐赠"),
    ("社会各界捐款", "社会各界捐款"), ("网络募捐", "网络募捐"), ("定向捐赠", "定向捐赠"), ("灾区捐款", "灾区捐款"), ("李捐", "李捐"),
])  # fmt: skip
def test_the_word_for_giving_is_no_part_of_a_name(written: str, name: str) -> None:
    assert f"donor={name}: 口罩 500只" in told(f"日期,物资,数量,单位,捐赠单位\n2020-02-01,口罩,500,只,{written}\n")


@pytest.mark.parametrize(
    ("written", "name"),
    [("市一院领用", "市一院"), ("王芳领取", "王芳"), ("阳光社区签收", "阳光社区")],
)
def test_the_word_for_receiving_is_no_part_of_a_name(written: str, name: str) -> None:
    assert f"recipient={name}: 口罩 500只" in told(f"日期,物资,数量,单位,去向\n2020-02-01,口罩,500,只,{written}\n")


@pytest.mark.parametrize(
    "written", ["自购", "协会采购", "上级调拨", "库存", "自行购买", "盘盈", "退库", "归还", "期初"]
)
def test_what_was_bought_or_allotted_nobody_gave(written: str) -> None:
    rows = f"2020-02-01,口罩,500,只,甲公司\n2020-02-02,口罩,20,只,{written}\n"
    assert "3 ! 捐赠单位: who gave: this says that it was bought" in told(f"日期,物资,数量,单位,捐赠单位\n{rows}")
    assert "3 receipt" not in told(f"日期,物资,数量,单位,捐赠来源\n{rows}")


def test_a_remark_that_says_back_alone_is_asked_about() -> None:
    assert "2 ! 备注: what stayed" in told("日期,姓名,金额,备注\n2020-02-01,李华,100,退\n")


def test_a_total_beside_them_is_what_was_given() -> None:
    found = told("捐赠人,定向捐款,非定向捐款,合计,日期\n李华,100,50,150,2020-03-01\n")
    assert "2 receipt 2020-03-01 donor=李华: CNY 150元" in found


@pytest.mark.parametrize(
    "text",
    [
        "姓名,日期,捐款,一日捐\n李华,2020-02-01,100,50\n",
        "姓名,日期,金额,压岁钱捐款\n李华,2020-02-01,100,50\n王芳,2020-02-01,20,\n",
        "捐赠人,日期,款物,一日捐\n李华,2020-02-01,口罩50个,100\n",
    ],
)
def test_such_a_column_beside_the_money_that_is_read_is_asked_about(text: str) -> None:
    """It was passed over: a gift was lost."""
    found = told(text)
    assert "receipt" not in found
    assert "--map HEADING=money of each where all of them came" in found


@pytest.mark.parametrize(
    ("heads", "amounts"),
    [
        ("捐款,一日捐", "100,100"),
        ("捐款金额,定向捐款", "100,50"),
        ("捐款,一日捐,合计", "60,40,100"),
        ("捐款,人均捐款", "100,50"),
    ],
)
def test_one_that_says_it_again_or_is_some_of_it_is_not(heads: str, amounts: str) -> None:
    assert "[100CNY]" in told(f"姓名,日期,{heads}\n李华,2020-02-01,{amounts}\n")


@pytest.mark.parametrize("heading", ["领导捐款金额", "捐资助学捐款"])
def test_words_in_it_that_only_look_like_those_of_who_got_it(heading: str) -> None:
    assert "donor=李华: CNY 200元" in told(f"日期,姓名,{heading}\n2020-02-01,李华,200\n")
