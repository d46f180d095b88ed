"""Bills of one account, a person's and a merchant's, of WeChat and of Alipay, in any order: what is left of each gift is the truth.

Payments are made by chance, from a seed, and laid out as each program writes them; what was given and what went back is kept beside.
All is invented.
"""

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import Desk

from donations.cli import clock

BEGIN = datetime(2024, 3, 1, 8)  # noqa: DTZ001 - bills have no time zone
SEEDS = range(8)


@dataclass(frozen=True, slots=True)
class Gift:
    """A payment, and what went back of it: when, how many fen, and by which number."""

    at: datetime
    donor: str
    fen: int
    number: str
    back: tuple[tuple[datetime, int, str], ...]

    def gone(self, until: datetime) -> int:
        """How many fen had gone back."""
        return sum(fen for at, fen, _number in self.back if at <= until)


Lines = list[str]
Maker = Callable[[Sequence[Gift], datetime], Lines]


def gifts(chance: random.Random, provider: str) -> list[Gift]:
    """Eight gifts, each of another sum; of some a part went back, of some in two parts, of some all."""
    made, at = [], BEGIN
    for place in range(8):
        at += timedelta(seconds=chance.randrange(600, 90_000))
        fen = 1000 * chance.randrange(2, 900) + place
        number = f"42000001{place}0{at:%Y%m%d}{chance.randrange(10**9):09d}" if provider == "wechat" else f"{at:%Y%m%d}2200140011{place}{chance.randrange(10**9):09d}"  # fmt: skip
        parts = chance.choice(((), (), (fen // 3,), (fen // 5, fen // 7), (fen,), (fen // 4, fen // 4)))
        days = sorted(at + timedelta(seconds=chance.randrange(60, 400_000)) for _part in parts)
        back = tuple((day, part, f"5030{place}{turn}{day:%Y%m%d}{chance.randrange(10**9):09d}") for turn, (day, part) in enumerate(zip(days, parts, strict=True)))  # fmt: skip
        made.append(Gift(at, f"捐赠人{place}号", fen, number, back))
    return made


def yuan(fen: int) -> str:
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def events(made: Sequence[Gift], until: datetime) -> list[tuple[datetime, Gift, int, str]]:
    """What came, and below zero what went back, in the order of time."""
    came = [(one.at, one, one.fen, "") for one in made]
    went = [(at, one, -fen, number) for one in made for at, fen, number in one.back]
    return sorted(event for event in (*came, *went) if event[0] <= until)


def wechat(made: Sequence[Gift], until: datetime) -> Lines:
    """A person's bill says how much went back of each payment by then."""
    lines = ["交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"]
    for one in (one for one in reversed(made) if one.at <= until):
        gone = one.gone(until)
        state = "已全额退款" if gone == one.fen else f"已退款(￥{yuan(gone)})" if gone else "已收钱"
        lines.append(f"{one.at},二维码收款,{one.donor},/,收入,¥{yuan(one.fen)},/,{state},{one.number}\t,1\t,/")
    return lines


def orders(made: Sequence[Gift], until: datetime) -> Lines:
    """A merchant's bill at WeChat has a row for each refund."""
    lines = ["交易时间,商户号,微信订单号,交易状态,货币种类,应结订单金额,微信退款单号,退款金额,退款状态,商品名称"]
    for at, one, fen, number in events(made, until):
        what = f"SUCCESS,`CNY,`{yuan(fen)},`0,`0.00,`" if fen > 0 else f"REFUND,`CNY,`0.00,`{number},`{yuan(-fen)},`SUCCESS"  # fmt: skip
        lines.append(f"`{at},`123,`{one.number},`{what},`爱心捐款")
    return lines


def funds(made: Sequence[Gift], until: datetime) -> Lines:
    """A merchant's account at WeChat counts less the fee."""
    lines = ["记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),备注"]
    for at, one, fen, number in events(made, until):
        fee = abs(fen) * 6 // 1000
        kind, own, way, whole = ("交易", one.number, "收入", "结算") if fen > 0 else ("退款", number, "支出", "退款")
        said = f"{whole}总金额{yuan(abs(fen))}元;含手续费{yuan(fee)}元"
        lines.append(f"`{at},`{own},`{one.number},`{kind},`{kind},`{way},`{yuan(abs(fen) - fee)},`{said}")
    return lines


def app(made: Sequence[Gift], until: datetime) -> Lines:
    """The bill of Alipay's app has a row for each refund, by a number of its own, and calls closed what went back whole."""
    lines = ["交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"]
    for at, one, fen, number in reversed(events(made, until)):
        state = "交易关闭" if one.gone(until) == one.fen else "交易成功"
        what = f"收入,{one.donor},/,经营码交易,收入,{yuan(fen)},余额,{state},{one.number}" if fen > 0 else f"退款,{one.donor},/,退款-经营码交易,不计收支,{yuan(-fen)},余额,退款成功,{one.number}_{number}"  # fmt: skip
        lines.append(f"{at},{what}\t,\t,,")
    return lines


def web(made: Sequence[Gift], until: datetime) -> Lines:
    """The bill of Alipay's web site has what went back in a column."""
    lines = ["交易号,交易创建时间,付款时间,类型,交易对方,商品名称,金额（元）,收/支,交易状态,成功退款（元）,资金状态"]
    return lines + [
        f"{one.number}\t,{one.at},{one.at},即时到账交易,{one.donor},转账,{yuan(one.fen)},收入,交易成功,{yuan(one.gone(until))},已收入"
        for one in made
        if one.at <= until
    ]


def trades(made: Sequence[Gift], until: datetime) -> Lines:
    """A merchant's trades at Alipay."""
    lines = [
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注"
    ]
    return lines + [
        f"{one.number}\t,T\t,{'交易' if fen > 0 else '退款'},爱心,{one.at},{at},{one.donor}(a***@x.com),{yuan(fen)},{yuan(fen)},{number[-9:]}\t,0.00,"
        for at, one, fen, number in events(made, until)
    ]


def account(made: Sequence[Gift], until: datetime) -> Lines:
    """A merchant's account at Alipay, which numbers each row, but not the refunds."""
    lines = [
        "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注"
    ]
    return lines + [
        f"{at:%y%m%d%H%M%S}{place},{one.number}\t,T,爱心,{at},{one.donor} (a@x.com),{yuan(max(fen, 0))},{yuan(min(fen, 0))},0.00,支付宝,{'在线支付' if fen > 0 else '交易退款'},"
        for place, (at, one, fen, number) in enumerate(events(made, until))
    ]


BILLS: dict[str, tuple[Maker, ...]] = {"wechat": (wechat, orders, funds), "alipay": (app, web, trades, account)}


def written(folder: Path, place: int, lines: Lines) -> Path:
    path = folder / f"{place}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("provider", BILLS)
@pytest.mark.parametrize("is_one_command", [True, False])
def test_in_any_order_each_gift_is_kept_once_less_what_went_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, provider: str, *, is_one_command: bool
) -> None:
    """Of three bills that overlap, some older than others; whatever comes again adds nothing."""
    chance = random.Random(f"{provider}{seed}{is_one_command}")
    made = gifts(chance, provider)
    ends = sorted((chance.choice((3, 5, 7, 20)) for _bill in range(3)), reverse=is_one_command)
    untils = [BEGIN + timedelta(days=days) for days in ends]
    makers = [chance.choice(BILLS[provider]) for _bill in untils]
    files = [
        written(tmp_path, place, make(made, until))
        for place, (make, until) in enumerate(zip(makers, untils, strict=True))
    ]
    if is_one_command:
        chance.shuffle(files)
        commands = [" ".join(map(str, files))]
    else:
        commands = [str(paper) for paper in files]
    for command, until in zip(commands, untils, strict=False):
        monkeypatch.setattr(clock, "now", lambda until=until: f"{until - timedelta(hours=7):%Y-%m-%dT%H:%M:%SZ}")
        desk.do(f"import {command} --yes")
    kept = {one.fen - one.gone(max(untils)) for one in made if one.at <= max(untils)} - {0}
    assert standing(desk) == kept, [make.__name__ for make in makers]
    for command in commands:
        assert desk.do(f"import {command} --yes --format json").json["entries"] == 0
    assert desk.is_in_order()


def standing(desk: Desk) -> set[int]:
    """What is left of each gift, in fen, without those that went back whole."""
    with closing(sqlite3.connect(desk.book)) as book:
        return {left for _gift, left in book.execute(_LEFT) if left}


_LEFT = """
select coalesce(r.returns, e.reverses, e.number), sum(iif(e.type = 'return', -l.amount_minor, l.amount_minor))
from entry as e join line as l on l.entry = e.number left join import_row as r on r.entry = e.number group by 1
"""
