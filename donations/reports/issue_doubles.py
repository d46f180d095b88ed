"""What an issue would print twice alike: the same party, item, amount and day, in two entries or in two lines of one."""

import json
from collections.abc import Sequence

from donations.domain.issue import Alike, Scope
from donations.domain.masking import NOBODY_KNOWN, UNNAMED
from donations.reports.amendments import Amendments
from donations.reports.issue_sums import OUT, RECEIVED
from donations.reports.selection import numbers_of, rows
from donations.store.book import Book

_BY_ROLE = """(select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = l.entry and n.role = '{role}' order by n.party))"""
_NAMED = f"""exists (
    select 1 from entry_names as n join parties as p on p.number = n.party
    where n.entry = l.entry and n.role = 'donor' and p.sort is not '{UNNAMED}'
      and n.name not in (select value from json_each(:nobody)))"""  # noqa: S608 - a constant above
_TOGETHER = {
    RECEIVED: {
        "amount": "l.received",
        "who": _BY_ROLE.format(role="donor"),
        "named": _NAMED,
        "goal": "l.own_recipient",
    },
    OUT: {
        "amount": "l.spent + l.distributed",
        "who": f"coalesce(l.own_recipient, {_BY_ROLE.format(role='recipient')}, {_BY_ROLE.format(role='supplier')})",
        "named": "1",
        "goal": "iif(e.type = 'purchase', (select group_concat(b.item || ' ' || ifnull(b.bought, '?')) from lines as b where b.entry = l.entry and b.flow = 'bought'), null)",
    },
}
"""By figure: the amount in it, whose row it is in whatever order they were said, whether that is anybody, and what else tells two apart."""

# Two lines of one entry are the same where nothing that was said of them differs; two entries where a reader sees no difference.
_ALIKE = """
with said as (
  select l.entry, e.date, l.item, l.item_name, {amount} as amount, {who} as who, {named} as is_named, {goal} as goal,
    l.entry || '/' || l.store || '/' || l.purpose || '/' || ifnull(l.batch, '') || '/' || ifnull(l.expires_on, '') || '/' || ifnull(l.value_minor, '') as line
  from lines as l join entry_links as e on e.number = l.entry
  where e.date between :begin and :end and e.number not in (select value from json_each(:without))
    and ({amount} is null or {amount} <> 0)
)
select ifnull(who, '—'), item_name, group_concat(distinct entry), count(distinct entry) as entries,
  count(*) > count(distinct line), max(is_named and who is not null), item in (select item from item_now where is_money) and ifnull(amount, 1) > 0
from said group by date, who, goal, item, amount having count(*) > 1 order by min(entry)
"""


def alike(book: Book, scope: Scope, amended: Amendments) -> list[Alike]:
    """The rows of the issue that say the same, as the treasurer reads them. Who is nobody known may be two in two entries."""
    parameters = {
        "begin": scope.begin.isoformat(), "end": scope.end.isoformat(),
        "without": numbers_of([*amended.entries, *amended.cancelled]),
        "nobody": json.dumps(sorted(NOBODY_KNOWN)),
    }  # fmt: skip
    book.expect_crowds()
    found: list[Alike] = []
    for figure, parts in _TOGETHER.items():
        for who, item, numbers, entries, is_within, is_named, is_money in rows(
            book, _ALIKE.format(**parts), parameters
        )():
            several = sorted(map(int, str(numbers).split(",")))
            if is_within or (entries != 1 and is_named):
                is_usual = bool(figure == RECEIVED and is_money and not is_within)
                one = Alike(str(who), str(item), several, is_usual=is_usual)
                found += [one] if one not in found else []
    return [one for one in found if not _is_told(one, found)]


def _is_told(one: Alike, found: Sequence[Alike]) -> bool:
    """Whether money that was passed on is asked about as given out already."""
    return one.is_usual and any(not other.is_usual and other.entries == one.entries for other in found)
