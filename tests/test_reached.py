"""How givers are reached, beside their names: nobody may publish it. What they wish stays beside what they gave."""

import pytest
from harness.tables import told

_WHO = "日期,姓名,金额\n2020-02-01,{},100\n"
_HOW_MUCH = "日期,姓名,金额\n2020-02-01,李华,{}\n"


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("李华 江西省九江市浔阳区长虹大道1号", "李华 in 九江市浔阳区"),
        ("李华，江西省九江市浔阳区", "李华 in 九江市浔阳区"),
        ("李华/九江市庐山市牯岭镇上村", "李华 in 九江市庐山市"),
        ("李华（江西省九江市）", "李华（江西省九江市） in 九江市"),
        ("甲公司（九江市浔阳区）", "甲公司（九江市浔阳区） in 九江市浔阳区"),
        ("李华（江西省九江市浔阳区长虹大道1号）", "李华 in 九江市浔阳区"),
        ("李华 地址：江西省九江市浔阳区长虹大道1号", "李华 in 九江市浔阳区"),
        ("江西省九江市 王芳", "王芳 in 九江市"),
        ("甲公司 江西省九江市浔阳区长虹大道1号", "甲公司 in 九江市浔阳区"),
        ("李华（九江）", "李华（九江）"),
        ("李华 九江市", "李华 九江市"),
        ("李华 浔阳区", "李华 浔阳区"),
        ("九江市浔阳区爱心市民", "九江市浔阳区爱心市民"),
        ("工商银行 九江市浔阳区支行", "工商银行 九江市浔阳区支行"),
        ("中国移动 江西省九江市分公司", "中国移动 江西省九江市分公司"),
        ("江西省九江市 浔阳区教育局", "江西省九江市 浔阳区教育局"),
    ],
)
def test_an_address_is_no_part_of_a_name(written: str, who: str) -> None:
    """One that surely is one, and of it the city and county stay: a city behind a name may tell two of that name apart, a branch is
    called after its county.
    """
    assert f"donor={who}: CNY 100元" in told(_WHO.format(written))


@pytest.mark.parametrize(
    ("written", "place"),
    [("李华/东乡镇上村", ""), ("李华 浔阳区", " in 九江市浔阳区"), ("李华（九江）", " in 九江市"), ("李华", "")],
)
def test_below_a_heading_of_both_an_address_need_not_be_certain(written: str, place: str) -> None:
    """姓名及住址 says that what stands behind a name is where she lives."""
    assert f"donor=李华{place}: CNY" in told(f"捐款人姓名及住址,金额\n{written},100\n", "2020-02-29")


def test_a_column_of_places_goes_before_the_address_beside_a_name() -> None:
    """And whatever way rows are read, by columns or one by one."""
    rows = "".join(f"2020-02-01,李华{n} 江西省九江市浔阳区长虹大道1号,南昌市,5\n" for n in range(3))
    assert told(f"日期,捐款人,城市,金额\n{rows}").count("in 南昌市: CNY 5元") == 3


def test_who_got_goods_lives_where_their_address_says() -> None:
    """Of what went out the place is that of who got it."""
    found = told("日期,接收单位,物资,数量\n2020-02-01,甲公司 江西省九江市浔阳区长虹大道1号,口罩,5个\n")
    assert "recipient=甲公司 in 九江市浔阳区" in found


@pytest.mark.parametrize(
    ("written", "gift"),
    [
        ("100元/加油", "CNY 100元 “加油” [100CNY]"),
        ("￥100 武汉加油", "CNY 100元 “武汉加油” [100CNY]"),
        ("100元，祝平安", "CNY 100元 “祝平安” [100CNY]"),
        ("1.5万元、一点心意", "CNY 15000元 “一点心意” [15000CNY]"),
    ],
)
def test_what_givers_wish_is_kept(written: str, gift: str) -> None:
    """The words behind an amount were lost, or the amount was refused for them."""
    assert told(_HOW_MUCH.format(written)).splitlines()[1].endswith(gift)


@pytest.mark.parametrize("written", ["100元，已退，谢谢", "100，未到账，感谢", "100元/箱", "500，500元"])
def test_what_says_something_of_the_amount_is_no_wish(written: str) -> None:
    """Nobody books an amount past such words."""
    assert told(_HOW_MUCH.format(f'"{written}"')).splitlines()[1].startswith("2 ! 金额")
