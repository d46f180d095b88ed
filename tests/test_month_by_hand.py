"""A month recorded by hand: what the treasurer is told, and finds again, where names and words were mended on the way."""

import pytest
from conftest import Desk


@pytest.mark.parametrize(
    ("old", "new", "city"),
    [
        ("第三人民医院", "九江市第三人民医院", "九江市"),
        ("中心医院", "吉安市中心医院", "吉安市"),
        ("中心医院", "第一中心医院", ""),
        ("九江市中心医院", "吉安市中心医院", "九江市"),  # where it lies was known, and may be right
    ],
)
def test_a_new_name_says_where_a_party_lies_where_nobody_knew(desk: Desk, old: str, new: str, city: str) -> None:
    """As a name does that is recorded for the first time."""
    for line in (
        "receive 李华 口罩500个", f"distribute {old} 口罩100个 --new",
        f"recipients rename {old} {new}", f"distribute {new} 口罩50个",
    ):  # fmt: skip
        desk.do(line)
    assert [each["city"] or "" for each in desk.read("recipients")] == [city]
    assert desk.read("show 3")[0]["city"] == (city or None)
    assert desk.is_in_order()
