"""Answers that programs for forms export: questions with their numbers, what was not asked, who filled them in. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.answers import IN_WORDS
from donations.importers.rows.fates import NOT_COME
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.asked import without_number_of_question, without_question

SENT = "序号,提交答卷时间,所用时间,来源,来源详情,来自IP"
BEFORE = "{},2020/2/3 10:11:12,35秒,微信,N/A,192.0.2.7(江西-九江)"


def answers(questions: str, *rows: str) -> str:
    """What a list of answers is understood as, from the second line on."""
    lines = [f"{SENT},{questions},总分", *(f"{BEFORE.format(place)},{row},0" for place, row in enumerate(rows, 1))]
    return "\n".join(told("\n".join(lines) + "\n").splitlines()[1:])


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("1、您的姓名:", "姓名"), ("1、您的姓名(必填)", "姓名"), ("姓名(必填)", "姓名"), ("q3.请填写您的姓名[填空题]", "姓名"), ("第2题:您的姓名", "姓名"),
        ("3、您捐款的金额(元):", "捐款金额(元)"), ("4、您捐赠的物资", "捐赠物资"), ("您的捐款金额是多少?", "捐款金额"), ("您的姓名是?", "姓名"),
        ("提交时间(自动)", "提交时间"), ("请选择您的所在城市(单选题)", "所在城市"), ("yourfullname", "fullname"), ("whatisyourname?", "name?"),
        ("是否匿名(必填)", "是否匿名"), ("捐赠时间", "捐赠时间"), ("84消毒液(瓶)", "84消毒液(瓶)"), ("3m口罩(只)", "3m口罩(只)"), ("口罩(必", "口罩(必"),
    ],
)  # fmt: skip
def test_a_heading_is_what_a_form_asks_for(asked: str, heading: str) -> None:
    assert without_question(asked) == heading


@pytest.mark.parametrize(
    ("asked", "goods"),
    [
        ("2、(口罩(个))", "口罩(个)"), ("2、捐赠物资数量—口罩(个)", "口罩(个)"), ("捐赠物资数量-口罩(个)", "口罩(个)"), ("2、口罩(个)", "口罩(个)"),
        ("84消毒液(瓶)", "84消毒液(瓶)"), ("1.5升水(瓶)", "1.5升水(瓶)"), ("口罩(平面)", "口罩(平面)"), ("2、(口罩)(个)", "(口罩)(个)"),
    ],
)  # fmt: skip
def test_goods_are_called_without_the_number_of_their_question(asked: str, goods: str) -> None:
    assert without_number_of_question(asked) == goods


@pytest.mark.parametrize("nothing", ["(空)", "（空）", "(跳过)", "（跳过）"])
def test_what_was_not_answered_is_nothing(nothing: str) -> None:
    found = answers(
        "1、您的姓名：,2、捐款金额（元）：,3、您捐赠的物资：,4、备注",
        f"周明,100,{nothing},{nothing}",
        f"吴静,{nothing},口罩50个,新的",
    )
    assert found.splitlines() == [
        "2 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "3 receipt 2020-02-03 donor=吴静: 口罩 50个 “新的” [50个]",
    ]


def test_options_that_were_chosen_are_goods_apart() -> None:
    found = answers("1、您的姓名,2、捐赠物资,3、数量", "周明,口罩┋手套,50个、20双")
    assert "口罩 50个, 手套 20双" in found


def test_goods_that_a_question_asks_one_by_one() -> None:
    found = answers("1、捐赠单位名称,2、(口罩（个）),2、(防护服（套）)", "甲公司,500,(空)", "乙公司,(空),20")
    assert found.splitlines() == [
        "2 receipt 2020-02-03 donor=甲公司: 口罩 500个 [500个]",
        "3 receipt 2020-02-03 donor=乙公司: 防护服 20套 [20套]",
    ]


def test_what_somebody_left_open_is_not_what_stands_above() -> None:
    """In a list of goods a blank donor may be that of the row above; who sent a form without a name has none."""
    found = answers("1、您的姓名,2、捐赠物资,3、数量", "周明,口罩,50个", "(空),手套,20双")
    assert "3 receipt" not in found


@pytest.mark.parametrize(
    ("questions", "rows"),
    [
        ("1、您的姓名,2(口罩),2(手套),3、捐款金额", ("周明,1,0,100", "吴静,0,1,200")),
        ("1、您的姓名,2、捐赠方式,3、捐款金额", ("周明,1,100", "吴静,2,-3")),
        ("1、您的姓名,2、是否匿名,3、捐款金额", ("周明,-2,100", "吴静,1,200")),
    ],
)
def test_numbers_of_options_are_refused(questions: str, rows: tuple[str, ...]) -> None:
    found = answers(questions, *rows)
    assert IN_WORDS in found
    assert "receipt" not in found


def test_a_number_below_zero_in_another_list_is_what_it_was() -> None:
    assert IN_WORDS not in told("姓名,捐款金额,日期\n周明,-3,2020-02-01\n")


@pytest.mark.parametrize(
    ("heading", "yes"),
    [
        ("是否匿名（必填）", "是"), ("5、您是否愿意匿名：", "是"), ("公示时是否匿名", "是"), ("是否同意公示您的姓名", "否"), ("是否允许公布姓名（必填）", "不同意"),
        ("Would you like to remain anonymous?", "Yes"), ("May we publish your name?", "No"), ("是否愿意公开姓名", "不愿意"),
    ],
)  # fmt: skip
def test_who_asks_a_form_not_to_be_named_is_not(heading: str, yes: str) -> None:
    found = told(f"提交时间,姓名,捐款金额,{heading}\n2020-02-03,周明,100,{yes}\n")
    assert "anonymous" in found


def test_whose_account_filled_in_a_form_gave_nothing() -> None:
    rows = "ID,Start time,Completion time,Email,Name,Your name,Amount (CNY)\n1,2/13/20 10:11:12,2/13/20 10:12:12,a@b.example,{},Zhou Ming,100\n"
    for name in ("", "Wu Jing"):
        assert "donor=Zhou Ming: CNY 100元" in told(rows.format(name))
    assert "donor=Wu Jing: CNY 100元" in told(rows.format("Wu Jing").replace("Your name", "Colour"))


@pytest.mark.parametrize(
    "heading", ["是否已汇款", "7.是否已汇款", "7、是否已转账（必填）", "是否已打款", "您是否已支付"]
)
def test_what_somebody_says_was_not_sent_is_not_booked(heading: str) -> None:
    found = told(f"提交时间,姓名,捐款金额,{heading}\n2020-02-03,周明,100,是\n2020-02-03,吴静,200,否\n")
    assert "donor=周明" in found
    assert f"3 - {NOT_PAID}" in found


@pytest.mark.parametrize("word", ["拒绝", "已拒绝", "驳回", "被驳回", "不通过", "Not Approved", "rejected"])
def test_what_was_turned_down_is_none_whatever_was_completed(word: str) -> None:
    rows = f"发起时间,捐赠人,{{}},审批状态,审批结果\n2020-02-03,周明,{{}},完成,同意\n2020-02-03,吴静,{{}},完成,{word}\n"
    for heading, one, other in (("捐款金额", "100", "200"), ("捐赠物资", "口罩50个", "手套20双")):
        *_, first, second = told(rows.format(heading, one, other)).splitlines()
        assert "donor=周明" in first
        assert second in (f"3 - {NOT_PAID}", f"3 - {NOT_COME}")


def test_a_refund_that_was_turned_down_leaves_the_gift() -> None:
    found = told("日期,捐赠人,捐款金额,退款状态\n2020-02-03,周明,100,退款申请已驳回\n2020-02-03,吴静,200,拒绝退款\n")
    assert found.count("receipt") == 2


def test_answers_that_somebody_did_not_approve() -> None:
    found = told(
        "start,您的姓名,捐款金额（元）,_validation_status\n2020-02-03,周明,100,Approved\n2020-02-03,吴静,200,Not Approved\n"
    )
    assert found.count("receipt") == 1


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("您是否已经完成转账？", "已完成", "未完成"), ("您是否已经完成转账？", "已完成", "稍后转账"), ("您是否已经完成转账？", "已完成", "还没转"), ("审核", "通过", "不通过"),
        ("核对", "审核通过", "无效"), ("是否付款成功", "付款成功", "没有付款"),
    ],
)  # fmt: skip
def test_words_that_say_so(heading: str, yes: str, no: str) -> None:
    found = told(f"提交时间,姓名,捐款金额,{heading}\n2020-02-03,周明,100,{yes}\n2020-02-03,吴静,200,{no}\n")
    assert "2 receipt 2020-02-03 donor=周明" in found
    assert f"3 - {NOT_PAID}" in found or f"3 - {NOT_COME}" in found


def test_who_looked_at_a_gift_and_whether_money_was_given_too_are_no_states() -> None:
    found = told("提交时间,姓名,捐款金额,审核\n2020-02-03,周明,100,王会计\n2020-02-03,吴静,200,王会计\n")
    assert found.count("receipt") == 2
    found = told("提交时间,捐赠人,捐赠物资,是否捐款\n2020-02-03,周明,口罩50个,否\n2020-02-03,吴静,手套20双,是\n")
    assert found.count("receipt") == 2


def test_a_body_gave_where_the_name_of_a_person_was_not_asked() -> None:
    found = answers(
        "1、您的姓名,2、单位名称,3、捐款金额（元）", "周明,(跳过),100", "(跳过),甲公司,5000", "吴静,乙公司,300"
    )
    assert found.splitlines() == [
        "2 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "3 receipt 2020-02-03 donor=甲公司: CNY 5000元 [5000CNY]",
        "4 receipt 2020-02-03 donor=吴静: CNY 300元 “单位名称：乙公司” [300CNY]",
    ]


def test_a_blank_below_a_time_that_people_wrote_is_what_stands_above() -> None:
    """填写时间 of a list of goods says once for several of them when that was; no form leaves it blank."""
    found = told(
        "填写时间,捐赠单位,物资名称,数量\n2020-02-03,甲公司,口罩,100个\n,,手套,50双\n2020-02-04,乙公司,口罩,9个\n"
    )
    assert found.splitlines()[2] == "3 receipt 2020-02-03 donor=甲公司: 手套 50双 [50双]"


def test_money_that_was_not_sent_says_nothing_of_goods() -> None:
    """Goods of who answered 否 to 是否已汇款 were passed over as not paid."""
    rows = ("甲公司,,口罩,10个,否", "乙公司,5,,,否", "丙公司,5,,,是", "丁公司,5,手套,6双,否")
    text = "日期,捐赠方,捐款金额,捐赠物资,数量,是否已汇款\n" + "".join(f"2020-02-03,{row}\n" for row in rows)
    goods, unsent, sent, both = told(text).splitlines()[1:]
    assert goods == "2 receipt 2020-02-03 donor=甲公司: 口罩 10个 [10个]"
    assert (unsent, sent) == (f"3 - {NOT_COME}", "4 receipt 2020-02-03 donor=丙公司: CNY 5元 [5CNY]")
    assert both.startswith("5 ! ")


def test_the_name_of_goods_is_no_account() -> None:
    found = told("开始时间,完成时间,捐赠单位,名称,数量,单位\n2020-02-03,2020-02-04,甲公司,口罩,10,个\n")
    assert "donor=甲公司: 口罩 10个" in found


def test_questions_and_their_answers_are_two_rows_of_headings() -> None:
    text = (
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,您的姓名,您捐款的金额（元）,留言,\n"
        ",,,,,,,,Open-Ended Response,Open-Ended Response,Response,其他（请注明）\n"
        "1001,1,02/03/2020 10:11:12 AM,02/03/2020 10:12:12 AM,192.0.2.7,,,,周明,100,加油,\n"
        "1002,1,02/13/2020 10:13:12 AM,02/13/2020 10:15:12 AM,192.0.2.7,,,,,200,,\n"
    )
    assert told(text).splitlines()[1:] == [
        "3 receipt 2020-02-03 donor=周明: CNY 100元 “加油” [100CNY]",
        "4 receipt 2020-02-13 donor=爱心人士: CNY 200元 [200CNY]",
    ]


def test_a_block_of_questions_is_headed_by_each() -> None:
    text = (
        "Respondent ID,End Date,About you,,How much? (USD)\n,,Name,City/Town,Open-Ended Response\n"
        "1001,02/13/2020 10:12:12 AM,Ann Lee,Boston,100\n"
    )
    assert "receipt 2020-02-13 donor=Ann Lee: USD 100美元" in told(text, columns={"How much? (USD)": "money"})
