"""共计捐赠图书 at the foot is no giver, as it was taken for: a total that says of what it is. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.foot import GRAND, PART, total_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("共计捐赠图书", PART), ("合计捐赠衣物：", PART), ("总计口罩", PART), ("共计图书数量", PART), ("小计大米", PART), ("共计发放棉被", PART),
        ("共计物资", GRAND), ("合计科技公司", None), ("共计公益社", None), ("总计工程队", None), ("共计李华", None),
    ],
)  # fmt: skip
def test_a_total_may_say_of_what_it_is(text: str, kind: str | None) -> None:
    assert total_of(text) == kind


@pytest.mark.parametrize(
    "table",
    [
        "捐赠单位,捐赠图书\n甲学院,100册\n乙学院,20册\n共计捐赠图书,120册\n",
        "捐赠单位,物资,数量\n甲学院,口罩,100个\n乙学院,手套,20双\n共计口罩,,100个\n共计手套,,20双\n",
        "接收单位,发放物资,数量\n甲村,大米,100袋\n乙村,大米,20袋\n合计发放大米,,120袋\n",
    ],
)
def test_it_is_booked_for_nobody(table: str) -> None:
    said = told(table, day="2020-02-29").splitlines()
    assert [line[:1] for line in said[1:3]] == ["2", "3"]
    assert all("total" in line for line in said[3:] if line[:1].isdigit())
    assert "计" not in "".join(said[1:3])


def test_the_books_given_are_books() -> None:
    """Without a unit in the heading they were goods called 捐赠图书."""
    said = told("捐赠单位,捐赠图书\n甲学院,100册\n乙学院,近20册\n", day="2020-02-29").splitlines()
    assert said[1].endswith("甲学院: 图书 100册 [100册]")
    assert said[2].endswith("乙学院: 图书 ~20册 [20册]")
