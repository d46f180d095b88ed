"""What accounts of classes and clubs say was paid for: things at a price, and people. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    ("used_for", "cost", "read"),
    [
        ("乒乓球拍4个×30", "120", "purchase 2020-02-03 : 乒乓球拍 4个@@120 [4个 120CNY]"),
        ("手套5双*12", "60", "purchase 2020-02-03 : 手套 5双@@60 [5双 60CNY]"),
        ("口罩2箱×50个", "1000", "purchase 2020-02-03 : 口罩 100个@@1000 [100个 1000CNY]"),
        ("试剂100人份", "900", "purchase 2020-02-03 : 试剂 100人份@@900 [100人份 900CNY]"),
        ("慰问困难户10户", "3000", "expense 2020-02-03 : CNY 3000元 “慰问困难户10户” [3000CNY]"),
        ("聘请教师2人", "1000", "expense 2020-02-03 : CNY 1000元 “聘请教师2人” [1000CNY]"),
        ("奖励同学20元/人×9人", "180", "expense 2020-02-03 : CNY 180元 “奖励同学20元/人×9人” [180CNY]"),
    ],
)
def test_a_price_is_none_of_the_goods_and_people_are_not_bought(used_for: str, cost: str, read: str) -> None:
    """4 bats for 30 each were 120, and ten families came into stock."""
    assert told(f"日期,用途,金额\n2020-02-03,{used_for},{cost}\n").splitlines()[1] == f"2 {read}"


def test_how_many_people_it_was_for_stays_in_the_note() -> None:
    said = told("日期,支出项目,数量,金额\n2020-02-03,慰问困难户,10户,3000\n2020-02-03,球拍,4个×30,120\n").splitlines()
    assert said[1] == "2 expense 2020-02-03 : CNY 3000元 “慰问困难户10户” [3000CNY]"
    assert said[2] == "3 purchase 2020-02-03 : 球拍 4个@@120 [4个 120CNY]"


def test_packs_at_a_price_stay_packs() -> None:
    """4包 for 30 each were 4 of nothing."""
    said = told("日期,采购物品,数量,金额\n2020-02-03,口罩,4包×30,120\n").splitlines()
    assert said[1] == "2 purchase 2020-02-03 : 口罩 4包@@120 [4包 120CNY]"
