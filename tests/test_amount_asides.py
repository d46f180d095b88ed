"""What stands in brackets behind an amount of goods and changes nothing of it. All is invented."""

import pytest
from harness.tables import told


def _read(quantity: str, unit: str) -> str:
    return told(f"日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,帐篷,{quantity},{unit}\n").splitlines()[1]


@pytest.mark.parametrize(
    ("quantity", "unit", "amount", "remark"),
    [
        ("47482（含500顶36㎡大帐篷）", "顶", "47482顶", "含500顶36㎡大帐篷"),
        ("47482顶（含500顶大帐篷）", "", "47482顶", "含500顶大帐篷"),
        ("200箱（每箱26到27片）", "", "200箱", "每箱26到27片"),
        ("200（每箱约26片-27片）", "箱", "200箱", "每箱约26片-27片"),
        ("100（L50套，XL50套）", "套", "100套", "L50套，XL50套"),
    ],
)
def test_what_is_said_of_a_part_or_of_each_pack_is_a_remark(quantity: str, unit: str, amount: str, remark: str) -> None:
    """A number without its unit before such brackets was refused, and so was how few to how many a pack holds."""
    assert f"帐篷 {amount} “{remark}”" in _read(quantity, unit)


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        ("47482（含500顶大帐篷）", ""),
        ("100（含24瓶）", "箱"),
        ("100（含200顶）", "顶"),
        ("200（每箱26-27片）", "盒"),
        ("200（26-27片）", "箱"),
    ],
)
def test_what_may_say_more_is_refused(quantity: str, unit: str) -> None:
    assert "!" in _read(quantity, unit)


def test_what_each_pack_holds_is_counted_where_it_is_one_number() -> None:
    assert "帐篷 5200片" in _read("200箱（每箱26片）", "")


def test_the_unit_of_the_heading_is_meant_too() -> None:
    text = "日期,捐赠单位,品名,数量（箱）\n2020-02-01,甲公司,鱼片,200（每箱26到27片）\n"
    assert "鱼片 200箱 “每箱26到27片”" in told(text)
