"""JSON whose gifts hold other things with fields of their own: who gave, a campaign, goods. All is invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

from donations.importers.columns.cents import NO_CENTS
from donations.importers.words.heading_words import understood

GIVEN = [("Ana", "100", "2025-01-02"), ("Ben", "50", "2025-01-05")]
SHAPES: dict[str, Any] = {
    "when a donor was entered": [
        {"donor": {"name": who, "createdAt": "2020-05-01", "birthDate": "1990-01-01"}, "amount": much, "createdAt": day}
        for who, much, day in GIVEN
    ],
    "when a donor joined": [
        {"donor": {"name": who, "joinDate": "2020-05-01"}, "amount": much, "date": day} for who, much, day in GIVEN
    ],
    "when a donor gave last": [
        {"user": {"name": who, "lastDonationDate": "2020-05-01"}, "amount": much, "timestamp": day}
        for who, much, day in GIVEN
    ],
    "when a donor was registered": [
        {"捐赠人": {"姓名": who, "注册时间": "2020-05-01"}, "金额": much, "时间": day} for who, much, day in GIVEN
    ],
    "from when to when a campaign goes": [
        {"campaign": {"title": "", "startDate": "2020-05-01", "endDate": "2025-12-31"}, "donor": who, "amount": much, "createdAt": day}
        for who, much, day in GIVEN
    ],
    "the day of an event": [
        {"event": {"name": "Gala", "date": "2020-05-01"}, "donor": who, "amount": much, "created_at": day}
        for who, much, day in GIVEN
    ],
    "somebody's day beside the gift's": [
        {"donor": {"name": who, "date": "2019-05-01"}, "amount": much, "date": day} for who, much, day in GIVEN
    ],
    "all that there is within who gave": [
        {"donor": {"name": who, "date": day, "amount": much}} for who, much, day in GIVEN
    ],
    "the gift's own day": [
        {"donor": {"name": who}, "donation": {"amount": much, "date": day, "created": "2025-02-01"}}
        for who, much, day in GIVEN
    ],
    "fields of a base": {
        "records": [
            {"id": f"rec{who}", "createdTime": "2025-03-01", "fields": {"Name": who, "Amount": much, "Date": day}}
            for who, much, day in GIVEN
        ]
    },
    "attributes": {
        "data": [
            {"id": much, "attributes": {"donor_name": who, "amount": much, "created_at": day}, "links": {"campaign": {"data": {"id": "7"}}}}
            for who, much, day in GIVEN
        ]
    },
    "further down": [{"donor": {"person": {"name": who}}, "amount": much, "date": day} for who, much, day in GIVEN],
    "numbers made up": {
        "gifts": {
            f"-NabcDEFghijklMNOp{much:0>3}": {"name": who, "amount": much, "date": day} for who, much, day in GIVEN
        }
    },
}  # fmt: skip


def ledger(desk: Desk, tmp_path: Path, held: object) -> list[dict[str, Any]]:
    """What a file is booked as."""
    file = tmp_path / "a.json"
    file.write_text(json.dumps(held))
    assert desk.run(f"import {file} --yes").code == 0
    return [dict(row) for row in desk.read("ledger")]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_day_is_the_gifts_and_who_gave_stands_wherever_it_does(desk: Desk, tmp_path: Path, shape: str) -> None:
    """The day was taken from the first field whose name has one in it, whoever's that was."""
    rows = ledger(desk, tmp_path, SHAPES[shape])
    assert [(row["donor"], row["received"], row["date"]) for row in rows] == GIVEN
    assert {row["note"] for row in rows} <= {None, ""}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"year": 2020, "month": 2, "day": 3}, "2020-02-03"),
        ({"year": "2020", "month": "02", "day": "03", "hour": 23}, "2020-02-03"),
        ({"y": 2020, "m": 12, "d": 3}, "2020-12-03"),
        ({"年": 2020, "月": 2, "日": 3}, "2020-02-03"),
        ({"year": 2020, "month": "FEBRUARY", "monthValue": 2, "dayOfMonth": 3}, "2020-02-03"),
        ({"$date": "2020-02-03T16:00:00.000Z"}, "2020-02-04"),
        ({"$date": {"$numberLong": "1580747400000"}}, "2020-02-04"),
        ({"_seconds": 1580747400, "_nanoseconds": 0}, "2020-02-04"),
        ({"__type": "Date", "iso": "2020-02-03T10:00:00Z"}, "2020-02-03"),
        ("2020-02-03T16:30:00Z", "2020-02-04"),
        ("2020-02-03 16:30:00 UTC", "2020-02-04"),
        ("2020-02-03T15:59:59+00:00", "2020-02-03"),
        ("2020-02-03T23:30:00-05:00", "2020-02-03"),
        ("2020-02-03T00:30:00+08:00", "2020-02-03"),
    ],
)
def test_days_as_programs_keep_them(desk: Desk, tmp_path: Path, said: object, day: str) -> None:
    """A moment was the day in UTC where it was written out, and that in China where it was counted; parts were the end of a year."""
    rows = ledger(
        desk, tmp_path, [{"name": "Ana", "amount": 5, "date": said}, {"name": "Ben", "amount": 6, "date": said}]
    )
    assert [row["date"] for row in rows] == [day, day]


@pytest.mark.parametrize("said", [{"year": 2020, "month": 1, "dayOfMonth": 3}, {"year": 2020, "month": 2, "day": 31}])
def test_parts_that_may_be_another_day_are_refused(desk: Desk, tmp_path: Path, said: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"name": "Ana", "amount": 5, "date": said}]))
    assert desk.run(f"import {tmp_path / 'a.json'} --yes").code != 0


def test_a_gift_with_its_day_in_parts_stays_a_gift(desk: Desk, tmp_path: Path) -> None:
    rows = ledger(desk, tmp_path, [{"attributes": {"donor": "Ana", "amount": 5, "year": 2020, "month": 2, "day": 3}}])
    assert [(row["donor"], row["received"], row["date"]) for row in rows] == [("Ana", "5", "2020-02-03")]


def test_without_a_day_of_its_own_a_gift_has_none(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"donor": {"name": "Ana", "createdAt": "2020-05-01"}, "amount": 5}]))
    assert desk.run(f"import {tmp_path / 'a.json'} --yes").code != 0
    assert desk.read("ledger") == []


@pytest.mark.parametrize("unit", ["unit", "itemUnit", "item_unit"])
def test_goods_keep_their_unit_and_until_when_they_keep(desk: Desk, tmp_path: Path, unit: str) -> None:
    """Five bags of rice were booked as five 斤, on the day until which they keep."""
    goods = [
        {"itemName": "rice", unit: "bag", "quantity": 5, "expiryDate": "2027-05-01"},
        {"itemName": "milk", unit: "box", "quantity": 2, "expiryDate": None},
    ]
    rows = ledger(desk, tmp_path, [{"donor": "Ana", "createdAt": "2025-01-02T10:00:00Z", "items": goods}])
    assert [(row["date"], row["received"], row["unit"]) for row in rows] == [
        ("2025-01-02", "5", "袋"),
        ("2025-01-02", "2", "盒"),
    ]


@pytest.mark.parametrize(
    ("heading", "sense"),
    [
        ("donation.date", "date"), ("receipt.date", "date"), ("items.date", "date"), ("donor.donationDate", "date"),
        ("items.createdAt", "-"), ("account.created", "-"), ("donor.name", "donor"), ("捐赠人.姓名", "donor"),
        ("donor.phone", "-"), ("Rec. Date", "date"),
    ],
)  # fmt: skip
def test_what_stands_within_something_else_means_what_it_is_called(heading: str, sense: str) -> None:
    assert understood(heading).sense == sense


def test_what_payment_services_answer_to_programs_is_counted_in_cents(desk: Desk, tmp_path: Path) -> None:
    """A hundred dollars were booked as ten thousand."""
    charge = {"object": "charge", "amount": 10000, "currency": "usd", "customer_name": "Ana", "created": 1735790400}
    (tmp_path / "a.json").write_text(
        json.dumps({"object": "list", "data": [{**charge, "id": "a"}, {**charge, "id": "b"}]})
    )
    refused = desk.run(f"import {tmp_path / 'a.json'} --yes")
    assert refused.code != 0
    assert NO_CENTS.split(":")[0] in refused.out + refused.err or "分" in refused.out + refused.err
    assert desk.read("ledger") == []


def test_objects_within_objects_without_end_are_refused_or_read(desk: Desk, tmp_path: Path) -> None:
    deep: Any = "x"
    for _ in range(60):
        deep = {"a" * 50: deep}
    rows = ledger(desk, tmp_path, [{"donor": "Ana", "amount": 5, "date": "2025-01-02", "more": deep}])
    assert [row["donor"] for row in rows] == ["Ana"]


TWO = [{"name": "Ana", "amount": 100, "date": "2025-01-02"}, {"name": "Ben", "amount": 200, "date": "2025-01-05"}]


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ({"total": 300}, False), ({"total": 400}, True), ({"合计": "400元"}, True), ({"total": 2}, False),
        ({"total": 40, "page": 1}, False), ({"total_amount": "400.00", "page": 1}, True), ({"total": {"CNY": 400}}, False),
        ({"total": 400, "largest": TWO[1:]}, False), ({"total": "40 donors"}, False),
    ],
)  # fmt: skip
def test_a_total_beside_a_list_is_held_against_it(
    desk: Desk, tmp_path: Path, said: dict[str, Any], is_wrong: bool
) -> None:
    """It was held against nothing; how many records there are is no sum of theirs."""
    (tmp_path / "a.json").write_text(json.dumps({**said, "donations": TWO}))
    out = desk.do(
        f"import {tmp_path / 'a.json'} --sheet donations --dry-run"
        if "largest" in said
        else f"import {tmp_path / 'a.json'} --dry-run"
    ).out
    assert ("400" in out) is is_wrong


@pytest.mark.parametrize("total", [300, 400])
def test_a_list_below_that_repeats_one_with_its_total_is_told_of_alone(desk: Desk, tmp_path: Path, total: int) -> None:
    held = {"donations": TWO, "more": {"total": total, "latest": TWO[1:]}}
    rows = ledger(desk, tmp_path, held)
    assert [(row["donor"], row["received"]) for row in rows] == [("Ana", "100"), ("Ben", "200")]


_LIST = [
    {"捐赠单位": "甲公司", "品名": "口罩", "数量": "100只"},
    {"捐赠单位": "乙公司", "品名": "手套", "数量": "50双"},
]


@pytest.mark.parametrize("key", ["日期", "接收日期"])
def test_a_day_beside_a_list_is_that_of_all_its_rows(desk: Desk, tmp_path: Path, key: str) -> None:
    """It was asked for."""
    (tmp_path / "a.json").write_text(json.dumps({key: "2020-02-03", "明细": _LIST}), encoding="utf-8")
    assert desk.run(f"import {tmp_path / 'a.json'} --yes").code == 0
    rows = json.loads(desk.run("ledger --format json").out)["tables"][0]["rows"]
    assert [(row["date"], row["donor"]) for row in rows] == [("2020-02-03", "甲公司"), ("2020-02-03", "乙公司")]


@pytest.mark.parametrize(
    "held",
    [
        {"date": "2020-02-03", "明细": _LIST},
        {"更新日期": "2020-02-03", "明细": _LIST},
        {"日期": "二月", "明细": _LIST},
        {"时间": "2020-03-05 10:11:12", "明细": _LIST},
        {"日期": "2020-02-03", "接收日期": "2020-02-05", "明细": _LIST},
        {"日期": "2020-02-03", "明细": [*_LIST, {"捐赠单位": "丙公司", "品名": "手套", "数量": "5双", "时间": ""}]},
    ],
)
def test_other_days_beside_a_list_are_asked_for(desk: Desk, tmp_path: Path, held: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(held), encoding="utf-8")
    assert desk.run(f"import {tmp_path / 'a.json'} --yes").code != 0


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("name", ["expenses", "支出明细", "teamSpending"])
def test_a_list_alone_that_is_called_after_what_went_out_gave_nothing(
    desk: Desk, tmp_path: Path, name: str, *, wrapped: bool
) -> None:
    """Each of its rows was a gift; other names of such a list, data and records, tell nothing."""
    rows = [{"date": "2020-02-01", "name": "甲印刷厂", "amount": "30"}]
    paper = tmp_path / "list.json"
    for called, fields in ((name, {"recipient", "spent"}), ("suspended", {"donor", "money"})):
        content: dict[str, Any] = {called: rows}
        paper.write_text(json.dumps({"code": 0, "data": content} if wrapped else content), encoding="utf-8")
        [table] = desk.run(f"import {paper} --dry-run --format json").json["files"][0]["tables"]
        assert set(table["columns"].values()) == {"date", *fields}
        assert table["sheet"] == (called if called == name else None)


@pytest.mark.parametrize(
    "name",
    [
        "distributorDonations",
        "food_distribution_donors",
        "donationsAndExpenses",
        "收支",
        "收入支出",
        "发放物资捐赠人",
        "Spenden",
        "spender",
    ],
)
def test_a_list_alone_that_is_called_after_givers_or_both_ways_tells_nothing(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    """Each of its gifts was spent."""
    paper = tmp_path / "list.json"
    paper.write_text(json.dumps({name: [{"date": "2020-02-01", "name": "李华", "amount": "30"}]}), encoding="utf-8")
    [table] = desk.run(f"import {paper} --dry-run --format json").json["files"][0]["tables"]
    assert set(table["columns"].values()) == {"date", "donor", "money"}
