"""How givers are reached, beside their names: nobody may publish it. What they wish stays beside what they gave."""

import pytest
from harness.tables import told

_WHO = "日期,姓名,金额\n2020-02-01,{},100\n"
_HOW_MUCH = "日期,姓名,金额\n2020-02-01,李华,{}\n"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("李华 江西省九江市浔阳区长虹大道1号", "李华"),
        ("李华，江西省九江市浔阳区", "李华"),
        ("李华/九江市庐山市牯岭镇上村", "李华"),
        ("李华（江西省九江市）", "李华（江西省九江市）"),
        ("甲公司（九江市浔阳区）", "甲公司（九江市浔阳区）"),
        ("李华（江西省九江市浔阳区长虹大道1号）", "李华"),
        ("李华 地址：江西省九江市浔阳区长虹大道1号", "李华"),
        ("江西省九江市 王芳", "王芳"),
        ("甲公司 江西省九江市浔阳区长虹大道1号", "甲公司"),
        ("李华（九江）", "李华（九江）"),
        ("李华 九江市", "李华 九江市"),
        ("李华 浔阳区", "李华 浔阳区"),
        ("九江市浔阳区爱心市民", "九江市浔阳区爱心市民"),
        ("工商银行 九江市浔阳区支行", "工商银行 九江市浔阳区支行"),
        ("中国移动 江西省九江市分公司", "中国移动 江西省九江市分公司"),
        ("江西省九江市 浔阳区教育局", "江西省九江市 浔阳区教育局"),
    ],
)
def test_an_address_is_no_part_of_a_name(written: str, name: str) -> None:
    """One that surely is one: a city behind a name may tell two of that name apart, a branch is called after its county."""
    assert f"donor={name}: CNY 100元" in told(_WHO.format(written))


@pytest.mark.parametrize("written", ["李华/东乡镇上村", "李华 浔阳区", "李华（九江）", "李华"])
def test_below_a_heading_of_both_an_address_need_not_be_certain(written: str) -> None:
    """姓名及住址 says that what stands behind a name is where she lives."""
    assert "donor=李华: CNY" in told(f"捐款人姓名及住址,金额\n{written},100\n", "2020-02-29")


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
