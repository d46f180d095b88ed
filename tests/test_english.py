"""What English readers read: units, categories and goods that are given everywhere in English, names as people wrote them."""

from pathlib import Path

import pytest
from conftest import Desk
from paper import parts

from donations.domain import catalogue, units, units_english
from donations.domain.amount import Counted
from donations.output.cells import Reader

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
    desk.begin(*LINES)
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
    ("spend 5001元 --date 2020-02-02 --yes", "money: 5,001 yuan wanted, but on 2020-02-02 only 5,000 yuan on hand."),
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


PUBLIC = ("totals --by donor --public", "totals --by recipient --public", "ledger --public", "journal --public", "month 2020-02 --public", "trace 1 --public", "trace 李华 --public", "statement 李华 --without-values", "statement --all --without-values", "publish 2020-02 --dry-run")  # fmt: skip
UNNAMED = ("爱心人士", "爱心单位", "受助", "商家")


@pytest.fixture
def unnamed(given: Desk) -> Desk:
    given.do("receive 王芳 70元 --with 李华 --date 2020-02-03 --yes")
    given.do("distribute 李华 口罩10个 --date 2020-02-04 --yes")
    given.do("buy 口罩100个@2元 --from 老李 --date 2020-02-05 --yes --new")
    return given


@pytest.mark.parametrize("format_", ["table", "md", "html", "xlsx"])
@pytest.mark.parametrize("line", PUBLIC)
def test_who_is_not_named_is_said_in_english(unnamed: Desk, tmp_path: Path, line: str, format_: str) -> None:
    out = tmp_path / f"public.{format_}"
    unnamed.do(f"{line} --format {format_} -o {out}")
    content = out.read_bytes()
    text = " ".join(parts(content).values()) if format_ == "xlsx" else content.decode()
    said = " ".join(text.split())
    assert not [word for word in UNNAMED if word in said]
    if "donor" in line or line.startswith(("ledger", "publish")):
        assert "unnamed donor" in said
        assert "2 unnamed" in said  # a screen breaks the line behind it


def test_programs_read_the_same_word_in_every_language(unnamed: Desk) -> None:
    donors = {row["donor"] for row in unnamed.read("totals --by donor --public")}
    assert donors == {"爱心人士", "爱心人士2位"}
    assert "爱心人士2位" in unnamed.do("ledger --public --format csv").out


def test_a_donor_recorded_under_such_a_word_keeps_it_where_names_are_told(given: Desk) -> None:
    given.do("receive 爱心人士 10元 --date 2020-02-04 --yes --new")
    assert "爱心人士" in given.do("totals --by donor --format table").out


def test_an_issue_is_in_one_language_for_programs_too(unnamed: Desk) -> None:
    unnamed.do("publish 2020-02 --yes")
    rows = unnamed.do("publish --reprint 1 --format json").rows()
    assert {row["donor"] for row in rows} == {"unnamed donor", "2 unnamed donors"}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("爱心人士", "unnamed donor"), ("李华、爱心人士2位", "李华, 2 unnamed donors"), ("李华、王芳", "李华、王芳"), ("爱心单位3家", "3 unnamed organisations"),
        ("商家 → 王**", "unnamed seller → 王**"), ("→ 受助方", "→ unnamed recipient"), ("受助人2位、受助单位", "2 persons who were helped, organisation that was helped"),
        ("爱心人士联合会", "爱心人士联合会"), ("爱心人士2", "爱心人士2"),
    ],
)  # fmt: skip
def test_names_told_in_english(names: str, said: str) -> None:
    assert Reader("en", public=True).names_told(names) == said
    assert Reader("zh_CN", public=True).names_told(names) == names


def test_commands_in_sentences_can_be_copied(given: Desk) -> None:
    """Names with blanks stand in quotes; units and placeholders are English."""
    given.do("receive 'Wang Fang' 100元 --date 2020-02-01 --yes --new")
    given.do("receive 王芳 500元 --date 2020-02-01 --yes")
    assert "`donations ledger --party 'Wang Fang'`" in given.refused("refund 'Wang Fang' 200元 --date 2020-02-02 --yes")
    refused = given.refused("receive 王芳 20袋口罩 --yes", code=65)
    assert "how many pcs one bag is" in refused
    assert "`donations items pack masks '1 bag = N pcs'`" in refused
    given.do("items pack masks '1 bag = 20 pcs'")
    assert "init --name NAME" in given.run("totals --book none.db").err


def test_what_an_import_shows_has_blanks_beside_english_words(given: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "gifts.csv"
    paper.write_text(
        "Date,Donor,Item,Quantity,Unit\n2020-02-03,Ann,masks,200,pcs\n2020-02-03,Ann,money,100,yuan\n2020-02-03,Ann,KN95口罩,5,个\n"
    )
    said = given.do(f"import {paper} --dry-run").out
    assert [part for part in ("masks 200 pcs", "money 100 yuan", "KN95口罩5个") if part not in said] == []


def test_units_and_endings_are_said_in_english(given: Desk, tmp_path: Path) -> None:
    assert "counted in pcs" in given.do("items add 香蕉 --unit pcs").err
    assert "ends in .journal, .beancount" in given.refused(f"export journal -o {tmp_path / 'x.txt'}", code=2)


def test_an_erased_name_is_said_in_english(given: Desk) -> None:
    """And by what is said it is found again; programs read one word in every language."""
    said = given.do("forget 李华 --yes").err
    assert "in reports it is (erased) no. 1 from now on" in said
    for line in ("ledger", "totals --by donor", "donors list", "show 1"):
        shown = given.do(f"{line} --format table").out
        assert "(erased)" in shown, line
        assert "已删除" not in shown, line
    assert "（已删除）1号" in {row["donor"] for row in given.read("totals --by donor")}
    assert "nothing left to erase" in given.do("forget '(erased) no. 1' --yes").err


@pytest.mark.parametrize("line", ["receive --help", "receive 李华 5000"])
def test_english_readers_see_that_english_may_be_typed(given: Desk, line: str) -> None:
    answer = given.run(line)
    assert "'5000 masks'" in " ".join((answer.out + answer.err).split())
