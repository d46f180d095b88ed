"""Who gave and who received, by the headings of names beside each other: 单位 and 姓名, 来源 and 昵称, 党支部 alone."""

import re
from collections.abc import Sequence

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.importers.columns import (
    fetched,
    givers_on,
    name_parts,
    own_names,
    row_numbers,
    shops,
    sources,
    taken_in,
    visitors,
    who_helped,
)
from donations.importers.columns.columns import REMARK, Column
from donations.importers.columns.figures import of_people
from donations.importers.columns.name_parts import NAMED
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.shops import SAYS_GIVEN
from donations.importers.columns.taken_in import TAKER
from donations.importers.columns.ways_told import were_handed_out
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown
from donations.importers.words.heading_words import PARTS_OF_A_SCHOOL, normal
from donations.importers.words.names_alone import name_alone
from donations.importers.words.naming_words import says_whether
from donations.importers.words.phones import is_phone
from donations.importers.words.purpose_words import purpose_called
from donations.importers.words.shares import is_nobody, shares
from donations.importers.words.ways import WAYS
from donations.importers.words.yes_no import NO, YES

_GIVEN = ("money", "item", "quantity", "value", "money_or_goods", "date")
_PERSON = pattern_of(r"姓名|名字|昵称|网名|网友|用户|户主|name|nick|user")
_DEPARTMENT = pattern_of(r"(?:所属|所在|经办|申请|使用|归属|责任)?(?:部门|科室|处室)")
_BELONGS = pattern_of(
    rf"(?:所[在属]|工作|就读|服务)?(?:{PARTS_OF_A_SCHOOL}|班级|部门|科室|处室|单位|学校|公司|支部|团队|[小班]?组)(?:名称)?"
)
"""Where those who are named beside it belong."""
_CONTACTS = (pattern_of(r"联系人(?:姓名|名称|昵称)?|(?:contact|constituent|display)(?:name)?"), pattern_of("sortname"))
"""Headings of whom to ask; what a database sorts them by, Lee, Ann, where it says no other."""
_HANDED_OUT = pattern_of(
    r"(?:物资)?(?:拨付|下拨|调拨|划拨|分配|发放|分发|下发|配发|派发)(?:单位|部门|机构|组织|团体|方|人|者|站|点)+(?:名称)?"
)
_ALLOTTED, _OF_OURS = pattern_of(r"(?:物资)?(?:分配|配发)"), pattern_of(r"[人者站点]$")
_WENT_ON = pattern_of(r"[去流投]向|去处|受[赠捐援]")
_SHARED = pattern_of(r"分配|分发|发放|拨付|划拨|调拨|配送|distribut|allocat", re.IGNORECASE)
_AID = pattern_of(
    r"发放|领[取到款]|分配|分得|下发|受[助援]|慰问|救助|资助|补助|补贴|助[学困残老]|奖学|帮扶|抚恤|关爱|爱心"
)
_WAY = pattern_of(r"(?:捐款|捐赠|善款|款项|资金|收入)?来源")
_OF_GIFTS, _THROUGH = pattern_of("捐款对象"), pattern_of(".{0,4}(?:渠道|途径)")

_ANSWERS = (YES | NO) - {"1", "0", "y", "n"}
"""Nobody is called so."""


def settle(senses: Senses) -> None:
    """姓名, 单位名称, payers and the like, where nobody else gives or receives."""
    name_parts.settle(senses)
    _who_is_one(senses)
    of_people(senses)
    _who_got_how_much(senses)
    visitors.settle(senses)
    who_helped.settle(senses)
    _whose_gifts(senses)
    _who_handed_out(senses)
    shops.settle(senses)
    sources.settle(senses)
    taken_in.settle(senses)
    fetched.settle(senses)
    _unless_it_tells(senses)
    _contacts(senses)
    _without_departments(senses)
    givers_on.settle(senses)
    senses.become("group", REMARK if senses.has(*NAMED) else "party")
    row_numbers.numbered_by_id(senses)
    row_numbers.numbers_of_nothing(senses)
    if not senses.has(*NAMED) and (called := row_numbers.called_by_id(senses)) is not None:
        called.field = "party"
    if any(column.field == "party" and _PERSON.search(normal(column.heading)) for column in senses.columns):
        for column in senses.columns:
            column.field = PASSED if _is_way(column, senses.cells(column)) else column.field
    for column in senses.of("payer", "via"):  # Paid by: Cash
        column.field = PASSED if not column.by_user and _are_ways(senses.cells(column)) else column.field
    others = ("party", "supplier", "recipient", *(() if senses.has("money") else ("spent",)))
    if not senses.has("donor") and senses.has("payer") and not senses.has(*others):
        senses.become("payer", "donor")
    if senses.has("beneficiary") and not senses.has("recipient"):
        senses.become("beneficiary", "recipient")
    if not senses.has("party"):
        return
    _of_one_person(senses)
    _which_way(senses)


def _who_is_one(senses: Senses) -> None:
    """乡贤 or 会员 above nothing but 是 and √ says who is one, and names nobody."""
    for column in senses.of("donor", "party", "group"):
        cells = [normal(cell) for cell in senses.entries(column)]
        if cells and all(map(_ANSWERS.__contains__, cells)) and not column.by_user:
            column.field = REMARK


def _which_way(senses: Senses) -> None:
    """A party gave or received, by who else stands beside it, by what was paid, or by the title; else it stays one."""
    if senses.has("donor"):
        one_or_other = not senses.has("recipient") and _disjoint(senses, ("donor", "party"))
        _beside_giver(senses, "donor" if one_or_other else None)
    elif senses.has("recipient"):
        senses.become("party", "donor" if senses.way == "in" or _went_on(senses) else PASSED)
    elif senses.way is None and senses.has("spent") and _may_have_helped(senses):
        senses.become("spent", "money")  # 帮扶资金: paid by them, or to them
    elif senses.has("spent", "direction"):
        senses.become("party", "donor" if senses.has("money") else "recipient" if is_aid(senses) else "supplier")
    else:
        are_paid, gives = all(map(own_names.is_paid, senses.of("party"))), _gives(senses)
        speaks_so = senses.way == "in" or any(SAYS_GIVEN.search(column.in_words) for column in senses.columns)
        is_out = senses.way == "out" or (senses.way is None and (are_paid or were_handed_out(senses)))
        if not are_paid or not speaks_so:  # 收款人姓名 beside 捐款金额 took it in for others, or got it
            senses.become("party", "recipient" if is_out else "donor" if gives else "party")


def _beside_giver(senses: Senses, field: str | None) -> None:
    """A name beside that of who gave is of another giver, or says nothing but where that one belongs."""
    for column in senses.columns:
        if column.field == "party":
            column.field = field or (REMARK if _BELONGS.fullmatch(column.said_as) else PASSED)


def _whose_gifts(senses: Senses) -> None:
    """捐款对象 received what others gave, or what went through a 渠道; where nobody else is named it may be those who gave. 助学 and
    抗击疫情 below it received nothing: it is for them.
    """
    for column in [] if senses.has("purpose") else filter(_is_of_gifts, senses.of("recipient")):
        cells = [] if column.by_user else senses.entries(column)
        if cells and all(purpose_called(normal(cell)) is not None for cell in cells):
            column.field = "purpose"
    if senses.way == "out" or any(_THROUGH.fullmatch(normal(column.heading)) for column in senses.columns):
        return
    if [column.by_user for column in senses.of(*NAMED)] == [False]:
        for column in filter(_is_of_gifts, senses.of("recipient")):
            column.field = "party"


def _is_of_gifts(column: Column) -> bool:
    return _OF_GIFTS.fullmatch(normal(column.heading)) is not None


def _may_have_helped(senses: Senses) -> bool:
    """Whether nothing but 援助单位 or 帮扶单位 names anybody: who paid, or whom it was paid to."""
    return any(column.field == "party" and who_helped.HELPED.fullmatch(column.said_as) for column in senses.columns)


def _who_handed_out(senses: Senses) -> None:
    """发放单位 beside 接收单位 handed out what the latter received: who gave it below a title that says that it came, else a remark."""
    takers = [column for column in senses.of("recipient") if not column.by_user]
    handed = [column for column in takers if _HANDED_OUT.fullmatch(normal(column.heading))]
    others = [column for column in takers if column not in handed]
    if all(fetched.FETCHED.fullmatch(normal(column.heading)) for column in others):
        handed = [column for column in handed if not _ALLOTTED.match(normal(column.heading))]  # whose people fetched it
    if handed and others:
        is_giver = senses.way == "in" and not senses.has("donor")
        for column in handed:
            is_person = _OF_OURS.search(normal(column.heading)) is not None
            column.field = "donor" if is_giver and not is_person else REMARK


def _went_on(senses: Senses) -> bool:
    """Whether gifts went on to who stands in another column, by the title, or by the words of that where no title says
    which way they went: then others gave them.
    """
    takers = [normal(column.heading) for column in senses.of("recipient")]
    return senses.both or (senses.way is None and any(map(_WENT_ON.search, takers)))


def is_aid(senses: Senses) -> bool:
    """Whether what was paid out was given to those who needed it: 慰问金, 资助金额; nobody was paid for anything."""
    headings = [normal(column.heading) for column in senses.of("spent")]
    return not senses.has("money", "supplier", "direction", "price") and any(map(_AID.search, headings))


def _are_names(senses: Senses, column: Column) -> bool:
    """Whether some cells are names, and no addresses or numbers by which people are reached."""
    return not all("@" in cell or is_phone(cell) for cell in senses.cells(column))


def _contacts(senses: Senses) -> None:
    """联系人姓名 names who gave, where nobody else is named."""
    if senses.has(*NAMED, "group", "name"):
        return
    unread = [column for column in senses.of("", PASSED) if not column.by_user]
    called = [column for heading in _CONTACTS for column in unread if heading.fullmatch(column.said_as)]
    for column in called:
        if _are_names(senses, column):
            column.field = "party"
            return


def _unless_it_tells(senses: Senses) -> None:
    """A column called 匿名 or 是否公开 in which no cell says yes or no is of something else."""
    for column in senses.columns:
        if column.field == "anonymous" and not column.by_user:
            heading, cells = normal(column.heading), senses.cells(column)
            column.field = column.field if any(says_whether(heading, cell) for cell in cells) else PASSED


def _who_got_how_much(senses: Senses) -> None:
    """分配情况 beside goods that came says who received them where its cells name who, each with its share: 市一院300个、东乡镇200个."""
    if senses.has("recipient") or not senses.has("donor") or not senses.has("quantity"):
        return
    for column in senses.columns:
        cells = senses.cells(column) if column.field in ("content", "note") and not column.by_user else []
        each = [shares(cell) for cell in cells if not is_nobody(cell)] if _SHARED.search(column.heading) else []
        names = {share.name for found in each for share in found if not is_nobody(share.name)}
        bodies = [name for name in names if TAKER.fullmatch(name) or name_alone(name)]
        if each and all(each) and 2 * len(bodies) >= len(names) and not any(map(common_named, names)):
            column.field = "recipient"
            return


def _without_departments(senses: Senses) -> None:
    """In an account a department is whose matter a row was, and nobody's who gave or was paid."""
    if senses.has("money") and senses.has("spent", "direction"):
        for column in senses.columns:
            if column.field == "group" or (column.field == "party" and _DEPARTMENT.fullmatch(column.said_as)):
                column.field = PASSED


def holds_amounts(senses: Senses) -> bool:
    """Whether amounts stand where names belong: 接收单位 above a column for each of them, whose names stand below it."""
    return any(
        column.field in ("donor", "recipient") and beside.heading == "" and _of_numbers(senses.cells(beside))
        for column, beside in zip(senses.columns, senses.columns[1:], strict=False)
        if _of_numbers(senses.cells(column))
    )


def _of_numbers(cells: Sequence[str]) -> bool:
    return bool(cells) and 2 * sum(1 for cell in cells if plain_number(cell) is not None) >= len(cells)


def _is_way(column: Column, cells: Sequence[str]) -> bool:
    """Whether a column said to be of givers tells by which way a gift came: 来源, or From above WeChat."""
    if column.field != "donor" or column.by_user:
        return False
    return _are_ways(cells) or _WAY.fullmatch(normal(column.heading)) is not None


def _are_ways(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(WAYS.fullmatch, map(normal, cells)))


def _of_one_person(senses: Senses) -> None:
    """Of 部门 and 姓名 in the same rows, the person is the party, and the other only says where they belong, which is noted; of a company beside
    a first and a last name it is one where there is no person.
    """
    columns = senses.of("party")
    if any(column.is_part for column in columns):
        return
    persons = [column for column in columns if _PERSON.search(normal(column.heading))]
    codes = [
        column
        for column in persons
        if column.joined.endswith("id") and all(map(row_numbers.has_digit, senses.cells(column)))
    ]
    if 0 < len(codes) < len(persons):  # 用户ID beside 用户名
        for column in codes:
            column.field = PASSED
        persons, columns = ([each for each in some if each not in codes] for some in (persons, columns))
    if len(columns) > 1 and len(persons) == 1 and not _disjoint(senses, ("party",)):
        for column in columns:
            column.field = "party" if column in persons else REMARK


def _disjoint(senses: Senses, fields: Sequence[str]) -> bool:
    """Whether of the columns of these fields only one is filled in each row."""
    indexes = [column.index for column in senses.of(*fields)]
    return all(sum(1 for index in indexes if index < len(row) and shown(row[index])) < 2 for row in senses.below)  # noqa: PLR2004


def _gives(senses: Senses) -> bool:
    """Money beside a name was given, where nothing says otherwise; goods may have gone either way, unless headings say."""
    if senses.way is not None:
        return senses.way == "in"
    if any(map(_is_of_gifts, senses.of("party"))):
        return False
    said = any(SAYS_GIVEN.search(column.in_words) for column in senses.of(*_GIVEN))
    return said or (senses.has("money") and not senses.has("quantity", "item"))
