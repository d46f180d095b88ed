"""Words above a table by which it is a budget or a plan, and says of no gift that it came: 2023年度预算, 捐款计划表, Planned gifts."""

from collections.abc import Sequence

from donations.domain.text import tidy
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

_LONGEST = 40
"""A longer line above a table is prose, which may speak of much."""
_LIST = r"(?:明细|清单|一览|汇总|统计|公示|情况|安排|编制|方案|草案|初稿|总?[表书单案])*"
_END = r"\s*(?:[(（\[【].*)?[\s0-9年月日度:：/.\-—–~]*"
_OF_MONEY = (
    r"(?:收支|捐[款赠资助献物]|筹[款资集]|募[捐款集]|资金|经费|财务|收入|支出|用款|费用|使用|采购|发放|分配|年度|工作)"
)
_IN_CHINESE = pattern_of(
    rf".*(?<!纳入)(?<!列入)(?<![内外超])预算(?:收入|支出|收支|资金|经费|金额|款)?{_LIST}{_END}"
    rf"|.*(?:概算|(?:预计|计划|拟)(?:支出|开支|采购|使用)){_LIST}{_END}"
    rf"|.*(?:{_OF_MONEY}计划{_LIST}|计划(?:表|书|草案|方案|安排表?)){_END}"
)
"""春蕾计划 is what a programme is called, 春蕾计划汇总表 a list of it; 预算内捐款, 计划生育协会 and 计划单列市 are no plans."""
_DONE = pattern_of(
    r"执行|决算|实际|\bactuals?\b|\b(?:to|towards?|against|within|under|over|from|by)\s(?:\w+\s)*budget\b"
)
"""What was spent or came of a budget, or was given to it, as churches say it."""
_ENGLISH_END = r"(?:\s(?:plan|table|list|schedule|sheet|worksheet|summary|report|draft|proposal|estimate)|\s(?:for|in|by)\s[^:.]*|\s?fy|[\s0-9/()–—-])*"
_IN_ENGLISH = pattern_of(
    rf"(?:[^:.]*[\s(])?(?:(?:planned|budgeted|projected|forecast(?:ed)?|anticipated|expected)\s(?:charitable\s|cash\s)?(?:donations?|gifts?|giving|contributions?|income|revenues?|receipts|support|spending|expen[cds]\w+|purchases?)|estimated\s(?:costs?|expen[cds]\w+)"
    rf"|budget|(?:donations?|gifts?|giving|contributions?|income|revenue|fundraising)\s(?:forecast|projections?|plan)){_ENGLISH_END}"
)
"""Planned Parenthood and Budget Offering are no plans."""


def title_plans(lines: Sequence[str]) -> bool:
    """Whether a line above a table calls it a budget or a plan."""
    plain = [simplified(tidy(line)).casefold() for line in lines if len(line) <= _LONGEST]
    return any(
        (_IN_CHINESE.fullmatch(line) or _IN_ENGLISH.fullmatch(line)) and not _DONE.search(line) for line in plain
    )
