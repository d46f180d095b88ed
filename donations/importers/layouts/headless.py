"""Tables without any headings: what each column is, told by what stands in it, where that is safe."""

from collections.abc import Mapping, Sequence

from donations.domain.paper_fields import PASSED
from donations.domain.slip_words import may_be_person
from donations.importers.columns.columns import STATISTIC, UNCLEAR, Around, Group, Layout
from donations.importers.columns.figures import says_how_many
from donations.importers.columns.gift_sorts import heads_sorts
from donations.importers.columns.title import Title
from donations.importers.layouts.cell_sorts import are_codes, sort_of, sorts_of, texts_at
from donations.importers.layouts.layout import columns_of, layout_of
from donations.importers.layouts.steles import stele
from donations.importers.patterns import pattern_of
from donations.importers.stream import Row
from donations.importers.words.cells import Misfit, cell_at, plain_number, shown
from donations.importers.words.counting import Counted, counted
from donations.importers.words.foot import GRAND, PART, total_of
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.money_cells import money, says_yuan
from donations.importers.words.ways import WAYS

_FEWEST = 2
_SEVERAL = 3
_SAY_NOTHING = {"-", "serial", "date"}
_LABELS = ("date", "quantity", "spent", "status")
"""What headings mean that stand before a single thing, as on a cover: 电话, 启用日期, 册数."""
_LABEL = pattern_of(
    r"[^0-9]{0,8}(?:收入|支出|结余|结存|结转|余额|总额|年度|年份|[页册人户笔]数|人次|电话|手机号?码?|传真|邮箱|地址|账号|开户行)(?::?[0-9]{1,9}[笔次])?|(?:编制|填报|记账|主管)?(?:单位名称|会计|出纳|负责人|制表人?)"
)
_TIME = pattern_of(r"(?:[0-9]{4}年)?(?:(?:[1-9]|1[0-2])月份?|第?[一二三四]季度|[上下]半年|全年)")
_TELLING = (
    "donor", "recipient", "item", "quantity", "specification", "date", "value", "money", "spent", "project", "note", "payer",
    "summary", "purpose", "party", "person",
)  # fmt: skip
_WHO = ("donor", "recipient", "party")
_PART = pattern_of(
    r".{1,12}(?:[组部科室处队班级村楼栋号镇乡区]|单元|街道|车间|支部|年级|中心|办公室)|.{0,8}(?:工会|团委|妇联)|初[一二三]|高[一二三]|[0-9]{1,4}届"
)
"""What a part of a body or place is called: 财务部, 一组, 三（2）班, 3号楼."""
_OF_BODIES = frozenset({"组", "部", "户", "人", "名", "位", "家", "页", "册", "村", "期"})
"""Counts what is no gift, or is part of a name: 张家村2组."""
_OF_A_COVER = pattern_of(
    r"(?:.{0,6}(?:目标|人均|累计|起捐|限额|标准|总额)(?:金额)?|第[0-9一二三四五六七八九十]+[批期次]|附[件表][0-9一二三四五]?|(?:活动|募捐|捐款)?(?:主题|活动)|(?:捐[赠款助]|[收付]款)(?:单位|企业|[人者方])(?:名称|姓名)?"
    r"|(?:截[至止]|上[期年月次]|本[期年月次]|今[年日天]|昨[日天]|承前|每|已[到收付筹]|购买|采购|支付).{0,10}|.{0,6}费用?|其中|[总合]?共|序号|现金|物资|其[他它]|善?款项?|资金|(?:经办|联系|经手)人|受赠)"
)
"""What stands above a list beside an amount in words, and is nobody's name: 目标 一万元, 昨日累计 伍仟元."""

_INCOME = pattern_of(
    r"(?:收入|收支|募捐|募集|筹款|筹资|善款|资金)(?:项目|类别|类型|种类|分类|渠道|科目|名称|内容|性质)|科目|平台(?:名称)?"
)
"""Where a list says what income was for, or of what sort: these are sums of many gifts."""


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row looks like a record: two cells at least, one of them with an amount or a date."""
    texts = [text for cell in cells if (text := shown(cell))]
    return len(texts) > 1 and any(sort_of([text]) not in ("text", "unit", "phone") for text in texts)


def headless(
    rows: Sequence[Row], title: Title, said: Mapping[str, str], *, given: bool = False, above: Sequence[Row] = ()
) -> Layout | None:
    """The layout of a table that begins with the first of `rows`; of sort `unclear` where it can't be told safely.

    Headings that nobody understood, among the rows or `above` them, say something else than the cells alone. None where
    the rows are no table.
    """
    data = [cells for _, cells in rows if is_data(cells)]
    width = max((len(cells) for cells in data), default=0)
    if len(data) < _FEWEST or _is_form(data) or _names_people(data, width):
        return None
    has_headings = any(_says_headings(cells) for _, cells in [*above, *rows])
    has_headings = has_headings or any(_heads_each(cells, width) for _, cells in above)
    names_nobody = any(_heads_none(cells, width) for _, cells in above)
    if not (has_headings or names_nobody) and (board := stele(data, width, title, said, _is_nobodys)) is not None:
        return board
    columns = columns_of([""] * width, None, said)
    if not any(column.field for column in columns) and not has_headings:
        told = [row for row in data if not any(total_of(shown(cell)) in (GRAND, PART) for cell in row)] or data
        fields = _fields(told, width, title)
        if told != data and set(fields) <= _SAY_NOTHING:  # 3栋 beside 合计 is no quantity
            fields = _fields(data, width, title)
        for column, field in zip(columns, fields, strict=True):
            column.field = field
    layout = layout_of(columns, Around(data, title.way, given, title.buys), 0)
    if not any(column.field not in ("", "-", "serial") for column in columns):
        layout.groups = [Group(UNCLEAR, columns)]
    elif names_nobody and not said and any(group.sort != STATISTIC for group in layout.groups):
        for column in columns:
            column.field = PASSED
        layout.groups = [Group(UNCLEAR, columns)]
    return layout


def begins_at(passed: Sequence[Row], first: int, layout: Layout) -> int:
    """Where the table truly begins whose first record with an amount in numbers or a date is that at `first`: at the topmost of the
    lines right above it that say a gift in words or of goods (李华 口罩500个, 张伟 壹佰元).
    """
    fields = [column.field for column in layout.groups[0].columns] if len(layout.groups) == 1 else []
    start = first
    for place in range(first - 1, -1, -1):
        is_gift = says_a_gift(passed[place][1], fields)
        if is_gift is None:
            break
        start = place if is_gift else start
    return start


def says_a_gift(cells: Sequence[str], fields: Sequence[str]) -> bool | None:
    """Whether a line whose cells are these fields is a gift in words or of goods, and neither headings nor a line of a cover.

    None where not all that a gift needs stands in it.
    """
    said = {field: shown(cell_at(cells, index)) for index, field in enumerate(fields)}
    who, amount = said.get("donor") or said.get("recipient", ""), said.get("money") or said.get("quantity", "")
    if not who or not amount or who == amount or ("quantity" in said and not said.get("item")):
        return None
    if ":" in who or "：" in who or _is_label(who, alone=True) or _OF_A_COVER.fullmatch(normal(who)):
        return False
    return _is_gift(amount) if "money" in said else _is_unknown_many(amount)


def _is_gift(amount: str) -> bool:
    """Whether a cell of a column of amounts is money or goods: 书籍一批; not 接收捐款（万元）, nor 张家村2组 of a cover."""
    heading = understood(amount)
    if heading.sense is not None or heading.factor != 1 or heading.currency is not None or heading.unit is not None:
        return False
    try:
        found = money(amount, 1, None)
    except Misfit:
        return False
    return all(each.is_money or each.unit not in _OF_BODIES for each in found)


def _is_unknown_many(text: str) -> bool:
    """Whether a cell says that nobody knows how many: 一批, 若干."""
    try:
        found = counted(text, "", 1)
    except Misfit:
        return False
    return isinstance(found, Counted) and found.number is None and understood(text).sense is None


def has_headings_of_gifts(rows: Sequence[Row]) -> bool:
    """Whether a line among the rows names several fields, who gave or received one of them, and at once below it stand records
    no wider than it: a table of which nobody understood another heading.
    """
    for place, (_, cells) in enumerate(rows[:-_FEWEST]):
        texts = [text for cell in cells if (text := shown(cell))]
        below = [row for _, row in rows[place + 1 : place + 1 + _FEWEST]]
        senses = {understood(text).sense for text in texts}
        if (
            not senses.isdisjoint(_WHO)
            and (_says_headings(cells) or ("serial" in senses and not is_data(cells)))
            and all(is_data(row) and sum(1 for cell in row if shown(cell)) <= len(texts) for row in below)
        ):
            return True
    return False


def _is_form(data: Sequence[Sequence[str]]) -> bool:
    """Whether the rows are words with what belongs to each behind it, as on a cover: 启用日期 2024-01-01, 册数 2."""
    said = [[text for cell in cells if (text := shown(cell))] for cells in data]
    labels = sum(1 for texts in said if len(texts) == 2 and _is_label(texts[0], alone=True))  # noqa: PLR2004
    return 2 * labels > len(said) and all(len(texts) == 2 for texts in said)  # noqa: PLR2004


def _has_labels(data: Sequence[Sequence[str]]) -> bool:
    """Whether a word stands where a name belongs that is nobody's: 支出 5000, 1月 300."""
    said = ([text for cell in cells if (text := shown(cell)) and sort_of([text]) == "text"] for cells in data)
    return any(words and _is_label(words[0], alone=len(words) == 1) for words in said)


def _is_nobodys(text: str) -> bool:
    return _is_label(text, alone=True)


def _is_label(text: str, *, alone: bool) -> bool:
    plain = normal(text).rstrip(":")
    return (
        understood(plain).sense in _LABELS
        or _LABEL.fullmatch(plain) is not None
        or (alone and _TIME.fullmatch(plain) is not None)
    )


def _names_people(data: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the rows say how people are reached, and beside that no amount and no day."""
    sorts = {sort_of(texts_at(data, index)) for index in range(width)}
    return "phone" in sorts and sorts <= {"phone", "serial", "text", "blank"}


def _says_headings(cells: Sequence[str]) -> bool:
    """Whether a row names several fields, and no amount: 捐赠单位 品名 1月 2月 3月."""
    texts = [text for cell in cells if (text := shown(cell))]
    if any(sort_of([text]) not in ("text", "unit", "phone", "date") for text in texts):
        return False
    senses = {understood(text).sense for text in texts}
    return len(senses.intersection(_TELLING)) > (PASSED not in senses)


def _heads_each(cells: Sequence[str], width: int) -> bool:
    """Whether a row has words above each of several columns, and what some of them mean is known: 善信芳名 喜缘 祈愿 灯数."""
    texts = [text for cell in cells if (text := shown(cell))]
    is_of_all = _SEVERAL <= width <= len(texts) and all(sort_of([text]) == "text" for text in texts)
    return is_of_all and any(understood(text).sense in _TELLING for text in texts)


def _heads_none(cells: Sequence[str], width: int) -> bool:
    """Whether a row has a word above each column, and one of them says that what stands below it is no name or no amount:
    类型, 方式 or 收入项目 where names would stand, 人数 above the numbers.
    """
    texts = [text for cell in cells if (text := shown(cell))]
    is_of_all = len(texts) == width > 1 and not any(":" in text or "：" in text for text in texts)
    return is_of_all and any(heads_sorts(text) or says_how_many(text) or _INCOME.fullmatch(text) for text in texts)


def _fields(data: Sequence[Sequence[str]], width: int, title: Title) -> list[str]:
    """What each column is; nothing but `-` where not all that is needed can be told."""
    sorts = sorts_of(data, width)
    fields = ["-"] * width
    if sorts.count("date"):
        fields[sorts.index("date")] = "date"
    said = [index for index, sort in enumerate(sorts) if sort == "text"]
    ways = [index for index in said if all(WAYS.fullmatch(normal(text)) for text in texts_at(data, index))]
    words = [index for index in said if index not in ways]  # 微信, 李华, 300: the way is no name, on whichever side
    words = [index for index in words if not are_codes(texts_at(data, index))] or words
    for index in (index for index, sort in enumerate(sorts) if sort == "serial"):
        fields[index] = "serial"
    numbers = [index for index, sort in enumerate(sorts) if sort == "number"]
    yuan = [index for index, sort in enumerate(sorts) if sort == "money"] or (
        numbers if _speaks_of_money(title) else []
    )
    goods = [index for index, sort in enumerate(sorts) if sort == "quantity"]
    goods = goods or (numbers if "unit" in sorts else [])
    if not words or _has_labels(data) or any(_holds_amounts(data, index) for index in words):
        return ["-"] * width  # 微信 300, 现金 50: nobody gave those
    if _are_parts(texts_at(data, words[0]), [texts_at(data, index) for index in words[1:]]):
        return ["-"] * width
    if len(goods) == 1 and len(words) > 1 and title.way:
        _name(
            fields,
            {
                "quantity": goods,
                "unit": [sorts.index("unit")] if "unit" in sorts else [],
                "item": words[1:2],
                "note": [*words[2:], *ways],
            },
        )
        fields[words[0]] = "donor" if title.way == "in" else "recipient"
    elif len(yuan) == 1 and len({*yuan, *numbers}) == 1 and not goods and title.way != "out":
        _name(fields, {"money": yuan, "donor": words[:1], "note": [*words[1:], *ways]})
    else:
        return ["-"] * width
    return fields


def _are_parts(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether the first words of the rows say where those belong whose names follow them (财务部 李华, 一组 王芳), or may."""
    if not all(map(_PART.fullmatch, first)):
        return False
    return any(2 * sum(map(may_be_person, texts)) > len(first) for texts in others)


def _holds_amounts(data: Sequence[Sequence[str]], index: int) -> bool:
    """Whether amounts stand among the words of a column: in some rows they are of something else."""
    return any(plain_number(text) is not None or says_yuan(text) for text in texts_at(data, index))


def _name(fields: list[str], columns: Mapping[str, Sequence[int]]) -> None:
    for field, indexes in columns.items():
        for index in indexes:
            fields[index] = field


def _speaks_of_money(title: Title) -> bool:
    return title.currency is not None or any(word in title.text for word in ("捐款", "善款", "募捐", "元"))
