"""Where gifts went: every unit of every gift is accounted for, and recipients got just what the gifts gave them."""

import random
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import Desk
from histories import History, begin, random_act
from model import Act, Gift
from test_treasurer import draft_of, written

from donations import errors
from donations.domain.entry import Flow
from donations.domain.parsing import parse_quantity
from donations.domain.period import Period
from donations.domain.piles import NOWHERE, Lot, Origin, Pile, Slice, Wanted
from donations.domain.shares import shares
from donations.domain.tracing import HELD, Move, trace
from donations.reports.trace import parts_of
from donations.services import closing as closings
from donations.services import correcting, recording
from donations.services.changes import Changes
from donations.store.book import Book

BOOKS, SHORT, ACTS = 48, 10, 90
CLOSED_BOOKS, BEFORE, SINCE = 12, 40, 30
CLOSINGS = (
    ((date(2020, 1, 1), date(2020, 1, 31)), (date(2020, 2, 1), date(2020, 2, 29)), "2020-04-02T08:00:00Z"),
    ((date(2020, 3, 1), date(2020, 3, 31)), "2020-04-20T08:00:00Z"),
    ((date(2020, 4, 1), date(2020, 4, 30)), "2020-05-02T08:00:00Z"),
)
"""Months that are closed one after the other, and when: what is said after that is of closed months, again and again."""


def test_shares_add_up_and_none_is_above_its_weight(chance: random.Random) -> None:
    for _try in range(5000):
        most = 10 ** chance.randint(0, 15)
        weights = [chance.choice((0, chance.randint(0, most), most)) for _ in range(chance.randint(1, 9))]
        if not any(weights):
            continue
        whole, total = chance.randint(0, sum(weights)), sum(weights)
        parts = shares(whole, weights)
        assert sum(parts) == whole
        for part, weight in zip(parts, weights, strict=True):
            assert 0 <= part <= weight
            assert abs(part * total - whole * weight) < total, "less than a unit from its exact share"


def test_the_largest_remainder_gets_the_rest() -> None:
    assert shares(100, [1, 1, 1]) == [34, 33, 33]
    assert shares(10, [5, 3, 2]) == [5, 3, 2]
    assert shares(1, [3, 7]) == [0, 1]
    assert shares(0, [3, 7]) == [0, 0]


def test_first_in_first_out_but_a_refund_takes_its_own() -> None:
    mine, other = Origin(1, 1), Origin(2, 1)
    pile = Pile()
    pile.put([Slice(other, 10)])
    pile.put([Slice(mine, 5)])
    assert pile.take(3) == [Slice(other, 3)]
    own = [Wanted(frozenset({"李华"}))]
    assert pile.take(6, first=own, given_by={mine: "李华", other: "王芳"}) == [Slice(mine, 5), Slice(other, 1)]
    assert pile.take(8) == [Slice(other, 6), Slice(NOWHERE, 2)]
    assert pile.total == 0
    lot = Lot([Slice(mine, 2), Slice(other, 4)], 6)
    assert lot.take(3) == [Slice(mine, 1), Slice(other, 2)]


def test_what_goes_back_of_a_joint_gift_is_followed_to_it(desk: Desk) -> None:
    """Own gifts first, then those given together, and only then anybody's; so is what one of several brings back."""
    desk.do("receive 王芳 50元 口罩9个 --date 2020-02-01 --yes")
    desk.do("receive 赵一 50元 --with 钱二 --date 2020-02-01 --yes")
    desk.do("receive 钱二 20元 --date 2020-02-02 --yes")
    desk.do("refund 钱二 60元 --date 2020-02-03 --yes --opening")  # as books say it in which one of them got of both

    def became(gift: int) -> list[tuple[str, str]]:
        return [(row["became"], row["amount"]) for row in desk.read(f"trace {gift}", table=1) if row["item"] == "CNY"]

    assert became(1) == [("held", "50")]
    assert became(2) == [("refunded", "40"), ("held", "10")]
    assert became(3) == [("refunded", "20")]
    desk.do("distribute 市三院 --to 市二院 口罩9个 --date 2020-02-04 --yes --new")
    desk.do("return 市二院 口罩4个 --date 2020-02-05 --yes")
    masks = {row["became"]: row["amount"] for row in desk.read("trace 1", table=1) if row["item"] == "口罩"}
    assert masks == {"distributed": "9", "returned": "-4", "held": "4"}


def test_what_was_given_straight_through_can_come_back(desk: Desk) -> None:
    desk.do("receive 李华 手套5双 --to 市三院 --date 2020-02-01 --yes")
    desk.do("return 市三院 手套2双 --date 2020-02-02 --yes")
    desk.do("distribute 市二院 手套1双 --date 2020-02-03 --yes --new")
    rows = [(row["became"], row["amount"], row["to"]) for row in desk.read("trace 1", table=1)]
    assert rows == [
        ("relayed", "5", "市三院"), ("returned", "-2", "市三院"), ("distributed", "1", "市二院"), ("held", "1", None),
    ]  # fmt: skip


def test_what_came_in_later_that_day_waits_for_nobody() -> None:
    """An entry is followed once there is what it takes, whatever its number among those of the day."""
    day = "2020-02-01"
    moves = [
        Move(1, 1, day, Flow.DISTRIBUTED, 7, 1, 1, 5, False, "9"),
        Move(2, 1, day, Flow.SPENT, 1, 1, 1, 100, False, ""),
        Move(2, 2, day, Flow.BOUGHT, 7, 1, 1, 5, False, ""),
        Move(3, 1, day, Flow.RECEIVED, 1, 1, 1, 100, False, "4"),
    ]
    parts = list(trace(moves))
    assert [(p.origin, p.became, p.minor) for p in parts] == [
        (Origin(3, 1), Flow.BOUGHT, 100),
        (Origin(3, 1, 2), Flow.DISTRIBUTED, 5),
    ]


def test_purposes_and_stores_are_followed_apart_and_a_transfer_takes_along() -> None:
    moves = [
        Move(1, 1, "2020-02-01", Flow.RECEIVED, 7, 1, 1, 5, False, "4"),
        Move(2, 1, "2020-02-01", Flow.RECEIVED, 7, 1, 2, 6, False, "5"),
        Move(3, 1, "2020-02-02", Flow.MOVED_OUT, 7, 1, 2, 4, False, ""),
        Move(3, 2, "2020-02-02", Flow.MOVED_IN, 7, 3, 2, 4, False, ""),
        Move(4, 1, "2020-02-03", Flow.DISTRIBUTED, 7, 3, 2, 3, False, "9"),
    ]
    parts = {(p.origin.entry, p.became, p.store, p.purpose): p.minor for p in trace(moves)}
    assert parts == {
        (2, Flow.DISTRIBUTED, 0, 0): 3, (1, HELD, 1, 1): 5, (2, HELD, 1, 2): 2, (2, HELD, 3, 2): 1,
    }  # fmt: skip


def test_about_makes_all_rough_that_lies_with_it_until_nothing_is_left() -> None:
    moves = [
        Move(1, 1, "2020-02-01", Flow.RECEIVED, 7, 1, 1, 5, False, "4"),
        Move(2, 1, "2020-02-02", Flow.DISTRIBUTED, 7, 1, 1, 2, True, "9"),
        Move(3, 1, "2020-02-03", Flow.DISTRIBUTED, 7, 1, 1, 3, False, "9"),
        Move(4, 1, "2020-02-04", Flow.RECEIVED, 7, 1, 1, 5, False, "4"),
        Move(5, 1, "2020-02-05", Flow.RECEIVED, 7, 2, 1, None, True, "4"),
    ]
    parts = {(p.origin.entry, p.entry): (p.minor, p.rough) for p in trace(moves)}
    assert parts == {(1, 2): (2, True), (1, 3): (3, True), (4, 0): (5, False), (5, 5): (None, True)}


# --- whole books


def came_in(book: Book) -> dict[tuple[int, int], tuple[int, int | None]]:
    """Item and amount of each line that brought something in from outside, read past the engine."""
    query = """
        select l.entry, l.position, l.item, l.amount_minor from lines as l join entries_dated as d on d.number = l.entry
        where d.is_standing and (l.flow in ('received', 'relayed', 'gained')
          or (l.flow = 'bought' and not exists (select 1 from lines as s where s.entry = l.entry and s.flow = 'spent')))
    """
    return {(entry, position): (item, minor) for entry, position, item, minor in book.connection.execute(query)}


def reached(book: Book) -> dict[tuple[str, int], int]:
    """What each recipient got of each item, less what it brought back."""
    query = """
        select coalesce(l.own_recipient, e.recipient), l.item, sum(l.distributed) from lines as l
        join entries as e on e.number = l.entry join entries_dated as d on d.number = l.entry
        where d.is_standing and l.flow in ('relayed', 'distributed', 'returned') and l.amount_minor is not null
        group by 1, 2 having sum(l.distributed) <> 0
    """
    return {(who, item): minor for who, item, minor in book.connection.execute(query)}


def on_hand(book: Book) -> dict[tuple[int, int, int], int]:
    query = "select item, store, purpose, sum(change) from day_stocks group by 1, 2, 3 having sum(change) <> 0"
    return {(item, store, purpose): minor for item, store, purpose, minor in book.connection.execute(query)}


def hold_to_account(book: Book) -> None:
    """Every unit of every gift: went out + is on hand = given; recipients and stores have what the book says they have."""
    lines, parts = parts_of(book)
    given_in = came_in(book)
    assert {(origin.entry, origin.position) for origin in lines} <= set(given_in)
    of_gift: defaultdict[tuple[int, int], int] = defaultdict(int)
    of_purchase: defaultdict[tuple[int, int], int] = defaultdict(int)
    to: defaultdict[tuple[str, int], int] = defaultdict(int)
    held: defaultdict[tuple[int, int, int], int] = defaultdict(int)
    who = {
        (entry, position): name
        for entry, position, name in book.connection.execute(
            "select l.entry, l.position, coalesce(l.own_recipient, e.recipient) from lines as l join entries as e on e.number = l.entry"
        )
    }
    for part in parts:
        minor = part.minor or 0
        if part.origin.purchase:
            of_purchase[part.origin.purchase, part.item] += minor
        elif part.origin != NOWHERE:
            assert part.item == given_in[part.origin.entry, part.origin.position][0]
            of_gift[part.origin.entry, part.origin.position] += minor
        if part.became in (Flow.DISTRIBUTED, Flow.RELAYED, Flow.RETURNED) and part.minor is not None:
            to[who[part.entry, part.position], part.item] += part.minor
        if part.became == HELD:
            held[part.item, part.store, part.purpose] += minor
    assert {key: minor for key, minor in of_gift.items() if minor} == {
        key: minor for key, (_item, minor) in given_in.items() if minor
    }
    unknown = {(p.origin.entry, p.origin.position) for p in parts if p.minor is None and not p.origin.purchase}
    assert unknown == {key for key, (_item, minor) in given_in.items() if minor is None}
    assert {key: minor for key, minor in to.items() if minor} == reached(book)
    assert dict(held) == on_hand(book)
    bought = book.connection.execute(
        """select l.entry, l.item, sum(l.amount_minor) from lines as l join entries_dated as d on d.number = l.entry
        where d.is_standing and l.flow = 'bought' and exists (select 1 from lines as s where s.entry = l.entry and s.flow = 'spent')
        group by 1, 2 having sum(l.amount_minor) > 0"""
    )
    paid_by_nobody = {p.entry for p in parts if p.origin == NOWHERE and p.became == Flow.BOUGHT}
    for entry, item, minor in bought:
        assert entry in paid_by_nobody or of_purchase[entry, item] == minor


@pytest.mark.parametrize(
    "seed", [*range(SHORT), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(SHORT, BOOKS))]
)
def test_every_unit_of_every_gift_is_accounted_for(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    history = begin(tmp_path / "book.db")
    with closing(history.book):
        for _act in range(ACTS):
            history.step(chance)
        hold_to_account(history.book)
        _lines, parts = parts_of(history.book)
        kinds = {part.became for part in parts}
        assert {Flow.DISTRIBUTED, HELD} <= kinds


def change_closed(history: History, chance: random.Random, now: str) -> None:
    """One act that takes back, corrects or records something; what is refused is passed over."""
    book, way = history.book, chance.randrange(6)
    standing = [
        number
        for (number,) in book.connection.execute(
            "select number from entries_dated where is_standing and type <> 'missing'"
        )
    ]
    with suppress(errors.DonationsError):
        if way == 0:
            correcting.reverse(book, chance.choice(standing), "误记", now)
        elif way < 5:
            number = chance.choice(standing)
            query = "select item_name, amount_minor, decimals from lines where entry = ? and item_name <> 'USD'"
            item, minor, decimals = chance.choice(book.connection.execute(query, (number,)).fetchall())
            most = max((minor or 400) // 10**decimals, 2)
            number_said = Fraction(
                chance.choice((chance.randint(1, most), chance.randint(1, most), chance.randint(1, 2 * most)))
            )
            changes = Changes(quantities=(parse_quantity(written(Gift(item, number_said))),), given_before=True)
            correcting.correct(book, number, changes, now)
        else:
            recording.record(book, draft_of(random_act(chance)), now)


def empty(history: History, chance: random.Random) -> None:
    """Move and give out nearly all that is on hand, so that what came in first is needed; then more comes in."""
    query = """
        select item_name, store_name, coalesce(purpose_name, ''), sum(change), max(decimals) from day_stocks
        where item_name in ('CNY', '口罩', '蔬菜', '消毒液') group by item, store, purpose
    """
    for item, store, purpose, minor, decimals in history.book.connection.execute(query).fetchall():
        for kind in ("transfer", "distribute"):
            if number := Fraction(minor // 2 // 10**decimals):
                gift, target = Gift(item, number), "" if store else "二号仓"
                history.record(Act(kind, 35, (gift,), "九江市", store or "", purpose, target))
    for act in (random_act(chance) for _try in range(60)):
        if act.type in {"receive", "buy"}:
            history.record(replace(act, day=chance.randint(36, 59)))


def books_with_closed_months(folder: Path, seed: int) -> History:
    """A book of random acts whose months were closed, and then corrected, several times."""
    chance = random.Random(seed)
    history = begin(folder / f"book{seed}.db")
    for _act in range(BEFORE):
        history.step(chance)
    empty(history, chance)
    for *months, now in CLOSINGS:
        for begins, ends in months:
            closings.close(history.book, Period(begins, ends), date.fromisoformat(now[:10]), now)
        for _act in range(SINCE):
            change_closed(history, chance, now)
    return history


def test_every_unit_is_accounted_for_where_closed_months_were_corrected(tmp_path: Path) -> None:
    """Up and down, taken back, money and goods, through transfers and purchases, again and again."""
    owed = moved = 0
    for seed in (*range(CLOSED_BOOKS), 1008):  # in the last one, what was brought back makes good what it came out of
        with closing(books_with_closed_months(tmp_path, seed).book) as book:
            hold_to_account(book)
            lines, parts = parts_of(book)
            days = dict(book.connection.execute("select number, date from entries_dated").fetchall())
            moved += sum(move.day != days[move.entry] for move in lines.values())
            came = {origin: move.day for origin, move in lines.items()}
            owed += sum(bool(p.entry) and came.get(p.origin, "") > days[p.entry] for p in parts)
    assert moved > CLOSED_BOOKS
    assert owed > CLOSED_BOOKS


# --- what a correction left too little for


def test_what_comes_in_next_makes_good_what_left_before() -> None:
    """Through a transfer, a return and a purchase, each unit is of whoever's came in for it."""
    first, later = "2020-02-01", "2020-02-05"
    moves = [
        Move(1, 1, first, Flow.RECEIVED, 7, 1, 1, 4, False, "4"),
        Move(2, 1, first, Flow.MOVED_OUT, 7, 1, 1, 10, False, ""),
        Move(2, 2, first, Flow.MOVED_IN, 7, 2, 1, 10, False, ""),
        Move(3, 1, "2020-02-02", Flow.DISTRIBUTED, 7, 2, 1, 10, False, "9"),
        Move(4, 1, "2020-02-03", Flow.RETURNED, 7, 2, 1, 5, False, "9"),
        Move(5, 1, later, Flow.RECEIVED, 7, 1, 1, 8, False, "5"),
    ]
    sums: defaultdict[tuple[int, str, int], int] = defaultdict(int)
    for part in trace(moves):
        sums[part.origin.entry, part.became, part.store] += part.minor or 0
    assert {key: minor for key, minor in sums.items() if key[0] == 1} == {
        (1, Flow.DISTRIBUTED, 0): 4, (1, Flow.RETURNED, 0): -2, (1, HELD, 2): 2,
    }  # fmt: skip
    assert {key: minor for key, minor in sums.items() if key[0] == 5} == {
        (5, Flow.DISTRIBUTED, 0): 6, (5, Flow.RETURNED, 0): -3, (5, HELD, 2): 3, (5, HELD, 1): 2,
    }  # fmt: skip
    assert {entry for entry, _became, _store in sums} == {1, 5}


def test_goods_bought_before_the_money_came_belong_to_whose_money_came() -> None:
    moves = [
        Move(1, 1, "2020-02-01", Flow.RECEIVED, 1, 1, 1, 50, False, "4"),
        Move(2, 1, "2020-02-02", Flow.SPENT, 1, 1, 1, 100, False, ""),
        Move(2, 2, "2020-02-02", Flow.BOUGHT, 7, 1, 1, 20, False, ""),
        Move(3, 1, "2020-02-03", Flow.DISTRIBUTED, 7, 1, 1, 12, False, "9"),
        Move(4, 1, "2020-02-04", Flow.RECEIVED, 1, 1, 1, 30, True, "5"),
        Move(5, 1, "2020-02-05", Flow.RECEIVED, 1, 1, 1, 70, False, "6"),
    ]
    parts = {(p.origin, p.became): (p.minor, p.rough) for p in trace(moves)}
    assert parts[Origin(4, 1), Flow.BOUGHT] == (30, True)
    assert parts[Origin(5, 1), Flow.BOUGHT][0] == 20
    assert parts[Origin(5, 1), HELD][0] == 50
    assert parts[Origin(1, 1, 2), Flow.DISTRIBUTED] == (6, False)
    goods = {key: minor for key, (minor, _rough) in parts.items() if key[0].purchase}
    assert sum(minor or 0 for minor in goods.values()) == 20
    assert sum(minor or 0 for (origin, _became), minor in goods.items() if origin.entry == 4) == 6
    assert sum(minor or 0 for (origin, _became), minor in goods.items() if origin.entry == 5) == 4


def test_what_nothing_ever_makes_good_is_from_nowhere() -> None:
    """As in a book that was salvaged; what moves in a circle makes good itself."""
    moves = [
        Move(1, 1, "2020-02-01", Flow.MOVED_OUT, 7, 1, 1, 10, False, ""),
        Move(1, 2, "2020-02-01", Flow.MOVED_IN, 7, 2, 1, 10, False, ""),
        Move(2, 1, "2020-02-02", Flow.MOVED_OUT, 7, 2, 1, 10, False, ""),
        Move(2, 2, "2020-02-02", Flow.MOVED_IN, 7, 1, 1, 10, False, ""),
        Move(3, 1, "2020-02-03", Flow.DISTRIBUTED, 7, 1, 1, 3, False, "9"),
    ]
    assert [(p.origin, p.became, p.minor) for p in trace(moves)] == [(NOWHERE, Flow.DISTRIBUTED, 3)]


# --- the report


@pytest.fixture
def traced(desk: Desk) -> Desk:
    for line in (
        "receive 李华 5000元 口罩500个@@1750元 --date 2020-02-01 --city 九江市 --yes --new",
        "receive 王芳 3000元 --date 2020-02-02 --yes --new",
        "receive 九江大药房 口罩1000个 --to 九江市第三人民医院 --date 2020-02-02 --yes --new",
        "receive 李华 口罩200个 --with 王芳 --date 2020-02-03 --yes --new",
        "buy 护目镜100副@60元 --from 九江大药房 --date 2020-02-04 --yes --new",
        "distribute 九江市第三人民医院 口罩600个 护目镜33副 --date 2020-02-05 --yes --new",
        "distribute 赵小明 口罩20个 --date 2020-02-06 --yes --new",
        "spend 200元 --date 2020-02-06 --yes",
        "return 九江市第三人民医院 护目镜3副 --date 2020-02-07 --yes",
    ):
        desk.do(line)
    desk.do("donors add 九江大药房 --sort organisation")
    desk.do("recipients add 九江市第三人民医院 --sort organisation")
    return desk


def test_a_donor_sees_where_everything_went(traced: Desk) -> None:
    report = traced.do("trace 李华 --format json")
    received = {(row["to"], row["item"]): row["amount"] for row in report.rows(0)}
    assert received == {
        ("九江市第三人民医院", "口罩"): "600", ("九江市第三人民医院", "护目镜"): "25", ("赵小明", "口罩"): "20",
    }  # fmt: skip
    went = [(row["gift"], row["item"], row["amount"], row["became"], row["entry"]) for row in report.rows(1)]
    assert went == [
        (1, "CNY", "5000", "bought", 5), (1, "口罩", "500", "distributed", 6), (4, "口罩", "100", "distributed", 6),
        (4, "口罩", "20", "distributed", 7), (4, "口罩", "80", "held", None),
    ]  # fmt: skip
    totals = {row["item"]: row["amount"] for row in report.json["tables"][1]["totals"]}
    assert totals == {"CNY": "5000", "口罩": "700"}
    bought = [(row["purchase"], row["amount"], row["became"]) for row in report.rows(2)]
    assert bought == [(5, "27", "distributed"), (5, "-2", "returned"), (5, "58", "held")]


def test_the_other_donor_has_the_rest_and_straight_through_is_exact(traced: Desk) -> None:
    report = traced.do("trace 2 --format json")
    assert [(r["amount"], r["became"]) for r in report.rows(1)] == [
        ("1000", "bought"),
        ("200", "spent"),
        ("1800", "held"),
    ]
    assert [(r["amount"], r["became"]) for r in report.rows(2)] == [
        ("6", "distributed"), ("-1", "returned"), ("12", "held"),
    ]  # fmt: skip
    [row] = traced.do("trace 3 --format json").rows(1)
    assert (row["became"], row["to"], row["amount"], row["certainty"]) == (
        "relayed",
        "九江市第三人民医院",
        "1000",
        "exact",
    )
    of_purchase = traced.do("trace 5 --format json")
    assert {row["gift"] for row in of_purchase.rows(1)} == {1, 2}


def test_the_rule_stands_under_the_table_and_the_public_sees_no_names(traced: Desk) -> None:
    shown = traced.do("trace 李华 --format table").out
    assert "leaves in the order it came in" in " ".join(shown.split())
    public = traced.do("trace 李华 --public --format table").out
    assert "李华" not in public
    assert "赵小明" not in public
    assert "九江市第三人民医院" in "".join(public.split())


def test_the_title_names_the_donor_as_the_public_may_read_it(desk: Desk) -> None:
    """As docs/privacy.md says of who gave; a single gift that isn't to be named hides the name over all of them."""
    desk.do("donors add 九江学院 --sort organisation --new")
    for name in ("周杰明", "陈静", "九江学院"):
        desk.do(f"receive {name} 100元 --date 2020-02-01 --yes --new")

    def title(name: str) -> str:
        return str(desk.do(f"trace {name} --public --format json").json["title"])

    assert title("周杰明") == "Where the gifts of an unnamed donor went"
    assert title("九江学院") == "Where the gifts of 九江学院 went"
    desk.do("donors consent 陈静 anonymous")
    assert title("陈静") == "Where the gifts of an unnamed donor went"
    desk.do("donors consent 周杰明 named")
    assert title("周杰明") == "Where the gifts of 周杰明 went"
    desk.do("receive 周杰明 5元 --date 2020-02-02 --anonymous --yes")
    assert title("周杰明") == "Where the gifts of an unnamed donor went"


def test_what_brought_nothing_in_or_was_taken_back_has_no_trace(traced: Desk) -> None:
    assert "brought nothing in" in traced.refused("trace 6")
    traced.do("correct 2 3100元 --reason 看错")
    assert "entry 11 says it aright" in traced.refused("trace 2")
    assert "only takes back entry 2" in traced.refused("trace 10")
    traced.refused("trace 99", code=66)
    traced.refused("trace 无此人", code=66)


@pytest.fixture
def corrected(desk: Desk) -> Desk:
    """A book whose month was closed before its first gift was said aright, with a refund of it."""
    for line in (
        "receive 李华 5000元 --date 2020-02-02 --yes --new",
        "receive 张伟 3000元 --date 2020-02-03 --yes --new",
        "distribute 福利院 4000元 --date 2020-02-05 --yes --new",
        "refund 李华 500元 --date 2020-02-06 --yes",
        "close 2020-02",
    ):
        desk.do(line)
    return desk


def test_a_gift_corrected_after_its_month_was_closed_is_followed_from_its_day(corrected: Desk) -> None:
    corrected.do("correct 1 5200元 --reason 复点")
    report = corrected.do("trace 李华 --format json")
    assert [(row["to"], row["amount"]) for row in report.rows(0)] == [("福利院", "4000")]
    assert [(row["given_on"], row["became"], row["amount"], row["date"]) for row in report.rows(1)] == [
        ("2020-02-02", "distributed", "4000", "2020-02-05"),
        ("2020-02-02", "refunded", "500", "2020-02-06"),
        ("2020-02-02", "held", "700", None),
    ]
    [other] = corrected.read("trace 张伟", table=1)
    assert (other["became"], other["amount"]) == ("held", "3000")
    shown = " ".join(corrected.do("trace 李华 --format table").out.split())
    assert "corrected after its month was closed stands here on the day it happened" in shown
    assert "closed" not in corrected.do("trace 张伟 --format table").out


def test_what_a_smaller_gift_leaves_wanting_is_made_good_by_the_next_and_said(corrected: Desk) -> None:
    corrected.do("correct 1 3000元 --reason 复点")
    assert [(row["became"], row["amount"]) for row in corrected.read("trace 李华", table=1)] == [
        ("distributed", "3000")
    ]
    went = [(row["became"], row["amount"]) for row in corrected.read("trace 张伟", table=1)]
    assert went == [("distributed", "1000"), ("refunded", "500"), ("held", "1500")]


def test_what_was_given_out_before_it_came_in_is_said(desk: Desk) -> None:
    for line in (
        "receive 李华 口罩100个 --date 2020-02-02 --yes --new",
        "distribute 福利院 口罩100个 --date 2020-02-05 --yes --new",
        "receive 王芳 口罩50个 --date 2020-02-06 --yes --new",
        "close 2020-02",
        "correct 1 口罩90个 --reason 复点",
    ):
        desk.do(line)
    went = [(row["became"], row["amount"], row["to"]) for row in desk.read("trace 王芳", table=1)]
    assert went == [("distributed", "10", "福利院"), ("held", "40", None)]
    assert "made good by what came in next" in " ".join(desk.do("trace 王芳 --format table").out.split())
    assert "made good" not in " ".join(desk.do("trace 李华 --format table").out.split())


def test_what_was_given_out_keeps_its_day_too_when_it_is_corrected(corrected: Desk) -> None:
    corrected.do("correct 3 3900元 --reason 复点")
    went = [(row["became"], row["amount"], row["date"]) for row in corrected.read("trace 李华", table=1)]
    assert went[0] == ("distributed", "3900", "2020-02-05")
