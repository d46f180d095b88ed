"""What was promised or has not come is no gift yet, as headings, titles, states and notes say it. All names are invented."""

import json
import random
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.columns.promises import PROMISES
from donations.importers.rows.fates import NOT_COME, NOT_GONE, WHAT_CAME
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.row_reasons import PROMISED

WAITING = [
    "待入库", "未入库", "待签收", "未签收", "未到货", "待到货", "尚未到货", "在途", "在途（顺丰）", "运输中", "运输中，预计2月10日到", "派送中", "路上",
    "审核中", "待审核", "未审核", "审核不通过", "已驳回", "待确认", "未收到", "待接收", "等待签收", "未到", "未落实", "物资在途", "未到賬",
    "In transit", "not received", "Not yet delivered", "on the way", "pending approval", "under review", "awaiting delivery",
]  # fmt: skip
PLEDGED = [
    "认捐",
    "拟捐",
    "拟捐赠",
    "意向捐赠",
    "承诺捐赠",
    "计划捐赠",
    "意向",
    "已认捐",
    "pledged",
    "Pledge",
    "intended",
    "認捐",
]
OVER = ["已取消", "作废", "取消捐赠", "cancelled", "void"]
CAME = [
    "已入库",
    "已到货",
    "已签收",
    "已收到",
    "",
    "已完成",
    "已签收/待入库",
    "已收，待审核",
    "未审核，已运达",
    "待确认；已抵达",
    "待发放",
    "已发放",
    "好",
    "待发货",
    "received",
]


def goods(state: str, heading: str = "状态") -> str:
    """What becomes of a row of goods with such a state."""
    text = f"日期,捐赠单位,物资名称,数量,单位,{heading}\n2020-02-01,山花协会,口罩,7,只,“{state}\n".replace(
        "“" + state, f'"{state}"'
    )
    return told(text).splitlines()[1].split(" ", 1)[1].removeprefix("receipt 2020-02-01 donor=山花协会: 口罩 7只 [7只]")


def money(state: str, heading: str = "状态") -> str:
    """What becomes of a row of money with such a state."""
    lines = told(f'日期,捐款人,金额,{heading}\n2020-02-01,李华,80,"{state}"\n').splitlines()
    return lines[1].split(" ", 1)[1].removeprefix("receipt 2020-02-01 donor=李华: CNY 80元 [80CNY]")


@pytest.mark.parametrize("state", WAITING)
def test_what_has_not_come_is_no_gift(state: str) -> None:
    assert goods(state) == f"- {NOT_COME}"
    assert money(state) in (f"- {NOT_COME}", f"- {NOT_PAID}")


@pytest.mark.parametrize("state", PLEDGED)
def test_what_was_promised_is_no_gift(state: str) -> None:
    assert (goods(state), money(state)) == (f"- {PROMISED}",) * 2


@pytest.mark.parametrize("state", OVER)
def test_what_was_called_off_is_no_gift(state: str) -> None:
    assert (goods(state), money(state)) == (f"- {TAKEN_BACK}",) * 2


@pytest.mark.parametrize("state", CAME)
def test_what_came_and_what_nobody_understands_stays_a_gift(state: str) -> None:
    assert (goods(state), money(state)) == ("", "")


@pytest.mark.parametrize(
    ("heading", "state", "said"),
    [
        ("审核状态", "待审核", f"- {NOT_COME}"),
        ("物流状态", "运输中", f"- {NOT_COME}"),
        ("是否到货", "否", f"- {NOT_COME}"),
        ("是否签收", "N", f"- {NOT_COME}"),
        ("是否到货", "是", ""),
        ("进度", "在途", f"- {NOT_COME}"),
        ("到货情况", "未到货", f"- {NOT_COME}"),
        ("捐赠类别", "认捐", f"- {PROMISED}"),
        ("Delivery status", "in transit", f"- {NOT_COME}"),
        ("备注", "未到货", f"- {NOT_COME}"),
        ("备注", "认捐", f"- {PROMISED}"),
    ],
)
def test_columns_that_tell_states_whatever_they_are_called(heading: str, state: str, said: str) -> None:
    assert goods(state, heading) == said


@pytest.mark.parametrize("note", ["未到货的已补齐", "感谢认捐", "在途中遇雪", "认捐，2月3日已到账", "意向湖北"])
def test_a_note_that_says_more_is_a_note(note: str) -> None:
    assert goods(note, "备注").startswith("receipt 2020-02-01 donor=山花协会: 口罩 7只 “")


@pytest.mark.parametrize(
    "text",
    [
        "交易日期,对方户名,收入,支出,摘要\n2020-02-01,李华,80,,认捐\n",
        "捐款时间,捐款人,金额,留言\n2020-02-01,李华,80,认捐\n",
        "订单号,捐款时间,捐款人,金额,备注\n123456789012,2020-02-01,李华,80,认捐\n",
        "到账日期,捐款人,金额,备注\n2020-02-01,李华,80,认捐\n",
        "日期,捐款人,金额,类型\n2020-02-01,李华,80,捐款\n",
        "日期,捐款人,金额,项目\n2020-02-01,李华,80,捐款\n",
    ],
)
def test_a_payment_came_whatever_who_paid_says_of_it(text: str) -> None:
    assert told(text).splitlines()[1].startswith("2 receipt 2020-02-01 donor=李华: CNY 80元")
    assert "status" not in told(text).splitlines()[0]


def test_words_of_a_name_are_no_state() -> None:
    """待到山花公益中心 is a donor, 在途书店 another, and so are goods and places called so."""
    text = "日期,捐赠单位,物资名称,数量,单位,状态\n2020-02-01,待到山花公益中心,在途牌口罩,9,只,已入库\n2020-02-01,认捐,作废纸,9,只,\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=待到山花公益中心: 在途牌口罩 9只 [9只]",
        "3 receipt 2020-02-01 donor=认捐: 作废纸 9只 [9只]",
    ]


def test_goods_that_were_not_given_out_yet() -> None:
    text = "日期,领用单位,物资,数量,状态\n2020-02-01,一中,口罩,100只,已发放\n2020-02-01,二中,口罩,50只,待发放\n2020-02-01,三中,口罩,20只,待签收\n"
    assert told(text).splitlines()[1:] == [
        "2 distribution 2020-02-01 recipient=一中: 口罩 100只 [100只]",
        f"3 - {NOT_GONE}",
        "4 distribution 2020-02-01 recipient=三中: 口罩 20只 [20只]",
    ]


@pytest.mark.parametrize(
    "heading",
    ["认捐金额", "拟捐金额", "意向金额", "意向捐赠金额", "承诺捐赠金额", "计划捐赠金额", "认捐", "未到账金额", "Pledged amount", "Intended gift amount",
     "认捐金额（万元）", "認捐金額"],
)  # fmt: skip
def test_a_table_of_promises_alone_is_refused(heading: str) -> None:
    lines = told(f"捐款人,{heading}\n李华,80\n", "2020-02-01").splitlines()
    assert lines[1].startswith(f"2 ! None: {PROMISES}")
    assert (
        told(f"捐款人,{heading}\n李华,80\n", "2020-02-01", {heading: "money"}).splitlines()[1].startswith("2 receipt")
    )


@pytest.mark.parametrize("headings", ["捐赠单位,物资名称,拟捐数量", "捐赠单位,拟捐物资,数量", "认捐单位,物资名称,数量"])
def test_a_table_of_promised_goods_alone_is_refused(headings: str) -> None:
    assert f"2 ! None: {PROMISES}" in told(f"{headings}\n山花协会,口罩,5只\n", "2020-02-01")


@pytest.mark.parametrize(
    "title",
    [
        "拟捐物资清单",
        "2020年校友认捐名单",
        "意向捐赠统计表",
        "2020年计划捐赠表",
        "承诺捐赠企业名单",
        "未到账捐款名单",
        "Pledges 2020",
        "认捐",
    ],
)
def test_a_title_says_that_a_table_is_of_promises(title: str) -> None:
    text = f"{title}\n捐款人,金额\n李华,80\n"
    assert f"3 ! None: {PROMISES}" in told(text, "2020-02-01")
    assert told(text, "2020-02-01", {"金额": "money"}).splitlines()[1].startswith("3 receipt")


@pytest.mark.parametrize(
    "title",
    ["春蕾计划捐赠名单", "确认捐赠名单", "模拟捐赠名单", "“认捐一棵树”活动捐款名单", "认捐到账情况", "认捐款接收公示", "捐款名单",
     "各界踊跃认捐，本会衷心感谢所有为家乡建设作出贡献的校友、企业和社会各界人士的无私奉献，名单如下"],
)  # fmt: skip
def test_a_title_that_says_no_such_thing(title: str) -> None:
    assert told(f"{title}\n捐款人,金额\n李华,80\n", "2020-02-01").splitlines()[1].startswith("3 receipt")


def test_beside_what_came_promises_are_passed_over() -> None:
    for text in (
        "捐赠单位,物资名称,认捐数量,实收数量,单位\n山花协会,口罩,100,80,只\n",
        "捐赠单位,物资名称,单位,认捐数量,已到货数量,未到货数量\n山花协会,口罩,只,100,80,20\n",
        "捐赠单位,拟捐赠,,实际捐赠,\n,物资,数量,物资,数量\n山花协会,口罩,100只,口罩,80只\n",
    ):
        lines = told(text, "2020-02-01").splitlines()
        assert [line.split(" ", 1)[1] for line in lines[1:]] == [
            "receipt (2020-02-01) donor=山花协会: 口罩 80只 [80只]"
        ]


def test_in_a_list_of_promises_each_row_says_whether_it_came() -> None:
    text = "捐款人,认捐金额,到账日期\n李华,100,2020-02-01\n王芳,50,\n赵六,20,2020-02-03\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
        f"3 - {PROMISED}",
        "4 receipt 2020-02-03 donor=赵六: CNY 20元 [20CNY]",
    ]
    text = "捐款人,认捐金额,状态,日期\n李华,100,已到账,2020-02-01\n王芳,50,待落实,2020-02-01\n赵六,20,,2020-02-01\n钱七,30,再说,2020-02-01\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
        f"3 - {NOT_COME}",
        f"4 - {PROMISED}",
        f"5 ! 状态: {WHAT_CAME} (再说)",
    ]


def test_a_day_to_come_of_what_has_not_come_is_no_mistake() -> None:
    text = "日期,捐款人,金额,状态\n2020-02-01,李华,100,已到账\n2020-06-01,王芳,,审核中\n"
    assert told(text).splitlines()[2] == f"3 - {NOT_COME}"


ROWS = "日期,捐赠单位,物资名称,数量,单位,状态\n2020-02-01,山花协会,口罩,100,只,已入库\n2020-02-01,溪水公司,口罩,50,只,{one}\n2020-02-02,李华,口罩,30,只,{two}\n"


def report(desk: Desk, path: Path, *more: str) -> dict[str, object]:
    """What the import of a file says to programs of its one table."""
    [told_of] = json.loads(desk.do(f"import {path} --yes --format json {' '.join(more)}").out)["files"]
    return dict(told_of["tables"][0])


def test_what_came_later_is_taken_then_and_once(desk: Desk, tmp_path: Path) -> None:
    waits = file(tmp_path, "a.csv", ROWS.format(one="待入库", two="审核中"))
    came = file(tmp_path, "b.csv", ROWS.format(one="已入库", two="在途"))
    first, second, third = (report(desk, path) for path in (waits, came, came))
    counts = [[table[key] for key in ("rows", "accepted", "duplicate", "ignored")] for table in (first, second, third)]
    assert counts == [[3, 1, 0, 2], [3, 1, 1, 1], [3, 0, 2, 1]]
    assert first["ignored_reasons"] == {NOT_COME: 2}
    assert first["left_out"] == {"只": "80"}
    assert sorted(str(row[2]) for row in booked(desk)) == ["山花协会", "溪水公司"]


@pytest.mark.parametrize(
    ("total", "counts", "sentence"),
    [("180", True, "with what is not counted"), ("100", False, "without what is not counted")],
)
def test_stated_totals_hold_with_or_without(
    desk: Desk, tmp_path: Path, total: str, counts: bool, sentence: str
) -> None:
    path = file(tmp_path, "a.csv", ROWS.format(one="待入库", two="审核中") + f"合计,,,{total},,\n")
    preview = desk.do(f"import {path} --dry-run").out
    assert f"stated total {total} ✓, {sentence}" in preview
    assert f"passed over: {NOT_COME} (2)" in preview
    assert "Not counted, by the rows' own word: 80" in preview
    table = report(desk, path)
    assert (table["stated_total"], table["stated_total_counts_left_out"]) == (total, counts)


def test_a_total_that_is_neither_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", ROWS.format(one="待入库", two="审核中") + "合计,,,150,,\n")
    assert desk.run(f"import {path} --yes").code == 65
    assert "expected 100, which the rows add up to" in desk.run(f"import {path} --yes").out


@pytest.mark.parametrize("total", ["170", "220"])
def test_a_bare_total_may_count_what_did_not_come(total: str) -> None:
    """An amount of nobody's that is the sum of all rows is no anonymous gift."""
    text = f"日期,捐款人,金额,状态\n2020-02-01,李华,100,已到账\n2020-02-01,王芳,50,审核中\n2020-02-01,赵六,70,已到账\n,,{total},\n"
    assert told(text).splitlines()[4:] == ["5 - a total", f"= {total} in row 5"]


def test_columns_of_goods_and_their_worth_have_totals_of_all_rows_too() -> None:
    rows = "2020-02-01,山花协会,口罩,100,200,已入库\n2020-02-01,溪水公司,手套,5,30,待入库\n"
    for total, fits in (("105,230", True), ("100,200", True), ("105,200", False), ("101,200", False)):
        found = told(f"日期,捐赠单位,物资名称,数量,价值（元）,状态\n{rows}合计,,,{total},\n")
        assert ("≠" not in found) is fits, found


def test_states_of_rows_never_change_the_sum_of_the_others() -> None:
    """Whatever the other rows say: a row that came is a gift of its own amount, or is not and says why; seeds are printed."""
    states = [*WAITING, *PLEDGED, *OVER, *CAME]
    for seed in range(60):
        chance = random.Random(seed)
        many = chance.randint(1, 12)
        amounts = [chance.randint(1, 999) for _ in range(many)]
        said = [chance.choice(states) for _ in range(many)]
        is_money = chance.random() < 0.5
        head = "日期,捐款人,金额,状态" if is_money else "日期,捐赠单位,物资名称,数量,单位,状态"
        what = "{amount}" if is_money else "口罩,{amount},只"
        rows = "".join(
            f"2020-02-0{chance.randint(1, 9)},{'待到山花协会' if chance.random() < 0.3 else f'第{number}小组'},"
            f'{what.format(amount=amount)},"{state}"\n'
            for number, (amount, state) in enumerate(zip(amounts, said, strict=True))
        )
        whole = sum(amounts) if chance.random() < 0.5 else sum(
            amount for amount, state in zip(amounts, said, strict=True) if state in CAME
        )  # fmt: skip
        lines = told(f"{head}\n{rows}合计,,{'' if is_money else ','}{whole}\n").splitlines()[1 : many + 1]
        for line, amount, state in zip(lines, amounts, said, strict=True):
            unit = "CNY" if is_money else "只"
            assert line.endswith(f"[{amount}{unit}]") is (state in CAME), (seed, line, state)
            assert (" - " in line[:6]) is (state not in CAME), (seed, line, state)


def test_what_everybody_should_give_is_no_gift() -> None:
    """It was booked, where the list says nothing else; beside what was given, a blank of this was refused."""
    head = "2020年2月3日职工捐款花名册\n科室,姓名,应捐金额"
    assert PROMISES in told(f"{head}\n办公室,周明,200\n人事科,吴静,100\n")
    found = told(f"{head},实捐金额\n人事科,吴静,100,\n办公室,周明,200,300\n").splitlines()
    assert found[1] == f"3 - {PROMISED}"
    assert "donor=周明: CNY 300元" in found[2]


def test_the_day_of_the_gift_that_belongs_to_something_is_no_promise() -> None:
    """对应捐款日期 was read as 应捐, and the whole list as one of what should be given."""
    assert "receipt 2020-02-03 donor=李红" in told("捐款人,对应捐款日期,金额\n李红,2020-02-03,10\n")
