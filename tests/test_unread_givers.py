"""Names that nobody reads, before what went to others. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize("given", ["捐款", "捐赠物资", "捐款金额,备注"])
def test_names_that_nobody_reads_before_what_went_to_others(given: str) -> None:
    """What 侨领侨胞 gave to hospitals was booked as paid by the keeper of the book."""
    amounts = ("口罩5个", "手套8双") if "物资" in given else ("100", "200")
    rest = ",好" if "备注" in given else ""
    rows = "".join(
        f"{name},{a}{rest},{to}\n" for name, a, to in zip(["李华", "王芳"], amounts, ["县医院", "镇医院"], strict=True)
    )
    found = told(f"侨领侨胞,{given},受赠方\n{rows}", "2020-02-10")
    assert "headings that tell who gave" in found
    assert "2020-02-10" not in found


@pytest.mark.parametrize(
    "rows", ["项目,捐款金额,受赠方\n助学,100,县医院\n助老,200,镇医院\n", "捐款,受赠方\n100,县医院\n"]
)
def test_what_the_keeper_gave_to_others_stays_so(rows: str) -> None:
    assert "expense (2020-02-10) recipient=县医院: CNY 100元" in told(rows, "2020-02-10")


def test_one_name_among_bodies_is_enough() -> None:
    rows = "李华及某国商会,100,县医院\n王芳,200,镇医院\n陈明（某商会）,300,县医院\n陈明（某商会）,400,镇医院\n"
    assert "headings that tell who gave" in told(f"侨领侨胞,捐款,受赠方\n{rows}", "2020-02-10")
