"""Words above a table that say what its gifts are for, or what is done with them later. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.told_both import EITHER

ROWS = "姓名,金额,日期\n柳依依,350,2020-03-01\n钱多多,250,2020-03-02\n"


def columns(lines: list[str]) -> str:
    return told("".join(f'"{line}",,\n' for line in lines) + ROWS).splitlines()[0]


@pytest.mark.parametrize(
    "lines",
    [
        ["爱心捐款名单（用于资助患儿）"],
        ["为患病学生捐款名单，善款用于救助治疗"],
        ["本次捐款全部用于采购防疫物资，名单如下："],
        ["抗洪捐款名单（款项由村委会统一发放给受灾户）"],
        ["社会各界捐赠防疫物资清单，已全部发放到一线"],
        ["捐款名单", "以上善款将用于慰问困难职工。"],
        ["防疫物资捐赠入库登记表", "物资由指挥部统一调配使用"],
        ["捐款人名单", "根据捐赠人意愿，款项定向拨付给柳桥镇"],
        ["接受捐赠物资公示", "捐赠物资主要用于发放给困难学生"],
        ["爱心物资捐赠清单", "统一发放时间：9月10日"],
        ["感谢以下各位为修路捐款，资金使用将另行公布"],
        ["建庙捐款芳名录", "本次工程款支出另行公布"],
        ["村老年协会接收捐款公示：中秋慰问老人"],
        ["Donations received in March, to be spent on school meals"],
    ],
)
def test_what_gifts_are_for_was_not_paid_out(lines: list[str]) -> None:
    """Those who gave were read as those who got something."""
    assert "姓名=donor" in columns(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["2023年度助学金发放名单（资金来源：柳桥公司捐款）"],
        ["困难学生慰问品发放表", "慰问品由柳桥公司捐赠"],
        ["互助基金救助明细", "基金来源于员工捐款"],
    ],
)
def test_where_it_came_from_was_not_given_by_those_below(lines: list[str]) -> None:
    """Those who got something were read as those who gave."""
    assert "姓名=recipient" in columns(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["现将捐款用于采购防疫物资的明细公示如下"],
        ["募集善款用于救助困难学生名单"],
        ["捐款名单", "现将捐款用于慰问困难职工的情况公布如下："],
        ["柳桥市民政局公示15批捐赠物资分配情况"],
        ["防疫捐赠物资出库登记表"],
        ["使用柳桥公司捐赠资金慰问困难群众名单"],
        ["2023年公益支出明细表"],
        ["本次善款用于慰问以下困难职工"],
        ["所收善款用于资助下列学生："],
        ["捐资助学受助学生名单"],
        ["捐款受助人员名单"],
    ],
)
def test_what_it_was_done_with_still_went_out(lines: list[str]) -> None:
    assert "姓名=recipient" in columns(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["善款用于资助贫困学生"],
        ["爱心款用于救助患病职工，具体如下："],
        ["2月收到捐款9000元，全部用于慰问困难职工，名单如下："],
        ["2月收到捐款600元，全部用于慰问困难职工，名单如下："],
        ["捐款用于奖励优秀教师名单"],
        ["善款用于看望孤寡老人公示"],
        ["捐款用于补助困难家庭明细"],
    ],
)
def test_whether_those_it_was_for_are_listed_is_asked(lines: list[str]) -> None:
    """Those who got something were read as those who gave."""
    found = told("".join(f'"{line}",,\n' for line in lines) + ROWS)
    assert found.startswith("unclear ")
    assert EITHER in found


@pytest.mark.parametrize(
    "lines",
    [
        ["为受助学生捐款名单"],
        ["善款用于资助贫困学生，感谢以下爱心人士"],
        ["捐款名单", "以上善款将用于资助贫困学生。"],
    ],
)
def test_those_who_gave_for_others_did(lines: list[str]) -> None:
    assert "姓名=donor" in columns(lines)


@pytest.mark.parametrize(
    "deed", ["捐款", "爱心捐款", "公益捐赠", "捐款收入", "愛心捐款", "Donation", "General donation"]
)
@pytest.mark.parametrize("heading", ["项目", "用途"])
def test_the_deed_below_a_purpose_binds_no_gift(heading: str, deed: str) -> None:
    """A fund called 捐款 could be spent for nothing else."""
    rows = f"日期,捐款人,{heading},金额\n2020-02-01,李华,助学,500\n2020-02-02,王芳,{deed},300\n"
    assert [" for " in line for line in told(rows).splitlines()[1:]] == [True, False]
