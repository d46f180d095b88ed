"""Days that are of something else than the gift are no dates of it: of expiry, of birth, of joining, of the last gift.

Names and figures are invented.
"""

import pytest
from harness.tables import told

from donations.importers.words.cells import NO_DATE
from donations.importers.words.heading_words import understood

OTHERS = [
    "Expiry Date", "expiry_date", "Expiration", "Best By", "best-before date", "Use by date", "Exp. Date", "Date of Expiry", "DOB", "Date of Birth",
    "birth_date", "Join Date", "joined_at", "Member Since", "Registration Date", "last_donation_date", "First Gift Date", "updated_at",
    "Last Updated", "Thank You Date", "过期日期", "失效日期", "到期日", "有效期至", "截止日期", "出厂日期", "入会时间", "更新时间", "最近捐款时间",
]  # fmt: skip
OF_GIFTS = ["Date", "Donation Date", "date_received", "Received on", "Receipt Date", "created_at", "捐赠日期", "公示日期", "到账时间", "发放日期"]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERS)
def test_a_day_of_something_else_is_no_date(heading: str) -> None:
    assert understood(heading).sense == "-"
    text = f"Donor,Item,Quantity,{heading}\nAnn Lee,Rice,5 bags,2020-01-05\nBob Ray,Beans,3 boxes,2020-01-09"
    assert told(text).count(NO_DATE) == 2
    assert "receipt (2020-02-01) donor=Ann Lee: Rice 5袋" in told(text, day="2020-02-01")


@pytest.mark.parametrize("heading", OF_GIFTS)
def test_a_day_of_the_gift_is_its_date(heading: str) -> None:
    assert "date" in (understood(heading).sense or told(f"Donor,Amount,{heading}\nAnn Lee,5,2020-01-05"))


def test_the_day_of_the_gift_is_read_wherever_it_stands() -> None:
    text = "捐赠人,生日,物资,数量,有效期至,捐赠日期\n周明,1980-03-04,口罩,50个,2020-01-31,2020-01-05"
    assert "receipt 2020-01-05 donor=周明: 口罩 50个" in told(text)


@pytest.mark.parametrize("heading", ["预计到货日期", "承诺日期", "Due Date", "Expected delivery date"])
def test_the_day_on_which_a_gift_is_awaited_makes_it_a_promise(heading: str) -> None:
    assert "list of promises" in told(f"捐赠人,物资,数量,{heading}\n周明,口罩,50个,2020-01-05")
