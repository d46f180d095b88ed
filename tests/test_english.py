"""What English readers read: units, categories and goods that are given everywhere in English, names as people wrote them."""

import pytest
from conftest import Desk

from donations.domain import catalogue, units, units_english
from donations.domain.amount import Counted

LINES = (
    "receive 李华 5000元 口罩500个 84消毒液20箱 --city 九江市 --date 2020-02-01 --yes --new",
    "receive 王芳 大米3编织袋 退热贴2小盒 --city 吉安市 --date 2020-02-01 --yes --new",
)
NAMES = ("李华", "王芳", "九江市", "吉安市", "大米", "退热贴", "测试协会", "市三院")
REPORTS = ("totals --by city", "totals --by category", "totals --by item", "totals --by donor", "stock", "ledger", "month 2020-02", "bulletin 2020-02", "journal", "show 1", "show 2", "statement 李华", "trace 1")  # fmt: skip


def left_of(text: str, *names: str) -> str:
    """The Chinese characters of a text without those names."""
    for name in names:
        text = text.replace(name, "")
    return "".join(sign for sign in text if "一" <= sign <= "鿿")


@pytest.fixture
def given(desk: Desk) -> Desk:
    for line in LINES:
        desk.do(line)
    return desk


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("line", REPORTS)
def test_reports_in_english_have_the_names_alone_in_chinese(
    given: Desk, monkeypatch: pytest.MonkeyPatch, line: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = "text" if line.startswith("bulletin") else "table"
    said = given.do(f"{line} --format {shown}").out
    written = ("口罩500个", "84消毒液20箱", "大米3编织袋", "退热贴2小盒", "5000元") if line.startswith("show") else ()
    assert left_of("".join(said.split()), *written, *NAMES) == ""


def test_programs_read_what_was_recorded(given: Desk) -> None:
    """Whatever the language, so that no script breaks by it."""
    rows = given.read("totals --by category")
    assert {(row["category"], row["item"], row["unit"]) for row in rows} >= {
        ("消毒用品", "84消毒液", "箱"), ("防护用品", "口罩", "个"), ("资金", "CNY", "元"), (None, "退热贴", "小盒"),
    }  # fmt: skip
    assert "消毒用品,84消毒液,箱" in given.do("totals --by category --format csv").out


REFUSED = [
    ("distribute 市三院 口罩501个 --date 2020-02-02 --yes --new", "masks: 501 pcs wanted, but on 2020-02-02 only 500 pcs on hand here; elsewhere: 二号仓 · 小学 7 pcs."),
    ("spend 5001元 --date 2020-02-02 --yes", "money: 5001 yuan wanted, but on 2020-02-02 only 5000 yuan on hand."),
    ("refund 李华 口罩501个 --date 2020-02-02 --yes", "masks: 501 pcs wanted"),
    ("distribute 市三院 口罩1个 --store 二号仓 --date 2020-02-02 --yes --new", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "part"), REFUSED)
def test_refusals_in_english_say_units_and_goods_in_english(given: Desk, line: str, part: str) -> None:
    given.do("receive 李华 口罩7个 --store 二号仓 --for 小学 --date 2020-02-02 --yes --new")
    said = given.run(line).err
    assert part in said
    assert left_of(said, *NAMES, "二号仓", "小学") == "", said


def test_refusals_in_chinese_stay_chinese(given: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    said = given.run("distribute 市三院 口罩501个 --date 2020-02-02 --yes --new").err
    assert "口罩：需要 501 个" in said


@pytest.mark.parametrize("unit", sorted(units.units()))
def test_every_unit_has_an_english_word(unit: str) -> None:
    """For several of it and for one."""
    several, one = units_english.english_of(unit), units_english.english_of_one(unit)
    assert several.isascii()
    assert one.isascii()
    assert not one.endswith(("boxe", "boxes", "cartons", "bags"))


def test_every_category_of_ours_has_an_english_word() -> None:
    assert {catalogue.english_category(one.category) for one in catalogue.common_items()} == set(
        catalogue._CATEGORIES.values()
    )
    assert catalogue.english_category("校服") == "校服"


def test_an_amount_reads_where_it_lies() -> None:
    assert str(Counted("5", "个")) == "5 个"
    assert str(Counted("5", "个", "二号仓")) == "二号仓 5 个"
    assert str(Counted("5", "")) == "5"
