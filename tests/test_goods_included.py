"""口罩100个（含N95口罩10个） are 100 masks, as 其中 says too; and what a heap of goods contains is what came. All is invented."""

import pytest
from harness.tables import told
from readings import read

MASKS = "口罩, None, 100 个, exact, None None, None"


@pytest.mark.parametrize(
    "behind",
    [
        "（含10个N95）", "（含N95口罩10个）", "(包括N95口罩10个)", "，含10个N95", "，含N95口罩10个", "，包含N95口罩约10个", "，内含N95口罩10个",
        "（含儿童口罩10个、N95口罩20个）", "（含破损10个）",
    ],
)  # fmt: skip
def test_what_is_included_does_not_come_besides(behind: str) -> None:
    """Behind a comma it was a second gift, of goods called 含N95口罩; in brackets it was refused."""
    assert read(f"口罩100个{behind}") == MASKS
    assert read(f"口罩100个{behind}；手套20双") == f"{MASKS}; 手套, None, 20 双, exact, None None, None"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("酒精100瓶，含氯消毒液50瓶", "酒精, None, 100 瓶, exact, None None, None; 含氯消毒液, None, 50 瓶, exact, None None, None"),
        ("物资一批，含口罩500只", "物资, None, None None, unknown, None None, None; 口罩, None, 500 只, exact, None None, None"),
        ("物资20箱，含口罩500只", "PartOrBesides"),
        ("口罩1000只，含N95口罩200只、普通口罩800只", "PartOrBesides"),
        ("衣物200件，包括棉衣150件，毛衣50件", "PartOrBesides"),
        ("口罩100只，含N95口罩20只；面罩30只", "口罩, None, 100 只, exact, None None, None; 面罩, None, 30 只, exact, None None, None"),
        ("消毒液100瓶，含过氧化氢消毒液50瓶", "消毒液, None, 100 瓶, exact, None None, None; 含过氧化氢消毒液, None, 50 瓶, exact, None None, None"),
        ("洗手液100瓶，含乙醇消毒液50瓶", "洗手液, None, 100 瓶, exact, None None, None; 含乙醇消毒液, None, 50 瓶, exact, None None, None"),
        ("盆花20盆，含羞草5盆", "盆花, None, 20 盆, exact, None None, None; 含羞草, None, 5 盆, exact, None None, None"),
        ("牛奶10箱，含鈣餅乾5箱", "牛奶, None, 10 箱, exact, None None, None; 含鈣餅乾, None, 5 箱, exact, None None, None"),
        ("复合肥20袋，含氮肥料5袋", "复合肥, None, 20 袋, exact, None None, None; 含氮肥料, None, 5 袋, exact, None None, None"),
        ("饮料100箱，含可乐50箱", "饮料, None, 100 箱, exact, None None, None"),
        ("蔬菜1000斤，含白菜600斤", "蔬菜, None, 1000 斤, exact, None None, None"),
        ("口罩100个（含110个N95）", "SeveralReadings"),
        ("矿泉水10箱（含24瓶）", "SeveralReadings"),
        ("口罩100个、含片10盒", "口罩, None, 100 个, exact, None None, None; 含片, None, 10 盒, exact, None None, None"),
    ],
)  # fmt: skip
def test_what_may_be_another_gift_is_read_as_such_or_refused(text: str, reading: str) -> None:
    assert read(text) == reading


def test_in_a_list_the_part_is_a_remark_or_nothing_more() -> None:
    table = "捐赠单位,物资,数量\n甲公司,口罩,100个（含10个N95）\n乙公司,口罩,100个（包括N95口罩30个）\n丙公司,口罩,100箱（含24包）\n"
    said = told(table, day="2020-02-29").splitlines()
    assert said[1].endswith("甲公司: 口罩 100个 “含10个N95” [100个]")
    assert said[2].endswith("乙公司: 口罩 100个 “包括N95口罩30个” [100个]")
    assert said[3].startswith("4 ! 数量")  # each, or some of them
    together = "捐赠单位,物资\n甲公司,隔离服20套、口罩800只（含100只N95口罩）、测温仪一台\n"
    assert "隔离服 20套, 口罩 800只, 测温仪 1台" in told(together, day="2020-02-29")
