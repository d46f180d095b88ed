"""Lists in English: what a page carries over, long names of who got what stands below them, and of goods over columns."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    "row", ["Total c/f,,5", ",Total c/f,5", ",Carried forward,5", ",Brought forward,5", ",B/F,5", ",Page total b/f:,5"]
)
def test_what_a_page_carries_over_is_nobodys_gift(row: str) -> None:
    """It was booked as a gift of Total c/f."""
    got = told(f"Donations\nDate,Donor,Amount (USD)\n2020-02-03,Ann Lee,5\n{row}\n2020-02-04,Bob Ray,7\nTotal,,12\n")
    assert "4 - a total" in got
    assert got.count("receipt") == 2
    assert "= 12 in row 6" in got


@pytest.mark.parametrize("name", ["Bd Ltd", "Carried Away Theatre", "BBC/FD Club"])
def test_names_that_only_look_like_it_gave(name: str) -> None:
    assert f"donor={name}: USD 5" in told(
        f"Donations\nDate,Donor,Amount (USD)\n2020-02-03,{name},5\n2020-02-04,Bob Ray,7\n"
    )


@pytest.mark.parametrize("label", ["Recipient: {}", "接收单位：{}"])
def test_a_line_with_a_long_name_is_no_note(label: str) -> None:
    """What stood below it was booked for whoever stood above."""
    name = "The Eastside Community Food Pantry of Dover"
    rows = f"{label.format('Hope Shelter')}\n2020-02-03,Rice,5,bag\n{label.format(name)}\n2020-02-03,Rice,7,bag\n"
    got = told(f"Distributions\nDate,Item,Quantity,Unit\n{rows}")
    assert "recipient=Hope Shelter: Rice 5袋" in got
    assert f"recipient={name}: Rice 7袋" in got


@pytest.mark.parametrize("goods", ["Hand sanitizer", "Antibacterial cleaning wipes"])
def test_goods_with_a_long_name_and_a_unit_are_read_beside_others(goods: str) -> None:
    """Their column was passed over, and what the row gave of others alone was booked; alone, the unit stayed in the name."""
    title = "Goods received\nDate,Donor,"
    assert f"{goods} 5瓶, Rice 6袋" in told(f"{title}{goods} (bottle),Rice (bag)\n2020-02-03,Ann Lee,5,6\n")
    assert f": {goods} 5瓶" in told(f"{title}{goods} (bottle)\n2020-02-03,Ann Lee,5\n")
