"""Which of several columns names who gave: beside numbers of rows, parts of a body, nicknames, pupils' parents and staff. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.heading_words import understood


def gave(text: str, day: str | None = None) -> list[str]:
    """Who gave, row by row; what else a row is as it is told."""
    lines = told(text, day=day).splitlines()[1:]
    return [
        line.split("donor=")[1].split(":")[0].split(",")[0].strip() if "donor=" in line else line[:3] for line in lines
    ]


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2.", "3."), ("1、", "2、", "3、"), ("(1)", "(2)", "(3)"), ("①", "②", "③"), ("第1名", "第2名", "第3名"), ("A001", "A002", "A003"), ("No.1", "No.2", "No.3")],
)  # fmt: skip
def test_numbers_of_rows_without_headings_are_nobodys_names(numbers: tuple[str, ...]) -> None:
    """A chain or a list that was copied into cells: 1. 李华 100元."""
    rows = "\n".join(
        f"{number},{who},{much}元"
        for number, who, much in zip(numbers, ("李华", "王芳", "张伟"), (100, 50, 20), strict=True)
    )
    assert gave(f"捐款名单 2020年2月2日\n{rows}\n") == ["李华", "王芳", "张伟"]


def test_numbers_of_rows_before_goods_without_headings() -> None:
    """(1) 李华 口罩 100个: 李华 is no item."""
    rows = "(1),李华,口罩,100个\n(2),王芳,手套,50双\n(3),张伟,酒精,6瓶\n"
    lines = told(f"捐赠物资接收名单 2020年2月2日\n{rows}").splitlines()
    assert lines[0] == "goods_in 0: A=serial B=donor C=item D=quantity"


def test_goods_that_look_like_numbers_of_rows() -> None:
    """N95 and KN95 are masks."""
    rows = "李华,N95,300,个\n王芳,KN95,200,个\n张伟,FFP2,100,个\n"
    assert told(f"捐赠物资清单 2020年2月2日\n{rows}").splitlines()[0] == "goods_in 0: A=donor B=item C=quantity D=unit"


@pytest.mark.parametrize(
    "parts",
    [("财务部", "市场部"), ("财务部", "工会"), ("一组", "二组"), ("1号楼", "3号楼"), ("三（2）班", "三（3）班")],
)
def test_parts_of_a_body_before_names_are_asked_about(parts: tuple[str, str]) -> None:
    """Of 财务部 李华 100 without headings nobody says that the part gave."""
    rows = f"{parts[0]},李华,100元\n{parts[0]},王芳,50元\n{parts[1]},张伟,20元\n"
    assert gave(f"捐款名单 2020年2月2日\n{rows}") == ["2 !", "3 !", "4 !"]
    assert gave("捐款名单 2020年2月2日\n甲公司,李华,100元\n乙公司,王芳,50元\n丙店,张伟,20元\n") == [
        "甲公司",
        "乙公司",
        "丙店",
    ]
    assert gave(f"捐款名单 2020年2月2日\n{parts[0]},助学,100元\n{parts[1]},敬老,50元\n") == list(parts)


@pytest.mark.parametrize(
    "headings",
    [
        "提交人昵称,提交时间,部门,员工姓名,捐款金额",
        "微信昵称,日期,班级,学生姓名,捐款金额（元）",
        "微信名,日期,小组,姓名,金额",
    ],
)
def test_a_nickname_beside_a_part_and_a_name(headings: str) -> None:
    """Whoever is named gave; the others are remarks."""
    row = "小雨妈妈,2020-02-03,一（3）班,李小雨,20\n阿福,2020-02-03,一（3）班,王福,50\n"
    assert gave(f"{headings}\n{row}") == ["李小雨", "王福"]


def test_a_parent_beside_a_pupil() -> None:
    """家长姓名 says whose child it is."""
    assert gave("班级,学生姓名,家长姓名,捐款金额（元）,日期\n一（3）班,李小雨,李大雨,20,2020-02-03\n") == ["李小雨"]
    assert gave("家长姓名,捐款金额（元）,日期\n李大雨,20,2020-02-03\n") == ["李大雨"]
    for heading in ("班级,学生姓名,家长姓名", "班级,家长姓名,学生姓名"):
        row = "一班,,李大雨" if heading.endswith("家长姓名") else "一班,李大雨,"
        rows = [f"{heading},捐款金额（元）,日期", "一班,李小雨,王大风,20,2020-02-03", f"{row},30,2020-02-03", ""]
        assert gave("\n".join(rows))[1] == "李大雨"  # nobody else is named
    assert gave("家长姓名,捐款金额,学生姓名,捐书（本）\n李大雨,20,李小雨,2\n", day="2020-02-03") == ["李大雨"]


@pytest.mark.parametrize("staff", ["小金", "老李", "张师傅", "王主任", "李老师"])
def test_staff_by_their_usual_names_took_goods_in(staff: str) -> None:
    """收货人 小金 of what several gave signed for it."""
    text = f"到货日期,捐赠单位,货物,件数,收货人\n2020-02-02,甲公司,方便面,300箱,{staff}\n2020-02-03,乙公司,口罩,10000只,{staff}\n"
    assert told(text).splitlines()[0].endswith("收货人=-")
    named = text.replace(staff, "东乡镇")
    assert told(named).splitlines()[0].endswith("收货人=recipient")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("Amount you are donating (RMB)", "money"), ("How much are you donating? (RMB)", "money"), ("How much did you give?", "money"),
        ("How much would you like to donate?", "-"), ("How much did you pledge?", "-"),
    ],
)  # fmt: skip
def test_english_forms_ask_what_was_given(asked: str, field: str) -> None:
    """What somebody would like to give hasn't come."""
    first = told(f"Timestamp,Your full name,{asked}\n2020/02/03 10:11:12,Li Hua,500\n").splitlines()[0]
    assert (f"{asked}=money" in first) is (field == "money")


@pytest.mark.parametrize("over", ["重量（公斤）", "过磅情况（公斤）", "数量（公斤）"])
def test_weights_below_one_heading(over: str) -> None:
    """净重 is how much there is."""
    text = f"日期,捐赠人,品种,{over},,\n,,,毛重,皮重,净重\n2020-02-02,甲合作社,白菜,520,20,500\n2020-02-03,李华,萝卜,220,20,200\n"
    assert "毛重（公斤）=- 皮重（公斤）=- 净重（公斤）=quantity" in told(text).splitlines()[0]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("通用名称", "item"),
        ("药品通用名称", "item"),
        ("受助金额（元）", "spent"),
        ("接龙内容", "content"),
        ("支队名称", "group"),
    ],
)
def test_words_of_headings(heading: str, field: str) -> None:
    """As they stand in published lists."""
    assert understood(heading).sense == field


def test_goods_that_a_form_asks_for_one_by_one() -> None:
    """The first of them stands behind the question, 2、捐赠数量(口罩（只）), the others alone."""
    text = "序号,提交答卷时间,1、捐赠单位名称,2、捐赠数量(口罩（只）),2、(防护服（套）)\n1,2020/2/3 10:11:12,甲公司,1000,(空)\n2,2020/2/3 10:12:12,李华,(跳过),5\n"
    assert [line.split(": ", 1)[1].split(" [")[0] for line in told(text).splitlines()[1:]] == [
        "口罩 1000只",
        "防护服 5套",
    ]


def test_what_was_filled_in_at_the_last_option() -> None:
    """其他〖30元〗 is 30元."""
    text = "序号,提交答卷时间,1、您的姓名,2、您的捐款金额\n1,2020/2/3 10:11:12,李华,100元\n2,2020/2/3 10:12:12,王芳,其他〖30元〗\n"
    assert [line.split(": ")[1].split(" [")[0] for line in told(text).splitlines()[1:]] == ["CNY 100元", "CNY 30元"]


def test_weights_that_came_and_went() -> None:
    """接收重量 and 发放重量 beside 结余 are a store's book."""
    text = "日期,来源,品种,接收重量（斤）,发放重量（斤）,发放单位,结余（斤）\n2020-02-03,甲农场,黄瓜,1500,,,1500\n2020-02-04,,黄瓜,,600,乙社区,900\n"
    assert [line.split(" ")[1] for line in told(text).splitlines()[1:]] == ["receipt", "distribution"]
