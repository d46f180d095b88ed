"""The options of `correct`: those of the verbs that record. What is not said stays as it was, and '' says that there is none."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from donations.cli import completing, options, words
from donations.cli.option_sets import retold
from donations.domain.amount import Certainty
from donations.domain.place import Place, parse_place
from donations.i18n import N_

if TYPE_CHECKING:
    from fractions import Fraction

NOWHERE = Place("", "", None)
"""What is said by `--city ''`."""


def parse_place_or_none(text: str) -> Place:
    """The place meant by `text`, NOWHERE where it is blank. Raises as `parse_place`."""
    return parse_place(text) if text.strip() else NOWHERE


NO_VALUE = words.Money(cast("Fraction", 0), Certainty.EXACT)
"""What takes away the value that was stated; a value itself is above zero."""


def parse_money_or_none(text: str) -> words.Money:
    """The yuan meant by `text`, NO_VALUE where it is blank. Raises NotMoney and its kin."""
    return words.Money.parse(text) if text.strip() else NO_VALUE


# fmt: off
TO = retold(words.ToOption, N_(
    "Who received it; several receive it together, unsplit. `''` where it went to nobody yet, but into stock."
))
VIA = retold(words.ViaOption, N_("Who arranged it; `''` for nobody."))
WITH = retold(words.WithOption, N_("A further donor of the same joint gift; `''` where there is none."))
SUPPLIER = retold(words.SupplierOption, N_("Who sold it; `''` for nobody."))
PAYER = retold(words.PayerOption, N_("Who paid; `''` where it was the donor, or of a purchase the book's money."))
BENEFICIARY = retold(words.BeneficiaryOption, N_("Whom it is meant for in the end; `''` for nobody."))
PURPOSE = retold(words.PurposeOption, N_("The purpose it is tied to; `''` for none."))
CITY = retold(
    options.CityOption, N_("The city (or county) that benefits; `''` where none is known."), parser=parse_place_or_none
)
DAY = retold(options.DateOption, N_("When it happened: 2020-02-01, 2月1日, yesterday."))
STORE = retold(
    words.StoreOption, N_("The store, bank account or cash box it lies in; `''` for the usual one.")
)
VALUE = retold(
    words.ValueOption,
    N_("What the goods are worth in yuan, such as 约11万元; one quantity only. `''` where no value is to stand."),
    parser=parse_money_or_none,
)
BASIS = retold(words.BasisOption, N_("What that value, or the one stated before, rests on."))
NOTE = retold(words.NoteOption, N_("A remark kept with the entry; `''` takes away what there was."))
REASON = retold(options.ReasonOption, N_("Why; kept with the act, and published where the entry was published."))
# fmt: on
WITHOUT = typer.Option(
    "--without", metavar=N_("ITEM"), autocompletion=completing.items, help=N_("Leave the lines of this item out.")
)


class Right(NamedTuple):
    """What is to be different in the right entry, as typed."""

    to: Annotated[list[str] | None, TO] = None
    via: Annotated[list[str] | None, VIA] = None
    with_: Annotated[list[str] | None, WITH] = None
    supplier: Annotated[list[str] | None, SUPPLIER] = None
    payer: Annotated[list[str] | None, PAYER] = None
    benefits: Annotated[list[str] | None, BENEFICIARY] = None
    without: Annotated[list[str] | None, WITHOUT] = None
    purpose: Annotated[str | None, PURPOSE] = None
    city: Annotated[Place | None, CITY] = None
    day: Annotated[date | None, DAY] = None
    store: Annotated[str | None, STORE] = None
    value: Annotated[words.Money | None, VALUE] = None
    basis: Annotated[words.Basis | None, BASIS] = None
    given_before: words.GivenBeforeOption = False
    gift: words.GiftOption = None
    note: Annotated[str | None, NOTE] = None
    reason: Annotated[str | None, REASON] = None
