"""Lists of gifts without a column for who gave, whose words say it: 李华捐款 below 项目, 摘要 or Details. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize("heading", ["摘要", "项目", "内容", "事项", "说明", "备注", "类别"])
@pytest.mark.parametrize("title", ["捐款公示", "爱心款收入", "善款明细"])
def test_words_of_a_list_say_who_gave(title: str, heading: str) -> None:
    """These were gifts of nobody, 李华 in the remark; without days they were passed over as sums."""
    found = told(
        f"{title}\n日期,{heading},金额\n3月1日,李华捐款,1000\n3月2日,王芳捐款,500\n3月2日,甲公司捐赠,300\n合计,,1800\n"
    )
    for who, much in (("李华", 1000), ("王芳", 500), ("甲公司", 300)):
        assert f"donor={who}: CNY {much}元" in found
    assert "purpose" not in found  # a name below 项目 is no purpose


@pytest.mark.parametrize("heading", ["摘要", "项目", "内容", "类别"])
@pytest.mark.parametrize("title", ["捐款公示\n", ""])
def test_the_same_without_days_is_no_table_of_sums(title: str, heading: str) -> None:
    found = told(f"{title}{heading},金额\n李华捐款,1000\n王芳捐款,500\n", "2020-03-29")
    assert "donor=李华: CNY 1000元" in found
    assert "donor=王芳: CNY 500元" in found


@pytest.mark.parametrize("heading", ["摘要", "项目", "内容", "事项", "备注", "类别"])
def test_names_alone_beside_amounts_gave_them(heading: str) -> None:
    found = told(f"捐款公示\n日期,{heading},金额\n3月1日,李华,1000\n3月2日,王芳,500\n3月3日,张敏捐款,20\n")
    assert [f"donor={who}" in found for who in ("李华", "王芳", "张敏")] == [True] * 3


@pytest.mark.parametrize(
    "rows",
    [
        "教职工捐款,1000\n学生捐款,500\n校友捐款,300\n",
        "社会捐款,1000\n会员捐款,500\n",
        "单位捐款,1000\n个人捐款,500\n",
        "乡镇捐款,1000\n县直机关捐款,500\n",
    ],
)
def test_sorts_of_gifts_are_sums_still(rows: str) -> None:
    assert "receipt" not in told(f"捐款公示\n项目,金额\n{rows}", "2020-03-29")


@pytest.mark.parametrize("rows", ["市一院,1000\n市二院,500\n", "修路,1000\n修桥,500\n", "李华,1000\n李华,500\n"])
def test_bodies_purposes_and_whoever_counted_are_no_givers(rows: str) -> None:
    found = told(f"捐款公示\n项目,金额\n{rows}", "2020-03-29")
    assert not any(f"donor={who}" in found for who in ("市", "修", "李华"))


def test_a_column_of_givers_is_all_that_names_them() -> None:
    found = told("捐款公示\n捐款人,金额,备注\n李华,1000,王芳捐款\n,500,张敏捐款\n", "2020-03-29")
    assert "donor=李华" in found
    assert "donor=王芳" not in found
    assert "donor=张敏" not in found


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("结息", "interest"),
        ("3月利息", "interest"),
        ("会员会费", "no gift by its type"),
        ("会费", "no gift by its type"),
        ("报名费", "no gift by its type"),
        ("李强退款", "no gift by its type"),
        ("政府补助", "no gift by its type"),
    ],
)
def test_what_else_came_in_is_no_gift(words: str, why: str) -> None:
    """These were gifts of nobody, in a list of income without a column for givers."""
    found = told(f"收入明细\n日期,摘要,金额\n3月1日,李华捐款,1000\n3月21日,{words},1.2\n")
    assert "donor=李华" in found
    assert why in found
    assert "1.2元" not in found


@pytest.mark.parametrize("heading", ["Description", "Details", "Narration", "Particulars", "Memo"])
def test_words_in_english_say_who_gave(heading: str) -> None:
    """Details were not read, and Description was taken for goods."""
    found = told(
        f"Donations\nDate,{heading},Amount\n2020-03-01,Donation from Li Hua,1000\n2020-03-02,Gift from Wang Fang,5\n2020-03-21,Interest,5\n"
    )
    assert "donor=Li Hua: CNY 1000元" in found
    assert "donor=Wang Fang: CNY 5元" in found
    assert "interest" in found


@pytest.mark.parametrize("first", ["", "一、上期结余,200\n"])
def test_a_statement_whose_parts_name_who_gave_is_not_passed_over(first: str) -> None:
    """It was passed over as sums, which names nobody."""
    parts = "二、收入,1500\n李华捐款,1000\n王芳捐款,500\n三、支出,300\n买口罩,300\n"
    found = told(f"捐赠资金收支情况\n项目,金额\n{first}{parts}", "2020-03-29")
    assert "statement of sums" in found
    assert "receipt" not in found


@pytest.mark.parametrize("heading", ["收入内容", "来款情况", "款项说明"])
def test_headings_that_nobody_knows_are_read_where_they_say_who_gave(heading: str) -> None:
    """They were not read, and the gifts were nobody's."""
    found = told(f"收入\n日期,{heading},收入金额\n3月1日,李华捐款,1000\n3月2日,王芳捐款,500\n")
    assert "donor=李华: CNY 1000元" in found
    assert "donor=王芳: CNY 500元" in found


@pytest.mark.parametrize("heading", ["备注", "说明", "摘要", "来源说明"])
def test_words_beside_goods_say_who_gave_them(heading: str) -> None:
    """A donor was asked for."""
    rows = "3月1日,口罩,1000,个,甲公司捐赠\n3月2日,手套,500,双,李华捐\n"
    found = told(f"物资接收登记\n日期,物品,数量,单位,{heading}\n{rows}")
    assert "donor=甲公司: 口罩 1000个" in found
    assert "donor=李华: 手套 500双" in found


@pytest.mark.parametrize("words", ["协会采购", "上级调拨", "急用", ""])
def test_words_beside_goods_that_name_nobody_are_asked_about(words: str) -> None:
    rows = f"3月1日,口罩,1000,个,甲公司捐赠\n3月2日,手套,500,双,{words}\n"
    found = told(f"物资接收登记\n日期,物品,数量,单位,备注\n{rows}")
    assert "4 !" in found


def test_english_words_beside_goods_say_who_gave_them() -> None:
    found = told(
        "Goods received\nDate,Item,Qty,Notes\n2020-03-01,Masks,1000,Donated by ABC Ltd\n2020-03-02,Gloves,500,from Li Hua\n"
    )
    assert "donor=ABC Ltd: Masks 1000" in found
    assert "donor=Li Hua: Gloves 500" in found


def test_words_beside_goods_that_went_say_who_got_them() -> None:
    """A recipient was asked for."""
    rows = "3月1日,口罩,1000,个,市一院领取\n3月2日,手套,500,双,发放给市二院\n3月2日,防护服,5,套,李华签收\n3月3日,口罩,2,个,市人民医院\n"
    found = told(f"物资发放登记\n日期,物品,数量,单位,备注\n{rows}")
    for who in ("市一院", "市二院", "李华", "市人民医院"):
        assert f"recipient={who}:" in found


@pytest.mark.parametrize("words", ["急用", "李华", "补发", "慰问"])
def test_words_beside_goods_that_went_may_be_of_nobody(words: str) -> None:
    """A name alone may be whoever carried them."""
    found = told(
        f"物资发放登记\n日期,物品,数量,单位,备注\n3月1日,口罩,1000,个,市一院领取\n3月2日,手套,500,双,{words}\n"
    )
    assert "distribution" not in found


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("爱心捐款明细", "用途"),
        ("爱心捐款明细", "指定用途"),
        ("大病救助捐款", "项目"),
        ("助学捐款明细", "备注"),
        ("圆梦捐款", "说明"),
    ],
)
def test_names_of_those_who_are_helped_gave_nothing(title: str, heading: str) -> None:
    """李华 below 用途 is whom the gift is for: she was who gave."""
    found = told(f"{title}\n日期,{heading},金额\n3月1日,李华,1000\n3月2日,王芳,500\n3月3日,张敏,20\n")
    assert found.count("receipt") == 3
    assert not any(f"donor={who}" in found for who in ("李华", "王芳", "张敏"))


def test_few_who_stand_beside_many_amounts_may_have_counted_them() -> None:
    rows = "".join(f"3月{day}日,{who},{day}00\n" for day, who in enumerate(["李华", "王芳"] * 4, 1))
    found = told(f"捐款公示\n日期,备注,金额\n{rows}")
    assert found.count("receipt") == 8
    assert "donor=李华" not in found


@pytest.mark.parametrize("names", [("李华", "王芳", "张敏"), ("阳光大药房", "京东商城", "阳光药房")])
@pytest.mark.parametrize("title", ["物资入库明细", "物资接收登记"])
def test_names_alone_beside_goods_may_be_of_carriers_or_shops(title: str, names: tuple[str, ...]) -> None:
    rows = "".join(f"3月{day}日,口罩,{day}0,个,{who}\n" for day, who in enumerate(names, 1))
    found = told(f"{title}\n日期,物品,数量,单位,备注\n{rows}")
    assert "receipt" not in found
    assert "3 !" in found


@pytest.mark.parametrize("names", [("顺丰公司", "德邦物流公司"), ("甲公司", "乙集团")])
@pytest.mark.parametrize("title", ["物资发放登记", "物资发放登记（接收单位：市一院）"])
def test_companies_beside_goods_that_went_may_have_given_or_carried_them(title: str, names: tuple[str, ...]) -> None:
    """They got them."""
    rows = "".join(f"3月{day}日,口罩,{day}0,个,{who}\n" for day, who in enumerate(names, 1))
    assert "distribution" not in told(f"{title}\n日期,物品,数量,单位,备注\n{rows}")


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("留言", "谢绝退款"),
        ("备注", "用于补充政府补助不足"),
        ("用途", "用于保险理赔困难户"),
        ("用途", "押金"),
        ("Message", "Using my tax refund to help"),
        ("Memo", "No refund please"),
    ],
)
def test_words_of_those_who_gave_take_no_gift_away(heading: str, words: str) -> None:
    """These gifts were passed over."""
    found = told(f"捐款明细\n日期,{heading},金额\n3月1日,{words},1000\n3月2日,,500\n")
    assert found.count("receipt") == 2


@pytest.mark.parametrize(
    "words", ["京东退货", "支付宝提现", "财政补助款", "县政府拨款", "Tax refund", "Refund from ABC Ltd"]
)
def test_what_came_back_or_from_above_is_no_gift(words: str) -> None:
    found = told(f"收入明细\n日期,摘要,金额\n3月1日,李华捐款,1000\n3月21日,{words},12\n")
    assert "donor=李华" in found
    assert "no gift by its type" in found


@pytest.mark.parametrize("title", ["退款明细", "捐款退还明细表", "善款退回情况公示（二）"])
@pytest.mark.parametrize("rows", ["日期,捐款人,金额\n3月1日,李华,1000\n", "日期,备注,金额\n3月1日,李华捐款,1000\n"])
def test_what_went_back_by_the_title_did_not_come(title: str, rows: str) -> None:
    """It was booked as gifts."""
    found = told(f"{title}\n{rows}")
    assert "receipt" not in found
    assert "the title says that these went back" in found


@pytest.mark.parametrize("title", ["捐款及退款明细", "捐款名单（含退款）", "捐款公示（概不退款）", "捐款明细"])
def test_other_titles_speak_of_gifts_still(title: str) -> None:
    assert "donor=李华" in told(f"{title}\n日期,捐款人,金额\n3月1日,李华,1000\n")


@pytest.mark.parametrize(
    "words", ["Gift from a friend", "Donated by anonymous", "Donation from members", "donation from anonymous donors"]
)
def test_nobody_in_english_is_no_giver(words: str) -> None:
    """Two gifts of "a friend" were one giver's."""
    found = told(f"Donations\nDate,Amount,Notes\n2020-03-01,1000,Donation from Li Hua\n2020-03-02,5,{words}\n")
    assert "donor=Li Hua" in found
    assert found.count("donor=") == found.count("donor=Li Hua") + found.count("donor=爱心人士")


def test_who_got_it_is_no_part_of_who_gave_in_english() -> None:
    found = told(
        "Donated goods\nDate,Item,Quantity,Notes\n2020-03-01,Masks,200 pcs,donated by Li Hua to City Hospital\n"
    )
    assert "donor=Li Hua:" in found


@pytest.mark.parametrize("heading", ["来源", "来源说明"])
def test_sorts_of_goods_below_where_they_came_from_are_asked_about(heading: str) -> None:
    found = told(f"物资接收登记\n日期,物品,数量,{heading}\n3月1日,口罩,200个,社会捐赠\n3月2日,口罩,20个,采购\n")
    assert "donor=社会捐赠" not in found


def test_an_account_of_what_came_and_went_back_is_read() -> None:
    found = told("退款明细\n日期,摘要,收入,支出\n3月1日,李华捐款,200,\n3月2日,退李华捐款,,50\n")
    assert "receipt" in found
    assert "went back" not in found


@pytest.mark.parametrize(
    "words",
    ["修桥捐款", "建校捐款", "生日捐赠", "还愿捐款", "河南水灾捐款", "慈善晚宴捐款", "三年级捐款", "急需物资捐赠"],
)
def test_what_a_list_says_that_gifts_are_for_gave_nothing(words: str) -> None:
    """修桥 and 生日 were who gave."""
    money = told(f"捐款明细\n日期,金额,备注\n3月1日,100,李华捐款\n3月2日,200,{words}\n")
    assert money.count("donor=") == money.count("donor=李华") + money.count("donor=爱心人士")
    goods = told(f"物资接收登记\n日期,物品,数量,备注\n3月1日,口罩,100个,李华捐赠\n3月2日,口罩,20个,{words}\n")
    assert goods.count("donor=") == goods.count("donor=李华")
    assert "4 !" in goods


@pytest.mark.parametrize("who", ["李华等3人", "李华、王芳", "甲公司", "五一班", "李华先生", "市慈善总会"])
def test_names_of_all_sorts_are_found_in_lists(who: str) -> None:
    assert f"donor={who}:" in told(f"捐款明细\n日期,金额,备注\n3月1日,100,{who}捐款\n3月2日,200,李华捐款\n")


def test_goods_that_are_called_with_who_gave_them_are_no_money() -> None:
    """甲公司捐赠口罩, worth 200 yuan, was 200 yuan in cash."""
    found = told("捐赠物资\n日期,品名,金额\n3月1日,甲公司捐赠口罩,200\n3月2日,乙公司捐赠手套,300\n")
    assert "CNY" not in found
    assert "donor=李华: CNY 200元" in told("日期,品名,金额\n3月1日,李华捐款,200\n3月2日,王芳捐款,300\n")


@pytest.mark.parametrize("other", ["会费收入", "会费", "报名费"])
def test_sorts_of_income_below_a_heading_of_givers_are_no_gifts(other: str) -> None:
    """Where more of them stand there than givers they were what gifts of nobody are for."""
    found = told(f"本月收入\n项目,金额\n李华捐款,1000\n{other},500\n利息,3\n", "2020-03-29")
    assert "donor=李华: CNY 1000元" in found
    assert "no gift by its type" in found
    assert found.count("receipt") == 1


@pytest.mark.parametrize("name", ["陈女士", "李先生", "李*华", "李**", "張老師"])
def test_names_shown_in_part_are_of_givers(name: str) -> None:
    """They were gifts of nobody."""
    found = told(f"捐款公示\n日期,摘要,金额\n3月1日,{name}捐款,20\n3月2日,王芳捐款,5\n")
    assert f"donor={name}: CNY 20元" in found


@pytest.mark.parametrize("name", ["某先生", "爱心女士", "修桥", "生日"])
def test_names_of_nobody_are_none_still(name: str) -> None:
    found = told(f"捐款公示\n日期,摘要,金额\n3月1日,{name}捐款,20\n3月2日,王芳捐款,5\n")
    assert "donor=爱心人士: CNY 20元" in found
