"""The verb that brings the book in line with what is there: adjust."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from donations.cli import completing, options, words
from donations.cli.registry import Registry
from donations.cli.saving import SavingOptions, save
from donations.cli.session import settled_date
from donations.domain.entry import Adjustment, Draft, DraftLine, Flow
from donations.domain.text import tidy
from donations.errors import NotPositive, UnknownReason
from donations.i18n import N_

if TYPE_CHECKING:
    from donations.domain.quantity import Quantity

verbs = Registry(heading=N_("Record"))

REASONS = {
    "期初": Adjustment.OPENING,
    "盘点": Adjustment.COUNT,
    "损耗": Adjustment.LOSS,
    "过期": Adjustment.EXPIRY,
    "自用": Adjustment.USE,
}
"""The Chinese words for why stock is adjusted."""


def counted(text: str) -> "tuple[Quantity, ...]":
    """The quantities of a count, where there may be none left (口罩0个). Raises NoQuantity and its kin."""
    from fractions import Fraction

    try:
        return words.Goods.parse(text).quantities
    except NotPositive:
        with_one, zeros = re.subn(r"(?<![\d.,-])[0０零](?![\d.,%])", "1", text)
        if zeros != 1:
            raise
        [quantity] = words.Goods.parse(with_one).quantities
        return (replace(quantity, number=Fraction(0), written=tidy(text)),)


def parse_reason(word: str) -> Adjustment:
    """Why stock is adjusted, in Chinese or English. Raises UnknownReason."""
    known = {each.value: each for each in Adjustment} | REASONS
    found = known.get(word.strip().lower())
    if found is None:
        raise UnknownReason(got=word, reasons=[f"{each.value} {chinese}" for chinese, each in REASONS.items()])
    return found


ReasonArgument = Annotated[
    Adjustment,
    typer.Argument(
        metavar=N_("REASON"),
        parser=parse_reason,
        autocompletion=completing.either(REASONS),
        help=N_("Why: opening (期初), count (盘点), loss (损耗), expiry (过期), use (自用)."),
    ),
]


@verbs.verb(
    "adjust",
    help=N_("Record stock found, counted, lost, expired or used up by ourselves."),
    epilog="""
donations adjust opening 口罩200个 --note 上年结存
donations adjust count 蔬菜380斤
donations adjust loss 鸡蛋36个 --note 运输破损
donations adjust expiry 牛奶5箱
""",
)
def adjust(
    reason: ReasonArgument,
    quantities: Annotated[
        list[str],
        typer.Argument(metavar=N_("QUANTITY..."), help=N_("What and how much; of a count what is there, 口罩0个 too.")),
    ],
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    store: words.StoreOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """An adjustment; of a count only the difference from the book is booked."""
    flow = Flow.GAINED if reason in (Adjustment.OPENING, Adjustment.COUNT) else Flow.LOST
    is_count = reason is Adjustment.COUNT
    said = [
        quantity
        for text in quantities
        for quantity in (counted(text) if is_count else words.Goods.parse(text).quantities)
    ]
    lines = tuple(DraftLine(quantity, flow, store, purpose, counted=is_count) for quantity in said)
    draft = Draft(
        "adjustment",
        settled_date(day, yes=saving.yes),
        lines,
        {},
        city,
        note=note,
        reason=reason.value,
    )
    save(draft, saving)
