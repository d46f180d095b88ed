"""Where gifts went: every unit of every gift is accounted for, and recipients got just what the gifts gave them."""

import random
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from histories import begin

from donations.domain.entry import Flow
from donations.domain.piles import NOWHERE, Lot, Origin, Pile, Slice
from donations.domain.shares import shares
from donations.domain.tracing import HELD, Move, trace
from donations.reports.trace import parts_of
from donations.store.book import Book

BOOKS, ACTS = 24, 90


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
    assert pile.take(6, first=[frozenset({mine})]) == [Slice(mine, 5), Slice(other, 1)]
    assert pile.take(8) == [Slice(other, 6), Slice(NOWHERE, 2)]
    assert pile.total == 0
    lot = Lot([Slice(mine, 2), Slice(other, 4)], 6)
    assert lot.take(3) == [Slice(mine, 1), Slice(other, 2)]


def test_what_goes_back_of_a_joint_gift_is_followed_to_it(desk: Desk) -> None:
    """Own gifts first, then those given together, and only then anybody's; so is what one of several brings back."""
    desk.do("receive 王芳 50元 口罩9个 --date 2020-02-01 --yes")
    desk.do("receive 赵一 50元 --with 钱二 --date 2020-02-01 --yes")
    desk.do("receive 钱二 20元 --date 2020-02-02 --yes")
    desk.do("refund 钱二 60元 --date 2020-02-03 --yes")

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


@pytest.mark.parametrize("seed", range(BOOKS))
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

    assert title("周杰明") == "Where the gifts of 爱心人士 went"
    assert title("九江学院") == "Where the gifts of 九江学院 went"
    desk.do("donors consent 陈静 anonymous")
    assert title("陈静") == "Where the gifts of 爱心人士 went"
    desk.do("donors consent 周杰明 named")
    assert title("周杰明") == "Where the gifts of 周杰明 went"
    desk.do("receive 周杰明 5元 --date 2020-02-02 --anonymous --yes")
    assert title("周杰明") == "Where the gifts of 爱心人士 went"


def test_what_brought_nothing_in_or_was_taken_back_has_no_trace(traced: Desk) -> None:
    assert "brought nothing in" in traced.refused("trace 6")
    traced.do("correct 2 3100元 --reason 看错")
    assert "entry 11 says it aright" in traced.refused("trace 2")
    assert "only takes back entry 2" in traced.refused("trace 10")
    traced.refused("trace 99", code=66)
    traced.refused("trace 无此人", code=66)
