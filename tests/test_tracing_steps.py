"""What it costs to follow gifts: twice as many entries about one item and store take twice the steps, whatever they do.

Counted in lines of Python that are run, which no clock and no busy computer changes.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import FrameType

import pytest

import donations.domain
from donations.domain.entry import Flow
from donations.domain.kept import Moved, kept
from donations.domain.tracing import Move, trace

FEW = 100
[ROOM] = donations.domain.__path__


def _move(entry: int, flow: Flow, minor: int, who: str, *, day: int | None = None, of: int = 0) -> Move:
    on = date(2020, 1, 1) + timedelta(days=entry if day is None else day)
    return Move(entry, 1, on.isoformat(), flow, 1, 1, 1, minor, False, who, of)


def _gifts_and_refunds(many: int, *, donors: int, named: bool = False) -> Iterator[Move]:
    for number in range(many):
        yield _move(number + 1, Flow.RECEIVED, 10, str(number % donors))
    for number in range(many):
        of = number + 1 if named else 0
        yield _move(many + number + 1, Flow.REFUNDED, 5, str(number % donors), of=of)


def of_many_donors(many: int) -> Iterator[Move]:
    return _gifts_and_refunds(many, donors=many)


def of_one_donor(many: int) -> Iterator[Move]:
    return _gifts_and_refunds(many, donors=1)


def of_gifts_that_were_said(many: int) -> Iterator[Move]:
    return _gifts_and_refunds(many, donors=1, named=True)


def of_joint_gifts(many: int) -> Iterator[Move]:
    for number in range(many):
        yield _move(number + 1, Flow.RECEIVED, 10, "1 2")
    for number in range(many):
        yield _move(many + number + 1, Flow.REFUNDED, 5, "1")


def refunds_between_what_is_handed_out(many: int) -> Iterator[Move]:
    for number in range(many):
        yield _move(number + 1, Flow.RECEIVED, 10, "1")
    for number in range(many):
        flow, who = (Flow.DISTRIBUTED, "9") if number % 2 else (Flow.REFUNDED, "1")
        yield _move(many + number + 1, flow, 4, who)


def _handed_out_and_brought_back(many: int, *, day: int | None) -> Iterator[Move]:
    yield _move(1, Flow.RECEIVED, 100 * many, "1")
    for number in range(many):
        yield _move(number + 2, Flow.DISTRIBUTED, 10, "9", day=day)
    for number in range(many):
        yield _move(many + number + 2, Flow.RETURNED, 5, "9", day=day)


def brought_back_by_one(many: int) -> Iterator[Move]:
    return _handed_out_and_brought_back(many, day=None)


def all_on_one_day(many: int) -> Iterator[Move]:
    return _handed_out_and_brought_back(many, day=9)


def _handed_out_before_it_came(many: int) -> Iterator[Move]:
    for number in range(many):
        yield _move(2 * number + 1, Flow.DISTRIBUTED, 10, "9")
        yield _move(2 * number + 2, Flow.RETURNED, 5, "9")


def what_came_later(many: int) -> Iterator[Move]:
    yield from _handed_out_before_it_came(many)
    for number in range(many):
        yield _move(2 * many + number + 1, Flow.RECEIVED, 10, str(number))


def steps(act: Callable[[], object]) -> int:
    """How many lines of `domain/` are run by it."""
    count = 0

    def step(frame: FrameType, _event: str, _argument: object) -> object:
        nonlocal count
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)  # type: ignore[arg-type]
    try:
        act()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "history",
    [
        of_many_donors,
        of_one_donor,
        of_gifts_that_were_said,
        of_joint_gifts,
        refunds_between_what_is_handed_out,
        brought_back_by_one,
        all_on_one_day,
        what_came_later,
    ],
)
def test_twice_as_many_entries_take_twice_the_steps(history: Callable[[int], Iterator[Move]]) -> None:
    few, many = list(history(FEW)), list(history(2 * FEW))
    assert steps(lambda: list(trace(many))) < 2.2 * steps(lambda: list(trace(few)))


def _given_and_given_back(many: int, *, at_once: bool, said: bool) -> list[Moved]:
    """Gifts of one donor, and refunds after all of them or each after its own; which gift each is of may be said."""
    found = []
    for number in range(many):
        for is_refund in (False, True):
            turn = number + 1 + many * is_refund if at_once else 2 * number + 1 + is_refund
            day = (date(2020, 1, 1) + timedelta(days=turn)).isoformat()
            of = (number + 1 if at_once else 2 * number + 1) if is_refund and said else None
            flow, minor = (Flow.REFUNDED, 5) if is_refund else (Flow.RECEIVED, 10)
            found.append(Moved(turn, 1, turn, day, flow, minor, "exact", None, None, of, 1, frozenset({1})))
    return found


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("at_once", [True, False])
def test_what_is_kept_of_twice_as_many_gifts_takes_twice_the_steps(at_once: bool, said: bool) -> None:
    few, many = (_given_and_given_back(count, at_once=at_once, said=said) for count in (FEW, 2 * FEW))
    assert steps(lambda: kept(many)) < 2.2 * steps(lambda: kept(few))
