"""Lists of gifts in which those who keep the list stand themselves: what they received came in, what they gave went out."""

from pathlib import Path

import pytest
from conftest import Desk


def renewed(desk: Desk) -> None:
    """The book is of 子虚协会."""
    desk.book.unlink()
    desk.do("init --name 子虚协会")


def lines(desk: Desk) -> list[tuple[str, ...]]:
    """Of each line in the book: type, donor, recipient, received, distributed."""
    keys = ("type", "donor", "recipient", "received", "distributed")
    return [tuple(row[key] or "" for key in keys) for row in desk.read("ledger")]


@pytest.mark.parametrize(
    "us", ["本会", "我 会", "我们", "本协会", "我基金会", "Our Association", "ourselves", "子虚协会"]
)
@pytest.mark.parametrize("heads", ["日期,捐赠方,接收方,金额", "Date,From,To,Amount"])
def test_what_those_who_keep_the_list_received_came_in_and_what_they_gave_went_out(
    desk: Desk, tmp_path: Path, us: str, heads: str
) -> None:
    """It stood as gone straight on to 本会, and 本会 as a donor: received twice, and never on hand."""
    renewed(desk)
    paper = tmp_path / "list.csv"
    rows = f"2020-02-03,甲基金会,市三院,5000\n2020-02-05,李华,{us},8000\n2020-02-06,{us},市三院,3000\n"
    paper.write_text(f"{heads}\n{rows}", encoding="utf-8")
    answer = desk.do(f"import {paper} --yes --format json")
    assert lines(desk) == [
        ("relay", "甲基金会", "市三院", "5000", "5000"),
        ("receipt", "李华", "", "8000", "0"),
        ("distribution", "", "市三院", "0", "3000"),
    ]
    [table] = answer.json["files"][0]["tables"]
    assert (table["sums"], table["went_out"]) == ({"CNY": "13000"}, {"CNY": "3000"})
    assert desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"][0]["duplicate"] == len(lines(desk))


def test_goods_that_they_received_are_on_hand(desk: Desk, tmp_path: Path) -> None:
    """Blank cells below mean them too; what is shared with them stays as far as it is theirs."""
    renewed(desk)
    paper = tmp_path / "list.csv"
    rows = "甲公司,口罩,500,个,子虚协会\n乙公司,口罩,200,个,\n丙公司,口罩,100,个,市三院\n"
    paper.write_text(f"捐赠单位,品名,数量,单位,接收单位\n{rows}", encoding="utf-8")
    desk.do(f"import {paper} --yes --date 2020-02-03")
    assert [line[0] for line in lines(desk)] == ["receipt", "receipt", "relay"]
    assert desk.stock() == {"口罩": "700"}


@pytest.mark.parametrize(
    "other", ["本院", "我校", "我会员单位", "US", "本会馆", "子虚协会九江分会", "Our Lady Hospital"]
)
def test_who_only_has_such_a_word_in_the_name_is_somebody_else(desk: Desk, tmp_path: Path, other: str) -> None:
    renewed(desk)
    paper = tmp_path / "list.csv"
    paper.write_text(
        f"日期,捐赠方,接收方,金额\n2020-02-05,李华,{other},8000\n2020-02-06,{other},市三院,500\n", encoding="utf-8"
    )
    desk.do(f"import {paper} --yes")
    assert [line[:3] for line in lines(desk)] == [("relay", "李华", other), ("relay", other, "市三院")]


@pytest.mark.parametrize("total", ["250", "150"])
def test_total_of_such_a_list_may_count_what_they_gave(desk: Desk, tmp_path: Path, total: str) -> None:
    """Their own gifts stand in the same column as those that came; an account's total of both ways is no such sum."""
    paper = tmp_path / "list.csv"
    rows = f"乙公司,口罩,150个,本会,2020-02-02\n本会,口罩,100个,市三院,2020-02-03\n合计,,{total}个,,\n"
    paper.write_text(f"捐赠单位,物资,数量,接收单位,日期\n{rows}", encoding="utf-8")
    [table] = desk.do(f"import {paper} --dry-run --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["rejected"], table["stated_total"]) == (2, 0, total)
    said = desk.do(f"import {paper} --dry-run").out
    assert f"表上写的合计 {total} ✓" in said or f"stated total {total} ✓" in said
    assert ("（含发出的）" in said or "with what went out" in said) == (total == "250")
