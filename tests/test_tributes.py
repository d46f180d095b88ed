"""In whose memory or name a gift was, and who matched it, is kept beside the donor, and never for the donor. All is invented."""

import pytest
from harness.tables import told

IN_ENGLISH = {
    "In Memory Of": "In Memory Of: Lao Li",
    "In Honour of": "In Honour of: Lao Li",
    "In honor/memory of": "In honor/memory of: Lao Li",
    "Tribute Name": "Tribute Name: Lao Li",
    "Honoree": "Honoree: Lao Li",
    "Matched By": "Matched By: Lao Li",
    "Matching Company": "Matching Company: Lao Li",
    "On behalf of": "On behalf of: Lao Li",
}
IN_CHINESE = {
    "纪念": "纪念：老李",
    "被纪念人": "被纪念人：老李",
    "缅怀对象": "缅怀对象：老李",
    "以谁的名义": "以谁的名义：老李",
    "以何名义捐赠": "以何名义捐赠：老李",
    "代捐": "代捐：老李",
    "代谁捐": "代谁捐：老李",
    "被代捐人": "被代捐人：老李",
    "配捐企业": "配捐企业：老李",
    "公示名称": "公示名称：老李",
}


@pytest.mark.parametrize(("heading", "note"), IN_ENGLISH.items())
@pytest.mark.parametrize("place", ["before", "behind"])
def test_in_english(heading: str, note: str, place: str) -> None:
    heads, row = f"Donor,Date,Amount (CNY),{heading}", "Li Hua,2020-02-01,500,Lao Li"
    if place == "before":
        heads, row = f"{heading},Donor,Date,Amount (CNY)", "Lao Li,Li Hua,2020-02-01,500"
    assert (
        told(f"{heads}\n{row}\n").splitlines()[1] == f"2 receipt 2020-02-01 donor=Li Hua: CNY 500元 “{note}” [500CNY]"
    )


@pytest.mark.parametrize(("heading", "note"), IN_CHINESE.items())
@pytest.mark.parametrize("place", ["before", "behind"])
def test_in_chinese(heading: str, note: str, place: str) -> None:
    heads, row = f"捐赠人,日期,金额,{heading}", "李华,2020-02-01,500,老李"
    if place == "before":
        heads, row = f"{heading},捐赠人,日期,金额", "老李,李华,2020-02-01,500"
    assert told(f"{heads}\n{row}\n").splitlines()[1] == f"2 receipt 2020-02-01 donor=李华: CNY 500元 “{note}” [500CNY]"


@pytest.mark.parametrize("heading", ["代捐人", "代捐单位", "由谁代捐"])
def test_who_gives_for_the_donor_stands_between(heading: str) -> None:
    said = told(f"捐赠人,日期,金额,{heading}\n李华,2020-02-01,500,老李\n").splitlines()[1]
    assert said == "2 receipt 2020-02-01 donor=李华 via=老李: CNY 500元 [500CNY]"


def test_of_goods_too_and_a_no_is_no_remark() -> None:
    said = told(
        "捐赠人,日期,物资名称,数量,单位,代捐,备注\n李华,2020-02-01,口罩,5,只,否,急用\n王芳,2020-02-01,口罩,5,只,老李,\n"
    )
    assert "口罩 5只 “急用”" in said
    assert "donor=王芳: 口罩 5只 “代捐：老李”" in said


def test_a_gift_by_somebody_is_that_donors() -> None:
    said = told("Date,Amount (CNY),In memory of,Donation by\n2020-02-01,500,Lao Li,Li Hua\n")
    assert "donor=Li Hua: CNY 500元 “In memory of: Lao Li”" in said


@pytest.mark.parametrize(
    "heading",
    ["届别", "班级", "部门", "学院", "年级", "专业", "科室", "所在支部", "工作单位", "Department", "Class Year"],
)
@pytest.mark.parametrize("who", ["姓名", "捐款人"])
def test_where_who_gave_belongs_is_noted(heading: str, who: str) -> None:
    """The department, class or year beside a name is kept with its heading, and gave nothing."""
    text = told(f"日期,{heading},{who},捐款金额\n2020-02-01,三,李华,500\n")
    colon = ": " if heading.isascii() else "："
    assert text.splitlines()[1] == f"2 receipt 2020-02-01 donor=李华: CNY 500元 “{heading}{colon}三” [500CNY]"


def test_department_alone_gives() -> None:
    """Without a name beside it the department is who gave."""
    assert told("日期,部门,捐款金额\n2020-02-01,财务部,500\n").splitlines()[1] == (
        "2 receipt 2020-02-01 donor=财务部: CNY 500元 [500CNY]"
    )
