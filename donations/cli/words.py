"""Words and options of the verbs that record: quantities, parties, values, remarks."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from donations import errors
from donations.cli import completing, options
from donations.cli.option_sets import retold
from donations.domain.amount import Certainty
from donations.domain.masking import ANONYMOUS, NAMED
from donations.errors import BadInput, ConsentTwice
from donations.i18n import N_

if TYPE_CHECKING:
    from fractions import Fraction

    from donations.domain.quantity import Quantity

_LONGEST_DAY = 30
# The grammar of quantities is imported where there is one to read: help pages and completion do without.


class Goods(NamedTuple):
    """The quantities of one argument (口罩5万只、消毒液100件 are two). Typer takes no list of tuples."""

    quantities: "tuple[Quantity, ...]"

    @classmethod
    def parse(cls, text: str) -> "Goods":
        """What `text` says. Raises NoQuantity and its kin."""
        from donations.domain.parsing import parse_quantities

        try:
            found = parse_quantities(text)
        except BadInput:
            if _is_day(text):
                raise errors.DayForGoods(got=text.strip()) from None
            raise
        if len(found) == 1 and found[0].is_bare and _is_day(text):
            raise errors.DayForGoods(got=text.strip())
        return cls(found)

    def __str__(self) -> str:
        """As it was typed."""
        return "、".join(each.written for each in self.quantities)


def _is_day(text: str) -> bool:
    """Whether it is nothing but a day (昨天, 2020-02-01, 三月五日); 3.5 and 20200201 are as often amounts without a unit."""
    if re.fullmatch(r"\s*[0-9.]*\s*", text) or len(text) > _LONGEST_DAY:
        return False
    try:
        options.parse_day(text)
    except BadInput:
        return False
    return True


class Money(NamedTuple):
    """An amount of yuan typed for an option."""

    yuan: "Fraction"
    certainty: Certainty

    @classmethod
    def parse(cls, text: str) -> "Money":
        """What `text` says. Raises NotMoney and its kin."""
        from donations.domain.parsing import parse_money

        return cls(*parse_money(text))


class Basis(StrEnum):
    """What the value of goods rests on."""

    INVOICE = "invoice"
    CUSTOMS = "customs"
    AGREEMENT = "agreement"
    MARKET = "market"


QuantityArguments = Annotated[
    list[Goods],
    typer.Argument(
        metavar=N_("QUANTITY..."), parser=Goods.parse,
        help=N_("What and how much, as people write it: 口罩5000个, '5000 masks', 150万元, 约500斤蔬菜, 后勤物资@@约11万元."),
    ),
]  # fmt: skip
MoneyArguments = Annotated[list[Goods], retold(QuantityArguments, N_("How much money: 800元, 1.5万元, ¥1,500.00."))]
PurposeOption = Annotated[
    str | None,
    typer.Option(
        "--for", metavar=N_("PURPOSE"), autocompletion=completing.purposes, help=N_("The purpose it is tied to.")
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar=N_("STORE"),
        autocompletion=completing.stores,
        help=N_("The store, bank account or cash box it lies in; else the usual one."),
    ),
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_("A remark kept with the entry."))]
ValueOption = Annotated[
    Money | None,
    typer.Option(
        "--value",
        metavar=N_("YUAN"),
        parser=Money.parse,
        help=N_("What the goods are worth in yuan, such as 约11万元; one quantity only."),
    ),
]
BasisOption = Annotated[Basis | None, typer.Option("--basis", help=N_("What that value rests on."))]
YesOption = Annotated[
    bool, typer.Option("--yes", help=N_("The date is right, though it lies ahead of today or far back."))
]
IntoClosedOption = Annotated[
    str | None,
    typer.Option(
        "--into-closed", metavar=N_("REASON"), help=N_("Why it goes into a month that is closed; kept with it.")
    ),
]
GivenBeforeOption = Annotated[
    bool, typer.Option("--opening", help=N_("What goes or comes back was given before this book began."))
]
GiftOption = Annotated[
    int | None,
    typer.Option(
        "--of",
        metavar=N_("NUMBER"),
        min=1,
        autocompletion=completing.gifts,
        help=N_("The gift that goes back: its number."),
    ),
]
RequestOption = Annotated[
    str | None,
    typer.Option("--request-id", metavar=N_("ID"), help=N_("Makes a retry safe: the same id is recorded once.")),
]
NamedOption = Annotated[
    bool, typer.Option("--named", help=N_("Of this gift the donors may be named in public, whatever else was said."))
]
AnonymousOption = Annotated[
    bool,
    typer.Option("--anonymous", help=N_("Of this gift the donors are not named in public, whatever else was said.")),
]
DonorArgument = Annotated[
    str, typer.Argument(metavar=N_("DONOR"), autocompletion=completing.parties, help=N_("Who gave."))
]
RecipientArgument = Annotated[
    str, typer.Argument(metavar=N_("RECIPIENT"), autocompletion=completing.parties, help=N_("Who received."))
]
RefundedArgument = Annotated[str, retold(DonorArgument, N_("The donor it goes back to."))]
ReturningArgument = Annotated[str, retold(RecipientArgument, N_("The recipient who gives it back."))]
ToOption = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar=N_("RECIPIENT"),
        autocompletion=completing.parties,
        help=N_("Passed straight on to this recipient, never in stock; several receive it together, unsplit."),
    ),
]
ViaOption = Annotated[
    list[str] | None,
    typer.Option("--via", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who arranged it.")),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar=N_("DONOR"),
        autocompletion=completing.parties,
        help=N_("A further donor of the same joint gift."),
    ),
]
SupplierOption = Annotated[
    list[str] | None,
    typer.Option("--from", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who sold it.")),
]
PayerOption = Annotated[
    str | None,
    typer.Option(
        "--payer",
        metavar=N_("PARTY"),
        autocompletion=completing.parties,
        help=N_("Who paid, where it is another than the donor."),
    ),
]
BeneficiaryOption = Annotated[
    list[str] | None,
    typer.Option(
        "--benefits",
        metavar=N_("PARTY"),
        autocompletion=completing.parties,
        help=N_("Whom it is meant for in the end."),
    ),
]


def consent(*, named: bool, anonymous: bool) -> str | None:
    """What was said of naming the donors of this gift. Raises ConsentTwice."""
    if named and anonymous:
        raise ConsentTwice
    return NAMED if named else ANONYMOUS if anonymous else None


def flat(goods: list[Goods] | None) -> "tuple[Quantity, ...]":
    """All quantities typed, in one row."""
    return tuple(quantity for several in goods or () for quantity in several.quantities)


def worth(value: Money | None) -> "tuple[Fraction, Certainty] | None":
    """The stated value as a draft has it."""
    return None if value is None else (value.yuan, value.certainty)
