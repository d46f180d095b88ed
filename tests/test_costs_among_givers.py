"""What money is paid for, among the names of those who gave it, is nobody's gift. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.unnamed import WHO


@pytest.mark.parametrize(
    "cost", ["房租", "运费", "水电费", "快递费用", "支付工资", "Rent", "Electricity bill", "Bank charges"]
)
@pytest.mark.parametrize("many", [0, 60])
def test_a_cost_among_givers_is_none_of_them(cost: str, many: int) -> None:
    """房租 and Rent were booked as givers; many rows are read at once."""
    names = ["李华", *(f"张{chr(0x4E00 + number)}" for number in range(many)), cost, "王芳"]
    text = "捐款名单\n日期,姓名,金额\n" + "".join(
        f"2020-02-03,{name},{place + 5}\n" for place, name in enumerate(names)
    )
    lines = told(text).splitlines()[1:]
    assert [line for line in lines if WHO in line] == [lines[-2]]
    assert sum(" receipt " in line for line in lines) == len(names) - 1


def test_a_cost_among_months_is_nobodys() -> None:
    text = "Budget and gifts received 2020\nName,Jan,Feb,Mar\nRent,500,500,500\nAnn Lee,100,,100\n"
    assert told(text).count(WHO) == 3
    assert told(text).count("donor=Ann Lee") == 2


def test_whom_an_account_paid_may_be_called_so() -> None:
    text = "日期,对方,收入,支出\n2020-02-03,李华,500,\n2020-02-04,水电费,,80\n"
    assert WHO not in told(text)


@pytest.mark.parametrize("name", ["费玉", "李华水电", "某某物流", "Rent Sun", "Printing Ltd"])
def test_names_that_sound_like_it_are_names(name: str) -> None:
    assert f"donor={name}" in told(f"日期,捐款人,金额\n2020-02-03,{name},5\n")
